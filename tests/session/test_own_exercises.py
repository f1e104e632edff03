"""The athlete's own file of exercises: it adds to those that ship and changes them."""

from __future__ import annotations

from string import Template

import pytest
from hypothesis import given, strategies as st

from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE, Catalogue
from benchside.session.exercises.entry import (
    CatalogueEntry,
    Category,
    Equipment,
    Motion,
    Muscle,
    MusclesTrained,
    TimedWork,
)
from benchside.session.exercises.own import read_exercises
from benchside.session.exercises.shipped import FAMILIES, shipped_text
from benchside.session.read import Options, read
from benchside.session.values.load import format_load, parse_mass
from benchside.session.values.tempo import StartsWith

ZERCHER = """
[[exercise]]
name        = "Zercher squat"
aliases     = ["Zercher"]
category    = "strength"
starts_with = "concentric"
motion      = "squat"
words       = ["down", "low", "drive", "tall"]
rep_time    = 4.5
timed       = "hold"
equipment   = ["barbell", "rack"]
muscles     = { main = ["quads", "glutes"], helping = ["upper back"] }
cues        = ["Elbows high", "Sit between the knees"]
"""


def catalogue(text: str) -> Catalogue:
    reading = read_exercises(text, file="exercises.toml")
    assert reading.problems == (), "\n".join(map(str, reading.problems))
    return reading.catalogue


def own(text: str, name: str) -> CatalogueEntry:
    entry = catalogue(text).find(name)
    assert entry is not None
    return entry


def shipped(name: str) -> CatalogueEntry:
    entry = SHIPPED_CATALOGUE.find(name)
    assert entry is not None
    return entry


def problems(text: str) -> list[str]:
    return [str(one) for one in read_exercises(text, file="exercises.toml").problems]


def test_an_exercise_that_nobody_knew_is_known_from_then_on() -> None:
    assert own(ZERCHER, "zercher-squats") == CatalogueEntry(
        name="Zercher squat",
        aliases=("Zercher",),
        category=Category.STRENGTH,
        starts_with=StartsWith.CONCENTRIC,
        motion=Motion.SQUAT,
        words=("down", "low", "drive", "tall"),
        rep_time_ms=4_500,
        timed=TimedWork.HOLD,
        equipment=(Equipment.BARBELL, Equipment.RACK),
        muscles=MusclesTrained((Muscle.QUADS, Muscle.GLUTES), (Muscle.UPPER_BACK,)),
        cues=("Elbows high", "Sit between the knees"),
    )
    assert own(ZERCHER, "Zercher").name == "Zercher squat"
    assert own(ZERCHER, "Back squat") is shipped("Back squat")


@pytest.mark.parametrize("spelled", ["Développé couché", "DE\u0301VELOPPE\u0301 COUCHE\u0301"])
def test_a_name_is_found_however_its_accents_are_encoded(spelled: str) -> None:
    assert own('[[exercise]]\nname = "Développé couché"', spelled).name == "Développé couché"


def test_a_name_is_all_that_an_exercise_needs() -> None:
    entry = own('[[exercise]]\nname = "Zercher squat"', "Zercher squat")

    assert entry == CatalogueEntry(name="Zercher squat")
    assert entry.starts_with is StartsWith.ECCENTRIC


@pytest.mark.parametrize(
    "text", ["", "# none yet\n", "\ufeff# with the mark of an editor", "exercise = []"]
)
def test_a_file_without_exercises_changes_nothing(text: str) -> None:
    assert catalogue(text) == SHIPPED_CATALOGUE
    assert catalogue(text).entries == SHIPPED_CATALOGUE.entries


@pytest.mark.parametrize("name", ["Barbell row", "Row", "barbell rows", "Pendlay row"])
def test_a_name_of_an_exercise_that_ships_changes_only_what_is_said(name: str) -> None:
    entry = own(f'[[exercise]]\nname = "{name}"\nrep_time = 2\naliases = ["Ben\'s row"]', "Row")

    row = shipped("Row")
    assert (entry.name, entry.rep_time_ms) == ("Barbell row", 2_000)
    assert (entry.cues, entry.motion, entry.equipment) == (row.cues, row.motion, row.equipment)
    assert entry.aliases == (*row.aliases, "Ben's row")
    assert own(f'[[exercise]]\nname = "{name}"', "Row") == row


def test_muscles_are_said_whole() -> None:
    entry = own('[[exercise]]\nname = "Row"\nmuscles = { main = ["lats"] }', "Row")

    assert entry.muscles == MusclesTrained((Muscle.LATS,), ())


def test_another_motion_takes_its_own_words_with_it() -> None:
    assert own('[[exercise]]\nname = "Dead bug"\nmotion = "lift"', "Dead bug").words is None
    assert own('[[exercise]]\nname = "Dead bug"\nrep_time = 6', "Dead bug").words is not None


