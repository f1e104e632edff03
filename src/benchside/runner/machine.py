"""The legal moves: state × command, one table.

Everything else follows from it: the runner refuses what is not here and changes nothing, the
footer shows what is, and the state diagram in the docs is drawn from it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from benchside.runner.commands import (
    Abandon,
    AddSet,
    AddTime,
    Amend,
    Away,
    Back,
    ChangeLoad,
    Close,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Jump,
    Note,
    NoteSession,
    Pause,
    Proceed,
    Redo,
    Skip,
    Slept,
    Swap,
    Undo,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.runner.commands import Command


class State(StrEnum):
    """Where the session stands."""

    READY = "ready"
    PREPARING = "preparing"
    WORKING = "working"
    RESTING = "resting"
    WAITING = "waiting"
    """The rest is over and the athlete is waited for."""
    PAUSED = "paused"
    REVIEWING = "reviewing"
    """All sets are over; they can be corrected before the session is logged."""
    FINISHED = "finished"


class Refused(Exception):  # noqa: N818 - it is no error: the athlete pressed a key too many
    """The command is not legal in this state; nothing has changed."""


class TooSoon(Refused):
    """The command is legal, but came so soon that it was meant for what has just ended."""


_ANY_TIME: Final[Mapping[type[Command], str]] = {
    Amend: "correct a set",
    Note: "write a note",
    NoteSession: "write a note on the session",
    Undo: "take the last key back",
    Slept: "the laptop slept",
    Away: "the session was interrupted",
}

_LOADS_AND_SETS: Final[Mapping[type[Command], str]] = {
    AddSet: "one more set",
    ChangeLoad: "change the load",
}

_PLAN: Final[Mapping[type[Command], str]] = {
    **_LOADS_AND_SETS,
    Defer: "do the exercise later",
    DropSet: "leave a set out",
    Swap: "do another exercise",
}

_PLAN_AND_JUMP: Final[Mapping[type[Command], str]] = {**_PLAN, Jump: "go to a set"}

_BETWEEN_SETS: Final[Mapping[type[Command], str]] = {
    **_PLAN_AND_JUMP,
    Redo: "redo the last set",
}

_WHILE_RUNNING: Final[Mapping[type[Command], str]] = {
    **_ANY_TIME,
    FinishEarly: "finish, keep what was done",
    Abandon: "give the session up",
    Proceed: "go on without a key",
}

MOVES: Final[Mapping[State, Mapping[type[Command], str]]] = {
    State.READY: {
        Go: "start",
        Proceed: "start without a key",
        Abandon: "leave",
        **_PLAN_AND_JUMP,
    },
    State.PREPARING: {
        Go: "start now",
        Pause: "pause",
        Skip: "skip set",
        Back: "go back",
        AddTime: "change the count-in",
        **_BETWEEN_SETS,
        **_WHILE_RUNNING,
    },
    State.WORKING: {
        Go: "set done",
        Pause: "pause",
        Skip: "skip set",
        Back: "restart set",
        **_PLAN,
        **_WHILE_RUNNING,
    },
    State.RESTING: {
        Go: "next set",
        Pause: "pause",
        Skip: "skip rest",
        Back: "restart rest",
        AddTime: "change the rest",
        **_BETWEEN_SETS,
        **_WHILE_RUNNING,
    },
    State.WAITING: {
        Go: "next set",
        Skip: "next set",
        Back: "restart rest",
        **_BETWEEN_SETS,
        **_WHILE_RUNNING,
    },
    State.PAUSED: {Go: "go on", Pause: "go on", **_LOADS_AND_SETS, **_WHILE_RUNNING},
    State.REVIEWING: {
        Go: "confirm and save",
        Close: "save as it is",
        Back: "return to a set that is not done",
        AddSet: "one more set",
        Jump: "go to a set",
        Redo: "redo the last set",
        **_ANY_TIME,
    },
    State.FINISHED: {},
}
"""What each command does in each state, in the words of the footer."""


def check(state: State, command: Command) -> None:
    """Let a legal command pass; raise `Refused` for any other."""
    if type(command) not in MOVES[state]:
        name = type(command).__name__.lower()
        raise Refused(f"{name} does nothing while {state}")
