"""What a check tells: a name, a state, what was found and what to do about it. Pure."""

from __future__ import annotations

import textwrap
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from benchside.view import counted

if TYPE_CHECKING:
    from collections.abc import Sequence


class CheckState(StrEnum):
    """How a check came out; the word is the mark that a line begins with."""

    OK = "ok"
    SKIPPED = "skipped"
    """It could not be asked here, or nobody answered."""
    WARNING = "warning"
    """A session can be led and kept, with less than the program can do."""
    FAULT = "fault"
    """A session cannot be led, heard or kept as the settings ask."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The outcome of one check."""

    name: str
    state: CheckState
    told: str
    """What was found, in lower case."""
    hint: str = ""
    """What to do about it; empty where nothing needs to be done."""


MARK_WIDTH: Final = max(len(state) for state in CheckState)
"""Cells of the mark."""

NAME_WIDTH: Final = 15
"""Cells of the name; every name fits."""

MIN_TEXT_WIDTH: Final = 24
"""Cells of what was told; a terminal that is narrower wraps the lines itself."""


def ok(name: str, told: str, hint: str = "") -> CheckResult:
    """Return the result of a check that found all well."""
    return CheckResult(name, CheckState.OK, told, hint)


def skipped(name: str, told: str, hint: str = "") -> CheckResult:
    """Return the result of a check that could not be made."""
    return CheckResult(name, CheckState.SKIPPED, told, hint)


def warning(name: str, told: str, hint: str = "") -> CheckResult:
    """Return the result of a check that found something missing that can be done without."""
    return CheckResult(name, CheckState.WARNING, told, hint)


def fault(name: str, told: str, hint: str = "") -> CheckResult:
    """Return the result of a check that found what stands in the way of a session."""
    return CheckResult(name, CheckState.FAULT, told, hint)


def reason_of(error: Exception) -> str:
    """Return why the system refused, in lower case."""
    told = (error.strerror if isinstance(error, OSError) else "") or str(error)
    return f"{told[:1].lower()}{told[1:]}" or type(error).__name__


def lines_of(result: CheckResult, *, width: int) -> list[str]:
    """Return the lines of a result: mark, name and what was told; the hint below, indented."""
    indent = MARK_WIDTH + 2 + NAME_WIDTH + 2
    room = max(width - indent, MIN_TEXT_WIDTH)
    head = f"{result.state:{MARK_WIDTH}}  {result.name:{NAME_WIDTH}}  "
    told = _wrapped(result.told, room)
    lines = [head + told[0], *(" " * indent + line for line in told[1:])]
    if result.hint:
        lines += [" " * indent + line for line in _wrapped(f"-> {result.hint}", room)]
    return lines


def summary_of(results: Sequence[CheckResult]) -> str:
    """Return how many checks came out in which way: `18 checks: 16 ok, 2 warnings`."""
    counts = Counter(result.state for result in results)
    parts = (
        f"{counts[CheckState.OK]} ok",
        f"{counts[CheckState.SKIPPED]} skipped" if counts[CheckState.SKIPPED] else "",
        counted(counts[CheckState.WARNING], "warning") if counts[CheckState.WARNING] else "",
        counted(counts[CheckState.FAULT], "fault") if counts[CheckState.FAULT] else "",
    )
    return f"{counted(len(results), 'check')}: {', '.join(part for part in parts if part)}"


def has_fault(results: Sequence[CheckResult]) -> bool:
    """Return whether something stands in the way of a session."""
    return any(result.state is CheckState.FAULT for result in results)


def result_as_json(result: CheckResult) -> dict[str, str]:
    """Return a result as an object for programs."""
    return {
        "name": result.name,
        "state": result.state.value,
        "told": result.told,
        "hint": result.hint,
    }


def _wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines between words; a path stays whole, so that it can be copied."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
