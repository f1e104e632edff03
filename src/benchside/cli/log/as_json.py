"""The answers of the log as values that JSON has: kilograms, milliseconds, days in their zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchside.log import RecordKind, e1rm_kg, encode_record, record_words, sets_words, two_places
from benchside.session import format_load, format_rpe, load_kg

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from benchside.log import (
        Adherence,
        Bests,
        ExerciseSum,
        LastTime,
        LogStats,
        PersonalRecord,
        Record,
        SessionBest,
        SetFact,
        WeekSum,
    )

UNITS = {RecordKind.REPS: "reps", RecordKind.TENSION: "ms"}
"""Of the values of a record; those of the other kinds are kilograms."""


def record_json(record: Record, broken: Iterable[PersonalRecord]) -> dict[str, Any]:
    """Return a session as it stands in the log, with the records that it broke."""
    return {**encode_record(record), "records": [_record(one) for one in broken]}


def last_time_json(last: LastTime, *, session: str) -> dict[str, Any]:
    """Return an exercise in one session; `session` is what that is called."""
    return {
        "id": last.session,
        "session": session,
        "started": last.date.isoformat(),
        "tempo": last.tempo or None,
        "told": sets_words(last.sets),
        "note": last.note,
        "sets": [set_json(one) for one in last.sets],
    }


def set_json(one: SetFact) -> dict[str, Any]:
    """Return a set in short; the log has all of it."""
    return {
        "date": one.date.date().isoformat(),
        "id": one.session,
        "status": one.status,
        "reps": one.reps,
        "load": format_load(one.load) if one.load else None,
        "load_kg": _number(load_kg(one.load)),
        "held_ms": one.held_ms,
        "rpe": None if one.rpe is None else format_rpe(one.rpe),
        "e1rm_kg": _rounded(e1rm_kg(one)),
    }


def bests_json(bests: Bests) -> dict[str, Any]:
    """Return the best of an exercise at one tempo and sort of load."""
    return {
        "exercise": bests.exercise,
        "tempo": bests.tempo or None,
        "sets": bests.sets,
        "heaviest": set_json(bests.heaviest),
        "e1rm": set_json(bests.e1rm) if bests.e1rm else None,
        "longest": set_json(bests.longest) if bests.longest else None,
        "by_reps": [
            {"from": one.low, "to": one.high, "heaviest": set_json(one.best)}
            for one in bests.brackets
        ],
        "volume": _session_best(bests.volume, "volume_kg"),
        "tension": _session_best(bests.tension, "tut_ms"),
    }


def stats_json(stats: LogStats) -> dict[str, Any]:
    """Return what sessions come to."""
    return {
        "sessions": stats.sessions,
        "weeks_in_a_row": stats.streak.current,
        "most_weeks_in_a_row": stats.streak.longest,
        "weeks": [_week(week) for week in stats.weeks],
        "exercises": [_exercise(one) for one in stats.exercises],
        "without_muscles": list(stats.without_muscles),
        "plan": _plan(stats.adherence),
    }


def _week(week: WeekSum) -> dict[str, Any]:
    return {
        "week": week.name,
        "monday": week.monday.isoformat(),
        "sessions": week.sessions,
        "days": week.days,
        "sets": week.sets,
        "volume_kg": _number(week.volume_kg),
        "tut_ms": week.tension_ms,
        "duration_ms": week.duration_ms,
        "planned_sets": week.planned_sets,
        "done_sets": week.done_sets,
        "muscles": [
            {"muscle": one.muscle, "sets": _number(one.sets), "days": one.days}
            for one in week.muscles.muscles
        ],
    }


def _exercise(total: ExerciseSum) -> dict[str, Any]:
    return {
        "exercise": total.exercise,
        "sessions": total.sessions,
        "last": total.last.date().isoformat(),
        "sets": total.sets,
        "reps": total.reps,
        "volume_kg": _number(total.volume_kg),
        "tut_ms": total.tension_ms,
        "e1rm_kg": _rounded(e1rm_kg(total.e1rm)) if total.e1rm else None,
    }


def _plan(adherence: Adherence) -> dict[str, Any]:
    sets, loads, reps, rests = adherence.sets, adherence.loads, adherence.reps, adherence.rests
    return {
        "planned": sets.planned,
        "done": sets.done,
        "assumed": sets.assumed,
        "cut": sets.cut,
        "skipped": sets.skipped,
        "unreached": sets.unreached,
        "loads_as_planned": loads.as_planned,
        "loads_lighter": loads.lighter,
        "loads_heavier": loads.heavier,
        "reps_reached": reps.reached,
        "reps_fewer": reps.fewer,
        "rests": rests.rests,
        "planned_rest_ms": rests.planned_ms,
        "taken_rest_ms": rests.taken_ms,
    }


def _record(record: PersonalRecord) -> dict[str, Any]:
    return {
        "kind": record.kind,
        "exercise": record.by.exercise,
        "tempo": record.by.tempo or None,
        "value": _rounded(record.value),
        "before": _rounded(record.before),
        "unit": UNITS.get(record.kind, "kg"),
        "set": set_json(record.by),
        "told": record_words(record),
    }


def _session_best(best: SessionBest | None, key: str) -> dict[str, Any] | None:
    if best is None:
        return None
    return {"id": best.session, "date": best.date.date().isoformat(), key: _number(best.value)}


def _rounded(value: Decimal | None) -> int | float | None:
    return None if value is None else _number(two_places(value))


def _number(value: Decimal | None) -> int | float | None:
    """Return a number as JSON has it."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
