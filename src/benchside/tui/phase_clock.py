"""Session time between two views, for what moves with a phase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.tui.key_runs import loop_time_s
from benchside.view import BAR_PARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.view import PhaseWindow

MAX_DRIFT_MS: Final = 400
"""Further from what the view tells, the clock is set anew; within it the motion stays smooth."""


class PhaseClock:
    """Goes on from what a view has told of the phase that is going on."""

    def __init__(self, now_s: Callable[[], float] = loop_time_s) -> None:
        self._now_s = now_s
        self._offset_ms = 0.0
        self._phase: PhaseWindow | None = None

    @property
    def now_ms(self) -> float:
        """Milliseconds since the session began, as far as the views have told."""
        return self._now_s() * 1_000 + self._offset_ms

    def follow(self, phase: PhaseWindow | None, bar: int) -> None:
        """Take what a view tells: the phase, and how much of it is over in parts of a bar."""
        if phase is None:
            self._phase = None
            return
        told_ms = phase.started_ms + (phase.ends_ms - phase.started_ms) * bar / BAR_PARTS
        is_new = self._phase is None
        self._phase = phase
        if is_new or abs(told_ms - self.now_ms) > MAX_DRIFT_MS:
            self._offset_ms = told_ms - self._now_s() * 1_000
