"""A moment as it is seen: the view is worked out here, so that no screen has to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.runner.cards import last_set, set_card
from benchside.runner.machine import State
from benchside.runner.moment import LEAD_MS
from benchside.runner.moves import legal
from benchside.runner.view import BAR_PARTS, Mood, View
from benchside.runner.work import completed_reps, span_at
from benchside.session.reps import format_reps
from benchside.session.tempo import Phase
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.runner.moment import Moment
    from benchside.runner.outlook import Outlook
    from benchside.runner.view import SetCard
    from benchside.timeline.cues import CueKind
    from benchside.timeline.steps import TimelineSet

COACHING_MS: Final = 8_000
"""Where no reps are counted, the coaching cue changes after this time."""

_COUNT_INS: Final = {StepKind.PREPARE, StepKind.SWITCH}

BAR_MS: Final = 125
"""A bar that moves more often costs more power than it tells."""

REST_BAR_MS: Final = 1_000
"""In a rest it moves with the digits: two things that change at once are painted once."""

_PHASE_MOODS: Final = {
    Phase.ECCENTRIC: Mood.ECCENTRIC,
    Phase.PAUSE_STRETCHED: Mood.PAUSE_STRETCHED,
    Phase.CONCENTRIC: Mood.CONCENTRIC,
    Phase.PAUSE_CONTRACTED: Mood.PAUSE_CONTRACTED,
}


def look(moment: Moment, outlook: Outlook, *, flash: CueKind | None) -> View:
    """See a moment."""
    shown = _shown_set(moment)
    past_ms, whole_ms, counts_up = _stretch(moment)
    since_ms = (past_ms - whole_ms) % 1000  # the digits changed; the small clocks go with them
    rep, reps_done = _reps(moment)
    return View(
        session=moment.timeline.name,
        state=moment.state,
        mood=_mood(moment),
        paused_mood=_step_mood(moment) if moment.state is State.PAUSED else None,
        set=set_card(moment.timeline, shown.index, side=_side(moment)),
        next=_next_card(moment, shown),
        last=last_set(moment),
        round=shown.round,
        rounds=moment.timeline.blocks[shown.block].rounds,
        digits=_digits(moment, past_ms, whole_ms),
        counts_up=counts_up,
        rep=rep,
        reps_done=reps_done,
        reps_target=str(format_reps(shown.plan.reps)) if shown.plan.reps else "",
        bar=_bar(past_ms, whole_ms, is_rest=moment.step.kind is StepKind.REST),
        coaching=_coaching(moment, shown, rep),
        elapsed_s=max(_session_ms(moment) - since_ms, 0) // 1000,
        remaining_s=(outlook.remaining_ms(moment) + since_ms) // 1000,
        sets_done=len(moment.done),
        sets_total=outlook.sets_total(moment),
        flash=flash,
        slept_s=moment.slept_ms // 1000,
        allowed=legal(moment),
        status=moment.status,
    )


def _session_ms(moment: Moment) -> int:
    return moment.now_ms if moment.ended_ms is None else moment.ended_ms


def _bar(past_ms: int, whole_ms: int, *, is_rest: bool) -> int:
    """Part of a stretch that is over, moving eight times a second at the most."""
    parts = min(whole_ms // (REST_BAR_MS if is_rest else BAR_MS), BAR_PARTS)
    if parts == 0:
        return 0
    return min(max(past_ms, 0) * parts // whole_ms, parts) * BAR_PARTS // parts


def _shown_set(moment: Moment) -> TimelineSet:
    """The set that is going on; in a rest the next one, or after all others the last."""
    sets = moment.timeline.sets
    if moment.step.kind is not StepKind.REST:
        return moment.set
    if not _is_after_all_sets(moment):
        return sets[moment.step.set_index + 1]
    return moment.set if moment.last_set is None else sets[moment.last_set]


def _next_card(moment: Moment, shown: TimelineSet) -> SetCard | None:
    if _is_after_all_sets(moment) or shown.index + 1 >= len(moment.timeline.sets):
        return None
    return set_card(moment.timeline, shown.index + 1)


def _is_after_all_sets(moment: Moment) -> bool:
    """Whether only the reps of the last set are left to be told."""
    is_last = moment.step.set_index + 1 >= len(moment.timeline.sets)
    return is_last and moment.step.kind is StepKind.REST


def _side(moment: Moment) -> str:
    return "" if moment.step.kind is StepKind.REST else moment.step.side or ""


def _mood(moment: Moment) -> Mood:
    match moment.state:
        case State.READY:
            return Mood.READY
        case State.FINISHED:
            return Mood.FINISHED
        case State.PAUSED:
            return Mood.PAUSED
        case State.WAITING:
            return Mood.WAIT
        case State.PREPARING if moment.lead_until_ms is not None:
            return Mood.PREPARE
        case _:
            return _step_mood(moment)


def _step_mood(moment: Moment) -> Mood:
    match moment.step.kind:
        case StepKind.PREPARE:
            return Mood.PREPARE
        case StepKind.SWITCH:
            return Mood.SWITCH
        case StepKind.REST:
            return Mood.REST
        case StepKind.WORK:
            span = span_at(moment.step, moment.elapsed_ms)
            if span is not None:
                return _PHASE_MOODS[span.phase]
            return Mood.LIFT if moment.step.duration_ms is None else Mood.HOLD


def _stretch(moment: Moment) -> tuple[int, int, bool]:
    """What digits and bar measure: time past, the whole (0: unknown), counting up or not."""
    if moment.state is State.READY:
        return 0, 0, False
    if moment.state is State.FINISHED:
        return _session_ms(moment), 0, True
    if moment.lead_until_ms is not None:
        return LEAD_MS - (moment.lead_until_ms - moment.now_ms), LEAD_MS, False
    elapsed_ms = moment.elapsed_ms
    span = span_at(moment.step, elapsed_ms)
    if span is not None:
        return elapsed_ms - span.start_ms, span.end_ms - span.start_ms, False
    if moment.step.kind is StepKind.REST:
        return _rest_stretch(moment, elapsed_ms)
    ends_ms = moment.ends_ms
    if ends_ms is None:
        return elapsed_ms, 0, True
    return elapsed_ms, ends_ms - moment.origin_ms, False


def _rest_stretch(moment: Moment, elapsed_ms: int) -> tuple[int, int, bool]:
    """A rest is measured up to the next set: the count-in is a part of it."""
    whole_ms = (moment.over_ms or 0) - moment.origin_ms
    if moment.state is State.WAITING:
        return elapsed_ms - whole_ms, 0, True
    if moment.ends_ms is None or _is_after_all_sets(moment):
        return elapsed_ms, whole_ms, False
    return elapsed_ms, whole_ms + _shown_set(moment).plan.prepare_ms, False


def _digits(moment: Moment, past_ms: int, whole_ms: int) -> str:
    if moment.state is State.READY:
        return ""
    seconds = -(-(whole_ms - past_ms) // 1000) if whole_ms else past_ms // 1000
    if moment.state is State.FINISHED:
        return clock_text(seconds)
    is_phase = bool(moment.step.spans)
    is_count_in = moment.state is State.PREPARING or moment.step.kind in _COUNT_INS
    return str(seconds) if is_phase or (is_count_in and seconds < 60) else clock_text(seconds)


def clock_text(seconds: int) -> str:
    """A duration as a clock: `0:05`, `2:45`, `1:02:03`."""
    minutes, left = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _reps(moment: Moment) -> tuple[int | None, int | None]:
    """The rep that is going on, from 1, and how many are completed; None where nobody counts."""
    if not moment.step.spans or moment.state in {State.READY, State.FINISHED}:
        return None, None
    elapsed_ms = moment.elapsed_ms
    span = span_at(moment.step, elapsed_ms)
    done = completed_reps(moment.step, moment.set.plan, elapsed_ms)
    return (span.rep if span else None), done


def _coaching(moment: Moment, shown: TimelineSet, rep: int | None) -> str:
    cues = shown.plan.cues
    if not cues:
        return ""
    turn = shown.plan.number - 1
    if rep is not None:
        turn = rep - 1
    elif moment.step.kind is StepKind.WORK:
        turn = max(moment.elapsed_ms, 0) // COACHING_MS
    return cues[turn % len(cues)]
