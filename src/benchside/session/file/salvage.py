"""The sound part of a session with problems, so that all other problems are found in one go.

Every exercise or block that holds a problem is replaced by one that asks for nothing worth telling;
positions stay what they are in the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchside.session.file.fields import SCHEME
from benchside.session.file.model import Session
from benchside.session.file.rules import tables
from benchside.session.file.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.session.file.exclusions import Table
    from benchside.session.file.findings import KeyProblem


def salvage(data: Table, findings: Iterable[KeyProblem]) -> Session | None:
    """Return the session without what is wrong in it; None where nothing can be told apart."""
    bad_blocks, bad_exercises, bad_keys = set(), set(), set()
    for finding in findings:
        match finding.path:
            case ("block", int(i), "exercise", int(j), *_):
                bad_exercises.add((i, j))
            case ("block", int(i), *_):
                bad_blocks.add(i)
            case ("defaults" | "block", *_) | ():
                return None
            case (key, *_):
                bad_keys.add(key)
    sound = {key: value for key, value in data.items() if key not in bad_keys}
    if "scheme" in bad_keys:
        schemes = data["scheme"]
        if not isinstance(schemes, dict):
            return None
        sound["scheme"] = _schemes(schemes)
    blocks = [
        {"exercise": [_exercise({})]}
        if i in bad_blocks
        else _without(block, {j for b, j in bad_exercises if b == i})
        for i, block in tables(data["block"])
    ]
    session = validated(Session, {"name": "?", **sound, "block": blocks})
    return session if isinstance(session, Session) else None


def _without(block: Table, bad: set[int]) -> Table:
    """Return the block with the bad exercises replaced."""
    exercises = [
        _exercise(block) if j in bad else exercise for j, exercise in tables(block.get("exercise"))
    ]
    return {**block, "exercise": exercises} if exercises else block


def _exercise(block: Table) -> Table:
    """Return an exercise that nothing is wrong with, with a set in every round of its block."""
    harmless = {"name": "?", "reps": 1, "ramp": [], "sides": [], "rest": 0, "prepare": 0}
    return {**harmless, "load": "none", "tempo": "none", "sets": block.get("rounds", 1)}


def _schemes(schemes: Table) -> Table:
    """Schemes that nothing is wrong with, of the same names and as many sets."""
    return {
        name: [{"reps": 1}] * (len(entries) if isinstance(entries, list) else 1)
        for name, entries in schemes.items()
        if re.fullmatch(SCHEME, name)
    }
