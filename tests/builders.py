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
from benchside.testing import a_plan, a_timeline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.runner.events import Event

__all__ = [
    "a_block",
    "a_plan",
    "a_runner",
    "a_set",
    "a_started",
    "a_timeline",
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
    return Runner(a_timeline(*parts))


def a_started(*parts: PlannedBlock | PlannedSet) -> Runner:
    """Lay out a session of these parts, started at 0."""
    runner = a_runner(*parts)
    runner.feed(Go(), 0)
    return runner


def cues_told(events: Iterable[Event]) -> list[tuple[float, str]]:
    """List the cues among events: second of the session and name."""
    return [
        (event.cue.at_ms / 1_000, event.cue.kind.value)
        for event in events
        if isinstance(event, CueReached)
    ]
