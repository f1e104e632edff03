"""How a block is said on one line, and the rests between its sets."""

from __future__ import annotations

import pytest

from benchside.timeline.agenda import agenda_of
from benchside.view.words.blocks import rests_of, shape_of
from tests.session.told import block_of, plan_of

ONE = '[[block.exercise]]\nname = "Row"\nreps = 5\n'
TWO = f'{ONE}[[block.exercise]]\nname = "Plank"\ntime = "30s"\n'


@pytest.mark.parametrize(
    ("keys", "shape"),
    [
        ("", "main"),
        ('kind = "warm-up"\nrounds = 2', "warm-up · 2 rounds"),
        ('rounds = 10\nevery = "1m"', "main · 10 rounds · every 1m"),
        ('every_set = "2m"', "main · a set every 2m"),
        ('rounds = 5\nevery_set = "1m"', "main · 5 rounds · a set every 1m"),
        ('time_cap = "8m"', "main · as many rounds as possible in 8m"),
        ('rounds = 3\ntime_cap = "12m"', "main · 3 rounds · for time, at most 12m"),
    ],
)
def test_a_block_is_called_what_it_is(keys: str, shape: str) -> None:
    assert shape_of(block_of(f"[[block]]\n{keys}\n{ONE}")) == shape


def rests(text: str) -> list[str]:
    return list(rests_of(agenda_of(plan_of(f'[defaults]\nrest = "2m"\n{text}{AFTER}'))).values())


AFTER = '[[block]]\n[[block.exercise]]\nname = "Walk"\ntime = "5m"\n'


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("", ["rest 2m", "rest 2m"]),
        ('rounds = 2\nround_rest = "45s"', ["rest 45s", "rest 2m"]),
        ("rounds = 2", ["rest 2m", "rest 2m"]),
        ('rounds = 2\nevery = "1m"', ["", ""]),
        ('every_set = "1m"', ["", ""]),
    ],
)
def test_the_rest_that_is_shown_is_the_one_that_is_taken(keys: str, told: list[str]) -> None:
    sets = "" if "rounds" in keys else "sets = 2\n"

    assert rests(f"[[block]]\n{keys}\n{ONE}{sets}") == [*told, ""]


def test_no_rest_is_shown_within_rounds_for_time() -> None:
    block = (
        '[[block]]\nrounds = 2\ntime_cap = "9m"\n'
        '[[block.exercise]]\nname = "Row"\nreps = 5\nrest = "0s"\n'
        '[[block.exercise]]\nname = "Burpee"\nreps = 5\nrest = "0s"\n'
    )

    assert rests(block) == [""] * 5


def test_after_the_last_set_of_a_session_no_rest_is_shown() -> None:
    assert rests(f"[[block]]\n{TWO}") == ["rest 2m", "rest 2m", ""]


def test_sets_that_are_alike_stay_together_though_the_last_one_has_no_rest() -> None:
    plan = plan_of(f'[[block]]\nrest = "3m"\n{ONE}sets = 3\n')

    assert set(rests_of(agenda_of(plan)).values()) == {"rest 3m"}
