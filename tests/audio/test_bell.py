from __future__ import annotations

import io

from benchside.audio.backends.bell import LATE_NS, BellSpeaker
from benchside.player.ports import ScheduledCue, SoundState
from benchside.testing.fakes import FakeClock
from benchside.timeline.cues import Cue, CueKind

MS = 1_000_000


def due(clock: FakeClock, *in_ms: int) -> list[ScheduledCue]:
    return [ScheduledCue(clock.now_ns() + ms * MS, Cue(0, CueKind.GO)) for ms in in_ms]


def test_the_bell_rings_when_a_cue_is_due_and_not_before() -> None:
    clock, terminal = FakeClock(), io.StringIO()
    bell = BellSpeaker(terminal, now_ns=clock.now_ns)
    bell.schedule(due(clock, 100, 5_000))

    bell.status()
    before = terminal.getvalue()
    clock.advance(110)
    bell.status()

    assert (before, terminal.getvalue()) == ("", "\a")


def test_a_cue_that_is_too_late_rings_no_bell_and_is_counted() -> None:
    clock, terminal = FakeClock(), io.StringIO()
    bell = BellSpeaker(terminal, now_ns=clock.now_ns)
    bell.schedule(due(clock, 100))

    clock.advance(101 + LATE_NS // MS)
    status = bell.status()

    assert (terminal.getvalue(), status.dropped) == ("", 1)


def test_a_muted_bell_is_silent_and_says_so() -> None:
    clock, terminal = FakeClock(), io.StringIO()
    bell = BellSpeaker(terminal, now_ns=clock.now_ns)
    bell.set_volume(1.0, muted=True)

    bell.schedule(due(clock, 0))

    assert bell.status().state is SoundState.MUTED
    assert terminal.getvalue() == ""


def test_a_cancelled_bell_does_not_ring() -> None:
    clock, terminal = FakeClock(), io.StringIO()
    bell = BellSpeaker(terminal, now_ns=clock.now_ns)
    bell.schedule(due(clock, 10))

    bell.cancel()
    clock.advance(20)
    bell.status()

    assert terminal.getvalue() == ""


def test_a_terminal_that_went_away_costs_the_bell_and_nothing_else() -> None:
    clock, terminal = FakeClock(), io.StringIO()
    bell = BellSpeaker(terminal, now_ns=clock.now_ns)
    terminal.close()

    bell.schedule(due(clock, 0))

    assert bell.status().state is SoundState.NO_DEVICE


def test_the_bell_does_not_ring_for_a_tick() -> None:
    clock, terminal = FakeClock(), io.StringIO()
    bell = BellSpeaker(terminal, now_ns=clock.now_ns)
    bell.schedule([ScheduledCue(clock.now_ns() + MS, Cue(0, CueKind.TICK))])

    clock.advance(2)
    status = bell.status()

    assert (terminal.getvalue(), status.dropped) == ("", 0)
