"""The words of the week below the library."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from benchside.log import monday_of
from benchside.session import format_amount
from benchside.view import counted, volume_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.log import ThisWeek

THIS_WEEK: Final = "THIS WEEK"
NOTHING_YET: Final = "no session yet"

_LETTERS: Final = "MTWTFSS"


class WeekDay(Enum):
    """What stands beside the letter of a day."""

    TRAINED = "■"
    TODAY = "□"
    """Without a session so far."""
    FREE = "·"


def days_of(week: ThisWeek) -> Iterator[tuple[str, WeekDay]]:
    """Yield each day's letter and how it was, from Monday on."""
    monday = monday_of(week.today)
    for number, letter in enumerate(_LETTERS):
        day = monday + timedelta(days=number)
        if day in week.days:
            yield letter, WeekDay.TRAINED
        else:
            yield letter, WeekDay.TODAY if day == week.today else WeekDay.FREE


def facts_of_week(week: ThisWeek) -> Iterator[str]:
    """Yield what the week came to: `2 sessions`, `19 sets`, `17 for the glutes`, `9,280 kg`.

    Of the muscles the one that was trained most is told. The streak stands last.
    """
    if week.sum is None:
        yield NOTHING_YET
    else:
        yield counted(week.sum.sessions, "session")
        yield counted(week.sum.sets, "set")
        for most in week.sum.muscles.muscles[:1]:
            yield f"{format_amount(most.sets)} for the {most.muscle}"
        if week.sum.volume_kg:
            yield volume_of(week.sum.volume_kg)
    yield f"streak {counted(week.streak, 'week')}"
