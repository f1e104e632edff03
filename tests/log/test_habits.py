"""Which session is due today, told by when the sessions of the library were done."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from benchside.log.habits import KnownSession, Reason, UsualSession, due_today, habits_of
from benchside.log.record import SessionSource
from benchside.testing import a_history, a_record

if TYPE_CHECKING:
    from benchside.log.record import Record

THURSDAY = date(2026, 11, 26)
WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)


def thursdays(*weeks_ago: int) -> list[date]:
    return [THURSDAY - weeks * WEEK for weeks in weeks_ago]


def logged(name: str, file: str, *days_ago: int) -> list[Record]:
    """The log of a session that was done so many days ago."""
    return [
        replace(
            a_record(started=datetime(2026, 11, 26, 18, tzinfo=UTC) - days * DAY),
            session=SessionSource(name=name, file=file),
        )
        for days in days_ago
    ]


def test_the_session_of_this_weekday_is_due() -> None:
    days = {"heavy": thursdays(1, 2, 3), "light": [THURSDAY - 3 * DAY, THURSDAY - 10 * DAY]}

    assert due_today(days, today=THURSDAY) == UsualSession("heavy", Reason.WEEKDAY)


def test_of_two_that_share_a_weekday_in_turn_the_other_one_is_due() -> None:
    days = {"a": thursdays(1, 3, 5), "b": thursdays(2, 4)}

    assert due_today(days, today=THURSDAY) == UsualSession("b", Reason.WEEKDAY)


def test_a_session_that_was_swapped_in_once_in_a_while_is_not_due_before_the_usual_one() -> None:
    days = {"usual": thursdays(1, 2, 3, 4, 6, 7), "guest": thursdays(5, 8)}

    assert due_today(days, today=THURSDAY) == UsualSession("usual", Reason.WEEKDAY)


def test_on_a_day_without_a_habit_the_regular_one_that_was_not_done_for_longest_is_due() -> None:
    push = [THURSDAY - days * DAY for days in (1, 8)]
    pull = [THURSDAY - days * DAY for days in (2, 9)]
    legs = [THURSDAY - days * DAY for days in (3, 10)]

    due = due_today({"push": push, "pull": pull, "legs": legs}, today=THURSDAY)

    assert due == UsualSession("legs", Reason.LONGEST_AGO)


def test_what_was_done_once_is_no_habit() -> None:
    assert due_today({"once": thursdays(1)}, today=THURSDAY) is None


def test_nothing_is_due_where_something_was_done_today() -> None:
    days = {"heavy": thursdays(1, 2, 3), "light": [THURSDAY]}

    assert due_today(days, today=THURSDAY) is None


def test_what_lies_months_back_is_not_due() -> None:
    assert due_today({"old": thursdays(12, 13, 14)}, today=THURSDAY) is None


def test_a_clock_that_went_back_makes_nothing_due_that_lies_ahead() -> None:
    assert due_today({"ahead": thursdays(-1, -2)}, today=THURSDAY) is None


@given(
    st.dictionaries(st.sampled_from("abc"), st.lists(st.dates(date(2026, 9, 1), THURSDAY))),
)
def test_what_is_due_was_done_twice_in_the_last_weeks_and_never_today(
    days: dict[str, list[date]],
) -> None:
    due = due_today(days, today=THURSDAY)

    if due is not None:
        assert len([day for day in days[due.file] if day >= THURSDAY - 8 * WEEK]) >= 2
        assert not any(THURSDAY in done for done in days.values())


@pytest.mark.parametrize("file", ["/legs.toml", "/renamed.toml"])
def test_a_session_of_the_log_belongs_to_its_file_or_to_the_only_one_of_its_name(file: str) -> None:
    library = [KnownSession("/legs.toml", "Legs"), KnownSession("/arms.toml", "Arms")]

    habits = habits_of(a_history(*logged("Legs", file, 6, 13)), library, today=THURSDAY)

    assert list(habits.done) == ["/legs.toml"]
    assert habits.times_done("/legs.toml") == 2
    assert habits.last_done("/arms.toml") is None
    assert habits.latest == "/legs.toml"


def test_a_session_of_the_log_is_nobodys_where_two_have_its_name() -> None:
    library = [KnownSession("/one.toml", "Legs"), KnownSession("/two.toml", "Legs")]

    habits = habits_of(a_history(*logged("Legs", "/gone.toml", 6)), library, today=THURSDAY)

    assert habits.done == {}
    assert habits.latest == ""


def test_the_latest_is_the_one_that_was_finished_last() -> None:
    library = [KnownSession("/legs.toml", "Legs"), KnownSession("/arms.toml", "Arms")]
    sessions = logged("Legs", "/legs.toml", 6) + logged("Arms", "/arms.toml", 2, 20)

    habits = habits_of(a_history(*sessions), library, today=THURSDAY)

    assert habits.latest == "/arms.toml"
    when = habits.last_done("/arms.toml")
    assert when is not None
    assert when.date() == THURSDAY - 2 * DAY


def test_a_session_counts_for_ever_and_is_due_by_its_last_weeks() -> None:
    library = [KnownSession("/legs.toml", "Legs")]
    weekly = logged("Legs", "/legs.toml", *range(7, 700, 7))

    habits = habits_of(a_history(*weekly), library, today=THURSDAY)

    assert habits.times_done("/legs.toml") == 99
    assert habits.due == UsualSession("/legs.toml", Reason.WEEKDAY)
