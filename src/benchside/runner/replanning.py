"""A session that bends: what the commands that change the agenda do to a running session.

The set that is being worked stays as it is. In a rest and in a count-in the session goes on with
whatever comes next now.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from benchside.runner import transitions
from benchside.runner.commands import AddSet, ChangeLoad, Defer, DropSet, Jump, Redo, Swap
from benchside.runner.machine import Refused, State
from benchside.runner.pausing import pause
from benchside.runner.results import SetStatus
from benchside.runner.state import StepClock, is_time_over, off_clock_ms
from benchside.timeline import (
    AgendaError,
    Prepare,
    Rest,
    Review,
    add_set,
    change_load,
    defer_exercise,
    drop_set,
    rest_between,
    steps_of,
    swap_exercise,
)

if TYPE_CHECKING:
    from benchside.runner.state import RunState
    from benchside.runner.transitions import Change
    from benchside.timeline import Agenda, AgendaSet, SetId

Replanning: TypeAlias = Jump | Redo | Defer | AddSet | DropSet | ChangeLoad | Swap
"""Commands that change what comes."""


def replan(run: RunState, command: Replanning) -> Change:
    """Carry out a command that changes what comes; raises `Refused` where it cannot be done."""
    if isinstance(command, Redo):
        return redo(run)
    if command.set not in run.agenda:
        raise Refused("there is no such set in this session")
    if is_time_over(run, command.set):
        raise Refused("the time of its block is over")
    if isinstance(command, Jump):
        return jump(run, command)
    try:
        agenda = _changed(run, command)
    except AgendaError as error:
        raise Refused(str(error)) from None
    return _follow(run, agenda)


def jump(run: RunState, command: Jump) -> Change:
    """Go on with a set that is not done; what is passed over stays to come."""
    result = run.results.of(command.set)
    if result is not None and result.status is not SetStatus.SKIPPED:
        raise Refused("that set is over; it can be corrected")
    one = run.agenda.at(command.set)
    if run.state is State.READY:
        return _ready(run, one), ()
    if isinstance(run.step, Rest):
        return _rest_for(_on_new_clock(run, one), run.step, one)
    return _enter(run, one)


def redo(run: RunState) -> Change:
    """Begin the set that was worked last again; its result stands until it is done again."""
    if run.results.last_id is None:
        raise Refused("no set is done yet")
    return _enter(run, run.agenda.at(run.results.last_id))


def not_done(run: RunState) -> SetId | None:
    """Return a set to return to from the review: passed over, or skipped as the last one."""
    passed_over = next((one.id for one in run.agenda.left(run.results.ids)), None)
    if run.is_early or passed_over is not None:
        return None if run.is_early else passed_over
    result = run.results.of(run.agenda.sets[-1].id)
    is_skipped = result is not None and result.status is SetStatus.SKIPPED
    return run.agenda.sets[-1].id if is_skipped else None


def _is_work(run: RunState) -> bool:
    return not isinstance(run.step, Prepare | Rest | Review)


def _changed(run: RunState, command: Defer | AddSet | DropSet | ChangeLoad | Swap) -> Agenda:
    agenda, set_id = run.agenda, command.set
    # By the step, not by the state: the count-in after a pause is one of a set that is worked.
    is_worked = run.state is State.PAUSED or run.progress.sides or _is_work(run)
    fixed = run.results.ids | {run.step.set} if is_worked else run.results.ids
    match command:
        case Defer():
            return defer_exercise(agenda, set_id, fixed=fixed)
        case AddSet():
            return add_set(agenda, set_id)
        case DropSet():
            return drop_set(agenda, set_id, fixed=fixed)
        case ChangeLoad(_, load, all_left):
            return change_load(agenda, set_id, load, all_left=all_left, done=run.results.ids)
        case Swap(_, exercise, starts_with, cues):
            return swap_exercise(
                agenda, set_id, exercise, starts_with=starts_with, cues=cues, fixed=fixed
            )


def _follow(run: RunState, agenda: Agenda) -> Change:
    """Go on with what comes next in a changed agenda."""
    step = run.step
    if run.state is State.READY:
        is_first = step.set == run.agenda.sets[0].id or step.set not in agenda
        first = agenda.sets[0] if is_first else agenda.at(step.set)
        return _ready(replace(run, agenda=agenda), first), ()
    if isinstance(step, Prepare):
        return _prepare(run, agenda)
    if isinstance(step, Rest):
        return _rest_anew(run, step, agenda)
    return replace(run, agenda=agenda), ()


def _prepare(run: RunState, agenda: Agenda) -> Change:
    """In a count-in: begin that of another set if it changed places, or keep to this one.

    A set that was chosen out of turn, to be done again or ahead of others, stays.
    """
    set_id = run.step.set
    planned = _in_its_place(run, run.agenda)
    was_chosen = planned is None or planned.id != set_id
    following = _in_its_place(run, agenda)
    if was_chosen and set_id in agenda:
        following = agenda.at(set_id)
    if following is None:
        return transitions.review(_moved(run, agenda), is_early=False)
    if following.id != set_id:
        entered, events = transitions.enter_set(_moved(run, agenda), following)
        return pause(entered) if run.state is State.PAUSED else entered, events
    return replace(run, agenda=agenda, steps_left=steps_of(following)[1:]), ()


def _in_its_place(run: RunState, agenda: Agenda) -> AgendaSet | None:
    """Return the set that now stands where the announced one stood."""
    before = run.agenda.place(run.step.set)
    kept = [one for one in run.agenda.sets[:before] if one.id in agenda]
    if not kept:
        return next((one for one in agenda.sets if one.id not in run.results.ids), None)
    return agenda.next_after(kept[-1].id, run.results.worked)


def _moved(run: RunState, agenda: Agenda) -> RunState:
    """Take the agenda over while no step of its own holds the session."""
    known = run.step.set if run.step.set in agenda else agenda.sets[0].id
    return replace(run, agenda=agenda, step=replace(run.step, set=known))


def _rest_anew(run: RunState, step: Rest, agenda: Agenda) -> Change:
    """In a rest: rest on, for whatever comes next now."""
    planned = run.agenda.next_after(step.set, run.results.worked)
    was_jump = planned is None or planned.id != step.following
    following = agenda.next_after(step.set, run.results.worked)
    if was_jump and step.following in agenda:
        following = agenda.at(step.following)
    run = replace(run, agenda=agenda)
    if following is None:
        return transitions.review(run, is_early=False)
    return _rest_for(back_on_clock(run, following.id), step, following)


def _rest_for(run: RunState, step: Rest, following: AgendaSet) -> Change:
    before = run.agenda.at(step.set)
    if step.set.block in run.agenda.closed_blocks:
        before = run.agenda.as_last_of_block(before)
    rest = rest_between(before, following)
    if run.state is State.PAUSED:
        return _not_over(replace(run, step=rest or replace(step, following=following.id))), ()
    if rest is None:
        return transitions.enter_set(run, following)
    run = replace(run, step=rest)
    if run.state is State.WAITING and run.ready_ms is None:
        run = replace(run, clock=replace(run.clock, waits_for_key=True))
    return _if_it_is_over(run, following)


def _not_over(run: RunState) -> RunState:
    """Let a rest that is paused, and would be over by now, be over when the pause is."""
    paused_at_ms = run.clock.paused_at_ms
    if isinstance(run.step, Rest) and run.step.on_clock_ms is not None:
        return _clock_waits(run, run.step.on_clock_ms, until_ms=paused_at_ms)
    late_ms = 0 if run.over_ms is None else max(paused_at_ms - run.over_ms, 0)
    return replace(run, clock=replace(run.clock, extra_ms=run.clock.extra_ms + late_ms))


def _clock_waits(run: RunState, on_clock_ms: int, *, until_ms: int) -> RunState:
    """Let the clock of the block wait for a moment on it that is over already."""
    late_ms = until_ms - ((run.block_clock_ms or 0) + on_clock_ms)
    return transitions.hold_clock(run, max(late_ms, 0))


def _if_it_is_over(run: RunState, following: AgendaSet) -> Change:
    """Go on at once where a rest that was changed is over already, with a whole count-in."""
    if run.ready_ms is not None and run.ready_ms <= run.now_ms:
        run = replace(run, state=State.WAITING)
    if run.ends_ms is not None and run.ends_ms <= run.now_ms:
        if isinstance(run.step, Rest) and run.step.on_clock_ms is not None:
            run = _clock_waits(run, run.step.on_clock_ms, until_ms=run.now_ms)
        return transitions.enter_set(run, following)
    return transitions.cue_anew(run, from_ms=run.now_ms + 1), ()


def _on_new_clock(run: RunState, one: AgendaSet) -> RunState:
    """Start the clock of a block anew where another round is begun out of turn."""
    is_on_clock = run.agenda.block_of(one.id).every_ms is not None
    return replace(run, block_clock_ms=None) if is_on_clock else back_on_clock(run, one.id)


def back_on_clock(run: RunState, set_id: SetId) -> RunState:
    """Let the clock of a block go on where it stood when the block was over."""
    is_same_block = set_id.block == run.step.set.block
    return transitions.hold_clock(run, off_clock_ms(run)) if is_same_block else run


def _enter(run: RunState, one: AgendaSet) -> Change:
    run = _on_new_clock(run, one)
    run = replace(run, ended_ms=None, is_early=False, clock=StepClock(origin_ms=run.now_ms))
    return transitions.enter_set(run, one)


def _ready(run: RunState, one: AgendaSet) -> RunState:
    steps = steps_of(one)
    return replace(run, step=steps[0], steps_left=steps[1:])
