"""The clock of what moves with a phase."""

from __future__ import annotations

from dataclasses import replace

from benchside.session.values.tempo import Phase
from benchside.tui.phase_clock import MAX_DRIFT_MS, PhaseClock
from benchside.view.view import BAR_PARTS, PhaseWindow
from tests.tui.test_key_runs import Stopwatch

PHASE = PhaseWindow(
    kind=Phase.CONCENTRIC, started_ms=20_000, ends_ms=21_000, rep=4, of=8, is_explosive=False
)


def test_a_phase_that_has_just_begun_stands_at_its_start_and_goes_on_by_itself() -> None:
    time = Stopwatch()
    clock = PhaseClock(time)

    clock.follow(PHASE, 0)
    assert clock.now_ms == PHASE.started_ms

    time.wait(0.5)
    assert clock.now_ms == PHASE.started_ms + 500


def test_what_is_told_within_the_drift_moves_nothing() -> None:
    time = Stopwatch()
    clock = PhaseClock(time)
    clock.follow(PHASE, 0)

    time.wait(0.3)
    clock.follow(PHASE, BAR_PARTS // 4)

    assert clock.now_ms == PHASE.started_ms + 300


def test_a_clock_that_is_far_off_is_set_anew() -> None:
    time = Stopwatch()
    clock = PhaseClock(time)
    clock.follow(PHASE, 0)

    later = replace(PHASE, started_ms=PHASE.ends_ms, ends_ms=PHASE.ends_ms + 10 * MAX_DRIFT_MS)
    clock.follow(later, BAR_PARTS // 2)

    assert clock.now_ms == later.started_ms + 5 * MAX_DRIFT_MS


def test_a_pause_is_not_gone_through() -> None:
    time = Stopwatch()
    clock = PhaseClock(time)
    clock.follow(PHASE, 0)
    clock.follow(None, 0)
    time.wait(0.2)

    clock.follow(PHASE, BAR_PARTS // 2)

    assert clock.now_ms == PHASE.started_ms + 500
