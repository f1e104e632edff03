"""What is said of a view, by whatever face."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from benchside.runner.machine import State
from benchside.session.exercises.words import Wording
from benchside.session.plan.target import target_text
from benchside.session.values.load import parse_mass
from benchside.session.values.reps import parse_reps
from benchside.session.values.tempo import parse_tempo
from benchside.timeline.cues import TICKS, CueKind
from benchside.view.view import TIMED_ACTIVITIES, Activity
from benchside.view.words.activities import (
    PHASE_OF_ACTIVITY,
    activity_word,
    counted_in_words,
    cue_word,
    digits_of,
    digits_text,
    hint_of,
    rep_of,
    round_of,
    word_for,
)
from benchside.view.words.sets import (
    announced,
    asked_of,
    plates_of,
    rpe_of,
    target_of,
    tempo_in_words,
)
from tests.tui import views


@pytest.mark.parametrize(
    ("reps", "time_ms", "short", "told"),
    [
        (8, None, "8", "8 reps"),
        (1, None, "1", "1 rep"),
        ("5-8", None, "5-8", "5-8 reps"),
        ("8+", None, "8+", "8+ reps"),
        ("max", None, "max", "as many reps as possible"),
        (None, 30_000, "30s", "30s"),
        ("max", 90_000, "max in 1m30s", "as many reps as possible in 1m30s"),
    ],
)
def test_a_target_is_told_as_it_is_written(
    reps: int | str | None, time_ms: int | None, short: str, told: str
) -> None:
    target = None if reps is None else parse_reps(reps)

    card = replace(views.HIP_THRUST, reps=target, time_ms=time_ms)
    assert target_text(card) == short
    assert target_of(card) == told


def test_plates_have_one_spelling() -> None:
    assert plates_of((parse_mass("25 kg"), parse_mass("2.50 kg"))) == "25 + 2.5 kg each side"
    assert plates_of((parse_mass("45 lb"),)) == "45 lb each side"
    assert plates_of(()) == ""
    assert "25 + 15 kg each side" in announced(views.HIP_THRUST, in_round=False)


def test_an_rpe_has_no_zeros_that_say_nothing() -> None:
    assert rpe_of(Decimal("8.50")) == "RPE 8.5"
    assert rpe_of(Decimal("8.0")) == "RPE 8"
    assert rpe_of(Decimal(10)) == "RPE 10"
    assert rpe_of(None) == ""


@pytest.mark.parametrize("activity", Activity)
def test_every_activity_has_a_word_and_a_hint(activity: Activity) -> None:
    view = replace(views.CONCENTRIC, mood=activity, paused_mood=Activity.HOLD)

    assert activity_word(view)
    assert hint_of(view)


def test_a_phase_has_the_word_of_its_motion_and_by_a_setting_that_of_the_textbooks() -> None:
    card = replace(views.HIP_THRUST, tempo=parse_tempo("2-1-1-1"))
    words = [word_for(activity, card) for activity in PHASE_OF_ACTIVITY]
    textbook = [word_for(activity, card, Wording.TEXTBOOK) for activity in PHASE_OF_ACTIVITY]

    assert words == ["DOWN", "WAIT", "UP", "HOLD"]
    assert textbook == ["ECCENTRIC", "PAUSE", "CONCENTRIC", "PAUSE"]


def test_an_explosive_concentric_says_so() -> None:
    slow = replace(views.CONCENTRIC, set=replace(views.HIP_THRUST, tempo=parse_tempo("2-1-1-1")))

    assert (activity_word(views.CONCENTRIC), hint_of(views.CONCENTRIC)) == ("UP!", "fast!")
    assert (activity_word(slow), hint_of(slow)) == ("UP", "one second up")


def test_a_hint_tells_how_long_the_way_takes_and_how_to_stay() -> None:
    hanging = replace(views.HIP_THRUST, words=("DOWN", "HANG", "UP", "HOLD"))
    paused = replace(views.ECCENTRIC, mood=Activity.PAUSE_STRETCHED)
    contracted = replace(views.ECCENTRIC, mood=Activity.PAUSE_CONTRACTED)

    assert hint_of(views.ECCENTRIC) == "two seconds down"
    assert hint_of(paused) == "stay there"
    assert hint_of(replace(paused, set=hanging)) == "hang"
    assert hint_of(contracted) == "squeeze"


def test_a_set_of_as_many_reps_as_possible_says_max() -> None:
    card = replace(views.HIP_THRUST, reps=parse_reps("max"))

    assert word_for(Activity.LIFT, card) == "MAX"
    assert word_for(Activity.LIFT, views.HIP_THRUST) == "GO"
    assert hint_of(replace(views.LIFT, set=card)) == "count your reps · SPACE when you finish"


def test_who_has_no_bar_is_not_sent_under_one() -> None:
    plank = replace(views.PREPARE, set=views.SIDE_PLANK)

    assert hint_of(views.PREPARE) == "get under the bar"
    assert hint_of(plank) == "get into position"


def test_timed_work_is_told_by_what_is_done_and_never_by_the_bar() -> None:
    hints = {mood: hint_of(replace(views.HOLD, mood=mood)) for mood in TIMED_ACTIVITIES}

    assert hints[Activity.HOLD] == "hold to zero"
    assert hints[Activity.WORK] == "keep going"
    assert hints[Activity.MAX] == "count your reps"
    assert len(set(hints.values())) == len(TIMED_ACTIVITIES)
    assert not any("bar" in each for each in hints.values())


def test_a_cue_has_a_word_where_no_phase_has_one() -> None:
    silent = {cue for cue in CueKind if not cue_word(cue)}

    assert silent == {
        CueKind.ECCENTRIC,
        CueKind.PAUSE_STRETCHED,
        CueKind.CONCENTRIC,
        CueKind.EXPLOSIVE,
        CueKind.PAUSE_CONTRACTED,
        *TICKS,
    }


def test_a_rep_is_told_with_what_it_is_of() -> None:
    assert rep_of(views.CONCENTRIC) == ("4", "of 5-8 reps")
    assert rep_of(views.REST) == ("", "")
    assert counted_in_words(views.CONCENTRIC) == "rep 4 of 5-8"
    assert counted_in_words(views.REST) == "2:45 to go"


def test_the_digits_say_what_they_count() -> None:
    assert digits_of(views.READY) == ("37 min", "estimated")
    assert digits_of(views.REST) == ("2:45", "to go")
    assert digits_of(views.LIFT) == ("0:34", "elapsed")


def test_a_count_in_is_told_in_seconds_and_everything_long_as_a_clock() -> None:
    paused = replace(views.PAUSED, state=State.PAUSED, paused_mood=Activity.PREPARE, seconds=7)

    assert digits_text(views.PREPARE) == "7"
    assert digits_text(paused) == "7"
    assert digits_text(replace(views.PREPARE, seconds=75)) == "1:15"
    assert digits_text(views.HOLD) == "0:18"
    assert digits_text(views.READY) == ""


def test_rounds_are_named_with_or_without_an_end() -> None:
    assert round_of(views.REST) == ""
    assert round_of(replace(views.REST, round=2, rounds=3)) == "Round 2 of 3"
    assert round_of(replace(views.REST, round=2)) == "Round 2"


def test_a_tempo_is_told_in_the_order_in_which_it_is_lifted() -> None:
    assert tempo_in_words(views.HIP_THRUST) == ("UP fast", "HOLD 1", "DOWN 2", "WAIT 1")
    assert "tempo up fast, hold 1, down 2, wait 1" in announced(views.HIP_THRUST, in_round=False)


def test_a_set_with_sides_asks_for_each_side() -> None:
    assert asked_of(views.SIDE_PLANK) == "30s each side"
    assert asked_of(views.HIP_THRUST) == "5-8 reps"
