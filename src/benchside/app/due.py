"""The session that is due: which program goes on, and which of its days is next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchside.storage import glance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from benchside.app.shelf import Shelf
    from benchside.library import Entry, ProgramEntry
    from benchside.log import LoggedSession
    from benchside.session import NextDay, Problem, TrainingProgram


class NoProgramError(Exception):
    """No program of this name, or none that is meant; `names` are those that there are."""

    def __init__(self, message: str, names: tuple[str, ...]) -> None:
        super().__init__(message)
        self.names = names


class BrokenProgramError(Exception):
    """The program, or the session that is due in it, has problems."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("the program has problems")
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class DueSession:
    """What is to be done next in a program."""

    name: str
    """Of the program in the library: its file without `.toml`."""
    program: TrainingProgram
    next: NextDay
    entry: Entry
    """The session, read with the schemes of its week; it knows which day it is done as."""
    last: LoggedSession | None
    """The last day of the program that was complete."""


def due_session(
    shelf: Shelf, sessions: Sequence[LoggedSession], name: str | None = None
) -> DueSession:
    """Return the session that is due in a program, by the athlete's sessions, the latest first.

    Without a name in the program that the newest session of one belongs to, else in the only one of
    the athlete's own, else in the only one there is. Raises NoProgramError where that leads to
    none, and BrokenProgramError.
    """
    from benchside.log import done_days, due_day
    from benchside.runner import SessionStatus
    from benchside.session import next_day

    entries = shelf.programs.entries()
    chosen = _named(entries, name) if name is not None else _meant(entries, sessions)
    program = chosen.program
    if program is None:
        raise BrokenProgramError(chosen.problems)
    following = next_day(program, done_days(sessions, program.name))
    found = shelf.library.for_week(following.schemes).find(following.session)
    if isinstance(found, tuple):
        raise NoProgramError(f'there is no session "{following.session}" any more', found)
    complete = (
        one
        for one in sessions
        if one.program and one.program.name == program.name and one.status is SessionStatus.COMPLETE
    )
    return DueSession(
        name=chosen.name,
        program=program,
        next=following,
        entry=replace(found, due=due_day(program, following, sessions)),
        last=next(complete, None),
    )


def followed_session(
    shelf: Shelf, sessions: Sequence[LoggedSession], *, today: date
) -> Entry | None:
    """Return the session that is due in the program that is trained; None where none is.

    A program of which no day was completed for eight weeks is not trained any more.
    """
    from benchside.log import RECENT_TIME

    try:
        due = due_session(shelf, sessions)
    except (NoProgramError, BrokenProgramError):
        return None
    if due.last is not None and due.last.started.date() < today - RECENT_TIME:
        return None
    return None if due.entry.problems else due.entry


def _named(entries: Sequence[ProgramEntry], name: str) -> ProgramEntry:
    """Return the program with this file name, else the one that calls itself so."""
    wanted = name.casefold().removesuffix(".toml")
    for entry in entries:
        if entry.name.casefold() == wanted:
            return entry
    for entry in entries:
        if entry.program is not None and entry.program.name.casefold() == name.casefold():
            return entry
    raise NoProgramError(f'there is no program "{name}"', _names(entries))


def _meant(entries: Sequence[ProgramEntry], sessions: Sequence[LoggedSession]) -> ProgramEntry:
    """Return the program that is trained, or the only one."""
    from benchside.log import last_program

    by_title: dict[str, ProgramEntry] = {}
    for entry in entries:
        by_title.setdefault(_title(entry), entry)
    trained = last_program(sessions, by_title)
    if trained is not None:
        return by_title[trained]
    own = [entry for entry in entries if entry.is_own]
    for some in (own, entries):
        if len(some) == 1:
            return some[0]
    if not entries:
        raise NoProgramError("there is no program", ())
    raise NoProgramError("the log has no session of a program yet", _names(entries))


def _title(entry: ProgramEntry) -> str:
    """Return what a program calls itself, also where it has problems."""
    if entry.program is not None:
        return entry.program.name
    title = glance(entry.path).get("name")
    return title if isinstance(title, str) else entry.name


def _names(entries: Sequence[ProgramEntry]) -> tuple[str, ...]:
    return tuple(entry.name for entry in entries)
