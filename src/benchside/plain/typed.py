"""What the athlete may type, a line each, and what it means.

Pure. A line that means nothing is a `Mistake`, never a key press.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Back,
    Command,
    FinishEarly,
    Go,
    Note,
    Pause,
    Skip,
)
from benchside.session.load import parse_load
from benchside.session.mistake import Mistake, is_control, nearest, quoted
from benchside.session.reps import MAX_REPS
from benchside.session.rpe import parse_rpe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ADD_MS: Final = 15_000
"""A plus makes the rest so much longer."""


class Order(Enum):
    """What is asked of the program and not of the session."""

    LEAVE = "leave"
    """End the program and keep the session, to go on with later."""
    WHERE = "where"
    """Say where the session stands."""
    MUTE = "mute"
    """Silence the cues, or let them be heard again."""
    LOUDER = "louder"
    QUIETER = "quieter"
    HELP = "help"


Typed: TypeAlias = Command | Order

WORDS: Final[Mapping[str, tuple[Typed, str]]] = {
    "go": (Go(), "start, set done, next set, go on after a pause; an empty line does the same"),
    "p": (Pause(), "pause, and go on"),
    "skip": (Skip(), "leave the set out, or cut the rest short"),
    "back": (Back(), "begin the set or the rest again"),
    "+": (AddTime(ADD_MS), "fifteen seconds more of rest"),
    "-": (AddTime(-ADD_MS), "fifteen seconds less of rest"),
    "where": (Order.WHERE, "say where the session stands"),
    "mute": (Order.MUTE, "silence the cues, and let them be heard again"),
    "louder": (Order.LOUDER, "make the cues louder"),
    "quieter": (Order.QUIETER, "make the cues quieter"),
    "finish": (FinishEarly(), "end the session here and log what was done"),
    "quit": (Order.LEAVE, "stop here and go on later"),
    "abandon": (Abandon(), "give the session up; nothing is logged"),
    "help": (Order.HELP, "these words"),
}
"""Words without an argument, and what they do."""

_ALIASES: Final[Mapping[str, str]] = {
    "": "go",
    "space": "go",
    "enter": "go",
    "pause": "p",
    "m": "mute",
    ".": "louder",
    ",": "quieter",
    "q": "quit",
    "?": "help",
}

ARGUMENTS: Final[Mapping[str, str]] = {
    "reps 8": "correct the reps of the last set",
    "load 80 kg": "correct its load",
    "rpe 8.5": "say how hard it was, 1 to 10",
    "note TEXT": "write something down about the set",
}
"""Words with an argument, as an example, and what they do."""


def understand(line: str) -> Typed:
    """Read a typed line; raises `Mistake` where it means nothing."""
    text = line.strip()
    word, _, argument = text.partition(" ")
    word = word.lower()
    if not argument and (found := WORDS.get(_ALIASES.get(word, word))):
        return found[0]
    if argument and (read := _READERS.get(word)):
        return read(argument.strip())
    known = (*WORDS, *_READERS)
    close = nearest(word, known)
    hint = f'did you mean "{close}"?' if close else 'write "help" for the words there are'
    raise Mistake(f"{quoted(text)} is not known here", hint)


def _reps(text: str) -> Amend:
    if not text.isascii() or not text.isdigit() or int(text[:9]) > MAX_REPS:
        raise Mistake(f"{quoted(text)} is not a number of reps", 'write "reps 8"')
    return Amend(reps=int(text))


def _load(text: str) -> Amend:
    return Amend(load=parse_load(text))


def _rpe(text: str) -> Amend:
    try:
        return Amend(rpe=parse_rpe(float(text)))
    except ValueError:
        raise Mistake(f"{quoted(text)} is not an RPE", 'write "rpe 8" or "rpe 8.5"') from None


def _note(text: str) -> Note:
    if any(is_control(character) for character in text):
        raise Mistake("the note holds a control character", "write plain text")
    return Note(text)


_READERS: Final[Mapping[str, Callable[[str], Command]]] = {
    "reps": _reps,
    "load": _load,
    "rpe": _rpe,
    "note": _note,
}
