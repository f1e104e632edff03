"""The words of the history: what was done, by day, exercise, session and week."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from benchside.log import RecordKind, program_words, value_words
from benchside.runner import SessionStatus
from benchside.session import choices
from benchside.tui.text import day, day_and_time, short_day
from benchside.tui.text.summary import STATUSES
from benchside.view import counted, minutes_of, volume_of, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from benchside.log import (
        ExerciseTrend,
        LineProblem,
        LogChange,
        LoggedSession,
        PastTraining,
        PersonalRecord,
        Record,
        SetRecord,
        Streak,
        WeekSum,
    )


class HistoryTab(StrEnum):
    """The lists of the history."""

    EXERCISES = "Exercises"
    SESSIONS = "Sessions"
    WEEKS = "Weeks"


class Plotted(StrEnum):
    """What the chart of an exercise draws."""

    BEST = "best"
    VOLUME = "volume"


MAX_NAMED: Final = 3
"""Athletes that are named in a sentence."""

READING: Final = "reading the log …"
EMPTY: Final = "nothing logged yet — your first session will stand here"
NOTHING_PASSES: Final = "nothing passes the filter; {history.leave} shows everything"
FILTER: Final = "squat · @anna · 2026 · 2026-01..2026-03 · 12w"
MORE_TO_READ: Final = "reading older sessions …"
NOTHING_TO_DRAW: Final = "one session is a point; the second one makes a line"
SHARES: Final = "Sets a muscle: 1 where it is trained, 0.5 where it helps. Warm-ups are left out."
BESTS: Final = "Best"
AT_WILL: Final = "at will"
LEGEND: Final = ("▃ less than usual", "▇ usual or more")
WITH_CHOSEN: Final = "what is chosen"
NOTE_TITLE: Final = "Note for this session"
NOTE_KEYS: Final = "↵ save · esc cancel"
SET_KEYS: Final = "↵ save · tab next · esc cancel"
FIELDS: Final = {"reps": "Reps", "load": "Load", "rpe": "RPE", "note": "Note"}

KINDS: Final[Mapping[RecordKind, str]] = {
    RecordKind.LOAD: "load",
    RecordKind.REPS: "reps",
    RecordKind.E1RM: "e1RM",
    RecordKind.VOLUME: "volume",
    RecordKind.TENSION: "TUT",
}
"""Records in a table."""


def whose(athlete: str, athletes: Sequence[str]) -> str:
    """Return the name of the athlete where the log has several: `Anna`; empty where it has one."""
    return athlete if len(athletes) > 1 else ""


def nobody_chosen(athletes: Sequence[str], own: str) -> str:
    """Return the sentence that the log has sessions of others alone, and how theirs are seen."""
    names = choices(f"@{name}" for name in athletes[:MAX_NAMED])
    return f"{own} has logged nothing yet; / and {names} shows what others did"


def unread(problems: Sequence[LineProblem]) -> str:
    """Return the sentence that lines of the log cannot be read; empty where all can."""
    if not problems:
        return ""
    lines = counted(len(problems), "line")
    return f"{lines} of the log cannot be read (benchside log check tells each); {problems[0]}"


def left_out(before: date | None) -> str:
    """Return the sentence that there are older sessions than those that are shown.

    Empty where all are.
    """
    if before is None:
        return ""
    return f"sessions before {day(before)} are left out; / and a year shows them"


def calendar_facts(past: PastTraining, streak: Streak) -> tuple[str, ...]:
    """Return what stands beside the calendar: how many, how long, how much, weeks in a row."""
    facts = (
        counted(len(past.sessions), "session"),
        whole_minutes(round(past.duration_ms / 60_000)) if past.duration_ms else "",
        volume_of(past.volume_kg) if past.volume_kg else "",
        f"{counted(streak.current, 'week')} in a row" if streak.current else "",
        f"{counted(streak.longest, 'week')} at most" if streak.longest > streak.current else "",
    )
    return tuple(fact for fact in facts if fact)


def tempo_of(tempo: str) -> str:
    """Return a tempo: `tempo 2-1-X-1`, or that there was none."""
    return f"tempo {tempo}" if tempo else AT_WILL


def trend_facts(trend: ExerciseTrend, today: date) -> Iterator[str]:
    """Yield what is known of an exercise at first sight."""
    if trend.best is not None:
        when = short_day(trend.best.started, today).strip()
        yield f"{trend.measure} {value_words(trend, trend.best.value)}, {when}"
    yield counted(trend.sessions, "session")
    if len(trend.tempos) > 1 or trend.tempo:
        yield tempo_of(trend.tempo)


def chart_title(trend: ExerciseTrend, plotted: Plotted) -> str:
    """Return what a chart draws."""
    what = "volume" if plotted is Plotted.VOLUME else trend.measure
    return f"{what} · {tempo_of(trend.tempo)}" if trend.tempo or trend.tempos[1:] else what


def records_in_short(records: Iterable[PersonalRecord]) -> str:
    """Return which records a session broke: `load, e1RM`."""
    return ", ".join(dict.fromkeys(KINDS[one.kind] for one in records))


def session_facts(record: Record) -> Iterator[str]:
    """Yield what a session was, besides its sum."""
    yield day(record.started) if record.day_only else day_and_time(record.started)
    if record.status is not SessionStatus.COMPLETE:
        yield STATUSES[record.status].lower()
    if record.program is not None:
        yield program_words(record.program)
    if record.imported is not None:
        yield f"from {record.imported.program}"
    if record.amended is not None:
        yield f"corrected {day(record.amended)}"


def listed_session(one: LoggedSession) -> str:
    """Return how long a session was, in a list."""
    return minutes_of(one.duration_ms) if one.duration_ms else ""


def week_facts(week: WeekSum) -> Iterator[str]:
    """Yield what a week came to."""
    yield f"{counted(week.sessions, 'session')} on {counted(week.days, 'day')}"
    yield counted(week.sets, "set")
    if week.volume_kg:
        yield volume_of(week.volume_kg)
    if week.duration_ms:
        yield minutes_of(week.duration_ms)
    if week.planned_sets:
        yield f"{week.done_sets} of {week.planned_sets} planned sets done"


def unknown_muscles(week: WeekSum) -> str:
    """Return the name of exercises that count for no muscle; empty where there are none."""
    names = ", ".join(week.muscles.unknown)
    return f"not in the catalogue, so for no muscle: {names}" if names else ""


def which_set(record: Record, place: int) -> str:
    """Return the name of a set of a session: `Barbell hip thrust, set 2 of 5`."""
    one = record.sets[place]
    return f"{one.exercise}, {'ramp set' if one.ramp else 'set'} {one.number} of {one.of}"


def notes_of(one: SetRecord) -> str:
    """Return what was written down of a set and its exercise; empty where nothing was."""
    return " · ".join(note for note in (one.note, one.exercise_note) if note)


def changed(change: LogChange, undo: str) -> str:
    """Return what was done to a session, and the key that takes it back."""
    return f"{'deleted' if change.after is None else 'corrected'}: {_named(change)} · {undo} undoes"


def taken_back(change: LogChange) -> str:
    """Return what undo did."""
    what = "in the log again" if change.after is None else "as it was before"
    return f"{_named(change)} is {what}"


def _named(change: LogChange) -> str:
    record = change.before
    return f"{record.session.name}, {day(record.started)}"
