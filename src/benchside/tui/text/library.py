"""The words of the library: its groups, and the rows in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from benchside.tui.lines import GAP, MUTED
from benchside.tui.text import NEVER, day, plain
from benchside.tui.widgets.session_list import ListGroup, ListRow
from benchside.view import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from benchside.library import Entry, EntryLabel
    from benchside.log import Habits, TopSet
    from benchside.session import DueDay
    from benchside.tui.services import AthleteName

MAX_BESIDE: Final = 22
"""Cells of a title and a name of a file on one line: so many has the narrowest list."""

YOURS: Final = "YOURS"
BUILT_IN: Final = "BUILT IN"
TODAY: Final = "TODAY"
NEXT: Final = "NEXT"
LONGEST_AGO: Final = "longest not done"
DAY_ONLY: Final = "in a program"
"""In place of its length, of a session that a program gives its sets."""
ABOUT_DAY_ONLY: Final = (
    "A day of a program: the week of the program says which sets it has. "
    "Once it is due it stands on top of the list."
)
NOT_READ_YET: Final = "…"
TOP_SET: Final = "TOP SET"


def day_line(today: date, athletes: Sequence[AthleteName]) -> str:
    """On top of the library: the day, and who lifts where there are several."""
    named = [one.name for one in athletes if one.is_chosen and len(athletes) > 1]
    return " · ".join([f"{today:%A} {today.day} {today:%B}", *named])


def first_groups(labels: Iterable[EntryLabel]) -> list[ListGroup]:
    """Group the names of sessions that are not read yet."""
    every = list(labels)
    return [
        ListGroup(heading, tuple(ListRow(named(label)) for label in every if label.is_own is own))
        for heading, own in ((YOURS, True), (BUILT_IN, False))
    ]


class FirstGroup(NamedTuple):
    """The session that stands above the others, because it is due."""

    file: str
    heading: str
    why: str


def first_group(habits: Habits | None, followed: Entry | None, *, today: date) -> FirstGroup | None:
    """Return what is due by the program that is trained, else by habit; None where nothing is.

    After a day of the program was done the one that follows is what is next, not what is today.
    """
    if followed is not None and followed.due is not None:
        trained = [one for sessions in habits.recent.values() for one in sessions] if habits else []
        is_done = any(
            one.started.date() == today
            and one.program is not None
            and one.program.name == followed.due.program
            for one in trained
        )
        words = _day_words(followed.due)
        return FirstGroup(str(followed.path), NEXT if is_done else TODAY, words)
    if habits is None or habits.due is None:
        return None
    if habits.due.is_of_weekday:
        return FirstGroup(habits.due.file, TODAY, f"usual on {today:%A}s")
    return FirstGroup(habits.due.file, NEXT, LONGEST_AGO)


def _day_words(due: DueDay) -> str:
    """Return which day of which program is due: `Base, week 2, day 3`."""
    from benchside.log import (
        program_day,  # the names stand before this is loaded
        program_words,
    )

    return program_words(program_day(due))


def in_order(entries: Iterable[Entry], first: FirstGroup | None) -> list[Entry]:
    """Return sessions in the order of the list: what is due, one's own, what ships."""
    due = first.file if first else ""
    return sorted(entries, key=lambda entry: (str(entry.path) != due, not entry.is_own))


def grouped(
    entries: Sequence[Entry],
    labels: Mapping[Path, EntryLabel],
    habits: Habits | None,
    first: FirstGroup | None,
    *,
    today: date,
    lengths: Mapping[Path, str],
) -> list[ListGroup]:
    """Group sessions that stand in their order, with how long and how many days ago they were."""
    rows = [
        (entry, library_row(entry, labels[entry.path], habits, today=today, lengths=lengths))
        for entry in entries
    ]
    is_due = {entry.path: first is not None and str(entry.path) == first.file for entry in entries}
    groups = []
    if first is not None:
        due = tuple(row for entry, row in rows if is_due[entry.path])
        groups.append(ListGroup(first.heading, due, first.why))
    for title, own in ((YOURS, True), (BUILT_IN, False)):
        found = (row for entry, row in rows if entry.is_own is own and not is_due[entry.path])
        groups.append(ListGroup(title, tuple(found)))
    return groups


def library_row(
    entry: Entry,
    label: EntryLabel,
    habits: Habits | None,
    *,
    today: date,
    lengths: Mapping[Path, str],
) -> ListRow:
    """Return a session; a broken file is marked by a sign and a word, not by its colour alone."""
    name = named(label)
    if entry.problems and entry.path not in lengths:
        told = counted(len(entry.problems), "problem")
        return ListRow(Content.assemble("✗ ", name), (Content.styled(told, "$text-error"),))
    length = Content.styled(lengths.get(entry.path, ""), MUTED)
    last = habits.last_done(str(entry.path)) if habits else None
    ago = "–" if last is None else days_ago(last.date(), today=today)
    return ListRow(name, (length, Content.styled(ago, MUTED)) if habits else ())


def days_ago(when: date, *, today: date) -> str:
    """Return how many days ago something was done, in five cells: `today`, `6 d`, `20 w`."""
    days = max((today - when).days, 0)
    if days == 0:
        return "today"
    return f"{days} d" if days < 100 else f"{days // 7} w"


def last_done_line(last: datetime | None, times: int, *, today: date) -> str:
    """Return when a session was done last: `20 November 2026 · 6 days ago · 11 times`."""
    if last is None:
        return NEVER
    days = max((today - last.date()).days, 0)
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
    return f"{day(last)} · {ago} · {'once' if times == 1 else f'{times} times'}"


def top_set_about(top: TopSet) -> str:
    """Return what the line of a session draws: `Barbell hip thrust · e1RM, 12 weeks`."""
    from benchside.log import TOP_SET_WEEKS  # not for the first frame

    return f"{top.trend.exercise}{GAP}{top.trend.measure}, {counted(TOP_SET_WEEKS, 'week')}"


def top_set_now(top: TopSet) -> str:
    """Return where the line ends: `126.67 kg`, `126.67 kg, a record`."""
    from benchside.log import value_words

    told = value_words(top.trend, top.trend.points[-1].value)
    return f"{told}, a record" if top.is_record else told


def named(label: EntryLabel) -> Content:
    """Return the title; beside it, or below where it is long, the file of one of several alike."""
    title, name = plain(label.title), plain(label.name).stylize("italic")
    if not label.name:
        return title
    fits = title.cell_length + name.cell_length < MAX_BESIDE
    return Content.assemble(title, "  " if fits else "\n   ", name)
