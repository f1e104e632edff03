"""Loads from today's heaviest set: what they are measured from, and what they come to."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from benchside.session.athlete.athlete import DEFAULT_ATHLETE, Athlete, read_athlete
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.session.plan.relative_loads import HeaviestSets, with_load_from
from benchside.session.read import Options
from benchside.session.values.load import (
    Bodyweight,
    Label,
    Load,
    Mass,
    Percent,
    Unit,
    Weight,
    format_load,
    parse_load,
)
from benchside.session.values.relative_load import RelativeLoad, parse_written_load
from tests.session.told import exercises_of, hints_of, plan_of, problems_of, sets_of


def loads_of(*written: str, name: str = "Barbell row", options: Options | None = None) -> list[str]:
    """What sets with these loads come to, one after the other."""
    listed = ", ".join(f'{{ reps = 5, load = "{load}" }}' for load in written)
    text = f'[[block]]\n[[block.exercise]]\nname = "{name}"\nsets = [{listed}]\n'
    sets = exercises_of(text, options=options or Options())[name].sets
    return [format_load(one.load) if one.load else one.load_note for one in sets]


def athlete(text: str) -> Athlete:
    read_one = read_athlete(text, file="anna.toml")
    assert isinstance(read_one, Athlete), "\n".join(map(str, read_one))
    return read_one


@pytest.mark.parametrize(
    ("written", "loads"),
    [
        (("100 kg", "-10%", "-20%"), ["100 kg", "90 kg", "80 kg"]),
        (("80 kg", "100 kg", "90 kg", "-10%"), ["80 kg", "100 kg", "90 kg", "90 kg"]),
        (("100 kg", "-10%", "105 kg", "-10%"), ["100 kg", "90 kg", "105 kg", "92.5 kg"]),
        (("-10%", "100 kg"), ["90 kg", "100 kg"]),
        (("100 kg", "+5%", "+5%"), ["100 kg", "105 kg", "105 kg"]),
        (("100 kg", "+5%", "-10%"), ["100 kg", "105 kg", "92.5 kg"]),
        (("100 kg", "-20 kg"), ["100 kg", "80 kg"]),
        (("band", "100 kg", "-10%"), ["band", "100 kg", "90 kg"]),
    ],
)
def test_a_change_goes_from_the_heaviest_set_before_it(
    written: tuple[str, ...], loads: list[str]
) -> None:
    assert loads_of(*written) == loads


@pytest.mark.parametrize(
    ("name", "written", "loads"),
    [
        ("Barbell row", ("102.5 kg", "-10%"), ["102.5 kg", "90 kg"]),
        ("Barbell row", ("225 lb", "-10%"), ["225 lb", "200 lb"]),
        ("Barbell row", ("225 lb", "-20 kg"), ["225 lb", "180 lb"]),
        ("Barbell row", ("100 kg", "-95%"), ["100 kg", "20 kg"]),
        ("Dumbbell row", ("2 x 24 kg", "-10%"), ["2 x 24 kg", "2 x 20 kg"]),
        ("Dumbbell row", ("2 x 24 kg", "-4 kg"), ["2 x 24 kg", "2 x 20 kg"]),
        ("Leg press", ("101 kg", "-10%"), ["101 kg", "90 kg"]),
        ("Leg press", ("10 kg", "-20 kg"), ["10 kg", "nothing is left of it"]),
        ("Pull-up", ("bodyweight", "-20 kg"), ["bodyweight", "bodyweight - 20 kg"]),
        ("Pull-up", ("bw + 10 kg", "-10 kg"), ["bodyweight + 10 kg", "bodyweight"]),
        ("Pull-up", ("bw - 20 kg", "+5 kg"), ["bodyweight - 20 kg", "bodyweight - 15 kg"]),
        ("Pull-up", ("bw - 20 kg", "-1 kg"), ["bodyweight - 20 kg", "bodyweight - 22.5 kg"]),
        ("Back squat", ("80%", "-10%"), ["80%", "72%"]),
        ("Back squat", ("80%", "-20 kg"), ["80%", "no training max of Back squat is known"]),
    ],
)
def test_a_change_is_rounded_down_to_what_can_be_loaded(
    name: str, written: tuple[str, ...], loads: list[str]
) -> None:
    assert loads_of(*written, name=name) == loads


def test_a_change_of_less_than_the_bar_says_so() -> None:
    (_, one) = sets_of('sets = ["100 kg x 5", "-95% x 5"]', name="Barbell row")

    assert one.load_note == "-95% is 5 kg, less than the bar"


def test_a_change_of_percents_goes_from_what_they_come_to() -> None:
    anna = athlete('name = "Anna"\n[training_max]\n"Barbell row" = "100 kg"\n')

    assert loads_of("85%", "-10%", options=Options(athlete=anna)) == ["85 kg", "75 kg"]


def test_a_change_goes_from_the_sets_of_earlier_blocks_and_other_spellings() -> None:
    plan = plan_of(
        '[[block]]\n[[block.exercise]]\nname = "Back squat"\nreps = 3\nload = "100 kg"\n'
        '[[block]]\n[[block.exercise]]\nname = "Back Squats"\nsets = 3\nreps = 8\nload = "-20%"\n'
    )

    sets = plan.blocks[1].exercises[0].sets

    assert [format_load(one.load) for one in sets if one.load] == ["80 kg"] * 3


def test_ramp_sets_are_no_heaviest_sets_and_lead_up_to_a_load_that_is_a_change() -> None:
    plan = plan_of(
        '[[block]]\n[[block.exercise]]\nname = "Barbell row"\nreps = 3\nload = "100 kg"\n'
        'ramp = ["50% x 5"]\n'
        '[[block]]\n[[block.exercise]]\nname = "Barbell row"\nreps = 8\nload = "-20%"\n'
        'ramp = ["50% x 5"]\n'
    )

    sets = plan.blocks[1].exercises[0].sets

    assert [format_load(one.load) for one in sets if one.load] == ["40 kg", "80 kg"]
    assert sets[0].relative is None


@pytest.mark.parametrize(
    ("keys", "problem", "hint"),
    [
        (
            'reps = 5\nload = "-10%"',
            '5:8: load "-10%" has no set to go from',
            'write a load in kg or lb before, such as "100 kg"',
        ),
        (
            'sets = [{ reps = 5, load = "band" }, { reps = 5, load = "-5 kg" }]',
            '4:57: load "-5 kg" has no set to go from',
            'write "bodyweight - 5 kg", or a load in kg or lb before, such as "100 kg"',
        ),
        (
            'sets = ["bodyweight x 5", "-10% x 5"]',
            '4:27: load "-10%" is a part of a body\'s weight',
            'write a change such as "-5 kg"',
        ),
    ],
)
def test_a_change_that_there_is_nothing_to_go_from_is_a_problem(
    keys: str, problem: str, hint: str
) -> None:
    text = f'[[block]]\n[[block.exercise]]\n{keys}\nname = "Row"\n'

    assert problems_of(text) == [problem]
    assert hints_of(text) == [hint]


def test_a_change_is_no_problem_where_the_set_it_goes_from_is_wrong_otherwise() -> None:
    text = (
        '[[block]]\n[[block.exercise]]\nname = "Row"\nreps = "5-x"\nload = "100 kg"\n'
        '[[block]]\n[[block.exercise]]\nname = "Row"\nreps = 5\nload = "-10%"\n'
    )

    assert problems_of(text) == ['5:8: reps "5-x" is not a rep target']


def test_a_load_that_changes_today_is_measured_anew() -> None:
    back_off = sets_of('sets = ["100 kg x 5", "-10% x 8"]', name="Barbell row")[1]

    changed = with_load_from(
        back_off, parse_load("110 kg"), athlete=DEFAULT_ATHLETE, catalogue=SHIPPED_CATALOGUE
    )

    assert format_load(changed.load or Label("")) == "97.5 kg"
    assert changed.plates
    assert changed.relative == back_off.relative


MASSES = st.builds(Mass, st.integers(1, 300).map(Decimal), st.sampled_from([Unit.KG, Unit.LB]))
LOADS: st.SearchStrategy[Load] = (
    st.builds(Weight, MASSES, st.integers(1, 2))
    | st.builds(Bodyweight, st.none() | MASSES)
    | st.builds(Percent, st.integers(1, 200).map(Decimal))
    | st.just(Label("band"))
)
CHANGES = st.sampled_from(["-10%", "+5%", "-20 kg"]).map(parse_written_load)


def rank(load: Load) -> tuple[int, Decimal]:
    match load:
        case Weight(each, count):
            return 2, each.kg * count
        case Bodyweight(plus):
            return 1, plus.kg if plus else Decimal(0)
        case Percent(percent):
            return 0, percent
        case Label():
            return -1, Decimal(0)


@given(st.lists(st.tuples(LOADS, st.none() | CHANGES), max_size=12), CHANGES)
def test_the_heaviest_set_is_that_of_all_sets_which_do_not_ask_for_the_same(
    done: list[tuple[Load, object]], wanted: object
) -> None:
    assert isinstance(wanted, RelativeLoad)
    heaviest = HeaviestSets()
    for load, change in done:
        heaviest.add(load, change if isinstance(change, RelativeLoad) else None)

    found = heaviest.basis_of(wanted)

    others = [load for load, change in done if change != wanted and not isinstance(load, Label)]
    assert (found is None) == (not others)
    assert found is None or rank(found) == max(map(rank, others))
