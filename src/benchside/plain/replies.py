"""What the program answers on plain lines: why a word did nothing, how the sound is, help. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.plain.planning import PLANNING
from benchside.plain.typed import ARGUMENTS, WORDS
from benchside.player import SoundState
from benchside.runner import (
    MOVES,
    AddSet,
    AddTime,
    Amend,
    Back,
    ChangeLoad,
    Close,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Jump,
    Pause,
    Redo,
    Skip,
    Swap,
    Undo,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.player import SpeakerStatus
    from benchside.runner import Command
    from benchside.view import View


_KEYS: Final[Mapping[type[Command], str]] = {
    Go: "enter",
    Pause: "p",
    Skip: "skip",
    Back: "back",
    AddTime: "+ or -",
    FinishEarly: "finish",
    Close: "close",
}


def refused(view: View) -> str:
    """Tell that a word does nothing now, and which do."""
    moves = {
        command: told for command, told in MOVES[view.state].items() if command in view.allowed
    }
    words = [f"{word} ({moves[command]})" for command, word in _KEYS.items() if command in moves]
    return f"That does nothing now. What does: {', '.join(words)}." if words else "It is over."


def why_not(command: Command, view: View, reason: str) -> str:
    """Return why a command did nothing."""
    match command:
        case Undo():
            return "There is nothing to undo."
        case Amend(side=str(side)):
            return f"That set has no {side} side."
        case Jump() | Redo() | Defer() | AddSet() | DropSet() | ChangeLoad() | Swap():
            return f"{reason[:1].upper()}{reason[1:]}."
        case _:
            return refused(view)


def sound_of(status: SpeakerStatus) -> str:
    """Return how the sound is; empty while it is not known."""
    detail = f"; {status.detail}" if status.detail else ""
    match status.state:
        case SoundState.STARTING:
            return ""
        case SoundState.ON:
            return f"Sound on{f': {status.device}' if status.device else ''}{detail}."
        case SoundState.LOST:
            return "The sound is lost; the session goes on."
        case _:
            reason = f"; {status.reason}" if status.reason else ""
            return f"Sound: {status.state}{reason}."


def help_lines() -> list[str]:
    """Return every word that may be typed, a line each."""
    told = [f"{word}: {meaning}." for word, (_, meaning) in WORDS.items()]
    examples = {**ARGUMENTS, **PLANNING}
    return told + [f"{example}: {meaning}." for example, meaning in examples.items()]
