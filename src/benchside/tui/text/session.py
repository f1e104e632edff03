"""The words of the session's screen, beside those that every face says (`view.words`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.player.ports import SoundState
from benchside.runner.results import SetStatus
from benchside.tui.text import NOT_ENTERED, brief
from benchside.view.words import counted
from benchside.view.words.sets import asked_of, held, load_of, named_set, rpe_of, set_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.view.view import LastSetView, NoteTarget, SetView

SOUNDS: Final[Mapping[SoundState, str]] = {
    SoundState.STARTING: "sound starting",
    SoundState.ON: "sound on",
    SoundState.MUTED: "muted",
    SoundState.NO_DEVICE: "no speaker: screen cues only",
    SoundState.LOST: "sound lost: screen cues only",
    SoundState.OFF: "silent",
}
"""The sound in the status line."""
HEADINGS: Final = {True: "", False: "NEXT"}
"""Above a set: nothing while it is going on."""

NEXT = "NEXT"
AFTER = "AFTER"
DONE_LAST = "LAST SET"
LAST_SET = "then you are done"
REPS_FIELD = "Reps"
LOAD_FIELD = "Load"
RPE_FIELD = "RPE"
CORRECT_KEYS = "↵ save · tab next · esc cancel"
OTHER_SETS_KEYS = "pgup pgdn other sets"
TOO_LATE = "this set cannot be changed any more; escape leaves it as it is"
NOTE_TITLE = "Note for this set"
NOTE_KEYS = "↵ save · esc cancel"
UNKNOWN_KEY = "that key does nothing here; ? shows the keys"


def in_short(card: SetView) -> tuple[str, ...]:
    """The parts of a line: `Barbell hip thrust`, `set 3 of 5`, `5-8 reps`, `100 kg`."""
    return card.exercise, set_of(card), asked_of(card), load_of(card.load)


def done_in_short(last: LastSetView) -> tuple[str, ...]:
    """The parts of a line: `8 reps @ 100 kg` or `0:30`, `RPE 8`, `set 2 of 5`, `Squat`, a note."""
    amount = amount_of(last)
    load = f"@ {load_of(last.load)}" if last.load else ""
    done = " ".join(part for part in (amount, load) if part)
    is_told = last.status not in (SetStatus.DONE, SetStatus.ASSUMED)
    which = f"{set_of(last)}{f', {last.status}' if is_told else ''}"
    return done, rpe_of(last.rpe), which, last.exercise, last.note


def amount_of(last: LastSetView) -> str:
    """What was done of a set: `8 reps`, `~8 reps` where nobody has answered for it, `0:20`."""
    if not last.counts_reps:
        return held(last.held_ms)
    guess = "~" if last.is_assumed else ""
    if not last.sides:
        return guess + count_or_unknown(last.reps)
    sides = (f"{side} {NOT_ENTERED if reps is None else reps}" for side, reps in last.sides)
    return f"{guess}{', '.join(sides)} reps"


def how_to_correct(last: LastSetView, side: str) -> str:
    """Which keys correct a set, and the side that they mean; a question where reps are missing."""
    if not last.counts_reps:
        return "e edit"
    reps = f"reps ({side})" if side else "reps"
    if last.asks_reps and last.reps is None:
        return f"How many {reps}? type it"
    return f"↑↓ {reps} · e edit"


def count_or_unknown(reps: int | None) -> str:
    """Reps, or a dash where nobody entered them."""
    return f"{NOT_ENTERED} reps" if reps is None else counted(reps, "rep")


def which_set(last: LastSetView | NoteTarget) -> str:
    """Name a set: `Barbell hip thrust, set 2 of 5`."""
    return brief(named_set(last))
