"""What the log says about sessions and exercises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from benchside.log.answers import ANY_TEMPO, RepsAtLoad
from benchside.log.habits import KnownSession, habits_of
from benchside.runner.results import SetStatus
from benchside.session.values.vocabulary import SetType
from benchside.testing import A_MOMENT, a_history, a_record, a_set_record
from tests.log.asking import ATHLETES, EXERCISES, TEMPOS, PlainHistory, by_name, sessions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.log.record import Record

DAY = timedelta(days=1)
MONDAY = A_MOMENT.date()
"""The twelfth of January 2026."""


def last_done(
    records: Sequence[Record], file: str, title: str = "Legs", **others: str
) -> datetime | None:
    """When a session of the library was done last; its other files are there with their titles."""
    library = {file: title} | {f"/{name}.toml": other for name, other in others.items()}
    known = [KnownSession(path, named) for path, named in library.items()]
    return habits_of(a_history(*records, athlete=None), known, today=MONDAY).last_done(file)


def test_a_session_was_last_done_when_it_was_last_finished() -> None:
    records = [
        a_record(session="Legs", started=A_MOMENT + DAY, minutes=30),
        a_record(session="Legs", started=A_MOMENT),
        a_record(session="Arms", started=A_MOMENT + 2 * DAY),
    ]

    assert last_done(records, "/legs.toml") == A_MOMENT + DAY + timedelta(minutes=30)
    assert last_done(records[2:], "/legs.toml") is None


def done_in(file: str, session: str = "Legs", *, days: int = 0) -> Record:
    record = a_record(session=session, started=A_MOMENT + days * DAY)
    return replace(record, session=replace(record.session, file=file))


def test_two_sessions_of_one_title_were_each_last_done_when_their_own_file_was() -> None:
    records = [done_in("/monday.toml"), done_in("/friday.toml", days=4)]

    monday = last_done(records, "/monday.toml", tuesday="Legs", friday="Legs")
    tuesday = last_done(records, "/tuesday.toml", monday="Legs", friday="Legs")

    assert monday == records[0].finished
    assert tuesday is None


def test_a_session_whose_file_was_renamed_keeps_its_history() -> None:
    records = [done_in("/old-name.toml"), done_in("/arms.toml", "Arms", days=1)]

    assert last_done(records, "/legs.toml", arms="Arms") == records[0].finished


def test_a_session_whose_title_was_changed_keeps_its_history() -> None:
    records = [done_in("/legs.toml", "Legs"), done_in("/legs.toml", "Heavy legs", days=1)]

    assert last_done(records, "/legs.toml", "Heavy legs") == records[1].finished
    assert last_done(records[:1], "/legs.toml", "Heavy legs") == records[0].finished


def test_the_last_sessions_come_first() -> None:
    records = [a_record(started=A_MOMENT + number * DAY) for number in (1, 3, 2)]

    history = a_history(*records)

    assert [one.started for one in history.sessions(limit=2)] == [
        A_MOMENT + 3 * DAY,
        A_MOMENT + 2 * DAY,
    ]


def test_sessions_are_found_by_name_exercise_and_day() -> None:
    squats = a_record(a_set_record("Squat"), session="Legs")
    rows = a_record(a_set_record("Row"), session="Back", started=A_MOMENT + DAY)
    history = a_history(squats, rows)

    assert [one.session for one in history.sessions(exercise=" SQUAT")] == ["Legs"]
    assert [one.session for one in history.sessions(session="Back")] == ["Back"]
    assert [one.session for one in history.sessions(since=MONDAY + DAY)] == ["Back"]
    assert [one.session for one in history.sessions(until=MONDAY)] == ["Legs"]
    assert history.sessions(exercise="Bench press") == ()


def test_a_session_is_opened_with_all_its_sets() -> None:
    record = a_record(a_set_record("Squat"), a_set_record("Row"))

    history = a_history(record)

    assert history.record(record.id) == record
    assert history.record("never") is None


def test_everybody_sees_their_own_sessions() -> None:
    mine = a_record(a_set_record("Squat", load_kg=80))
    hers = a_record(a_set_record("Squat", load_kg=120), athlete="ada", started=A_MOMENT + DAY)
    records = (mine, hers)

    assert [one.id for one in a_history(*records).sessions()] == [mine.id]
    assert a_history(*records).record(hers.id) is None
    ada = a_history(*records, athlete="ada")
    last = ada.last_time("Squat")
    assert last is not None
    assert last.sets == hers.sets
    assert ada.exercises()[0].sessions == 1
    assert [day.day for day in ada.calendar(MONDAY)] == [MONDAY + DAY]
    assert a_history(*records, athlete="cyd").series() == ()
    assert len(a_history(*records, athlete=None).sessions()) == 2


def test_last_time_is_the_last_session_that_had_the_exercise() -> None:
    ramp = a_set_record("Squat", load_kg=60, ramp=True)
    heavy = a_set_record("Squat", load_kg=100)
    history = a_history(
        a_record(a_set_record("Squat", load_kg=95)),
        a_record(ramp, heavy, a_set_record("Row"), started=A_MOMENT + DAY),
        a_record(a_set_record("Row"), started=A_MOMENT + 2 * DAY),
    )

    last = history.last_time("squat")

    assert last is not None
    assert last.sets == (heavy,)
    assert last.started == A_MOMENT + DAY
    assert history.last_time("Bench press") is None


def test_a_skipped_exercise_does_not_hide_the_time_before() -> None:
    done = a_set_record("Squat", load_kg=95)
    skipped = a_set_record("Squat", status=SetStatus.SKIPPED)
    history = a_history(a_record(done), a_record(skipped, started=A_MOMENT + DAY))

    last = history.last_time("Squat")

    assert last is not None
    assert last.sets == (done,)


def test_last_time_at_this_tempo_goes_before_a_later_one_at_another() -> None:
    slow = a_set_record("Squat", tempo="4-0-1-0")
    history = a_history(a_record(slow), a_record(a_set_record("Squat"), started=A_MOMENT + DAY))

    at_this, at_another = (history.last_time("Squat", tempo=one) for one in ("4-0-1-0", "9-0-1-0"))

    assert at_this is not None
    assert at_another is not None
    assert at_this.sets == (slow,)
    assert at_another.started == A_MOMENT + DAY


def test_attempts_are_those_of_this_tempo_alone() -> None:
    history = a_history(
        *(
            a_record(a_set_record("Squat", tempo=tempo), started=A_MOMENT + number * DAY)
            for number, tempo in enumerate([None, "4-0-1-0", None, None])
        )
    )

    attempts = history.attempts("Squat", tempo=None, limit=2)
    before = history.attempts("Squat", tempo=None, limit=2, before=A_MOMENT + 3 * DAY)

    assert [one.started for one in attempts] == [A_MOMENT + 3 * DAY, A_MOMENT + 2 * DAY]
    assert [one.started for one in before] == [A_MOMENT + 2 * DAY, A_MOMENT]
    assert history.attempts("Squat", tempo="1-0-1-0", limit=2) == ()


def test_the_note_of_an_exercise_is_told_with_it() -> None:
    first = replace(a_set_record("Squat", ramp=True), exercise_note="pin at 7")
    history = a_history(a_record(first, a_set_record("Squat", number=2)))

    last = history.last_time("Squat")

    assert last is not None
    assert last.note == "pin at 7"


def test_an_exercise_comes_to_its_done_working_sets() -> None:
    history = a_history(
        a_record(
            a_set_record("Squat", load_kg=60, ramp=True),
            a_set_record("Squat", reps=8),
            a_set_record("Squat", reps=8),
            a_set_record("Squat", reps=7),
            a_set_record("Squat", reps=9, status=SetStatus.ASSUMED),
            a_set_record("Squat", reps=9, status=SetStatus.CUT),
            a_set_record("Squat", reps=9, status=SetStatus.SKIPPED),
            replace(a_set_record("Squat", reps=9), type=SetType.WARM_UP),
        )
    )

    [squats] = history.series("Squat")

    assert (squats.sets, squats.reps) == (3, 23)
    assert squats.volume_kg == 2_300
    assert squats.bests == (
        RepsAtLoad(Decimal(100), 8, "100 kg"),
        RepsAtLoad(Decimal(100), 7, "100 kg"),
    )


def test_a_series_begins_with_the_first_session() -> None:
    history = a_history(
        *(a_record(a_set_record("Squat"), started=A_MOMENT + n * DAY) for n in (2, 0, 1))
    )

    assert [one.started for one in history.series("Squat")] == [
        A_MOMENT,
        A_MOMENT + DAY,
        A_MOMENT + 2 * DAY,
    ]
    assert len(history.series("Squat", since=MONDAY + DAY, until=MONDAY + DAY)) == 1


def test_the_calendar_has_the_days_of_the_place_where_one_trained() -> None:
    just_before_midnight = A_MOMENT.replace(hour=23, minute=59)
    history = a_history(
        a_record(started=just_before_midnight), a_record(started=just_before_midnight + DAY)
    )

    days = history.calendar(MONDAY, MONDAY)

    assert [(one.day, one.sessions, one.sets) for one in days] == [(date(2026, 1, 12), 1, 1)]


athletes = st.none() | st.sampled_from(ATHLETES)
tempos = st.sampled_from([ANY_TEMPO, *TEMPOS])
days = st.none() | st.integers(0, 12).map(lambda number: MONDAY + number * DAY)


@pytest.mark.slow
@settings(deadline=None)
@given(
    records=st.lists(sessions(), max_size=4, unique_by=lambda one: one.id),
    athlete=athletes,
    exercise=st.sampled_from(EXERCISES),
    tempo=tempos,
    since=days,
    until=days,
)
def test_the_index_answers_as_if_it_had_looked_at_every_record(
    records: list[Record],
    athlete: str | None,
    exercise: str,
    tempo: str | None,
    since: date | None,
    until: date | None,
) -> None:
    history, plain = a_history(*records, athlete=athlete), PlainHistory(records, athlete)

    assert history.sessions() == plain.sessions()
    for limit, name, file, asked in ((2, None, None, exercise), (None, "Legs", "/legs.toml", None)):
        assert history.sessions(
            limit=limit, session=name, file=file, exercise=asked, since=since, until=until
        ) == plain.sessions(
            limit=limit, session=name, file=file, exercise=asked, since=since, until=until
        )
    assert history.last_time(exercise, tempo=tempo) == plain.last_time(exercise, tempo=tempo)
    assert history.attempts(exercise, tempo=tempo, limit=2) == plain.attempts(
        exercise, tempo=tempo, limit=2
    )
    for asked in (exercise, None):
        series = history.series(asked, tempo=tempo, since=since)
        assert set(series) == plain.series(asked, tempo=tempo, since=since)
        assert len(set(series)) == len(series)
        assert [one.started for one in series] == sorted(one.started for one in series)
    assert by_name(history.exercises()) == plain.exercises()
    assert set(history.times_done()) == plain.times_done()
    assert history.calendar(since or MONDAY, until) == plain.calendar(since or MONDAY, until)
    assert [history.record(one.id) for one in plain.records] == plain.records


@pytest.mark.slow
@settings(deadline=None)
@given(
    records=st.lists(sessions(), max_size=4, unique_by=lambda one: one.id),
    name=st.sampled_from(["Legs", "Arms"]),
    file=st.sampled_from(["/legs.toml", "/arms.toml", "/new.toml"]),
    others=st.sets(st.sampled_from(["legs", "arms"])),
    is_only=st.booleans(),
)
def test_the_last_session_of_a_file_is_found_as_by_looking_at_every_record(
    records: list[Record], name: str, file: str, others: set[str], is_only: bool
) -> None:
    others = {other for other in others if file != f"/{other}.toml"}
    titles = dict.fromkeys(others, "Another title" if is_only else name)
    is_only = is_only or not others

    found = last_done(records, file, name, **titles)

    assert found == max(
        (
            record.finished or record.started
            for record in records
            if record.session.file == file
            or (
                is_only
                and record.session.name == name
                and record.session.file not in {f"/{other}.toml" for other in others}
            )
        ),
        default=None,
    )
