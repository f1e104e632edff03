"""Writing a training max into an athlete's file, the rest of which stays to the letter.

Pure.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from benchside.session.athlete.athlete import Athlete, read_athlete
from benchside.session.file.positions import place_of_value
from benchside.session.values.errors import InvalidValueError
from benchside.session.values.load import format_mass

if TYPE_CHECKING:
    from benchside.session.values.load import Mass

TABLE: Final = "training_max"


def with_training_max(text: str, name: str, training_max: Mass) -> str:
    """Return an athlete's file with another training max; `name` is the exercise as it has it.

    A max that is not there yet is added to its table, a table that is not there to the end. Raises
    `InvalidValueError` where the file has problems, or is written so that it cannot be added.
    """
    written = json.dumps(format_mass(training_max))
    path = (TABLE, name)
    if (place := place_of_value(text, path)) is not None:
        row, start, end = place
        changed = _replaced(text, row, start, end, written)
    elif (header := place_of_value(text, (TABLE,))) is not None:
        changed = _inserted(text, header[0] + 1, f"{_key(name)} = {written}")
    else:
        body = f"{text.rstrip()}\n\n" if text.strip() else ""
        changed = f"{body}[{TABLE}]\n{_key(name)} = {written}\n"
    athlete = read_athlete(changed, file="")
    if not isinstance(athlete, Athlete) or athlete.training_max.get(name) != training_max:
        raise InvalidValueError(
            f"{name} cannot be written into the athlete's file",
            f"write it there by hand: {_key(name)} = {written} below [{TABLE}]",
        )
    return changed


def _replaced(text: str, row: int, start: int, end: int, written: str) -> str:
    lines = text.split("\n")
    raw = lines[row].encode()
    lines[row] = (raw[:start] + written.encode() + raw[end:]).decode()
    return "\n".join(lines)


def _inserted(text: str, row: int, line: str) -> str:
    lines = text.split("\n")
    is_windows = lines[0].endswith("\r")
    return "\n".join([*lines[:row], f"{line}\r" if is_windows else line, *lines[row:]])


def _key(name: str) -> str:
    """Write an exercise as a quoted key."""
    return json.dumps(name, ensure_ascii=False)
