"""Every row of the session language: what is written, and what it is read as."""

from __future__ import annotations

import pytest

from benchside.session.athlete.athlete import Athlete, read_athlete
from benchside.session.read import Options
from benchside.session.values.progress import format_progress
from benchside.session.values.rest import format_rest
from benchside.session.values.units import format_duration
from tests.session.told import Rounds, block_of, exercises_of, plan_of, rest_of, sets_of, told

TWO = '[[block.exercise]]\nname = "A"\nreps = 5\n[[block.exercise]]\nname = "B"\nreps = 8\n'


@pytest.mark.parametrize(
    ("keys", "set_of_it"),
    [
        ('reps = 8\ntempo = "31X0"', "8 · 3-1-X-0"),
        ("reps = 8", "8"),
        ('time = "45s"', "45s"),
        ('time = "45s"\nreps = "max"', "max in 45s"),
        ('time = "30s+"', "30s+"),
        ('time = "max"', "max"),
        ('time = "60s-90s"', "1m-1m30s"),
        ('distance = "40 m"', "40 m"),
        ('distance = "2 km"', "2 km"),
        ('distance = "60 yd"', "60 yd"),
        ('distance = "1 mi"', "1 mi"),
        ("calories = 15", "15 cal"),
        ('reps = "5-8"', "5-8"),
        ('reps = "8+"', "8+"),
        ('reps = "max"', "max"),
        ('reps = "2+2+2"', "2+2+2 with 15s between"),
        ('reps = "15+4+4+4"\npart_rest = "20s"', "15+4+4+4 with 20s between"),
        ('reps = "max+max+max"', "max+max+max with 15s between"),
        ('time = "6 x 7s"\npart_rest = 3', "7s+7s+7s+7s+7s+7s with 3s between"),
        ('reps = "2+2+2"\ntempo = "20X0"', "2+2+2 with 15s between · 2-0-X-0"),
    ],
)
def test_what_a_set_asks_for(keys: str, set_of_it: str) -> None:
    assert [told(one) for one in sets_of(keys)] == [set_of_it]


@pytest.mark.parametrize(
    ("keys", "ends_by_itself"),
    [
        ('time = "45s"', 45_000),
        ('time = "60s-90s"', 90_000),
        ('time = "30s+"', None),
        ('time = "max"', None),
        ('distance = "40 m"', None),
        ("calories = 15", None),
        ("reps = 8", None),
        ('time = "6 x 7s"', 42_000),
    ],
)
def test_a_time_and_the_upper_end_of_a_window_end_a_set_by_themselves(
    keys: str, ends_by_itself: int | None
) -> None:
    assert sets_of(keys)[0].time_ms == ends_by_itself


@pytest.mark.parametrize(
    ("sets", "each"),
    [
        ("3", ["5 · 100 kg"] * 3),
        ('[{ reps = 3 }, { load = "105 kg" }]', ["3 · 100 kg", "5 · 105 kg"]),
        (
            '["65% x 5", "75% x 5", "85% x 5+"]',
            ["5 · 65%", "5 · 75%", "5+ · 85%"],
        ),
        ('["102.5 kg x 3", { reps = 8 }]', ["3 · 102.5 kg", "8 · 100 kg"]),
        ('["2 x 24 kg x 8", "bw + 10 kg x max"]', ["8 · 2 x 24 kg", "max · bodyweight + 10 kg"]),
        ('["100 kg x 1", "-10% x 2+2+2"]', ["1 · 100 kg", "2+2+2 with 15s between · -10% = 90 kg"]),
    ],
)
@pytest.mark.parametrize("where", ["exercise", "block", "defaults"])
def test_the_sets_of_an_exercise(sets: str, each: list[str], where: str) -> None:
    listed = f"sets = {sets}\n"
    text = (
        f"{'[defaults]' if where == 'defaults' else ''}\n{listed if where == 'defaults' else ''}"
        f"[[block]]\n{listed if where == 'block' else ''}"
        f'[[block.exercise]]\nname = "Barbell row"\nreps = 5\nload = "100 kg"\n'
        f"{listed if where == 'exercise' else ''}"
    )

    assert [told(one) for one in exercises_of(text)["Barbell row"].sets] == each


