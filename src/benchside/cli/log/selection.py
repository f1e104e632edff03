"""Which sessions a question to the log is about: the filters that its commands share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo
from benchside.log.facts import exercise_key
from benchside.log.reading import read_log
from benchside.log.selection import meant, nearest, read_day, the_athlete
from benchside.session.values.errors import InvalidValueError, choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from benchside.app.program import Program
    from benchside.log.record import Record

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


def read_records(bench: Program) -> tuple[tuple[Record, ...], Exit]:
    """Read the log and tell lines that cannot be read; the status is that of an empty answer."""
    reading = read_log(bench.home.log)
    for problem in reading.problems:
        echo(f"{bench.home.log}: {problem}", err=True)
    if reading.problems and not reading.records:
        echo("no line of the log could be read", err=True)
        return (), Exit.PROBLEMS
    return reading.records, Exit.FINE


def select(records: Iterable[Record], selection: Selection) -> list[Record]:
    """Return the sessions that the filters let through, the last one first.

    Ends in a usage error where a name is none of the log's.
    """
    chosen = sorted(records, key=lambda record: record.started, reverse=True)
    if selection.athlete:
        name = _athlete(selection.athlete, chosen)
        chosen = [record for record in chosen if record.athlete == name]
    if selection.session:
        chosen = _named(
            chosen, selection.session, what="session", name_of=lambda one: one.session.name
        )
    if selection.exercise:
        wanted = exercise_keys(chosen, selection.exercise)
        chosen = [record for record in chosen if wanted & set(_keys(record))]
    first, last = selection.since or date.min, selection.until or date.max
    return [record for record in chosen if first <= record.started.date() <= last]


def one_exercise(records: Sequence[Record], typed: str) -> str:
    """Return the exercise that is meant, as it was written last; ends in a usage error if none."""
    found = _meant(typed, exercises_in(records), what="exercise")
    if len(found) > 1:
        raise click.UsageError(f'"{typed}" is in {choices(found)}; write one of them')
    return found[0]


def moment_of(record: Record) -> str:
    """Return when a session began, where it was done: `2026-01-12 18:00`, or the day alone."""
    return f"{record.started:%Y-%m-%d}" if record.day_only else f"{record.started:%Y-%m-%d %H:%M}"


def find_record(records: Sequence[Record], typed: str) -> Record:
    """Return the session that an id, or the beginning of one, means; the last one if it is empty.

    A date, or a date with a time as the list shows them, begins one. Ends in a usage error where
    there is none, or more than one.
    """
    if not typed and records:
        return max(records, key=lambda record: record.started)
    wanted = typed.strip().replace(" ", "T")
    found = [one for one in records if wanted in (one.id, one.started.isoformat())] or [
        one
        for one in records
        if one.id.startswith(wanted) or one.started.isoformat().startswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.UsageError(
            f'the log has no session "{typed}"; "benchside log" names those that there are'
        )
    times = [moment_of(record) for record in found[-3:]]
    if len(set(times)) < len(times):
        times = [record.id for record in found[-3:]]
    more = "" if len(found) <= len(times) else " and others"
    raise click.UsageError(f'"{typed}" may be {choices(times)}{more}; write one of them')


def exercise_keys(records: Sequence[Record], typed: str) -> set[str]:
    """Return the keys of the exercises that are meant; ends in a usage error if there are none."""
    return set(map(exercise_key, _meant(typed, exercises_in(records), what="exercise")))


def of_one_athlete(records: Sequence[Record], bench: Program) -> list[Record]:
    """Keep the sessions of one athlete; where there are several the one whose file is read."""
    names = sorted({record.athlete for record in records})
    name = the_athlete(names, bench.athletes.name)
    if name is None:
        raise click.UsageError(f"the log has sessions of {choices(names)}; choose by --athlete")
    return [record for record in records if record.athlete == name]


def exercises_in(records: Iterable[Record]) -> list[str]:
    """Return the exercises that were reached, each once, in the order of the sessions."""
    names: dict[str, str] = {}
    for record in records:
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


def _keys(record: Record) -> list[str]:
    return [exercise_key(one.exercise) for one in record.sets]


def _named(
    records: Sequence[Record], typed: str, *, what: str, name_of: Callable[[Record], str]
) -> list[Record]:
    names = dict.fromkeys(name_of(record) for record in records)
    wanted = set(_meant(typed, [*names], what=what))
    return [record for record in records if name_of(record) in wanted]


def _meant(typed: str, names: Sequence[str], *, what: str) -> list[str]:
    """Return the names that are meant: the one that was typed, else those with its words in them.

    Ends in a usage error where there are none.
    """
    if found := meant(typed, names):
        return found
    raise click.UsageError(f'the log has no {what} "{typed}"{_hint(typed, names)}')


def _athlete(typed: str, records: Iterable[Record]) -> str:
    names = list(dict.fromkeys(record.athlete for record in records))
    for name in names:
        if exercise_key(name) == exercise_key(typed):
            return name
    raise click.UsageError(f'the log has no athlete "{typed}"{_hint(typed, names)}')


def _hint(typed: str, names: Iterable[str]) -> str:
    near = nearest(typed, names)
    return f'; did you mean "{near}"?' if near else ""
