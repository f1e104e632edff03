"""What a history has to answer, found by looking at every record: slow, plain, and never wrong."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from benchside.log.answers import (
    ANY_TEMPO,
    COUNTED_TYPES,
    ExerciseTotals,
    KnownExercise,
    LoggedExercise,
    LoggedSession,
    RepsAtLoad,
    TimesDone,
    TrainingDay,
)
from benchside.log.record import (
    ImportSource,
    ProgramDay,
    Record,
    SessionSource,
    SetRecord,
    SideRecord,
    TutRecord,
)
from benchside.log.totals import sum_of
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.values.vocabulary import SetType
from benchside.testing import A_MOMENT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

EXERCISES = ("Squat", "squat ", "Bench press", "bench  press", "STRASSE", "Stra\u00dfe")
TEMPOS = (None, "2-1-X-1", "4-0-1-0")
ATHLETES = ("me", "ada")
LOADS = (
    (None, None),
    ("100 kg", Decimal(100)),
    ("102.5 kg", Decimal("102.5")),
    ("225 lb", Decimal("102.05828325")),
    ("bodyweight - 20 kg", Decimal(-20)),
    ("band", None),
)
moments = st.integers(0, 40).map(lambda number: A_MOMENT + timedelta(hours=7 * number))
reps = st.none() | st.integers(0, 12)
some_ms = st.none() | st.integers(0, 90_000)
tuts = st.none() | st.builds(
    TutRecord,
    eccentric_ms=st.integers(0, 9_000),
    pause_stretched_ms=st.just(0),
    concentric_ms=st.integers(0, 9_000),
    pause_contracted_ms=st.just(1),
)
sides = st.lists(
    st.builds(SideRecord, side=st.sampled_from(["left", "right"]), reps=reps, work_ms=some_ms),
    max_size=2,
).map(tuple)


@st.composite
def sets(draw: st.DrawFn) -> SetRecord:
    load, load_kg = draw(st.sampled_from(LOADS))
    return SetRecord(
        block="Main",
        exercise=draw(st.sampled_from(EXERCISES)),
        number=1,
        of=1,
        type=draw(st.sampled_from(SetType)),
        ramp=draw(st.booleans()),
        status=draw(st.sampled_from([SetStatus.DONE, *SetStatus])),
        actual_reps=draw(reps),
        target_time_ms=draw(some_ms),
        actual_time_ms=draw(some_ms),
        actual_distance_m=draw(st.none() | st.sampled_from([Decimal(40), Decimal("1609.344")])),
        work_ms=draw(some_ms),
        actual_load=load,
        actual_load_kg=load_kg,
        tempo=draw(st.sampled_from(TEMPOS)),
        tut=draw(tuts),
        sides=draw(sides),
        exercise_note=draw(st.sampled_from(["", "", "elbows in"])),
    )


@st.composite
def sessions(draw: st.DrawFn) -> Record:
    started = draw(moments)
    minutes = draw(st.none() | st.integers(0, 90))
    return Record(
        v=2,
        id=draw(st.sampled_from([f"session {number}" for number in range(6)])),
        session=SessionSource(
            name=draw(st.sampled_from(["Legs", "Arms"])),
            file=draw(st.sampled_from(["", "/legs.toml", "/arms.toml"])),
        ),
        program=draw(st.none() | st.builds(ProgramDay, name=st.just("5/3/1"), day=st.just(2))),
        imported=draw(st.none() | st.builds(ImportSource, program=st.just("Hevy"))),
        started=started,
        day_only=draw(st.booleans()),
        finished=None if minutes is None else started + timedelta(minutes=minutes),
        status=draw(st.sampled_from([SessionStatus.COMPLETE, SessionStatus.PARTIAL])),
        away_ms=draw(st.sampled_from([0, 600_000])),
        athlete=draw(st.sampled_from(ATHLETES)),
        note=draw(st.sampled_from(["", "tired"])),
        planned_sets=draw(st.integers(0, 9)),
        sets=draw(st.lists(sets(), max_size=4).map(tuple)),
    )


class PlainHistory:
    """`History` of one athlete, by looking at every record each time."""

    def __init__(self, records: Sequence[Record], athlete: str | None) -> None:
        own = [one for one in records if athlete in (None, one.athlete)]
        self.records = sorted(own, key=lambda one: (one.started, one.id), reverse=True)

    def sessions(
        self,
        *,
        limit: int | None = None,
        session: str | None = None,
        file: str | None = None,
        exercise: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[LoggedSession, ...]:
        found = [
            _logged(one)
            for one in self.records
            if session in (None, one.session.name)
            and file in (None, one.session.file)
            and (exercise is None or _reached(one, exercise, ANY_TEMPO))
            and _is_within(one, since, until)
        ]
        return tuple(found[:limit])

    def times_done(self) -> set[TimesDone]:
        names = {(one.session.name, one.session.file) for one in self.records}
        done = {
            name: [one for one in self.records if (one.session.name, one.session.file) == name]
            for name in names
        }
        return {
            TimesDone(
                session=name,
                file=file,
                times=len(found),
                last=max(one.finished or one.started for one in found),
            )
            for (name, file), found in done.items()
        }

    def last_time(self, exercise: str, *, tempo: str | None) -> LoggedExercise | None:
        for asked in (tempo, ANY_TEMPO):
            if found := self.attempts(exercise, tempo=asked, limit=1):
                return found[0]
        return None

    def attempts(
        self,
        exercise: str,
        *,
        tempo: str | None,
        limit: int,
        before: datetime | None = None,
    ) -> tuple[LoggedExercise, ...]:
        found = [
            LoggedExercise(
                id=one.id,
                exercise=reached[0].exercise,
                session=one.session.name,
                file=one.session.file,
                started=one.started,
                sets=reached,
                note=next(
                    (set_.exercise_note for set_ in _all(one, exercise) if set_.exercise_note), ""
                ),
            )
            for one in self.records
            if (reached := _reached(one, exercise, tempo)) and (not before or one.started < before)
        ]
        return tuple(found[:limit])

    def series(
        self, exercise: str | None, *, tempo: str | None, since: date | None = None
    ) -> set[ExerciseTotals]:
        return {
            totals
            for one in self.records
            if _is_within(one, since, None)
            for totals in _totals(one)
            if (exercise is None or _folded(totals.exercise) == _folded(exercise))
            and tempo in (ANY_TEMPO, totals.tempo)
        }

    def exercises(self) -> dict[str, tuple[int, datetime]]:
        """Return how often each exercise was trained, and when last, by its folded name."""
        names = {_folded(set_.exercise) for one in self.records for set_ in one.sets}
        reached = {
            name: [one for one in self.records if _reached(one, name, ANY_TEMPO)] for name in names
        }
        return {name: (len(found), found[0].started) for name, found in reached.items() if found}

    def calendar(self, since: date, until: date | None) -> tuple[TrainingDay, ...]:
        within = [one for one in self.records if _is_within(one, since, until)]
        return tuple(
            TrainingDay(
                day=day,
                sessions=len(found),
                sets=sum(totals.sets for one in found for totals in _totals(one)),
                volume_kg=sum((_rounded(sum_of(one).volume_kg) for one in found), Decimal(0)),
                duration_ms=sum(sum_of(one).duration_ms for one in found),
            )
            for day in sorted({one.started.date() for one in within})
            for found in ([one for one in within if one.started.date() == day],)
        )


def _logged(one: Record) -> LoggedSession:
    total = sum_of(one)
    return LoggedSession(
        id=one.id,
        session=one.session.name,
        file=one.session.file,
        started=one.started,
        day_only=one.day_only,
        finished=one.finished,
        status=one.status,
        athlete=one.athlete,
        program=one.program,
        imported=one.imported.program if one.imported else "",
        note=one.note,
        duration_ms=total.duration_ms if one.finished else None,
        sets_done=total.sets_done,
        sets_assumed=total.sets_assumed,
        sets_planned=total.sets_planned,
        volume_kg=_rounded(total.volume_kg),
        tut_ms=total.tut_ms,
    )


def _totals(one: Record) -> list[ExerciseTotals]:
    counted = [
        set_
        for set_ in one.sets
        if set_.status is SetStatus.DONE and set_.type in COUNTED_TYPES and not set_.ramp
    ]
    return [
        _totals_of(one, exercise, tempo, own)
        for exercise, tempo in dict.fromkeys((set_.exercise, set_.tempo) for set_ in counted)
        for own in ([one for one in counted if (one.exercise, one.tempo) == (exercise, tempo)],)
    ]


def _totals_of(
    record: Record, exercise: str, tempo: str | None, own: list[SetRecord]
) -> ExerciseTotals:
    alone = sum_of(record_of(own, record))
    held = [ms for one in own if (ms := _held_ms(one)) is not None]
    metres = [one.actual_distance_m for one in own if one.actual_distance_m is not None]
    return ExerciseTotals(
        id=record.id,
        exercise=exercise,
        tempo=tempo,
        started=record.started,
        sets=len(own),
        reps=sum(_moved(one) for one in own),
        volume_kg=_rounded(alone.volume_kg),
        tut_ms=alone.tut_ms,
        longest_ms=max(held, default=None),
        distance_m=_rounded(sum(metres, Decimal(0))) if metres else None,
        bests=tuple(
            dict.fromkeys(
                RepsAtLoad(other.actual_load_kg, other.actual_reps, other.actual_load or "")
                for one in own
                for other in own
                if one.actual_reps is not None
                and other.actual_reps is not None
                and one.actual_load == other.actual_load
            )
        ),
    )


def record_of(own: list[SetRecord], like: Record) -> Record:
    return Record(
        v=2,
        id="alone",
        session=like.session,
        started=like.started,
        status=like.status,
        athlete=like.athlete,
        planned_sets=len(own),
        sets=tuple(own),
    )


def _moved(one: SetRecord) -> int:
    if one.sides:
        return sum(side.reps or 0 for side in one.sides)
    return one.actual_reps or 0


def _held_ms(one: SetRecord) -> int | None:
    is_hold = one.target_time_ms is not None and one.actual_reps is None and one.tut is None
    if one.actual_time_ms is not None or not is_hold:
        return one.actual_time_ms
    sides = [side.work_ms for side in one.sides if side.work_ms is not None]
    return min(sides, default=one.work_ms)


def _all(one: Record, exercise: str) -> list[SetRecord]:
    return [set_ for set_ in one.sets if _folded(set_.exercise) == _folded(exercise)]


def _reached(one: Record, exercise: str, tempo: str | None) -> tuple[SetRecord, ...]:
    return tuple(
        set_
        for set_ in _all(one, exercise)
        if not set_.ramp
        and set_.status is not SetStatus.SKIPPED
        and tempo in (ANY_TEMPO, set_.tempo)
    )


def _is_within(one: Record, since: date | None, until: date | None) -> bool:
    day = one.started.date()
    return (since is None or since <= day) and (until is None or day <= until)


def _folded(exercise: str) -> str:
    return " ".join(exercise.split()).casefold()


def _rounded(number: Decimal) -> Decimal:
    return round(number, 9)


def by_name(known: Sequence[KnownExercise]) -> dict[str, tuple[int, datetime]]:
    return {_folded(one.exercise): (one.sessions, one.last) for one in known}
