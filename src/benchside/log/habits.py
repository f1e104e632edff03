"""When the sessions of a library were done, and which of them is usually done today.

Pure: today is an argument, and the history answers from wherever it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from benchside.log.answers import LoggedSession, TimesDone
    from benchside.log.history import History

_LoggedT = TypeVar("_LoggedT", "LoggedSession", "TimesDone")

RECENT_TIME: Final = timedelta(weeks=8)
"""What lies further back says nothing about today."""

LEAST_TIMES: Final = 2
"""A session that was done once is no habit yet."""


class Reason(StrEnum):
    """Why a session is due."""

    WEEKDAY = "weekday"
    """It is usually done on this day of the week."""
    LONGEST_AGO = "longest ago"
    """Of those that are done regularly it is the one that was not done for longest."""


@dataclass(frozen=True, slots=True)
class UsualSession:
    """The session that is due today."""

    file: str
    reason: Reason

    @property
    def is_of_weekday(self) -> bool:
        """Whether it is due because it is usually done on this day of the week."""
        return self.reason is Reason.WEEKDAY


@dataclass(frozen=True, slots=True)
class KnownSession:
    """A session of the library, as the log may name it."""

    file: str
    title: str


@dataclass(frozen=True, slots=True)
class Habits:
    """When each session of a library was done, and what follows from it."""

    done: Mapping[str, tuple[TimesDone, ...]] = field(default_factory=dict)
    """By the file of each session, the latest first; those that were never done are left out."""
    recent: Mapping[str, tuple[LoggedSession, ...]] = field(default_factory=dict)
    """Those of the last weeks, likewise."""
    due: UsualSession | None = None
    """None where something was done today already, or where there is no habit."""

    def last_done(self, file: str) -> datetime | None:
        """Return when a session ended last; None means never."""
        found = self.done.get(file)
        return found[0].last if found else None

    def times_done(self, file: str) -> int:
        """Return how often a session was done."""
        return sum(one.times for one in self.done.get(file, ()))

    @property
    def latest(self) -> str:
        """The file of the session that was done last of all; empty where none ever was."""
        return max(self.done, key=lambda file: self.done[file][0].last, default="")


def habits_of(history: History, library: Sequence[KnownSession], *, today: date) -> Habits:
    """Return when the sessions of a library were done, and the one that is due today.

    Raises OSError where the log cannot be read.
    """
    done = _by_file(history.times_done(), library)
    recent = _by_file(history.sessions(since=today - RECENT_TIME), library)
    days = {file: [one.started.date() for one in sessions] for file, sessions in recent.items()}
    return Habits(done, recent, due_today(days, today=today))


def due_today(days: Mapping[str, Sequence[date]], *, today: date) -> UsualSession | None:
    """Return the session that is usually done on this weekday, else the one not done for longest.

    Of several that share a weekday (A and B in turn) it is the one that was not done for longest.
    """
    if any(today in done for done in days.values()):
        return None
    recent = {
        file: found
        for file, done in days.items()
        if (found := [day for day in done if today - RECENT_TIME <= day < today])
    }
    of_weekday = Counter(
        {
            file: sum(day.weekday() == today.weekday() for day in done)
            for file, done in recent.items()
        }
    )
    most = max(of_weekday.values(), default=0)
    usual = [file for file, times in of_weekday.items() if times >= max(LEAST_TIMES, most / 2)]
    regular = [file for file, done in recent.items() if len(done) >= LEAST_TIMES]
    for candidates, reason in ((usual, Reason.WEEKDAY), (regular, Reason.LONGEST_AGO)):
        if candidates:
            return UsualSession(min(candidates, key=lambda file: max(recent[file])), reason)
    return None


def _by_file(
    logged: Iterable[_LoggedT], library: Sequence[KnownSession]
) -> dict[str, tuple[_LoggedT, ...]]:
    """Return which session of the library each one of the log was.

    It is the one of its file; where the library has no such file any more, the only one of its
    name, if there is one.
    """
    files = {known.file for known in library}
    titles = Counter(known.title for known in library)
    by_title = {known.title: known.file for known in library if titles[known.title] == 1}
    found: dict[str, list[_LoggedT]] = {}
    for one in logged:
        file = one.file if one.file in files else by_title.get(one.session, "")
        if file:
            found.setdefault(file, []).append(one)
    return {file: tuple(same) for file, same in found.items()}
