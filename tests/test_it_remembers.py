"""Two real sessions of one file, with a real log: the second one knows the first."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.app.memory import LogMemory
from benchside.library.library import Library
from benchside.log.entries import Header
from benchside.log.logbook import FileLogbook
from benchside.log.memory_words import goal_words, last_words, review_words
from benchside.log.reading import read_log
from benchside.log.record import digest_of
from benchside.plain.lead import PlainSession
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.runner.runner import Runner
from benchside.session.read import Options
from benchside.testing import A_MOMENT, FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker
from benchside.timeline.agenda import agenda_of
from tests.gym import Gym
from tests.plain.leading import Script

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchside.log.recall import SessionMemory
    from benchside.log.record import Record
    from benchside.player.state import PlayerState

LONG_ENOUGH_S = 20.0

SQUATS = """
name = "Squats"

[[block]]
prepare = "0s"
rest = "2m+"

  [[block.exercise]]
  name = "Back squat"
  sets = 3
  reps = 5
  load = "100 kg"
  progress = "+2.5 kg, -10% after 3"

  [[block.exercise]]
  name = "Plank"
  sets = 1
  time = "10s"
"""

PLANKED = ("", "", "")
"""After the squats: begin the plank, confirm it, and save."""


@dataclass
class Shelf:
    """A library with a log, trained with day after day."""

    folder: Path
    days: int = 0
    states: list[PlayerState] = field(default_factory=list)

    @property
    def log(self) -> Path:
        return self.folder / "log.jsonl"

    @property
    def records(self) -> tuple[Record, ...]:
        return read_log(self.log).records

    def write(self, text: str = SQUATS) -> None:
        (self.folder / "sessions").mkdir(exist_ok=True)
        (self.folder / "sessions" / "squats.toml").write_text(text)

    def card(self) -> SessionMemory:
        """What the library tells of the session."""
        entry = self._entry()
        assert entry.plan is not None
        memory = LogMemory(self.log, self.folder / "log.sqlite")
        return memory.recall(entry.plan, file=str(entry.path), athlete="Anna")

    def train(self, *lines: str, at_rest: Mapping[int, str] | None = None) -> list[str]:
        """Train on the next day by lines that are typed two minutes apart; returns what was said.

        `at_rest` are lines that are typed in the middle of the minutes before one of these.
        """
        entry = self._entry()
        assert entry.plan is not None
        plan = entry.plan
        memory = LogMemory(self.log, self.folder / "log.sqlite")
        recall = memory.begin(plan, file=str(entry.path), athlete="Anna")
        recall.wait(LONG_ENOUGH_S)
        clock = FakeClock(A_MOMENT + timedelta(days=self.days))
        self.days += 7
        recorder = SessionRecorder(
            journal=MemoryJournal(),
            logbook=FileLogbook(self.log),
            header=lambda started: Header(
                started=started,
                plan=plan,
                file=str(entry.path),
                digest=digest_of(entry.text or ""),
                athlete="Anna",
            ),
        )
        speaker = RecordingSpeaker(clock)
        player = Player(
            Runner(agenda_of(plan)), clock=clock, speaker=speaker, recorder=recorder, recall=recall
        )
        gym = Gym(player, clock, speaker, MemoryJournal(), MemoryLogbook())
        typed = [(120_000 * place, line) for place, line in enumerate(lines)]
        typed += [(120_000 * place - 60_000, line) for place, line in (at_rest or {}).items()]
        said: list[str] = []
        script = Script(gym, sorted(typed))
        PlainSession(player, script, said.append, is_typed=True).lead()
        self.states.append(player.state)
        return said

    def _entry(self):
        library = Library(self.folder / "sessions", self.folder / "none", Options())
        [entry] = library.entries()
        assert not entry.problems
        return entry


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    one = Shelf(tmp_path)
    one.write()
    return one


SETS = ("", "", "", "", "", "")
"""Three sets: begin each, and end it."""


def test_the_first_session_of_an_athlete_remembers_nothing(shelf: Shelf) -> None:
    said = shelf.train(*SETS, *PLANKED)

    assert shelf.card().exercises["back squat", ""].last is not None
    assert not [line for line in said if line.startswith(("Last time", "Today", "Record"))]


def test_the_second_session_shows_the_first_and_proposes_more(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)
    card = shelf.card()

    said = shelf.train("take", *SETS, *PLANKED)

    last = card.exercises["back squat", ""].last
    assert last is not None
    assert last_words(last) == "5 5 5 @ 100 kg"
    assert [goal_words(one.proposal) for one in card.offers] == ["102.5 kg for 5 5 5"]
    print("\n".join(said))
    for what, told in review_words(shelf.states[-1].review):
        print(what, ":", told)
    assert 0
