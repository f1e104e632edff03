"""A plan becomes steps: which come, how long they last, where blocks begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.session.values.tempo import Phase, StartsWith
from benchside.timeline.cues import CueKind
from benchside.timeline.schedule import schedule_of
from benchside.timeline.steps import Prepare, Rest, StepKind, Switch, kind_of
from tests.builders import a_block, a_set, an_agenda, an_exercise, laid_out, the_work

if TYPE_CHECKING:
    from benchside.timeline.agenda import Agenda

PREPARE, WORK, SWITCH, _, REST, _ = StepKind


def shape(agenda: Agenda) -> list[tuple[StepKind, int | None]]:
    """Kind and seconds of every step; None where a key ends it."""
    return [
        (kind_of(step), None if step.duration_ms is None else step.duration_ms // 1_000)
        for step in laid_out(agenda)
    ]


def the_rest(agenda: Agenda) -> Rest:
    (rest,) = (step for step in laid_out(agenda) if isinstance(step, Rest))
    return rest


def test_a_set_is_counted_in_and_worked() -> None:
    agenda = an_agenda(a_set(5, tempo="2-1-1-1", prepare="10s"))

    assert shape(agenda) == [(PREPARE, 10), (WORK, 25)]


def test_without_a_count_in_the_work_begins_at_once() -> None:
    agenda = an_agenda(a_set(time="20s", prepare="0s"))

    assert shape(agenda) == [(WORK, 20)]


def test_reps_at_will_last_until_a_key_ends_them() -> None:
    agenda = an_agenda(a_set(5))

    assert shape(agenda) == [(WORK, None)]
    assert laid_out(agenda)[0].nominal_ms == 20_000


def test_the_count_in_is_the_last_part_of_the_rest() -> None:
    agenda = an_agenda(a_set(5, rest="3m"), a_set(5, prepare="10s"))

    assert shape(agenda) == [(WORK, None), (REST, 170), (PREPARE, 10), (WORK, None)]


def test_a_rest_shorter_than_the_count_in_is_lengthened_to_it() -> None:
    agenda = an_agenda(a_set(5, rest="3s"), a_set(5, prepare="10s"))

    assert shape(agenda) == [(WORK, None), (PREPARE, 10), (WORK, None)]


def test_no_rest_and_no_count_in_let_sets_follow_each_other() -> None:
    agenda = an_agenda(a_set(time="20s"), a_set(time="30s"))

    assert shape(agenda) == [(WORK, 20), (WORK, 30)]


def test_there_is_no_rest_after_the_last_set() -> None:
    agenda = an_agenda(a_set(time="20s", rest="3m"))

    assert shape(agenda) == [(WORK, 20)]


def test_reps_that_nobody_counted_are_told_in_the_review_and_not_in_a_rest() -> None:
    agenda = an_agenda(a_set("max", time="20s"))

    assert shape(agenda) == [(WORK, 20)]


def test_an_open_rest_is_ready_after_all_of_its_time() -> None:
    agenda = an_agenda(a_set(5, rest="3m+"), a_set(5, prepare="10s"))

    rest = the_rest(agenda)

    assert (rest.duration_ms, rest.ready_ms, rest.nominal_ms) == (None, 180_000, 180_000)


def test_a_range_of_rest_is_ready_before_it_ends() -> None:
    agenda = an_agenda(a_set(5, rest="2m-3m"), a_set(5, prepare="10s"))

    rest = the_rest(agenda)

    assert (rest.ready_ms, rest.duration_ms) == (120_000, 170_000)


def test_a_rest_is_announced_where_the_count_in_is_too_long_to_tell_its_end() -> None:
    long = an_agenda(a_set(5, rest="1m"), a_set(5, prepare="10s"))
    short = an_agenda(a_set(5, rest="1m"), a_set(5, prepare="3s"))
    none = an_agenda(a_set(5, rest="1m"), a_set(5))

    assert the_rest(long).is_announced
    assert not the_rest(short).is_announced
    assert not the_rest(none).is_announced


def test_both_sides_are_one_set_with_a_switch_between_them() -> None:
    agenda = an_agenda(a_set(time="20s", prepare="5s", sides=("left", "right"), switch="8s"))

    assert shape(agenda) == [(PREPARE, 5), (WORK, 20), (SWITCH, 8), (WORK, 20)]
    assert [step.side for step in laid_out(agenda)] == ["left", "left", "right", "right"]
    assert len(agenda.sets) == 1


def test_a_switch_of_no_time_is_still_told() -> None:
    agenda = an_agenda(a_set(time="20s", sides=("left", "right"), switch="0s"))

    (switch,) = (step for step in laid_out(agenda) if isinstance(step, Switch))

    assert switch.duration_ms == 0
    assert [cue.kind for cue in switch.cues] == [CueKind.SWITCH]


def test_a_hip_thrust_begins_with_the_concentric() -> None:
    work = the_work(a_set(1, tempo="3-1-2-1", starts_with=StartsWith.CONCENTRIC))

    spans = [(span.phase, span.end_ms - span.start_ms) for span in work.spans]

    assert spans == [
        (Phase.CONCENTRIC, 2_000),
        (Phase.PAUSE_CONTRACTED, 1_000),
        (Phase.ECCENTRIC, 3_000),
        (Phase.PAUSE_STRETCHED, 1_000),
    ]


def test_a_squat_begins_with_the_eccentric() -> None:
    work = the_work(a_set(1, tempo="3-1-2-0", starts_with=StartsWith.ECCENTRIC))

    phases = [span.phase for span in work.spans]

    assert phases == [Phase.ECCENTRIC, Phase.PAUSE_STRETCHED, Phase.CONCENTRIC]


def test_a_range_of_reps_is_cued_to_its_upper_end() -> None:
    agenda = an_agenda(a_set("5-8", tempo="1-0-1-0"))

    assert shape(agenda) == [(WORK, 16)]


def test_an_open_tempo_set_is_cued_for_longer_than_anyone_lifts_but_counted_as_planned() -> None:
    agenda = an_agenda(a_set("8+", tempo="1-0-1-0"))

    assert shape(agenda) == [(WORK, 200)]
    assert laid_out(agenda)[0].nominal_ms == 16_000


def test_straight_sets_finish_an_exercise_before_the_next() -> None:
    agenda = an_agenda(
        a_block(an_exercise(a_set(5), a_set(5), name="A"), an_exercise(a_set(5), name="B"))
    )

    order = [(one.planned.exercise, one.planned.number, one.id.round) for one in agenda.sets]

    assert order == [("A", 1, None), ("A", 2, None), ("B", 1, None)]


def test_a_time_cap_leads_to_the_rest_after_its_block() -> None:
    agenda = an_agenda(a_block(a_set(5, rest="1m"), time_cap="20s"), a_set(5))

    steps = [(kind_of(one.step), one.duration_ms // 1_000) for one in schedule_of(agenda).steps]

    assert steps == [(WORK, 20), (REST, 60), (WORK, 20)]


def test_a_time_cap_without_a_rest_after_it_leads_to_the_next_block() -> None:
    agenda = an_agenda(a_block(a_set(time="5s"), time_cap="20s"), a_set(time="20s"))

    assert kind_of(schedule_of(agenda).steps[-2].step) is WORK


def test_a_time_cap_at_the_end_leads_to_the_review() -> None:
    schedule = schedule_of(an_agenda(a_block(a_set(5), time_cap="20s")))

    assert kind_of(schedule.steps[-1].step) is WORK
    assert schedule.end_ms == 20_000


def test_a_round_on_the_clock_waits_for_its_moment() -> None:
    agenda = an_agenda(a_block(a_set(5, prepare="5s"), rounds=3, every="60s"))

    on_clock = [
        (kind_of(step), step.on_clock_ms)
        for step in laid_out(agenda)
        if isinstance(step, Prepare | Rest) and step.on_clock_ms is not None
    ]

    assert on_clock == [(REST, 55_000), (PREPARE, 60_000), (REST, 115_000), (PREPARE, 120_000)]


def test_a_round_on_the_clock_has_its_rest_even_if_no_time_is_left_as_planned() -> None:
    agenda = an_agenda(a_block(a_set(time="60s"), rounds=2, every="60s"))

    assert shape(agenda) == [(WORK, 60), (REST, 0), (WORK, 60)]
