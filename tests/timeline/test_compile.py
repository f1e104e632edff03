"""A plan becomes steps: which come, how long they last, where blocks begin and end."""

from __future__ import annotations

from benchside.session.values.tempo import Phase, StartsWith
from benchside.timeline.cues import CueKind
from benchside.timeline.steps import Step, StepKind, Timeline
from tests.builders import a_block, a_set, a_timeline, an_exercise

PREPARE, WORK, SWITCH, REST = StepKind


def shape(timeline: Timeline) -> list[tuple[StepKind, int | None]]:
    """Kind and seconds of every step; None where a key ends it."""
    return [
        (step.kind, None if step.duration_ms is None else step.duration_ms // 1_000)
        for step in timeline.steps
    ]


def only_step(timeline: Timeline, kind: StepKind) -> Step:
    (step,) = (step for step in timeline.steps if step.kind is kind)
    return step


def test_a_set_is_counted_in_and_worked() -> None:
    timeline = a_timeline(a_set(5, tempo="2-1-1-1", prepare="10s"))

    assert shape(timeline) == [(PREPARE, 10), (WORK, 25)]


def test_without_a_count_in_the_work_begins_at_once() -> None:
    timeline = a_timeline(a_set(time="20s", prepare="0s"))

    assert shape(timeline) == [(WORK, 20)]


def test_reps_at_will_last_until_a_key_ends_them() -> None:
    timeline = a_timeline(a_set(5))

    assert shape(timeline) == [(WORK, None)]
    assert timeline.steps[0].nominal_ms == 20_000


def test_the_count_in_is_the_last_part_of_the_rest() -> None:
    timeline = a_timeline(a_set(5, rest="3m"), a_set(5, prepare="10s"))

    assert shape(timeline) == [(WORK, None), (REST, 170), (PREPARE, 10), (WORK, None)]


def test_a_rest_shorter_than_the_count_in_is_lengthened_to_it() -> None:
    timeline = a_timeline(a_set(5, rest="3s"), a_set(5, prepare="10s"))

    assert shape(timeline) == [(WORK, None), (PREPARE, 10), (WORK, None)]


def test_no_rest_and_no_count_in_let_sets_follow_each_other() -> None:
    timeline = a_timeline(a_set(time="20s"), a_set(time="30s"))

    assert shape(timeline) == [(WORK, 20), (WORK, 30)]


def test_there_is_no_rest_after_the_last_set() -> None:
    timeline = a_timeline(a_set(time="20s", rest="3m"))

    assert shape(timeline) == [(WORK, 20)]


def test_reps_that_nobody_counted_are_told_in_the_review_and_not_in_a_rest() -> None:
    timeline = a_timeline(a_set("max", time="20s"))

    assert shape(timeline) == [(WORK, 20)]


def test_an_open_rest_is_ready_after_all_of_its_time() -> None:
    timeline = a_timeline(a_set(5, rest="3m+"), a_set(5, prepare="10s"))

    rest = only_step(timeline, REST)

    assert (rest.duration_ms, rest.ready_ms, rest.nominal_ms) == (None, 180_000, 180_000)


def test_a_range_of_rest_is_ready_before_it_ends() -> None:
    timeline = a_timeline(a_set(5, rest="2m-3m"), a_set(5, prepare="10s"))

    rest = only_step(timeline, REST)

    assert (rest.ready_ms, rest.duration_ms) == (120_000, 170_000)


def test_a_rest_is_announced_where_the_count_in_is_too_long_to_tell_its_end() -> None:
    long = a_timeline(a_set(5, rest="1m"), a_set(5, prepare="10s"))
    short = a_timeline(a_set(5, rest="1m"), a_set(5, prepare="3s"))
    none = a_timeline(a_set(5, rest="1m"), a_set(5))

    assert only_step(long, REST).is_announced
    assert not only_step(short, REST).is_announced
    assert not only_step(none, REST).is_announced


def test_both_sides_are_one_set_with_a_switch_between_them() -> None:
    timeline = a_timeline(a_set(time="20s", prepare="5s", sides=("left", "right"), switch="8s"))

    assert shape(timeline) == [(PREPARE, 5), (WORK, 20), (SWITCH, 8), (WORK, 20)]
    assert [step.side for step in timeline.steps] == ["left", "left", "right", "right"]
    assert len(timeline.sets) == 1


def test_a_switch_of_no_time_is_still_told() -> None:
    timeline = a_timeline(a_set(time="20s", sides=("left", "right"), switch="0s"))

    switch = only_step(timeline, SWITCH)

    assert switch.duration_ms == 0
    assert [cue.kind for cue in switch.cues] == [CueKind.SWITCH]


def test_a_hip_thrust_begins_with_the_concentric() -> None:
    timeline = a_timeline(a_set(1, tempo="3-1-2-1", starts_with=StartsWith.CONCENTRIC))

    spans = [(span.phase, span.end_ms - span.start_ms) for span in timeline.steps[0].spans]

    assert spans == [
        (Phase.CONCENTRIC, 2_000),
        (Phase.PAUSE_CONTRACTED, 1_000),
        (Phase.ECCENTRIC, 3_000),
        (Phase.PAUSE_STRETCHED, 1_000),
    ]


def test_a_squat_begins_with_the_eccentric() -> None:
    timeline = a_timeline(a_set(1, tempo="3-1-2-0", starts_with=StartsWith.ECCENTRIC))

    phases = [span.phase for span in timeline.steps[0].spans]

    assert phases == [Phase.ECCENTRIC, Phase.PAUSE_STRETCHED, Phase.CONCENTRIC]


def test_a_range_of_reps_is_cued_to_its_upper_end() -> None:
    timeline = a_timeline(a_set("5-8", tempo="1-0-1-0"))

    assert shape(timeline) == [(WORK, 16)]


def test_an_open_tempo_set_is_cued_for_longer_than_anyone_lifts_but_counted_as_planned() -> None:
    timeline = a_timeline(a_set("8+", tempo="1-0-1-0"))

    assert shape(timeline) == [(WORK, 200)]
    assert timeline.steps[0].nominal_ms == 16_000


def test_straight_sets_finish_an_exercise_before_the_next() -> None:
    timeline = a_timeline(
        a_block(an_exercise(a_set(5), a_set(5), name="A"), an_exercise(a_set(5), name="B"))
    )

    order = [(one.plan.exercise, one.plan.number, one.round) for one in timeline.sets]

    assert order == [("A", 1, None), ("A", 2, None), ("B", 1, None)]


def test_blocks_know_their_steps() -> None:
    timeline = a_timeline(
        a_block(a_set(5, rest="1m"), name="One"), a_block(a_set(5), a_set(5), name="Two")
    )

    bounds = [(block.name, block.first_step, block.end_step) for block in timeline.blocks]

    assert bounds == [("One", 0, 2), ("Two", 2, 4)]


def test_a_time_cap_leads_to_the_rest_after_its_block() -> None:
    timeline = a_timeline(a_block(a_set(5, rest="1m"), time_cap="20s"), a_set(5))

    block = timeline.blocks[0]
    after = timeline.steps[block.cap_step]

    assert (after.kind, after.duration_ms) == (REST, 60_000)
    assert after.index == block.end_step - 1


def test_a_time_cap_without_a_rest_after_it_leads_to_the_next_block() -> None:
    timeline = a_timeline(a_block(a_set(time="5s"), time_cap="20s"), a_set(time="20s"))

    assert timeline.blocks[0].cap_step == timeline.blocks[0].end_step


def test_a_time_cap_at_the_end_leads_to_the_review() -> None:
    timeline = a_timeline(a_block(a_set(5), time_cap="20s"))

    assert timeline.steps[-1].kind is WORK
    assert timeline.blocks[0].cap_step == len(timeline.steps)


def test_a_round_on_the_clock_waits_for_its_moment() -> None:
    timeline = a_timeline(a_block(a_set(5, prepare="5s"), rounds=3, every="60s"))

    on_clock = [
        (step.kind, step.on_clock_ms) for step in timeline.steps if step.on_clock_ms is not None
    ]

    assert on_clock == [(REST, 55_000), (PREPARE, 60_000), (REST, 115_000), (PREPARE, 120_000)]


def test_a_round_on_the_clock_has_its_rest_even_if_no_time_is_left_as_planned() -> None:
    timeline = a_timeline(a_block(a_set(time="60s"), rounds=2, every="60s"))

    assert shape(timeline) == [(WORK, 60), (REST, 0), (WORK, 60)]
