"""A program as Liftosaur's app writes it into a file: JSON, with a text in Liftoscript a day."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class ExportedProgram:
    """A program in one text, as the app shows it in its full mode."""

    title: str
    """Empty where the file does not say."""
    text: str


def exported_program(text: str) -> ExportedProgram | None:
    """Read a program that the app has exported; None where a JSON file is something else."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    program = _mapping(_mapping(data).get("program", data))
    planner = _mapping(program.get("planner"))
    if not isinstance(planner.get("weeks"), list):
        return None
    title = planner.get("name") or program.get("name")
    return ExportedProgram(title if isinstance(title, str) else "", "\n".join(_lines(planner)))


def _lines(planner: Mapping[str, object]) -> Iterator[str]:
    for week in _mappings(planner.get("weeks")):
        yield from _heading(week, "#")
        for day in _mappings(week.get("days")):
            yield from _heading(day, "##")
            yield _text(day.get("exerciseText"))


def _heading(table: Mapping[str, object], mark: str) -> Iterator[str]:
    """Yield a week or day with what is told of it, each on lines of its own."""
    yield from (f"// {line}" for line in _text(table.get("description")).splitlines())
    yield f"{mark} {' '.join(_text(table.get('name')).split())}"


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [_mapping(one) for one in value] if isinstance(value, list) else []
