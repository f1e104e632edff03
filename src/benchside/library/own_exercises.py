"""The athlete's own exercises, read from their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.session import ExercisesReading
from benchside.storage import is_there, read_text

if TYPE_CHECKING:
    from pathlib import Path


def load_exercises(path: Path) -> ExercisesReading:
    """Read a file of exercises; where there is none, those that ship are all there are."""
    if not is_there(path):
        return ExercisesReading()
    text = read_text(path)
    if not isinstance(text, str):
        return ExercisesReading(problems=(text,))
    from benchside.session import read_exercises  # its models take time to load

    return read_exercises(text, file=str(path))
