"""Every shape of the session language, led to its log line on plain lines and on the screen.

On plain lines without any input, on the screen with no key but space; by the real player on a clock
of its own. Two shapes by the real command in real time, which is slow, and a session of all of them
as a rehearsal.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from benchside.runner.machine import State
from benchside.session.athlete.athlete import Athlete, read_athlete
from benchside.session.read import Options, read
from benchside.timeline.agenda import agenda_of
from benchside.timeline.steps import Review, Work
from tests.marks import slow
from tests.plain.leading import lead
from tests.tui.training import training

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.session.plan.plan import Plan

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

PAIR = """
tempo = "0-0-X-0"

  [[block.exercise]]
  name = "Thruster"

  [[block.exercise]]
  name = "Burpee"
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
    "a cluster": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Squat'\n  reps = '2+1'\n  part_rest = '3s'\n"
        "  load = '60 kg'\n",
        (("2+1", 3, [2, 1], 1),),
        ("target_reps", "actual_reps", "parts", "of"),
    ),
    "myo-reps": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Leg extension'\n"
        "  sets = ['20 kg x 3+2+2']\n  part_rest = '3s'\n  tempo = '0-0-X-0'\n",
        (("3+2+2", 7, [3, 2, 2]),),
        ("target_reps", "actual_reps", "parts"),
    ),
    "repeaters": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Dead hang'\n  time = '3 x 2s'\n"
        "  part_rest = '3s'\n",
        (("3 x 2s", 6000, [2000, 2000, 2000]),),
        ("target_time", "work_ms", "parts"),
    ),
    "rounds that differ, such as 21-15-9": Shape(
        f"[[block]]\nrounds = 3\nsets = [{{ reps = 3 }}, {{ reps = 2 }}, {{ reps = 1 }}]\n{PAIR}",
        (
            ("Thruster", 1, 3),
            ("Burpee", 1, 3),
            ("Thruster", 2, 2),
            ("Burpee", 2, 2),
            ("Thruster", 3, 1),
            ("Burpee", 3, 1),
        ),
        ("exercise", "round", "actual_reps"),
    ),
    "for time, in time": Shape(
        f"[[block]]\nrounds = 2\ntime_cap = '5m'\nreps = 1\n{PAIR}",
        (("Thruster", 1, 1000), ("Burpee", 1, 2000), ("Thruster", 2, 3000), ("Burpee", 2, 4000)),
        ("exercise", "round", "clock_ms"),
    ),
    "for time, cut off by the cap": Shape(
        f"[[block]]\nrounds = 3\ntime_cap = '6s'\nreps = 2\n{PAIR}",
        (("Thruster", 1, 2000), ("Burpee", 1, 4000), ("Thruster", 2, 6000)),
        ("exercise", "round", "clock_ms"),
    ),
    "an alternating EMOM": Shape(
        f"[[block]]\nrounds = 2\nevery_set = '4s'\nreps = 1\n{PAIR}",
        (("Thruster", 1, 0), ("Burpee", 1, 4), ("Thruster", 2, 8), ("Burpee", 2, 12)),
        ("exercise", "round", "seconds_after_the_first"),
    ),
    "a max hold": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Dead hang'\n  time = 'max'\n",
        (("max", 30_000),),
        ("target_time", "actual_time_ms"),
    ),
    "a carry by distance": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = \"Farmer's walk\"\n  distance = '20 m'\n"
        "  load = '2 x 32 kg'\n",
        (("20 m", 20, "20 m", 20, "2 x 32 kg", 10_000, None),),
        (
            "target_distance",
            "target_distance_m",
            "actual_distance",
            "actual_distance_m",
            "actual_load",
            "work_ms",
            "actual_reps",
        ),
    ),
    "a back-off at ten percent less": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Back squat'\n  tempo = '0-0-X-0'\n"
        "  sets = ['100 kg x 1', { reps = 2, load = '-10%', type = 'back-off' }]\n",
        (("working", "100 kg", None), ("back-off", "90 kg", "-10%")),
        ("type", "actual_load", "written_load"),
    ),
    "an assisted pull-up": Shape(
        "[[block]]\n  [[block.exercise]]\n  name = 'Pull-up'\n  reps = 1\n  tempo = '0-0-X-0'\n"
        "  load = 'bodyweight - 20 kg'\n",
        (("bodyweight - 20 kg", -20),),
        ("actual_load", "actual_load_kg"),
    ),
    "walk and run": Shape(
        "[[block]]\nrounds = 2\n  [[block.exercise]]\n  name = 'Run'\n  time = '3s'\n"
        "  [[block.exercise]]\n  name = 'Walk'\n  time = '2s'\n  type = 'easy'\n",
        (
            ("Run", "working", 3000),
            ("Walk", "easy", 2000),
            ("Run", "working", 3000),
            ("Walk", "easy", 2000),
        ),
        ("exercise", "type", "work_ms"),
    ),
}


IN_REAL_TIME = ("percent of a training max", *slow("an AMRAP"))


def plan_of(written: str) -> Plan:
    athlete = read_athlete(ATHLETE, file="anna.toml")
    assert isinstance(athlete, Athlete)
    plan = read(f"{HEAD}\n{written}", file="shape.toml", options=Options(athlete=athlete)).plan
    assert plan is not None
    return plan


def lead_at_once(written: str) -> list[dict[str, Any]]:
    """Lead a session on a clock of its own; the sets of its log line."""
    return lead(agenda_of(plan_of(written)), ends_ms=0).sets


