"""What a session means: every row of the contract's tables of sets and blocks, as a plan."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from benchside.session.read import Options, read
from benchside.session.values.load import format_load
from benchside.session.values.reps import format_reps
from benchside.session.values.rest import RestWindow, format_rest
from benchside.session.values.tempo import StartsWith, format_tempo
from benchside.session.values.units import format_duration
from benchside.session.values.vocabulary import BlockKind, SetType

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan, PlannedBlock, PlannedSet


def plan_of(text: str, options: Options | None = None) -> Plan:
    reading = read(f'name = "A"\n{text}', file="a.toml", options=options or Options())
    assert reading.plan is not None, "\n".join(map(str, reading.problems))
    return reading.plan


def block_of(
    keys: str, exercises: str = '[[block.exercise]]\nname = "Row"\nreps = 5\n'
) -> PlannedBlock:
    return plan_of(f"[[block]]\n{keys}\n{exercises}").blocks[0]


def sets_of(keys: str, name: str = "Sled push", above: str = "") -> tuple[PlannedSet, ...]:
    plan = plan_of(f'{above}\n[[block]]\n[[block.exercise]]\nname = "{name}"\n{keys}\n')
    return plan.blocks[0].exercises[0].sets


def asked(planned: PlannedSet) -> str:
    """What a set asks for, in one line."""
    parts = (
        planned.reps and format_reps(planned.reps),
        planned.time_ms and format_duration(planned.time_ms),
        planned.tempo and format_tempo(planned.tempo),
        planned.load and format_load(planned.load),
    )
    return " ".join(part for part in parts if part)


def messages(keys: str, above: str = "[[block]]") -> list[str]:
    text = f'name = "A"\n{above}\n[[block.exercise]]\nname = "Row"\n{keys}\n'
    return [problem.message for problem in read(text, file="a.toml").problems]


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        ('reps = 8\ntempo = "31X0"', "8 3-1-X-0"),
        ("reps = 8", "8"),
        ('time = "45s"', "45s"),
        ('time = "45s"\nreps = "max"', "max 45s"),
        ('reps = "5-8"', "5-8"),
        ('reps = "8+"', "8+"),
        ('reps = "max"', "max"),
    ],
)
def test_a_set_asks_for_one_of_four_things(keys: str, what: str) -> None:
    assert asked(sets_of(keys)[0]) == what


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("", 'missing key "reps" or "time"'),
        ('tempo = "31X0"', 'missing key "reps" or "time"'),
        ('time = "45s"\nreps = 8', "reps excludes time"),
        ('time = "45s"\nreps = "8+"', "reps excludes time"),
        ('time = "45s"\ntempo = "31X0"', "tempo excludes time"),
        ('time = "0s"', 'time "0s" lasts no time'),
        ("reps = 5\nsets = []", "sets is empty"),
        ('reps = 5\nsides = ["left", "left"]', "sides has a side twice"),
        (
            'reps = 5\nsides = ["1","2","3","4","5","6","7","8","9","10","11"]',
            "sides has more than 10",
        ),
    ],
)
def test_a_set_that_asks_for_anything_else_is_a_problem(keys: str, message: str) -> None:
    assert messages(keys) == [message]


def test_sets_that_differ_take_over_what_they_do_not_say() -> None:
    sets = sets_of(
        'load = "100 kg"\ntempo = "2-0-1-0"\nrest = "3m"\n'
        'sets = [{ reps = 5 }, { reps = 5, load = "105 kg", rest = "4m" },'
        ' { reps = "8+", load = "80 kg", type = "back-off" }, { time = "30s" }]'
    )

    assert [asked(one) for one in sets] == [
        "5 2-0-1-0 100 kg",
        "5 2-0-1-0 105 kg",
        "8+ 2-0-1-0 80 kg",
        "30s 100 kg",
    ]
    assert [format_rest(one.rest) for one in sets] == ["3m", "4m", "3m", "3m"]
    assert [one.type for one in sets] == [
        SetType.WORKING,
        SetType.WORKING,
        SetType.BACK_OFF,
        SetType.WORKING,
    ]
    assert [(one.number, one.of) for one in sets] == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize("where", ["[defaults]\n{}\n[[block]]\n", "[[block]]\n{}\n"])
def test_sets_that_differ_may_stand_in_the_block_or_in_the_defaults(where: str) -> None:
    listed = "sets = [{ reps = 5 }, { reps = 8, load = '80 kg' }, { time = '30s' }]"

    plan = plan_of(where.format(listed) + '[[block.exercise]]\nname = "A"\nload = "100 kg"\n')

    sets = plan.blocks[0].exercises[0].sets

    assert [asked(one) for one in sets] == ["5 100 kg", "8 80 kg", "30s 100 kg"]
    assert [(one.number, one.of) for one in sets] == [(1, 3), (2, 3), (3, 3)]


def test_the_nearest_list_of_sets_wins() -> None:
    plan = plan_of(
        "[defaults]\nsets = [{ reps = 1 }]\n"
        "[[block]]\nsets = [{ reps = 5 }, { reps = 3 }]\n"
        '[[block.exercise]]\nname = "A"\n'
        '[[block.exercise]]\nname = "B"\nsets = [{ reps = 8 }]\n'
        '[[block.exercise]]\nname = "C"\nsets = 2\nreps = 10\n'
        '[[block]]\n[[block.exercise]]\nname = "D"\n'
    )

    sets = {e.name: [asked(one) for one in e.sets] for b in plan.blocks for e in b.exercises}

    assert sets == {"A": ["5", "3"], "B": ["8"], "C": ["10", "10"], "D": ["1"]}


def test_sets_of_the_defaults_say_nothing_of_rounds() -> None:
    above = "[defaults]\nsets = [{ reps = 5 }]\n[[block]]\nrounds = 2\n"

    assert messages("", above=above) == ['missing key "reps" or "time"']
    assert messages("reps = 8", above=above) == []


def test_what_is_wrong_with_a_set_of_the_block_is_told_once() -> None:
    block = '[[block]]\nsets = [{ time = "30s", tempo = "31X0" }]\n[[block.exercise]]\nname = "B"\n'

    assert messages("", above=block) == ["tempo excludes time"]
    assert messages("", above="[[block]]\nsets = [{ load = 'band' }]") == [
        'missing key "reps" or "time"'
    ]


def test_the_nearest_level_wins() -> None:
    plan = plan_of(
        '[defaults]\nload = "band"\nrpe = 6\nreps = 20\nprepare = "3s"\n'
        "[[block]]\nrpe = 7\nreps = 15\n"
        '[[block.exercise]]\nname = "A"\nreps = 10\nsets = [{ reps = 5 }, {}]\n'
        '[[block.exercise]]\nname = "B"\n'
        '[[block]]\n[[block.exercise]]\nname = "C"\n'
    )
    sets = [one for block in plan.blocks for e in block.exercises for one in e.sets]

    assert [asked(one) for one in sets] == ["5 band", "10 band", "15 band", "20 band"]
    assert [one.rpe for one in sets] == [Decimal(7), Decimal(7), Decimal(7), Decimal(6)]
    assert {one.prepare_ms for one in sets} == {3_000}


def test_the_nearest_level_that_says_so_decides_between_reps_and_time() -> None:
    timed = sets_of('time = "45s"', above="[defaults]\nreps = 8\ntempo = '31X0'")
    counted = sets_of("reps = 8", above="[defaults]\ntime = '45s'")

    assert asked(timed[0]) == "45s"
    assert asked(counted[0]) == "8"


def test_a_tempo_nearer_than_the_time_is_a_problem() -> None:
    assert messages('tempo = "31X0"', above="[defaults]\ntime = '45s'\n[[block]]") == [
        "tempo needs reps, but the set asks for a time"
    ]


def test_no_rest_is_a_rest_that_is_said() -> None:
    assert sets_of("reps = 5\nrest = 0", above="[defaults]\nrest = '3m'")[0].rest == RestWindow(
        0, 0
    )
    assert sets_of("reps = 5\nprepare = 0\nsets = 2")[1].prepare_ms == 0


@pytest.mark.parametrize(
    ("goal", "kind", "rest"),
    [
        ("strength", "main", "3m"),
        ("strength", "warm-up", "45s"),
        ("hypertrophy", "main", "1m30s"),
        ("activation", "accessory", "45s"),
        ("conditioning", "main", "1m30s"),
        ("mobility", "cool-down", "1m30s"),
    ],
)
def test_an_unsaid_rest_comes_from_the_goal_and_the_kind(goal: str, kind: str, rest: str) -> None:
    plan = plan_of(
        f'goal = "{goal}"\n[[block]]\nkind = "{kind}"\n[[block.exercise]]\nname = "A"\nreps = 5\n'
    )

    assert format_rest(plan.blocks[0].exercises[0].sets[0].rest) == rest


def test_sides_are_one_set_with_a_switch_between_them() -> None:
    (one,) = sets_of('reps = 8\nsides = ["left", "right"]')
    (without,) = sets_of("reps = 8")

    assert (one.sides, one.switch_ms, one.of) == (("left", "right"), 10_000, 1)
    assert (without.sides, without.switch_ms) == ((), 0)


@pytest.mark.parametrize(
    ("name", "keys", "starts_with"),
    [
        ("Barbell hip thrust", "", StartsWith.CONCENTRIC),
        ("Glute bridge", "", StartsWith.CONCENTRIC),
        ("Deadlift", "", StartsWith.CONCENTRIC),
        ("Pull-up", "", StartsWith.CONCENTRIC),
        ("Back squat", "", StartsWith.ECCENTRIC),
        ("Bench press", "", StartsWith.ECCENTRIC),
        ("My own lift", "", StartsWith.ECCENTRIC),
        ("Back squat", 'starts_with = "concentric"', StartsWith.CONCENTRIC),
    ],
)
def test_a_rep_begins_with_the_phase_of_its_lift(
    name: str, keys: str, starts_with: StartsWith
) -> None:
    assert sets_of(f"reps = 5\n{keys}", name)[0].starts_with is starts_with


def test_the_catalogue_gives_the_cues_that_a_file_leaves_out() -> None:
    assert sets_of("reps = 5", "Barbell hip thrust")[0].cues
    assert sets_of('reps = 5\ncues = ["Up"]', "Barbell hip thrust")[0].cues == ("Up",)
    assert sets_of("reps = 5\ncues = []", "Barbell hip thrust")[0].cues == ()


def test_straight_sets_come_one_exercise_after_the_other() -> None:
    block = block_of("sets = 3")

    assert (block.rounds, block.every_ms, block.time_cap_ms) == (None, None, None)
    assert [one.number for one in block.exercises[0].sets] == [1, 2, 3]


TWO = '[[block.exercise]]\nname = "A"\nreps = 5\n[[block.exercise]]\nname = "B"\nreps = 5\n'


def test_rounds_make_a_circuit_without_rest_within_a_round() -> None:
    block = block_of('rounds = 3\nround_rest = "45s"', TWO)

    assert (block.rounds, block.round_rest_ms) == (3, 45_000)
    assert [len(exercise.sets) for exercise in block.exercises] == [1, 1]
    assert [format_rest(exercise.sets[0].rest) for exercise in block.exercises] == ["0s", "1m30s"]


def test_every_makes_an_emom() -> None:
    block = block_of('rounds = 10\nevery = "1m"')

    assert (block.rounds, block.every_ms) == (10, 60_000)


def test_a_time_cap_makes_an_amrap_without_rest() -> None:
    block = block_of('time_cap = "10m"', TWO)
    with_rest = block_of('time_cap = "10m"\nround_rest = "30s"', TWO)

    assert (block.rounds, block.time_cap_ms, block.round_rest_ms) == (None, 600_000, 0)
    assert with_rest.round_rest_ms == 30_000


def test_a_tabata_is_a_circuit() -> None:
    block = block_of("rounds = 8", '[[block.exercise]]\nname = "Row"\ntime = "20s"\nrest = "10s"\n')

    assert block.rounds == 8
    assert asked(block.exercises[0].sets[0]) == "20s"
    assert block.exercises[0].sets[0].rest == RestWindow(10_000, 10_000)


def test_a_block_without_a_name_is_called_by_its_kind() -> None:
    assert block_of("").name == "Main"
    assert block_of("").kind is BlockKind.MAIN
    assert block_of('kind = "warm-up"').name == "Warm-up"


@pytest.mark.parametrize(
    ("block", "keys", "message"),
    [
        ('every = "1m"', "reps = 5", "every needs rounds"),
        ('round_rest = "1m"', "reps = 5", "round_rest needs rounds"),
        ('time_cap = "9m"\nevery = "1m"', "reps = 5", "every excludes time_cap"),
        ('rounds = 3\nevery = "1m"\nround_rest = "9s"', "reps = 5", "round_rest excludes every"),
        ('time_cap = "9m"\nsets = 3', "reps = 5", "sets excludes time_cap"),
        ('time_cap = "9m"', "reps = 5\nsets = [{}]", "sets excludes time_cap of its block"),
        (
            "rounds = 3",
            'reps = 5\nload = "100 kg"\nramp = ["50% x 5"]',
            "ramp excludes rounds of its block",
        ),
    ],
)
def test_shapes_that_exclude_each_other_are_problems(block: str, keys: str, message: str) -> None:
    assert messages(keys, above=f"[[block]]\n{block}") == [message]


def test_defaults_for_straight_sets_do_not_disturb_a_circuit() -> None:
    plan = plan_of(
        '[defaults]\nsets = 3\nramp = ["50% x 5"]\nload = "100 kg"\n'
        '[[block]]\nrounds = 2\n[[block.exercise]]\nname = "A"\nreps = 5\n'
    )

    assert len(plan.blocks[0].exercises[0].sets) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", 'missing key "block"'),
        ("block = []", "block is empty"),
        ("block = 3", "block 3 is not a list"),
        ("[[block]]", 'missing key "exercise"'),
        ("[[block]]\nexercise = []", "exercise is empty"),
        ("[[block]]\nexercise = [3]", "exercise 3 is not a table"),
        (
            "defaults = 3\n[[block]]\n[[block.exercise]]\nname = 'A'\nreps = 1",
            "defaults 3 is not a table",
        ),
        ("[[block]]\ninclude = 'b'\nname = 'B'", "include excludes name"),
        ("[[block]]\ninclude = '../b'", 'include "../b" is not the name of a session'),
    ],
)
def test_a_session_without_the_tables_it_needs_is_a_problem(text: str, message: str) -> None:
    problems = read(f'name = "A"\n{text}\n', file="a.toml").problems

    assert [problem.message for problem in problems] == [message]


def test_the_count_in_comes_from_the_options_where_nothing_is_said() -> None:
    plan = plan_of("[[block]]\n" + TWO, Options(prepare_ms=4_000))

    assert plan.blocks[0].exercises[0].sets[0].prepare_ms == 4_000
