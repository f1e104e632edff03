"""Words that are typed: what each means, and what is said of those that mean nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from benchside.plain.typed import ARGUMENTS, WORDS, Correction, Order, Typed, note_on, understand
from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Back,
    Close,
    Command,
    FinishEarly,
    Go,
    Note,
    Pause,
    Undo,
)
from benchside.runner.results import SetStatus
from benchside.session.values.errors import InvalidValueError
from benchside.session.values.load import parse_load
from benchside.view.view import LastSetView, NoteTarget
from tests.builders import SET_4, SET_5

SQUAT = LastSetView(
    id=SET_4,
    exercise="Squat",
    number=1,
    of=1,
    is_ramp=False,
    status=SetStatus.DONE,
    reps=5,
    side="",
    sides=(),
    load=parse_load("60 kg"),
    rpe=None,
    note="",
    counts_reps=True,
    asks_reps=False,
)


def command(line: str, last: LastSetView = SQUAT) -> Command:
    """Read a correction of a set."""
    correction = understand(line)
    assert isinstance(correction, Correction)
    return correction.command(last)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("", Go()),
        ("   ", Go()),
        ("space", Go()),
        ("enter", Go()),
        ("GO", Go()),
        ("p", Pause()),
        ("pause", Pause()),
        ("back", Back()),
        ("+", AddTime(15_000)),
        ("-", AddTime(-15_000)),
        ("reps 8", Correction("reps", "8")),
        ("set 2 reps 8", Correction("reps", "8", place=2)),
        ("set 12  LOAD  80 kg", Correction("load", "80 kg", place=12)),
        ("undo", Undo()),
        ("u", Undo()),
        ("finish", FinishEarly()),
        ("close", Close()),
        ("save", Go()),
        ("sets", Order.SETS),
        ("abandon", Abandon()),
        ("quit", Order.LEAVE),
        ("?", Order.HELP),
        ("where", Order.WHERE),
        ("louder", Order.LOUDER),
        (",", Order.QUIETER),
    ],
)
def test_a_word_means_what_help_says(line: str, meant: Typed) -> None:
    assert understand(line) == meant


@pytest.mark.parametrize("word", [*WORDS, *(example for example in ARGUMENTS)])
def test_every_word_of_the_help_is_understood(word: str) -> None:
    understand(word)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("reps 8", Amend(SET_4, reps=8)),
        ("load 80 kg", Amend(SET_4, load=parse_load("80 kg"))),
        ("load 62,5", Amend(SET_4, load=parse_load("62.5 kg"))),
        ("rpe 8.5", Amend(SET_4, rpe=Decimal("8.5"))),
        ("rpe 8,5", Amend(SET_4, rpe=Decimal("8.5"))),
        ("set 1 note left knee, fine", Note(SET_4, "left knee, fine")),
    ],
)
def test_a_value_corrects_the_set_that_it_is_said_of(line: str, meant: Command) -> None:
    assert command(line) == meant


@pytest.mark.parametrize(
    ("line", "side", "reps"),
    [("reps 8", "right", 8), ("reps left 8", "left", 8), ("reps RIGHT  8", "right", 8)],
)
def test_reps_are_those_of_the_shown_side_or_of_the_one_that_is_named(
    line: str, side: str, reps: int
) -> None:
    lunge = replace(SQUAT, side="right", sides=(("left", 5), ("right", 5)))

    assert command(line, lunge) == Amend(SET_4, reps=reps, side=side)


def test_a_note_is_added_to_what_is_written_on_the_set_that_goes_on() -> None:
    card = NoteTarget(id=SET_5, exercise="Row", number=1, of=1, is_ramp=False, text="left heel")

    assert note_on(card, "  pad\tslipped ") == Note(SET_5, "left heel; pad slipped")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("hepl", 'did you mean "help"?'),
        ("rep 8", 'did you mean "reps"?'),
        ("xyzzy", 'write "help" for the words there are'),
        ("reps", 'write "reps 8"'),
        ("rpe", 'write "rpe 8.5"'),
        ("load", 'write "load 80 kg"'),
        ("note", 'write "note TEXT"'),
        ("set", 'write "set 2 reps 8"'),
        ("set 2", 'write "set 2 reps 8"'),
        ("set 2 reps", 'write "set 2 reps 8"'),
        ("set 0 reps 8", 'write "set 2 reps 8"'),
        ("set 2 sets 8", 'write "set 2 reps 8"'),
        ("go now", 'did you mean "go"?'),
    ],
)
def test_a_line_that_means_nothing_says_what_to_write(line: str, hint: str) -> None:
    with pytest.raises(InvalidValueError) as mistake:
        understand(line)

    assert mistake.value.expected == hint


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("reps eight", 'write it in digits: "8"'),
        ("reps 99999999999999999999", 'write it in digits: "8"'),
        ("reps ²", 'write it in digits: "8"'),
        ("reps 8 9", 'write it in digits: "8"'),
        ("rpe hard", 'write "8" or "8.5"'),
        ("rpe nan", 'write "8" or "8.5"'),
        ("load 80 kgs", 'write "80 kg"'),
        ("note \x1b[2J", "write plain text"),
    ],
)
def test_a_value_that_cannot_be_read_says_what_to_write(line: str, hint: str) -> None:
    with pytest.raises(InvalidValueError) as mistake:
        command(line)

    assert mistake.value.expected == hint
