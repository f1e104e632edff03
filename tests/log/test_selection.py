"""What the filters of the log mean, on the command line and on the screen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from benchside.log.selection import (
    LogFilter,
    names_meant,
    nearest_name,
    read_day,
    read_filter,
    the_athlete,
)
from benchside.session.values.errors import InvalidValueError

TODAY = date(2026, 3, 26)
ATHLETES = ("Anna", "Ben", "Benedikt M.")


def read(typed: str) -> LogFilter:
    return read_filter(typed, athletes=ATHLETES, today=TODAY)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", LogFilter()),
        ("  Back SQUAT ", LogFilter(words=("back", "squat"))),
        ("@anna", LogFilter(athlete="Anna")),
        ("@a squat", LogFilter(athlete="Anna", words=("squat",))),
        ("@ben", LogFilter(athlete="Ben")),
        ("@bene", LogFilter(athlete="Benedikt M.")),
        ("@", LogFilter()),
        ("2025", LogFilter(since=date(2025, 1, 1), until=date(2025, 12, 31))),
        ("2024-02", LogFilter(since=date(2024, 2, 1), until=date(2024, 2, 29))),
        ("2026-01-31", LogFilter(since=date(2026, 1, 31), until=date(2026, 1, 31))),
        ("2025..2026-01", LogFilter(since=date(2025, 1, 1), until=date(2026, 1, 31))),
        ("2026-01..", LogFilter(since=date(2026, 1, 1))),
        ("..2025", LogFilter(until=date(2025, 12, 31))),
        ("2w", LogFilter(since=TODAY - timedelta(days=14))),
        ("9999y", LogFilter(since=date.min)),
        ("5x5", LogFilter(words=("5x5",))),
        ("..", LogFilter()),
    ],
)
def test_a_filter_has_words_an_athlete_and_times_in_any_order(
    typed: str, expected: LogFilter
) -> None:
    assert read(typed) == expected


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2026-13", '"2026-13" is no day'),
        ("2026-02-30", '"2026-02-30" is no day'),
        ("2026-1", '"2026-1" is no day'),
        ("january..march", '"january" is no day'),
        ("@cleo", 'the log has no athlete "cleo"'),
        ("@be", '"be" may be "Ben" or "Benedikt M."'),
    ],
)
def test_what_means_nothing_is_told(typed: str, told: str) -> None:
    with pytest.raises(InvalidValueError) as wrong:
        read(typed)

    assert wrong.value.message == told
    assert wrong.value.expected


def test_a_month_ends_with_its_last_day() -> None:
    assert read_day("2025-02", is_end=True) == date(2025, 2, 28)
    assert read_day("2025-02", is_end=False) == date(2025, 2, 1)


def test_the_whole_name_goes_before_names_with_its_words() -> None:
    names = ["Squat", "Back squat", "Front squat"]

    assert names_meant("squat", names) == ["Squat"]
    assert names_meant("SQUAT back", names) == ["Back squat"]
    assert names_meant("press", names) == []
    assert names_meant("  ", names) == []


def test_a_mistyped_name_is_near_to_the_one_that_was_meant() -> None:
    assert nearest_name("bak squat", ["Back squat", "Lunge"]) == "Back squat"
    assert nearest_name("zzz", ["Back squat"]) is None


def test_the_sessions_shown_are_ones_own_or_those_of_the_only_athlete() -> None:
    assert the_athlete(["Anna", "Ben"], "Ben") == "Ben"
    assert the_athlete(["Anna"], "me") == "Anna"
    assert the_athlete([], "me") == "me"
    assert the_athlete(["Anna", "Ben"], "me") is None
