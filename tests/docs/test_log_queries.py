"""The DuckDB queries of docs/log-format.md answer what the program answers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from benchside.log.as_facts import facts_of
from benchside.log.bests import bests_of, sums_of_exercises
from benchside.log.e1rm import e1rm_kg
from benchside.log.logbook import FileLogbook
from benchside.log.reading import read_log
from benchside.log.record import SideRecord, encode_record
from benchside.log.stats import stats_of
from benchside.log.words import two_places
from benchside.testing import a_record, a_set_record
from tests.docs.test_log_format import fenced
from tests.logged import MONDAY, write_sample

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.log.facts import SessionFact

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")

NOW = datetime(2024, 3, 1, tzinfo=UTC)


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[tuple[Any, ...]]]:
    """What the queries of the page answer on the log of the examples, changed in every way."""
    write_sample(tmp_path)
    path = tmp_path / "log.jsonl"
    first, second, _ = read_log(path).records
    sided = replace(
        a_set_record("Clamshell", reps=7, load_kg=10),
        sides=(SideRecord(side="left", reps=7), SideRecord(side="right", reps=8)),
    )
    (tmp_path / "log-laptop.jsonl").write_text(
        json.dumps(
            encode_record(a_record(sided, started=MONDAY + timedelta(days=30), athlete="Anna"))
        )
    )
    logbook = FileLogbook(path, machine="desk")
    logbook.amend(replace(first, sets=first.sets[:3]), at=NOW)
    logbook.amend(replace(first, sets=first.sets[:4]), at=NOW)
    logbook.delete(second.id, at=NOW)
    with path.open("a") as log:
        log.write("broken\n")
    monkeypatch.chdir(tmp_path)
    connection = duckdb.connect()
    views, *queries = fenced("sql")
    connection.execute(views)
    return [connection.execute(query).fetchall() for query in queries]


@pytest.fixture
def sessions(answers: object, tmp_path: Path) -> list[SessionFact]:
    """The same log as the program reads it."""
    return [facts_of(record) for record in read_log(tmp_path / "log.jsonl").records]


def test_the_last_times_are_those_of_the_program(answers: list[list[tuple[Any, ...]]]) -> None:
    assert answers[0] == [
        (date(2024, 1, 23), "2-1-X-1", "6 @ 105 kg, 6 @ 105 kg, 5 @ 102.5 kg"),
        (date(2024, 1, 8), "2-1-X-1", "8 @ 97.5 kg, 8 @ 97.5 kg, 7 @ 97.5 kg"),
    ]


def test_the_bests_are_those_of_the_program(
    answers: list[list[tuple[Any, ...]]], sessions: list[SessionFact]
) -> None:
    (best,) = bests_of((one for each in sessions for one in each.sets), "Barbell hip thrust")

    ((e1rm, top),) = answers[1]

    assert best.e1rm is not None
    assert two_places(Decimal(e1rm)) == two_places(e1rm_kg(best.e1rm) or Decimal(0)) == 126
    assert top == 105


def test_the_weeks_are_those_of_the_program(
    answers: list[list[tuple[Any, ...]]], sessions: list[SessionFact]
) -> None:
    weeks = stats_of(sessions, lambda _: None, today=date(2024, 3, 1)).weeks
    exercises = sums_of_exercises(one for each in sessions for one in each.sets)

    told = answers[2]

    assert [week for week, *_ in told] == [week.name for week in weeks if week.sets]
    assert [float(row[3]) for row in told] == [float(one.volume_kg) for one in weeks if one.sets]
    assert sum(row[2] for row in told) == sum(one.sets for one in exercises)
    assert (told[-1][1], float(told[-1][3])) == ("Clamshell", 150)


def test_plan_and_rests_are_those_of_the_program(
    answers: list[list[tuple[Any, ...]]], sessions: list[SessionFact]
) -> None:
    adherence = stats_of(sessions, lambda _: None, today=date(2024, 3, 1)).adherence

    ((planned, done, planned_rest_ms, taken_rest_ms),) = answers[3]

    assert (planned, done) == (adherence.sets.planned, adherence.sets.done)
    assert planned_rest_ms == adherence.rests.planned_ms
    assert taken_rest_ms == adherence.rests.taken_ms
