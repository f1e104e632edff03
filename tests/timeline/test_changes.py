"""Changes of mind: what becomes of the sets of a session."""

from __future__ import annotations

import pytest

from benchside.session.read import read
from benchside.session.values.load import format_load, format_mass, parse_load
from benchside.session.values.tempo import StartsWith
from benchside.timeline.agenda import Agenda, agenda_of
from benchside.timeline.changes import (
    AgendaError,
    add_set,
    change_load,
    defer_exercise,
    drop_set,
    swap_exercise,
)
from benchside.timeline.compile import rest_between
from benchside.timeline.set_id import SetId
from tests.builders import a_block, a_set, an_agenda, an_exercise

A1, A2, B1 = SetId(0, 0, 1), SetId(0, 0, 2), SetId(0, 1, 1)

RAMP = """
name = "Heavy"
[[block]]
  [[block.exercise]]
  name = "Barbell hip thrust"
  ramp = ["50% x 5", "80% x 3"]
  sets = 2
  reps = 5
  load = "100 kg"
"""


def names(agenda: Agenda) -> list[str]:
    return [f"{one.planned.exercise} {one.planned.number}/{one.planned.of}" for one in agenda.sets]


def three() -> Agenda:
    return an_agenda(
        a_block(
            an_exercise(a_set(5), a_set(5), name="A"),
            an_exercise(a_set(5), name="B"),
            an_exercise(a_set(5), name="C"),
        )
    )


def loads(agenda: Agenda) -> list[str]:
    return [format_load(one.planned.load) if one.planned.load else "" for one in agenda.sets]


def test_an_exercise_that_is_done_later_comes_after_the_next_one() -> None:
    assert names(defer_exercise(three(), A1, fixed=())) == ["B 1/1", "A 1/2", "A 2/2", "C 1/1"]


def test_what_is_done_of_an_exercise_stays_where_it_is() -> None:
    assert names(defer_exercise(three(), A1, fixed={A1})) == ["A 1/2", "B 1/1", "A 2/2", "C 1/1"]


def test_an_exercise_may_be_put_off_twice() -> None:
    once = defer_exercise(three(), A1, fixed=())

    assert names(defer_exercise(once, A1, fixed={B1})) == ["B 1/1", "C 1/1", "A 1/2", "A 2/2"]


def test_an_exercise_is_put_behind_the_whole_of_a_circuit() -> None:
    circuit = a_block(an_exercise(a_set(5), name="B"), an_exercise(a_set(5), name="C"), rounds=2)
    agenda = an_agenda(a_block(an_exercise(a_set(5), name="A")), circuit)

    assert names(defer_exercise(agenda, A1, fixed=())) == [
        "B 1/2",
        "C 1/2",
        "B 2/2",
        "C 2/2",
        "A 1/1",
    ]


def test_the_last_exercise_cannot_be_done_later() -> None:
    with pytest.raises(AgendaError, match="no other exercise comes after it"):
        defer_exercise(three(), SetId(0, 2, 1), fixed=())


def test_in_rounds_an_exercise_goes_to_the_end_of_its_round_and_the_clock_stays() -> None:
    block = a_block(
        an_exercise(a_set(5, rest="5s"), name="A"),
        an_exercise(a_set(5, rest="7s"), name="B"),
        rounds=2,
        every="60s",
    )
    agenda = an_agenda(block)

    moved = defer_exercise(agenda, SetId(0, 0, 2, 2), fixed=())

    assert names(moved) == ["A 1/2", "B 1/2", "B 2/2", "A 2/2"]
    assert [one.on_clock_ms for one in moved.sets] == [None, None, 60_000, None]
    assert [one.rest.ready_ms for one in moved.sets[2:]] == [7_000, 5_000]


def test_one_more_set_is_like_the_last_one_and_counted_with_the_others() -> None:
    assert names(add_set(three(), A1)) == ["A 1/3", "A 2/3", "A 3/3", "B 1/1", "C 1/1"]


