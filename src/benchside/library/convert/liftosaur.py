"""Liftosaur's one-line exercises: `Program Press / 3x8-12 @8 60kg 90s / warmup: 1x5 50%`.

A line is an exercise, `## Day` begins another session. Sets, rep ranges, open sets, weights,
percentages, RPE, rests, warm-ups and supersets are taken over; progressions, scripts and what is
reused from another exercise are listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from benchside.library.convert.conversion import Conversion, Converted, Limits, Table
from benchside.library.convert.liftosaur_sets import (
    MAX_SETS,
    Keys,
    SetGroup,
    as_ramp,
    parse_sets,
    parse_shared,
    parse_warmup,
)
from benchside.session.values.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_LINE: Final = 2_000
"""Characters of an exercise's line; a longer one is left out."""

MAX_TITLE: Final = 200
"""Characters of a heading that are taken over."""

_HEAD: Final = re.compile(r"(?:(?P<label>[\w ]++):\s*+)?(?P<name>[^,\[]++)(?P<more>.*+)")
_BRACKETS: Final = re.compile(r"\[[^\[\]]*+\]")


@dataclass(slots=True)
class _Exercise:
    """A line, taken apart."""

    name: str
    groups: list[SetGroup] = field(default_factory=list)
    shared: Keys = field(default_factory=dict)
    warmup: list[SetGroup] = field(default_factory=list)
    superset: str = ""
    cues: list[str] = field(default_factory=list)

    @property
    def rounds(self) -> int | None:
        """How many sets it has if all of them are alike; None if they are not."""
        is_alike = len({tuple(sorted(group.keys.items())) for group in self.groups}) == 1
        return sum(group.count for group in self.groups) if is_alike else None


@dataclass(slots=True)
class _Day:
    title: str
    exercises: list[_Exercise] = field(default_factory=list)


def convert_liftosaur(text: str, *, title: str) -> Conversion:
    """Convert a program, a session a day; raises `InvalidValueError` without any exercise."""
    left_out: list[str] = []
    days = _days(text, title, left_out.append)
    sessions = tuple(_session(day, left_out.append) for day in days if day.exercises)
    if not sessions:
        raise InvalidValueError(
            "no line is an exercise", "a line is written: Bench Press / 3x8-12 @8 60kg 90s"
        )
    return Conversion(sessions, tuple(left_out))


def convert_line(line: str) -> tuple[Table | None, tuple[str, ...]]:
    """Convert one exercise; None where the line is none, and what is left out of it."""
    left_out: list[str] = []
    exercise = _exercise(line, left_out.append)
    return (_table(exercise, left_out.append) if exercise else None), tuple(left_out)


def _days(text: str, title: str, leave_out: Callable[[str], None]) -> list[_Day]:
    days = [_Day(title)]
    week = ""
    cues: list[str] = []
    limits = Limits()
    text, scripts = _without_scripts(text)
    for line in map(str.strip, text.splitlines()):
        if line.startswith("##"):
            name = line.lstrip("# ")[:MAX_TITLE]
            limits.spend(sessions=1)
            days.append(_Day(f"{week}: {name}" if week else name))
        elif line.startswith("#"):
            week = line.lstrip("# ")[:MAX_TITLE]
        elif line.startswith("//"):
            comment = line.lstrip("/ ").replace("*", "").strip()
            if not comment or line.startswith("///"):
                cues = []
            else:
                cues.append(comment)
        elif line and (exercise := _exercise(line, leave_out)):
            exercise.cues, cues = cues, []
            days[-1].exercises.append(exercise)
            limits.spend(exercises=1, sets=sum(group.count for group in exercise.groups))
    if scripts:
        leave_out(f"{scripts} script{'s' if scripts > 1 else ''}")
    return days


def _without_scripts(text: str) -> tuple[str, int]:
    """Cut `{~ … ~}` down to its marks, and count how many there were."""
    kept = []
    count = position = 0
    while (start := text.find("{~", position)) >= 0 and (end := text.find("~}", start + 2)) >= 0:
        kept.append(text[position:start])
        position, count = end + 2, count + 1
    kept.append(text[position:])
    return "{~ ~}".join(kept), count


