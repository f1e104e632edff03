"""What the athlete may type, a line each, and what it means.

Pure. A line that means nothing is a `InvalidValueError`, never a key press.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.plain.planning import PLANNING, PlanChange, plan_change
from benchside.runner import (
    Abandon,
    AddTime,
    Amend,
    Back,
    Close,
    Command,
    FinishEarly,
    Go,
    Note,
    NoteSession,
    Pause,
    Redo,
    Skip,
    Undo,
)
from benchside.session import (
    MAX_NOTE,
    InvalidValueError,
    closest,
    quote_value,
    read_load,
    read_note,
    read_reps,
    read_rpe,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.timeline import SetId
    from benchside.view import LastSetView, NoteTarget

ADD_MS: Final = 15_000
"""A plus makes the rest so much longer."""


class Order(Enum):
    """What is asked of the program and not of the session."""

    LEAVE = "leave"
    """End the program and keep the session, to go on with later."""
    WHERE = "where"
    """Say where the session stands."""
    SETS = "sets"
    """List the sets, done and to come, with their numbers."""
    MUTE = "mute"
    """Silence the cues, or let them be heard again."""
    LOUDER = "louder"
    QUIETER = "quieter"
    TAKE = "take"
    """Take the loads that are offered, or put the session's own back."""
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Correction:
    """A value of a set, as it was typed."""

    field: str
    """`reps`, `load`, `rpe` or `note`."""
    value: str
    place: int | None = None
    """The set's number in the list of `sets`; None for the set that was worked last."""

    def command(self, last: LastSetView) -> Command:
        """Return the command that corrects a set; raises `InvalidValueError`."""
        match self.field:
            case "reps":
                if not last.counts_reps:
                    raise InvalidValueError(
                        "this set counts seconds, not reps", "correct its load or RPE"
                    )
                side, reps = self._side(last)
                return Amend(last.id, reps=read_reps(reps), side=side)
            case "load":
                return Amend(last.id, load=read_load(self.value, like=last.load))
            case "rpe":
                return Amend(last.id, rpe=read_rpe(self.value))
            case _:
                return added_note(last.id, last.note, self.value)

    def _side(self, last: LastSetView) -> tuple[str | None, str]:
        """Return whose reps were typed, and how many: `left 8`; `8` are those of the shown side."""
        named, _, reps = self.value.rpartition(" ")
        if not last.sides or not named:
            return last.side or None, self.value
        labels = {label.casefold(): label for label, _ in last.sides}
        named = named.strip()
        return labels.get(named.casefold(), named), reps


Typed: TypeAlias = Command | Order | Correction | PlanChange

WORDS: Final[Mapping[str, tuple[Typed, str]]] = {
    "go": (Go(), "start, set done, next set, go on, save; an empty line does the same"),
    "p": (Pause(), "pause, and go on"),
    "skip": (Skip(), "leave the set out, or cut the rest short"),
    "back": (Back(), "restart the set or the rest"),
    "again": (Redo(), "redo the last set; its result stands until it is done again"),
    "+": (AddTime(ADD_MS), "fifteen seconds more of rest"),
    "-": (AddTime(-ADD_MS), "fifteen seconds less of rest"),
    "undo": (Undo(), "take the last word back, for ten seconds"),
    "where": (Order.WHERE, "say where the session stands"),
    "take": (
        Order.TAKE,
        "take every load that is offered; once more puts the session's own back",
    ),
    "sets": (Order.SETS, "list the sets, done and to come, with their numbers"),
    "mute": (Order.MUTE, "silence the cues, and let them be heard again"),
    "louder": (Order.LOUDER, "make the cues louder"),
    "quieter": (Order.QUIETER, "make the cues quieter"),
    "finish": (FinishEarly(), "end the session here, and review what was done"),
    "close": (Close(), "save after the review, without confirming what counted itself"),
    "quit": (Order.LEAVE, "stop here and go on later"),
    "abandon": (Abandon(), "give the session up; it is not logged, and kept aside for 30 days"),
    "help": (Order.HELP, "these words"),
}
"""Words without an argument, and what they do."""

_ALIASES: Final[Mapping[str, str]] = {
    "": "go",
    "space": "go",
    "enter": "go",
    "save": "go",
    "pause": "p",
    "u": "undo",
    "m": "mute",
    ".": "louder",
    ",": "quieter",
    "q": "quit",
    "?": "help",
}

ARGUMENTS: Final[Mapping[str, str]] = {
    "reps 8": "correct the reps of the last set; reps left 8 those of one side",
    "load 80 kg": "correct its load",
    "rpe 8.5": "say how hard it was, 1 to 10",
    "note TEXT": "add a note to the set",
    "overall TEXT": "write a note on the session as a whole",
    "set 2 reps 8": "correct an earlier set; load, rpe and note do the same",
}
"""Words with an argument, as an example, and what they do."""

_EXAMPLES: Final = {example.partition(" ")[0]: example for example in ARGUMENTS}
_FIELDS: Final = frozenset({"reps", "load", "rpe", "note"})
_OF_A_SET: Final = re.compile(r"([1-9][0-9]{0,3})\s+(\w+)\s*(.*)")


def understand(line: str) -> Typed:
    """Read a typed line; raises `InvalidValueError` where it means nothing."""
    text = line.strip()
    word, _, argument = text.partition(" ")
    word, argument = word.lower(), argument.strip()
    if not argument and (found := WORDS.get(_ALIASES.get(word, word))):
        return found[0]
    if word == "set" and (match := _OF_A_SET.fullmatch(argument)):
        return _correction(match[2].lower(), match[3], place=int(match[1]))
    if word == "overall" and argument:
        return NoteSession(read_note(argument))
    if word in _EXAMPLES:
        return _correction(word, argument)
    if change := plan_change(word, argument):
        return change
    close = closest(word, (*WORDS, *_EXAMPLES, *(name.partition(" ")[0] for name in PLANNING)))
    hint = f'did you mean "{close}"?' if close else 'write "help" for the words there are'
    raise InvalidValueError(f"{quote_value(text)} is not known here", hint)


def added_note(set_id: SetId, before: str, typed: str) -> Note:
    """Return the command that adds to a note; raises `InvalidValueError` if it gets too long."""
    note = "; ".join(part for part in (before, read_note(typed)) if part)
    if len(note) > MAX_NOTE:
        raise InvalidValueError(
            f"the note has more than {MAX_NOTE} characters", "write a shorter one"
        )
    return Note(set_id, note)


def note_on(card: NoteTarget, typed: str) -> Note:
    """Return the command that adds to the note of the set that stands here now."""
    return added_note(card.id, card.text, typed)


def _correction(field: str, value: str, *, place: int | None = None) -> Correction:
    example = _EXAMPLES["set"] if place is not None else _EXAMPLES[field]
    if place is not None and field not in _FIELDS:
        raise InvalidValueError(f"a set has no {quote_value(field)}", f'write "{example}"')
    if field not in _FIELDS or not value:
        raise InvalidValueError(f'"{field}" needs a value', f'write "{example}"')
    return Correction(field, value, place)
