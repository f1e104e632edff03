"""Where the cues of a step stand.

Every function gives cues in due order, from the start of the step. A step whose length has
changed gets its cues here anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.session import Phase, Ticks
from benchside.timeline.cues import TICKS, Cue, CueKind
from benchside.timeline.estimate import cued_reps
from benchside.timeline.steps import PartRest, Prepare, Rest, Switch, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchside.session import PlannedSet, RepTarget, Tempo
    from benchside.timeline.steps import TimedStep

COUNT_IN_S: Final = 3
"""A count-in is heard at so many whole seconds before work, one by one."""

TEN_SECONDS_MS: Final = 10_000
LONG_REST_MS: Final = 2 * TEN_SECONDS_MS
"""Only a rest this long has a warning: fewer beeps where rests are short."""

LONG_HOLD_MS: Final = 30_000
"""Only a timed set this long has its halfway told."""

TICK_MS: Final = 1_000
LEAST_TICKED_MS: Final = {Ticks.LONG: 3 * TICK_MS, Ticks.ALWAYS: 2 * TICK_MS}
"""A phase this long has its seconds ticked: phases last whole seconds, so no tick falls together
with the next phase."""

LAST_REP_AHEAD_MS: Final = 400
"""The last rep is told so long before it begins, to be heard apart from its first phase."""

_PHASE_CUES: Final = {
    Phase.ECCENTRIC: CueKind.ECCENTRIC,
    Phase.PAUSE_STRETCHED: CueKind.PAUSE_STRETCHED,
    Phase.CONCENTRIC: CueKind.CONCENTRIC,
    Phase.PAUSE_CONTRACTED: CueKind.PAUSE_CONTRACTED,
}

_TICKS: Final = {
    Phase.ECCENTRIC: CueKind.TICK_ECCENTRIC,
    Phase.CONCENTRIC: CueKind.TICK_CONCENTRIC,
}
"""In a pause it is the plain tick."""

BEGINS_PHASE: Final = frozenset((*_PHASE_CUES.values(), CueKind.EXPLOSIVE))
"""Cues that tell what begins."""


def count_in(duration_ms: int) -> tuple[Cue, ...]:
    """Chirps at three, two and one second before the end, as far as they fit."""
    return tuple(
        Cue(duration_ms - second * 1000, CueKind.COUNT_IN, second)
        for second in range(COUNT_IN_S, 0, -1)
        if duration_ms >= second * 1000
    )


def switch(duration_ms: int) -> tuple[Cue, ...]:
    """Return the change of sides, then the count-in."""
    return (Cue(0, CueKind.SWITCH), *count_in(duration_ms))


def rest(duration_ms: int | None, *, ready_ms: int, is_announced: bool) -> tuple[Cue, ...]:
    """Ten seconds left, and ready; an open rest (no duration) is told when the athlete is ready."""
    end_ms = ready_ms if duration_ms is None else duration_ms
    cues = []
    if end_ms >= LONG_REST_MS:
        cues.append(Cue(end_ms - TEN_SECONDS_MS, CueKind.TEN_SECONDS))
    if 0 < ready_ms < end_ms:
        cues.append(Cue(ready_ms, CueKind.REST_OVER))
    elif is_announced and end_ms > 0:
        cues.append(Cue(end_ms, CueKind.REST_OVER))
    return _sorted(cues)


def part_rest(duration_ms: int) -> tuple[Cue, ...]:
    """Return the end of a part, then the count-in to the next."""
    return (Cue(0, CueKind.PART_DONE), *count_in(duration_ms))


def work(
    planned: PlannedSet,
    reps: RepTarget | None,
    *,
    duration_ms: int | None,
    is_last: bool,
    round_number: int | None = None,
) -> tuple[Cue, ...]:
    """Return go, every phase of every rep, reps done, halfway, set done; or a round's begin.

    Go, or the begin of a round, stands in the place of the first phase's cue.
    """
    begin = CueKind.GO if round_number is None else CueKind.ROUND
    cues = [Cue(0, begin, round_number)]
    low_ms = planned.open_time.low_ms if planned.open_time is not None else 0
    if planned.tempo is not None:
        cues += _tempo_cues(planned, planned.tempo, reps)
    elif low_ms and low_ms != duration_ms:
        cues.append(Cue(low_ms, CueKind.TIME_REACHED))
    elif duration_ms is not None and duration_ms >= LONG_HOLD_MS:
        cues.append(Cue(duration_ms // 2, CueKind.HALFWAY))
    if duration_ms is not None and is_last:
        cues.append(Cue(duration_ms, CueKind.SET_DONE))
    return _sorted(cues)


def _tempo_cues(planned: PlannedSet, tempo: Tempo, target: RepTarget | None) -> Iterator[Cue]:
    reps = cued_reps(target)
    has_last = target is not None and not target.is_open
    at_ms = 0
    for rep in range(1, reps + 1):
        if has_last and rep == reps > 1:
            yield Cue(at_ms - LAST_REP_AHEAD_MS, CueKind.LAST_REP, rep)
        left = reps - rep if has_last else None
        for phase, duration_ms in tempo.phases(planned.starts_with):
            if duration_ms and at_ms:
                yield _phase_cue(at_ms, phase, tempo, rep=rep, left=left)
            yield from _ticks(at_ms, phase, duration_ms, planned.ticks)
            at_ms += duration_ms
            is_told = tempo.pause_contracted_ms or at_ms == reps * tempo.rep_ms
            if phase is Phase.CONCENTRIC and not is_told:
                yield Cue(at_ms, CueKind.REP_DONE, rep, left)


def _ticks(begin_ms: int, phase: Phase, duration_ms: int, ticks: Ticks) -> Iterator[Cue]:
    """Yield a tick at every whole second within a phase that is long enough."""
    if ticks in LEAST_TICKED_MS and duration_ms >= LEAST_TICKED_MS[ticks]:
        kind = _TICKS.get(phase, CueKind.TICK)
        for second in range(1, duration_ms // TICK_MS):
            yield Cue(begin_ms + second * TICK_MS, kind, second)


def is_cut_off(cue: Cue, end_ms: int | None) -> bool:
    """Return whether a cue tells of what would go on where its set is cut off."""
    goes_on = cue.kind in TICKS or cue.kind in BEGINS_PHASE
    return goes_on and cue.at_ms == end_ms


def _phase_cue(at_ms: int, phase: Phase, tempo: Tempo, *, rep: int, left: int | None) -> Cue:
    """Return the cue of a phase; the pause after the concentric tells that the rep is done too."""
    if phase is Phase.PAUSE_CONTRACTED:
        return Cue(at_ms, CueKind.PAUSE_CONTRACTED, rep, left)
    if phase is Phase.CONCENTRIC and tempo.is_explosive:
        return Cue(at_ms, CueKind.EXPLOSIVE)
    return Cue(at_ms, _PHASE_CUES[phase])


def cues_for(step: TimedStep, duration_ms: int | None) -> tuple[Cue, ...]:
    """Return the cues of a step that lasts so long, which need not be as long as planned."""
    if duration_ms == step.duration_ms:
        return step.cues
    match step:
        case Prepare():
            return count_in(duration_ms or 0)
        case Switch():
            return switch(duration_ms or 0)
        case PartRest():
            return part_rest(duration_ms or 0)
        case Rest():
            ready_ms = _ready_ms(step, duration_ms)
            return rest(duration_ms, ready_ms=ready_ms, is_announced=step.is_announced)
        case Work():
            return step.cues


def _ready_ms(step: Rest, duration_ms: int | None) -> int:
    """Return when the athlete may start in a rest that lasts so long.

    A range keeps its lower end.
    """
    if duration_ms is None or step.ready_ms != step.duration_ms:
        return step.ready_ms
    return duration_ms


def _sorted(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(cues, key=lambda cue: cue.at_ms))
