"""Which sets grow together, and the commands that take what is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.log.load_groups import coming_sets, load_changes, load_groups
from benchside.runner.commands import ChangeLoad
from benchside.session.read import read
from benchside.session.values.load import format_load, parse_load
from benchside.session.values.tempo import StartsWith
from benchside.timeline.agenda import agenda_of
from benchside.timeline.changes import swap_exercise
from benchside.timeline.set_id import SetId

if TYPE_CHECKING:
    from benchside.log.load_groups import LoadGroup
    from benchside.session.plan.plan import Plan

SQUAT = """
[[block.exercise]]
name = "Back squat"
reps = 5
progress = "+2.5 kg"
"""
A_LOAD = parse_load("60 kg")


def a_plan(*exercises: str, block: str = "") -> Plan:
    reading = read(f'name = "S"\n[[block]]\n{block}\n' + "\n".join(exercises), file="s.toml")
    assert reading.problems == ()
    assert reading.plan is not None
    return reading.plan


def groups(plan: Plan) -> tuple[LoadGroup, ...]:
    return load_groups(plan, athlete="me", file="s.toml")


def test_the_working_sets_of_an_exercise_are_one_group_and_its_ramp_is_none() -> None:
    [group] = groups(a_plan(SQUAT + 'sets = 3\nload = "80 kg"\nramp = ["50% x 5"]'))

    assert group.sets == (SetId(0, 0, 1), SetId(0, 0, 2), SetId(0, 0, 3))
    assert len(group.goal.reps) == 3


def test_sets_of_other_loads_are_groups_of_their_own() -> None:
    sets = 'sets = [{ load = "80 kg" }, { load = "70 kg" }, { load = "70 kg" }]'

    assert [
        (format_load(one.load), len(one.sets)) for one in groups(a_plan(SQUAT + sets)) if one.load
    ] == [
        ("80 kg", 1),
        ("70 kg", 2),
    ]


def test_the_same_exercise_in_two_places_is_one_group() -> None:
    exercise = SQUAT + 'sets = 2\nload = "80 kg"'

    [group] = groups(a_plan(exercise, exercise))

    assert [one.exercise for one in group.sets] == [0, 0, 1, 1]


def test_exercises_without_a_rule_and_loads_that_follow_something_have_no_group() -> None:
    for load in ("80%", "band"):
        expected = 0 if load == "80%" else 1
        assert len(groups(a_plan(SQUAT + f'sets = 2\nload = "{load}"'))) == expected
    assert groups(a_plan(SQUAT.replace("+2.5 kg", "+5 kg a cycle") + 'load = "80 kg"')) == ()
    assert groups(a_plan(SQUAT.replace('progress = "+2.5 kg"', "") + 'load = "80 kg"')) == ()
    assert groups(a_plan(SQUAT + 'load = "80 kg"', block='time_cap = "10m"')) == ()


def test_a_whole_exercise_is_loaded_by_one_command_and_some_of_its_sets_by_one_each() -> None:
    whole = a_plan(SQUAT + 'sets = 3\nload = "80 kg"')
    mixed = a_plan(SQUAT + 'sets = [{ load = "80 kg" }, { load = "70 kg" }, { load = "80 kg" }]')

    assert load_changes(groups(whole)[0], A_LOAD, agenda_of(whole), ()) == (
        ChangeLoad(SetId(0, 0, 1), A_LOAD, all_left=True),
    )
    assert load_changes(groups(mixed)[0], A_LOAD, agenda_of(mixed), ()) == (
        ChangeLoad(SetId(0, 0, 1), A_LOAD),
        ChangeLoad(SetId(0, 0, 3), A_LOAD),
    )


def test_sets_that_are_done_or_of_another_exercise_now_are_not_loaded() -> None:
    plan = a_plan(SQUAT + 'sets = 3\nload = "80 kg"')
    [group], agenda = groups(plan), agenda_of(plan)
    done = {SetId(0, 0, 1)}
    other = swap_exercise(
        agenda, SetId(0, 0, 1), "Lunge", starts_with=StartsWith.ECCENTRIC, cues=(), fixed=()
    )

    assert [one.id.number for one in coming_sets(group, agenda, done)] == [2, 3]
    assert coming_sets(group, other, ()) == ()
    assert load_changes(group, A_LOAD, other, ()) == ()
