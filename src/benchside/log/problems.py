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

    def __str__(self) -> str:
        return f"line {self.line}: {self.message}"
