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

    def is_open(self, moment: RunState) -> bool:
        """Whether it can be taken back now."""
        return (
            moment.now_ms < self.closes_ms
            and self.before.state is not State.READY
            and moment.state is not State.FINISHED
            and _records(moment) == _records(self.after)
        )

    def take_back(self, moment: RunState) -> Change:
        """Go on from before the command; what is recorded otherwise then is told again."""
        now_ms = moment.now_ms
        restored, _ = advance(self.before, now_ms)
        told = {done.set_index: done for done in moment.done}
        kept = {done.set_index: done for done in restored.done}
        events: list[Event] = [CuesChanged(now_ms)]
        events += [SetWithdrawn(now_ms, index) for index in told if index not in kept]
        events += [
            SetFinished(now_ms, done) for index, done in kept.items() if told.get(index) != done
        ]
        if restored.state is State.REVIEWING:
            events.append(ReviewStarted(now_ms))
        else:
            events.append(StepStarted(now_ms, restored.position))
        return restored, tuple(events)


def _records(moment: RunState) -> tuple[SetResult, ...]:
    """What is recorded, without the rests: they end by themselves."""
    return tuple(replace(done, rest_ms=None) for done in moment.done)
