"""In which order sets come, what rest follows each, and when rounds come into being."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.session.values.rest import RestWindow
from benchside.timeline.agenda import agenda_of
from benchside.timeline.compile import steps_of
from benchside.timeline.schedule import schedule_of
from benchside.timeline.steps import Work
from tests.builders import a_block, a_plan, a_set, an_agenda, an_exercise

if TYPE_CHECKING:
    from benchside.session.plan.plan import PlannedBlock


def order(block: PlannedBlock) -> list[tuple[str, int | None, int]]:
    return [
        (one.planned.exercise, one.id.round, one.rest.ready_ms // 1_000)
        for one in an_agenda(block).sets
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
        (one.planned.number, one.planned.of) for one in an_agenda(a_block(a_set(5), rounds=3)).sets
    ]

    assert numbers == [(1, 3), (2, 3), (3, 3)]


def test_a_circuit_repeats_the_last_set_of_an_exercise_that_has_too_few() -> None:
    block = a_block(an_exercise(a_set(5), a_set(3)), rounds=3)

    reps = [one.planned.reps.low for one in an_agenda(block).sets if one.planned.reps]

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

    first_round_end = an_agenda(block).sets[1]

    assert first_round_end.rest == RestWindow(25_000, 25_000)


def test_the_first_round_does_not_wait_for_the_clock_and_the_others_do() -> None:
    block = a_block(a_set(5), a_set(5), rounds=3, every="60s")

    on_clock = [one.on_clock_ms for one in an_agenda(block).sets]

    assert on_clock == [None, None, 60_000, None, 120_000, None]


def test_rounds_against_a_cap_come_into_being_when_they_are_reached() -> None:
    agenda = an_agenda(a_block(a_set(1), time_cap="70s"), a_set(5))
    first, second, *_ = agenda.sets

    grown = agenda.reached(second.id)

    assert [one.id.round for one in agenda.sets] == [1, 2, None]
    assert agenda.reached(first.id) == agenda
    assert [one.id.round for one in grown.sets] == [1, 2, 3, None]


def test_sets_against_a_cap_are_numbered_by_the_rounds_that_are_expected() -> None:
    block = a_block(
        an_exercise(a_set(5, rest="20s", prepare="5s"), name="A"),
        an_exercise(a_set(time="30s", rest="10s+"), name="B"),
        time_cap="10m",
        round_rest="15s",
    )
    agenda = agenda_of(a_plan(block))

    begun = [one.step.set.round for one in schedule_of(agenda).steps]

    assert agenda.sets[0].planned.of == max(number or 0 for number in begun) == 8


def test_sets_that_are_alike_share_their_phases() -> None:
    agenda = an_agenda(a_set("max", tempo="3-1-1-0"), a_set("max", tempo="3-1-1-0"))

    one, two = (step for each in agenda.sets for step in steps_of(each) if isinstance(step, Work))

    assert one.spans is two.spans


def test_every_set_knows_its_block_and_its_round() -> None:
    agenda = an_agenda(a_block(a_set(5)), a_block(a_set(5), rounds=2))

    assert [(one.id.block, one.id.round) for one in agenda.sets] == [(0, None), (1, 1), (1, 2)]
