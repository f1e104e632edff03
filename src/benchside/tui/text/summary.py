"""The words of the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.runner import SessionStatus, SetStatus
from benchside.session import (
    AS_MANY_AS_POSSIBLE,
    InvalidValueError,
    RepParts,
    clock_text,
    format_reps,
    parse_asked_reps,
)
from benchside.tui.text import NOT_ENTERED
from benchside.view import EACH_SIDE, counted, held_words, minutes_of, passed_over, volume_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchside.log import Record, RecordSum, SetRecord

STATUSES: Final[Mapping[SessionStatus, str]] = {
    SessionStatus.COMPLETE: "DONE",
    SessionStatus.PARTIAL: "STOPPED EARLY",
    SessionStatus.ABANDONED: "DISCARDED",
}
"""The large word of the summary."""
HEADINGS_DONE: Final = ("done", "load", "RPE", "tension", "rest")
"""Above the columns of the sets as done."""
REHEARSED = "Rehearsal: nothing is saved."
NO_DISK = "make room and wait, or leave with {summary.close}: then the session is printed"
NOTHING_DONE = "No set was done. {summary.done} saves the session as stopped early."
ENTER_SAVES = "{summary.done} saves the session; until then every set can be corrected."


def how_to_save(record: Record) -> str:
    """Return what enter does, and what it claims."""
    assumed = sum(1 for each in record.sets if each.status is SetStatus.ASSUMED)
    if assumed:
        sets = "1 set" if assumed == 1 else f"{assumed} sets"
        them = "it" if assumed == 1 else "them"
        keys = f"{{summary.done}} confirms {them}, {{summary.close}} does not."
        return f"~ {sets} counted by the program alone: {keys}"
    if all(each.status is SetStatus.SKIPPED for each in record.sets):
        return NOTHING_DONE
    return ENTER_SAVES


def how_to_return(sets: int) -> str:
    """Return the way to the sets that were passed over; empty where there are none."""
    return f"{passed_over(sets)}: {{summary.back}} goes back. " if sets else ""


def row_name(each: SetRecord) -> str:
    """Return a set within its exercise: `ramp 1`, `set 2`, `round 2`."""
    if each.round is not None:
        return f"round {each.round}"
    return f"{'ramp' if each.ramp else 'set'} {each.number}"


def amount_of(each: SetRecord) -> tuple[str, bool]:
    """Return what was done of a set, with its target where it was missed, and whether it was met.

    `8`, `6 of 8`, `0:20 each side`, `0:20 and 0:15 of 0:20`, `40 m in 0:20`.
    """
    held_ms = [side.work_ms or 0 for side in each.sides] or [each.work_ms or 0]
    measured = _measured(each)
    if measured is not None:
        target, actual = measured
        is_met = actual is not None
        done = f"{actual} in {held_words(held_ms)}" if is_met else held_words(held_ms)
    elif each.target_reps is None and (each.target_time_ms or each.target_time):
        least_ms = each.target_time_ms or 0
        is_met = min(held_ms) >= least_ms
        done, target = held_words(held_ms), clock_text(least_ms // 1_000)
    else:
        is_met = _is_met(each.target_reps, each.actual_reps)
        done = NOT_ENTERED if each.actual_reps is None else str(each.actual_reps)
        target = each.target_reps or NOT_ENTERED
        if each.sides and each.actual_reps is not None:
            done = _reps_of([side.reps for side in each.sides], done)
    is_guess = each.status is SetStatus.ASSUMED and each.actual_reps is not None
    guess = "~" if is_guess else ""
    return guess + (done if is_met else _missed(done, target)), is_met


def _measured(each: SetRecord) -> tuple[str, str | None] | None:
    """Return the metres or calories that were asked for, and those done; None without them."""
    if each.target_distance is not None:
        return each.target_distance, each.actual_distance
    if each.target_calories is None:
        return None
    done = each.actual_calories
    return f"{each.target_calories} cal", None if done is None else f"{done} cal"


def _missed(done: str, target: str) -> str:
    """Return what was done beside its target: `6 of 8`, `0:15 of 0:20 each side`."""
    if target == format_reps(AS_MANY_AS_POSSIBLE):
        return done
    if done.endswith(EACH_SIDE):
        return f"{done.removesuffix(EACH_SIDE)}of {target} {EACH_SIDE}"
    return f"{done} of {target}"


def _reps_of(sides: Sequence[int | None], fewest: str) -> str:
    """Return reps of each side: `8 each side`, `8 and 7`; a correction told only the fewest."""
    if None in sides or str(min(reps or 0 for reps in sides)) != fewest or len(set(sides)) == 1:
        return f"{fewest} {EACH_SIDE}"
    return " and ".join(str(reps) for reps in sides)


def _is_met(target: str | None, reps: int | None) -> bool:
    """Return whether so many reps are what was asked for.

    A target that nobody can read is not missed.
    """
    if reps is None:
        return False
    try:
        if target is None:
            return True
        asked = parse_asked_reps(target)
        return reps >= (asked.total if isinstance(asked, RepParts) else asked).low
    except InvalidValueError:
        return True


def sum_in_short(total: RecordSum) -> str:
    """Return what a session came to: `34 min · 9 of 11 sets · 4,000 kg`."""
    parts = (
        minutes_of(total.duration_ms) if total.duration_ms else "",
        f"{total.sets_done} of {counted(total.sets_planned, 'set')}",
        f"{total.sets_assumed} to confirm" if total.sets_assumed else "",
        volume_of(total.volume_kg) if total.volume_kg else "",
        f"{clock_text(total.tut_ms // 1_000)} under tension" if total.tut_ms else "",
    )
    return " · ".join(part for part in parts if part)
