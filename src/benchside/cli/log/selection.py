"""Which sessions a question to the log is about: the filters that its commands share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from benchside.cli.exits import CommandError, Exit
from benchside.cli.output.lines import echo
from benchside.log import (
    exercise_key,
    names_meant,
    nearest_name,
    nothing_collected,
    read_day,
    the_athlete,
)
from benchside.session import InvalidValueError, choices
from benchside.view import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchside.app import Program
    from benchside.log import LoggedSession, Record

Command = TypeVar("Command", bound="Callable[..., Any]")


def first_day(
    _context: click.Context, _parameter: click.Parameter, typed: str | None
) -> date | None:
    """Read a day, or the first one of a month or a year: `2026-01-31`, `2026-01`, `2026`."""
    return _bound(typed, is_end=False)


def last_day(
    _context: click.Context, _parameter: click.Parameter, typed: str | None
) -> date | None:
    """Read a day, or the last one of a month or a year."""
    return _bound(typed, is_end=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What the filters of a command let through."""

    exercise: str = ""
    """Its name, or words of it; empty lets all through, as in what follows."""
    session: str = ""
    athlete: str = ""
    since: date | None = None
    until: date | None = None


def filter_options(command: Command) -> Command:
    """Add the filters that are not about an exercise."""
    for option in (
        _day_option("--until", last_day, "Up to this day, month or year."),
        _day_option("--since", first_day, "From this day, month or year on."),
        click.option("--athlete", metavar="NAME", default="", help="Of this athlete."),
        click.option("--session", metavar="NAME", default="", help="Of sessions of this name."),
    ):
        command = option(command)
    return command


exercise_option = click.option("--exercise", metavar="NAME", default="", help="With this exercise.")

id_argument = click.argument("record_id", metavar="[ID]", default="")


def open_log(bench: Program) -> tuple[LogSearch, Exit]:
    """Open the log and tell lines that cannot be read; the status is that of an empty answer."""
    search = LogSearch(bench)
    for problem in search.problems:
        echo(f"{bench.home.log}: {problem}", err=True)
    if search.problems and not search.sessions:
        echo("no line of the log could be read", err=True)
        return search, Exit.PROBLEMS
    return search, Exit.FINE


