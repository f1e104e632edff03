"""The JSON Schema: kept current, and judged by a validator on right and on wrong sessions."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from benchside.session.file.schema import session_schema
from benchside.session.read import read

SESSIONS = Path(__file__).parents[2] / "sessions"
VALIDATOR = jsonschema.Draft7Validator(session_schema())


def shipped() -> list[Path]:
    return sorted(SESSIONS.glob("*.toml"))


def test_the_shipped_schema_is_current() -> None:
    kept = (SESSIONS / "session.schema.json").read_text(encoding="utf-8")

    assert kept == json.dumps(session_schema(), indent=2, ensure_ascii=False) + "\n"


def test_the_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(session_schema())


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_a_shipped_session_is_right_by_the_schema(path: Path) -> None:
    VALIDATOR.validate(tomllib.loads(path.read_text(encoding="utf-8")))


EXERCISE = 'name = "A"\n[[block]]\n[[block.exercise]]\nname = "Row"\n'


@pytest.mark.parametrize(
    "text",
    [
        "",
        'name = "A"',
        'name = "A"\nblock = []',
        'name = ""\n[[block]]\ninclude = "b"',
        'name = "A"\n[[block]]',
        'name = "A"\n[[block]]\nkind = "warmup"\ninclude = "b"',
        'name = "A"\n[[block]]\ninclude = "../b"',
        'name = "A"\ngoal = "strenght"\n[[block]]\ninclude = "b"',
        EXERCISE + 'reps = "5-x"',
        EXERCISE + "reps = true",
        EXERCISE + "reps = 0",
        EXERCISE + 'temp = "3110"',
        EXERCISE + 'tempo = "X110"',
        EXERCISE + "tempo = 3110",
        EXERCISE + 'load = "100 kgs"',
        EXERCISE + "load = 100",
        EXERCISE + 'rest = "soon"',
        EXERCISE + "rest = -1",
        EXERCISE + 'time = ""',
        EXERCISE + 'time = "30s"\ntempo = "3110"',
        EXERCISE + 'time = "30s"\nreps = 8',
        EXERCISE.replace("[[block]]", '[[block]]\nevery = "1m"\ntime_cap = "9m"') + "reps = 5",
        EXERCISE.replace("[[block]]", '[[block]]\ntime_cap = "9m"\nsets = 3') + "reps = 5",
        EXERCISE + "rpe = 8.3",
        EXERCISE + 'sides = "left"',
        EXERCISE + 'sets = "3"',
        EXERCISE + "sets = [{ rep = 5 }]",
        EXERCISE + 'ramp = ["50 x 8"]',
        EXERCISE + 'starts_with = "up"',
        EXERCISE + 'reps = "2+2+"',
        EXERCISE + 'time = "30s++"',
        EXERCISE + 'distance = "40"',
        EXERCISE + "calories = 0",
        EXERCISE + 'distance = "40 m"\nreps = 5',
        EXERCISE + 'distance = "40 m"\ntempo = "3110"',
        EXERCISE + "reps = 5\nrpe = 8\nrir = 2",
        EXERCISE + "reps = 5\nrir = 9.5",
        EXERCISE + 'reps = 5\nload = "-10"',
        EXERCISE + 'reps = 5\ntempo = "no"',
        EXERCISE + 'reps = 5\ntype = "hard"',
        EXERCISE + 'reps = 5\nwords = ["up", "down"]',
        EXERCISE + 'reps = 5\nprogress = "2.5 kg"',
        EXERCISE + "reps = 5\nrep_time = 0",
        EXERCISE + 'sets = ["65% 5"]',
        EXERCISE + 'sets = "two words"',
        EXERCISE.replace("[[block]]", '[[block]]\nevery_set = "1m"\nrest = "1m"') + "reps = 5",
        EXERCISE.replace("[[block]]", '[[block]]\nround_rest = "soon"\nrounds = 3') + "reps = 5",
        EXERCISE.replace("[[block]]", '[scheme]\n"my sets" = ["65% x 5"]\n[[block]]') + "reps = 5",
        EXERCISE.replace("[[block]]", '[scheme]\nmain = ["65% 5"]\n[[block]]') + "reps = 5",
        EXERCISE.replace("[[block]]", '[[block]]\nevery = "1m"') + "reps = 5",
    ],
)
def test_a_wrong_session_is_wrong_by_the_schema(text: str) -> None:
    data = tomllib.loads(text)

    assert not VALIDATOR.is_valid(data)
    assert read(text, file="a.toml").problems


@pytest.mark.parametrize(
    "text",
    [
        EXERCISE + 'time = "30s"\ntempo = "none"',
        EXERCISE + 'time = "30s"\ntempo = "None"',
        EXERCISE + 'sets = ["65% x 5", { reps = 5 }]',
        EXERCISE + 'load = "-10%"\nreps = 5',
        EXERCISE.replace("[[block]]", '[[block]]\nrounds = 1\ntime_cap = "9m"\nsets = 1')
        + "reps = 5",
        EXERCISE.replace("[[block]]", '[scheme]\nmain = ["65% x 5"]\n[[block]]') + 'sets = "main"',
    ],
)
def test_what_may_stand_together_is_right_by_the_schema(text: str) -> None:
    VALIDATOR.validate(tomllib.loads(text))


def properties(schema: Any) -> list[tuple[str, dict[str, Any]]]:
    """Every key that the schema knows, with what it says of it."""
    tables = [schema, *schema["definitions"].values()]
    return [(key, found) for table in tables for key, found in table["properties"].items()]


def test_every_key_has_a_description_and_examples_of_its_values() -> None:
    for key, found in properties(session_schema()):
        assert found["description"], key
        assert found.get("examples") or key in ("block", "exercise"), key


def test_every_example_is_right_by_the_schema() -> None:
    definitions = {"definitions": session_schema()["definitions"]}
    for _, found in properties(session_schema()):
        for example in found.get("examples", ()):
            jsonschema.Draft7Validator(found | definitions).validate(example)
