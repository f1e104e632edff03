"""The words of the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.runner.done import SessionStatus
from benchside.runner.look import clock_text
from benchside.wording import counted, minutes_of, volume_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.log.record import SetRecord
    from benchside.log.sums import RecordSum

STATUSES: Final[Mapping[SessionStatus, str]] = {
    SessionStatus.COMPLETE: "DONE",
    SessionStatus.PARTIAL: "SAVED",
    SessionStatus.ABANDONED: "GIVEN UP",
}
"""The large word of the summary."""
HEADINGS_DONE: Final = ("reps", "load", "RPE", "tension", "rest")
"""Above the columns of the sets as done."""
NOTHING_LOST = "All of it is in the log. Nothing is lost."


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
        volume_of(total.volume_kg) if total.volume_kg else "",
        f"{clock_text(total.tut_ms // 1_000)} under tension" if total.tut_ms else "",
    )
    return " · ".join(part for part in parts if part)
