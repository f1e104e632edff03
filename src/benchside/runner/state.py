"""A running session at one moment, as one immutable value, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.runner.machine import State
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.runner.results import SessionStatus, SetResult, SideResult
    from benchside.timeline.cues import Cue
    from benchside.timeline.steps import Step, Timeline, TimelineBlock, TimelineSet


RESUME_COUNTDOWN_MS: Final = 5_000
"""The count-in after a pause, before work goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunState:
    """Everything that a running session knows. All times are milliseconds since it began."""

    timeline: Timeline
    state: State = State.READY
    now_ms: int = 0
    position: int = 0
    """The current step in `Timeline.steps`."""
    origin_ms: int = 0
    """When the step would have begun had nothing interrupted it: elapsed = now − origin."""
    extra_ms: int = 0
    """Added to the step by the athlete."""
    waits_for_key: bool = False
    """The step ends by a key only, though it has a duration: nobody was there when it was over."""
    resume_countdown_until_ms: int | None = None
    """A count-in after a pause lasts until then; the step goes on from there."""
    cues: tuple[Cue, ...] = ()
    """Cues to come, each with its moment since the session began, in due order."""
    block_clock_ms: int | None = None
    """When the first set of the block began; None before."""
    paused_at_ms: int = 0
    """Since when the session is paused; of no meaning in other states."""
    ignore_go_until_ms: int = 0
    """Until then a `go` is taken for one that was meant to end what has just ended by itself."""
    slept_ms: int = 0
    """How long the laptop slept during this step."""
    set_started_ms: int = 0
    sides: tuple[SideResult, ...] = ()
    """Sides of the current set that are finished."""
    note: str = ""
    """Belongs to the current set; goes into its record."""
    done: tuple[SetResult, ...] = ()
    """One entry a set at the most, in the order of the sets."""
    last_set: int | None = None
    """The set that was worked last, to its end or not; one skipped in its count-in is none."""
    rest_since_ms: int | None = None
    """When the set that is rested from has ended; None while none is."""
    status: SessionStatus | None = None
    ended_ms: int | None = None
    """When the last set was over and the review began; None before."""
    is_early: bool = False
    """The athlete ended the session before its last set."""
    aways: tuple[tuple[int, int], ...] = ()
    """Interruptions: the moment of the session, and for how many milliseconds nothing ran."""

    @property
    def step(self) -> Step:
        """The current step."""
        return self.timeline.steps[self.position]

    @property
    def set(self) -> TimelineSet:
        """The set that the current step belongs to."""
        return self.timeline.sets[self.step.set_index]

    @property
    def shown_set(self) -> TimelineSet:
        """The set that is going on; in a rest the next one."""
        if self.step.kind is StepKind.REST:
            return self.timeline.sets[self.step.set_index + 1]
        return self.set

    @property
    def set_to_come(self) -> int | None:
        """Index of the set that is going on, or comes next; None once all are over."""
        if self.state in {State.REVIEWING, State.FINISHED}:
            return None
        return self.shown_set.index

    @property
    def block(self) -> TimelineBlock:
        """The block that the current step belongs to."""
        return self.timeline.blocks[self.set.block]

    @property
    def session_ms(self) -> int:
        """How long the session has been going on, or was."""
        return self.now_ms if self.ended_ms is None else self.ended_ms

    @property
    def elapsed_ms(self) -> int:
        """Time of the step that is over; stands still in a pause and in the count-in after one."""
        if self.state is State.READY:
            return 0
        if self.ended_ms is not None:
            return self.ended_ms - self.origin_ms
        if self.resume_countdown_until_ms is not None:
            return self.resume_countdown_until_ms - self.origin_ms
        until_ms = self.paused_at_ms if self.state is State.PAUSED else self.now_ms
        return until_ms - self.origin_ms

    @property
    def over_ms(self) -> int | None:
        """When the step is over, whether it then ends or waits; None for reps at will."""
        step = self.step
        if step.on_clock_ms is not None and self.block_clock_ms is not None:
            return max(self.block_clock_ms + step.on_clock_ms, self.origin_ms)
        length_ms = step.ready_ms if step.duration_ms is None else step.duration_ms
        return None if length_ms is None else self.origin_ms + length_ms + self.extra_ms

    @property
    def ends_ms(self) -> int | None:
        """When the step ends by itself; None where only a key ends it."""
        return None if self.waits_for_key or self.step.duration_ms is None else self.over_ms

    @property
    def ready_ms(self) -> int | None:
        """From when on an open rest waits for the athlete; None in any other step."""
        return self.over_ms if self.step.duration_ms is None else None

    @property
    def cap_ms(self) -> int | None:
        """When the time cap of the block cuts it off; None where there is none, or not now."""
        block = self.block
        if block.time_cap_ms is None or self.block_clock_ms is None or self.waits_for_key:
            return None
        return self.block_clock_ms + block.time_cap_ms if self.position < block.cap_step else None

    @property
    def last_done(self) -> SetResult | None:
        """The set that was finished last, as it is recorded; None before there is one."""
        return None if self.last_set is None else self.done_of(self.last_set)

    def done_of(self, set_index: int) -> SetResult | None:
        """What is recorded of a set; None if nothing is."""
        return next((one for one in self.done if one.set_index == set_index), None)
