"""How one state of a session becomes the next: entering and leaving steps.

Every function takes a state and returns another with the events of the change. None of them asks
whether the change is legal: the table in `machine` has.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.runner.events import (
    CueReached,
    ReviewStarted,
    SessionFinished,
    SetFinished,
    StepStarted,
)
from benchside.runner.machine import State
from benchside.runner.progress import has_assumed_reps, side_result, with_part
from benchside.runner.results import SessionStatus, SetResult, SetStatus
from benchside.runner.state import SetProgress, StepClock, cap_clock_ms, note_to_come
from benchside.timeline import (
    SESSION_DONE_AFTER_MS,
    Cue,
    CueKind,
    Prepare,
    Rest,
    Review,
    StepKind,
    Work,
    cues_for,
    is_cut_off,
    kind_of,
    rest_between,
    steps_of,
    with_relative_loads,
)

if TYPE_CHECKING:
    from benchside.runner.events import Event
    from benchside.runner.results import SideResult
    from benchside.runner.state import RunState
    from benchside.timeline import AgendaSet, Step

Change: TypeAlias = "tuple[RunState, tuple[Event, ...]]"

_STATES: Final = {
    StepKind.PREPARE: State.PREPARING,
    StepKind.SWITCH: State.PREPARING,
    StepKind.PART_REST: State.PREPARING,
    StepKind.WORK: State.WORKING,
    StepKind.REST: State.RESTING,
}


def enter_next(run: RunState) -> Change:
    """Begin what comes after the current step: the next of its set, a rest, a set, the review."""
    if run.steps_left:
        return enter(run, run.steps_left)
    if isinstance(run.step, Rest):
        return enter_set(run, run.agenda.at(run.step.following))
    return rest_after(run, run.set)


def rest_after(run: RunState, before: AgendaSet) -> Change:
    """Begin the rest after a set that is over; where there is none, the next set or the review."""
    following = run.agenda.next_after(before.id, run.results.worked)
    if following is None:
        return review(run, is_early=False)
    rest = rest_between(before, following)
    return enter_set(run, following) if rest is None else enter(run, (rest,))


def enter_set(run: RunState, one: AgendaSet) -> Change:
    """Begin a set now, with its count-in."""
    return enter(replace(run, agenda=run.agenda.reached(one.id)), steps_of(one))


def enter(run: RunState, steps: tuple[Step, ...]) -> Change:
    """Begin the first of some steps now; the others follow it."""
    if run.clock.waits_for_key and run.over_ms is not None:
        run = hold_clock(run, run.now_ms - run.over_ms)
    step, before = steps[0], run.step.set.block
    run = replace(
        run,
        step=step,
        steps_left=steps[1:],
        clock=StepClock(origin_ms=run.now_ms),
        state=_STATES[kind_of(step)],
        block_clock_ms=run.block_clock_ms if step.set.block == before else None,
    )
    events: tuple[Event, ...] = (StepStarted(run.now_ms, kind_of(step), step.set, step.side),)
    if isinstance(step, Work):
        run, more = _begin_work(run, step)
        events += more
    return cue_anew(run, from_ms=run.now_ms), events


def _begin_work(run: RunState, step: Work) -> Change:
    if run.block_clock_ms is None:
        run = replace(run, block_clock_ms=run.now_ms - run.agenda.due_on_clock_ms(step.set))
    sides = run.set.planned.sides
    if step.part > 1 or (sides and step.side != sides[0]):
        return run, ()
    started = replace(run.progress, started_ms=run.now_ms, sides=())
    return _end_rest(replace(run, progress=started))


def hold_clock(run: RunState, ms: int) -> RunState:
    """Let so much time not count for rounds on the clock and for a time cap."""
    if run.block_clock_ms is None:
        return run
    return replace(run, block_clock_ms=run.block_clock_ms + ms)


def _end_rest(run: RunState) -> Change:
    """Write down how long the rest before this set was; again, if the set begins again."""
    rested = run.results.last
    is_begun_again = run.results.last_id == run.step.set
    if rested is None or run.rest_since_ms is None or is_begun_again:
        return run, ()
    return record(run, replace(rested, rest_ms=run.now_ms - run.rest_since_ms))


def record(run: RunState, result: SetResult) -> Change:
    """Keep the result of a set, in the place of what was known of it before."""
    kept = run.results.with_result(result)
    loads = {one.set: one.load for one in kept.sets if one.sides}
    agenda = with_relative_loads(run.agenda, loads)
    return replace(run, agenda=agenda, results=kept), (SetFinished(run.now_ms, result),)


def cue_anew(run: RunState, *, from_ms: int) -> RunState:
    """Line up the cues of the step from a moment on, for the length that the step has now."""
    step = run.step
    if isinstance(step, Review):
        return replace(run, cues=())
    ends_ms = run.ends_ms
    duration_ms = None if ends_ms is None else ends_ms - run.clock.origin_ms
    if step.duration_ms is None:
        cues, shift_ms = cues_for(step, None), run.clock.extra_ms
    else:
        cues, shift_ms = (() if duration_ms is None else cues_for(step, duration_ms)), 0
    offset_ms = run.clock.origin_ms + shift_ms
    due = (cue.later(offset_ms) for cue in cues)
    to_come = (cue for cue in due if cue.at_ms >= from_ms and not is_cut_off(cue, run.cap_ms))
    return replace(run, cues=tuple(to_come))


def end_work(run: RunState, step: Work, *, by_key: bool) -> Change:
    """End what is worked now: the next part or the other side follows, or the set is done.

    A set that the athlete has not ended, or whose reps nobody has counted, is assumed.
    """
    planned = run.set.planned
    side = side_result(step, planned, run.elapsed_ms, is_whole=True)
    run = with_side(run, side)
    is_capped = run.cap_ms is not None and run.cap_ms <= run.now_ms
    if not step.is_last:
        return _cut_here(run) if is_capped else enter_next(run)
    is_known = by_key and not has_assumed_reps(planned)
    run, events = end_set(run, SetStatus.DONE if is_known else SetStatus.ASSUMED)
    run, more = leave_block(run) if is_capped else enter_next(run)
    return run, events + more


def with_side(run: RunState, side: SideResult) -> RunState:
    """Add a side, or a part of the side before, to the set that is going on."""
    sides = run.progress.sides
    if side.parts and sides and sides[-1].side == side.side:
        sides = (*sides[:-1], with_part(sides[-1], side))
    else:
        sides = (*sides, side)
    return replace(run, progress=replace(run.progress, sides=sides))


def end_set(run: RunState, status: SetStatus) -> Change:
    """Record the current set as it stands, with the sides that were worked.

    What was done of a set that is being done again stands until it is done.
    """
    set_notes = tuple(one for one in run.set_notes if one[0] != run.set.id)
    note, run = note_to_come(run, run.set.id), replace(run, set_notes=set_notes)
    is_broken_off = status in {SetStatus.SKIPPED, SetStatus.CUT}
    if is_broken_off and run.step.set in run.results.worked:
        return replace(run, progress=SetProgress(), steps_left=()), ()
    is_started = not isinstance(run.step, Prepare)
    result = SetResult(
        set=run.set.id,
        status=status,
        started_ms=run.progress.started_ms if is_started else run.now_ms,
        ended_ms=run.now_ms,
        sides=run.progress.sides,
        load=run.set.planned.load,
        note=note,
        clock_ms=cap_clock_ms(run) if is_started else None,
    )
    run = replace(run, progress=SetProgress(started_ms=run.progress.started_ms), steps_left=())
    if result.sides:
        run = replace(
            run, results=replace(run.results, last_id=result.set), rest_since_ms=run.now_ms
        )
    elif is_started:
        run = replace(run, rest_since_ms=None)
    return record(run, result)


def cut_side(run: RunState) -> RunState:
    """Add the side that is being worked, as far as it went, to the sides of the set."""
    if not isinstance(run.step, Work) or run.elapsed_ms <= 0:
        return run
    side = side_result(run.step, run.set.planned, run.elapsed_ms, is_whole=False)
    return with_side(run, side)


def cut_block(run: RunState) -> Change:
    """End the block at its time cap: what was done of the set is kept."""
    return _cut_here(cut_side(run))


def _cut_here(run: RunState) -> Change:
    events: tuple[Event, ...] = ()
    if run.progress.sides:
        run, events = end_set(run, SetStatus.CUT)
    told = CueReached(run.now_ms, Cue(run.now_ms, CueKind.SET_DONE))
    run, more = leave_block(run)
    return run, (told, *events, *more)


def leave_block(run: RunState) -> Change:
    """Go on after the block: nothing more of it comes."""
    run = replace(run, agenda=run.agenda.closed(run.step.set.block), steps_left=())
    return rest_after(run, run.agenda.as_last_of_block(run.set))


def review(run: RunState, *, is_early: bool) -> Change:
    """End the training: what was done can be corrected until it is logged."""
    told = Cue(run.now_ms + SESSION_DONE_AFTER_MS, CueKind.SESSION_DONE)
    run = replace(
        run,
        step=Review(set=run.step.set),
        steps_left=(),
        state=State.REVIEWING,
        ended_ms=run.now_ms,
        is_early=is_early,
        cues=(),
    )
    return run, (CueReached(run.now_ms, told), ReviewStarted(run.now_ms))


def close(run: RunState) -> Change:
    """End the review; a session that nobody has answered for is not complete."""
    return finish(run, status_of(run, SetStatus.DONE))


def status_of(run: RunState, *kept: SetStatus) -> SessionStatus:
    """Return how a session ends in which sets of these statuses count as done.

    It is complete if it was led to its end, no set was passed over, and one of them is done.
    """
    has_done = any(one.status in kept for one in run.results.sets)
    was_led = not run.is_early and run.ended_ms is not None
    is_complete = has_done and was_led and not any(run.agenda.left(run.results.ids))
    return SessionStatus.COMPLETE if is_complete else SessionStatus.PARTIAL


def finish(run: RunState, status: SessionStatus) -> Change:
    """End the session for good."""
    ended_ms = run.now_ms if run.ended_ms is None else run.ended_ms
    run = replace(run, state=State.FINISHED, status=status, ended_ms=ended_ms, cues=())
    return run, (SessionFinished(run.now_ms, status),)


def confirm(run: RunState, result: SetResult | None) -> Change:
    """Let the athlete have answered for a set that was assumed."""
    if result is None or result.status is not SetStatus.ASSUMED:
        return run, ()
    return record(run, replace(result, status=SetStatus.DONE))
