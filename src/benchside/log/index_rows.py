"""What the index keeps of a line: what a session and its exercises come to. Pure.

Of a line only those keys are read that a question needs, in a third of the time that a checked
record takes. So a line may be in the index that `decode` refuses for another key; whoever opens
that session is told. Totals are those of `totals.sum_of`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from pydantic import TypeAdapter, ValidationError

from benchside.log.answers import COUNTED_TYPES
from benchside.log.facts import exercise_key
from benchside.log.index_keys import SessionKeys
from benchside.log.record import encode_record
from benchside.log.revisions import Deletion, decode_entry
from benchside.runner import SetStatus

NEVER_US: Final = -(1 << 62)
"""When a session was changed that never was."""

MAX_SUM: Final = (1 << 63) - 1
"""What a whole number in the index can be."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_DONE: Final = SetStatus.DONE
_ASSUMED: Final = SetStatus.ASSUMED
_SKIPPED: Final = SetStatus.SKIPPED


AnswerRow: TypeAlias = tuple[Any, ...]
"""One row, in the order of the columns that were asked for."""

ExerciseWork: TypeAlias = list[Any]
"""One exercise at one tempo in one session, as it lies in the index.

Exercise, tempo, counted sets, reps, volume in kg, time under tension in ms, longest hold in ms,
distance in m, and for each load a list: kg, as written, and the reps that were done at it.
"""


_read: Final = TypeAdapter(SessionKeys).validator.validate_json
_write_work: Final = TypeAdapter(list[ExerciseWork]).dump_json
_KEPT_AS_TEXT: Final = ("program", "imported", "day_only", "note")

SESSION_COLUMNS: Final = (
    "athlete",
    "started_us",
    "zone_s",
    "day",
    "finished_us",
    "name",
    "source",
    "status",
    "away_ms",
    "planned",
    "done",
    "assumed",
    "volume_kg",
    "tut_ms",
    "counted",
    "more",
    "work",
)
"""What the index keeps of a session, besides its name and place."""


class IndexRow(NamedTuple):
    """A line of the log as the index has it."""

    id: str
    rev: int
    changed_us: int
    session: tuple[Any, ...] | None
    """Values of the columns above; None where the line says that the session is deleted."""
    exercises: tuple[str, ...] = ()
    """Of its sets that were reached, folded, each once."""


def row_of(line: bytes) -> IndexRow:
    """Read a line of the log; raises `UnreadableLine`."""
    try:
        session = _read(line)
    except ValidationError:
        return _carefully(line)
    return _carefully(line) if "deleted" in session else _row(session)


@lru_cache(maxsize=4_096)
def fold(exercise: str) -> str:
    """Return what exercises are told apart by."""
    return exercise_key(exercise)


def moment_of(us: int, zone_s: int) -> datetime:
    """Return a moment in the zone that it was written in."""
    there = datetime(1970, 1, 1, tzinfo=timezone(timedelta(seconds=zone_s)))
    return there + timedelta(microseconds=us, seconds=zone_s)  # never by way of another year


