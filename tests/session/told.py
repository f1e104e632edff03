"""Sessions read whatever can be led already, and told in a line a set, for tests to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.session.read import DEFAULT_OPTIONS, Options, read
from benchside.session.values.distance import format_distance
from benchside.session.values.load import format_load
from benchside.session.values.relative_load import format_written_load
from benchside.session.values.reps import format_reps
from benchside.session.values.rest import format_rest
from benchside.session.values.tempo import format_tempo
from benchside.session.values.time_target import format_time
from benchside.session.values.units import format_duration
from benchside.session.values.vocabulary import SetType

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.session.plan.plan import Plan, PlannedBlock, PlannedExercise, PlannedSet
    from benchside.session.read import Reading


def whole_reading(text: str, *, options: Options = DEFAULT_OPTIONS, **more: object) -> Reading:
    """Read a session, what cannot be led yet too."""
    include = more.get("include", lambda _: None)
    assert callable(include)
    return read(text, file="a.toml", options=options, include=include)


def plan_of(
    text: str,
    *,
    options: Options = DEFAULT_OPTIONS,
    include: Callable[[str], str | None] = lambda _: None,
) -> Plan:
    """Plan a session that has to be right."""
    reading = whole_reading(f'name = "A"\n{text}', options=options, include=include)
    assert reading.plan is not None, "\n".join(map(str, reading.problems))
    return reading.plan


def exercises_of(text: str, *, options: Options = DEFAULT_OPTIONS) -> dict[str, PlannedExercise]:
    """Plan a session and give its exercises by name."""
    plan = plan_of(text, options=options)
    return {each.name: each for block in plan.blocks for each in block.exercises}


def block_of(text: str) -> PlannedBlock:
    """Plan a session of one block."""
    (block,) = plan_of(text).blocks
    return block


def sets_of(keys: str, *, name: str = "Sled push", above: str = "") -> tuple[PlannedSet, ...]:
    """Plan an exercise with these keys."""
    block = f'[[block]]\n[[block.exercise]]\nname = "{name}"\n{keys}\n'
    return plan_of(f"{above}\n{block}").blocks[0].exercises[0].sets


def problems_of(text: str, *, options: Options = DEFAULT_OPTIONS) -> list[str]:
    """Tell the problems of a session, each as line, column and message."""
    found = whole_reading(f'name = "A"\n{text}', options=options).problems
    return [f"{one.line}:{one.column}: {one.message}" for one in found]


def hints_of(text: str) -> list[str]:
    """Tell what is to be written instead, problem by problem."""
    return [one.hint for one in whole_reading(f'name = "A"\n{text}').problems]


@dataclass(frozen=True, slots=True)
class Rounds:
    """What the exercises of a block do round by round."""

    block: PlannedBlock

    def told(self) -> list[str]:
        """Tell each round in a line; an exercise that sits one out is left out."""
        rounds = self.block.rounds or 3
        return [
            ", ".join(
                f"{each.name} {demand(one)}"
                for each in self.block.exercises
                if (one := each.set_of_round(number)) is not None
            )
            for number in range(1, rounds + 1)
        ]


def demand(one: PlannedSet) -> str:
    """Tell what a set asks for."""
    if one.parts:
        times = [format_duration(part.time_ms) for part in one.parts if part.time_ms]
        reps = [format_reps(part.reps) for part in one.parts if part.reps]
        return f"{'+'.join(reps or times)} with {format_duration(one.part_rest_ms)} between"
    told = (
        one.reps and format_reps(one.reps),
        format_time(one.open_time) if one.open_time else "",
        format_duration(one.time_ms) if one.time_ms and not one.open_time else "",
        one.distance and format_distance(one.distance),
        one.calories and f"{one.calories} cal",
    )
    return " in ".join(part for part in told if part)


def told(one: PlannedSet) -> str:
    """Tell a set in a line: what it asks for, and all that is not as usual."""
    load = format_load(one.load) if one.load else ""
    if one.relative is not None:
        load = f"{format_written_load(one.relative)} = {load}"
    parts = (
        demand(one),
        format_tempo(one.tempo) if one.tempo else "",
        load,
        "/".join(one.sides),
        one.type.value if one.type is not SetType.WORKING else "",
        f"RPE {one.rpe}" if one.rpe is not None else "",
        f"({', '.join(one.words)})" if one.words else "",
        f"{format_duration(one.rep_time_ms)} a rep" if one.rep_time_ms else "",
    )
    return " · ".join(part for part in parts if part)


def rest_of(one: PlannedSet) -> str:
    """Tell the rest after a set."""
    return format_rest(one.rest)
