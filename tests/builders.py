"""Plans and running sessions in a line each: what a test does not name is as plain as can be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.runner.commands import Go
from benchside.runner.events import CueDue
from benchside.runner.runner import Runner
from benchside.session.load import parse_load
from benchside.session.plan import Plan, PlannedBlock, PlannedExercise, PlannedSet
from benchside.session.reps import parse_reps
from benchside.session.rest import parse_rest
from benchside.session.tempo import StartsWith, parse_tempo
from benchside.session.units import parse_duration_ms
from benchside.session.words import BlockKind, SetType
from benchside.timeline.compile import compile_plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.runner.events import Event
    from benchside.timeline.steps import Timeline


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
    kind: SetType = SetType.WORKING,
    starts_with: StartsWith = StartsWith.CONCENTRIC,
    cues: tuple[str, ...] = (),
) -> PlannedSet:
    """A set as it is written, without count-in and rest unless they are asked for."""
    return PlannedSet(
        exercise="Hip thrust",
        number=1,
        of=1,
        type=kind,
        is_ramp=False,
        reps=None if reps is None else parse_reps(reps),
        time_ms=None if time is None else parse_duration_ms(time),
        tempo=None if tempo is None else parse_tempo(tempo),
        load=None if load is None else parse_load(load),
        rest=parse_rest(rest),
        prepare_ms=parse_duration_ms(prepare),
        sides=sides,
        switch_ms=parse_duration_ms(switch) if sides else 0,
        rpe=None,
        starts_with=starts_with,
        cues=cues,
    )


def an_exercise(*sets: PlannedSet, name: str = "Hip thrust") -> PlannedExercise:
    """An exercise with its sets numbered."""
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
    """A block of exercises; a bare set is an exercise of one set."""
    return PlannedBlock(
        name=name,
        kind=BlockKind.MAIN,
        exercises=tuple(
            part if isinstance(part, PlannedExercise) else an_exercise(part) for part in parts
        ),
        rounds=rounds,
        round_rest_ms=None if round_rest is None else parse_duration_ms(round_rest),
        every_ms=None if every is None else parse_duration_ms(every),
        time_cap_ms=None if time_cap is None else parse_duration_ms(time_cap),
    )


def a_plan(*parts: PlannedBlock | PlannedSet) -> Plan:
    """A session of blocks; bare sets are one block, each set an exercise of its own."""
    blocks = [part for part in parts if isinstance(part, PlannedBlock)]
    sets = [part for part in parts if isinstance(part, PlannedSet)]
    return Plan(
        name="A session",
        about="",
        goal=None,
        blocks=(*blocks, a_block(*sets)) if sets else tuple(blocks),
    )


def a_timeline(*parts: PlannedBlock | PlannedSet) -> Timeline:
    """A session of these parts, laid out in time."""
    return compile_plan(a_plan(*parts))


def a_runner(*parts: PlannedBlock | PlannedSet) -> Runner:
    """A session of these parts that waits for its first `go`."""
    return Runner(a_timeline(*parts))


def a_started(*parts: PlannedBlock | PlannedSet) -> Runner:
    """A session of these parts that was started at 0."""
    runner = a_runner(*parts)
    runner.feed(Go(), 0)
    return runner


def cues_told(events: Iterable[Event]) -> list[tuple[float, str]]:
    """The cues among events: second of the session and name."""
    return [
        (event.cue.at_ms / 1_000, event.cue.kind.value)
        for event in events
        if isinstance(event, CueDue)
    ]
