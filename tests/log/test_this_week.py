"""The week of today: its days, and what they came to."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from benchside.log.muscles import lookup_in
from benchside.log.this_week import ThisWeek, this_week_of
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.testing import a_history, a_record, a_set_record

if TYPE_CHECKING:
    from benchside.log.record import Record

THURSDAY = date(2026, 11, 26)


def on(day: date) -> Record:
    """Two sets of hip thrusts and one of squats in the evening of a day."""
    zone = timezone(timedelta(hours=1))
    started = datetime(day.year, day.month, day.day, 18, 0, tzinfo=zone)
    return a_record(
        a_set_record(), a_set_record(number=2, of=2), a_set_record("Back squat"), started=started
    )


def week(*days: date) -> ThisWeek | None:
    history = a_history(*map(on, days))
    return this_week_of(history, lookup_in(SHIPPED_CATALOGUE), today=THURSDAY)


def ago(days: int) -> date:
    return THURSDAY - timedelta(days=days)


def test_a_week_has_its_days_sets_and_muscles() -> None:
    found = week(ago(3), ago(1), ago(4))

    assert found is not None
    assert found.days == {ago(3), ago(1)}
    assert found.sum is not None
    assert (found.sum.sessions, found.sum.sets, int(found.sum.volume_kg)) == (2, 6, 3000)
    assert found.sum.muscles.muscles[0].muscle == "glutes"
    assert found.streak == 2


def test_a_week_that_has_only_begun_keeps_the_streak() -> None:
    found = week(ago(4), ago(11))

    assert found is not None
    assert (found.days, found.sum, found.streak) == (frozenset(), None, 2)


def test_there_is_nothing_to_tell_where_nothing_was_done_lately() -> None:
    assert week() is None
    assert week(ago(11), ago(18)) is None


def test_what_lies_ahead_does_not_count() -> None:
    assert week(ago(-1), ago(-8)) is None
