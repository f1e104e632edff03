"""Parse, write, parse: the same session, for shipped and for generated ones; and fuzz."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given, settings, strategies as st

from benchside.session.file.model import Session
from benchside.session.file.schema import session_schema
from benchside.session.file.writer import SCHEMA_LINE, write_session
from benchside.session.read import read

if TYPE_CHECKING:
    import random

SHIPPED = sorted((Path(__file__).parents[2] / "sessions").glob("*.toml"))
VALIDATOR = jsonschema.Draft7Validator(session_schema())
TEXTS = [path.read_text(encoding="utf-8") for path in SHIPPED]


def session_of(text: str) -> Session:
    reading = read(text, file="a.toml", include=lambda _: TEXTS[0])
    assert reading.session is not None, "\n".join(map(str, reading.problems))
    return reading.session


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_session_stays_the_same_when_written(path: Path) -> None:
    session = session_of(path.read_text(encoding="utf-8"))

    written = write_session(session)

    assert session_of(written) == session
    assert write_session(session_of(written)) == written
    assert written.startswith(SCHEMA_LINE)


def test_sets_of_a_block_or_of_the_defaults_stay_where_they_stand_when_written() -> None:
    many = ", ".join(
        f'{{ reps = {reps}, load = "{reps}0 kg", rest = "3m" }}' for reps in range(1, 6)
    )
    session = session_of(
        f'name = "A"\n[defaults]\nsets = [{many}]\n[[block]]\nsets = [{many}]\nrest = "2m"\n'
        f'[[block.exercise]]\nname = "B"\n[[block]]\n[[block.exercise]]\nname = "C"\n'
    )

    assert session_of(write_session(session)) == session


WORDS = st.text(min_size=1, max_size=12).filter(
    lambda text: text.strip() and not read_problems_of_name(text)
)
DURATIONS = st.integers(1, 600) | st.sampled_from(["45s", "1m30s", "1:30", "0.5s", "2m"])
RESTS = DURATIONS | st.sampled_from(["0s", "3m+", "2m-3m"])
LOADS = st.sampled_from(
    [
        *("100 kg", "225 lb", "2 x 24 kg", "82.50 kg", "80%", "band", "６０\u00a0kg"),
        *("bodyweight", "bodyweight + 10 kg", "BW-20kg", "none"),
    ]
)
REPS = st.integers(1, 30) | st.sampled_from(["5-8", "8+", "max", "2+2+2", "15 + 4-5 + max"])
TIMES = DURATIONS | st.sampled_from(["30s+", "60s-90s", "max", "6 x 7s", "3x1:30"])
TEMPOS = st.sampled_from(["31X0", "3-1-X-0", "@2110", "4/0/1", "10-0-2-0", "3 1 X 0", "None"])
TYPES = st.sampled_from(["warm-up", "working", "back-off", "drop", "failure", "easy"])
LINES = st.sampled_from(["65% x 5", "85%x5+", "2 x 24 kg x 8-10", "bw x max", "62.5 kg × 2+2+2"])
PROGRESS = st.sampled_from(["+2.5 kg", "+2.5%", "+ 5 lb, -10% after 3", "+5 kg a cycle"])


def read_problems_of_name(text: str) -> bool:
    """Whether a text cannot be a name: control characters are refused."""
    try:
        Session.model_validate({"name": text, "block": [{"include": "a"}]})
    except ValueError:
        return True
    return False


def some(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=optional)


COMMON = {
    "type": TYPES,
    "load": LOADS,
    "rest": RESTS,
    "prepare": DURATIONS,
    "sides": st.just(["left", "right"]) | st.just([]),
    "switch": DURATIONS,
    "part_rest": DURATIONS,
    "words": st.just(["down", "low", "up", "tall"]),
    "rep_time": st.sampled_from(["2s", 0.5]),
    "starts_with": st.sampled_from(["concentric", "eccentric"]),
    "cues": st.lists(WORDS, max_size=3),
}
EFFORT: st.SearchStrategy[dict[str, Any]] = (
    st.just({})
    | st.builds(lambda rpe: {"rpe": rpe}, st.sampled_from([8, 8.5]))
    | st.builds(lambda rir: {"rir": rir}, st.sampled_from([0, 2, 1.5]))
)
ASKS = (
    st.fixed_dictionaries({"reps": REPS}, optional={"tempo": TEMPOS})
    | st.fixed_dictionaries({"time": DURATIONS}, optional={"reps": st.just("max")})
    | st.fixed_dictionaries({"time": TIMES}, optional={"tempo": st.just("none")})
    | st.fixed_dictionaries({"distance": st.sampled_from(["40 m", "2.50km", "60yd", "1 mi"])})
    | st.fixed_dictionaries({"calories": st.integers(1, 50)})
)
ENTRIES = (
    st.builds(lambda asks, effort, rest: asks | effort | rest, ASKS, EFFORT, some(**COMMON)) | LINES
)
SETS = (
    st.integers(1, 5)
    | st.lists(ENTRIES, min_size=1, max_size=4)
    | st.lists(ENTRIES, max_size=2).map(
        lambda more: [{"reps": 5, "load": "100 kg"}, {"reps": 8, "load": "-10%"}, *more]
    )
    | st.just("main")
)


def exercises(**more: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    named = st.fixed_dictionaries({"name": WORDS}, optional=COMMON | {"progress": PROGRESS} | more)
    return st.lists(st.builds(lambda one, asks: one | asks, named, ASKS), min_size=1, max_size=3)


SHAPES: st.SearchStrategy[dict[str, Any]] = (
    st.just({})
    | st.fixed_dictionaries({"rounds": st.integers(1, 9)}, optional={"round_rest": RESTS})
    | st.fixed_dictionaries({"rounds": st.integers(1, 9), "every": DURATIONS})
    | st.fixed_dictionaries({"rounds": st.integers(1, 9), "time_cap": DURATIONS})
    | st.fixed_dictionaries({"time_cap": DURATIONS})
)
ROUND_BLOCKS = st.builds(
    lambda shape, head, inner: shape | head | {"exercise": inner},
    SHAPES,
    some(name=WORDS, kind=st.sampled_from(["warm-up", "main", "accessory", "cool-down"])),
    exercises(),
)
STRAIGHT_BLOCKS = st.builds(lambda inner: {"exercise": inner}, exercises(sets=SETS))
DIFFERING_ROUNDS = st.builds(
    lambda sets, inner: {"rounds": len(sets), "sets": sets, "exercise": inner},
    st.lists(ENTRIES, min_size=1, max_size=4),
    exercises(),
)
SESSIONS = st.builds(
    lambda head, blocks: head | {"block": blocks},
    st.fixed_dictionaries(
        {
            "name": WORDS,
            "scheme": st.builds(lambda sets: {"main": sets}, st.lists(LINES, min_size=1)),
        },
        optional={"about": WORDS, "goal": st.just("strength"), "defaults": some(**COMMON)},
    ),
    st.lists(
        ROUND_BLOCKS
        | STRAIGHT_BLOCKS
        | DIFFERING_ROUNDS
        | st.just({"include": "glute-activation"}),
        min_size=1,
        max_size=3,
    ),
)


@given(SESSIONS)
@settings(max_examples=40, deadline=None)
def test_what_is_written_is_right_by_the_schema(tables: dict[str, Any]) -> None:
    written = write_session(Session.model_validate(tables))

    VALIDATOR.validate(tomllib.loads(written))


@given(SESSIONS)
@settings(max_examples=60, deadline=None)
def test_any_session_stays_the_same_when_written(tables: dict[str, Any]) -> None:
    session = Session.model_validate(tables)

    written = write_session(session)

    assert session_of(written) == session
    assert write_session(session_of(written)) == written


PIECES = (
    *('"', "'", "[", "]", "{", "}", "=", "\n", "#", ",", ".", "-", "\\", "\t", "\x1b", "\r", "é"),
    *("99999999999", "true", "nan", "[[block]]", "[[block.exercise]]", "reps", "sets", "time"),
    *(
        "scheme",
        '"main"',
        '"2+2+2"',
        '"65% x 5"',
        '"-10%"',
        "distance",
        "every_set",
        "words",
        "rir",
    ),
    *("tempo", "rounds = 3\n", 'time_cap = "1s"\n', 'include = "x"\n', "every", '"3m+"', "ramp"),
)


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False), st.integers(1, 6))
@settings(max_examples=600, deadline=None)
def test_a_mutated_session_is_a_session_or_problems(
    text: str, chance: random.Random, changes: int
) -> None:
    for _ in range(changes):
        at = chance.randrange(len(text) + 1)
        until = min(len(text), at + chance.choice([0, 0, 1, 2, 8, 40]))
        text = text[:at] + chance.choice(PIECES) + text[until:]

    reading = read(text, file="a.toml", include=lambda _: TEXTS[0])

    assert (reading.plan is None) == bool(reading.problems)
    assert (reading.session is None) == bool(reading.problems)
    assert list(reading.problems) == sorted(reading.problems)
    assert all(str(problem).isprintable() for problem in reading.problems if not problem.line)


@given(st.text())
@settings(max_examples=150, deadline=None)
def test_any_text_is_a_session_or_problems(text: str) -> None:
    assert read(text, file="a.toml").problems
