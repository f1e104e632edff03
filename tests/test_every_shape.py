"""Every shape of the session language, led on plain lines to its log line without any input.

Two of them by the real command in real time, which is slow, all of them by the real player on a
clock of their own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from benchside.session.athlete.athlete import Athlete, read_athlete
from benchside.session.read import Options, read
from benchside.timeline.agenda import agenda_of
from tests.marks import slow
from tests.plain.leading import lead

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE_S = 120

HEAD = """
name = "A shape"

[defaults]
prepare = "0s"
rest = "0s"
"""

ATHLETE = """
[training_max]
"Barbell hip thrust" = "140 kg"
"""


@dataclass(frozen=True)
class Shape:
    """A block of a file, and what its log line has to hold of it, in order."""

    written: str
    logged: tuple[tuple[object, ...], ...]
    keys: tuple[str, ...] = ("exercise",)


TWO = """
  [[block.exercise]]
  name = "Squat"
  reps = 1
  tempo = "0-0-X-0"

  [[block.exercise]]
  name = "Plank"
  time = "1s"
"""

SHAPES = {
    "a circuit": Shape(
        f"[[block]]\nrounds = 2\nround_rest = '1s'\n{TWO}",
        (("Squat", 1), ("Plank", 1), ("Squat", 2), ("Plank", 2)),
        ("exercise", "round"),
    ),
    "a superset": Shape(
        f"[[block]]\nrounds = 1\n{TWO}",
        (("Squat", 1), ("Plank", 1)),
        ("exercise", "round"),
    ),
    "an EMOM": Shape(
        f"[[block]]\nrounds = 2\nevery = '4s'\n{TWO}",
        (("Squat", 1), ("Plank", 1), ("Squat", 2), ("Plank", 2)),
        ("exercise", "round"),
    ),
    "an AMRAP": Shape(
        "[[block]]\ntime_cap = '5s'\n"
        "  [[block.exercise]]\n  name = 'Squat'\n  reps = 2\n  tempo = '0-1-X-0'\n",
        (("assumed", 1, 2), ("cut", 2, None)),
        ("status", "round", "reps_unless_cut"),
    ),
    "a Tabata": Shape(
        "[[block]]\nrounds = 2\n"
        "  [[block.exercise]]\n  name = 'Squat'\n  time = '1s'\n  rest = '1s'\n",
        (("Squat", 1), ("Squat", 2)),
        ("exercise", "round"),
    ),
    "a drop set": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Row'\n  tempo = '0-0-X-0'\n  sets = [\n"
        "    { reps = 1, load = '60 kg' },\n"
        "    { reps = 2, load = '40 kg', type = 'drop' },\n  ]\n",
        (("working", "60 kg", 1), ("drop", "40 kg", 2)),
        ("type", "actual_load", "actual_reps"),
    ),
    "a pyramid": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Row'\n  tempo = '0-0-X-0'\n  sets = [\n"
        "    { reps = 2, load = '50 kg' },\n    { reps = 1, load = '60 kg' },\n"
        "    { reps = 2, load = '50 kg' },\n  ]\n",
        (("50 kg", 2), ("60 kg", 1), ("50 kg", 2)),
        ("actual_load", "actual_reps"),
    ),
    "one side at a time": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Lunge'\n  reps = 1\n  tempo = '0-0-X-0'\n"
        "  sides = ['left', 'right']\n  switch = '1s'\n",
        ((1, ["left", "right"]),),
        ("actual_reps", "side_labels"),
    ),
    "an isometric hold": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Plank'\n  time = '2s'\n",
        ((2000, 2000),),
        ("target_time_ms", "work_ms"),
    ),
    "percent of a training max": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Barbell hip thrust'\n"
        "  prepare = '0.1s'\n  reps = 1\n"
        "  tempo = '0-0-X-0'\n  load = '80%'\n",
        (("110 kg", 110),),
        ("actual_load", "actual_load_kg"),
    ),
}


IN_REAL_TIME = ("percent of a training max", *slow("an AMRAP"))


def lead_at_once(written: str) -> list[dict[str, Any]]:
    """Lead a session on a clock of its own; the sets of its log line."""
    athlete = read_athlete(ATHLETE, file="anna.toml")
    assert isinstance(athlete, Athlete)
    plan = read(f"{HEAD}\n{written}", file="shape.toml", options=Options(athlete=athlete)).plan
    assert plan is not None
    return lead(agenda_of(plan), ends_ms=0).sets


def lead_in_real_time(home: Path, written: str) -> list[dict[str, Any]]:
    """Run the command on a session; the sets of its log line."""
    (home / "settings.toml").write_text(
        'sound = "silent"\nkeep_awake = false\nafter_rest = "start"\n'
    )
    (home / "athletes").mkdir()
    (home / "athletes" / "anna.toml").write_text(ATHLETE)
    session = home / "shape.toml"
    session.write_text(f"{HEAD}\n{written}")
    subprocess.run(
        [sys.executable, "-m", "benchside", "run", str(session), "--plain", "--athlete", "anna"],
        stdin=subprocess.DEVNULL,
        env={**os.environ, "BENCHSIDE_HOME": str(home)},
        timeout=PATIENCE_S,
        check=True,
        capture_output=True,
    )
    [line] = (home / "log.jsonl").read_text().splitlines()
    sets: list[dict[str, Any]] = json.loads(line)["sets"]
    return sets


def told(one: dict[str, Any], key: str) -> object:
    if key == "side_labels":
        return [side["side"] for side in one["sides"]]
    if key == "reps_unless_cut":
        return None if one["status"] == "cut" else one["actual_reps"]
    return one.get(key)


@pytest.mark.parametrize("name", SHAPES)
def test_it_runs_to_its_log_line(name: str) -> None:
    shape = SHAPES[name]

    sets = lead_at_once(shape.written)

    assert [tuple(told(one, key) for key in shape.keys) for one in sets] == list(shape.logged)


@pytest.mark.parametrize("name", IN_REAL_TIME)
def test_the_command_runs_it_to_the_same_log_line(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]

    sets = lead_in_real_time(tmp_path, shape.written)

    assert [tuple(told(one, key) for key in shape.keys) for one in sets] == list(shape.logged)
