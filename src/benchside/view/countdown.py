"""The stretch of time that is shown large: what the digits and the bar measure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.runner import RESUME_COUNTDOWN_MS, State, span_at
from benchside.timeline import Rest, Work
from benchside.view.view import BAR_PARTS

if TYPE_CHECKING:
    from benchside.runner import RunState

BAR_MS: Final = 125
"""A bar that moves more often costs more power than it tells."""


@dataclass(frozen=True, slots=True)
class Countdown:
    """A phase, a hold, a rest or a count-in, or time that is only counted up."""

    past_ms: int
    whole_ms: int = 0
    """0: nobody knows."""
    asked_ms: int = 0
    """How long it was to be, where what is past is counted up."""
    is_coarse: bool = False
    """Its bar moves with the digits: two things that change at once are painted once."""

    @property
    def counts_up(self) -> bool:
        """Whether the digits count what has passed, not what is left."""
        return not self.whole_ms

    @property
    def seconds(self) -> int:
        """What the digits say."""
        return -(-(self.whole_ms - self.past_ms) // 1000) if self.whole_ms else self.past_ms // 1000

    @property
    def since_ms(self) -> int:
        """For how long they have been saying it."""
        return (self.past_ms - self.whole_ms) % 1000

    @property
    def bar(self) -> int:
        """How much of it is over, 0 to `BAR_PARTS`."""
        return self._step * BAR_PARTS // self._steps if self._steps else 0

    @property
    def stable_ms(self) -> int:
        """For how long digits and bar will stay as they are, while time passes."""
        digits_ms = 1000 - self.since_ms
        if self.is_coarse or self._step >= self._steps:
            return digits_ms
        step_ends_ms = -(-(self._step + 1) * self.whole_ms // self._steps)
        return min(digits_ms, step_ends_ms - self.past_ms)

    @property
    def _steps(self) -> int:
        """In how many steps the bar moves."""
        return min(self.whole_ms // BAR_MS, BAR_PARTS)

    @property
    def _step(self) -> int:
        if not self._steps:
            return 0
        past_ms = self.past_ms - self.since_ms if self.is_coarse else self.past_ms
        return min(max(past_ms, 0) * self._steps // self.whole_ms, self._steps)


def countdown_of(run: RunState) -> Countdown:
    """Measure what is going on."""
    if run.state is State.READY:
        return Countdown(0)
    if run.state in {State.REVIEWING, State.FINISHED}:
        return Countdown(run.session_ms)
    countdown_until_ms = run.clock.resume_countdown_until_ms
    if countdown_until_ms is not None:
        return Countdown(
            RESUME_COUNTDOWN_MS - (countdown_until_ms - run.now_ms), RESUME_COUNTDOWN_MS
        )
    elapsed_ms = run.elapsed_ms
    span = span_at(run.step, elapsed_ms) if isinstance(run.step, Work) else None
    if span is not None:
        return Countdown(elapsed_ms - span.start_ms, span.end_ms - span.start_ms)
    if isinstance(run.step, Rest):
        return _rest(run, elapsed_ms)
    ends_ms = run.ends_ms
    return Countdown(elapsed_ms, 0 if ends_ms is None else ends_ms - run.clock.origin_ms)


def _rest(run: RunState, elapsed_ms: int) -> Countdown:
    """Return the length of a rest up to the next set: the count-in is a part of it."""
    whole_ms = (run.over_ms or 0) - run.clock.origin_ms
    if run.state is State.WAITING:
        return Countdown(elapsed_ms, asked_ms=whole_ms)
    if run.ends_ms is not None:
        whole_ms += run.shown_set.planned.prepare_ms
    return Countdown(elapsed_ms, whole_ms, is_coarse=True)
