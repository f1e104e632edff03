"""Corrections and notes: what the athlete tells of one set, which is named by its id.

Whatever was done since the athlete was asked, a correction changes the set that it names or none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.runner import transitions
from benchside.runner.machine import Refused
from benchside.runner.results import SetStatus, SideResult, Tut

if TYPE_CHECKING:
    from benchside.runner.commands import Amend, Note
    from benchside.runner.results import SetResult
    from benchside.runner.state import RunState
    from benchside.runner.transitions import Change
    from benchside.session import PlannedSet


def amend(run: RunState, command: Amend) -> Change:
    """Correct one recorded set; raises `Refused` where it has no such value."""
    done = run.results.of(command.set)
    if done is None:
        raise Refused("that set is not done yet")
    amended = done
    if command.reps is not None:
        amended = _with_reps(done, run.agenda.at(done.set).planned, command)
    if command.load is not None:
        amended = replace(amended, load=command.load)
    if command.rpe is not None:
        amended = replace(amended, rpe=command.rpe)
    return transitions.record(run, replace(amended, status=_answered(done, command)))


def note(run: RunState, command: Note) -> Change:
    """Write a note on the set that is going on or comes next, or on a recorded one."""
    if command.set == run.set_to_come:
        others = tuple(one for one in run.set_notes if one[0] != command.set)
        return replace(run, set_notes=(*others, (command.set, command.text))), ()
    done = run.results.of(command.set)
    if done is None:
        raise Refused("that set is not done yet")
    return transitions.record(run, replace(done, note=command.text))


def _answered(done: SetResult, command: Amend) -> SetStatus:
    """Return how a set ended, now that the athlete has told something of it."""
    if done.status is SetStatus.ASSUMED:
        return SetStatus.DONE
    if done.status is SetStatus.SKIPPED and command.reps:
        return SetStatus.CUT if done.sides else SetStatus.DONE
    return done.status


def _with_reps(done: SetResult, planned: PlannedSet, command: Amend) -> SetResult:
    if planned.reps is None:
        raise Refused("this set counts seconds, not reps")
    sides = _all_sides(done, planned)
    if command.side is None:
        place = done.shown_side or 0
    else:
        places = [place for place, side in enumerate(sides) if side.side == command.side]
        if not places:
            raise Refused("this set has no such side")
        place = places[0]
    amended = replace(sides[place], reps=command.reps)
    kept = (*sides[:place], amended, *sides[place + 1 :])
    worked = (side for side in kept if side.reps is not None or side in done.sides)
    return replace(done, sides=tuple(worked))


def _all_sides(done: SetResult, planned: PlannedSet) -> tuple[SideResult, ...]:
    """Return the sides that were worked, then those that were not, without any work."""
    worked = {side.side for side in done.sides}
    idle = (
        SideResult(side=label, reps=None, work_ms=0, tut=Tut())
        for label in planned.sides or (None,)
        if label not in worked
    )
    return (*done.sides, *idle)
