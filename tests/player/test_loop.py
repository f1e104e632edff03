"""The session's own loop: it goes on whatever its screen does."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import pytest

from benchside.log.entries import ResultEntry, decode
from benchside.player.clock import SystemClock
from benchside.player.loop import SessionLoop
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.player.state import Answer
from benchside.runner.commands import FinishEarly, Go
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.testing import FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker, a_set
from benchside.testing.builders import an_agenda
from tests.gym import header_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PATIENCE_S = 20.0
"""How long anything may take on a busy machine; nothing is measured."""

TIMELINE = an_agenda(
    a_set(reps=1, tempo="0-0-X-0", prepare="0s", rest="1s"),
    a_set(reps=1, tempo="0-0-X-0", prepare="0s"),
)


class BrokenJournal(MemoryJournal):
    """A journal that fails in a way that nobody foresees."""

    def write(self, line: Mapping[str, object]) -> None:
        if "set" in line:
            raise ZeroDivisionError("a bug")


class ToldToEnd(Exception):  # noqa: N818 - as ctrl-C
    """What a signal raises on the main thread."""


class SignalledJournal(MemoryJournal):
    """A journal whose program is told to end while a key is being written."""

    def write(self, line: Mapping[str, object]) -> None:
        super().write(line)
        if "command" in line:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(0.1)


@contextmanager
def told_to_end_by_a_signal() -> Iterator[None]:
    def end(*_: object) -> NoReturn:
        raise ToldToEnd

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def a_player(journal: MemoryJournal) -> Player:
    recorder = SessionRecorder(
        journal=journal,
        logbook=MemoryLogbook(),
        header=lambda started: header_of(TIMELINE, started),
    )
    speaker = RecordingSpeaker(FakeClock())
    return Player(Runner(TIMELINE), clock=SystemClock(), speaker=speaker, recorder=recorder)


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal()


@pytest.fixture
def loop(journal: MemoryJournal) -> Iterator[SessionLoop]:
    made = SessionLoop(a_player(journal))
    yield made
    made.close()


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def sets_in(journal: MemoryJournal) -> int:
    lines = [decode(json.dumps(line)) for line in journal.lines]
    return sum(isinstance(line, ResultEntry) for line in lines)


@pytest.mark.slow
def test_a_session_goes_on_by_itself_once_it_is_started(
    loop: SessionLoop, journal: MemoryJournal
) -> None:
    loop.start(lambda: None)
    loop.press(Go())

    wait_until(lambda: sets_in(journal) >= 2)

    wait_until(lambda: loop.state.view.state is State.REVIEWING)


@pytest.mark.slow
def test_a_screen_that_never_answers_costs_no_set(
    loop: SessionLoop, journal: MemoryJournal
) -> None:
    told = threading.Event()
    loop.start(told.set)
    loop.press(Go())

    wait_until(lambda: sets_in(journal) >= 2)  # nobody looks at the state meanwhile

    assert told.is_set()


@pytest.mark.slow
def test_nothing_is_told_while_nothing_changes(loop: SessionLoop) -> None:
    told: list[int] = []
    loop.start(lambda: told.append(1))

    time.sleep(1.2)

    assert len(told) <= 1  # the sound has started


def test_what_an_order_has_changed_is_told_too(loop: SessionLoop) -> None:
    told = threading.Event()
    loop.start(told.set)
    loop.press(Go())
    wait_until(lambda: loop.state.view.state is State.WORKING)
    told.clear()

    loop.order(FinishEarly())

    assert told.wait(PATIENCE_S)
    assert loop.state.view.state is State.REVIEWING


def test_a_key_acts_at_once_and_is_seen_in_the_state(loop: SessionLoop) -> None:
    loop.start(lambda: None)

    assert loop.press(Go()) is Answer.DONE

    assert loop.state.view.state is State.WORKING


@pytest.mark.skipif(sys.platform == "win32", reason="no signal comes from outside there")
def test_a_program_that_is_told_to_end_while_a_key_is_written_writes_it_once() -> None:
    journal = SignalledJournal()
    loop = SessionLoop(a_player(journal))
    loop.start(lambda: None)

    with told_to_end_by_a_signal(), pytest.raises(ToldToEnd):
        loop.press(Go())
    loop.close()

    assert [line for line in journal.lines if "command" in line] == [
        {"at_ms": 0, "command": {"name": "go"}}
    ]


def test_a_key_after_the_loop_has_failed_is_still_answered() -> None:
    loop = SessionLoop(a_player(BrokenJournal()))
    loop.start(lambda: None)
    loop.press(Go())
    wait_until(lambda: loop.unsaved is None and "session" not in names_of_threads())

    answer = loop.press(Go())

    assert isinstance(answer, Answer)
    loop.close()


def names_of_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate()]


def test_what_ends_the_loop_is_raised_to_whoever_asks_for_the_state() -> None:
    loop = SessionLoop(a_player(BrokenJournal()))
    loop.start(lambda: None)
    loop.press(Go())

    with pytest.raises(ZeroDivisionError):
        wait_until(lambda: loop.state.view.state is State.FINISHED)

    loop.close()


def test_a_loop_that_was_closed_ticks_no_more(loop: SessionLoop, journal: MemoryJournal) -> None:
    loop.start(lambda: None)
    loop.press(Go())

    loop.close()
    loop.close()

    written = len(journal.lines)
    time.sleep(0.3)
    assert len(journal.lines) == written
    assert "session" not in [thread.name for thread in threading.enumerate()]


def test_a_loop_that_was_never_started_closes(loop: SessionLoop, journal: MemoryJournal) -> None:
    loop.close()

    assert journal.is_closed
