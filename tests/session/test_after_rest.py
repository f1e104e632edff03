"""What begins a set after a rest, where a set with a weight waits for its athlete."""

from __future__ import annotations

import pytest

from benchside.runner.commands import Go
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.session.read import Options, read
from benchside.timeline.agenda import agenda_of
from benchside.timeline.compile import rest_between

SECOND_MS = 1_000


def text(exercise: str, block: str = "") -> str:
    head = f'name = "A"\n[[block]]\n{block}\n[[block.exercise]]\nname = "Squat"\nsets = 2\n'
    return f"{head}{exercise}\n"


def runner_of(written: str, *, waits: bool = True) -> Runner:
    reading = read(written, file="a.toml", options=Options(waits_when_loaded=waits))
    assert reading.plan is not None, reading.problems
    return Runner(agenda_of(reading.plan))


def waits(written: str, *, when_loaded: bool = True) -> bool:
    """Whether the second set waits after the rest."""
    first, second = runner_of(written, waits=when_loaded).run.agenda.sets[:2]
    rest = rest_between(first, second)
    return rest is not None and rest.duration_ms is None


LOADED = 'reps = 5\nload = "60 kg"\nrest = "60s"'


def test_a_loaded_set_waits_only_where_that_is_asked_for() -> None:
    assert waits(text(LOADED))
    assert not waits(text(LOADED), when_loaded=False)


@pytest.mark.parametrize(
    "load", ['load = "2 x 12 kg"', 'load = "bodyweight + 5 kg"', 'load = "135 lb"']
)
def test_any_weight_makes_a_set_wait(load: str) -> None:
    assert waits(text(f'reps = 5\n{load}\nrest = "60s"'))


@pytest.mark.parametrize(
    "exercise",
    [
        'reps = 5\nrest = "60s"',
        'reps = 5\nload = "bodyweight"\nrest = "60s"',
        'reps = 5\nload = "band"\nrest = "60s"',
        'time = "30s"\nload = "60 kg"\nrest = "60s"',
    ],
)
def test_what_has_no_weight_or_goes_by_time_keeps_the_clock(exercise: str) -> None:
    assert not waits(text(exercise))


@pytest.mark.parametrize("rest", ["60s-90s", "0s"])
def test_a_rest_with_an_end_of_its_own_or_none_at_all_stays_as_it_is(rest: str) -> None:
    assert not waits(text(f'reps = 5\nload = "60 kg"\nrest = "{rest}"'))


@pytest.mark.parametrize("block", ["rounds = 3", 'time_cap = "5m"', 'rounds = 3\nevery = "2m"'])
def test_circuits_and_sets_on_the_clock_begin_by_themselves(block: str) -> None:
    written = text(LOADED, block).replace("sets = 2\n", "")

    assert not waits(written)


def test_the_rest_before_a_loaded_set_waits_until_the_athlete_says_so() -> None:
    runner = runner_of(text(LOADED))
    runner.feed(Go(), 0)
    runner.advance(20 * SECOND_MS)
    runner.feed(Go(), 20 * SECOND_MS)

    states = []
    for at_s in (79, 600):
        runner.advance(at_s * SECOND_MS)
        states.append(runner.state)
    runner.feed(Go(), 600 * SECOND_MS)

    assert [*states, runner.state] == [State.RESTING, State.WAITING, State.PREPARING]
