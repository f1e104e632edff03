"""Which keys may stand together, and which have to be there.

Looks at the tables of a file and not at their values, so that it also tells what is wrong beside a
wrong value, in one go. Of two keys that exclude each other the later one is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from benchside.session.file.exclusions import ASKS, Table, excluded_keys, takes_back
from benchside.session.file.findings import At, KeyPath, KeyProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

Levels: TypeAlias = "tuple[tuple[KeyPath, Table], ...]"
"""Tables that may say something of a set with their paths, the nearest first."""

MAX_SIDES = 10


def check_keys(data: Table) -> list[KeyProblem]:
    """Return every key of a session that stands wrongly or is missing."""
    found: dict[KeyPath, KeyProblem] = {}
    for finding in _session(data):
        found.setdefault(finding.path, finding)
    return list(found.values())


def tables(value: object) -> Iterator[tuple[int, Table]]:
    """Yield the tables of a list with their positions; whatever else it holds is told elsewhere."""
    if isinstance(value, list):
        yield from ((i, entry) for i, entry in enumerate(value) if isinstance(entry, dict))


def _session(data: Table) -> Iterator[KeyProblem]:
    if data.get("block") == []:
        yield KeyProblem(path=("block",), message="block is empty", hint="write [[block]]")
    defaults = data.get("defaults")
    if isinstance(defaults, dict):
        yield from _level(("defaults",), defaults)
    else:
        defaults = {}
    yield from check_schemes(("scheme",), data.get("scheme"))
    for i, block in tables(data.get("block")):
        yield from _block(("block", i), block, defaults)


def check_schemes(path: KeyPath, schemes: object) -> Iterator[KeyProblem]:
    """Check the keys of the sets in a table of schemes."""
    for name, entries in schemes.items() if isinstance(schemes, dict) else ():
        if entries == []:
            yield KeyProblem(
                path=(*path, name), message=f"{name} is empty", hint='write ["65% x 5"]'
            )
        for i, entry in tables(entries):
            yield from _level((*path, name, i), entry)


def _block(path: KeyPath, block: Table, defaults: Table) -> Iterator[KeyProblem]:
    if "include" in block:
        yield from _include(path, block)
        return
    yield from _level(path, block)
    yield from _shape(path, block)
    if "exercise" not in block:
        yield KeyProblem(
            path=(*path, "exercise"),
            at=At.MISSING,
            message='missing key "exercise"',
            hint="write [[block.exercise]], or include = …",
        )
    if block.get("exercise") == []:
        yield KeyProblem(
            path=(*path, "exercise"), message="exercise is empty", hint="write [[block.exercise]]"
        )
    for i, exercise in tables(block.get("exercise")):
        yield from _exercise((*path, "exercise", i), exercise, (block, defaults))


def _include(path: KeyPath, block: Table) -> Iterator[KeyProblem]:
    for key in block:
        if key != "include":
            yield KeyProblem(
                path=(*path, max(("include", key), key=list(block).index)),
                at=At.KEY,
                message=f"include excludes {key}",
                hint="an included session brings its own blocks; leave out one of the two",
            )


def _shape(path: KeyPath, block: Table) -> Iterator[KeyProblem]:
    if "every" in block and not {"rounds", "time_cap"} & block.keys():
        yield KeyProblem(
            path=(*path, "every"),
            at=At.KEY,
            message="every needs rounds",
            hint="write rounds = 10, or every_set for straight sets on the clock",
        )
    if "round_rest" in block and not {"rounds", "time_cap"} & block.keys():
        yield KeyProblem(
            path=(*path, "round_rest"),
            at=At.KEY,
            message="round_rest needs rounds",
            hint="write rounds = 3, or rest for the rest between sets",
        )


def _exercise(path: KeyPath, exercise: Table, above: tuple[Table, Table]) -> Iterator[KeyProblem]:
    block, defaults = above
    yield from _level(path, exercise)
    yield from _against_shape(path, exercise, block)
    levels: Levels = ((path, exercise), (path[:2], block), (("defaults",), defaults))
    where, asked = _sets(levels)
    if isinstance(asked, str):
        return  # a scheme may come from a program: looked at when it is resolved
    if isinstance(asked, list) and not all(isinstance(entry, dict | str) for entry in asked):
        return  # what is no set is told at its own place, and may have been reps
    sets = [(entry, *levels) for entry in _entries(where, asked)] or [levels]
    asking = [_asking(levels_of_set) for levels_of_set in sets]
    if not any(asking):
        yield asks_nothing(path)
        return
    for levels_of_set, table in zip(sets, asking, strict=True):
        if table is None:
            yield asks_nothing(levels_of_set[0][0])
        elif "reps" not in table or "time" in table:
            yield from _tempo_before(table, levels_of_set)


def _sets(levels: Levels) -> tuple[KeyPath, object]:
    """Return what the nearest level says of the sets; of rounds the defaults say nothing."""
    goes_round = shape_of(levels[1][1]) is not None
    nearest = next(
        (level for level in levels[: 2 if goes_round else 3] if "sets" in level[1]), None
    )
    return ((), None) if nearest is None else ((*nearest[0], "sets"), nearest[1]["sets"])


def _entries(path: KeyPath, asked: object) -> list[tuple[KeyPath, Table]]:
    """Return the sets of a list; a line asks for reps."""
    if not isinstance(asked, list):
        return []
    tables_of = (entry if isinstance(entry, dict) else _line(entry) for entry in asked)
    return [((*path, i), table) for i, table in enumerate(tables_of) if table is not None]


def _line(entry: object) -> Table | None:
    return {"reps": entry} if isinstance(entry, str) else None


def _asking(levels: Levels) -> Table | None:
    """Return the nearest level that states what the set asks for."""
    return next((table for _, table in levels if any(key in table for key in ASKS)), None)


def asks_nothing(path: KeyPath) -> KeyProblem:
    """Find that a set, or all sets of an exercise, ask for nothing."""
    return KeyProblem(
        path=(*path, "reps"),
        at=At.MISSING,
        message='missing key "reps" or "time"',
        hint='write reps = 8, or time = "45s"',
    )


def _tempo_before(asking: Table, levels: Levels) -> Iterator[KeyProblem]:
    """Yield a tempo that is nearer than the time or the distance it would have to cue."""
    what = next(key for key in ("time", "distance", "calories") if key in asking)
    for path, table in levels:
        if table is asking:
            return
        if "tempo" in table and not takes_back("tempo", table["tempo"]):
            noun = what if what == "calories" else f"a {what}"
            yield KeyProblem(
                path=(*path, "tempo"),
                at=At.KEY,
                message=f"tempo needs reps, but the set asks for {noun}",
                hint="write reps = 8, or leave the tempo out",
            )


def _against_shape(path: KeyPath, exercise: Table, block: Table) -> Iterator[KeyProblem]:
    """Yield what has no place in an exercise of a block of this shape."""
    shape = shape_of(block)
    if shape == "time_cap" and "sets" in exercise:
        yield _misplaced((*path, "sets"), shape)
    if shape and "ramp" in exercise:
        yield _misplaced((*path, "ramp"), shape)
    if "every_set" not in block:
        return
    if not shape and "ramp" in exercise:
        hint = "each set starts on the clock; write rising loads, or a block before"
        yield _misplaced((*path, "ramp"), "every_set", hint)
    entries = (((*path, "sets", i), entry) for i, entry in tables(exercise.get("sets")))
    for where, table in ((path, exercise), *entries):
        if "rest" in table:
            hint = "each set starts on the clock, what is left is the rest"
            yield _misplaced((*where, "rest"), "every_set", hint)


def _misplaced(path: KeyPath, shape: str, hint: str = "") -> KeyProblem:
    return KeyProblem(
        path=path,
        at=At.KEY,
        message=f"{path[-1]} excludes {shape} of its block",
        hint=hint or f"with {shape} an exercise has one set a round; leave out one of the two",
    )


def shape_of(block: Table) -> str | None:
    """Return the key that makes the exercises of a block take turns; None where they do not."""
    return next((key for key in ("rounds", "time_cap") if key in block), None)


def _level(path: KeyPath, table: Table) -> Iterator[KeyProblem]:
    """Check the keys of one table that may say something of a set, and of the sets it lists."""
    yield from excluded_keys(path, table)
    if table.get("sets") == []:
        yield KeyProblem(path=(*path, "sets"), message="sets is empty", hint="write sets = 3")
    sides = table.get("sides")
    if isinstance(sides, list):
        yield from _sides((*path, "sides"), sides)
    for i, entry in tables(table.get("sets")):
        yield from _level((*path, "sets", i), entry)


def _sides(path: KeyPath, sides: list[object]) -> Iterator[KeyProblem]:
    if len(sides) > MAX_SIDES:
        yield KeyProblem(path=path, message=f"sides has more than {MAX_SIDES}", hint="write fewer")
        return
    for i, side in enumerate(sides):
        if side in sides[:i]:
            yield KeyProblem(
                path=(*path, i), message="sides has a side twice", hint="write each side once"
            )
