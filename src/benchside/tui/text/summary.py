"""The words of the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.runner.done import SessionStatus, SetStatus
from benchside.runner.look import clock_text
from benchside.wording import counted, minutes_of, volume_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.log.record import Record, SetRecord
    from benchside.log.sums import RecordSum

STATUSES: Final[Mapping[SessionStatus, str]] = {
    SessionStatus.COMPLETE: "DONE",
    SessionStatus.PARTIAL: "STOPPED EARLY",
    SessionStatus.ABANDONED: "DISCARDED",
}
"""The large word of the summary."""
HEADINGS_DONE: Final = ("reps", "load", "RPE", "tension", "rest")
"""Above the columns of the sets as done."""
SAVED = "Saved."
REHEARSED = "Rehearsal: nothing is saved."
NOTHING_DONE = "No set was done. Enter saves the session as stopped early."
ENTER_SAVES = "Enter saves the session; until then every set can be corrected."
KEPT_FOR_LATER = "not saved yet: it is tried again, and the journal is kept"


def how_to_save(record: Record) -> str:
    """What enter does, and what it claims."""
    assumed = sum(1 for each in record.sets if each.status is SetStatus.ASSUMED)
    if assumed:
        sets = "1 set" if assumed == 1 else f"{assumed} sets"
        them = "it" if assumed == 1 else "them"
        return f"~ {sets} counted by the program alone: enter confirms {them}, esc does not."
    if all(each.status is SetStatus.SKIPPED for each in record.sets):
        return NOTHING_DONE
    return ENTER_SAVES


def row_name(each: SetRecord) -> str:
    """A set within its exercise: `ramp 1`, `set 2`, `round 2`."""
    if each.round is not None:
        return f"round {each.round}"
    return f"{'ramp' if each.ramp else 'set'} {each.number}"


def sum_in_short(total: RecordSum) -> str:
    """What a session came to: `34 min · 9 of 11 sets · 4,000 kg`."""
    parts = (
        minutes_of(total.duration_ms),
        f"{total.sets_done} of {counted(total.sets_planned, 'set')}",
        f"{total.sets_assumed} to confirm" if total.sets_assumed else "",
        volume_of(total.volume_kg) if total.volume_kg else "",
        f"{clock_text(total.tut_ms // 1_000)} under tension" if total.tut_ms else "",
    )
    return " · ".join(part for part in parts if part)
