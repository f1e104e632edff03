"""Values that the index answers with, made from its rows and from records. Pure."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from benchside.log.answers import (
    ANY_TEMPO,
    ExerciseTotals,
    KnownExercise,
    LoggedExercise,
    LoggedSession,
    RepsAtLoad,
    TrainingDay,
)
from benchside.log.index_rows import fold, moment_of
from benchside.log.problems import LineProblem, ProblemList
from benchside.log.record import ProgramDay
from benchside.runner import SessionStatus, SetStatus

if TYPE_CHECKING:
    from datetime import datetime

    from benchside.log.index_rows import AnswerRow, ExerciseWork
    from benchside.log.record import Record, SetRecord

VOLUME_DIGITS: Final = 9
"""Decimal places of kilograms up to which sums of binary numbers are right."""


def sets_of(record: Record, exercise: str, tempo: str | None) -> tuple[SetRecord, ...]:
    """Return the sets of an exercise that were reached, without ramp sets."""
    return tuple(
        one
        for one in record.sets
        if fold(one.exercise) == fold(exercise)
        and tempo in (ANY_TEMPO, one.tempo)
        and not one.ramp
        and one.status is not SetStatus.SKIPPED
    )


def logged_exercise(record: Record, sets: tuple[SetRecord, ...]) -> LoggedExercise:
    """Return an exercise with these of its sets."""
    notes = (
        one.exercise_note
        for one in record.sets
        if one.exercise_note and fold(one.exercise) == fold(sets[0].exercise)
    )
    return LoggedExercise(
        id=record.id,
        exercise=sets[0].exercise,
        session=record.session.name,
        file=record.session.file,
        started=record.started,
        sets=sets,
        note=next(notes, ""),
    )


def is_asked_for(work: ExerciseWork, exercise: str | None, tempo: str | None) -> bool:
    """Return whether what lies in the index of an exercise is what somebody asks for."""
    is_exercise = exercise is None or fold(work[0]) == fold(exercise)
    return is_exercise and tempo in (ANY_TEMPO, work[1])


def totals_from(work: ExerciseWork, record_id: str, started: datetime) -> ExerciseTotals:
    """Return what lies in the index of an exercise."""
    exercise, tempo, sets, reps, volume_kg, tut_ms, longest_ms, distance_m, bests = work
    return ExerciseTotals(
        id=record_id,
        exercise=exercise,
        tempo=tempo,
        started=started,
        sets=sets,
        reps=reps,
        volume_kg=number_of(round(volume_kg, VOLUME_DIGITS)),
        tut_ms=tut_ms,
        longest_ms=longest_ms,
        distance_m=None if distance_m is None else number_of(distance_m),
        bests=tuple(
            RepsAtLoad(None if load_kg is None else number_of(load_kg), reps, load)
            for load_kg, load, *done in bests
            for reps in done
        ),
    )


def logged_session(row: AnswerRow) -> LoggedSession:
    """Return a session from the columns of `indexed_history.SESSION`."""
    record_id, name, source, started_us, zone_s, finished_us, status, athlete, text = row[:9]
    away_ms, volume_kg, tut_ms, done, assumed, planned = row[9:]
    more = json.loads(text) if text else {}
    whole_ms = None if finished_us is None else (finished_us - started_us) // 1_000
    return LoggedSession(
        id=record_id,
        session=name,
        file=source,
        started=moment_of(started_us, zone_s),
        day_only=more.get("day_only", False),
        finished=None if finished_us is None else moment_of(finished_us, zone_s),
        status=SessionStatus(status),
        athlete=athlete,
        program=ProgramDay(**more["program"]) if "program" in more else None,
        imported=more["imported"]["program"] if "imported" in more else "",
        note=more.get("note", ""),
        duration_ms=None if whole_ms is None else max(whole_ms - away_ms, 0),
        sets_done=done,
        sets_assumed=assumed,
        sets_planned=planned,
        volume_kg=number_of(round(volume_kg, VOLUME_DIGITS)),
        tut_ms=tut_ms,
    )


def number_of(value: float) -> Decimal:
    """Return a number as it was written."""
    return Decimal(int(value)) if value == int(value) else Decimal(repr(value))


def told_problems(problems: list[tuple[str, LineProblem]], first: str) -> tuple[LineProblem, ...]:
    """Return problems in the order of the files, of which the `first` one goes without a name."""
    ordered = sorted(problems, key=lambda one: (one[0] != first, one[0], one[1].line))
    return ProblemList(
        LineProblem(one.line, one.message, "" if name == first else name) for name, one in ordered
    ).told()


def training_day(row: AnswerRow) -> TrainingDay:
    """Return a day of the calendar."""
    day, sessions, sets, volume_kg, duration_ms = row
    return TrainingDay(
        day=date.fromordinal(day),
        sessions=sessions,
        sets=sets,
        volume_kg=number_of(round(volume_kg, VOLUME_DIGITS)),
        duration_ms=duration_ms,
    )


def known_exercise(row: AnswerRow) -> KnownExercise:
    """Return an exercise of the log, with the name that its last session has for it."""
    folded, sessions, started_us, zone_s, work = row
    names = [one[0] for one in json.loads(work) if fold(one[0]) == folded]
    last = moment_of(started_us, zone_s)
    return KnownExercise(exercise=names[0], sessions=sessions, last=last)