class LogSearch:
    """Finds sessions of the log by its index; of those that are asked for the lines are read."""

    def __init__(self, bench: Program) -> None:
        """Ask which sessions there are; raises OSError."""
        self._bench = bench
        self._history = bench.memory.of(None)
        is_empty = bench.memory.is_empty
        self.problems = () if is_empty else self._history.problems()
        """Lines of the log that cannot be read."""
        self.sessions: Sequence[LoggedSession] = () if is_empty else self._history.sessions()
        """All of them, the last one first."""

    def select(self, selection: Selection, *, of_one: bool = False) -> list[LoggedSession]:
        """Return the sessions that the filters let through, the last one first.

        With `of_one` they are of one athlete: where there are several, the one whose file is read.
        Ends in a usage error where a name is none of the log's.
        """
        chosen = [*self.sessions]
        if selection.athlete:
            name = _athlete(selection.athlete, chosen)
            chosen = [one for one in chosen if one.athlete == name]
        if selection.session:
            names = dict.fromkeys(one.session for one in chosen)
            wanted = set(_meant(selection.session, [*names], what="session"))
            chosen = [one for one in chosen if one.session in wanted]
        if selection.exercise:
            chosen = self.with_exercises(chosen, self.exercises(chosen, selection.exercise))
        first, last = selection.since or date.min, selection.until or date.max
        chosen = [one for one in chosen if first <= one.started.date() <= last]
        return _of_one_athlete(chosen, self._bench.athletes.name) if of_one else chosen

    def exercises(self, sessions: Iterable[LoggedSession], typed: str) -> list[str]:
        """Return the exercises of the athletes of some sessions that are meant.

        Ends in a usage error if there are none.
        """
        athletes = dict.fromkeys(one.athlete for one in sessions)
        names: dict[str, str] = {}
        for athlete in athletes:
            for one in self._bench.memory.of(athlete).exercises():
                names.setdefault(exercise_key(one.exercise), " ".join(one.exercise.split()))
        return _meant(typed, [*names.values()], what="exercise")

    def one_exercise(self, sessions: Iterable[LoggedSession], typed: str) -> str:
        """Return the exercise that is meant, as it was written last; ends in a usage error."""
        found = self.exercises(sessions, typed)
        if len(found) > 1:
            raise click.UsageError(f'"{typed}" is in {choices(found)}; write one of them')
        return found[0]

    def with_exercises(
        self, sessions: Iterable[LoggedSession], exercises: Iterable[str]
    ) -> list[LoggedSession]:
        """Return those of some sessions that have a set of one of these exercises."""
        ids = {one.id for name in exercises for one in self._history.sessions(exercise=name)}
        return [one for one in sessions if one.id in ids]

    def records(self, sessions: Iterable[LoggedSession]) -> tuple[Record, ...]:
        """Read sessions with their sets, in this order; tells those that cannot be read."""
        ids = [one.id for one in sessions]
        if not ids:
            return ()
        with nothing_collected():
            records = self._history.records(ids)
        if len(records) < len(ids):
            unread = len(ids) - len(records)
            told = f'{counted(unread, "session")} cannot be read; "benchside log check" says why'
            echo(f"{self._bench.home.log}: {told}", err=True)
        return records

    def find(self, typed: str) -> LoggedSession:
        """Return the session that an id, or the beginning of one, means; the last one if empty.

        A date, or a date with a time as the list shows them, begins one. Ends in a usage error
        where there is none, or more than one.
        """
        if not typed and self.sessions:
            return self.sessions[0]
        wanted = typed.strip().replace(" ", "T")
        found = [one for one in self.sessions if wanted in (one.id, one.started.isoformat())] or [
            one
            for one in self.sessions
            if one.id.startswith(wanted) or one.started.isoformat().startswith(wanted)
        ]
        if len(found) == 1:
            return found[0]
        if not found:
            raise click.UsageError(
                f'the log has no session "{typed}"; "benchside log" names those that there are'
            )
        last = found[:3][::-1]
        times = [moment_of(one) for one in last]
        if len(set(times)) < len(times):
            times = [one.id for one in last]
        more = "" if len(found) <= len(times) else " and others"
        raise click.UsageError(f'"{typed}" may be {choices(times)}{more}; write one of them')

    def find_record(self, typed: str) -> Record:
        """Return the session that is meant with its sets; raises CommandError if unreadable."""
        session = self.find(typed)
        record = self._history.record(session.id)
        if record is None:
            raise CommandError(f'session {session.id} cannot be read; see "benchside log check"')
        return record


def moment_of(session: Record | LoggedSession) -> str:
    """Return when a session began, where it was done: `2026-01-12 18:00`, or the day alone."""
    started = session.started
    return f"{started:%Y-%m-%d}" if session.day_only else f"{started:%Y-%m-%d %H:%M}"


def exercises_in(record: Record) -> list[str]:
    """Return the exercises of a session, each once, in its order."""
    names: dict[str, str] = {}
    for one in record.sets:
        names.setdefault(exercise_key(one.exercise), " ".join(one.exercise.split()))
    return [*names.values()]


def _day_option(
    name: str, callback: Callable[..., date | None], text: str
) -> Callable[[Command], Command]:
    return click.option(name, metavar="DAY", callback=callback, help=text)


def _bound(typed: str | None, *, is_end: bool) -> date | None:
    if typed is None:
        return None
    try:
        return read_day(typed, is_end=is_end)
    except InvalidValueError as wrong:
        raise click.BadParameter(f"{wrong.message}; {wrong.expected}") from None


def _of_one_athlete(sessions: Sequence[LoggedSession], own: str) -> list[LoggedSession]:
    names = sorted({one.athlete for one in sessions})
    name = the_athlete(names, own)
    if name is None:
        raise click.UsageError(f"the log has sessions of {choices(names)}; choose by --athlete")
    return [one for one in sessions if one.athlete == name]


def _meant(typed: str, names: Sequence[str], *, what: str) -> list[str]:
    """Return the names that are meant: the one that was typed, else those with its words in them.

    Ends in a usage error where there are none.
    """
    if found := names_meant(typed, names):
        return found
    raise click.UsageError(f'the log has no {what} "{typed}"{_hint(typed, names)}')


def _athlete(typed: str, sessions: Iterable[LoggedSession]) -> str:
    names = list(dict.fromkeys(one.athlete for one in sessions))
    for name in names:
        if exercise_key(name) == exercise_key(typed):
            return name
    raise click.UsageError(f'the log has no athlete "{typed}"{_hint(typed, names)}')


def _hint(typed: str, names: Iterable[str]) -> str:
    near = nearest_name(typed, names)
    return f'; did you mean "{near}"?' if near else ""
