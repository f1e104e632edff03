"""The one place where the lines of all screens leave for the terminal, made safe on the way.

Text from files, journals, devices and the keyboard may hold escapes; what a file may say is checked
when it is read, but a journal gives back what it holds. Colours are given beside the text, never in
it, so whatever commands a terminal here is none of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from textual.app import App
from textual.filter import LineFilter

from benchside.session import is_safe, without_controls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.color import Color


class SafeLines(LineFilter):
    """Leaves out each character that commands a terminal; it was counted as no cell wide."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Make a line safe; one that is safe stays as it is."""
        if all(is_safe(segment.text) for segment in segments):
            return segments
        return [
            Segment(without_controls(text), style, control) for text, style, control in segments
        ]


_SAFE_LINES: Final = SafeLines()


class SafeApp(App[None]):
    """An app that draws nothing but safe lines."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Make every line of every screen safe, last of all."""
        return [*super().get_line_filters(), _SAFE_LINES]
