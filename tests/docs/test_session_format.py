"""Every example of docs/session-format.md is read as the page says.

A fenced block marked `toml` is a whole session, `toml block` one or more blocks of one, `toml
exercise` keys of an exercise, `toml athlete` an athlete, `toml exercises` own exercises, `toml
program` a program, `toml wrong` a session (or `toml wrong program` a program) with the problems of
the `text` block after it. A table whose head names a key in its first cell lists values of it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from benchside.session.athlete.athlete import Athlete, read_athlete
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.session.exercises.entry import Category, Equipment, Motion, Muscle, TimedWork
from benchside.session.exercises.own import read_exercises
from benchside.session.exercises.tables import ExerciseTable
from benchside.session.exercises.words import WORDS_BY_MOTION
from benchside.session.file.asked import SetEntry
from benchside.session.file.exclusions import ASKS
from benchside.session.file.model import Block, Exercise, Session
from benchside.session.file.validation import keys_of
from benchside.session.program.model import TrainingProgram
from benchside.session.program.read import read_program
from benchside.session.read import read

PAGE = Path(__file__).parents[2] / "docs" / "session-format.md"
LIBRARY = Path(__file__).parents[2] / "sessions"

WRONG = re.compile(
    r"^```toml wrong(?P<kind>(?: program)?)\n(?P<text>.*?)^```\n\n```text\n(?P<problems>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
FENCE = re.compile(r"^```(?P<mark>[a-z ]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"^\| `(?P<key>[a-z_]+)` \|.*\n\|[-|]+\n(?P<rows>(?:\|.*\n)+)", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")


class Example(NamedTuple):
    line: int
    text: str


def examples(mark: str) -> list[Example]:
    page = PAGE.read_text(encoding="utf-8")
    return [
        Example(page.count("\n", 0, match.start()) + 1, match["text"])
        for match in FENCE.finditer(page)
        if match["mark"] == mark
    ]


def wrong_files() -> list[tuple[str, str, str]]:
    page = PAGE.read_text(encoding="utf-8")
    return [(match["kind"], match["text"], match["problems"]) for match in WRONG.finditer(page)]


def values() -> list[tuple[str, str]]:
    page = PAGE.read_text(encoding="utf-8")
    return [
        (match["key"], value)
        for match in TABLE.finditer(page)
        for row in match["rows"].splitlines()
        for value in CODE.findall(row.split("|")[1])
    ]


def included(name: str) -> str | None:
    path = LIBRARY / f"{name}.toml"
    return path.read_text(encoding="utf-8") if path.exists() else None


def names() -> list[str]:
    return [path.stem for path in LIBRARY.glob("*.toml")]


def exercises_section() -> str:
    page = PAGE.read_text(encoding="utf-8")
    return page.partition("\n## Exercises\n")[2].partition("\n## ")[0]


def problems_of(text: str, *, file: str = "example.toml") -> list[str]:
    reading = read(text, file=file, include=included, names=names)
    return [str(problem) for problem in reading.problems]


DAYS = ("press-day", "squat-day", "novice-a", "novice-b")


def a_day(name: str) -> str | None:
    """A session that a program of the page names; None where it is misspelled there."""
    if name not in DAYS:
        return None
    sets = '"main"' if name.endswith("-day") else "3\nreps = 5"
    return f'name = "Day"\n[[block]]\n[[block.exercise]]\nname = "Bench press"\nsets = {sets}\n'


def problems_of_program(text: str, *, file: str = "example.toml") -> list[str]:
    reading = read_program(text, file=file, include=a_day, names=lambda: DAYS)
    return [str(problem) for problem in reading.problems]


def in_exercise(keys: str) -> str:
    name = "" if re.search(r"^name\b", keys, re.MULTILINE) else 'name = "Barbell hip thrust"\n'
    return f'name = "Example"\n[[block]]\n[[block.exercise]]\n{name}{keys}'


def in_place(key: str, value: str) -> str:
    """Put a value where its key belongs."""
    line = f"{key} = {value}\n"
    if key == "goal":
        return f'name = "Example"\n{line}[[block]]\n[[block.exercise]]\nname = "Plank"\ntime = 60\n'
    if key == "kind":
        return f'name = "Example"\n[[block]]\n{line}[[block.exercise]]\nname = "Row"\nreps = 8\n'
    if key == "load":
        sets = f'sets = [{{ reps = 5, load = "100 kg" }}, {{ reps = 5, load = {value} }}]\n'
        return in_exercise(sets)
    needs = {
        **dict.fromkeys(ASKS, ""),
        "ramp": 'reps = 5\nload = "100 kg"\n',
        "words": 'reps = 5\ntempo = "3010"\n',
    }
    return in_exercise(needs.get(key, "reps = 8\n") + line)


@pytest.mark.parametrize("example", examples("toml"), ids=lambda example: f"line {example.line}")
def test_a_session_of_the_page_has_no_problems(example: Example) -> None:
    assert problems_of(example.text) == []


@pytest.mark.parametrize(
    "example", examples("toml block"), ids=lambda example: f"line {example.line}"
)
def test_a_block_of_the_page_has_no_problems(example: Example) -> None:
    assert problems_of(f'name = "Example"\n{example.text}') == []


@pytest.mark.parametrize(
    "example", examples("toml exercise"), ids=lambda example: f"line {example.line}"
)
def test_an_exercise_of_the_page_has_no_problems(example: Example) -> None:
    assert problems_of(in_exercise(example.text)) == []


@pytest.mark.parametrize(("key", "value"), values())
def test_a_value_of_the_page_is_understood(key: str, value: str) -> None:
    assert problems_of(in_place(key, value)) == []


@pytest.mark.parametrize(
    "example", examples("toml athlete"), ids=lambda example: f"line {example.line}"
)
def test_an_athlete_of_the_page_has_no_problems(example: Example) -> None:
    assert isinstance(read_athlete(example.text, file="anna.toml"), Athlete)


@pytest.mark.parametrize(
    "example", examples("toml exercises"), ids=lambda example: f"line {example.line}"
)
def test_own_exercises_of_the_page_have_no_problems(example: Example) -> None:
    reading = read_exercises(example.text, file="exercises.toml")

    assert reading.problems == ()
    assert len(reading.catalogue.own) == example.text.count("[[exercise]]")


def test_the_page_tells_every_key_of_an_own_exercise() -> None:
    told = re.findall(r"^\| `(\w+)` \|", exercises_section(), re.MULTILINE)

    assert told == list(keys_of(ExerciseTable))


@pytest.mark.parametrize("motion", Motion)
def test_the_page_tells_the_words_of_every_motion(motion: Motion) -> None:
    assert f'| `"{motion}"` | {" ".join(WORDS_BY_MOTION[motion])} | ' in exercises_section()


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("category", list(Category)),
        ("timed", list(TimedWork)),
        ("equipment", list(Equipment)),
        ("muscles", list(Muscle)),
    ],
)
def test_the_page_tells_every_word_of_a_closed_vocabulary(head: str, words: list[str]) -> None:
    told = ", ".join(f'`"{word}"`' for word in words)

    assert f"\n| {head} | {told} |\n" in exercises_section()


def test_the_page_promises_no_more_exercises_than_there_are() -> None:
    assert "more than two hundred exercises" in exercises_section()
    assert len(SHIPPED_CATALOGUE.entries) > 200


@pytest.mark.parametrize(
    "example", examples("toml program"), ids=lambda example: f"line {example.line}"
)
def test_a_program_of_the_page_has_no_problems(example: Example) -> None:
    assert problems_of_program(example.text) == []


@pytest.mark.parametrize(("kind", "text", "problems"), wrong_files(), ids=range(len(wrong_files())))
def test_a_wrong_file_of_the_page_gets_the_problems_that_it_shows(
    kind: str, text: str, problems: str
) -> None:
    found = problems_of_program if kind else problems_of

    assert "\n".join(found(text, file="push.toml")) + "\n" == problems


def test_the_page_tells_every_key_that_there_is() -> None:
    page = PAGE.read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `\[*([a-z_.]+)\]*` \|", page, re.MULTILINE))

    models = (Session, Block, Exercise, SetEntry, TrainingProgram)

    assert {key for model in models for key in keys_of(model)} <= told | {"block", "exercise"}


def test_every_example_of_the_page_is_marked_as_what_it_is() -> None:
    page = PAGE.read_text(encoding="utf-8")

    marks = {match["mark"] for match in FENCE.finditer(page)}

    kinds = ("block", "exercise", "athlete", "exercises", "program", "wrong", "wrong program")
    assert marks == {"toml", "text", *(f"toml {kind}" for kind in kinds)}
    wrong = examples("toml wrong") + examples("toml wrong program")
    assert len(wrong_files()) == len(wrong)
