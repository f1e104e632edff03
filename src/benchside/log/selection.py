"""Which sessions are asked for: names by their words, days, months and years, one athlete.

The filters of `benchside log` and of the history screen read the same.

Pure.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from benchside.log.facts import exercise_key
from benchside.session import InvalidValueError, choices, closest, quote_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DAY: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_BACK: Final = re.compile(r"([1-9][0-9]{0,3})([dwmy])")
_DAYS_IN: Final = {"d": 1, "w": 7, "m": 30, "y": 365}
_ATHLETE: Final = "@"
_RANGE: Final = ".."
_LOOKS_LIKE_TIME: Final = re.compile(r"[0-9]{4}(?:-[0-9-]*)?|.*\.\..*")
_TIMES: Final = 'write "2026", "2026-01", "2026-01-31", "2026-01..2026-03" or "12w"'


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """What lets sessions and exercises through."""

    words: tuple[str, ...] = ()
    """Have to be in the name of an exercise or of a session, all of them in one."""
    athlete: str = ""
    """As the log names them; empty for the one whose numbers hold."""
    since: date | None = None
    """First day; None is no bound, as in what follows."""
    until: date | None = None
    """Last day."""


def read_filter(typed: str, *, athletes: Sequence[str], today: date) -> LogFilter:
    """Read a filter: words, `@` with the beginning of an athlete's name, and times.

    A time is a day, month or year, two of them with `..` between, or a length up to today: `12w`.
    Raises `InvalidValueError` for an athlete that the log does not have and for what is no time.
    """
    words: list[str] = []
    athlete, since, until = "", None, None
    for part in typed.split():
        if part.startswith(_ATHLETE):
            athlete = _athlete_beginning(part.removeprefix(_ATHLETE), athletes)
        elif match := _BACK.fullmatch(part):
            since = _days_back(int(match[1]) * _DAYS_IN[match[2]], today)
        elif _LOOKS_LIKE_TIME.fullmatch(part):
            since, until = _period(part)
        else:
            words.append(part.casefold())
    return LogFilter(words=tuple(words), athlete=athlete, since=since, until=until)


def read_day(typed: str, *, is_end: bool) -> date:
    """Read a day, or the first or last one of a month or a year: `2026-01-31`, `2026-01`, `2026`.

    Raises `InvalidValueError`.
    """
    match = _DAY.fullmatch(typed)
    try:
        if match:
            year, month, day = (int(part) if part else 0 for part in match.groups())
            if not is_end:
                return date(year, month or 1, day or 1)
            month = month or 12
            return date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:  # there is no such day
        pass
    raise InvalidValueError(f"{quote_value(typed)} is no day", "write 2026-01-31, 2026-01 or 2026")


def names_meant(typed: str, names: Iterable[str]) -> list[str]:
    """Return the names that are meant: the one that was typed, else those with its words in them.

    Empty where there are none.
    """
    names = tuple(names)
    key = exercise_key(typed)
    if same := [name for name in names if exercise_key(name) == key]:
        return same
    words = key.split()
    return [name for name in names if has_words(name, words)] if words else []


def has_words(name: str, words: Iterable[str]) -> bool:
    """Return whether all words, in small letters, are in a name."""
    folded = name.casefold()
    return all(word in folded for word in words)


def nearest_name(typed: str, names: Iterable[str]) -> str | None:
    """Return the name that was perhaps meant; None where none is near."""
    by_key = {exercise_key(name): name for name in names}
    near = closest(typed, by_key)
    return by_key[near] if near else None


def the_athlete(athletes: Iterable[str], own: str) -> str | None:
    """Return whose sessions are shown: those of the only one there is, else one's own.

    None where the log has those of several others.
    """
    names = set(athletes)
    if own in names or not names:
        return own
    return names.pop() if len(names) == 1 else None


def _athlete_beginning(typed: str, athletes: Sequence[str]) -> str:
    """Return the athlete whose name begins so; nobody is named yet where nothing is typed."""
    key = typed.casefold()
    found = [name for name in athletes if name.casefold() == key] or [
        name for name in athletes if key and name.casefold().startswith(key)
    ]
    if not typed or len(found) == 1:
        return found[0] if found else ""
    known = choices(found or athletes) if athletes else "nobody"
    message = f'the log has no athlete "{typed}"' if not found else f'"{typed}" may be {known}'
    raise InvalidValueError(message, f"it has {known}" if not found else "write more of the name")


def _days_back(days: int, today: date) -> date:
    try:
        return today - timedelta(days=days)
    except OverflowError:
        return date.min


def _period(typed: str) -> tuple[date | None, date | None]:
    first, dots, last = typed.partition(_RANGE)
    try:
        since = read_day(first, is_end=False) if first else None
        until = read_day(last if dots else first, is_end=True) if last or not dots else None
    except InvalidValueError as wrong:
        raise InvalidValueError(wrong.message, _TIMES) from None
    return since, until
