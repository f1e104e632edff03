"""How the answers of the log are said, the same on the screen, on plain lines and in commands.

Pure.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from benchside.log.e1rm import e1rm_kg
from benchside.log.records import RecordKind, load_on_scale
from benchside.session import (
    KG_PER_LB,
    MS_PER_SECOND,
    Bodyweight,
    Load,
    Mass,
    Unit,
    Weight,
    clock_text,
    format_amount,
    format_duration,
    format_load,
)
from benchside.view import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.log.adherence import Adherence, RestAdherence
    from benchside.log.facts import SetFact
    from benchside.log.record import ProgramDay
    from benchside.log.records import PersonalRecord

_CENT: Final = Decimal("0.01")


def record_words(record: PersonalRecord) -> str:
    """Return a record with the best before it: `9 reps at 100 kg, before 8`."""
    unit = unit_of(record.by.load)
    match record.kind:
        case RecordKind.LOAD:
            return _load_record(record)
        case RecordKind.REPS:
            return f"{_reps_at(record.by)}, before {_former_reps(record)}"
        case RecordKind.E1RM:
            e1rm, former = (two_places(in_unit(kg, unit)) for kg in (record.value, record.before))
            return f"e1RM {e1rm} {unit}, before {former}"
        case RecordKind.VOLUME:
            now, before = (f"{round(in_unit(kg, unit)):,}" for kg in (record.value, record.before))
            return f"volume {now} {unit}, before {before}"
        case RecordKind.TENSION:
            now, before = (clock_words(int(ms)) for ms in (record.value, record.before))
            return f"time under tension {now}, before {before}"


def adherence_words(adherence: Adherence) -> Iterator[tuple[str, str]]:
    """Yield how far sessions went as planned, a fact for sets, loads, reps and rests each."""
    sets, loads, reps = adherence.sets, adherence.loads, adherence.reps
    others = (
        f"{sets.assumed} assumed",
        f"{sets.cut} cut",
        f"{sets.skipped} skipped",
        f"{sets.unreached} not reached",
    )
    told = ", ".join(part for part in others if not part.startswith("0 "))
    yield ("sets", f"{sets.done} of {sets.planned} done" + (f"; {told}" if told else ""))
    of_loads = (
        f"{loads.as_planned} as planned",
        f"{loads.lighter} lighter",
        f"{loads.heavier} heavier",
    )
    if told := ", ".join(part for part in of_loads if not part.startswith("0 ")):
        yield ("loads", told)
    of_reps = (f"{reps.reached} with all that was asked for", f"{reps.fewer} with fewer")
    if told := ", ".join(part for part in of_reps if not part.startswith("0 ")):
        yield ("reps", told)
    if adherence.rests.rests:
        yield ("rests", _rests(adherence.rests))


def _rests(rests: RestAdherence) -> str:
    taken, planned = (
        clock_words(total_ms // rests.rests) for total_ms in (rests.taken_ms, rests.planned_ms)
    )
    return f"{taken} taken of {planned} planned, the mean of {rests.rests}"


def e1rm_words(one: SetFact) -> str:
    """Return the e1RM of a set in the unit of its load: `126.67 kg`; empty where there is none."""
    kg, unit = e1rm_kg(one), unit_of(one.load)
    return "" if kg is None else f"{two_places(in_unit(kg, unit))} {unit}"


def program_words(day: ProgramDay) -> str:
    """Return which day of a program it was: `Base, week 2, day 3`."""
    parts = (
        day.name,
        f"week {day.week}" if day.week else "",
        f"day {day.day}" if day.day else "",
    )
    return ", ".join(part for part in parts if part)


def seconds_words(ms: int) -> str:
    """Return how long a hold lasted, as it would be written in a session: `1m30s`."""
    return format_duration(round(ms / MS_PER_SECOND) * MS_PER_SECOND)


def clock_words(ms: int) -> str:
    """Return a length as a clock: `1:30`."""
    return clock_text(round(ms / MS_PER_SECOND))


def two_places(amount: Decimal) -> Decimal:
    """Round half up to two decimal places."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def unit_of(load: Load | None) -> Unit:
    """Return the unit that a load is written in; kilograms where it has none."""
    match load:
        case Weight(Mass(_, unit)) | Bodyweight(Mass(_, unit)):
            return unit
        case _:
            return Unit.KG


def in_unit(kg: Decimal, unit: Unit) -> Decimal:
    """Return kilograms in a unit."""
    return kg if unit is Unit.KG else kg / KG_PER_LB


def _load_record(record: PersonalRecord) -> str:
    load = record.by.load
    before = _number(record.former, unit_of(load))
    if not isinstance(load, Bodyweight):
        total = f" ({_number(record.by, unit_of(load))})" if _is_of_pieces(load) else ""
        return f"top load {_plain(load)}{total}, before {before}"
    if record.value > 0:
        held = f"{'+' if record.before > 0 else ''}{before}" if record.before else "bodyweight"
        return f"top load +{_number(record.by, unit_of(load))} {unit_of(load)}, before {held}"
    help_unit = unit_of(record.former.load)
    now = f"{_number(record.by, help_unit).removeprefix('-')} {help_unit}"
    less = now if record.value else "none"
    return f"less help: {less}, before {_number(record.former, help_unit).removeprefix('-')}"


def _reps_at(one: SetFact) -> str:
    reps = counted(one.reps or 0, "rep")
    return f"{reps} at {_plain(one.load)}" if one.load else reps


def _former_reps(record: PersonalRecord) -> str:
    """Return the former most reps: `8`, or at a heavier load `5 × 105`."""
    former = record.former
    if load_on_scale(former) == load_on_scale(record.by):
        return str(former.reps)
    unit = unit_of(record.by.load)
    is_alike = isinstance(former.load, Weight) and unit_of(former.load) is unit
    heavier = _number(former, unit) if is_alike else _plain(former.load)
    return f"{former.reps} × {heavier}"


def _number(one: SetFact, unit: Unit) -> str:
    """Write a set's load as a number of that unit, every piece together."""
    match one.load:
        case Weight(Mass(amount, own), count) if own is unit:
            return format_amount(amount * count)
        case Bodyweight(Mass(amount, own)) if own is unit:
            return format_amount(amount)
        case _:
            return format_amount(two_places(in_unit(load_on_scale(one), unit)))


def _is_of_pieces(load: Load | None) -> bool:
    return isinstance(load, Weight) and load.count > 1


def _plain(load: Load | None) -> str:
    return format_load(load) if load else ""
