"""Recorded sets, told on a line each. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.runner import SetStatus
from benchside.view import (
    SetStage,
    announced,
    load_of,
    named_set,
    reps_of,
    rpe_of,
    set_of,
    spoken_work,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchside.view import LastSetView, NoteTarget, OverviewSet, SetView

Which: TypeAlias = "LastSetView | NoteTarget | SetView"

_HOW_IT_ENDED: Final[Mapping[SetStatus, str]] = {
    SetStatus.DONE: "done",
    SetStatus.ASSUMED: "is over",
    SetStatus.SKIPPED: "broken off",
    SetStatus.CUT: "broken off",
}

_STATUS: Final[Mapping[SetStatus, str]] = {
    SetStatus.ASSUMED: "not confirmed",
    SetStatus.SKIPPED: "skipped",
    SetStatus.CUT: "broken off",
}


def ended_line(last: LastSetView, *, in_round: bool) -> str:
    """Return a set that has ended just now: `Set 1 of 3 done: 5 reps.`.

    In rounds it has no number.
    """
    name = last.exercise if in_round else which_set(last)
    return f"{name} {_HOW_IT_ENDED[last.status]}{_result(last)}."


def questions(last: LastSetView) -> Iterator[str]:
    """Ask what only the athlete knows of a set that has ended."""
    if not last.asks_reps or not last.counts_reps:
        return
    how = " or ".join(f'"reps {side}"' for side, _ in last.sides) or '"reps"'
    if last.reps is None:
        yield f"How many reps? Write {how} and the number."
    elif last.status is SetStatus.ASSUMED:
        yield f"If it was another number, write {how} and the number."


def which_set(one: Which) -> str:
    """Return which set of its exercise: `Set 1 of 3`."""
    return set_of(one).capitalize()


def which_line(one: Which) -> str:
    """Return which set it is: `Squat, set 1 of 3`."""
    return named_set(one)


def done_line(last: LastSetView) -> str:
    """Return a recorded set on one line: `Squat, set 1 of 3: 5 reps, 100 kg.`"""
    status = "" if last.status is SetStatus.DONE else f", {_STATUS[last.status]}"
    return f"{which_line(last)}{status}{_result(last)}."


def _result(last: LastSetView) -> str:
    note = f"note: {last.note}" if last.note else ""
    told = ", ".join(
        part for part in (_reps(last), load_of(last.load), rpe_of(last.rpe), note) if part
    )
    return f": {told}" if told else ""


def _reps(last: LastSetView) -> str:
    return reps_of(last.reps, last.sides) if last.counts_reps else spoken_work(last)


def overview_line(one: OverviewSet) -> str:
    """Return what was done of a set in the list of all, or what it asks for."""
    if one.result is not None and one.stage is not SetStage.NOW:
        return done_line(one.result)
    stage = "" if one.stage is SetStage.TO_COME else f" ({one.stage.value})"
    return f"{announced(one.set, in_round=False)}{stage}"
