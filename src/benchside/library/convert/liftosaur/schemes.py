"""Weeks that differ in nothing but their sets: one session a day, and schemes of sets a week.

What all weeks have in common stays in the session; an exercise whose sets change asks for a scheme
by its name, and exercises that change alike ask for the same one. The session brings the scheme of
the first week, for whoever does it alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.library.convert.liftosaur.tables import (
    HEAD,
    common_keys,
    exercises_of,
    listed_sets,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchside.library.convert.conversion import TomlScheme, TomlTable

MAX_NAME: Final = 30
"""Characters of a scheme's name, without the number that tells it from another one."""

Spot: TypeAlias = tuple[int, int, int]
"""Where an exercise stands: its day, its block and its place there, from 0."""

Weekly: TypeAlias = "tuple[list[TomlTable], ...]"
"""The sets of an exercise, week by week."""


@dataclass(frozen=True, slots=True)
class SchemedDays:
    """The days of a week that goes round."""

    sessions: tuple[TomlTable, ...]
    """A session a day, without its name."""
    weeks: tuple[dict[str, TomlScheme], ...]
    """The schemes of every week."""


def schemed(weeks: Sequence[Sequence[TomlTable]]) -> SchemedDays | None:
    """Return one session for each day of the week; None where more than their sets differ."""
    first, *others = weeks
    shapes = [_shape(day) for day in first]
    if any([_shape(day) for day in week] != shapes for week in others):
        return None
    sessions = [_copied(day) for day in first]
    changing: dict[Spot, Weekly] = {}
    for spot in _spots(first):
        weekly = tuple(listed_sets(_exercise(week, spot)) for week in weeks)
        if any(sets != weekly[0] for sets in weekly):
            common = common_keys([entry for sets in weekly for entry in sets])
            changing[spot] = tuple(
                [{key: entry[key] for key in entry if key not in common} for entry in sets]
                for sets in weekly
            )
            _ask_for_scheme(_exercise(sessions, spot), common)
    names = _names(first, changing)
    for spot, name in names.items():
        _exercise(sessions, spot)["sets"] = name
    schemes = tuple(
        {names[spot]: _written(weekly[week]) for spot, weekly in changing.items()}
        for week in range(len(weeks))
    )
    for place, session in enumerate(sessions):
        own = {names[spot]: schemes[0][names[spot]] for spot in names if spot[0] == place}
        if own:
            session["scheme"] = own
    return SchemedDays(tuple(sessions), schemes)


def _blocks(day: TomlTable) -> list[TomlTable]:
    blocks = day["block"]
    assert isinstance(blocks, list)
    return blocks


def _is_straight(block: TomlTable) -> bool:
    return not {"rounds", "every"} & block.keys()


def _head(exercise: TomlTable) -> TomlTable:
    """Return what an exercise says beside its sets."""
    return {key: exercise[key] for key in HEAD if key in exercise}


def _shape(day: TomlTable) -> TomlTable:
    """Return a day without the sets of its exercises, but for those that take turns."""
    blocks = [
        block | {"exercise": [_head(one) for one in exercises_of(block)]}
        if _is_straight(block)
        else block
        for block in _blocks(day)
    ]
    return day | {"block": blocks}


def _copied(day: TomlTable) -> TomlTable:
    """Return a day whose exercises can be changed."""
    blocks = [
        block | {"exercise": [dict(one) for one in exercises_of(block)]} for block in _blocks(day)
    ]
    return day | {"block": blocks}


def _spots(days: Sequence[TomlTable]) -> Iterator[Spot]:
    """Yield the exercises whose sets may become schemes."""
    for place, day in enumerate(days):
        for number, block in enumerate(_blocks(day)):
            if _is_straight(block):
                yield from ((place, number, i) for i in range(len(exercises_of(block))))


def _exercise(days: Sequence[TomlTable], spot: Spot) -> TomlTable:
    day, block, place = spot
    return exercises_of(_blocks(days[day])[block])[place]


def _ask_for_scheme(exercise: TomlTable, common: TomlTable) -> None:
    """Leave only what all of its weeks have in common, and a place for the scheme's name."""
    head = _head(exercise)
    cues = {"cues": head.pop("cues")} if "cues" in head else {}
    exercise.clear()
    exercise.update({**head, "sets": "", **common, **cues})


def _names(days: Sequence[TomlTable], changing: dict[Spot, Weekly]) -> dict[Spot, str]:
    """Return the names of the schemes; exercises that change alike have the same one."""
    alike: dict[str, list[Spot]] = defaultdict(list)
    for spot, weekly in changing.items():
        alike[repr(weekly)].append(spot)
    names: dict[Spot, str] = {}
    for spots in alike.values():
        wished = _wished_name(days, spots)
        number, name = 1, wished
        while name in names.values():
            number += 1
            name = f"{wished}-{number}"
        names |= dict.fromkeys(spots, name)
    return dict(sorted(names.items()))


def _wished_name(days: Sequence[TomlTable], spots: list[Spot]) -> str:
    """Return the exercise's name, else the label that all have, else `main`."""
    exercises = {str(_exercise(days, spot)["name"]) for spot in spots}
    labels = {str(_blocks(days[day])[block].get("name", "")) for day, block, _ in spots}
    text = next(iter(exercises if len(exercises) == 1 else labels if len(labels) == 1 else ()), "")
    name = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:MAX_NAME].strip("-")
    return name if name[:1].isalpha() and name != "name" else "main"


def _written(sets: list[TomlTable]) -> TomlScheme:
    """Write sets, each in one line where it has a percentage and reps and nothing else."""
    written: TomlScheme = []
    for entry in sets:
        load = str(entry.get("load", ""))
        is_short = entry.keys() == {"reps", "load"} and load.endswith("%")
        written.append(f"{load} x {entry['reps']}" if is_short else entry)
    return written
