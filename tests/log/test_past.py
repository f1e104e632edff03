"""What the history is shown from: filters, exercises, sessions and weeks of the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from benchside.log.as_facts import facts_of
from benchside.log.bests import bests_of
from benchside.log.muscles import lookup_in
from benchside.log.newest import newest_history
from benchside.log.past import read_exercise, read_past, read_session, read_weeks
from benchside.log.record import encode_record
from benchside.log.records import RecordKind, best_of_each, records_of
from benchside.log.selection import LogFilter
from benchside.log.weeks import weeks_of
from benchside.runner.results import SetStatus
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.storage.jsonl import encode_line
from benchside.testing import a_history, a_record, a_set_record
from tests.log.facts import day

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.log.record import Record

LOOKUP = lookup_in(SHIPPED_CATALOGUE)


def squats(number: int, kg: int, *, session: str = "Legs") -> Record:
    """Two sets of squats on the day that many days after the first."""
    sets = [
        a_set_record("Back squat", number=one, of=2, load_kg=kg, started=day(number))
        for one in (1, 2)
    ]
    return a_record(*sets, started=day(number), session=session)


def presses(number: int) -> Record:
    """A set of presses."""
    return a_record(
        a_set_record("Bench press", load_kg=60), started=day(number), session="Push day"
    )


RECORDS = (squats(0, 100), presses(2), squats(7, 105), presses(9), squats(14, 105), squats(21, 110))
HISTORY = a_history(*RECORDS)


def test_without_a_filter_everything_is_there_the_latest_first() -> None:
    past = read_past(HISTORY, LogFilter())

    assert [one.id for one in past.sessions] == [one.id for one in reversed(RECORDS)]
    assert [one.exercise for one in past.exercises] == ["Back squat", "Bench press"]
    assert past.sets == {
        record.started.date(): 1 if record.session.name == "Push day" else 2 for record in RECORDS
    }
    assert past.volume_kg == sum(2 * 5 * kg for kg in (100, 105, 105, 110)) + 2 * 5 * 60
    assert past.duration_ms == 6 * 45 * 60_000


def test_words_of_an_exercise_pass_its_sessions_and_that_exercise_alone() -> None:
    past = read_past(HISTORY, LogFilter(words=("press",)))

    assert [one.session for one in past.sessions] == ["Push day", "Push day"]
    assert [one.exercise for one in past.exercises] == ["Bench press"]
    assert past.volume_kg == 600


def test_words_of_a_session_pass_all_of_its_exercises() -> None:
    past = read_past(HISTORY, LogFilter(words=("push", "day")))

    assert len(past.sessions) == 2
    assert [one.exercise for one in past.exercises] == ["Bench press"]
    assert not past.keys


def test_a_day_on_which_no_set_counted_is_a_day_with_a_session() -> None:
    assumed = a_record(a_set_record(status=SetStatus.ASSUMED))

    past = read_past(a_history(assumed), LogFilter())

    assert past.sets == {assumed.started.date(): 0}


def test_weeks_are_those_that_the_commands_tell() -> None:
    past = read_past(HISTORY, LogFilter())

    weeks = read_weeks(HISTORY, past, LOOKUP)

    assert weeks == weeks_of([facts_of(record) for record in RECORDS], LOOKUP)[::-1]


def test_weeks_of_a_filter_count_the_exercises_that_it_names() -> None:
    both = a_record(*squats(0, 100).sets, *presses(0).sets)
    history = a_history(both)

    [week] = read_weeks(history, read_past(history, LogFilter(words=("press",))), LOOKUP)

    assert week.sets == 1


def test_weeks_of_an_empty_log_are_none() -> None:
    history = a_history()

    assert read_weeks(history, read_past(history, LogFilter()), LOOKUP) == ()


def test_an_exercise_has_the_bests_and_records_that_the_commands_tell() -> None:
    facts = [one for record in RECORDS for one in facts_of(record).sets]

    past = read_exercise(HISTORY, "Back squat", LogFilter())

    assert past.is_whole
    assert past.bests == bests_of(facts, "Back squat")
    assert [one.last.session for one in past.sessions] == [
        RECORDS[place].id for place in (5, 4, 2, 0)
    ]
    for one in past.sessions:
        assert one.records == best_of_each(records_of(facts, one.last.session))


def test_the_last_sessions_alone_have_the_same_records_and_no_bests_yet() -> None:
    whole = read_exercise(HISTORY, "Back squat", LogFilter())

    first = read_exercise(HISTORY, "Back squat", LogFilter(), limit=2)

    assert not first.is_whole
    assert first.bests == ()
    assert [one.last.session for one in first.sessions] == [
        one.last.session for one in whole.sessions[:2]
    ]
    for one, same in zip(first.sessions, whole.sessions, strict=False):
        assert [(each.kind, each.value) for each in one.records] == [
            (each.kind, each.value) for each in same.records
        ]


def test_a_filter_of_time_leaves_the_records_what_they_are() -> None:
    since = day(21).date()

    past = read_exercise(HISTORY, "Back squat", LogFilter(since=since))

    [last] = past.sessions
    assert {one.kind: one.before for one in last.records}[RecordKind.LOAD] == 105


def test_a_session_stands_beside_the_time_before_it_and_not_after() -> None:
    past = read_session(HISTORY, RECORDS[2].id)

    assert past is not None
    assert past.record == RECORDS[2]
    [squat] = past.review.exercises
    assert squat.last is not None
    assert squat.last.session == RECORDS[0].id
    assert {one.kind for one in past.review.records} >= {RecordKind.LOAD, RecordKind.E1RM}


def test_a_session_that_is_gone_is_none() -> None:
    assert read_session(HISTORY, "nothing") is None


def test_the_newest_sessions_are_read_from_the_end_without_an_index(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    changed = replace(RECORDS[-1], rev=1, amended=day(22), note="heavy")
    lines = [encode_line(encode_record(one)) for one in (*RECORDS, changed)]
    log.write_bytes(b"".join([*lines, b'{"v": 2, "torn']))

    past = read_past(newest_history(log, 4, athlete="me"), LogFilter())

    assert [one.note for one in past.sessions] == ["heavy", "", ""][: len(past.sessions)]
    assert past.sessions[0].id == changed.id
    assert [path.name for path in tmp_path.iterdir()] == ["log.jsonl"]


def test_sessions_of_another_day_in_another_zone_belong_to_the_day_there() -> None:
    from datetime import timezone

    tokyo = timezone(timedelta(hours=9))
    late = day(0).astimezone(tokyo).replace(hour=0, minute=30)
    record = a_record(a_set_record(), started=late)

    past = read_past(a_history(record), LogFilter())

    assert list(past.sets) == [late.date()]
