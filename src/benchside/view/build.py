"""A run as it is seen: the view is worked out here, so that no screen has to."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final, TypedDict

from benchside.runner import SetStatus, State, Undo, completed_reps, legal, span_at
from benchside.session import Phase
from benchside.timeline import CueKind, PartRest, Prepare, Rest, Review, Switch, Work
from benchside.view.cap_clock import cap_clock_of
from benchside.view.countdown import countdown_of
from benchside.view.sets import last_set, note_target, set_view
from benchside.view.view import Activity, PhaseWindow, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.runner import RunState
    from benchside.timeline import AgendaSet, Cue
    from benchside.view.forecast import Forecast
    from benchside.view.view import CapClock, SetView

COACHING_MS: Final = 8_000
"""Where no reps are counted, the coaching cue changes after this time."""

_NOT_LED: Final = {State.READY, State.REVIEWING, State.FINISHED}

_PHASE_ACTIVITIES: Final = {
    Phase.ECCENTRIC: Activity.ECCENTRIC,
    Phase.PAUSE_STRETCHED: Activity.PAUSE_STRETCHED,
    Phase.CONCENTRIC: Activity.CONCENTRIC,
    Phase.PAUSE_CONTRACTED: Activity.PAUSE_CONTRACTED,
}

_TELLS: Final = {
    CueKind.ECCENTRIC: 0,
    CueKind.PAUSE_STRETCHED: 0,
    CueKind.CONCENTRIC: 0,
    CueKind.EXPLOSIVE: 0,
    CueKind.PAUSE_CONTRACTED: 0,
    CueKind.REP_DONE: 1,
}
"""A phase has its word anyway, and reps are counted; what is not here says something of its own."""


class _Place(TypedDict):
    """The fields of a view that tell where in its block and its set the session stands."""

    round: int | None
    rounds: int | None
    part: int | None
    cap_clock: CapClock | None


def build_view(
    run: RunState, forecast: Forecast, *, flashing: Iterable[Cue], can_undo: bool
) -> View:
    """See a run, with the cues that flash now, and whether the last command can be undone."""
    shown = run.shown_set
    stretch = countdown_of(run)
    changed = _earlier(run, stretch.since_ms)
    rep, reps_done = _reps(run)
    return View(
        session=run.agenda.plan.name,
        state=run.state,
        mood=_activity(run),
        paused_mood=_step_activity(run) if run.state is State.PAUSED else None,
        set=set_view(run.agenda, shown, side=_side(run)),
        next=_next_card(run, shown),
        last=last_set(run),
        note=note_target(run),
        **_place(run, changed),
        seconds=None if run.state is State.READY else stretch.seconds,
        whole_s=-(-(stretch.whole_ms or stretch.asked_ms) // 1000),
        starts_in_s=stretch.seconds if _starts_itself(run) else None,
        counts_up=stretch.counts_up,
        phase=_phase(run),
        rep=rep,
        reps_done=reps_done,
        bar=stretch.bar,
        coaching=_coaching(run, shown, rep),
        elapsed_s=max(changed.session_ms, 0) // 1000,
        remaining_s=forecast.remaining_ms(changed) // 1000,
        sets_done=len(run.results.sets),
        sets_skipped=sum(1 for one in run.results.sets if one.status is SetStatus.SKIPPED),
        sets_assumed=sum(1 for one in run.results.sets if one.status is SetStatus.ASSUMED),
        sets_total=forecast.sets_total,
        sets_passed_over=_passed_over(run, shown),
        flash=_flash(flashing),
        slept_s=run.clock.slept_ms // 1000,
        allowed=legal(run) | ({Undo} if can_undo else set()),
        status=run.status,
    )


def _place(run: RunState, changed: RunState) -> _Place:
    """Return where in its block and its set the session stands."""
    shown, step = run.shown_set, run.step
    return _Place(
        round=shown.id.round,
        rounds=_rounds(run, shown),
        part=step.part or None if isinstance(step, Work | PartRest) else None,
        cap_clock=cap_clock_of(run, changed),
    )


def next_change_ms(run: RunState) -> int | None:
    """Return the moment at which the passing of time alone lets a view look different.

    In milliseconds since the session began; it may come too early, but not too late. None: not
    before something happens.
    """
    if run.state in {State.REVIEWING, State.FINISHED}:
        return None
    stretch = countdown_of(run)
    if run.state in {State.READY, State.PAUSED}:
        return run.now_ms + 1000 - _earlier(run, stretch.since_ms).now_ms % 1000
    stable_ms = [stretch.stable_ms]
    if run.clock.resume_countdown_until_ms is None and isinstance(run.step, Work):
        stable_ms.append(COACHING_MS - run.elapsed_ms % COACHING_MS)
    return run.now_ms + min(stable_ms)


def _flash(cues: Iterable[Cue]) -> CueKind | None:
    """Of several cues the latest is seen, and of several at once the one that tells most."""
    seen = max(cues, key=lambda cue: (cue.at_ms, _TELLS.get(cue.kind, 2)), default=None)
    return None if seen is None else seen.kind


def _earlier(run: RunState, ms: int) -> RunState:
    """Return the same a little before: small clocks change with the digits, not between them."""
    clock = replace(run.clock, paused_at_ms=run.clock.paused_at_ms - ms)
    return replace(run, now_ms=run.now_ms - ms, clock=clock)


def _next_card(run: RunState, shown: AgendaSet) -> SetView | None:
    if run.state in {State.REVIEWING, State.FINISHED}:
        return None
    following = run.agenda.next_after(shown.id, run.results.worked)
    return None if following is None else set_view(run.agenda, following)


def _rounds(run: RunState, shown: AgendaSet) -> int | None:
    """Return how many rounds the block has; None without rounds, or where nobody knows."""
    block = run.agenda.block_of(shown.id)
    return None if block.rounds is None else run.agenda.expected_rounds[shown.id.block]


def _passed_over(run: RunState, shown: AgendaSet) -> int:
    left = run.agenda.left(run.results.ids)
    if run.state in {State.REVIEWING, State.FINISHED}:
        return sum(1 for _ in left)
    place = run.agenda.place(shown.id)
    return sum(1 for one in takewhile(lambda one: run.agenda.place(one.id) < place, left))


def _side(run: RunState) -> str:
    return "" if isinstance(run.step, Rest) else run.step.side or ""


def _activity(run: RunState) -> Activity:
    match run.state:
        case State.READY:
            return Activity.READY
        case State.REVIEWING | State.FINISHED:
            return Activity.FINISHED
        case State.PAUSED:
            return Activity.PAUSED
        case State.WAITING:
            return Activity.WAIT
        case State.PREPARING if run.clock.resume_countdown_until_ms is not None:
            return Activity.PREPARE
        case _:
            return _step_activity(run)


def _step_activity(run: RunState) -> Activity:
    match run.step:
        case Prepare():
            return Activity.PREPARE
        case Switch():
            return Activity.SWITCH
        case Rest() | PartRest():
            return Activity.REST
        case Review():
            return Activity.FINISHED
        case Work() as step:
            span = span_at(step, run.elapsed_ms)
            if span is not None:
                return _PHASE_ACTIVITIES[span.phase]
            return Activity.LIFT if step.duration_ms is None else _timed_activity(run.set)


def _timed_activity(placed: AgendaSet) -> Activity:
    """Return the name of work that goes by time by what is done in it."""
    return Activity.MAX if placed.planned.reps else Activity(placed.planned.timed_work)


def _starts_itself(run: RunState) -> bool:
    """Return whether the next set begins without a key, if none is pressed."""
    if run.state is State.PREPARING:
        return True
    return run.state is State.RESTING and run.ends_ms is not None


def _phase(run: RunState) -> PhaseWindow | None:
    """Return the phase that moves now; None in a pause, a rest, and where no beat is given."""
    if run.state is not State.WORKING or not isinstance(run.step, Work):
        return None
    span = span_at(run.step, run.elapsed_ms)
    tempo = run.set.planned.tempo
    if span is None or tempo is None:
        return None
    return PhaseWindow(
        kind=span.phase,
        started_ms=run.clock.origin_ms + span.start_ms,
        ends_ms=run.clock.origin_ms + span.end_ms,
        rep=span.rep,
        of=run.step.spans[-1].rep,
        is_explosive=tempo.is_explosive and span.phase is Phase.CONCENTRIC,
    )


def _reps(run: RunState) -> tuple[int | None, int | None]:
    """Return the rep that is going on, from 1, and how many are completed.

    None where nobody counts.
    """
    if not isinstance(run.step, Work) or not run.step.spans or run.state in _NOT_LED:
        return None, None
    elapsed_ms = run.elapsed_ms
    span = span_at(run.step, elapsed_ms)
    done = completed_reps(run.step, run.set.planned, elapsed_ms)
    return (span.rep if span else None), done


def _coaching(run: RunState, shown: AgendaSet, rep: int | None) -> str:
    cues = shown.planned.cues
    if not cues:
        return ""
    turn = shown.planned.number - 1
    if rep is not None:
        turn = rep - 1
    elif isinstance(run.step, Work):
        turn = max(run.elapsed_ms, 0) // COACHING_MS
    return cues[turn % len(cues)]
