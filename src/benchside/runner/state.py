"""A running session at one moment, as one immutable value, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from benchside.runner.machine import State
from benchside.runner.results import Outcome, SetResults
from benchside.timeline import Prepare, Rest, Review, Work

if TYPE_CHECKING:
    from benchside.runner.results import SessionStatus, SideResult
    from benchside.session import PlannedBlock
    from benchside.timeline import Agenda, AgendaSet, Cue, SetId, Step


RESUME_COUNTDOWN_MS: Final = 5_000
"""The count-in after a pause, before work goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepClock:
    """The clock of the current step. Moments are milliseconds since the session began."""

    origin_ms: int = 0
    """When the step would have begun had nothing interrupted it: elapsed = now − origin."""
    extra_ms: int = 0
    """Added to the step by the athlete."""
    waits_for_key: bool = False
    """The step ends by a key only, though it has a duration: nobody was there when it was over."""
    resume_countdown_until_ms: int | None = None
    """A count-in after a pause lasts until then; the step goes on from there."""
    paused_at_ms: int = 0
    """Since when the session is paused; of no meaning in other states."""
    slept_ms: int = 0
    """How long the laptop slept during this step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetProgress:
    """What is known of the set that is going on or comes next."""

    started_ms: int = 0
    sides: tuple[SideResult, ...] = ()
    """Its sides that are finished."""


@dataclass(frozen=True, kw_only=True)
class RunState:
    """Everything that a running session knows. All times are milliseconds since it began."""

    agenda: Agenda
    step: Step
    """The current step; before the session begins, the one that it begins with."""
    steps_left: tuple[Step, ...] = ()
    """What of its set comes after the current step."""
    state: State = State.READY
    now_ms: int = 0
    clock: StepClock = field(default_factory=StepClock)
    progress: SetProgress = field(default_factory=SetProgress)
    cues: tuple[Cue, ...] = ()
    """Cues to come, each with its moment since the session began, in due order."""
    block_clock_ms: int | None = None
    """When the first set of the block began; None before."""
    ignore_go_until_ms: int = 0
    """Until then a `go` is taken for one that was meant to end what has just ended by itself."""
    results: SetResults = field(default_factory=SetResults)
    rest_since_ms: int | None = None
    """When the set that is rested from has ended; None while none is."""
    status: SessionStatus | None = None
    ended_ms: int | None = None
    """When the last set was over and the review began; None before."""
    is_early: bool = False
    """The athlete ended the session before its last set."""
    aways: tuple[tuple[int, int], ...] = ()
    """Interruptions: the moment of the session, and for how many milliseconds nothing ran."""
    note: str = ""
    """What the athlete has written on the session as a whole."""
    set_notes: tuple[tuple[SetId, str], ...] = ()
    """Notes on sets that have no result yet; each goes into the result of its set."""

    @property
    def set(self) -> AgendaSet:
        """The set that the current step belongs to; of a rest the one before it."""
        return self.agenda.at(self.step.set)

    @property
    def outcome(self) -> Outcome:
        """What the session has come to so far."""
        return Outcome(
            sets=self.results.sets, ended_ms=self.session_ms, aways=self.aways, note=self.note
        )

    @property
    def shown_set(self) -> AgendaSet:
        """The set that is going on; in a rest the next one."""
        step = self.step
        return self.agenda.at(step.following if isinstance(step, Rest) else step.set)

    @property
    def set_to_come(self) -> SetId | None:
        """The set that is going on, or comes next; None once all are over."""
        if self.state in {State.REVIEWING, State.FINISHED}:
            return None
        return self.shown_set.id

    @property
    def block(self) -> PlannedBlock:
        """The block that the current step belongs to."""
        return self.agenda.block_of(self.step.set)

    @property
    def session_ms(self) -> int:
        """How long the session has been going on, or was."""
        return self.now_ms if self.ended_ms is None else self.ended_ms

    @property
    def elapsed_ms(self) -> int:
        """Time of the step that is over; stands still in a pause and in the count-in after one."""
        clock = self.clock
        if self.state is State.READY:
            return 0
        if self.ended_ms is not None:
            return self.ended_ms - clock.origin_ms
        if clock.resume_countdown_until_ms is not None:
            return clock.resume_countdown_until_ms - clock.origin_ms
        until_ms = clock.paused_at_ms if self.state is State.PAUSED else self.now_ms
        return until_ms - clock.origin_ms

    @property
    def over_ms(self) -> int | None:
        """When the step is over, whether it then ends or waits; None for reps at will."""
        step = self.step
        if isinstance(step, Review):
            return None
        on_clock_ms = step.on_clock_ms if isinstance(step, Prepare | Rest) else None
        if on_clock_ms is not None and self.block_clock_ms is not None:
            return max(self.block_clock_ms + on_clock_ms, self.clock.origin_ms)
        length_ms = step.duration_ms
        if length_ms is None and isinstance(step, Rest):
            length_ms = step.ready_ms
        return None if length_ms is None else self.clock.origin_ms + length_ms + self.clock.extra_ms

    @property
    def ends_ms(self) -> int | None:
        """When the step ends by itself; None where only a key ends it."""
        is_open = isinstance(self.step, Review) or self.step.duration_ms is None
        return None if self.clock.waits_for_key or is_open else self.over_ms

    @property
    def ready_ms(self) -> int | None:
        """From when on an open rest waits for the athlete; None in any other step."""
        is_open = isinstance(self.step, Work | Rest) and self.step.duration_ms is None
        return self.over_ms if is_open else None

    @property
    def cap_ms(self) -> int | None:
        """When the time cap of the block cuts it off; None where there is none, or not now."""
        cap_ms = self.block.time_cap_ms
        if cap_ms is None or self.block_clock_ms is None or self.clock.waits_for_key:
            return None
        step = self.step
        is_past = isinstance(step, Review) or (
            isinstance(step, Rest) and step.following.block != step.set.block
        )
        return None if is_past else self.block_clock_ms + cap_ms


def note_to_come(run: RunState, set_id: SetId) -> str:
    """Return the note that is written on a set before it has a result; empty without one."""
    return dict(run.set_notes).get(set_id, "")


def is_time_over(run: RunState, set_id: SetId) -> bool:
    """Return whether a set does not come any more because the time cap of its block is reached."""
    if set_id.block in run.agenda.closed_blocks:
        return True
    cap_ms = run.agenda.block_of(set_id).time_cap_ms
    is_same_block = set_id.block == run.step.set.block
    if cap_ms is None or run.block_clock_ms is None or not is_same_block:
        return False
    until_ms = run.clock.paused_at_ms if run.state is State.PAUSED else run.now_ms
    return until_ms - off_clock_ms(run) >= run.block_clock_ms + cap_ms


def off_clock_ms(run: RunState) -> int:
    """Return how long the clock of the block stands already: in the rest after it or the review."""
    if isinstance(run.step, Review):
        return run.now_ms - run.session_ms
    if isinstance(run.step, Rest) and run.step.following.block != run.step.set.block:
        return run.elapsed_ms
    return 0


def cap_clock_ms(run: RunState) -> int | None:
    """Return what the clock of a block with a time cap shows, pauses left out; None without one."""
    if run.block.time_cap_ms is None or run.block_clock_ms is None:
        return None
    return run.clock.origin_ms + run.elapsed_ms - run.block_clock_ms


def ready(agenda: Agenda, steps: tuple[Step, ...]) -> RunState:
    """Return a session that has not begun, before the steps of its first set."""
    return RunState(agenda=agenda, step=steps[0], steps_left=steps[1:])
