"""Lines on their way to the terminal: no text in them commands it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.geometry import Region

from benchside.session.values.errors import is_safe
from benchside.tui.safe_lines import SafeLines
from benchside.tui.screens.line import LineScreen
from tests.tui import views
from tests.tui.looking import session

if TYPE_CHECKING:
    from textual.widget import Widget

BLACK = Color(0, 0, 0)


def text_of(widget: Widget) -> str:
    """What a widget sends to the terminal."""
    width, height = widget.outer_size
    strips = widget.render_lines(Region(0, 0, width, height))
    return "".join(segment.text for strip in strips for segment in strip)


@pytest.mark.parametrize(
    "text",
    [
        "a\x1b]0;title\x07b",
        "a\x9b2Jb",
        "a\u202eb",
        "a\u2066b",
        "a\r\nb",
        "a\ud800b",
    ],
)
def test_a_text_that_commands_a_terminal_is_shown_without_its_commands(text: str) -> None:
    lines = SafeLines().apply([Segment(text)], BLACK)

    [shown] = [segment.text for segment in lines]
    assert is_safe(shown)
    assert (shown[0], shown[-1]) == ("a", "b")


def test_a_text_of_another_script_is_shown_as_it_is() -> None:
    segments = [Segment("ضغط الصدر"), Segment("ヒップスラスト"), Segment("👩‍🦰 60 kg")]

    assert SafeLines().apply(segments, BLACK) == segments


async def test_a_note_with_an_escape_reaches_the_terminal_without_it() -> None:
    async with session(views.REST) as bench:
        await bench.app.push_screen(LineScreen("Note", "", "heel\x1b]0;title\x07 lifts"))
        await bench.settle()

        sent = text_of(bench.app.screen.query_one("LineInput"))

        assert "heel]0;title lifts" in sent
        assert is_safe(sent)
