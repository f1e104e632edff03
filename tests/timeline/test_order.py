"""In which order sets come, and what rest follows each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from benchside.session.plan.limits import MAX_STEPS, SPARE_ROUNDS
from benchside.session.values.rest import Rest
from benchside.timeline.compile import compile_plan
from benchside.timeline.order import slots_of
from benchside.timeline.steps import StepKind
from benchside.timeline.totals import schedule
from tests.builders import a_block, a_plan, a_set, an_exercise

if TYPE_CHECKING:
    from benchside.session.plan.plan import PlannedBlock


def order(block: PlannedBlock) -> list[tuple[str, int | None, int]]:
    return [
        (slot.planned.exercise, slot.round, slot.rest.ready_ms // 1_000)
        for slot in slots_of(a_plan(block))
    ]


def test_a_circuit_takes_one_set_of_each_exercise_in_turn() -> None:
    block = a_block(
        an_exercise(a_set(5, rest="10s"), name="A"),
        an_exercise(a_set(5, rest="20s"), name="B"),
        rounds=2,
        round_rest="45s",
    )

    assert order(block) == [("A", 1, 10), ("B", 1, 45), ("A", 2, 10), ("B", 2, 20)]


def test_without_a_round_rest_the_rest_of_the_last_exercise_stands() -> None:
    block = a_block(a_set(5, rest="20s"), rounds=2)

    assert order(block) == [("Hip thrust", 1, 20), ("Hip thrust", 2, 20)]


def test_the_sets_of_a_circuit_are_numbered_by_their_rounds() -> None:
    numbers = [
        (slot.planned.number, slot.planned.of)
        for slot in slots_of(a_plan(a_block(a_set(5), rounds=3)))
    ]

    assert numbers == [(1, 3), (2, 3), (3, 3)]


def test_a_circuit_repeats_the_last_set_of_an_exercise_that_has_too_few() -> None:
    block = a_block(an_exercise(a_set(5), a_set(3)), rounds=3)

    reps = [slot.planned.reps.low for slot in slots_of(a_plan(block)) if slot.planned.reps]

    assert reps == [5, 3, 3]


def test_the_same_exercise_may_stand_twice_in_a_circuit() -> None:
    twice = an_exercise(a_set(5, rest="10s"), name="A")

    assert order(a_block(twice, twice, rounds=2, round_rest="45s")) == [
        ("A", 1, 10),
        ("A", 1, 45),
        ("A", 2, 10),
        ("A", 2, 10),
    ]


def test_what_is_left_of_the_minute_is_rest() -> None:
    block = a_block(a_set(time="20s", rest="5s"), a_set(time="10s"), rounds=2, every="60s")

    first_round_end = list(slots_of(a_plan(block)))[1]

    assert first_round_end.rest == Rest(25_000, 25_000)


def test_the_first_round_does_not_wait_for_the_clock_and_the_others_do() -> None:
    block = a_block(a_set(5), a_set(5), rounds=3, every="60s")

    on_clock = [slot.on_clock_ms for slot in slots_of(a_plan(block))]

    assert on_clock == [None, None, 60_000, None, 120_000, None]


def test_rounds_against_a_cap_are_laid_out_as_often_as_they_could_be_begun() -> None:
    at_will = a_block(a_set(1), time_cap="70s")
    both = a_block(a_set(1), a_set(1, sides=("left", "right")), time_cap="70s")
    short = a_block(a_set(time="0.1s"), time_cap="70s")

    assert len(order(at_will)) == 101 + SPARE_ROUNDS
    assert len(order(both)) == 2 * (34 + SPARE_ROUNDS)
    assert len(order(short)) == 701 + SPARE_ROUNDS


def test_rounds_against_a_cap_take_no_more_steps_than_a_session_has() -> None:
    long = a_block(a_set(1), time_cap="2h")
    plan = a_plan(a_block(a_set(5, prepare="5s"), rounds=300), long, long)

    timeline = compile_plan(plan)

    rounds = Counter(one.block for one in timeline.sets)
    assert rounds[0] == 300
    assert rounds[1] == rounds[2] == 2_275
    assert len(timeline.steps) <= MAX_STEPS


def test_a_block_has_room_for_its_estimate_even_where_no_steps_are_left() -> None:
    full = a_block(a_set(1, prepare="5s"), rounds=3_300)
    plan = a_plan(full, a_block(a_set(5), time_cap="10m"))

    assert sum(1 for slot in slots_of(plan) if slot.block == 1) == 60 + SPARE_ROUNDS


def test_sets_against_a_cap_are_numbered_by_the_rounds_that_are_expected() -> None:
    block = a_block(
        an_exercise(a_set(5, rest="20s", prepare="5s"), name="A"),
        an_exercise(a_set(time="30s", rest="10s+"), name="B"),
        time_cap="10m",
        round_rest="15s",
    )
    timeline = compile_plan(a_plan(block))

    begun = [timeline.sets[one.step.set_index].round for one in schedule(timeline)]

    assert timeline.sets[0].plan.of == max(number or 0 for number in begun[:-1]) == 8


def test_sets_that_are_alike_share_their_phases_and_cues() -> None:
    timeline = compile_plan(a_plan(a_block(a_set("max", tempo="3-1-1-0"), time_cap="20m")))

    work = [step for step in timeline.steps if step.kind is StepKind.WORK]

    assert len(work) > 1_000
    assert all(step.spans is work[0].spans and step.cues is work[0].cues for step in work)


def test_every_slot_knows_its_place() -> None:
    plan = a_plan(a_block(a_set(5)), a_block(a_set(5), rounds=2))

    places = [(slot.index, slot.block, slot.round) for slot in slots_of(plan)]

    assert places == [(0, 0, None), (1, 1, 1), (2, 1, 2)]
