"""What plain lines tell of blocks against the clock, and of sets of parts."""

from __future__ import annotations

import pytest

from benchside.timeline.agenda import agenda_of
from tests.plain.leading import lead
from tests.session.told import plan_of

PAIR = """
reps = 2
tempo = "0-0-X-0"

  [[block.exercise]]
  name = "Thruster"
  rest = "{rest}"

  [[block.exercise]]
  name = "Burpee"
  rest = "{rest}"
"""
AFTER = '[[block]]\n[[block.exercise]]\nname = "Plank"\ntime = "2s"\n'


def told(block: str) -> list[str]:
    text = f'[defaults]\nprepare = "0s"\n[[block]]\n{block}\n{AFTER}'
    return lead(agenda_of(plan_of(text)), ends_ms=0).lines


@pytest.mark.parametrize("rest", ["0s", "2s"])
def test_for_time_tells_its_cap_before_and_its_time_after(rest: str) -> None:
    lines = told(f'name = "Race"\nrounds = 2\ntime_cap = "5m"\n{PAIR.format(rest=rest)}')

    assert "Block: Race. 2 rounds for time, at most 5 minutes." in lines
    assert f"Time: {8 if rest == '0s' else 14} seconds." in lines


@pytest.mark.parametrize("rest", ["0s", "2s"])
def test_at_the_cap_it_is_told_that_time_is_up(rest: str) -> None:
    lines = told(f'rounds = 3\ntime_cap = "7s"\n{PAIR.format(rest=rest)}')

    assert "Time is up: 7 seconds." in lines


def test_an_amrap_tells_how_long_it_lasts_and_when_it_is_over() -> None:
    lines = told(f'name = "Race"\ntime_cap = "7s"\n{PAIR.format(rest="0s")}')

    assert "Block: Race. As many rounds as possible in 7 seconds." in lines
    assert "Time is up: 7 seconds." in lines


def test_each_part_of_a_set_is_told_and_the_set_is_one() -> None:
    lines = told('[[block.exercise]]\nname = "Squat"\nsets = ["60 kg x 2+1"]\npart_rest = "3s"\n')

    assert [line for line in lines if line.startswith(("Go:", "Set 1 of 1 is"))][:3] == [
        "Go: part 1 of 2, 2 reps. Press enter when the part is done.",
        "Go: part 2 of 2, 1 rep. Press enter when the part is done.",
        "Set 1 of 1 is over: 3 reps, 60 kg.",
    ]


def test_a_carry_is_told_with_its_metres_and_a_row_with_its_calories() -> None:
    lines = told(
        '[[block.exercise]]\nname = "Carry"\ndistance = "20 m"\nload = "2 x 32 kg"\nrest = "1s"\n'
        '[[block.exercise]]\nname = "Row"\ncalories = 5\n'
    )

    assert "Set 1 of 1 is over: 20 m in 10 seconds, 2 x 32 kg." in lines
    assert "Set 1 of 1 is over: 5 calories in 20 seconds." in lines
