"""Every recipe of docs/recipes.md is read as it stands, and led from its first key to the log."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from benchside.log.build import build_record
from benchside.log.record import SessionSource
from benchside.runner.results import SessionStatus, SetStatus
from benchside.runner.runner import Runner
from benchside.session.athlete.athlete import Athlete, read_athlete
from benchside.session.read import Options, read
from benchside.timeline.agenda import agenda_of
from tests.obedient import play_obediently

PAGE = Path(__file__).parents[2] / "docs" / "recipes.md"
RECIPE = re.compile(
    r"^### (?P<title>[^\n]+)\n\n(?P<when>[^\n`][^\n]+)\n\n"
    r"```toml (?P<mark>block|exercise)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
ASKED_FOR = (
    "Cluster",
    "Myo-reps",
    "Repeaters",
    "Drop set",
    "Wave",
    "Ladder",
    "Contrast",
    "Complex",
    "21-15-9",
    "For time",
    "Alternating EMOM",
    "Tabata",
    "Norwegian 4 x 4",
    "Walk and run",
    "Heel drops",
    "Breathing",
    "Uneven sides",
)
ATHLETE = """
[training_max]
"Barbell hip thrust" = "140 kg"
"Front squat" = "90 kg"
"Overhead press" = "60 kg"
"Back squat" = "110 kg"
"""


class Recipe(NamedTuple):
    title: str
    when: str
    mark: str
    text: str


def recipes() -> dict[str, Recipe]:
    found = (Recipe(*match.groups()) for match in RECIPE.finditer(PAGE.read_text("utf-8")))
    return {recipe.title: recipe for recipe in found}


def session_of(recipe: Recipe) -> str:
    if recipe.mark == "block":
        return f'name = "Example"\n{recipe.text}'
    name = "" if recipe.text.startswith("name") else 'name = "Barbell hip thrust"\n'
    return f'name = "Example"\n[[block]]\n[[block.exercise]]\n{name}{recipe.text}'


def test_every_recipe_says_in_one_sentence_when_to_use_it() -> None:
    titles = re.findall(r"^### (.+)$", PAGE.read_text("utf-8"), re.MULTILINE)

    assert list(recipes()) == titles
    assert all(one.when.rstrip(".").count(". ") == 0 for one in recipes().values())


def test_no_recipe_that_people_ask_for_is_missing() -> None:
    assert set(ASKED_FOR) <= set(recipes())


@pytest.mark.parametrize("title", recipes())
def test_a_recipe_is_led_to_a_log_line_with_every_set_that_it_asks_for(title: str) -> None:
    athlete = read_athlete(ATHLETE, file="anna.toml")
    assert isinstance(athlete, Athlete)
    options = Options(athlete=athlete)
    reading = read(session_of(recipes()[title]), file="recipe.toml", options=options)
    assert reading.plan is not None, "\n".join(map(str, reading.problems))

    runner = Runner(agenda_of(reading.plan))
    play_obediently(runner)
    record = build_record(
        runner.run.agenda,
        runner.run.outcome,
        status=SessionStatus.COMPLETE,
        started=datetime(2026, 1, 12, 18, tzinfo=UTC),
        source=SessionSource(name="Example"),
        athlete="anna",
    )

    assert runner.run.status is SessionStatus.COMPLETE
    assert record.planned_sets == len(record.sets)
    assert {one.status for one in record.sets} <= {SetStatus.DONE, SetStatus.ASSUMED}
