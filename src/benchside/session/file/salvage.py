"""The sound part of a session with problems, so that all other problems are found in one go.

Every exercise or block that holds a problem is replaced by one that asks for nothing worth telling;
positions stay what they are in the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.session.file.model import Session
from benchside.session.file.rules import Table, tables
from benchside.session.file.validation import validated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.session.file.findings import KeyProblem


def salvage(data: Table, findings: Iterable[KeyProblem]) -> Session | None:
    """Give the session without what is wrong in it; None where nothing can be told apart."""
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
    blocks = [
        _block() if i in bad_blocks else _without(block, {j for b, j in bad_exercises if b == i})
        for i, block in tables(data["block"])
    ]
    session = validated(Session, {"name": "?", **sound, "block": blocks})
    return session if isinstance(session, Session) else None


def _without(block: Table, bad: set[int]) -> Table:
    """The block with the bad exercises replaced."""
    exercises = [
        _exercise() if j in bad else exercise for j, exercise in tables(block.get("exercise"))
    ]
    return {**block, "exercise": exercises} if exercises else block


def _block() -> Table:
    return {"exercise": [_exercise()]}


def _exercise() -> Table:
    return {"name": "?", "reps": 1, "sets": 1, "ramp": [], "sides": [], "rest": 0, "prepare": 0}
