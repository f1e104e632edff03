"""The legal moves: state × command, one table.

Everything else follows from it: the runner refuses what is not here and changes nothing, the
footer shows what is, and the state diagram in the docs is drawn from it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Away,
    Back,
    Close,
    FinishEarly,
    Go,
    Note,
    Pause,
    Proceed,
    Skip,
    Slept,
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
    Undo: "take the last key back",
    Slept: "the laptop slept",
    Away: "the session was interrupted",
}

_WHILE_RUNNING: Final[Mapping[type[Command], str]] = {
    **_ANY_TIME,
    FinishEarly: "finish, keep what was done",
    Abandon: "give the session up",
    Proceed: "go on without a key",
}

MOVES: Final[Mapping[State, Mapping[type[Command], str]]] = {
    State.READY: {Go: "start", Proceed: "start without a key", Abandon: "leave"},
    State.PREPARING: {
        Go: "start the set now",
        Pause: "pause",
        Skip: "skip the set",
        Back: "go back",
        AddTime: "change the count-in",
        **_WHILE_RUNNING,
    },
    State.WORKING: {
        Go: "set done",
        Pause: "pause",
        Skip: "skip the set",
        Back: "begin the set again",
        **_WHILE_RUNNING,
    },
    State.RESTING: {
        Go: "next set",
        Pause: "pause",
        Skip: "skip the rest",
        Back: "begin the rest again",
        AddTime: "change the rest",
        **_WHILE_RUNNING,
    },
    State.WAITING: {
        Go: "next set",
        Skip: "next set",
        Back: "begin the rest again",
        **_WHILE_RUNNING,
    },
    State.PAUSED: {Go: "go on", Pause: "go on", **_WHILE_RUNNING},
    State.REVIEWING: {
        Go: "confirm and save",
        Close: "save as it is",
        Back: "return to a skipped set",
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
