"""The steps of a set, and the rest between two sets, made when they are reached.

The count-in is the last part of the rest before a set, so that a rest of three minutes is three
minutes from the end of one set to the start of the next; a rest shorter than the count-in is
lengthened to it. After the last set there is no rest: the review follows.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from benchside.timeline import cueing
from benchside.timeline.estimate import cued_reps, nominal_piece_ms
from benchside.timeline.steps import PartRest, Prepare, Rest, Span, Switch, Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.session import RestWindow, SetPart, StartsWith, Tempo
    from benchside.timeline.agenda import AgendaSet


def steps_of(one: AgendaSet) -> tuple[Prepare | Work | Switch | PartRest, ...]:
    """Return the steps of a set: the count-in, each side and part, and what lies between."""
    return tuple(_steps(one))


def _steps(one: AgendaSet) -> Iterator[Prepare | Work | Switch | PartRest]:
    planned = one.planned
    sides: tuple[str | None, ...] = planned.sides or (None,)
    if planned.prepare_ms:
        yield Prepare(
            set=one.id,
            side=sides[0],
            duration_ms=planned.prepare_ms,
            on_clock_ms=one.on_clock_ms,
            cues=cueing.count_in(planned.prepare_ms),
        )
    for number, side in enumerate(sides, 1):
        if number > 1:
            yield Switch(
                set=one.id,
                side=side,
                duration_ms=planned.switch_ms,
                cues=cueing.switch(planned.switch_ms),
            )
        yield from _side(one, side, is_last=number == len(sides))


def _side(one: AgendaSet, side: str | None, *, is_last: bool) -> Iterator[Work | PartRest]:
    planned = one.planned
    if not planned.parts:
        yield _work(one, side, None, 0, is_last=is_last)
        return
    for number, part in enumerate(planned.parts, 1):
        if number > 1:
            yield PartRest(
                set=one.id,
                side=side,
                part=number,
                duration_ms=planned.part_rest_ms,
                cues=cueing.part_rest(planned.part_rest_ms),
            )
        is_end = is_last and number == len(planned.parts)
        yield _work(one, side, part, number, is_last=is_end)


def _work(
    one: AgendaSet, side: str | None, part: SetPart | None, number: int, *, is_last: bool
) -> Work:
    planned = one.planned
    asked = planned.reps if part is None else part.reps
    reps = cued_reps(asked)
    duration_ms = planned.time_ms if part is None else part.time_ms
    if planned.tempo is not None:
        duration_ms = reps * planned.tempo.rep_ms
    is_round = one.is_first_of_round and number <= 1
    return Work(
        set=one.id,
        side=side,
        is_last=is_last,
        reps=asked,
        part=number,
        duration_ms=duration_ms,
        nominal_ms=nominal_piece_ms(planned, part),
        spans=() if planned.tempo is None else _spans(planned.tempo, planned.starts_with, reps),
        cues=cueing.work(
            planned,
            asked,
            duration_ms=duration_ms,
            is_last=is_last,
            round_number=one.id.round if is_round else None,
        ),
    )


@lru_cache(maxsize=64)
def _spans(tempo: Tempo, starts_with: StartsWith, reps: int) -> tuple[Span, ...]:
    """Return the phases of so many reps; kept, for the sets of an exercise are mostly alike."""
    spans = []
    at_ms = 0
    for rep in range(1, reps + 1):
        for phase, duration_ms in tempo.phases(starts_with):
            if duration_ms:
                spans.append(Span(rep, phase, at_ms, at_ms + duration_ms))
            at_ms += duration_ms
    return tuple(spans)


def _waits_for_athlete(rest: RestWindow, following: AgendaSet) -> bool:
    """Return whether a rest of one length waits for the athlete of the next set."""
    is_one_length = rest.ends_ms == rest.ready_ms and rest.ready_ms > 0
    return following.planned.waits_for_athlete and following.on_clock_ms is None and is_one_length


def rest_between(before: AgendaSet, following: AgendaSet) -> Rest | None:
    """Return the rest after a set, up to the count-in of another; None where there is none."""
    prepare_ms = following.planned.prepare_ms
    rest = before.rest
    on_clock_ms = None
    if following.on_clock_ms is not None and following.id.block == before.id.block:
        on_clock_ms = following.on_clock_ms - prepare_ms
    is_open = rest.ends_ms is None or _waits_for_athlete(rest, following)
    ends_ms = None if is_open else max((rest.ends_ms or 0) - prepare_ms, 0)
    if ends_ms == 0 and on_clock_ms is None:
        return None
    ready_ms = rest.ready_ms if ends_ms is None else min(rest.ready_ms, ends_ms)
    is_announced = ends_ms is None or prepare_ms > cueing.COUNT_IN_S * 1000
    return Rest(
        set=before.id,
        following=following.id,
        duration_ms=ends_ms,
        nominal_ms=ready_ms if ends_ms is None else ends_ms,
        ready_ms=ready_ms,
        on_clock_ms=on_clock_ms,
        is_announced=is_announced,
        cues=cueing.rest(ends_ms, ready_ms=ready_ms, is_announced=is_announced),
    )
