"""The words of the screens."""

from __future__ import annotations

from dataclasses import replace

from benchside.ports import SoundState
from benchside.runner.view import TIMED_MOODS, Mood
from benchside.timeline.cues import CueKind
from benchside.tui.text import plain
from benchside.tui.text.session import (
    CUES,
    MOODS,
    SOUNDS,
    digits_of,
    done_in_short,
    hint,
    in_short,
    rep_of,
    round_of,
)
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


def test_timed_work_is_told_by_what_is_done_and_never_by_the_bar() -> None:
    hints = {mood: hint(mood, "", None) for mood in TIMED_MOODS}

    assert hints[Mood.HOLD] == "hold to zero"
    assert hints[Mood.WORK] == "keep going"
    assert hints[Mood.MAX] == "count your reps"
    assert len(set(hints.values())) == len(TIMED_MOODS)
    assert not any("bar" in each for each in hints.values())


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
