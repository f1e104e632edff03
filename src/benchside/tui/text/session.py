"""The words of the session's screen, beside those that every face says (`view.words`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content

from benchside.player import SoundState
from benchside.runner import SetStatus
from benchside.session import clock_text
from benchside.tui.lines import MUTED, wrapped
from benchside.tui.text import NOT_ENTERED, brief, plain
from benchside.view import (
    Activity,
    asked_of,
    counted,
    held_words,
    load_of,
    minutes_of,
    rpe_of,
    set_of,
    work_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchside.view import LastSetView, NoteTarget, SetView, View

SOUNDS: Final[Mapping[SoundState, str]] = {
    SoundState.STARTING: "sound starting",
    SoundState.ON: "sound on",
    SoundState.MUTED: "muted",
    SoundState.NO_DEVICE: "no speaker: screen cues only",
    SoundState.LOST: "sound lost: screen cues only",
    SoundState.OFF: "silent",
}
"""The sound in the status line."""
NEXT = "NEXT"
HOW_MANY = "REPS?"
NOT_COUNTED = "not counted yet"
AFTER = "AFTER"
DONE_LAST = "LAST SET"
LAST_SET = "then you are done"
REPS_FIELD = "Reps"
LOAD_FIELD = "Load"
RPE_FIELD = "RPE"
CORRECT_KEYS = "↵ save · tab next · esc cancel"
OTHER_SETS_KEYS = "{correct.set_before} {correct.next_set} other sets"
TOO_LATE = "this set cannot be changed any more; escape leaves it as it is"
NOTE_TITLE = "Note for this set"
NOTE_KEYS = "↵ save · esc cancel"
TELLS_MORE = "`benchside sound` tells more."
UNKNOWN_KEY = "that key does nothing here; {help} shows the keys"
GUESS = "~"
"""Stands before a number that nobody has answered for."""
ADD_TIME = ("{session.longer} / ", "{session.shorter} 15 s")
"""Below a time that can be changed: what makes it longer, and what makes it shorter."""
CHANGES = (
    ("change_load", "{plan.change_load} load"),
    ("swap", "{plan.swap} swap"),
    ("add_set", "{plan.add_set} add a set"),
    ("defer", "{plan.defer} do it later"),
)
"""What changes what comes: the action, and how its key is told."""
KEEPS_IT = "{session.keep} keeps this"
EDIT = "{session.correct} edit"
NOTE = "{session.note} note"
RATE_NOW = "type it: 8, or 8 5 for 8.5"
HOW_TO_RATE = "{session.rate}, then a digit"

_MORE: Final = "session.rep_more"
_FEWER: Final = "session.rep_fewer"
_CORRECT: Final = "session.correct"

_HAS_TIME: Final = frozenset({Activity.REST, Activity.WAIT, Activity.PREPARE, Activity.SWITCH})


def no_sound(reason: str) -> str:
    """Return why nothing is heard, and what stands in for it: `No speaker found. Cues flash …`."""
    return f"{reason[:1].upper()}{reason[1:]}. Cues flash on the screen. {TELLS_MORE}"


def in_short(card: SetView) -> tuple[str, ...]:
    """Return the parts of a line: `Barbell hip thrust`, `set 3 of 5`, `5-8 reps`, `100 kg`."""
    return card.exercise, set_of(card), asked_of(card), load_of(card.load)


def done_in_short(last: LastSetView) -> tuple[str, ...]:
    """Return the parts of a line: `8 reps @ 100 kg` or `0:30`, `RPE 8`, `set 2 of 5`, a note."""
    amount = amount_of(last)
    load = f"@ {load_of(last.load)}" if last.load else ""
    done = " ".join(part for part in (amount, load) if part)
    is_told = last.status not in (SetStatus.DONE, SetStatus.ASSUMED)
    which = f"{set_of(last)}{f', {last.status}' if is_told else ''}"
    return done, rpe_of(last.rpe), which, last.exercise, last.note


def amount_of(last: LastSetView) -> str:
    """Return what was done: `8 reps`, `~8 reps` without an answer, `0:20`, `40 m in 0:20`."""
    if not last.counts_reps:
        return work_of(last)
    guess = GUESS if last.is_assumed else ""
    if not last.sides:
        return guess + count_or_unknown(last.reps)
    sides = (f"{side} {NOT_ENTERED if reps is None else reps}" for side, reps in last.sides)
    return f"{guess}{', '.join(sides)} reps"


def amount_to_draw(last: LastSetView) -> str:
    """Return what was done of a set, for large letters: `8 REPS`, `~8 REPS`, `8 / 7 REPS`."""
    if not last.counts_reps:
        return held_words(last.held_ms).upper()
    guess = GUESS if last.is_assumed else ""
    reps = [of_side for _, of_side in last.sides] or [last.reps]
    if None in reps:
        return HOW_MANY if all(one is None for one in reps) else amount_of(last)
    return f"{guess}{' / '.join(map(str, reps))} {'REP' if reps == [1] else 'REPS'}"


def in_two(amount: str) -> tuple[str, str]:
    """Return a number and its unit: `~8` and `REPS`; no unit where the amount is one word."""
    number, _, unit = amount.rpartition(" ")
    return (number, unit) if number else (unit, "")


def how_to_tell(last: LastSetView, side: str, key_of: Callable[[str], str]) -> str:
    """Return which keys tell the reps of the set that is shown large, and of which side."""
    if not last.counts_reps:
        return f"{key_of(_CORRECT)} edits its load"
    of_side = f" ({side})" if side else ""
    if last.asks_reps and last.reps is None:
        return f"How many reps{of_side}? type it"
    return f"type the number{of_side}, or {key_of(_MORE)} {key_of(_FEWER)}"


def how_to_correct(last: LastSetView, side: str, key_of: Callable[[str], str]) -> str:
    """Return which keys correct a set, and the side that they mean.

    A question where reps are missing.
    """
    if not last.counts_reps:
        return f"{key_of(_CORRECT)} edit"
    reps = f"reps ({side})" if side else "reps"
    if last.asks_reps and last.reps is None:
        return f"How many {reps}? type it"
    return f"{key_of(_MORE)}{key_of(_FEWER)} {reps} · {key_of(_CORRECT)} edit"


def count_or_unknown(reps: int | None) -> str:
    """Return reps, or a dash where nobody entered them."""
    return f"{NOT_ENTERED} reps" if reps is None else counted(reps, "rep")


def which_set(last: LastSetView | NoteTarget) -> str:
    """Return the name of a set: `Barbell hip thrust, set 2 of 5`."""
    return f"{brief(last.exercise)}, {set_of(last)}"


def aside_of(view: View) -> str:
    """Return what the time in the band is of; empty where it has none."""
    if view.mood is Activity.READY:
        return f"about\n{minutes_of(view.remaining_s * 1_000)}"
    if view.mood not in _HAS_TIME:
        return ""
    return f"of {clock_text(view.whole_s)}" if view.whole_s >= 60 else f"of {view.whole_s} s"


def in_pairs(parts: Sequence[str], width: int) -> str:
    """Return parts in rows of two, or of one where two have no room."""
    pairs = [" · ".join(parts[place : place + 2]) for place in range(0, len(parts), 2)]
    return "\n".join(pairs if max(map(len, pairs)) <= width else parts)


def in_columns(label: str, text: str, labels: int, width: int) -> list[Content]:
    """Return a fact behind its label, in as many rows as it takes, all behind the label."""
    room = max(width - labels, 1)
    rows = [row for line in text.splitlines() for row in wrapped(plain(line), room).wrap(room)]
    heads = [label.ljust(labels), *[" " * labels] * (len(rows) - 1)]
    return [
        Content.assemble(Content.styled(head, MUTED), row)
        for head, row in zip(heads, rows, strict=True)
    ]
