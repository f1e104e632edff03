"""What the history reads, and in which order."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from benchside.log.selection import LogFilter
from benchside.testing import a_record, a_set_record
from benchside.tui.history_reading import FIRST, MANY, read_exercise_now, read_history
from tests.tui.past import FIRST as BEGAN, PastLog, ten_weeks

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.log.record import Record


def sessions(count: int) -> list[Record]:
    """A session on each of so many days, the last of them the day the log began."""
    return [
        a_record(
            a_set_record(load_kg=100 + number % 3),
            started=BEGAN - timedelta(days=count - 1 - number),
            athlete="Anna",
        )
        for number in range(count)
    ]


def test_the_newest_sessions_come_before_there_is_an_index(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    log.write(ten_weeks())
    history = log.history()

    first, *_, last = read_history(history, LogFilter())

    assert not first.is_whole
    assert first.past is not None
    assert last.past is not None
    assert first.past.sessions == last.past.sessions
    assert last.is_whole
    assert len(last.weeks) == 10


def test_the_last_year_comes_before_all_years_of_a_long_log(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    log.write(sessions(MANY + 1))
    history = log.history()
    history.athletes()  # which builds the index

    counts = [
        len(now.past.sessions) for now in read_history(history, LogFilter()) if now.past is not None
    ]

    assert counts == [299, MANY + 1, MANY + 1]


def test_of_more_sessions_than_can_be_shown_the_newest_are_and_it_is_told(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    log.write(sessions(30))

    *_, last = read_history(log.history(), LogFilter(), most=20)

    assert last.past is not None
    assert len(last.past.sessions) == 20
    assert last.left_out_before == (BEGAN - timedelta(days=19)).date()


def test_an_empty_log_is_whole_at_once(tmp_path: Path) -> None:
    *_, last = read_history(PastLog(tmp_path).history(), LogFilter())

    assert last.is_whole
    assert last.past is not None
    assert last.past.sessions == ()


def test_an_exercise_comes_with_its_last_sessions_first_and_then_all(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    log.write(sessions(FIRST + 5))

    first, last = read_exercise_now(log.history().of("Anna"), "Barbell hip thrust", LogFilter())

    assert (len(first.past.sessions), first.past.is_whole) == (FIRST, False)
    assert (len(last.past.sessions), last.past.is_whole) == (FIRST + 5, True)
    assert last.past.bests


def test_an_exercise_of_few_sessions_comes_at_once(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    log.write(sessions(5))

    [now] = read_exercise_now(log.history().of("Anna"), "Barbell hip thrust", LogFilter())

    assert now.past.is_whole