def test_an_alias_may_be_taken_over_from_what_ships() -> None:
    known = catalogue('[[exercise]]\nname = "Bench press"\naliases = ["Press"]')
    names = {entry.name: entry.aliases for entry in known.entries}

    press = known.find("press")
    assert press is not None
    assert press.name == "Bench press"
    assert "Press" in names["Bench press"]
    assert "Press" not in names["Overhead press"]
    assert "Strict press" in names["Overhead press"]


def test_an_alias_that_two_tables_could_have_is_of_the_one_that_says_it() -> None:
    text = Template('[[exercise]]\nname = "$one"\n$names\n[[exercise]]\nname = "$other"\n$more\n')
    said = 'aliases = ["Press"]'

    before = text.substitute(one="Bench press", names=said, other="Overhead press", more="")
    after = text.substitute(one="Overhead press", names="", other="Bench press", more=said)

    assert own(before, "Press").name == own(after, "Press").name == "Bench press"
    for known in (catalogue(before), catalogue(after)):
        assert all(
            known.find(name) is entry
            for entry in known.entries
            for name in (entry.name, *entry.aliases)
        )


def test_own_exercises_stand_where_those_that_ship_stood_and_then_at_the_end() -> None:
    known = catalogue(f'{ZERCHER}\n[[exercise]]\nname = "Row"\ncues = ["Pull"]')

    names = [entry.name for entry in known.entries]
    ships = [entry.name for entry in SHIPPED_CATALOGUE.entries]
    assert names == [*ships, "Zercher squat"]
    assert known.entries[names.index("Barbell row")].cues == ("Pull",)


@pytest.mark.parametrize(
    ("line", "problem", "hint"),
    [
        ('motion = "upwards"', '3:10: motion "upwards" is not known here', "write"),
        ('motion = "lit"', '3:10: motion "lit" is not known here', 'did you mean "lift"?'),
        ('motoin = "lift"', '3:1: unknown key "motoin"; did you mean "motion"?', ""),
        ("rep_time = 0", "3:12: rep_time 0 is not between 0 and 10 minutes", "usual rep"),
        ('rep_time = "11m"', '3:12: rep_time "11m" is not between 0 and 10 minutes', "usual rep"),
        ('rep_time = "two"', '3:12: rep_time "two" is not a duration', "write"),
        ('cues = "Chin down"', '3:8: cues "Chin down" is not a list', 'write ["Ribs down", '),
        ('words = ["up", "down"]', "3:9: words [ … ] is not four words of at most 8", "order"),
        ('words = ["u", "d", "l", "\\u001b"]', "3:9: words [ … ] is not four words", "order"),
        ('aliases = ["\\u001b[31m"]', "3:12: aliases", "plain text"),
        ('equipment = ["barbel"]', '3:14: equipment "barbel" is not known', '"barbell"'),
        ("equipment = [1]", "3:14: equipment 1 is not known here", "write"),
        ('timed = "lift"', '3:9: timed "lift" is not known here', "write"),
        ('starts_with = "up"', '3:15: starts_with "up" is not known here', "write"),
        ('category = "yoga"', '3:12: category "yoga" is not known here', "write"),
        ('muscles = ["lats"]', "3:11: muscles [ … ] is not a table", "write [exercise.muscles]"),
        ('muscles = { main = ["lat"] }', '3:21: main "lat" is not known here', '"lats"'),
        ('muscles = { mian = ["lats"] }', '3:13: unknown key "mian"', ""),
        ('muscles = { main = ["Quadriceps"] }', '3:21: main "Quadriceps" is not', 'write "quads"'),
        (
            'muscles = { main = ["lats"], helping = ["biceps", "lats"] }',
            '3:51: helping "lats" is a main muscle here, too',
            "name it in one of the two",
        ),
        ('aliases = ["Deadlift"]', '3:12: alias "Deadlift" is a name of "Deadlift"', "leave it"),
    ],
)
def test_a_wrong_value_is_told_at_its_place(line: str, problem: str, hint: str) -> None:
    (told,) = problems(f'[[exercise]]\nname = "Zercher squat"\n{line}\n')

    assert told.startswith(f"exercises.toml:{problem}")
    assert "^" in told
    assert hint in told


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[exercise]]\ncues = ["Up"]', '1:1: missing key "name"'),
        ('[[exercise]]\nname = "…"', '2:8: name "…" has neither letter nor digit'),
        ('[[exercises]]\nname = "Row"', '1:3: unknown key "exercises"; did you mean "exercise"?'),
        ('exercise = "Row"', '1:12: exercise "Row" is not a list'),
        ("exercise = [3]", "1:13: exercise 3 is not a table"),
        ('name = "Row', "1:8: not valid TOML"),
        (
            '[[exercise]]\nname = "Row"\n[[exercise]]\nname = "Barbell row"',
            '4:8: name "Barbell row" stands above already',
        ),
        (
            '[[exercise]]\nname = "Barbell row"\n[[exercise]]\nname = "Pendlay rows"',
            '4:8: name "Pendlay rows" means "Barbell row", which stands above already',
        ),
        (
            f'{ZERCHER}[[exercise]]\nname = "zerchers"',
            '15:8: name "zerchers" means "Zercher squat", which stands above already',
        ),
        (
            f'{ZERCHER}[[exercise]]\nname = "Front squat"\naliases = ["Zercher"]',
            '16:12: alias "Zercher" is a name of "Zercher squat"',
        ),
    ],
)
def test_a_wrong_file_is_told_where(text: str, problem: str) -> None:
    told = problems(text)

    assert len(told) == 1
    assert told[0].startswith(f"exercises.toml:{problem}")


