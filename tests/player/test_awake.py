"""Keeping the screen on, without ever being in the way."""

from __future__ import annotations

import threading
import time
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from benchside.player.awake import SHUTDOWN_TIMEOUT_S, KeepAwake

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

PATIENCE_S = 10


class Desktop:
    """A desktop that says when the screen is held on and when no more."""

    def __init__(self, reason: str = "") -> None:
        self.reason = reason
        self.held = threading.Event()
        self.released = threading.Event()

    @contextmanager
    def hold(self) -> Iterator[str]:
        self.held.set()
        yield self.reason
        self.released.set()


def test_the_screen_is_held_on_to_the_end_of_the_session() -> None:
    desktop = Desktop()

    with KeepAwake(desktop.hold) as awake:
        assert desktop.held.wait(PATIENCE_S)
        was_released_early = desktop.released.is_set()

    assert not was_released_early
    assert desktop.released.is_set()
    assert awake.reason == ""


def test_a_desktop_that_cannot_gives_its_reason_and_the_session_goes_on() -> None:
    desktop = Desktop("no desktop is running")

    with KeepAwake(desktop.hold) as awake:
        assert desktop.held.wait(PATIENCE_S)

    assert awake.reason == "no desktop is running"


def test_a_desktop_that_fails_is_a_reason_not_an_error() -> None:
    def broken() -> AbstractContextManager[str]:
        raise OSError("the bus is gone")

    with KeepAwake(broken) as awake:
        pass

    assert awake.reason == "the bus is gone"


def test_a_desktop_that_never_answers_holds_nobody_up() -> None:
    answer = threading.Event()

    @contextmanager
    def frozen() -> Iterator[str]:
        answer.wait()
        yield ""

    started = time.monotonic()
    with KeepAwake(frozen):
        entered_after_s = time.monotonic() - started

    assert entered_after_s < SHUTDOWN_TIMEOUT_S
    answer.set()


def test_the_real_desktop_is_asked_without_a_word_on_the_screen(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with KeepAwake():
        pass

    assert capfd.readouterr() == ("", "")
