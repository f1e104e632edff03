"""Hostile and huge files: a problem each, soon, and never an exception."""

from __future__ import annotations

import pytest

from benchside.session.read import read

EXERCISE = '[[block.exercise]]\nname = "A"\nreps = 5\n'
BLOCK = f'name = "A"\n[[block]]\n{EXERCISE}'


def only_problem(text: str) -> str:
    (problem,) = read(text, file="x.toml").problems
    return str(problem).splitlines()[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("#" * (1024 * 1024 + 1), "the file is larger than 1 MiB", id="large"),
        pytest.param("# " + "ü" * 600_000, "the file is larger than 1 MiB", id="large in bytes"),
        pytest.param("x = " + "[" * 5_000, "nested too deeply", id="deep lists"),
        pytest.param("x = " + "{a = " * 5_000, "nested too deeply", id="deep tables"),
        pytest.param("x = " + "[" * 900_000, "more than 20,000 values", id="endless lists"),
        pytest.param("x." * 400_000 + "y = 1", "more than 6 parts", id="dotted"),
        pytest.param("[" + "'a'." * 9 + "y]", "more than 6 parts", id="dotted header"),
        pytest.param("x = [" + "1," * 300_000 + "]", "more than 20,000 values", id="wide"),
        pytest.param("x = " + "9" * 5_000, "exceeds the limit", id="long number"),
        pytest.param("x = 2026-99-99", "not valid TOML", id="no date"),
        pytest.param("# \ud800", "the file is not UTF-8 text", id="surrogate"),
        pytest.param("\x00", "not valid TOML", id="nul"),
    ],
)
def test_a_hostile_file_gets_one_problem(text: str, message: str) -> None:
    assert message in only_problem(text)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "[[block]]",
            "[[block]]\nrounds = 1_000_000_000",
            "3:10: rounds 1000000000 is not between",
        ),
        ("[[block]]", "[[block]]\nrounds = 9_999", "3:10: the session has more than 10,000 steps"),
        (
            "[[block]]",
            "[[block]]\nrounds = 90\nround_rest = '1h'",
            "3:10: the session is longer than",
        ),
        (
            "[[block]]",
            "[[block]]\ntime_cap = '24h'",
            "3:12: the session has more than 10,000 steps",
        ),
        ("reps = 5", "reps = 5\nsets = 9_999", "6:8: the session has more than 10,000 steps"),
        ("reps = 5", "time = '20h'\nsets = 2", "6:8: the session is longer than 24 hours"),
        ("reps = 5", "reps = 1_000_000", "5:8: reps 1000000 is not between"),
    ],
)
def test_a_session_beyond_the_bounds_costs_nothing(old: str, new: str, message: str) -> None:
    assert message in only_problem(BLOCK.replace(old, new))


def test_the_steps_of_all_blocks_are_counted_together() -> None:
    text = 'name = "A"\n' + f"[[block]]\nrounds = 100\n{EXERCISE}" * 40

    assert "the session is longer than 24 hours" in only_problem(text)
    assert "more than 10,000 steps" in only_problem(text.replace("rounds", "rest = 0\nrounds"))


def test_only_so_many_problems_of_a_file_are_told() -> None:
    problems = read(BLOCK + "cues = [" + "1," * 1_500 + "]", file="x.toml").problems

    assert len(problems) == 1_001
    assert problems[-1].message == "and 500 more problems"