def _exercise(line: str, leave_out: Callable[[str], None]) -> _Exercise | None:
    if len(line) > MAX_LINE:
        leave_out(f'a line of {len(line):,} characters, "{line[:40]}…"')
        return None
    head, *sections = (part.strip() for part in line.split("/"))
    match = _HEAD.fullmatch(head)
    if match is None or not sections:
        leave_out(f'the line "{line}"')
        return None
    exercise = _Exercise(match["name"].strip())
    more = match["more"].strip()
    if equipment := re.match(r",\s*([^\[]+)", more):
        exercise.name += f" ({equipment[1].strip()})"
    for lost in (
        f"label {match['label']}" if match["label"] else "",
        *_BRACKETS.findall(more),
    ):
        if lost:
            leave_out(f"{exercise.name}: {lost}")
    for section in sections:
        _take(section, exercise, lambda lost: leave_out(f"{exercise.name}: {lost}"))
    if not exercise.groups:
        leave_out(f"{exercise.name}: it has no sets of its own")
        return None
    if sum(group.count for group in (*exercise.groups, *exercise.warmup)) > MAX_SETS:
        leave_out(f"{exercise.name}: it has more than {MAX_SETS} sets")
        return None
    exercise.groups = [
        SetGroup(group.count, exercise.shared | group.keys) for group in exercise.groups
    ]
    return exercise


def _take(section: str, exercise: _Exercise, leave_out: Callable[[str], None]) -> None:
    """Read one section of a line."""
    key, separator, value = section.partition(":")
    match key.strip() if separator else "":
        case "warmup":
            exercise.warmup = parse_warmup(value, leave_out)
        case "superset":
            exercise.superset = value.strip()
        case "":
            sets = parse_sets(section, leave_out)
            if sets is not None:
                exercise.groups += sets
            elif section.startswith("..."):
                leave_out(section)
            else:
                exercise.shared |= parse_shared(section, leave_out)
        case _:
            leave_out(section)


def _session(day: _Day, leave_out: Callable[[str], None]) -> Converted:
    blocks: list[Table] = []
    straight: list[Table] = []
    taken: set[str] = set()
    supersets: dict[str, list[_Exercise]] = {}
    for exercise in day.exercises:
        supersets.setdefault(exercise.superset, []).append(exercise)
    circuits = {name for name, members in supersets.items() if name and _is_circuit(members)}
    for exercise in day.exercises:
        if exercise.superset not in circuits:
            if exercise.superset and exercise.superset not in taken:
                leave_out(f"superset {exercise.superset}: its exercises differ in their sets")
                taken.add(exercise.superset)
            straight.append(_table(exercise, leave_out))
        elif exercise.superset not in taken:
            taken.add(exercise.superset)
            if straight:
                blocks.append({"exercise": straight})
                straight = []
            blocks.append(_circuit(supersets[exercise.superset], leave_out))
    if straight:
        blocks.append({"exercise": straight})
    return Converted(day.title, {"name": day.title, "block": blocks})


def _is_circuit(exercises: list[_Exercise]) -> bool:
    rounds = {one.rounds for one in exercises}
    return len(exercises) > 1 and len(rounds) == 1 and None not in rounds


def _circuit(exercises: list[_Exercise], leave_out: Callable[[str], None]) -> Table:
    tables = []
    for one in exercises:
        if one.warmup:
            leave_out(f"{one.name}: the warm-up of a superset")
        table = {"name": one.name, **one.groups[0].keys}
        tables.append(table | {"cues": one.cues} if one.cues else table)
    return {
        "name": f"Superset {exercises[0].superset}",
        "rounds": exercises[0].rounds,
        "exercise": tables,
    }


def _table(exercise: _Exercise, leave_out: Callable[[str], None]) -> Table:
    """An exercise as a session file has it."""
    table: Table = {"name": exercise.name}
    groups = exercise.groups
    ramp = as_ramp(exercise.warmup) if "load" in groups[0].keys else None
    if ramp:
        table["ramp"] = ramp
    elif exercise.warmup:
        groups = [*_warm_up_sets(exercise, leave_out), *groups]
    if exercise.rounds is not None and groups is exercise.groups:
        table |= {"sets": exercise.rounds, **groups[0].keys}
    else:
        table["sets"] = [dict(group.keys) for group in groups for _ in range(group.count)]
    if exercise.cues:
        table["cues"] = exercise.cues
    return table


def _warm_up_sets(exercise: _Exercise, leave_out: Callable[[str], None]) -> list[SetGroup]:
    """Warm-ups with a weight of their own; parts of a load that nobody wrote are left out."""
    groups = []
    for group in exercise.warmup:
        load = group.keys.get("load")
        if isinstance(load, str) and load.endswith("%"):
            leave_out(f"{exercise.name}: the warm-up with {load}")
        else:
            groups.append(SetGroup(group.count, {**group.keys, "type": "warm-up"}))
    return groups
