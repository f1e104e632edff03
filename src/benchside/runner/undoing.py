"""Taking the last command back.

The session goes on as if the command had never been given, with the time that has passed since. It
loses nothing: where a set has been recorded since, there is no way back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from benchside.runner.events import (
    CuesChanged,
    ReviewStarted,
    SetFinished,
    SetWithdrawn,
    StepStarted,
)
from benchside.runner.machine import State
from benchside.runner.passing import advance
from benchside.timeline import kind_of

if TYPE_CHECKING:
    from benchside.runner.events import Event
    from benchside.runner.results import SetResult
    from benchside.runner.state import RunState
    from benchside.runner.transitions import Change

UNDO_MS: Final = 10_000
"""For so long the last command can be taken back."""


@dataclass(frozen=True, slots=True)
class Undoable:
    """The last command of the athlete, by the moments before and after it."""

    before: RunState
    after: RunState

    @property
    def closes_ms(self) -> int:
        """From when on it cannot be taken back any more, in milliseconds of the session."""
        return self.after.now_ms + UNDO_MS

    def is_open(self, run: RunState) -> bool:
        """Return whether it can be taken back now."""
        return (
            run.now_ms < self.closes_ms
            and self.before.state is not State.READY
            and run.state is not State.FINISHED
            and _records(run) == _records(self.after)
        )

    def take_back(self, run: RunState) -> Change:
        """Go on from before the command; what is recorded otherwise then is told again."""
        now_ms = run.now_ms
        restored, _ = advance(self.before, now_ms)
        told = {one.set: one for one in run.results.sets}
        kept = {one.set: one for one in restored.results.sets}
        events: list[Event] = [CuesChanged(now_ms)]
        events += [SetWithdrawn(now_ms, set_id) for set_id in told if set_id not in kept]
        events += [
            SetFinished(now_ms, one) for set_id, one in kept.items() if told.get(set_id) != one
        ]
        if restored.state is State.REVIEWING:
            events.append(ReviewStarted(now_ms))
        else:
            step = restored.step
            events.append(StepStarted(now_ms, kind_of(step), step.set, step.side))
        return restored, tuple(events)


def _records(run: RunState) -> tuple[SetResult, ...]:
    """Return what is recorded, without the rests: they end by themselves."""
    return tuple(replace(one, rest_ms=None) for one in run.results.sets)
