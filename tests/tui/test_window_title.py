"""The title of the terminal's window while the program has it, and afterwards."""

from __future__ import annotations

import pytest
from textual.app import App

from benchside.tui.window_title import GIVE_BACK, PUT_ASIDE, WindowTitle, title_sequence


class TitledApp(App[None]):
    TITLE = "Benchside"


async def test_the_window_is_called_what_the_app_is_called_and_gets_its_title_back() -> None:
    app, written = TitledApp(), list[str]()
    async with app.run_test() as pilot:
        title = WindowTitle(app, written.append)
        title.take()
        app.sub_title = "rest before Squat, set 2 of 5"
        await pilot.pause()
        title.give_back()
        app.sub_title = ""
        await pilot.pause()

    assert written == [
        PUT_ASIDE,
        "\x1b]2;Benchside\x07",
        "\x1b]2;rest before Squat, set 2 of 5 · Benchside\x07",
        GIVE_BACK,
    ]


async def test_after_a_suspend_the_window_has_the_title_again() -> None:
    app, written = TitledApp(), list[str]()
    async with app.run_test() as pilot:
        title = WindowTitle(app, written.append)
        title.take()
        title.give_back()
        written.clear()
        title.take()
        app.sub_title = "paused"
        await pilot.pause()

    assert written == [PUT_ASIDE, "\x1b]2;Benchside\x07", "\x1b]2;paused · Benchside\x07"]


async def test_a_terminal_without_a_title_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    app, written = TitledApp(), list[str]()
    async with app.run_test():
        title = WindowTitle(app, written.append)
        title.take()
        title.give_back()

    assert written == []


@pytest.mark.parametrize("text", ["a\x07b", "a\x1b\\b", "a\x9cb", "a\nb", "a\x1b]0;other\x07"])
def test_no_text_can_end_the_title_and_command_the_terminal(text: str) -> None:
    sequence = title_sequence("Benchside", text)

    assert sequence.startswith("\x1b]2;")
    assert sequence.endswith(" · Benchside\x07")
    assert sequence[4:-1].isprintable()
