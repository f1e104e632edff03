"""`benchside log edit`: what was logged wrongly, put right afterwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from benchside.cli.exits import Exit
from benchside.cli.log.selection import id_argument, moment_of, open_log
from benchside.cli.output.lines import echo
from benchside.cli.shared import open_bench
from benchside.log import (
    EXACT_DECIMALS,
    CorrectionError,
    FileLogbook,
    correct_set,
    facts_of,
    read_correction,
    set_of,
    sets_words,
)
from benchside.session import InvalidValueError, parse_mass, quote_value, read_note

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.log import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedSet:
    """What is to be corrected, as it was typed; None is left as it was."""

    set_number: int | None
    reps: str | None
    side: str | None
    load: str | None
    rpe: str | None
    note: str | None
    bodyweight: str | None
    athlete: str | None

    def is_empty(self) -> bool:
        """Return whether nothing is to be corrected."""
        return all(
            value is None for value in (*self.of_set(), self.note, self.bodyweight, self.athlete)
        )

    def of_set(self) -> tuple[str | None, ...]:
        """Return what only a set can have."""
        return (self.reps, self.side, self.load, self.rpe)


@click.command("edit")
@id_argument
@click.option(
    "--set", "set_number", type=click.IntRange(min=1), help="Which set: its number in `log show`."
)
@click.option("--reps", metavar="REPS", help="Of the set; of each of its sides.")
@click.option("--side", metavar="SIDE", help="With --reps: of this side alone.")
@click.option("--load", metavar="LOAD", help="Of the set; without a unit in that of its load.")
@click.option("--rpe", metavar="RPE", help="Of the set.")
@click.option("--note", metavar="TEXT", help="Of the set, or of the session; empty takes it away.")
@click.option("--bodyweight", metavar="MASS", help='What you weighed: "80 kg".')
@click.option("--athlete", metavar="NAME", help="Who it was.")
def command(*, record_id: str, **typed: Any) -> int:
    """Correct a session: a set of it, its note, your weight, or whose it was.

    ID is a session's id or what one begins with, such as its date; without it the last session is
    corrected. The former line stays in the log.
    """
    wanted = TypedSet(**typed)
    if wanted.is_empty():
        raise click.UsageError('say what is to be corrected: "--set 3 --reps 8", "--note TEXT"')
    if wanted.set_number is None and any(value is not None for value in wanted.of_set()):
        raise click.UsageError('say which set: --set with its number in "benchside log show"')
    bench = open_bench()
    log, status = open_log(bench)
    if not log.sessions:
        echo("no session is logged yet", err=True)
        return status if status is not Exit.FINE else Exit.USAGE
    record = log.find_record(record_id)
    corrected = _corrected(record, wanted)
    if corrected == record:
        echo("it says so already; nothing is changed")
        return Exit.FINE
    FileLogbook(bench.home.log).amend(corrected, at=datetime.now().astimezone())
    echo(_told(corrected, wanted.set_number))
    return Exit.FINE


def _corrected(record: Record, wanted: TypedSet) -> Record:
    """Return a session as it should be; ends in a usage error where that cannot be read."""
    try:
        if wanted.set_number is not None:
            correction = read_correction(
                set_of(record, wanted.set_number),
                reps=wanted.reps,
                side=wanted.side,
                load=wanted.load,
                rpe=wanted.rpe,
                note=wanted.note,
            )
            record = correct_set(record, wanted.set_number, correction)
        elif wanted.note is not None:
            record = replace(record, note=read_note(wanted.note))
        if wanted.bodyweight is not None:
            record = replace(record, bodyweight_kg=_bodyweight_kg(wanted.bodyweight))
        if wanted.athlete is not None:
            record = replace(record, athlete=read_note(wanted.athlete) or record.athlete)
    except InvalidValueError as refused:
        raise click.UsageError(
            "; ".join(part for part in (refused.message, refused.expected) if part)
        ) from None
    except CorrectionError as refused:
        raise click.UsageError(str(refused)) from None
    return record


def _bodyweight_kg(typed: str) -> Decimal:
    try:
        return EXACT_DECIMALS.plus(parse_mass(typed.replace(",", ".")).kg)
    except InvalidValueError:
        raise InvalidValueError(
            f"{quote_value(typed)} is not a weight", 'write "80 kg" or "176 lb"'
        ) from None


def _told(record: Record, set_number: int | None) -> str:
    where = f"{record.session.name}, {moment_of(record)}"
    if set_number is None:
        return f"corrected: {where}"
    one = facts_of(record).sets[set_number - 1]
    return f"corrected: {where}, set {set_number}: {one.exercise}, {sets_words([one])}"
