"""Lines that cannot be read, as values: named by their number, left where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_PROBLEMS: Final = 1_000
"""Lines that cannot be read and are told one by one."""


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


class ProblemList:
    """Problems of lines: the first thousand one by one, the others as a number."""

    def __init__(self, problems: Iterable[LineProblem] = ()) -> None:
        self._told: list[LineProblem] = []
        self._more = 0
        self._last: LineProblem | None = None
        for problem in problems:
            self.add(problem)

    def add(self, problem: LineProblem) -> None:
        """Add a problem."""
        if len(self._told) < MAX_PROBLEMS:
            self._told.append(problem)
        else:
            self._more, self._last = self._more + 1, problem

    def told(self) -> tuple[LineProblem, ...]:
        """Return what is told."""
        if self._last is None:
            return tuple(self._told)
        more = f"it and {self._more - 1:,} before it cannot be read, either"
        return (*self._told, LineProblem(self._last.line, more, self._last.file))
