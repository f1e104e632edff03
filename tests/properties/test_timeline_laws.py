"""What holds for the timeline of any plan."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given

from benchside.timeline.compile import compile_plan
from benchside.timeline.cueing import cues_for
from benchside.timeline.steps import StepKind
from benchside.timeline.totals import schedule, totals_of
from tests.properties.plans import plans, quickly

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan


@quickly
@given(plans)
def test_the_cues_of_a_step_come_in_due_order_and_within_it(plan: Plan) -> None:
    for step in compile_plan(plan).steps:
        moments = [cue.at_ms for cue in step.cues]

        assert moments == sorted(moments)
        assert all(moment >= 0 for moment in moments)
        if step.duration_ms is not None:
            assert all(moment <= step.duration_ms for moment in moments)


@quickly
@given(plans)
def test_a_step_that_changes_its_length_keeps_its_cues_within_it(plan: Plan) -> None:
    for step in compile_plan(plan).steps:
        if step.kind is StepKind.WORK or step.duration_ms is None:
            continue
        for length_ms in (0, step.duration_ms // 2, step.duration_ms, step.duration_ms + 15_000):
            moments = [cue.at_ms for cue in cues_for(step, length_ms)]

            assert moments == sorted(moments)
            assert all(0 <= moment <= length_ms for moment in moments)


@quickly
@given(plans)
def test_the_phases_of_a_tempo_set_follow_each_other_without_a_gap(plan: Plan) -> None:
    for step in compile_plan(plan).steps:
        if not step.spans:
            continue

        assert step.spans[0].start_ms == 0
        assert step.spans[-1].end_ms == step.duration_ms
        assert all(one.end_ms == two.start_ms for one, two in pairwise(step.spans))


@quickly
@given(plans)
def test_steps_and_sets_know_their_place(plan: Plan) -> None:
    timeline = compile_plan(plan)

    assert [step.index for step in timeline.steps] == list(range(len(timeline.steps)))
    assert [one.index for one in timeline.sets] == list(range(len(timeline.sets)))
    assert [step.set_index for step in timeline.steps] == sorted(
        step.set_index for step in timeline.steps
    )


@quickly
@given(plans)
def test_blocks_share_the_steps_among_them(plan: Plan) -> None:
    timeline = compile_plan(plan)

    assert timeline.blocks[0].first_step == 0
    assert timeline.blocks[-1].end_step == len(timeline.steps)
    assert all(one.end_step == two.first_step for one, two in pairwise(timeline.blocks))
    assert all(one.first_step < one.cap_step <= one.end_step for one in timeline.blocks)


@quickly
@given(plans)
def test_durations_add_up_to_the_duration_of_the_session(plan: Plan) -> None:
    timeline = compile_plan(plan)

    placed = schedule(timeline)

    assert placed[0].start_ms == 0
    assert all(one.duration_ms >= 0 for one in placed)
    assert all(one.start_ms + one.duration_ms <= two.start_ms for one, two in pairwise(placed))
    assert totals_of(timeline).duration_ms == placed[-1].start_ms + placed[-1].duration_ms
    if all(block.time_cap_ms is None for block in timeline.blocks):
        assert totals_of(timeline).duration_ms == sum(one.duration_ms for one in placed)


@quickly
@given(plans)
def test_every_set_is_worked_once_a_side(plan: Plan) -> None:
    timeline = compile_plan(plan)

    for one in timeline.sets:
        worked = [
            step.side
            for step in timeline.steps
            if step.kind is StepKind.WORK and step.set_index == one.index
        ]

        assert worked == list(one.plan.sides or (None,))
