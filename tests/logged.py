"""The log of the examples in docs/commands.md: three weeks of two athletes' training."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING

from benchside.log.record import TutRecord, encode_record
from benchside.runner.results import SessionStatus, SetStatus
from benchside.testing import a_record, a_set_record

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.log.record import Record, SetRecord

MONDAY = datetime(2024, 1, 8, 18, 0, tzinfo=timezone(timedelta(hours=1)))


def hip_thrusts(*reps: int, load: str, rpe: int, start: datetime) -> list[SetRecord]:
    """A ramp set and working sets of the hip thrust at a tempo."""
    ramp = replace(
        a_set_record(reps=8, load_kg=50, ramp=True, started=start, tempo="2-1-X-1"),
        planned_rest_ms=60_000,
        taken_rest_ms=65_000,
    )
    sets = [
        replace(
            a_set_record(
                reps=had,
                load_kg=load,
                number=number,
                of=len(reps),
                tempo="2-1-X-1",
                rpe=rpe,
                started=start + timedelta(minutes=4 * number),
            ),
            target_reps="5-8",
            tut=TutRecord(
                eccentric_ms=had * 2_000,
                pause_stretched_ms=had * 1_000,
                concentric_ms=had * 1_000,
                pause_contracted_ms=had * 1_000,
            ),
            planned_rest_ms=180_000,
            taken_rest_ms=180_000 + number * 5_000,
        )
        for number, had in enumerate(reps, start=1)
    ]
    return [ramp, *sets]


def clamshells(status: SetStatus, *, start: datetime) -> list[SetRecord]:
    """Two sets with a band."""
    one = replace(
        a_set_record("Clamshell", reps=12, load_kg=None, of=2, started=start, status=status),
        block="Finisher",
        target_load="band",
        actual_load="band",
    )
    return [one, replace(one, number=2)]


def sample() -> list[Record]:
    """Sessions of the hip thrust that go up, and one of another athlete."""
    second, third = MONDAY + timedelta(days=7), MONDAY + timedelta(days=15)
    first_sets = hip_thrusts(8, 8, 7, load="97.5", rpe=8, start=MONDAY)
    third_sets = hip_thrusts(6, 6, 5, load="105", rpe=9, start=third)
    third_sets[2] = replace(third_sets[2], note="left heel lifts")
    third_sets[3] = replace(third_sets[3], actual_load="102.5 kg", actual_load_kg=Decimal("102.5"))
    sessions = [
        a_record(
            *first_sets,
            *clamshells(SetStatus.DONE, start=MONDAY),
            session="Hip thrust: strength",
            started=MONDAY,
            athlete="Anna",
        ),
        a_record(
            *hip_thrusts(8, 8, 8, load="97.5", rpe=8, start=second),
            *clamshells(SetStatus.ASSUMED, start=second),
            session="Hip thrust: strength",
            started=second,
            athlete="Anna",
        ),
        a_record(
            *third_sets,
            session="Hip thrust: strength",
            started=third,
            minutes=38,
            status=SessionStatus.PARTIAL,
            athlete="Anna",
        ),
    ]
    sessions[2] = replace(sessions[2], planned_sets=6, note="slept badly")
    return sessions


def write_sample(home: Path) -> None:
    """Write the log of the examples."""
    lines = (json.dumps(encode_record(record)) for record in sample())
    (home / "log.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
