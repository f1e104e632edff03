"""What is seen at a moment: words, digits, bar, reps, coaching."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from benchside import testing
from benchside.runner.commands import Amend, Close, FinishEarly, Go, Pause, Skip
from benchside.session.values.load import parse_load
from benchside.session.values.reps import RepTarget
from benchside.session.values.tempo import StartsWith
from benchside.session.values.units import clock_text
from benchside.timeline.cues import CueKind
from benchside.view.view import BAR_PARTS, Activity
from benchside.view.viewer import Viewer
from tests.builders import SET_1, SET_2, SET_3, a_block, a_runner, a_set, a_started, an_exercise


def test_before_it_starts_a_session_shows_its_first_set_and_how_long_it_lasts() -> None:
    runner = a_runner(a_set(5, tempo="2-0-1-0", prepare="5s", rest="30s"), a_set(time="20s"))

    view = Viewer(runner).view()

    assert (view.mood, view.seconds, view.bar) == (Activity.READY, None, 0)
    assert (view.elapsed_s, view.remaining_s) == (0, 70)
    assert (view.sets_done, view.sets_total) == (0, 2)
    assert (view.rep, view.last, view.status) == (None, None, None)


def test_a_set_without_a_count_in_does_not_begin_before_go() -> None:
    runner = a_runner(a_set(5, tempo="2-0-1-0"))

    runner.advance(4_000)

    view = Viewer(runner).view()
    assert (view.rep, view.reps_done, view.remaining_s) == (None, None, 15)


@pytest.mark.parametrize(
    ("at_s", "mood", "seconds", "rep", "reps_done"),
    [
        (0, Activity.PREPARE, 5, None, None),
        (4.999, Activity.PREPARE, 1, None, None),
        (5, Activity.CONCENTRIC, 1, 1, 0),
        (6, Activity.PAUSE_CONTRACTED, 1, 1, 1),
        (7, Activity.ECCENTRIC, 3, 1, 1),
        (9.5, Activity.ECCENTRIC, 1, 1, 1),
        (10, Activity.PAUSE_STRETCHED, 2, 1, 1),
        (12, Activity.CONCENTRIC, 1, 2, 1),
    ],
)
def test_a_tempo_set_shows_its_phase_and_counts_it_down(
    at_s: float, mood: Activity, seconds: int, rep: int | None, reps_done: int | None
) -> None:
    runner = a_started(a_set(3, tempo="3-2-X-1", prepare="5s"))

    runner.advance(int(at_s * 1_000))

    view = Viewer(runner).view()
    assert (view.mood, view.seconds, view.rep, view.reps_done) == (mood, seconds, rep, reps_done)
    assert view.set.reps == RepTarget(3, 3)


def test_reps_at_will_show_a_stopwatch() -> None:
    runner = a_started(a_set("5-8"))

    runner.advance(65_000)

    view = Viewer(runner).view()
    assert (view.mood, view.seconds, view.counts_up) == (Activity.LIFT, 65, True)
    assert (view.set.reps, view.rep, view.bar) == (RepTarget(5, 8), None, 0)


def test_a_hold_counts_down() -> None:
    runner = a_started(testing.a_set("Plank", reps=None, time="40s", prepare="0s"))

    runner.advance(10_000)

    view = Viewer(runner).view()
    assert (view.mood, view.seconds, view.counts_up) == (Activity.HOLD, 30, False)
    assert view.bar == BAR_PARTS // 4


@pytest.mark.parametrize(
    ("exercise", "mood"),
    [
        ("Side plank", Activity.HOLD),
        ("Wall sit", Activity.HOLD),
        ("Banded hip thrust", Activity.WORK),
        ("Burpees", Activity.WORK),
        ("Monster walk", Activity.WALK),
        ("Couch stretch", Activity.STRETCH),
    ],
)
def test_timed_work_has_the_mood_of_what_is_done(exercise: str, mood: Activity) -> None:
    runner = a_started(testing.a_set(exercise, reps=None, time="40s", prepare="0s"))

    assert Viewer(runner).view().mood is mood


def test_as_many_reps_as_possible_in_a_time_has_a_mood_of_its_own() -> None:
    runner = a_started(a_set("max", time="20s"))

    view = Viewer(runner).view()

    assert (view.mood, view.seconds) == (Activity.MAX, 20)


def test_a_rest_counts_down_to_the_set_and_shows_it() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(8, prepare="10s"), a_set(5))

    runner.advance(35_000)

    view = Viewer(runner).view()
    assert (view.mood, view.seconds) == (Activity.REST, 45)
    assert (view.set.id, view.set.reps) == (SET_2, RepTarget(8, 8))
    assert view.next is not None
    assert view.next.id == SET_3


def test_the_count_in_goes_on_where_the_rest_ended() -> None:
    runner = a_started(a_set(time="20s", rest="60s"), a_set(8, prepare="10s"))

    runner.advance(70_000)

    assert (Viewer(runner).view().mood, Viewer(runner).view().seconds) == (Activity.PREPARE, 10)


def test_an_open_rest_counts_down_and_then_up() -> None:
    runner = a_started(a_set(time="20s", rest="30s+"), a_set(8, prepare="10s"))

    runner.advance(30_000)
    resting = Viewer(runner).view()
    runner.advance(55_000)
    waiting = Viewer(runner).view()

    assert (resting.mood, resting.seconds, resting.counts_up) == (Activity.REST, 20, False)
    assert (waiting.mood, waiting.seconds, waiting.counts_up) == (Activity.WAIT, 35, True)


def test_a_switch_counts_down_and_names_the_side_that_comes() -> None:
    runner = a_started(a_set(time="20s", sides=("left", "right"), switch="8s"))

    runner.advance(22_000)

    view = Viewer(runner).view()
    assert (view.mood, view.seconds, view.set.side) == (Activity.SWITCH, 6, "right")


def test_a_rest_names_the_side_that_comes_first() -> None:
    sides = a_set(time="20s", sides=("left", "right"), rest="60s")
    runner = a_started(sides, sides)

    runner.advance(60_000)

    assert Viewer(runner).view().set.side == "left"


def test_the_count_in_after_a_pause_counts_down_as_any_other() -> None:
    runner = a_started(a_set(time="40s"))
    runner.feed(Pause(), 15_000)
    runner.feed(Go(), 20_000)
    runner.advance(22_000)

    view = Viewer(runner).view()

    assert (view.mood, view.seconds) == (Activity.PREPARE, 3)


def test_a_long_count_in_is_shown_as_a_clock() -> None:
    runner = a_started(a_set(time="40s", prepare="90s"))

    assert Viewer(runner).view().seconds == 90


def test_the_end_shows_how_long_the_session_was_and_stays_as_it_is() -> None:
    runner = a_started(a_set(13, tempo="2-0-3-0", prepare="5s"))
    runner.advance(70_000)
    runner.advance(90_000)
    before = Viewer(runner).view()

    runner.advance(3_600_000)

    view = Viewer(runner).view()
    assert view == before
    assert (view.mood, view.seconds, view.counts_up) == (Activity.FINISHED, 70, True)
    assert (view.elapsed_s, view.remaining_s, view.rep) == (70, 0, None)


@pytest.mark.parametrize(
    ("at_ms", "flash"),
    [
        (4_900, None),
        (5_000, CueKind.GO),
        (5_249, CueKind.GO),
        (5_250, None),
        (25_100, CueKind.SET_DONE),
        (25_400, None),
        (25_800, CueKind.SESSION_DONE),
        (26_100, None),
    ],
)
def test_a_cue_flashes_for_a_blink(at_ms: int, flash: CueKind | None) -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))

    runner.advance(at_ms)

    assert Viewer(runner).view().flash is flash


@pytest.mark.parametrize(
    ("at_ms", "flash"),
    [
        (5_000, CueKind.GO),
        (6_000, CueKind.REP_DONE),
        (7_000, CueKind.CONCENTRIC),
        (8_600, CueKind.LAST_REP),
        (9_000, CueKind.CONCENTRIC),
    ],
)
def test_of_several_cues_at_once_the_one_is_seen_that_tells_most(
    at_ms: int, flash: CueKind
) -> None:
    runner = a_started(a_set(3, tempo="1-0-1-0", prepare="5s"))

    runner.advance(at_ms)

    assert Viewer(runner).view().flash is flash


def test_the_last_rep_is_seen_before_it_begins() -> None:
    planned = replace(a_set(2, tempo="1-0-1-0"), starts_with=StartsWith.ECCENTRIC)
    runner = a_started(planned)

    runner.advance(1_600)

    assert Viewer(runner).view().flash is CueKind.LAST_REP


def test_a_cue_flashes_however_often_time_is_told() -> None:
    runner = a_started(a_set(time="20s", prepare="5s"))

    for now_ms in range(0, 25_830, 10):
        runner.advance(now_ms)

    assert Viewer(runner).view().flash is CueKind.SESSION_DONE


def test_coaching_cues_take_turns_with_the_reps() -> None:
    runner = a_started(a_set(3, tempo="1-0-1-0", cues=("Ribs down", "Chin tucked")))

    seen = []
    for now_ms in (0, 2_000, 4_000):
        runner.advance(now_ms)
        seen.append(Viewer(runner).view().coaching)

    assert seen == ["Ribs down", "Chin tucked", "Ribs down"]


def test_coaching_cues_take_turns_in_a_hold() -> None:
    runner = a_started(a_set(time="60s", cues=("Ribs down", "Chin tucked")))

    seen = []
    for now_ms in (0, 8_000, 16_000):
        runner.advance(now_ms)
        seen.append(Viewer(runner).view().coaching)

    assert seen == ["Ribs down", "Chin tucked", "Ribs down"]


def test_each_set_is_announced_with_another_coaching_cue() -> None:
    coached = a_set(time="20s", prepare="5s", cues=("Ribs down", "Chin tucked"))
    runner = a_started(a_block(an_exercise(coached, coached)))

    first = Viewer(runner).view().coaching
    runner.advance(26_000)

    assert (first, Viewer(runner).view().coaching) == ("Ribs down", "Chin tucked")


def test_without_coaching_cues_there_is_none() -> None:
    assert Viewer(a_started(a_set(5))).view().coaching == ""


def test_the_last_set_can_be_looked_back_on() -> None:
    runner = a_started(a_set("5-8", load="60 kg", rest="1m"), a_set(5))
    runner.feed(Go(), 30_000)
    runner.feed(Amend(SET_1, rpe=Decimal("8.0")), 31_000)

    last = Viewer(runner).view().last

    assert last is not None
    assert (last.reps, last.load, last.rpe, last.asks_reps) == (
        8,
        parse_load("60 kg"),
        Decimal(8),
        True,
    )


def test_a_round_is_shown_with_how_many_there_are() -> None:
    runner = a_started(a_block(a_set(time="20s"), rounds=3))

    runner.advance(25_000)

    assert (Viewer(runner).view().round, Viewer(runner).view().rounds) == (2, 3)


def test_nobody_knows_how_many_rounds_fit_into_a_time_cap() -> None:
    runner = a_started(a_block(a_set(time="20s"), time_cap="1m"))

    runner.advance(25_000)

    assert (Viewer(runner).view().round, Viewer(runner).view().rounds) == (2, None)


def test_after_a_time_cap_at_the_end_the_set_that_was_cut_off_is_shown() -> None:
    runner = a_started(a_block(a_set(8), time_cap="40s"))
    runner.feed(Go(), 30_000)

    runner.advance(45_000)

    assert (Viewer(runner).view().set.number, Viewer(runner).view().next) == (2, None)


def test_a_skipped_set_counts_among_those_that_are_behind() -> None:
    runner = a_started(a_set(time="20s"), a_set(time="20s"))
    runner.feed(Skip(), 5_000)

    assert (Viewer(runner).view().sets_done, Viewer(runner).view().sets_total) == (1, 2)


def test_two_moments_that_look_the_same_are_equal() -> None:
    runner = a_started(a_set(time="20s", rest="3m"), a_set(8))
    runner.advance(30_100)
    before = Viewer(runner).view()

    runner.advance(30_200)

    assert Viewer(runner).view() == before


def test_finishing_early_shows_the_end() -> None:
    runner = a_started(a_set(time="60s"), a_set(8))
    runner.feed(FinishEarly(), 30_000)

    assert (Viewer(runner).view().mood, Viewer(runner).view().seconds) == (Activity.FINISHED, 30)
    assert Viewer(runner).view().status is None

    runner.feed(Close(), 40_000)
    assert Viewer(runner).view().status == "partial"


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (5, "0:05"), (165, "2:45"), (3_723, "1:02:03")]
)
def test_a_duration_is_written_as_a_clock(seconds: int, text: str) -> None:
    assert clock_text(seconds) == text


def test_the_bar_of_a_rest_moves_with_its_digits() -> None:
    runner = a_started(a_set(time="5s", prepare="0s", rest="40s"), a_set(8))
    views = []
    for now_ms in range(5_000, 30_000, 100):
        runner.advance(now_ms)
        views.append(Viewer(runner).view())

    bars = {(view.seconds, view.bar) for view in views}

    assert {view.mood for view in views} == {Activity.REST}
    assert len(bars) == len({view.seconds for view in views})
