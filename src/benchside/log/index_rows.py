"""What the index keeps of a line: what a session and its exercises come to. Pure.

Of a line only those keys are read that a question needs, in a third of the time that a checked
record takes. So a line may be in the index that `decode` refuses for another key; whoever opens
that session is told. Totals are those of `totals.sum_of`.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final, NamedTuple, TypeAlias

from pydantic import TypeAdapter, ValidationError

from benchside.log.answers import COUNTED_TYPES
from benchside.log.facts import exercise_key
from benchside.log.index_keys import SessionKeys
from benchside.log.record import encode
from benchside.log.revisions import Deletion, decode_entry
from benchside.runner.results import SetStatus

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
_WHAT_IT_IS: Final = itemgetter("exercise", "type", "ramp", "status")
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
    return _row(_read(json.dumps(encode(entry))))


def _row(session: dict[str, Any]) -> IndexRow:
    started: datetime = session["started"]
    finished, amended = session.get("finished"), session.get("amended")
    offset = started.utcoffset()
    source = session["session"]
    done, assumed, volume_kg, tut_ms, work = _work_of(session["sets"])
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
        done,
        assumed,
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


def _work_of(sets: list[dict[str, Any]]) -> tuple[int, int, float, int, list[ExerciseWork]]:
    """Add sets up: those done, those assumed, volume, time under tension, and each exercise."""
    done = assumed = tut_ms = 0
    volume_kg = 0.0
    work: dict[tuple[str, str | None], ExerciseWork] = {}
    exercise_before = tempo_before = mine = None
    for one in sets:  # a third of the time that an index takes to be built goes here
        exercise, kind, is_ramp, status = _WHAT_IT_IS(one)
        if status is _DONE:
            done += 1
        elif status is _ASSUMED:
            assumed += 1
        if is_ramp or status is _SKIPPED:
            continue
        get = one.get
        tempo = get("tempo")
        if mine is None or exercise != exercise_before or tempo != tempo_before:
            exercise_before, tempo_before = exercise, tempo
            mine = work.get((exercise, tempo))
            if mine is None:
                mine = work[exercise, tempo] = [exercise, tempo, 0, 0, 0.0, 0, None, None, {}]
        if status is _ASSUMED or kind not in COUNTED_TYPES:
            continue
        reps, load_kg, tut = get("actual_reps"), get("actual_load_kg"), get("tut")
        moved = _reps_of_both(one) if "sides" in one else reps or 0
        moved_kg = load_kg * moved if load_kg is not None and load_kg > 0 else 0.0
        under_ms = _timed_ms(one) if tut is None else sum(tut.values())
        volume_kg += moved_kg
        tut_ms += under_ms
        if status is _DONE:
            mine[2] += 1
            mine[3] += moved
            mine[4] += moved_kg
            mine[5] += under_ms
            if reps is not None:
                _note_best(mine[8], reps, load_kg, get("actual_load", ""))
            if tut is None or "actual_time_ms" in one or "actual_distance_m" in one:
                _measure(mine, one)
    packed = [[*mine[:8], [*mine[8].values()]] for mine in work.values()]
    return done, assumed, volume_kg, tut_ms, packed


def _note_best(bests: dict[Any, list[Any]], reps: int, load_kg: float | None, load: str) -> None:
    """Take a set's reps at a load into account."""
    best = bests.get((load_kg, load))
    if best is None:
        bests[load_kg, load] = [load_kg, load, reps]
    elif reps not in best[2:]:
        best.append(reps)


def _timed_ms(one: dict[str, Any]) -> int:
    """Return how long a set without a tempo was under tension: only a timed one is known to be."""
    is_timed = "target_time_ms" in one or "actual_time_ms" in one
    return int(one.get("work_ms", 0)) if is_timed else 0


def _reps_of_both(one: dict[str, Any]) -> int:
    """Return the reps of both sides together."""
    sides = one["sides"]
    return sum([side.get("reps", 0) for side in sides]) if sides else one.get("actual_reps", 0)


def _measure(mine: ExerciseWork, one: dict[str, Any]) -> None:
    """Take a set's hold and distance into account."""
    held = one.get("actual_time_ms")
    if held is None and "target_time_ms" in one and not ("actual_reps" in one or "tut" in one):
        sides = [side["work_ms"] for side in one.get("sides", ()) if "work_ms" in side]
        held = min(sides, default=one.get("work_ms"))
    if held is not None:
        mine[6] = max(held, mine[6] or 0)
    if (distance := one.get("actual_distance_m")) is not None:
        mine[7] = (mine[7] or 0.0) + distance
