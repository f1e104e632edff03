"""The words of the overview of today's sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.session import target_text
from benchside.tui.dialog_keys import ALL_SETS, ONE_SET
from benchside.tui.screens.question import Choice, Question
from benchside.view import SetStage, listed, load_of, named_set, rpe_of, set_of, work_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.session import Load, PlannedSet
    from benchside.view import OverviewSet

TITLE: Final = "Today's sets"
LOAD_TITLE: Final = "Another load"
LOAD_KEYS: Final = "↵ take it · esc cancel"
SWAP_TITLE: Final = "Do instead, today"
SWAP_KEYS: Final = "type to filter · ↑↓ choose · ↵ take it · esc cancel"
NOTHING_LIKE_IT: Final = "no exercise is called that"

MARKS: Final[Mapping[SetStage, str]] = {
    SetStage.DONE: "■",
    SetStage.ASSUMED: "~",
    SetStage.SKIPPED: "-",
    SetStage.NOW: "▶",
    SetStage.TO_COME: " ",
    SetStage.PASSED_OVER: "○",
}
"""In front of a set."""

LEGEND: Final = "■ done   ~ counted itself   - skipped   ○ passed over   ▶ now or next"


def set_line(planned: PlannedSet) -> str:
    """Return the name of a set in its exercise: `Barbell hip thrust, set 3 of 5`."""
    return named_set(planned)


def how_many_sets(load: Load) -> Question[bool]:
    """Ask for how many sets a load is meant."""
    return Question(
        title=load_of(load),
        about="",
        choices=(
            Choice(ALL_SETS, "All that are left", "ramp sets and plates follow", answer=True),
            Choice(ONE_SET, "This set", "the others stay as they are", answer=False),
        ),
        can_escape=False,
    )


def row_of(one: OverviewSet) -> tuple[str, str, str, str, str]:
    """Return mark, exercise, which set, what is asked, and what was done."""
    target = target_text(one.set)
    asked = listed((target, load_of(one.set.load)))
    return MARKS[one.stage], one.set.exercise, set_of(one.set), asked, _done(one)


def _done(one: OverviewSet) -> str:
    last = one.result
    if last is None:
        return ""
    if one.stage is SetStage.SKIPPED:
        return "skipped"
    reps = "" if last.reps is None else str(last.reps)
    held = work_of(last) if last.held_ms else ""
    load = f" @ {load_of(last.load)}" if last.load and last.load != one.set.load else ""
    return listed((f"{reps or held or '?'}{load}", rpe_of(last.rpe)))
