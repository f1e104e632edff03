"""What each command does, once the table has found it legal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from benchside.runner import amending, replanning, transitions
from benchside.runner.commands import (
    Abandon,
    AddSet,
    AddTime,
    Amend,
    Away,
    Back,
    ChangeLoad,
    Close,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Jump,
    Note,
    NoteSession,
    Pause,
    Proceed,
    Redo,
    Skip,
    Slept,
    Swap,
    Undo,
)
from benchside.runner.events import CueReached, CuesChanged
from benchside.runner.machine import MOVES, Refused, State, TooSoon
from benchside.runner.pausing import end_resume_countdown, pause, resume, sleep
from benchside.runner.results import SessionStatus, SetStatus
from benchside.runner.state import is_time_over
from benchside.timeline import Cue, CueKind, Prepare, Rest, Work, steps_of

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.runner.state import RunState
    from benchside.runner.transitions import Change
    from benchside.timeline import SetId, Step

IGNORE_GO_MS: Final = 700
"""A `go` so soon after the end of a step was meant to end it: it must not end the next as well."""


def legal(run: RunState) -> frozenset[type[Command]]:
    """Return the moves of the table that make sense now.

    Whether there is an undo the runner knows.
    """
    moves = set(MOVES[run.state]) - {Undo}
    if run.clock.resume_countdown_until_ms is not None:
        moves.discard(AddTime)
    if not run.results.sets:
        moves.discard(Amend)
    last_id = run.results.last_id
    if last_id is None or is_time_over(run, last_id):
        moves.discard(Redo)
    if run.state is State.PREPARING and not isinstance(run.step, Prepare):
        # A set is going on: between its sides or parts, or in the count-in after a pause.
        moves -= {Jump, Redo}
    if run.state is State.REVIEWING and replanning.not_done(run) is None:
        moves.discard(Back)
    return frozenset(moves)


def guarded(run: RunState, ms: int) -> RunState:
    """Take a `go` within this time for one that came too late."""
    return replace(run, ignore_go_until_ms=run.now_ms + ms)


def apply(run: RunState, command: Command, *, now_ms: int) -> Change:
    """Carry a legal command out; raises `Refused` if it makes no sense now.

    The moment is that of the command; where the laptop slept, that at which it fell asleep.
    """
    if type(command) not in legal(run):
        raise Refused(f"{type(command).__name__.lower()} does nothing here")
    match command:
        case Amend():
            return amending.amend(run, command)
        case Note():
            return amending.note(run, command)
        case NoteSession(text):
            return replace(run, note=text), ()
        case Away(ms):
            return replace(run, aways=(*run.aways, (run.now_ms, ms))), ()
        case Close():
            return transitions.close(run)
        case Go() if run.state is State.REVIEWING:
            return _confirm_all(run)
        case Slept():
            return _then_cue(sleep(run, command, now_ms=now_ms))
        case Undo():
            raise AssertionError("the runner takes commands back itself")
        case _:
            return _then_cue(*_moved(run, command))


Moving: TypeAlias = (
    Go | Proceed | Pause | Skip | Back | AddTime | FinishEarly | Abandon | replanning.Replanning
)
"""Commands after which other cues may come."""


def _moved(run: RunState, command: Moving) -> Change:
    match command:
        case Go():
            return _go(run)
        case Proceed():
            return _move_on(run, by_key=False)
        case Pause():
            return (resume(run) if run.state is State.PAUSED else pause(run)), ()
        case Skip():
            return _skip(run)
        case Back():
            return _back(run)
        case AddTime():
            return _add_time(run, command), ()
        case FinishEarly():
            return _finish_early(run)
        case Abandon():
            return transitions.finish(run, SessionStatus.ABANDONED)
        case Jump() | Redo() | Defer() | AddSet() | DropSet() | ChangeLoad() | Swap():
            return replanning.replan(run, command)
        case _:
            assert_never(command)


def _then_cue(run: RunState, events: tuple[Event, ...] = ()) -> Change:
    """Tell first that the cues known before no longer hold."""
    return run, (CuesChanged(run.now_ms), *events)


def _go(run: RunState) -> Change:
    """Answer for the set before, then do the obvious thing."""
    _refuse_too_soon(run)
    run, events = transitions.confirm(run, run.results.last)
    run, more = _move_on(run, by_key=True)
    return run, events + more


def _refuse_too_soon(run: RunState) -> None:
    if run.now_ms < run.ignore_go_until_ms:
        raise TooSoon("too soon after the end of the step before")


def _confirm_all(run: RunState) -> Change:
    """Answer for every set that is still assumed, and end the session."""
    _refuse_too_soon(run)
    events: tuple[Event, ...] = ()
    for result in run.results.sets:
        run, more = transitions.confirm(run, result)
        events += more
    run, more = transitions.close(run)
    return run, events + more


def _move_on(run: RunState, *, by_key: bool) -> Change:
    """Start, end the set, start the next one, or go on after a pause."""
    if run.state is State.WORKING and isinstance(run.step, Work):
        told = CueReached(run.now_ms, Cue(run.now_ms, CueKind.SET_DONE))
        is_last = run.step.is_last
        run, events = transitions.end_work(run, run.step, by_key=by_key)
        return run, (told, *events) if is_last else events
    if run.state is State.READY:
        return transitions.enter_set(run, run.set)
    if run.state is State.PAUSED:
        return resume(run), ()
    if run.clock.resume_countdown_until_ms is not None:
        return end_resume_countdown(run), ()
    return transitions.enter_next(run)


def _skip(run: RunState) -> Change:
    if isinstance(run.step, Rest):
        return transitions.enter_next(run)
    if run.set.planned.parts and run.progress.sides:
        return _end_parts(run)
    run, events = transitions.end_set(transitions.cut_side(run), SetStatus.SKIPPED)
    run, more = _after_skipped(run)
    return run, events + more


def _end_parts(run: RunState) -> Change:
    """End a set of parts with those that were done."""
    told = CueReached(run.now_ms, Cue(run.now_ms, CueKind.SET_DONE))
    run, events = transitions.end_set(run, SetStatus.DONE)
    run, more = transitions.rest_after(run, run.set)
    return run, (told, *events, *more)


def _after_skipped(run: RunState) -> Change:
    """Begin the next set at once, or the rest that keeps it to its clock."""
    following = run.agenda.next_after(run.step.set, run.results.worked)
    if following is None or following.on_clock_ms is not None:
        return transitions.rest_after(run, run.set)
    return transitions.enter_set(run, following)


def _back(run: RunState) -> Change:
    if run.state is State.REVIEWING:
        set_id = replanning.not_done(run) or run.step.set
        run = replanning.back_on_clock(run, set_id)
        run = replace(run, ended_ms=None, is_early=False)
        run, events = transitions.enter_set(run, run.agenda.at(set_id))
    else:
        run, events = transitions.enter(run, _steps_of_back(run))
    return _keep_to_clock(run), events


def _keep_to_clock(run: RunState) -> RunState:
    """Let the clock of the block wait for a count-in that would end too late for it."""
    step = run.step
    on_clock_ms = step.on_clock_ms if isinstance(step, Prepare) else None
    if not isinstance(step, Prepare) or on_clock_ms is None or run.block_clock_ms is None:
        return run
    late_ms = run.now_ms + step.duration_ms - (run.block_clock_ms + on_clock_ms)
    run = transitions.hold_clock(run, max(late_ms, 0))
    return transitions.cue_anew(run, from_ms=run.now_ms)


def _steps_of_back(run: RunState) -> tuple[Step, ...]:
    """Return the steps that `back` leads to: from the one that begins anew, or of another set."""
    match run.step:
        case Work():
            steps = steps_of(run.set)
            return steps[max(steps.index(run.step) - 1, 0) :]
        case Prepare():
            before = run.agenda.before(run.step.set)
            return _of_skipped(run, None if before is None else before.id)
        case Rest():
            return _of_skipped(run, run.step.set)
        case _:
            return _current_steps(run)


def _current_steps(run: RunState) -> tuple[Step, ...]:
    return (run.step, *run.steps_left)


def _of_skipped(run: RunState, set_id: SetId | None) -> tuple[Step, ...]:
    """Return the steps of that set, if it was skipped; otherwise the present ones."""
    result = None if set_id is None or is_time_over(run, set_id) else run.results.of(set_id)
    if result is None or result.status is not SetStatus.SKIPPED:
        return _current_steps(run)
    return steps_of(run.agenda.at(result.set))


def _add_time(run: RunState, command: AddTime) -> RunState:
    over_ms = run.over_ms
    added_ms = command.ms if over_ms is None else max(command.ms, run.now_ms - over_ms)
    is_on_clock = isinstance(run.step, Prepare | Rest) and run.step.on_clock_ms is not None
    if is_on_clock and run.block_clock_ms is not None:
        run = transitions.hold_clock(run, added_ms)
    else:
        run = replace(run, clock=replace(run.clock, extra_ms=run.clock.extra_ms + added_ms))
    return transitions.cue_anew(run, from_ms=run.now_ms + 1)


def _finish_early(run: RunState) -> Change:
    events: tuple[Event, ...] = ()
    if not isinstance(run.step, Rest):
        run = transitions.cut_side(run)
        if run.progress.sides:
            run, events = transitions.end_set(run, SetStatus.CUT)
    run, more = transitions.review(run, is_early=True)
    return run, events + more
