"""A moment as it is seen: the view is worked out here, so that no screen has to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from benchside.runner.commands import Undo
from benchside.runner.machine import State
from benchside.runner.moves import legal
from benchside.runner.progress import completed_reps, span_at
from benchside.runner.results import SetStatus
from benchside.session.values.reps import format_reps
from benchside.session.values.tempo import Phase
from benchside.timeline.cues import CueKind
from benchside.timeline.steps import StepKind
from benchside.view.countdown import countdown_of
from benchside.view.sets import last_set, note_card, set_card
from benchside.view.view import Activity, View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.runner.state import RunState
    from benchside.timeline.cues import Cue
    from benchside.timeline.steps import TimelineSet
    from benchside.view.forecast import Forecast
    from benchside.view.view import SetView

COACHING_MS: Final = 8_000
"""Where no reps are counted, the coaching cue changes after this time."""

_NOT_LED: Final = {State.READY, State.REVIEWING, State.FINISHED}

_COUNT_INS: Final = {StepKind.PREPARE, StepKind.SWITCH}

_PHASE_MOODS: Final = {
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


def build_view(
    moment: RunState, outlook: Forecast, *, flashing: Iterable[Cue], can_undo: bool
) -> View:
    """See a moment, with the cues that flash now, and whether the last command can be undone."""
    shown = moment.shown_set
    stretch = countdown_of(moment)
    changed = _earlier(moment, stretch.since_ms)
    rep, reps_done = _reps(moment)
    return View(
        session=moment.timeline.name,
        state=moment.state,
        mood=_mood(moment),
        paused_mood=_step_mood(moment) if moment.state is State.PAUSED else None,
        set=set_card(moment.timeline, shown.index, side=_side(moment)),
        next=_next_card(moment, shown),
        last=last_set(moment),
        note=note_card(moment),
        round=shown.round,
        rounds=moment.timeline.blocks[shown.block].rounds,
        digits=_digits(moment, stretch.seconds),
        counts_up=stretch.counts_up,
        rep=rep,
        reps_done=reps_done,
        reps_target=str(format_reps(shown.plan.reps)) if shown.plan.reps else "",
        bar=stretch.bar,
        coaching=_coaching(moment, shown, rep),
        elapsed_s=max(changed.session_ms, 0) // 1000,
        remaining_s=outlook.remaining_ms(changed) // 1000,
        sets_done=len(moment.done),
        sets_skipped=sum(1 for done in moment.done if done.status is SetStatus.SKIPPED),
        sets_assumed=sum(1 for done in moment.done if done.status is SetStatus.ASSUMED),
        sets_total=outlook.sets_total(moment),
        flash=_flash(flashing),
        slept_s=moment.slept_ms // 1000,
        allowed=legal(moment) | ({Undo} if can_undo else set()),
        status=moment.status,
    )


def next_change_ms(moment: RunState) -> int | None:
    """Find the moment at which the passing of time alone lets a view look different.

    In milliseconds since the session began; it may come too early, but not too late. None: not
    before something happens.
    """
    if moment.state in {State.REVIEWING, State.FINISHED}:
        return None
    stretch = countdown_of(moment)
    if moment.state in {State.READY, State.PAUSED}:
        return moment.now_ms + 1000 - _earlier(moment, stretch.since_ms).now_ms % 1000
    stable_ms = [stretch.stable_ms]
    if moment.resume_countdown_until_ms is None and moment.step.kind is StepKind.WORK:
        stable_ms.append(COACHING_MS - moment.elapsed_ms % COACHING_MS)
    return moment.now_ms + min(stable_ms)


def _flash(cues: Iterable[Cue]) -> CueKind | None:
    """Of several cues the latest is seen, and of several at once the one that tells most."""
    seen = max(cues, key=lambda cue: (cue.at_ms, _TELLS.get(cue.kind, 2)), default=None)
    return None if seen is None else seen.kind


def _earlier(moment: RunState, ms: int) -> RunState:
    """The same a little before: the small clocks change when the digits do, not between them."""
    return replace(moment, now_ms=moment.now_ms - ms, paused_at_ms=moment.paused_at_ms - ms)


def _next_card(moment: RunState, shown: TimelineSet) -> SetView | None:
    is_over = moment.state in {State.REVIEWING, State.FINISHED}
    if is_over or shown.index + 1 >= len(moment.timeline.sets):
        return None
    return set_card(moment.timeline, shown.index + 1)


def _side(moment: RunState) -> str:
    return "" if moment.step.kind is StepKind.REST else moment.step.side or ""


def _mood(moment: RunState) -> Activity:
    match moment.state:
        case State.READY:
            return Activity.READY
        case State.REVIEWING | State.FINISHED:
            return Activity.FINISHED
        case State.PAUSED:
            return Activity.PAUSED
        case State.WAITING:
            return Activity.WAIT
        case State.PREPARING if moment.resume_countdown_until_ms is not None:
            return Activity.PREPARE
        case _:
            return _step_mood(moment)


def _step_mood(moment: RunState) -> Activity:
    match moment.step.kind:
        case StepKind.PREPARE:
            return Activity.PREPARE
        case StepKind.SWITCH:
            return Activity.SWITCH
        case StepKind.REST:
            return Activity.REST
        case StepKind.WORK:
            span = span_at(moment.step, moment.elapsed_ms)
            if span is not None:
                return _PHASE_MOODS[span.phase]
            return Activity.LIFT if moment.step.duration_ms is None else _timed_mood(moment.set)


def _timed_mood(placed: TimelineSet) -> Activity:
    """Name work that goes by time by what is done in it."""
    return Activity.MAX if placed.plan.reps else Activity(placed.plan.timed_work)


def _digits(moment: RunState, seconds: int) -> str:
    if moment.state is State.READY:
        return ""
    if moment.state in {State.REVIEWING, State.FINISHED}:
        return clock_text(seconds)
    is_phase = bool(moment.step.spans)
    is_count_in = moment.state is State.PREPARING or moment.step.kind in _COUNT_INS
    return str(seconds) if is_phase or (is_count_in and seconds < 60) else clock_text(seconds)


def clock_text(seconds: int) -> str:
    """A duration as a clock: `0:05`, `2:45`, `1:02:03`."""
    minutes, left = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _reps(moment: RunState) -> tuple[int | None, int | None]:
    """The rep that is going on, from 1, and how many are completed; None where nobody counts."""
    if not moment.step.spans or moment.state in _NOT_LED:
        return None, None
    elapsed_ms = moment.elapsed_ms
    span = span_at(moment.step, elapsed_ms)
    done = completed_reps(moment.step, moment.set.plan, elapsed_ms)
    return (span.rep if span else None), done


def _coaching(moment: RunState, shown: TimelineSet, rep: int | None) -> str:
    cues = shown.plan.cues
    if not cues:
        return ""
    turn = shown.plan.number - 1
    if rep is not None:
        turn = rep - 1
    elif moment.step.kind is StepKind.WORK:
        turn = max(moment.elapsed_ms, 0) // COACHING_MS
    return cues[turn % len(cues)]
