"""What holds for the timeline of any plan."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given

from benchside.timeline.agenda import agenda_of
from benchside.timeline.compile import steps_of
from benchside.timeline.cueing import cues_for
from benchside.timeline.schedule import schedule_of
from benchside.timeline.steps import Work
from tests.builders import laid_out
from tests.properties.plans import plans, quickly

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan


@quickly
@given(plans)
def test_the_cues_of_a_step_come_in_due_order_and_within_it(plan: Plan) -> None:
    for step in laid_out(agenda_of(plan)):
        moments = [cue.at_ms for cue in step.cues]

        assert moments == sorted(moments)
        assert all(moment >= 0 for moment in moments)
        if step.duration_ms is not None:
            assert all(moment <= step.duration_ms for moment in moments)


@quickly
@given(plans)
def test_a_step_that_changes_its_length_keeps_its_cues_within_it(plan: Plan) -> None:
    for step in laid_out(agenda_of(plan)):
        if isinstance(step, Work) or step.duration_ms is None:
            continue
        for length_ms in (0, step.duration_ms // 2, step.duration_ms, step.duration_ms + 15_000):
            moments = [cue.at_ms for cue in cues_for(step, length_ms)]

            assert moments == sorted(moments)
            assert all(0 <= moment <= length_ms for moment in moments)


@quickly
@given(plans)
def test_the_phases_of_a_tempo_set_follow_each_other_without_a_gap(plan: Plan) -> None:
    for step in laid_out(agenda_of(plan)):
        if not isinstance(step, Work) or not step.spans:
            continue

        assert step.spans[0].start_ms == 0
        assert step.spans[-1].end_ms == step.duration_ms
        assert all(one.end_ms == two.start_ms for one, two in pairwise(step.spans))


@quickly
@given(plans)
def test_no_two_sets_have_the_same_name(plan: Plan) -> None:
    names = [one.id for one in agenda_of(plan).sets]

    assert len(set(names)) == len(names)
    assert names == sorted(names, key=lambda name: name.block)


@quickly
@given(plans)
def test_durations_add_up_to_the_duration_of_the_session(plan: Plan) -> None:
    schedule = schedule_of(agenda_of(plan))

    placed = schedule.steps

    assert placed[0].start_ms == 0
    assert all(one.duration_ms >= 0 for one in placed)
    assert all(one.end_ms == two.start_ms for one, two in pairwise(placed))
    assert schedule.end_ms == placed[-1].end_ms == sum(one.duration_ms for one in placed)


@quickly
@given(plans)
def test_every_set_is_worked_once_a_side_and_part(plan: Plan) -> None:
    for one in agenda_of(plan).sets:
        worked = [step.side for step in steps_of(one) if isinstance(step, Work)]

        parts = len(one.planned.parts) or 1
        assert worked == [side for side in one.planned.sides or (None,) for _ in range(parts)]