def test_every_problem_is_told_and_the_right_exercises_hold() -> None:
    text = (
        '[[exercise]]\nname = "Row"\nrep_time = "x"\nmotion = 3\n'
        f'{ZERCHER}[[exercise]]\nname = "Curl"\ncues = ["Mine"]\nmuscle = []\n'
    )

    reading = read_exercises(text, file="exercises.toml")

    assert [one.line for one in reading.problems] == [3, 4, 21]
    assert [entry.name for entry in reading.catalogue.own] == ["Zercher squat"]
    assert reading.catalogue.find("Row") is shipped("Row")


def test_a_file_too_large_has_one_problem() -> None:
    assert len(problems('[[exercise]]\nname = "x"\n' * 10_000)) == 1


PIECES = st.sampled_from(
    [
        "[[exercise]]\n",
        "[exercise]\n",
        "exercise = ",
        *(f'name = "{name}"\n' for name in ("Row", "Curl", "Row machine", "…", "Zercher")),
        'aliases = ["Row", "Curls", "Press"]\n',
        'muscles = { main = ["lats"], helping = ["lats", 3] }\n',
        "muscles = [[]]\n",
        'words = ["a", "b", "c", "d"]\n',
        "rep_time = nan\n",
        "rep_time = 1e300\n",
        "timed = 1979-05-27\n",
        "cues = [[]]\n",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_text_gives_a_catalogue_in_which_every_name_finds_its_exercise(text: str) -> None:
    known = read_exercises(text, file="exercises.toml").catalogue

    for entry in known.own:
        assert known.find(entry.name) is entry
        assert all(known.find(name) is entry for name in entry.aliases if name.isalnum())
    assert len({entry.name for entry in known.entries}) == len(known.entries)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_copy_of_what_ships_changes_nothing(family: str) -> None:
    known = catalogue(shipped_text(family))

    assert known.own
    assert known.entries == SHIPPED_CATALOGUE.entries


SESSION = """
name = "A"
[[block]]
[[block.exercise]]
name = "zercher squat"
reps = 5
load = "100 kg"
tempo = "3-1-1-0"
[[block.exercise]]
name = "Zercher"
time = "30s"
"""


def test_a_session_goes_by_the_own_exercises() -> None:
    options = Options(catalogue=catalogue(ZERCHER))

    mine = read(SESSION, file="a.toml", options=options).plan
    unknown = read(SESSION, file="a.toml").plan

    assert mine is not None
    assert unknown is not None
    (reps,), (hold,) = (exercise.sets for exercise in mine.blocks[0].exercises)
    assert reps.starts_with is StartsWith.CONCENTRIC
    assert reps.plates == (parse_mass("25 kg"), parse_mass("15 kg"))
    assert reps.cues == ("Elbows high", "Sit between the knees")
    assert hold.timed_work is TimedWork.HOLD
    (plain,), (work,) = (exercise.sets for exercise in unknown.blocks[0].exercises)
    assert (plain.starts_with, plain.plates, plain.cues) == (StartsWith.ECCENTRIC, (), ())
    assert work.timed_work is TimedWork.WORK


@pytest.mark.parametrize(
    ("name", "timed"),
    [("Yoke walk", TimedWork.WALK), ("Zercher hold", TimedWork.HOLD), ("Sled", TimedWork.WORK)],
)
def test_cues_of_ones_own_do_not_change_what_is_done_in_timed_work(
    name: str, timed: TimedWork
) -> None:
    assert own(f'[[exercise]]\nname = "{name}"\ncues = ["Tall"]', name).timed is timed


def test_what_nobody_says_of_an_own_exercise_follows_from_its_name() -> None:
    known = catalogue('[[exercise]]\nname = "Zercher barbell squat"\ncues = ["Elbows high"]')
    text = SESSION.replace("zercher squat", "Zercher barbell squat")

    plan = read(text, file="a.toml", options=Options(catalogue=known)).plan

    assert plan is not None
    (one,) = plan.blocks[0].exercises[0].sets
    assert one.plates == (parse_mass("25 kg"), parse_mass("15 kg"))
    assert one.load is not None
    assert format_load(one.load) == "100 kg"
