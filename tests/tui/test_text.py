"""The words of the screens."""

from __future__ import annotations

from dataclasses import replace

from benchside.ports import SoundState
from benchside.runner.done import SetStatus
from benchside.runner.view import Mood
from benchside.testing.builders import a_record, a_set_record
from benchside.timeline.cues import CueKind
from benchside.tui.text import plain
from benchside.tui.text.session import (
    CUES,
    MOODS,
    SOUNDS,
    digits_of,
    done_in_short,
    hint,
    how_to_correct,
    in_short,
    rep_of,
    round_of,
)
from benchside.tui.text.summary import how_to_save
from tests.tui import views


def test_every_mood_cue_and_state_of_the_sound_has_its_word() -> None:
    assert MOODS.keys() == set(Mood)
    assert CUES.keys() == set(CueKind)
    assert SOUNDS.keys() == set(SoundState)


def test_text_from_a_file_is_no_markup_and_has_no_control_characters() -> None:
    shown = plain("[red]x[/] \x1b[2J\x07\u202e")

    assert shown.plain == "[red]x[/] �[2J��"
    assert not shown.spans


def test_an_explosive_concentric_says_so() -> None:
    assert "explosive" in hint(Mood.CONCENTRIC, "2-1-X-1", None)
    assert "explosive" not in hint(Mood.CONCENTRIC, "2-1-1-1", None)


def test_a_rep_stands_beside_its_target_where_both_are_short() -> None:
    assert rep_of(views.CONCENTRIC) == ("4/8", "reps")
    assert rep_of(replace(views.CONCENTRIC, reps_target="5-8")) == ("4", "rep of 5-8")
    assert rep_of(views.REST) == ("", "")


def test_the_digits_say_what_they_count() -> None:
    assert digits_of(views.READY) == ("36:40", "about this long")
    assert digits_of(views.REST) == ("2:45", "left")
    assert digits_of(views.LIFT) == ("0:34", "gone")


def test_rounds_are_named_with_or_without_an_end() -> None:
    assert round_of(views.REST) == ""
    assert round_of(replace(views.REST, round=2, rounds=3)) == "Round 2 of 3"
    assert round_of(replace(views.REST, round=2)) == "Round 2"


def test_a_set_in_short_leaves_out_what_it_has_not() -> None:
    assert in_short(views.HIP_THRUST) == "Barbell hip thrust · set 2 of 5 · 5-8 reps · 100 kg"
    assert in_short(views.SIDE_PLANK) == "Side plank · set 1 of 2 · 30s"


def test_a_done_set_in_short_tells_reps_load_effort_and_note() -> None:
    last = replace(views.LAST, rpe="8.5", note="easy")

    assert done_in_short(last) == "Barbell hip thrust 1: 8 reps @ 100 kg · RPE 8.5 · easy"
    assert done_in_short(replace(views.LAST, reps=None, asks_reps=True)).endswith("– reps @ 100 kg")


def test_a_guess_is_marked_until_somebody_has_answered_for_it() -> None:
    assumed = replace(views.LAST, status=SetStatus.ASSUMED)

    assert done_in_short(assumed) == "Barbell hip thrust 1: ~8 reps @ 100 kg"


def test_a_done_set_in_short_tells_each_side() -> None:
    last = replace(views.LAST, side="right", sides=(("left", 4), ("right", None)), load="")

    assert done_in_short(last) == "Barbell hip thrust 1: left 4, right – reps"


def test_a_set_that_was_not_done_says_so_in_short() -> None:
    assert done_in_short(replace(views.LAST, status=SetStatus.CUT, reps=3)) == (
        "Barbell hip thrust 1: cut · 3 reps @ 100 kg"
    )


def test_the_keys_that_correct_say_what_they_correct() -> None:
    assert how_to_correct(views.LAST, "") == "↑ ↓ reps, e more"
    assert how_to_correct(views.LAST, "left") == "↑ ↓ reps (left), e more"
    assert how_to_correct(replace(views.LAST, counts_reps=False), "") == "e edit set"


def test_reps_that_nobody_knows_are_asked_for() -> None:
    unknown = replace(views.LAST, reps=None, asks_reps=True)

    assert how_to_correct(unknown, "") == "how many reps? ↑ ↓"
    assert how_to_correct(unknown, "left") == "how many reps (left)? ↑ ↓"


def test_what_enter_does_is_said_with_what_it_claims() -> None:
    done = a_set_record()
    assumed = replace(done, status=SetStatus.ASSUMED)

    assert "until then every set can be corrected" in how_to_save(a_record(done))
    assert how_to_save(a_record(done, assumed)).startswith("~ 1 set counted by the program alone")
    assert "enter confirms them, esc does not" in how_to_save(a_record(assumed, assumed))
    assert "No set was done" in how_to_save(a_record(replace(done, status=SetStatus.SKIPPED)))