def test_in_rounds_one_more_is_a_whole_round() -> None:
    block = a_block(
        an_exercise(a_set(5, rest="5s"), name="A"),
        an_exercise(a_set(5, rest="7s"), name="B"),
        rounds=1,
        round_rest="45s",
    )

    more = add_set(an_agenda(block), SetId(0, 0, 1, 1))

    assert names(more) == ["A 1/2", "B 1/2", "A 2/2", "B 2/2"]
    assert [one.rest.ready_ms for one in more.sets] == [5_000, 45_000, 5_000, 7_000]


def test_rounds_against_the_clock_need_no_more() -> None:
    agenda = an_agenda(a_block(a_set(5), time_cap="5m"))

    with pytest.raises(AgendaError, match="until the time is over"):
        add_set(agenda, agenda.sets[0].id)


def test_a_set_that_is_left_out_is_not_counted_any_more() -> None:
    assert names(drop_set(three(), A1, fixed=())) == ["A 1/1", "B 1/1", "C 1/1"]


def test_a_set_that_is_over_cannot_be_left_out() -> None:
    with pytest.raises(AgendaError, match="over or going on"):
        drop_set(three(), A1, fixed={A1})


def test_the_only_set_of_a_session_stays() -> None:
    with pytest.raises(AgendaError, match="the only set"):
        drop_set(an_agenda(a_set(5)), A1, fixed=())


def test_the_names_of_the_other_sets_stay_whatever_is_changed() -> None:
    before = {one.id for one in three().sets}

    assert {one.id for one in add_set(three(), A1).sets} >= before
    assert {one.id for one in drop_set(three(), A1, fixed=()).sets} == before - {A1}
    assert {one.id for one in defer_exercise(three(), A1, fixed=()).sets} == before


def heavy() -> Agenda:
    plan = read(RAMP, file="heavy.toml").plan
    assert plan is not None
    return agenda_of(plan)


def test_another_load_is_for_one_set_or_for_all_that_are_left() -> None:
    first = heavy().sets[2].id

    one = change_load(heavy(), first, parse_load("105 kg"), all_left=False, done=())
    every = change_load(heavy(), first, parse_load("105 kg"), all_left=True, done=())

    assert loads(one)[2:] == ["105 kg", "100 kg"]
    assert loads(every)[2:] == ["105 kg", "105 kg"]
    plates = every.sets[3].planned.plates
    assert [format_mass(plate) for plate in plates] == ["25 kg", "15 kg", "2.5 kg"]


def test_ramp_sets_that_are_left_follow_the_load_they_lead_up_to() -> None:
    agenda = heavy()
    first_ramp, _, working, _ = (one.id for one in agenda.sets)

    changed = change_load(agenda, working, parse_load("120 kg"), all_left=True, done={first_ramp})

    assert loads(changed) == ["50 kg", "95 kg", "120 kg", "120 kg"]


def test_a_set_that_is_over_keeps_its_load() -> None:
    first = heavy().sets[0].id

    with pytest.raises(AgendaError, match="over"):
        change_load(heavy(), first, parse_load("60 kg"), all_left=False, done={first})


def test_another_exercise_takes_what_is_left_of_one_and_nobody_knows_its_load() -> None:
    agenda = heavy()
    done = {one.id for one in agenda.sets[:3]}

    swapped = swap_exercise(
        agenda,
        agenda.sets[3].id,
        "Dumbbell hip thrust",
        starts_with=StartsWith.CONCENTRIC,
        cues=("Chin tucked",),
        fixed=done,
    )

    assert [one.planned.exercise for one in swapped.sets] == [
        *["Barbell hip thrust"] * 3,
        "Dumbbell hip thrust",
    ]
    assert loads(swapped) == ["50 kg", "80 kg", "100 kg", ""]
    assert swapped.sets[3].planned.plates == ()


def test_a_rest_before_a_set_of_another_block_does_not_wait_for_its_clock() -> None:
    emom = a_block(a_set(5, prepare="5s"), rounds=2, every="60s")
    agenda = an_agenda(a_set(5, rest="20s"), emom)

    rest = rest_between(agenda.sets[0], agenda.sets[2])

    assert rest is not None
    assert (rest.on_clock_ms, rest.duration_ms) == (None, 15_000)
