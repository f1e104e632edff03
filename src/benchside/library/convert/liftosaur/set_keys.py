"""A set as the keys of a session file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from benchside.library.convert.conversion import TomlTable
    from benchside.library.convert.liftosaur.set_words import LeaveOut, WrittenSets

REST_S: Final = 180
"""Of Liftosaur, between sets where nothing is said."""

WARM_UP_REST_S: Final = 90
"""Of Liftosaur, after a warm-up set."""


def seconds(length_s: int) -> str:
    """Return a duration as a session file has it."""
    return f"{length_s}s"


def is_on_the_clock(sets: WrittenSets, *, is_alone: bool) -> bool:
    """Return whether each set begins when the time of the one before is over, whatever it took.

    That is what `5x5 60s|0s auto` asks for: an EMOM. A single rep with a set's time is a hold, but
    for one without a rest that is not in a superset: nobody holds for so long without a rest.
    """
    if not (sets.is_auto and sets.hold_s and isinstance(sets.reps, int)):
        return False
    return sets.reps > 1 or (sets.rest_s == 0 and is_alone and (sets.count or 0) > 1)


def set_keys(sets: WrittenSets, cues: tuple[str, ...], leave_out: LeaveOut) -> TomlTable:
    """Return what a set asks for; tells what a session cannot ask for."""
    keys = _asked(sets, leave_out)
    if sets.load is not None:
        keys["load"] = sets.load
    if sets.tempo is not None:
        keys["tempo"] = sets.tempo
    if sets.rpe is not None:
        keys["rpe"] = sets.rpe
    if sets.rest_s is not None:
        keys["rest"] = seconds(sets.rest_s)
    if sets.label:
        keys["cues"] = [sets.label, *cues]
    return keys


def _asked(sets: WrittenSets, leave_out: LeaveOut) -> TomlTable:
    """Return reps, a hold, or as many reps as possible in a time."""
    reps, hold_s = sets.reps, sets.hold_s
    if not hold_s:
        return {"reps": reps if reps is not None else 1}
    is_hold = reps in (None, 1)
    if not is_hold and not (isinstance(reps, str) and reps.endswith(("+", "max"))):
        leave_out(f"the time of {hold_s} s for a set of {reps} reps: here a key ends it")
        return {"reps": reps}
    if is_hold:
        return {"time": f"{seconds(hold_s)}+" if sets.is_open else seconds(hold_s)}
    if sets.is_open:
        leave_out(f'"+" of {hold_s}s+: here the set ends after {hold_s} s')
    if reps not in ("1+", "max"):
        leave_out(f"at least {reps}: in a time it is as many as possible")
    return {"time": seconds(hold_s), "reps": "max"}
