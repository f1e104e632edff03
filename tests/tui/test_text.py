"""The words of the screens."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from benchside.log.record import SideRecord
from benchside.player.ports import SoundState
from benchside.runner.results import SetStatus
from benchside.testing.builders import a_record, a_set_record
from benchside.tui.key_table import named_bindings
from benchside.tui.text import MAX_MARKS, plain
from benchside.tui.text.session import (
    SOUNDS,
    done_in_short,
    how_to_correct,
    in_short,
)
from benchside.tui.text.summary import amount_of, how_to_save
from tests.tui import views

if TYPE_CHECKING:
    from benchside.log.record import SetRecord

SIDES = (("left", 8), ("right", 7))


def shown(name: str) -> str:
    """Show a key as it ships."""
    return named_bindings()[name].key_display or ""


def test_every_state_of_the_sound_has_its_word() -> None:
    assert SOUNDS.keys() == set(SoundState)


def test_text_from_a_file_is_no_markup_and_has_no_control_characters() -> None:
    shown = plain("[red]x[/] \x1b[2J\x07\u202e")

    assert shown.plain == "[red]x[/] �[2J��"
    assert not shown.spans


def test_a_set_in_short_tells_what_which_how_much_and_with_what() -> None:
    assert in_short(views.HIP_THRUST) == ("Barbell hip thrust", "set 2 of 5", "5-8 reps", "100 kg")
    assert in_short(views.SIDE_PLANK) == ("Side plank", "set 1 of 2", "30s each side", "")


def test_a_done_set_in_short_tells_first_what_was_done() -> None:
    last = replace(views.LAST, rpe=Decimal("8.5"), note="easy")

    assert done_in_short(last) == (
        "8 reps @ 100 kg",
        "RPE 8.5",
        "set 1 of 5",
        "Barbell hip thrust",
        "easy",
    )
    assert done_in_short(replace(last, reps=None, asks_reps=True))[0] == "– reps @ 100 kg"


def test_a_guess_is_marked_until_somebody_has_answered_for_it() -> None:
    assumed = replace(views.LAST, status=SetStatus.ASSUMED)

    assert done_in_short(assumed)[0] == "~8 reps @ 100 kg"


def test_a_done_set_in_short_tells_each_side() -> None:
    last = replace(views.LAST, side="right", sides=(("left", 4), ("right", None)), load=None)

    assert done_in_short(last)[0] == "left 4, right – reps"


def test_a_set_that_was_not_done_says_so_in_short() -> None:
    cut = done_in_short(replace(views.LAST, status=SetStatus.CUT, reps=3))

    assert cut[:3] == ("3 reps @ 100 kg", "", "set 1 of 5, cut")


def test_the_keys_that_correct_say_what_they_correct() -> None:
    assert how_to_correct(views.LAST, "", shown) == "↑↓ reps · e edit"
    assert how_to_correct(views.LAST, "left", shown) == "↑↓ reps (left) · e edit"
    assert how_to_correct(replace(views.LAST, counts_reps=False), "", shown) == "e edit"


def test_reps_that_nobody_knows_are_asked_for() -> None:
    unknown = replace(views.LAST, reps=None, asks_reps=True)

    assert how_to_correct(unknown, "", shown) == "How many reps? type it"
    assert how_to_correct(unknown, "left", shown) == "How many reps (left)? type it"


def test_what_enter_does_is_said_with_what_it_claims() -> None:
    done = a_set_record()
    assumed = replace(done, status=SetStatus.ASSUMED)

    assert "until then every set can be corrected" in how_to_save(a_record(done))
    assert how_to_save(a_record(done, assumed)).startswith("~ 1 set counted by the program alone")
    assert "{summary.done} confirms them, {summary.close} does not" in how_to_save(
        a_record(assumed, assumed)
    )
    assert "No set was done" in how_to_save(a_record(replace(done, status=SetStatus.SKIPPED)))


def test_a_hold_of_each_side_is_asked_for_and_told_by_side() -> None:
    last = replace(views.LAST, exercise="Side plank", reps=None, counts_reps=False, load=None)

    assert done_in_short(replace(last, held_ms=(20_000, 20_000)))[0] == "0:20 each side"
    assert done_in_short(replace(last, held_ms=(20_000, 5_900)))[0] == "0:20 and 0:05"
    assert done_in_short(replace(last, held_ms=(95_000,)))[0] == "1:35"


def test_marks_that_are_heaped_on_a_letter_are_cut_and_those_of_a_language_stay() -> None:
    zalgo = "Z" + "\u0489\u0334" * 250
    vietnamese = unicodedata.normalize("NFD", "Đẩy tạ Nguyễn")

    assert len(plain(zalgo).plain) <= 1 + MAX_MARKS
    assert plain(vietnamese).plain == vietnamese
    assert plain("שָׁלוֹם हिन्दी ทั้งหมด").plain == "שָׁלוֹם हिन्दी ทั้งหมด"


def a_hold(*sides_ms: int, target_ms: int = 20_000) -> SetRecord:
    return replace(
        a_set_record("Side plank", reps=None, load_kg=None),
        target_time_ms=target_ms,
        work_ms=sum(sides_ms),
        sides=tuple(
            SideRecord(side=side, work_ms=ms)
            for side, ms in zip(("left", "right"), sides_ms, strict=False)
        )
        if len(sides_ms) > 1
        else (),
    )


@pytest.mark.parametrize(
    ("sides_ms", "told"),
    [
        ((20_000, 20_000), ("0:20 each side", True)),
        ((25_000, 20_000), ("0:25 and 0:20", True)),
        ((20_000, 15_000), ("0:20 and 0:15 of 0:20", False)),
        ((9_000, 9_000), ("0:09 of 0:20 each side", False)),
        ((20_000,), ("0:20", True)),
        ((12_000,), ("0:12 of 0:20", False)),
    ],
)
def test_a_hold_in_the_summary_does_not_add_its_sides_up(
    sides_ms: tuple[int, ...], told: tuple[str, bool]
) -> None:
    assert amount_of(a_hold(*sides_ms)) == told


@pytest.mark.parametrize(
    ("target", "reps", "told"),
    [
        ("8", 8, ("8", True)),
        ("5-8", 5, ("5", True)),
        ("5-8", 4, ("4 of 5-8", False)),
        ("8+", 11, ("11", True)),
        ("max", 23, ("23", True)),
        ("5", None, ("– of 5", False)),
        ("max", None, ("–", False)),
        ("five", 5, ("5", True)),
    ],
)
def test_reps_in_the_summary_name_their_target_only_where_it_was_missed(
    target: str, reps: int | None, told: tuple[str, bool]
) -> None:
    each = replace(a_set_record(status=SetStatus.DONE), target_reps=target, actual_reps=reps)

    assert amount_of(each) == told


def test_reps_of_both_sides_are_told_by_side_unless_a_correction_told_only_one_number() -> None:
    sides = tuple(SideRecord(side=side, reps=reps, work_ms=1) for side, reps in SIDES)
    each = replace(a_set_record(reps=8), actual_reps=7, sides=sides)

    assert amount_of(each) == ("8 and 7 of 8", False)
    assert amount_of(replace(each, actual_reps=5)) == ("5 of 8 each side", False)


@pytest.mark.parametrize(
    ("asked", "done", "told"),
    [
        (
            {"target_distance": "40 m", "target_distance_m": Decimal(40)},
            {"actual_distance": "40 m", "actual_distance_m": Decimal(40), "work_ms": 20_000},
            ("40 m in 0:20", True),
        ),
        (
            {"target_distance": "40 m", "target_distance_m": Decimal(40)},
            {"work_ms": 12_000},
            ("0:12 of 40 m", False),
        ),
        (
            {"target_calories": 15},
            {"actual_calories": 15, "work_ms": 62_000},
            ("15 cal in 1:02", True),
        ),
        ({"target_time": "max"}, {"work_ms": 34_000}, ("0:34", True)),
        (
            {"target_time": "30s+", "target_time_ms": 30_000},
            {"work_ms": 25_000},
            ("0:25 of 0:30", False),
        ),
        ({"target_reps": "2+2+2"}, {"actual_reps": 6}, ("6", True)),
        ({"target_reps": "2+2+2"}, {"actual_reps": 4}, ("4 of 2+2+2", False)),
    ],
)
def test_what_was_done_is_told_beside_what_was_asked_for(
    asked: dict[str, object], done: dict[str, object], told: tuple[str, bool]
) -> None:
    nothing = replace(a_set_record(), target_reps=None, actual_reps=None, status=SetStatus.DONE)

    assert amount_of(replace(nothing, **asked, **done)) == told  # type: ignore[arg-type]
