"""What is next in a program follows from the last day that is complete."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from benchside.session.program.model import TrainingProgram
from benchside.session.program.next import DoneDay, next_day

WAVE = TrainingProgram.model_validate(
    {
        "name": "Wave",
        "days": ["press", "squat"],
        "week": [{"name": "Fives", "main": ["65% x 5"]}, {"main": ["70% x 3"]}],
    }
)
IN_TURN = TrainingProgram.model_validate({"name": "A and B", "days": ["a", "b"]})


def done(*days: tuple[int, int]) -> list[DoneDay]:
    return [DoneDay(week=week, day=day) for week, day in days]


@pytest.mark.parametrize(
    ("days", "following"),
    [
        ([], (1, 1, "press", False)),
        ([(1, 1)], (1, 2, "squat", False)),
        ([(1, 1), (1, 2)], (2, 1, "press", False)),
        ([(1, 1), (1, 2), (2, 1), (2, 2)], (1, 1, "press", True)),
        ([(2, 1), (1, 1)], (1, 2, "squat", False)),
        ([(2, 2), (1, 1)], (1, 2, "squat", False)),
        ([(7, 1)], (1, 1, "press", True)),
        ([(1, 5)], (2, 1, "press", False)),
    ],
)
def test_the_day_after_the_last_one_that_is_complete_is_next(
    days: list[tuple[int, int]], following: tuple[int, int, str, bool]
) -> None:
    found = next_day(WAVE, done(*days))

    assert (found.week, found.day, found.session, found.begins_cycle) == following


def test_the_schemes_are_those_of_its_week() -> None:
    first, second = next_day(WAVE, []), next_day(WAVE, done((1, 2)))

    assert (first.week_name, second.week_name) == ("Fives", "")
    assert first.schemes == WAVE.weeks[0].schemes
    assert second.schemes == WAVE.weeks[1].schemes


@pytest.mark.parametrize(("days", "session"), [([], "a"), ([(1, 1)], "b"), ([(1, 1), (1, 2)], "a")])
def test_days_without_weeks_come_in_turn(days: list[tuple[int, int]], session: str) -> None:
    found = next_day(IN_TURN, done(*days))

    assert (found.week, found.session, found.begins_cycle) == (1, session, False)
    assert found.schemes == {}


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=4))
def test_something_is_always_next(days: list[tuple[int, int]]) -> None:
    for program in (WAVE, IN_TURN):
        found = next_day(program, done(*days))

        assert found.session == program.days[found.day - 1]
        assert 1 <= found.week <= max(len(program.weeks), 1)
