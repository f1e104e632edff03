"""Lines that cannot be read, as values: named by their number, left where they are."""

from __future__ import annotations

from dataclasses import dataclass


class UnreadableLine(ValueError):  # noqa: N818 - the line is at fault, not the program
    """A line of the log or the journal that does not say what such a line has to say."""


@dataclass(frozen=True, slots=True)
class LineProblem:
    """What is wrong with a line."""

    line: int
    """Counts from 1."""
    message: str
    file: str = ""
    """Name of the file, where it is another one of the log than the first."""

    def __str__(self) -> str:
        place = f"line {self.line}: {self.message}"
        return f"{self.file}: {place}" if self.file else place