EASY = 'name = "Walk"\ntime = "2m"\ntype = "easy"\n'
RUN = 'name = "Run"\ntime = "1m"\n'


@pytest.mark.parametrize(
    ("block", "rests"),
    [
        (f"rounds = 2\n[[block.exercise]]\n{RUN}[[block.exercise]]\n{EASY}", ["0s", "0s"]),
        (f"rounds = 2\n[[block.exercise]]\n{EASY}[[block.exercise]]\n{RUN}", ["0s", "1m30s"]),
        (f'[[block.exercise]]\n{EASY}rest = "1m"', ["1m"]),
        (f'rest = "1m"\n[[block.exercise]]\n{EASY}', ["1m"]),
        (
            '[[block.exercise]]\nname = "Run"\n'
            'sets = [{ time = "4m" }, { time = "3m", type = "easy" }, { time = "4m" }]',
            ["0s", "0s", "1m30s"],
        ),
    ],
)
def test_easy_work_is_the_rest_unless_another_is_written(block: str, rests: list[str]) -> None:
    planned = block_of(f"[[block]]\n{block}\n")

    assert [rest_of(one) for each in planned.exercises for one in each.sets] == rests
    if "rounds" in block:
        assert planned.round_rest_ms in (None, 0)


@pytest.mark.parametrize("word", ["warm-up", "working", "back-off", "drop", "failure", "easy"])
def test_what_a_set_is_for(word: str) -> None:
    assert sets_of(f'reps = 5\ntype = "{word}"')[0].type.value == word


def test_straight_sets_follow_each_other() -> None:
    block = block_of(f"[[block]]\nsets = 2\n{TWO}")

    assert not block.goes_round
    assert [[told(one) for one in each.sets] for each in block.exercises] == [["5"] * 2, ["8"] * 2]


def test_rounds_make_a_circuit() -> None:
    block = block_of(f'[[block]]\nrounds = 2\nround_rest = "45s"\n{TWO}')

    assert Rounds(block).told() == ["A 5, B 8"] * 2
    assert block.round_rest_ms == 45_000


@pytest.mark.parametrize(
    ("written", "window", "ends_by_itself_ms"),
    [('"45s"', "45s", 45_000), ('"1m-2m"', "1m-2m", 120_000), ('"1m+"', "1m+", 60_000)],
)
def test_a_rest_between_rounds_may_be_a_window(
    written: str, window: str, ends_by_itself_ms: int
) -> None:
    block = block_of(f"[[block]]\nrounds = 2\nround_rest = {written}\n{TWO}")

    assert block.round_rest is not None
    assert format_rest(block.round_rest) == window
    assert block.round_rest_ms == ends_by_itself_ms


def test_rounds_with_every_start_on_the_clock() -> None:
    block = block_of(f'[[block]]\nrounds = 10\nevery = "1m"\n{TWO}')

    assert (block.rounds, block.every_ms) == (10, 60_000)


def test_a_time_cap_means_rounds_until_the_cap_without_rests() -> None:
    block = block_of(f'[[block]]\ntime_cap = "8m"\n{TWO}')

    assert (block.rounds, block.time_cap_ms, block.round_rest_ms) == (None, 480_000, 0)


def test_rounds_with_a_time_cap_go_for_time_without_rests_unless_they_are_written() -> None:
    block = block_of(f'[[block]]\nrounds = 3\ntime_cap = "12m"\n{TWO}')
    rested = block_of(f'[[block]]\nrounds = 3\ntime_cap = "12m"\nround_rest = "1m"\n{TWO}')

    assert (block.rounds, block.time_cap_ms, block.round_rest_ms) == (3, 720_000, 0)
    assert [rest_of(each.sets[0]) for each in block.exercises[:1]] == ["0s"]
    assert rested.round_rest_ms == 60_000


