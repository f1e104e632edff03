"""The report as JSON: the contract of `benchside show --json`, told in `docs/commands.md`.

Keys are only ever added. Moments are whole milliseconds since the session began.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from benchside.session import (
    format_distance,
    format_load,
    format_mass,
    format_reps,
    format_rest,
    format_tempo,
    load_kg,
)
from benchside.timeline import kind_of

if TYPE_CHECKING:
    from decimal import Decimal

    from benchside.report.report import Report, ReportedExercise
    from benchside.session import PlannedBlock, SetPart, TimeTarget
    from benchside.timeline import AgendaSet, Cue, ScheduledStep

VERSION: Final = 1
"""Grows when a key goes or changes its meaning."""


def report_json(report: Report) -> dict[str, Any]:
    """Return the whole report as values that JSON has."""
    plan = report.plan
    return {
        "version": VERSION,
        "name": plan.name,
        "about": plan.about,
        "goal": plan.goal,
        "totals": _totals(report),
        "exercises": [_exercise(one) for one in report.exercises],
        "blocks": [_block(block) for block in plan.blocks],
        "sets": [set_json(one) for one in report.sets],
        "steps": [step_json(report, one) for one in report.schedule.steps],
        "end": {"at_ms": report.totals.duration_ms, "cues": [_cue(report.schedule.cues[-1])]},
        "notes": list(report.notes),
    }


def _totals(report: Report) -> dict[str, Any]:
    totals = report.totals
    return {
        "duration_ms": totals.duration_ms,
        "rest_ms": report.rest_ms,
        "sets": totals.sets,
        "working_sets": totals.working_sets,
        "reps": totals.reps,
        "tut_ms": totals.tut_ms,
        "volume_kg": _number(totals.volume_kg),
    }


def _exercise(one: ReportedExercise) -> dict[str, Any]:
    return {
        "name": one.name,
        "sets": one.sets,
        "reps": one.reps,
        "tut_ms": one.tut_ms,
        "volume_kg": _number(one.volume_kg),
    }


def _block(block: PlannedBlock) -> dict[str, Any]:
    return {
        "name": block.name,
        "kind": block.kind,
        "rounds": block.rounds,
        "round_rest": format_rest(block.round_rest) if block.round_rest else None,
        "every_ms": block.every_ms,
        "every_set_ms": block.every_set_ms,
        "time_cap_ms": block.time_cap_ms,
    }


def set_json(one: AgendaSet) -> dict[str, Any]:
    """Return a set as it is planned."""
    plan = one.planned
    return {
        "block": one.id.block,
        "round": one.id.round,
        "exercise": plan.exercise,
        "number": plan.number,
        "of": plan.of,
        "type": plan.type,
        "is_ramp": plan.is_ramp,
        "reps": format_reps(plan.reps) if plan.reps else None,
        "time_ms": plan.time_ms,
        "open_time": _open_time(plan.open_time),
        "distance": format_distance(plan.distance) if plan.distance else None,
        "calories": plan.calories,
        "parts": [_part(part) for part in plan.parts],
        "part_rest_ms": plan.part_rest_ms,
        "tempo": format_tempo(plan.tempo) if plan.tempo else None,
        "starts_with": plan.starts_with,
        "load": format_load(plan.load) if plan.load else None,
        "load_kg": _number(load_kg(plan.load)),
        "plates": [format_mass(plate) for plate in plan.plates],
        "load_note": plan.load_note,
        "sides": list(plan.sides),
        "rest": format_rest(plan.rest),
        "prepare_ms": plan.prepare_ms,
        "rpe": _number(plan.rpe),
        "coaching": list(plan.cues),
    }


def _part(part: SetPart) -> dict[str, Any]:
    return {"reps": format_reps(part.reps) if part.reps else None, "time_ms": part.time_ms}


def _open_time(time: TimeTarget | None) -> dict[str, Any] | None:
    return None if time is None else {"low_ms": time.low_ms, "high_ms": time.high_ms}


def step_json(report: Report, one: ScheduledStep) -> dict[str, Any]:
    """Return a step in its place, with its phases and cues; its set by the place in `sets`."""
    return {
        "kind": kind_of(one.step),
        "set": report.place_of(one.step.set),
        "side": one.step.side,
        "start_ms": one.start_ms,
        "duration_ms": one.duration_ms,
        "is_estimate": one.step.duration_ms is None,
        "phases": [
            {
                "rep": span.rep,
                "phase": span.phase,
                "start_ms": span.start_ms,
                "end_ms": span.end_ms,
            }
            for span in one.spans
        ],
        "cues": [_cue(cue) for cue in one.cues],
    }


def _cue(cue: Cue) -> dict[str, Any]:
    return {"at_ms": cue.at_ms, "cue": cue.kind, "count": cue.count}


def _number(value: Decimal | None) -> int | float | None:
    """Return a number as short as it can be: 100, not 100.0."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
