"""Which keys may stand together, and which have to be there.

Looks at the tables of a file and not at their values, so that it also tells what is wrong beside a
wrong value, in one go. Of two keys that exclude each other the later one is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from benchside.session.file.findings import At, KeyProblem, Path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Table: TypeAlias = "dict[str, object]"
Levels: TypeAlias = "tuple[tuple[Path, Table], ...]"
"""Tables that may say something of a set with their paths, the nearest first."""

MAX_SIDES = 10

EXCLUDING = (
    ("time", "tempo", "a tempo cues reps, a time ends by itself"),
    ("rounds", "time_cap", "so many rounds, or rounds until the cap"),
    ("every", "time_cap", "rounds on the clock, or rounds until the cap"),
    ("every", "round_rest", "what is left of every is the rest"),
    ("rounds", "sets", "with rounds an exercise has one set a round"),
    ("time_cap", "sets", "with a cap an exercise has one set a round"),
    ("rounds", "ramp", "with rounds an exercise has one set a round"),
    ("time_cap", "ramp", "with a cap an exercise has one set a round"),
)
"""Pairs of keys of one table, each with the reason."""


def check_keys(data: Table) -> list[KeyProblem]:
    """Find every key of a session that stands wrongly or is missing."""
    found: dict[Path, KeyProblem] = {}
    for finding in _session(data):
        found.setdefault(finding.path, finding)
    return list(found.values())


def tables(value: object) -> Iterator[tuple[int, Table]]:
    """The tables of a list with their positions; whatever else it holds is told elsewhere."""
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
    for i, block in tables(data.get("block")):
        yield from _block(("block", i), block, defaults)


def _block(path: Path, block: Table, defaults: Table) -> Iterator[KeyProblem]:
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


def _include(path: Path, block: Table) -> Iterator[KeyProblem]:
    for key in block:
        if key != "include":
            yield KeyProblem(
                path=(*path, max(("include", key), key=list(block).index)),
                at=At.KEY,
                message=f"include excludes {key}",
                hint="an included session brings its own blocks; leave out one of the two",
            )


def _shape(path: Path, block: Table) -> Iterator[KeyProblem]:
    if "every" in block and not {"rounds", "time_cap"} & block.keys():
        yield KeyProblem(
            path=(*path, "every"), at=At.KEY, message="every needs rounds", hint="write rounds = 10"
        )
    if "round_rest" in block and not {"rounds", "time_cap"} & block.keys():
        yield KeyProblem(
            path=(*path, "round_rest"),
            at=At.KEY,
            message="round_rest needs rounds",
            hint="write rounds = 3, or rest for the rest between sets",
        )


def _exercise(path: Path, exercise: Table, above: tuple[Table, Table]) -> Iterator[KeyProblem]:
    block, defaults = above
    yield from _level(path, exercise)
    yield from _once_a_round(path, exercise, block)
    levels: Levels = ((path, exercise), (path[:2], block), (("defaults",), defaults))
    sets = [(entry, *levels) for entry in _entries(levels)] or [levels]
    asking = [_asking(levels_of_set) for levels_of_set in sets]
    if not any(asking):
        yield _asks_nothing(path)
        return
    for levels_of_set, table in zip(sets, asking, strict=True):
        if table is None:
            yield _asks_nothing(levels_of_set[0][0])
        elif "time" in table:
            yield from _tempo_before(table, levels_of_set)


def _entries(levels: Levels) -> list[tuple[Path, Table]]:
    """The sets that the nearest level with `sets` lists; none where it counts them."""
    (_, exercise), (_, block), _ = levels
    if "sets" not in exercise and _shape_of(block):
        return []  # the rounds say how often
    path, table = next((level for level in levels if "sets" in level[1]), levels[0])
    return [((*path, "sets", i), entry) for i, entry in tables(table.get("sets"))]


def _asking(levels: Levels) -> Table | None:
    """The nearest level that states what the set asks for."""
    return next((table for _, table in levels if "reps" in table or "time" in table), None)


def _asks_nothing(path: Path) -> KeyProblem:
    return KeyProblem(
        path=(*path, "reps"),
        at=At.MISSING,
        message='missing key "reps" or "time"',
        hint='write reps = 8, or time = "45s"',
    )


def _tempo_before(asking: Table, levels: Levels) -> Iterator[KeyProblem]:
    """Find a tempo that is nearer than the time it would have to cue."""
    for path, table in levels:
        if table is asking:
            return
        if "tempo" in table:
            yield KeyProblem(
                path=(*path, "tempo"),
                at=At.KEY,
                message="tempo needs reps, but the set asks for a time",
                hint="write reps = 8, or leave the tempo out",
            )


def _once_a_round(path: Path, exercise: Table, block: Table) -> Iterator[KeyProblem]:
    """Find what asks for several sets in a block that goes round."""
    shape = _shape_of(block)
    for key in ("sets", "ramp"):
        if shape and key in exercise:
            yield KeyProblem(
                path=(*path, key),
                at=At.KEY,
                message=f"{key} excludes {shape} of its block",
                hint=f"with {shape} an exercise has one set a round; leave out one of the two",
            )


def _shape_of(block: Table) -> str | None:
    """The key that makes the exercises of a block take turns; None where they do not."""
    return next((key for key in ("rounds", "time_cap") if key in block), None)


def _level(path: Path, table: Table) -> Iterator[KeyProblem]:
    """Check the keys of one table that may say something of a set, and of the sets it lists."""
    for one, other, reason in EXCLUDING:
        if one in table and other in table:
            yield _excluding(path, table, (one, other), reason)
    if "time" in table and table.get("reps", "max") != "max":
        reason = 'in a time, only reps = "max" can be asked for'
        yield _excluding(path, table, ("time", "reps"), reason)
    if table.get("sets") == []:
        yield KeyProblem(path=(*path, "sets"), message="sets is empty", hint="write sets = 3")
    sides = table.get("sides")
    if isinstance(sides, list):
        yield from _sides((*path, "sides"), sides)
    for i, entry in tables(table.get("sets")):
        yield from _level((*path, "sets", i), entry)


def _sides(path: Path, sides: list[object]) -> Iterator[KeyProblem]:
    if len(sides) > MAX_SIDES:
        yield KeyProblem(path=path, message=f"sides has more than {MAX_SIDES}", hint="write fewer")
        return
    for i, side in enumerate(sides):
        if side in sides[:i]:
            yield KeyProblem(
                path=(*path, i), message="sides has a side twice", hint="write each side once"
            )


def _excluding(
    path: Path, table: Mapping[str, object], pair: tuple[str, str], reason: str
) -> KeyProblem:
    earlier, later = sorted(pair, key=list(table).index)
    return KeyProblem(
        path=(*path, later), at=At.KEY, message=f"{later} excludes {earlier}", hint=reason
    )
