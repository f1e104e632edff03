"""Plans and running sessions in a line each: what a test does not name is as plain as can be.

The builders that ship plan a set as a lifter would, with a count-in and a rest; here a set is bare,
so that a test reads every second that it counts on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside import testing
from benchside.runner.commands import Go
from benchside.runner.events import CueReached
from benchside.runner.runner import Runner
from benchside.session.plan.plan import PlannedBlock, PlannedExercise, PlannedSet
from benchside.session.values.tempo import StartsWith
from benchside.session.values.vocabulary import SetType
from benchside.testing import a_plan, an_agenda
from benchside.timeline.compile import rest_between, steps_of
from benchside.timeline.set_id import SetId
from benchside.timeline.steps import Work

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.runner.events import Event
    from benchside.timeline.agenda import Agenda
    from benchside.timeline.steps import TimedStep

__all__ = [
    "a_block",
    "a_plan",
    "a_runner",
    "a_set",
    "a_started",
    "an_agenda",
    "an_exercise",
    "cues_told",
]


def a_set(
    reps: int | str | None = None,
    *,
    time: str | None = None,
    tempo: str | None = None,
    rest: str = "0s",
    prepare: str = "0s",
    sides: tuple[str, ...] = (),
    switch: str = "10s",
    load: str | None = None,
    set_type: SetType = SetType.WORKING,
    starts_with: StartsWith = StartsWith.CONCENTRIC,
    cues: tuple[str, ...] = (),
) -> PlannedSet:
    """Plan a set without count-in and rest, unless they are asked for."""
    return testing.a_set(
        reps=reps,
        time=time,
        tempo=tempo,
        rest=rest,
        prepare=prepare,
        sides=sides,
        switch=switch,
        load=load,
        set_type=set_type,
        starts_with=starts_with,
        cues=cues,
    )


def an_exercise(*sets: PlannedSet, name: str = "Hip thrust") -> PlannedExercise:
    """Plan an exercise with its sets numbered."""
    numbered = (
        replace(one, exercise=name, number=number, of=len(sets))
        for number, one in enumerate(sets, start=1)
    )
    return PlannedExercise(name=name, sets=tuple(numbered))


def a_block(
    *parts: PlannedSet | PlannedExercise,
    name: str = "Main",
    rounds: int | None = None,
    round_rest: str | None = None,
    every: str | None = None,
    time_cap: str | None = None,
) -> PlannedBlock:
    """Plan a block of exercises; a bare set is an exercise of one set."""
    block = testing.a_block(
        name=name, rounds=rounds, round_rest=round_rest, every=every, time_cap=time_cap
    )
    exercises = (part if isinstance(part, PlannedExercise) else an_exercise(part) for part in parts)
    return replace(block, exercises=tuple(exercises))


def a_runner(*parts: PlannedBlock | PlannedSet) -> Runner:
    """Lay out a session of these parts; it waits for its first `go`."""
    return Runner(an_agenda(*parts))


def a_started(*parts: PlannedBlock | PlannedSet) -> Runner:
    """Lay out a session of these parts, started at 0."""
    runner = a_runner(*parts)
    runner.feed(Go(), 0)
    return runner


def laid_out(agenda: Agenda) -> list[TimedStep]:
    """Return every step of the sets in their order, with the rests between them."""
    steps: list[TimedStep] = []
    for one, following in zip(agenda.sets, (*agenda.sets[1:], None), strict=True):
        steps += steps_of(one)
        rest = None if following is None else rest_between(one, following)
        steps += [] if rest is None else [rest]
    return steps


def the_work(planned: PlannedSet) -> Work:
    """Return the step in which a set is worked, or its first side."""
    steps = steps_of(an_agenda(planned).sets[0])
    return next(step for step in steps if isinstance(step, Work))


def cues_told(events: Iterable[Event]) -> list[tuple[float, str]]:
    """List the cues among events: second of the session and name."""
    return [
        (event.cue.at_ms / 1_000, event.cue.kind.value)
        for event in events
        if isinstance(event, CueReached)
    ]


SET_1, SET_2, SET_3, SET_4, SET_5, SET_6, SET_7, SET_8, SET_9 = (
    SetId(0, 0, number) for number in range(1, 10)
)
"""Sets of the first exercise of the first block."""