def microseconds(moment: datetime) -> int:
    """Return a moment as microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def _carefully(line: bytes) -> IndexRow:
    """Read a line as every reader of the log does, and take what the index needs of that."""
    entry = decode_entry(line)
    if isinstance(entry, Deletion):
        return IndexRow(entry.id, entry.rev, microseconds(entry.deleted), None)
    return _row(_read(json.dumps(encode_record(entry))))


def _row(session: dict[str, Any]) -> IndexRow:
    started: datetime = session["started"]
    finished, amended = session.get("finished"), session.get("amended")
    offset = started.utcoffset()
    source = session["session"]
    statuses = [one["status"] for one in session["sets"]]
    volume_kg, tut_ms, work = _work_of(session["sets"])
    more = {key: session[key] for key in _KEPT_AS_TEXT if key in session}
    columns = (
        session["athlete"],
        microseconds(started),
        offset.days * 86_400 + offset.seconds if offset else 0,
        started.toordinal(),
        None if finished is None else microseconds(finished),
        source["name"],
        source.get("file", ""),
        session["status"],
        session.get("away_ms", 0),
        session["planned_sets"],
        statuses.count(_DONE),
        statuses.count(_ASSUMED),
        volume_kg,
        min(tut_ms, MAX_SUM),
        sum([one[2] for one in work]),
        json.dumps(more) if more else None,
        _write_work(work),
    )
    return IndexRow(
        session["id"],
        session.get("rev", 0),
        NEVER_US if amended is None else microseconds(amended),
        columns,
        tuple(dict.fromkeys([fold(one[0]) for one in work])),
    )


def _work_of(sets: list[dict[str, Any]]) -> tuple[float, int, list[ExerciseWork]]:
    """Add sets up: their volume, their time under tension, and what each exercise came to."""
    groups: dict[tuple[str, str | None], list[dict[str, Any]]] = {}
    for one in sets:
        if one["ramp"] or one["status"] is _SKIPPED:
            continue
        key = one["exercise"], one.get("tempo")
        group = groups.get(key)
        if group is None:
            groups[key] = [one]
        else:
            group.append(one)
    volume_kg, tut_ms, work = 0.0, 0, []
    for (exercise, tempo), group in groups.items():
        all_kg, all_ms, sums = _sums_of(group)
        volume_kg += all_kg
        tut_ms += all_ms
        work.append([exercise, tempo, *sums])
    return volume_kg, tut_ms, work


def _sums_of(group: list[dict[str, Any]]) -> tuple[float, int, list[Any]]:
    """Add the sets of one exercise up: volume and tension with those cut off, the rest without."""
    sets = moved = under_ms = cut_ms = 0
    moved_kg = cut_kg = 0.0
    bests: defaultdict[tuple[float | None, str], dict[int, None]] = defaultdict(dict)
    measured = []
    for one in group:  # a third of the time that an index takes to be built goes here
        status, get = one["status"], one.get
        if status is _ASSUMED or one["type"] not in COUNTED_TYPES:
            continue
        reps, load_kg, tut = get("actual_reps"), get("actual_load_kg"), get("tut")
        both = _reps_of_both(one) if "sides" in one else reps or 0
        kg = load_kg * both if load_kg is not None and load_kg > 0 else 0.0
        ms = _timed_ms(one) if tut is None else sum(tut.values())
        if status is not _DONE:
            cut_kg, cut_ms = cut_kg + kg, cut_ms + ms
            continue
        sets += 1
        moved += both
        moved_kg += kg
        under_ms += ms
        if reps is not None:
            bests[load_kg, get("actual_load", "")][reps] = None
        if tut is None or "actual_time_ms" in one or "actual_distance_m" in one:
            measured.append(one)
    loads = [[load_kg, load, *done] for (load_kg, load), done in bests.items()]
    longest_ms, distance_m = _measures_of(measured) if measured else (None, None)
    sums = [sets, moved, moved_kg, under_ms, longest_ms, distance_m, loads]
    return moved_kg + cut_kg, under_ms + cut_ms, sums


def _timed_ms(one: dict[str, Any]) -> int:
    """Return how long a set without a tempo was under tension: only a timed one is known to be."""
    is_timed = "target_time_ms" in one or "actual_time_ms" in one
    return int(one.get("work_ms", 0)) if is_timed else 0


def _reps_of_both(one: dict[str, Any]) -> int:
    """Return the reps of both sides together."""
    sides = one["sides"]
    return sum([side.get("reps", 0) for side in sides]) if sides else one.get("actual_reps", 0)


def _measures_of(group: list[dict[str, Any]]) -> tuple[int | None, float | None]:
    """Return the longest hold of some sets, and their distance together."""
    held = [ms for one in group if (ms := _held_ms(one)) is not None]
    metres = [one["actual_distance_m"] for one in group if "actual_distance_m" in one]
    return max(held, default=None), sum(metres) if metres else None


def _held_ms(one: dict[str, Any]) -> int | None:
    """Return how long a set was held, of the shorter side; None where it was no hold."""
    held: int | None = one.get("actual_time_ms")
    if held is None and "target_time_ms" in one and not ("actual_reps" in one or "tut" in one):
        sides = [side["work_ms"] for side in one.get("sides", ()) if "work_ms" in side]
        held = min(sides, default=one.get("work_ms"))
    return held
