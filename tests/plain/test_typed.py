"""Words that are typed: what each means, and what is said of those that mean nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from benchside.plain.typed import ARGUMENTS, WORDS, Order, Typed, understand
from benchside.runner.commands import Abandon, AddTime, Amend, Back, FinishEarly, Go, Note, Pause
from benchside.session.load import parse_load
from benchside.session.mistake import Mistake


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
        ("reps 8", Amend(reps=8)),
        ("load 80 kg", Amend(load=parse_load("80 kg"))),
        ("rpe 8.5", Amend(rpe=Decimal("8.5"))),
        ("note left knee, fine", Note("left knee, fine")),
        ("finish", FinishEarly()),
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
    ("line", "hint"),
    [
        ("hepl", 'did you mean "help"?'),
        ("rep 8", 'did you mean "reps"?'),
        ("xyzzy", 'write "help" for the words there are'),
        ("reps", 'did you mean "reps"?'),
        ("reps eight", 'write "reps 8"'),
        ("reps 99999999999999999999", 'write "reps 8"'),
        ("reps ²", 'write "reps 8"'),
        ("rpe hard", 'write "rpe 8" or "rpe 8.5"'),
        ("rpe nan", 'write "rpe 8" or "rpe 8.5"'),
        ("load 80 kgs", 'write "80 kg"'),
        ("note \x1b[2J", "write plain text"),
        ("go now", 'did you mean "go"?'),
    ],
)
def test_a_line_that_means_nothing_says_what_to_write(line: str, hint: str) -> None:
    with pytest.raises(Mistake) as mistake:
        understand(line)

    assert mistake.value.expected == hint