@pytest.mark.parametrize("rounds", ["", "rounds = 4\n"])
def test_every_set_starts_each_set_on_the_clock(rounds: str) -> None:
    block = block_of(f'[[block]]\n{rounds}every_set = "2m"\n{TWO}')

    assert (block.every_set_ms, block.every_ms) == (120_000, None)


def test_a_list_of_sets_in_a_circuit_says_the_rounds() -> None:
    block = block_of(
        "[[block]]\nrounds = 3\nsets = [{ reps = 21 }, { reps = 15 }, { reps = 9 }]\n"
        '[[block.exercise]]\nname = "A"\n[[block.exercise]]\nname = "B"\n'
    )

    assert Rounds(block).told() == ["A 21, B 21", "A 15, B 15", "A 9, B 9"]


def test_an_exercise_with_fewer_sets_sits_the_last_rounds_out() -> None:
    block = block_of(
        '[[block]]\nrounds = 4\n[[block.exercise]]\nname = "A"\nreps = 5\n'
        '[[block.exercise]]\nname = "B"\nsets = 3\nreps = 8\n'
        '[[block.exercise]]\nname = "C"\nsets = ["50 kg x 3", "60 kg x 2"]\n'
    )

    assert Rounds(block).told() == ["A 5, B 8, C 3", "A 5, B 8, C 2", "A 5, B 8", "A 5"]


@pytest.mark.parametrize(
    ("written", "duration"),
    [
        ('"90s"', "1m30s"),
        ('"1m30s"', "1m30s"),
        ('"2m"', "2m"),
        ('"1:30"', "1m30s"),
        ("90", "1m30s"),
    ],
)
def test_durations(written: str, duration: str) -> None:
    (one,) = sets_of(f"time = {written}")

    assert format_duration(one.time_ms or 0) == duration


@pytest.mark.parametrize("rest", ["3m", "3m+", "2m-3m"])
def test_rests(rest: str) -> None:
    assert rest_of(sets_of(f'reps = 5\nrest = "{rest}"')[0]) == rest


def anna() -> Athlete:
    text = 'name = "Anna"\n[training_max]\n"Barbell row" = "100 kg"\n'
    athlete = read_athlete(text, file="anna.toml")
    assert isinstance(athlete, Athlete)
    return athlete


@pytest.mark.parametrize(
    ("written", "load"),
    [
        ("100 kg", "100 kg"),
        ("225 lb", "225 lb"),
        ("2 x 24 kg", "2 x 24 kg"),
        ("80%", "80 kg"),
        ("bodyweight", "bodyweight"),
        ("bodyweight + 10 kg", "bodyweight + 10 kg"),
        ("bodyweight - 20 kg", "bodyweight - 20 kg"),
        ("-10%", "-10% = 90 kg"),
        ("+5%", "+5% = 105 kg"),
        ("-20 kg", "-20 kg = 80 kg"),
        ("none", ""),
        ("band", "band"),
        ("red band", "red band"),
    ],
)
def test_loads(written: str, load: str) -> None:
    text = (
        '[defaults]\nload = "30 kg"\n[[block]]\n[[block.exercise]]\nname = "Barbell row"\n'
        f'sets = [{{ reps = 5, load = "100 kg" }}, {{ reps = 8, load = "{written}" }}]\n'
    )

    _, one = exercises_of(text, options=Options(athlete=anna()))["Barbell row"].sets

    assert told(one) == " · ".join(filter(None, ("8", load)))
    assert one.written_load == ("" if written == "none" else written)


@pytest.mark.parametrize(
    ("written", "tempo"),
    [
        ("3-1-X-0", "3-1-X-0"),
        ("31X0", "3-1-X-0"),
        ("31x0", "3-1-X-0"),
        ("3/1/X/0", "3-1-X-0"),
        ("3 1 X 0", "3-1-X-0"),
        ("@31X0", "3-1-X-0"),
        ("@3 1 X 0", "3-1-X-0"),
        ("311", "3-1-1-0"),
        ("10-0-2-0", "10-0-2-0"),
        ("none", ""),
    ],
)
def test_tempos(written: str, tempo: str) -> None:
    (one,) = sets_of(f'reps = 5\ntempo = "{written}"', above='[defaults]\ntempo = "4040"')

    assert told(one) == " · ".join(filter(None, ("5", tempo)))


