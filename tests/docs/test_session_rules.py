"""The rules that docs/session-format.md states beside its examples, from text to timeline."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from benchside.runner.commands import Amend, Proceed
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.session.read import read
from benchside.session.values.tempo import StartsWith
from benchside.session.values.vocabulary import SetType
from benchside.timeline.agenda import agenda_of
from benchside.timeline.schedule import schedule_of
from benchside.timeline.steps import StepKind, Work, kind_of
from tests.builders import SET_1, laid_out

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan, PlannedSet
    from benchside.timeline.agenda import Agenda

MINUTE_MS = 60_000
BRIDGES = """
name = "Bridges"
goal = "strength"
[[block]]
rest = "20s"
[[block.exercise]]
name = "Glute bridge"
reps = 3
"""


def plan_of(text: str) -> Plan:
    reading = read(text, file="example.toml", include=lambda _: BRIDGES)
    assert reading.plan is not None, "\n".join(map(str, reading.problems))
    return reading.plan


def plan_of_block(block: str, *, goal: str = "") -> Plan:
    head = f'goal = "{goal}"\n' if goal else ""
    return plan_of(f'name = "Example"\n{head}[[block]]\n{block}')


def sets_of_exercise(keys: str) -> tuple[PlannedSet, ...]:
    plan = plan_of_block(f'[[block.exercise]]\nname = "Barbell hip thrust"\n{keys}')
    return plan.blocks[0].exercises[0].sets


def agenda_of_exercise(keys: str) -> Agenda:
    return agenda_of(plan_of_block(f'[[block.exercise]]\nname = "Barbell hip thrust"\n{keys}'))


def starts_ms(agenda: Agenda, kind: StepKind) -> list[int]:
    return [placed.start_ms for placed in schedule_of(agenda).steps if kind_of(placed.step) is kind]


def test_the_nearest_level_wins() -> None:
    plan = plan_of(
        'name = "Example"\n[defaults]\nrest = "1m"\nrpe = 6\nprepare = "4s"\n'
        '[[block]]\nrest = "2m"\nrpe = 7\n'
        '[[block.exercise]]\nname = "Row"\nreps = 8\nrest = "3m"\nsets = [{}, { rest = "4m" }]'
    )

    first, second = plan.blocks[0].exercises[0].sets

    assert (first.rest.ready_ms, second.rest.ready_ms) == (3 * MINUTE_MS, 4 * MINUTE_MS)
    assert first.rpe == 7
    assert first.prepare_ms == 4_000


def test_the_nearest_level_that_states_reps_or_time_decides_and_a_hold_takes_no_tempo() -> None:
    plan = plan_of(
        'name = "Example"\n[defaults]\nreps = 10\ntempo = "3-0-1-0"\n[[block]]\n'
        '[[block.exercise]]\nname = "Back squat"\n'
        '[[block.exercise]]\nname = "Plank"\ntime = "45s"'
    )

    squat, plank = (exercise.sets[0] for exercise in plan.blocks[0].exercises)

    assert squat.reps is not None
    assert squat.tempo is not None
    assert (plank.reps, plank.tempo, plank.time_ms) == (None, None, 45_000)


@pytest.mark.parametrize(
    ("goal", "kind", "rest_s"),
    [
        ("strength", "main", 180),
        ("hypertrophy", "main", 90),
        ("activation", "main", 45),
        ("conditioning", "main", 90),
        ("mobility", "cool-down", 90),
        ("", "accessory", 90),
        ("strength", "warm-up", 45),
    ],
)
def test_a_rest_that_nobody_wrote_down_depends_on_the_goal(
    goal: str, kind: str, rest_s: int
) -> None:
    block = f'kind = "{kind}"\n[[block.exercise]]\nname = "Row"\nreps = 8'

    plan = plan_of_block(block, goal=goal)

    assert plan.blocks[0].exercises[0].sets[0].rest.ready_ms == rest_s * 1_000


def test_in_a_circuit_only_the_count_in_stands_between_two_exercises() -> None:
    agenda = agenda_of(
        plan_of_block(
            'rounds = 2\nround_rest = "30s"\nprepare = "5s"\ntime = "20s"\n'
            '[[block.exercise]]\nname = "Row"\n[[block.exercise]]\nname = "Plank"'
        )
    )

    assert starts_ms(agenda, StepKind.WORK) == [5_000, 30_000, 80_000, 105_000]


def test_after_the_last_round_comes_the_rest_of_its_last_set() -> None:
    plan = plan_of(
        'name = "Example"\n[[block]]\nrounds = 2\nround_rest = "30s"\nprepare = "0s"\n'
        '[[block.exercise]]\nname = "Row"\ntime = "20s"\nrest = "2m"\n'
        '[[block]]\n[[block.exercise]]\nname = "Plank"\ntime = "20s"\nprepare = "0s"'
    )

    agenda = agenda_of(plan)

    assert starts_ms(agenda, StepKind.WORK) == [10_000, 60_000, 200_000]


def test_a_session_begins_with_ten_seconds_of_count_in_where_nothing_else_is_said() -> None:
    agenda = agenda_of_exercise('sets = 2\ntime = "20s"\nrest = "1m"\nprepare = "0s"')

    assert starts_ms(agenda, StepKind.WORK) == [10_000, 90_000]


def test_the_count_in_is_the_last_part_of_the_rest() -> None:
    agenda = agenda_of_exercise('sets = 2\ntime = "20s"\nrest = "3m"\nprepare = "10s"')

    first, second = starts_ms(agenda, StepKind.WORK)

    assert second - (first + 20_000) == 180_000


def test_a_rest_shorter_than_the_count_in_is_lengthened_to_it() -> None:
    agenda = agenda_of_exercise('sets = 2\ntime = "20s"\nrest = "2s"\nprepare = "10s"')

    first, second = starts_ms(agenda, StepKind.WORK)

    assert second - (first + 20_000) == 10_000


def test_a_tabata_keeps_its_ten_seconds() -> None:
    agenda = agenda_of(
        plan_of_block(
            'rounds = 8\nprepare = "3s"\n'
            '[[block.exercise]]\nname = "Swing"\ntime = "20s"\nrest = "10s"'
        )
    )

    assert starts_ms(agenda, StepKind.WORK) == [3_000 + 30_000 * n for n in range(8)]


def test_each_round_of_an_emom_starts_on_the_clock() -> None:
    agenda = agenda_of(
        plan_of_block(
            'rounds = 4\nevery = "1m"\nprepare = "5s"\n'
            '[[block.exercise]]\nname = "Swing"\nreps = 12'
        )
    )

    assert starts_ms(agenda, StepKind.WORK) == [5_000 + MINUTE_MS * n for n in range(4)]


def test_an_amrap_lasts_until_its_cap() -> None:
    agenda = agenda_of(
        plan_of_block(
            'time_cap = "8m"\nprepare = "10s"\n[[block.exercise]]\nname = "Push-up"\nreps = 10'
        )
    )

    assert schedule_of(agenda).end_ms == 10_000 + 8 * MINUTE_MS


def test_an_included_session_keeps_its_own_defaults() -> None:
    plan = plan_of('name = "Example"\n[defaults]\nrest = "5m"\n[[block]]\ninclude = "bridges"')

    bridge = plan.blocks[0].exercises[0].sets[0]

    assert bridge.rest.ready_ms == 20_000


def test_the_last_ramp_set_gets_the_working_rest() -> None:
    sets = sets_of_exercise('ramp = ["50% x 8", "70% x 5"]\nreps = 5\nload = "100 kg"\nrest = "3m"')

    rests = [one.rest.ready_ms for one in sets]

    assert rests == [MINUTE_MS, 3 * MINUTE_MS, 3 * MINUTE_MS]
    assert [one.type for one in sets] == [SetType.WARM_UP, SetType.WARM_UP, SetType.WORKING]


@pytest.mark.parametrize(("reps", "cued"), [("8", 8), ('"5-8"', 8), ('"8+"', 100), ('"max"', 100)])
def test_a_tempo_cues_so_many_reps(reps: str, cued: int) -> None:
    agenda = agenda_of_exercise(f'reps = {reps}\ntempo = "1-0-1-0"')

    work = next(step for step in laid_out(agenda) if isinstance(step, Work))

    assert work.spans[-1].rep == cued


@pytest.mark.parametrize(
    "asks",
    [
        "reps = 8",
        'time = "30s"',
        'reps = "5-8"\ntempo = "2-0-1-0"',
        'reps = "5-8"',
        'reps = "8+"',
        'reps = "max"',
        'time = "30s"\nreps = "max"',
    ],
)
def test_after_the_last_set_there_is_no_rest_but_the_review_in_which_reps_are_told(
    asks: str,
) -> None:
    runner = Runner(agenda_of_exercise(asks))
    last = laid_out(runner.run.agenda)[-1]

    for now_ms in (0, 600_000):
        runner.feed(Proceed(), now_ms)
        runner.advance(now_ms + (last.duration_ms or 0) + MINUTE_MS)
        if runner.state is State.REVIEWING:
            break
    events = runner.feed(Amend(SET_1, rpe=Decimal(8)), runner.now_ms + 3_600_000)

    assert isinstance(last, Work)
    assert runner.state is State.REVIEWING
    assert events


@pytest.mark.parametrize(
    ("exercise", "phase"),
    [
        ("Deadlift", StartsWith.CONCENTRIC),
        ("Back squat", StartsWith.ECCENTRIC),
        ("Something of my own", StartsWith.ECCENTRIC),
    ],
)
def test_the_catalogue_says_what_a_rep_begins_with(exercise: str, phase: StartsWith) -> None:
    plan = plan_of_block(f'[[block.exercise]]\nname = "{exercise}"\nreps = 8')

    assert plan.blocks[0].exercises[0].sets[0].starts_with is phase


@pytest.mark.parametrize("tempo", ["31X0", "3/1/X/0", "@31X0", "31x0", "31X", "3-1-x"])
def test_a_tempo_may_be_written_in_many_ways(tempo: str) -> None:
    written, plain = (
        sets_of_exercise(f'reps = 8\ntempo = "{text}"') for text in (tempo, "3-1-X-0")
    )

    assert written[0].tempo == plain[0].tempo


@pytest.mark.parametrize("duration", ['"90s"', '"1m30s"', '"1:30"', "90", "90.0"])
def test_a_duration_may_be_written_in_many_ways(duration: str) -> None:
    (held,) = sets_of_exercise(f"time = {duration}")

    assert held.time_ms == 90_000
