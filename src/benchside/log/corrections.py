"""A session as it should have been logged: corrections of the athlete's, afterwards.

Only what the athlete knows can be corrected (reps, load, RPE, notes); what was measured stays. A
set of which something is corrected has been answered for, as in training. The result is given to
`FileLogbook.amend`.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchside.log.build import EXACT_DECIMALS
from benchside.runner import SetStatus
from benchside.session import (
    Load,
    format_load,
    load_kg,
    parse_load,
    read_load,
    read_note,
    read_reps,
    read_rpe,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.log.record import Record, SetRecord


class CorrectionError(ValueError):
    """A session has no such set, or a set no such value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCorrection:
    """What is to be known of a set; None leaves a value as it was."""

    reps: int | None = None
    """Of the side, or of every side where none is named."""
    side: str | None = None
    load: Load | None = None
    rpe: Decimal | None = None
    note: str | None = None
    """Empty takes a note away."""


def set_of(record: Record, number: int) -> SetRecord:
    """Return a set by its place in the session, from 1; raises `CorrectionError`."""
    if not 1 <= number <= len(record.sets):
        raise CorrectionError(f"the session has no set {number}; it has {len(record.sets)}")
    return record.sets[number - 1]


def read_correction(
    one: SetRecord,
    *,
    reps: str | None = None,
    side: str | None = None,
    load: str | None = None,
    rpe: str | None = None,
    note: str | None = None,
) -> SetCorrection:
    """Read what was typed of a set; a load without a unit has that of the set's own load.

    None is left as it was. Raises `InvalidValueError`.
    """
    written = one.actual_load or one.target_load
    like = parse_load(written) if written else None
    return SetCorrection(
        reps=None if reps is None else read_reps(reps),
        side=side,
        load=None if load is None else read_load(load, like=like),
        rpe=None if rpe is None else read_rpe(rpe),
        note=None if note is None else read_note(note),
    )


def correct_set(record: Record, number: int, correction: SetCorrection) -> Record:
    """Return a session with a set corrected, counted from 1; raises `CorrectionError`."""
    corrected = _corrected(set_of(record, number), correction)
    sets = (*record.sets[: number - 1], corrected, *record.sets[number:])
    return replace(record, sets=sets)


def _corrected(one: SetRecord, correction: SetCorrection) -> SetRecord:
    before = one
    if correction.reps is not None or correction.side is not None:
        one = _with_reps(one, correction)
    if correction.load is not None:
        one = _with_load(one, correction.load)
    if correction.rpe is not None:
        one = replace(one, actual_rpe=correction.rpe)
    is_answer = (correction.reps, correction.load, correction.rpe) != (None, None, None)
    if is_answer:
        one = replace(one, status=_answered(before, correction))
    return one if correction.note is None else replace(one, note=correction.note)


def _with_reps(one: SetRecord, correction: SetCorrection) -> SetRecord:
    """Return a set with the reps of a side, or of all; the weaker side is the set's."""
    if one.target_reps is None and one.actual_reps is None:
        raise CorrectionError("the set counts no reps")
    reps, side = correction.reps, correction.side
    names = [each.side for each in one.sides]
    if side is not None and side not in names:
        told = f"it has {_quoted(names)}" if names else "it has no sides"
        raise CorrectionError(f'the set has no side "{side}"; {told}')
    if reps is None:
        raise CorrectionError("say the reps of the side")
    if one.actual_load is None and one.target_load is not None:
        one = replace(one, actual_load=one.target_load, actual_load_kg=one.target_load_kg)
    if not one.sides:
        return replace(one, actual_reps=reps)
    sides = tuple(
        replace(each, reps=reps) if side in (None, each.side) else each for each in one.sides
    )
    known = [each.reps for each in sides if each.reps is not None]
    return replace(one, sides=sides, actual_reps=min(known, default=None))


def _quoted(names: list[str]) -> str:
    """Write names side by side: `"left" and "right"`."""
    return " and ".join(f'"{name}"' for name in names)


def _with_load(one: SetRecord, load: Load) -> SetRecord:
    kg = load_kg(load)
    return replace(
        one,
        actual_load=format_load(load),
        actual_load_kg=None if kg is None else EXACT_DECIMALS.plus(kg),
    )


def _answered(one: SetRecord, correction: SetCorrection) -> SetStatus:
    """Return how a set ended, now that the athlete has told something of it, as in training."""
    if one.status is SetStatus.ASSUMED:
        return SetStatus.DONE
    if one.status is SetStatus.SKIPPED and correction.reps:
        return SetStatus.CUT if one.work_ms else SetStatus.DONE
    return one.status
