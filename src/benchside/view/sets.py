"""Sets as they are announced and looked back on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.runner import SetStatus, note_to_come
from benchside.session import words_of
from benchside.timeline import Rest, asks_reps
from benchside.view.view import LastSetView, NoteTarget, SetView

if TYPE_CHECKING:
    from benchside.runner import RunState, SetResult
    from benchside.session import PhaseWords, PlannedSet
    from benchside.timeline import Agenda, AgendaSet, SetId


def set_view(agenda: Agenda, one: AgendaSet, *, side: str = "") -> SetView:
    """Announce a set; without a side the first of its sides is named."""
    planned = one.planned
    block = agenda.block_of(one.id)
    first_side = planned.sides[0] if planned.sides else ""
    entry = agenda.plan.catalogue.find(planned.exercise)
    return SetView(
        id=one.id,
        block=block.name,
        block_kind=block.kind,
        time_cap_ms=block.time_cap_ms,
        exercise=planned.exercise,
        number=planned.number,
        of=planned.of,
        is_ramp=planned.is_ramp,
        type=planned.type,
        reps=planned.reps,
        time_ms=planned.time_ms,
        open_time=planned.open_time,
        distance=planned.distance,
        calories=planned.calories,
        parts=planned.parts,
        load=planned.load,
        plates=planned.plates,
        tempo=planned.tempo,
        starts_with=planned.starts_with,
        words=_upper(planned.words) if planned.words else words_of(entry),
        motion=None if entry is None else entry.motion,
        rpe=planned.rpe,
        side=side or first_side,
        cues=planned.cues,
    )


def _upper(words: tuple[str, ...]) -> PhaseWords:
    """Return the four words that a session has for the phases, in capital letters."""
    eccentric, stretched, concentric, contracted = (word.upper() for word in words)
    return eccentric, stretched, concentric, contracted


def last_set(run: RunState) -> LastSetView | None:
    """Look back on the set that was worked last; None before there is one."""
    return None if run.results.last is None else look_back(run.agenda, run.results.last)


def look_back(agenda: Agenda, result: SetResult) -> LastSetView:
    """Describe a recorded set as it can be corrected."""
    planned = agenda.at(result.set).planned
    shown = result.shown_side
    is_whole = result.status in {SetStatus.DONE, SetStatus.ASSUMED}
    reps_of = {side.side: side.reps for side in result.sides}
    return LastSetView(
        id=result.set,
        exercise=planned.exercise,
        number=planned.number,
        of=planned.of,
        is_ramp=planned.is_ramp,
        status=result.status,
        reps=result.reps if shown is None else result.sides[shown].reps,
        side="" if shown is None else result.sides[shown].side or "",
        sides=tuple((label, reps_of.get(label)) for label in planned.sides),
        load=result.load,
        rpe=result.rpe,
        note=result.note,
        counts_reps=planned.reps is not None,
        asks_reps=asks_reps(planned) or (planned.reps is not None and result.reps is None),
        held_ms=tuple(side.work_ms for side in result.sides) if planned.reps is None else (),
        distance=planned.distance if is_whole else None,
        calories=planned.calories if is_whole else None,
        clock_ms=result.clock_ms,
    )


def note_target(run: RunState) -> NoteTarget:
    """Return which set a note is written on now, with what is already written on it."""
    coming, last = run.set_to_come, run.results.last
    is_about_last = coming is None or isinstance(run.step, Rest)
    if is_about_last and last is not None:
        return _note_target(last.set, run.agenda.at(last.set).planned, last.note)
    one = run.set if coming is None else run.agenda.at(coming)
    return _note_target(one.id, one.planned, note_to_come(run, one.id))


def note_on(one: LastSetView) -> NoteTarget:
    """Return a set that was done as one to write a note on, with what is written on it already."""
    return _note_target(one.id, one, one.note)


def _note_target(set_id: SetId, named: PlannedSet | LastSetView, text: str) -> NoteTarget:
    return NoteTarget(
        id=set_id,
        exercise=named.exercise,
        number=named.number,
        of=named.of,
        is_ramp=named.is_ramp,
        text=text,
    )
