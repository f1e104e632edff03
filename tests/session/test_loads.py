"""Loads that can be loaded: plates, ramps, percents, pounds and kilograms."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from benchside.session.athlete.athlete import (
    DEFAULT_ATHLETE,
    Athlete,
    plates_per_side,
    read_athlete,
    round_down,
)
from benchside.session.read import Options, read
from benchside.session.values.load import Mass, Unit, format_load, format_mass, parse_mass
from benchside.session.values.reps import format_reps
from benchside.session.values.rest import format_rest
from benchside.session.values.vocabulary import SetType

if TYPE_CHECKING:
    from benchside.session.plan.plan import PlannedSet


def athlete(text: str) -> Athlete:
    read_one = read_athlete(text, file="anna.toml")
    assert isinstance(read_one, Athlete), "\n".join(map(str, read_one))
    return read_one


def sets_of(
    keys: str, name: str = "Barbell hip thrust", lifter: Athlete = DEFAULT_ATHLETE
) -> tuple[PlannedSet, ...]:
    text = f'name = "A"\n[[block]]\n[[block.exercise]]\nname = "{name}"\nreps = 5\n{keys}\n'
    reading = read(text, file="a.toml", options=Options(athlete=lifter))
    assert reading.plan is not None, "\n".join(map(str, reading.problems))
    return reading.plan.blocks[0].exercises[0].sets


def loads(sets: tuple[PlannedSet, ...]) -> list[str]:
    return [format_load(one.load) if one.load else "" for one in sets]


@pytest.mark.parametrize(
    ("written", "plates"),
    [
        ("20 kg", ""),
        ("60 kg", "20 kg"),
        ("100 kg", "25 kg + 15 kg"),
        ("142.5 kg", "25 kg + 25 kg + 10 kg + 1.25 kg"),
        ("225 lb", "45 lb + 45 lb"),
    ],
)
def test_a_load_on_a_bar_is_shown_with_its_plates(written: str, plates: str) -> None:
    (one,) = sets_of(f'load = "{written}"')

    assert " + ".join(map(format_mass, one.plates)) == plates
    assert loads((one,)) == [written]
    assert one.load_note == ""


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ("101 kg", "101 kg cannot be loaded, the nearest below is 100 kg"),
        ("15 kg", "15 kg is less than the bar of 20 kg"),
        ("9000 kg", "9000 kg cannot be loaded, the nearest below is 1020 kg"),
    ],
)
def test_what_cannot_be_loaded_is_said_and_not_changed(written: str, note: str) -> None:
    (one,) = sets_of(f'load = "{written}"')

    assert loads((one,)) == [written]
    assert (one.plates, one.load_note) == ((), note)


def test_only_lifts_with_a_bar_have_plates() -> None:
    assert sets_of('load = "100 kg"', "Leg press")[0].plates == ()
    assert sets_of('load = "2 x 24 kg"')[0].plates == ()
    assert sets_of('load = "band"')[0].plates == ()


def test_ramp_loads_are_rounded_down_to_what_can_be_loaded() -> None:
    sets = sets_of('load = "92.5 kg"\nramp = ["50% x 8", "70% x 5", "85% x 2"]\nsets = 2')

    assert loads(sets) == ["45 kg", "62.5 kg", "77.5 kg", "92.5 kg", "92.5 kg"]
    assert [one.is_ramp for one in sets] == [True, True, True, False, False]
    assert [(one.number, one.of) for one in sets] == [(1, 3), (2, 3), (3, 3), (1, 2), (2, 2)]
    assert [one.type for one in sets[:3]] == [SetType.WARM_UP] * 3
    assert [format_reps(one.reps) for one in sets if one.reps] == ["8", "5", "2", "5", "5"]


def test_the_rest_between_ramp_sets_is_short_and_the_last_gets_the_working_rest() -> None:
    ramp = 'load = "100 kg"\nrest = "4m"\nramp = ["50% x 8", "70% x 5"]'

    assert [format_rest(one.rest) for one in sets_of(ramp)] == ["1m", "4m", "4m"]
    assert [format_rest(one.rest) for one in sets_of(ramp + '\nramp_rest = "30s"')] == [
        "30s",
        "4m",
        "4m",
    ]


def test_ramp_sets_that_come_out_alike_are_done_once() -> None:
    sets = sets_of('load = "25 kg"\nramp = ["40% x 8", "60% x 5", "90% x 2"]')

    assert loads(sets) == ["20 kg", "22.5 kg", "25 kg"]


def test_a_ramp_never_reaches_the_working_load() -> None:
    assert loads(sets_of('load = "20 kg"\nramp = ["50% x 8", "90% x 2"]')) == ["20 kg"]


def test_a_ramp_leads_up_to_the_first_working_set() -> None:
    sets = sets_of(
        'ramp = ["50% x 5"]\n'
        'sets = [{ load = "40 kg", type = "warm-up" }, { load = "100 kg" }, { load = "80 kg" }]'
    )

    assert loads(sets)[0] == "50 kg"


def test_a_pair_is_rounded_down_to_dumbbells_and_a_machine_to_its_pins() -> None:
    assert (
        loads(sets_of('load = "2 x 24 kg"\nramp = ["70% x 5"]', "Goblet squat"))[0] == "2 x 16 kg"
    )
    assert loads(sets_of('load = "90 kg"\nramp = ["70% x 5"]', "Leg press"))[0] == "62.5 kg"


@pytest.mark.parametrize("load", ['load = "band"', 'load = "bodyweight"', ""])
def test_a_ramp_needs_a_weight_to_lead_up_to(load: str) -> None:
    exercise = f'name = "Row"\nreps = 5\n{load}\nramp = ["50% x 5"]\n'
    text = f'name = "A"\n[[block]]\n[[block.exercise]]\n{exercise}'

    (problem,) = read(text, file="a.toml").problems

    assert problem.message == "ramp has no weight to lead up to"


def test_a_ramp_of_the_defaults_is_passed_over_where_it_has_no_weight() -> None:
    text = (
        'name = "A"\n[defaults]\nramp = ["50% x 5"]\n[[block]]\n'
        '[[block.exercise]]\nname = "Plank"\ntime = "45s"\n'
    )

    plan = read(text, file="a.toml").plan

    assert plan
    assert len(plan.blocks[0].exercises[0].sets) == 1


ANNA = athlete('name = "Anna"\n[training_max]\n"barbell hip thrust" = "141 kg"\nSled = "100 kg"\n')


def test_a_percentage_is_a_part_of_the_training_max_that_can_be_loaded() -> None:
    (one,) = sets_of('load = "80%"', lifter=ANNA)

    assert loads((one,)) == ["112.5 kg"]
    assert one.plates == (parse_mass("25 kg"), parse_mass("20 kg"), parse_mass("1.25 kg"))


def test_a_ramp_of_a_percentage_is_in_percent_of_the_working_load() -> None:
    assert loads(sets_of('load = "80%"\nramp = ["50% x 5"]', lifter=ANNA)) == ["55 kg", "112.5 kg"]


def test_a_percentage_without_a_training_max_stays_one_and_says_so() -> None:
    (one,) = sets_of('load = "80%"')

    assert loads((one,)) == ["80%"]
    assert one.load_note == "no training max of Barbell hip thrust is known"
    assert loads(sets_of('load = "80%"\nramp = ["50% x 5"]'))[0] == "40%"


def test_a_percentage_below_the_bar_is_the_bar_and_says_so() -> None:
    (one,) = sets_of('load = "10%"', lifter=ANNA)

    assert loads((one,)) == ["20 kg"]
    assert one.load_note == "10% is 14.1 kg, less than the bar"


GARAGE = athlete('bar = "15 kg"\nplates = ["4 x 10 kg", "2 x 7.5 kg", "2 x 2.5 kg"]\n')


@pytest.mark.parametrize(
    ("wanted", "loaded", "plates"),
    [
        ("100 kg", "75 kg", ["10 kg", "10 kg", "7.5 kg", "2.5 kg"]),
        ("50 kg", "50 kg", ["10 kg", "7.5 kg"]),
        ("49 kg", "40 kg", ["10 kg", "2.5 kg"]),
        ("10 kg", "15 kg", []),
    ],
)
def test_only_plates_that_are_owned_are_loaded(wanted: str, loaded: str, plates: list[str]) -> None:
    mass = round_down(parse_mass(wanted), GARAGE)
    on_side = plates_per_side(mass, GARAGE)

    assert format_mass(mass) == loaded
    assert on_side is not None
    assert [format_mass(plate) for plate in on_side] == plates


def test_pounds_are_loaded_with_pounds_and_exact() -> None:
    lifter = athlete('unit = "lb"\n[training_max]\n"Barbell hip thrust" = "315 lb"\n')
    (one,) = sets_of('load = "80%"', lifter=lifter)

    assert loads((one,)) == ["250 lb"]
    assert one.plates == (
        parse_mass("45 lb"),
        parse_mass("45 lb"),
        parse_mass("10 lb"),
        parse_mass("2.5 lb"),
    )
    assert round_down(Mass(Decimal(101), Unit.KG), lifter) == Mass(Decimal(100), Unit.KG)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('nme = "Anna"', '1:1: unknown key "nme"; did you mean "name"?'),
        ("bar = 20", "1:7: bar 20 is not a weight"),
        ('bar = "45 lb"', "1:7: bar 45 lb is not in kg, the unit here"),
        ('plates = [\n "3 x 10 kg",\n]', '2:2: plates "3 x 10 kg" is not the same on both sides'),
        ('[training_max]\nRow = "80%"', '2:7: Row "80%" is not a weight'),
        ("[training_max", "1:14: not valid TOML: expected ']' at the end of a table declaration"),
    ],
)
def test_a_wrong_athlete_file_is_told_where(text: str, message: str) -> None:
    problems = read_athlete(text, file="anna.toml")

    assert isinstance(problems, tuple)
    assert [str(problem).splitlines()[0] for problem in problems] == [f"anna.toml:{message}"]
