"""Exercises and blocks as a session file has them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from benchside.library.convert.liftosaur.set_keys import (
    REST_S,
    WARM_UP_REST_S,
    is_on_the_clock,
    seconds,
    set_keys,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchside.library.convert.conversion import Losses, TomlTable
    from benchside.library.convert.liftosaur.planning import ResolvedExercise
    from benchside.library.convert.liftosaur.set_words import WrittenSets

HEAD: Final = ("name", "ramp", "progress", "cues")
"""Keys of an exercise that say nothing of a single set."""


def exercise_table(exercise: ResolvedExercise, losses: Losses) -> TomlTable:
    """Return an exercise with all of its sets, one after the other."""
    entries = list(_entries(exercise, exercise.sets, losses))
    table: TomlTable = {"name": exercise.title}
    if exercise.warm_up.is_ramp and exercise.warm_up.entries:
        table["ramp"] = exercise.warm_up.ramp
    else:
        entries = [*warm_up_entries(exercise), *entries]
    return table | _told(exercise) | _sets(entries)


def _entries(
    exercise: ResolvedExercise, groups: Sequence[WrittenSets], losses: Losses
) -> Iterator[TomlTable]:
    for group in groups:
        tell = partial(_tell, losses, exercise.title, group.line)
        keys = set_keys(group, exercise.cues, tell)
        yield from (dict(keys) for _ in range(group.count or 0))


def _tell(losses: Losses, title: str, line: int, lost: str) -> None:
    losses.add(f"{title}: {lost}", line)


def warm_up_entries(exercise: ResolvedExercise) -> list[TomlTable]:
    """Return warm-ups as sets of their own."""
    return [
        {
            "reps": entry.reps,
            **({"load": entry.load} if entry.load else {}),
            "rest": seconds(WARM_UP_REST_S),
            "type": "warm-up",
        }
        for entry in exercise.warm_up.entries
    ]


def _sets(entries: list[TomlTable]) -> TomlTable:
    """Count sets that are alike, and list those that differ below what they have in common."""
    first, *others = entries
    if all(other == first for other in others):
        return ({"sets": len(entries)} if others else {}) | first
    common = common_keys(entries)
    return common | {
        "sets": [
            {key: value for key, value in entry.items() if key not in common} for entry in entries
        ]
    }


def common_keys(entries: Sequence[TomlTable]) -> TomlTable:
    """Return what sets have in common beside reps and time, which each of them says."""
    first, *others = entries
    return {
        key: value
        for key, value in first.items()
        if key not in ("reps", "time") and all(other.get(key) == value for other in others)
    }


def listed_sets(exercise: TomlTable) -> list[TomlTable]:
    """Return the sets of an exercise one by one, each with everything that it asks for."""
    common = {key: exercise[key] for key in exercise if key not in (*HEAD, "sets")}
    sets = exercise.get("sets", 1)
    entries: list[TomlTable] = [{}] * sets if isinstance(sets, int) else list(_tables(sets))
    return [common | entry for entry in entries]


def exercises_of(block: TomlTable) -> list[TomlTable]:
    """Return the exercises of a block, in their order."""
    return list(_tables(block["exercise"]))


def _tables(value: object) -> list[TomlTable]:
    assert isinstance(value, list)
    return value


def warm_up_block(exercises: Sequence[ResolvedExercise]) -> TomlTable | None:
    """Return the warm-ups of exercises that take turns, before them; None where there are none."""
    tables = [
        {"name": exercise.title, **_sets(warm_up_entries(exercise))}
        for exercise in exercises
        if exercise.warm_up.entries
    ]
    return {"kind": "warm-up", "exercise": tables} if tables else None


def circuit_block(name: str, exercises: Sequence[ResolvedExercise], losses: Losses) -> TomlTable:
    """Return exercises that take turns; those with fewer sets sit the last rounds out."""
    entries = [list(_entries(one, one.sets, losses)) for one in exercises]
    rounds = max(map(len, entries))
    tables = [_turns(one, own, rounds) for one, own in zip(exercises, entries, strict=True)]
    block: TomlTable = {"name": name} | ({"rounds": rounds} if rounds > 1 else {})
    return block | {"exercise": tables}


def _turns(exercise: ResolvedExercise, entries: list[TomlTable], rounds: int) -> TomlTable:
    """Return an exercise of a circuit, in which a rest that is not said would be none."""
    sets = _sets(entries)
    if sets.get("sets") == rounds:
        del sets["sets"]
    elif rounds > 1:
        sets.setdefault("sets", 1)
    rest: TomlTable = {"rest": seconds(REST_S)}
    return {"name": exercise.title, **_told(exercise), **rest, **sets}


def clock_blocks(exercise: ResolvedExercise, losses: Losses) -> Iterator[TomlTable]:
    """Return an exercise whose sets begin on the clock; those that do not have their own block."""
    name: TomlTable = {"name": exercise.title}
    for group in exercise.sets:
        if is_on_the_clock(group, is_alone=True):
            yield _clock_block(exercise, group, losses)
        else:
            sets = _sets(list(_entries(exercise, (group,), losses)))
            yield {"exercise": [name | _told(exercise) | sets]}


def _clock_block(exercise: ResolvedExercise, group: WrittenSets, losses: Losses) -> TomlTable:
    """Return sets of which each begins when the time and the rest of the one before are over."""
    every_s = (group.hold_s or 0) + (REST_S if group.rest_s is None else group.rest_s)
    if group.reps == 1:
        losses.add(f"{exercise.title}: it is read as 1 rep every {every_s} s", group.line)
    [keys, *_] = _entries(exercise, (replace(group, hold_s=None, rest_s=0),), losses)
    return {
        "rounds": group.count,
        "every": seconds(every_s),
        "exercise": [{"name": exercise.title, **_told(exercise), **keys}],
    }


def _told(exercise: ResolvedExercise) -> TomlTable:
    """Return what an exercise says beside its sets."""
    told: TomlTable = {"progress": exercise.progress} if exercise.progress else {}
    return told | ({"cues": list(exercise.cues)} if exercise.cues else {})