@pytest.mark.parametrize(
    ("keys", "set_of_it"),
    [
        ('sides = ["left", "right"]', "5 · left/right"),
        ("rpe = 8", "5 · RPE 8"),
        ("rpe = 8.5", "5 · RPE 8.5"),
        ("rir = 2", "5 · RPE 8"),
        ("rir = 1.5", "5 · RPE 8.5"),
        (
            'tempo = "3010"\nwords = ["down", "low", "up", "tall"]',
            "5 · 3-0-1-0 · (down, low, up, tall)",
        ),
        ('rep_time = "2s"', "5 · 2s a rep"),
        ("rep_time = 0.5", "5 · 0.5s a rep"),
    ],
)
def test_what_else_is_said_of_a_set(keys: str, set_of_it: str) -> None:
    assert [told(one) for one in sets_of(f"reps = 5\n{keys}")] == [set_of_it]


@pytest.mark.parametrize("rule", ["+2.5 kg", "+2.5%", "+2.5 kg, -10% after 3", "+5 kg a cycle"])
@pytest.mark.parametrize("where", ["exercise", "block", "defaults"])
def test_rules_of_progress(rule: str, where: str) -> None:
    key = f'progress = "{rule}"\n'
    text = (
        f"{'[defaults]' if where == 'defaults' else ''}\n{key if where == 'defaults' else ''}"
        f"[[block]]\n{key if where == 'block' else ''}"
        f'[[block.exercise]]\nname = "A"\nreps = 5\n{key if where == "exercise" else ""}'
    )

    progress = exercises_of(text)["A"].progress

    assert progress is not None
    assert format_progress(progress) == rule


def test_ramp_sets_keep_their_percent_of_the_working_load() -> None:
    sets = sets_of('ramp = ["50% x 8", "70% x 5"]\nsets = 2\nreps = 5\nload = "100 kg"')

    assert [told(one) for one in sets] == [
        "8 · 50 kg · warm-up",
        "5 · 70 kg · warm-up",
        "5 · 100 kg",
        "5 · 100 kg",
    ]
    assert [str(one.ramp_percent) for one in sets] == ["50", "70", "None", "None"]
    assert [one.written_load for one in sets] == ["", "", "100 kg", "100 kg"]


FIRST = '[[block.exercise]]\nname = "A"\nreps = 5\nsets = 2\nprepare = "0s"\n'


@pytest.mark.parametrize(
    ("text", "count_ins_ms"),
    [
        (f"[[block]]\n{FIRST}", [10_000, 0]),
        (f"[[block]]\nrounds = 2\n{FIRST}", [10_000, 0]),
        (f"[[block]]\nrounds = 1\n{FIRST.replace('sets = 2', '')}", [10_000]),
        (f"[[block]]\ntime_cap = '5m'\n{FIRST.replace('sets = 2', '')}", [10_000, 0]),
        (f"[[block]]\n{FIRST.replace('0s', '4s')}", [4_000, 4_000]),
        (
            f"[[block]]\n{FIRST}load = '100 kg'\nramp = ['50% x 5']\n",
            [10_000, 0, 0],
        ),
    ],
)
def test_a_session_never_begins_with_work_at_once(text: str, count_ins_ms: list[int]) -> None:
    block = plan_of(text).blocks[0]

    assert [one.prepare_ms for one in block.exercises[0].sets] == count_ins_ms


def test_only_the_first_set_of_a_session_gets_a_count_in_of_its_own() -> None:
    plan = plan_of(f"[[block]]\n{FIRST}[[block]]\n{FIRST}")

    assert [one.prepare_ms for one in plan.blocks[1].exercises[0].sets] == [0, 0]