async def lead_on_the_screen(written: str) -> list[dict[str, Any]]:
    """Lead a session by space, pressed when a set should be over; the sets of its log line."""
    async with training(*plan_of(written).blocks) as gym:
        await gym.bench.press("space")
        while gym.runner.state is not State.REVIEWING:
            step = gym.runner.run.step
            assert not isinstance(step, Review)
            await gym.pass_time(max(step.nominal_ms - gym.runner.run.elapsed_ms, 100))
            is_left = gym.runner.run.step == step
            if is_left and isinstance(step, Work) and step.duration_ms is None:
                await gym.bench.press("space")
        await gym.summary()
        await gym.save()
    (line,) = json.loads(json.dumps(gym.logbook.lines))
    sets: list[dict[str, Any]] = line["sets"]
    return sets


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


def summed_up(sets: list[dict[str, Any]], shape: Shape) -> list[tuple[object, ...]]:
    """Tell of each set what a shape asks about."""
    first = datetime.fromisoformat(sets[0]["started"])
    for one in sets:
        after = datetime.fromisoformat(one["started"]) - first
        one["seconds_after_the_first"] = round(after.total_seconds())
    return [tuple(told(one, key) for key in shape.keys) for one in sets]


def told(one: dict[str, Any], key: str) -> object:
    if key == "side_labels":
        return [side["side"] for side in one["sides"]]
    if key == "parts":
        return [part.get("actual_reps", part["work_ms"]) for part in one["parts"]]
    if key == "reps_unless_cut":
        return None if one["status"] == "cut" else one["actual_reps"]
    return one.get(key)


@pytest.mark.parametrize("name", SHAPES)
def test_it_runs_to_its_log_line(name: str) -> None:
    shape = SHAPES[name]

    sets = lead_at_once(shape.written)

    assert summed_up(sets, shape) == list(shape.logged)


@pytest.mark.parametrize("name", [name for name in SHAPES if name != "an AMRAP"])
async def test_on_the_screen_it_runs_to_the_same_log_line(name: str) -> None:
    shape = SHAPES[name]

    sets = await lead_on_the_screen(shape.written)

    assert summed_up(sets, shape) == list(shape.logged)


@pytest.mark.slow
def test_a_rehearsal_leads_through_all_of_them_and_logs_nothing(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\n')
    session = tmp_path / "shapes.toml"
    blocks = (shape.written.replace("load = '80%'", "") for shape in SHAPES.values())
    session.write_text(f"{HEAD}\n{' '.join(blocks)}")

    led = subprocess.run(
        [sys.executable, "-m", "benchside", "run", str(session), "--plain", "--rehearse"],
        stdin=subprocess.DEVNULL,
        env={**os.environ, "BENCHSIDE_HOME": str(tmp_path)},
        timeout=PATIENCE_S,
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    for words in (
        "part 2 of 2, 1 rep",
        "part 3 of 3, 2s",
        "3 rounds for time, at most 6 seconds.",
        "Time is up: 6 seconds.",
        "20 m in 10 seconds, 2 x 32 kg",
        "90 kg",
        "bodyweight - 20 kg",
        "Nothing is logged.",
    ):
        assert words in led
    assert not (tmp_path / "log.jsonl").exists()


@pytest.mark.parametrize("name", IN_REAL_TIME)
def test_the_command_runs_it_to_the_same_log_line(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]

    sets = lead_in_real_time(tmp_path, shape.written)

    assert summed_up(sets, shape) == list(shape.logged)


DAY = """
name = "{name}"

[defaults]
prepare = "0.1s"
rest = "0s"

[[block]]

  [[block.exercise]]
  name = "Back squat"
  sets = "main"
"""

PROGRAM = """
name = "Wave"
days = ["press-day", "squat-day"]

[[week]]
main = ["20 kg x 2", "20 kg x 1"]

[[week]]
main = ["30 kg x 1"]
"""


@pytest.mark.slow
def test_a_week_of_a_program_is_led_day_by_day_and_the_next_week_follows(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\n')
    (tmp_path / "sessions").mkdir()
    (tmp_path / "programs").mkdir()
    (tmp_path / "programs" / "wave.toml").write_text(PROGRAM)
    for name in ("press-day", "squat-day"):
        (tmp_path / "sessions" / f"{name}.toml").write_text(DAY.format(name=name))

    def command(*arguments: str, keys: str = "") -> str:
        return subprocess.run(
            [sys.executable, "-m", "benchside", *arguments],
            input=keys,
            env={**os.environ, "BENCHSIDE_HOME": str(tmp_path)},
            timeout=PATIENCE_S,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    rehearsed = command("run", "next", "--plain", "--rehearse")
    for _ in range(2):
        command("run", "next", "--plain", keys="\n" * 8)
    records = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]

    assert "Nothing is logged." in rehearsed
    assert [(one["session"]["name"], one["status"]) for one in records] == [
        ("press-day", "complete"),
        ("squat-day", "complete"),
    ]
    assert [one["program"] for one in records] == [
        {"name": "Wave", "week": 1, "day": 1, "cycle": 1},
        {"name": "Wave", "week": 1, "day": 2, "cycle": 1},
    ]
    assert [each["actual_reps"] for each in records[0]["sets"]] == [2, 1]
    assert command("next").startswith("Wave · week 2 of 2 · day 1 of 2: press-day\n")
