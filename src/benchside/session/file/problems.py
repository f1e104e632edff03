"""Problems: what is wrong in a file, each with its place.

A user's mistake is a value: everything that reads a file collects problems and returns them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.session.file.findings import KeyPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong in a file. Sorts by file, line and column."""

    file: str
    path: KeyPath = ()
    """The keys that lead to it; empty where it concerns the file as a whole."""
    message: str
    """What was read, and what is wrong with it."""
    hint: str = ""
    """What to write instead; empty where the message says it."""
    line: int | None = None
    """Counts from 1; None where it concerns the file as a whole."""
    column: int | None = None
    """Counts characters from 1; None without a line."""
    source_line: str = ""
    """The line as it may be shown: tabs are spaces, control characters are replaced."""
    source_start: int = 1
    """The column at which `source_line` begins; more than 1 where a long line is cut."""
    width: int = 1
    """How many characters the caret underlines, at least one."""

    def __lt__(self, other: Problem) -> bool:
        return self._order() < other._order()

    def __str__(self) -> str:
        return self.render()

    def render(self) -> str:
        """Show the problem with its source line and a caret under what is wrong."""
        if self.line is None or self.column is None:
            hint = f"; {self.hint}" if self.hint else ""
            return f"{self.file}: {self.message}{hint}"
        return "\n".join(
            (
                f"{self.file}:{self.line}:{self.column}: {self.message}",
                f"{self.line:5} | {self.source_line}",
                f"      | {self.caret} {self.hint}".rstrip(),
            )
        )

    @property
    def caret(self) -> str:
        """What goes below `source_line`; empty where there is no line to show."""
        if self.column is None:
            return ""
        return " " * (self.column - self.source_start) + "^" * self.width

    def _order(self) -> tuple[str, int, int, str]:
        return self.file, self.line or 0, self.column or 0, self.message
