"""Two real sessions of one file, with a real log: the second one knows the first."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from benchside.app.memory import LogMemory
from benchside.library.library import Library
from benchside.log.entries import CommandEntry, Header, decode
from benchside.log.logbook import FileLogbook
from benchside.log.memory_words import last_words, review_words
from benchside.log.reading import read_log
from benchside.log.record import digest_of
from benchside.log.replay import replay
from benchside.plain.lead import PlainSession
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.runner.commands import ChangeLoad
from benchside.runner.runner import Runner
from benchside.session.read import Options
from benchside.session.values.load import Mass, Unit, Weight
from benchside.testing import A_MOMENT, FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker
from benchside.timeline.agenda import agenda_of
from benchside.timeline.set_id import SetId
from benchside.tui.text.memory import card_rows
from tests.gym import Gym
from tests.plain.leading import Script

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.library.library import Entry
    from benchside.log.recall import SessionMemory
    from benchside.log.record import Record
    from benchside.player.memory import SetMemory
    from benchside.player.state import PlayerState

LONG_ENOUGH_S = 20.0

BETWEEN_MS = 20_000
"""From one typed line to the next."""

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

PLANKED = ("", "")
"""After the squats: begin the plank, confirm it, and save."""


class Kept(MemoryJournal):
    """A journal whose lines can be read when the session is over."""

    def discard(self) -> None:
        """Keep the lines."""


@dataclass
class Looking(Script):
    """A script that looks at what is known while lines are waited for."""

    seen: list[SetMemory] = field(default_factory=list)

    def wait(self, seconds: float) -> list[str]:
        memory = self.gym.player.state.memory
        if memory is not None and memory not in self.seen:
            self.seen.append(memory)
        return super().wait(seconds)


@dataclass
class Shelf:
    """A library with a log, trained with day after day."""

    folder: Path
    days: int = 0
    athlete: str = "Anna"
    states: list[PlayerState] = field(default_factory=list)
    """How the sessions ended."""
    seen: list[SetMemory] = field(default_factory=list)
    """What was known in the last session, each thing once."""
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    """Of the last session."""

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
        memory = LogMemory(self.log)
        return memory.recall(entry.plan, file=str(entry.path), athlete=self.athlete)

    def train(self, *lines: str) -> list[str]:
        """Train a week later by typed lines; returns what was said."""
        entry = self._entry()
        assert entry.plan is not None
        plan = entry.plan
        memory = LogMemory(self.log)
        recall = memory.begin(plan, file=str(entry.path), athlete=self.athlete)
        recall.wait(LONG_ENOUGH_S)
        clock = FakeClock(A_MOMENT + timedelta(days=self.days))
        self.days += 7
        self.journal = Kept()
        recorder = SessionRecorder(
            journal=self.journal,
            logbook=FileLogbook(self.log),
            header=lambda started: Header(
                started=started,
                plan=plan,
                file=str(entry.path),
                digest=digest_of(entry.text or ""),
                athlete=self.athlete,
            ),
        )
        speaker = RecordingSpeaker(clock)
        player = Player(
            Runner(agenda_of(plan)), clock=clock, speaker=speaker, recorder=recorder, recall=recall
        )
        gym = Gym(player, clock, speaker, MemoryJournal(), MemoryLogbook())
        typed = [(BETWEEN_MS * place, line) for place, line in enumerate(lines)]
        said: list[str] = []
        self.seen = []
        script = Looking(gym, typed, seen=self.seen)
        PlainSession(player, script, said.append, is_typed=True).lead()
        self.states.append(player.state)
        return said

    def _entry(self) -> Entry:
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


def about(said: list[str], *beginnings: str) -> list[str]:
    return [line for line in said if line.startswith(beginnings)]


def test_the_first_session_of_an_athlete_remembers_nothing(shelf: Shelf) -> None:
    said = shelf.train(*SETS, *PLANKED)

    assert about(said, "Last time", "Today", "Record") == []
    assert [one.status for one in shelf.records[0].sets] == ["done"] * 4


def test_the_card_of_the_library_shows_the_last_time_and_what_to_lift_today(shelf: Shelf) -> None:
    shelf.train(*SETS[:4], "note left heel lifts", *SETS[4:], *PLANKED)

    memory = shelf.card()

    assert list(card_rows(memory, today=date(2026, 3, 1))) == [
        ("Back squat", "5 5 5 @ 100 kg", "12 Jan"),
        ("", '"left heel lifts"', ""),
        ("", "→ 102.5 kg for 5 5 5: all 3 × 5 at 100 kg", ""),
        ("Plank", "10s", "12 Jan"),
    ]


def test_the_second_session_tells_the_first_one_and_proposes_more(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)

    said = shelf.train(*SETS, *PLANKED)

    assert about(said, "Last time", "Today") == [
        "Last time: 5 5 5 @ 100 kg.",
        'Today: 102.5 kg for 5 5 5: all 3 × 5 at 100 kg. Write "take" to take it.',
        "Last time: 10s.",
    ]


def test_in_rounds_the_last_time_is_told_in_the_first_one_only(shelf: Shelf) -> None:
    rounds = SQUATS.replace("sets = 3", "").replace("sets = 1", "")
    shelf.write(rounds.replace("[[block]]", "[[block]]\nrounds = 2"))
    lines = [""] * 10
    shelf.train(*lines)

    said = shelf.train(*lines)

    assert about(said, "Last time") == ["Last time: 5 5 @ 100 kg.", "Last time: 10s 10s."]


def test_what_is_known_of_a_set_stands_beside_it_before_it_and_in_its_rests(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)

    shelf.train("take", *SETS[:2], "quit")

    ready, rest = shelf.seen[0], shelf.seen[-1]
    for memory in (ready, rest):
        assert memory.last is not None
        assert last_words(memory.last) == "5 5 5 @ 100 kg"
        assert memory.goal_reps == 5
    assert [one.is_taken for one in ready.offers] == [False]
    assert rest.offers == (), "a set of it is done: nothing is offered any more"


def test_a_load_that_is_offered_is_lifted_only_where_it_is_taken(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)

    shelf.train(*SETS, *PLANKED)
    shelf.train("take", *SETS, *PLANKED)

    _, refused, taken = shelf.records
    assert {one.actual_load for one in refused.sets[:3]} == {"100 kg"}
    assert {one.actual_load for one in taken.sets[:3]} == {"102.5 kg"}
    assert {one.written_load for one in taken.sets[:3]} == {"100 kg"}


def test_a_load_that_was_taken_is_put_back_by_the_same_word(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)

    said = shelf.train("take", "take", *SETS, *PLANKED)

    assert about(said, "Taken", "As the session") == [
        "Taken: Back squat 102.5 kg for 5 5 5.",
        "As the session has it: Back squat 100 kg.",
    ]
    assert {one.actual_load for one in shelf.records[1].sets[:3]} == {"100 kg"}


def test_the_third_session_goes_on_from_the_load_that_was_taken(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)
    shelf.train("take", *SETS, *PLANKED)

    said = shelf.train(*SETS, *PLANKED)

    assert about(said, "Today") == [
        'Today: 105 kg for 5 5 5: all 3 × 5 at 102.5 kg. Write "take" to take it.'
    ]


def test_a_record_is_told_once_with_the_best_before_it(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)

    said = shelf.train("take", *SETS, *PLANKED)

    assert about(said, "Record") == [
        "Record, Back squat: top load 102.5 kg, before 100.",
        "Record, Back squat: e1RM 119.58 kg, before 116.67.",
    ]


def test_a_set_that_nobody_answered_for_is_no_record_until_somebody_does(shelf: Shelf) -> None:
    shelf.write(SQUATS.replace("reps = 5", 'reps = "5-8"'))
    shelf.train(*SETS, *PLANKED)

    said = shelf.train(*SETS, "reps 9", *PLANKED)

    assert about(said, "Set 3 of 3", "Corrected", "Record") == [
        "Set 3 of 3 is over: 8 reps, 100 kg.",
        "Corrected, Back squat, set 3 of 3: 9 reps, 100 kg.",
        "Record, Back squat: 9 reps at 100 kg, before 8.",
        "Record, Back squat: e1RM 130.00 kg, before 126.67.",
    ]


def test_sets_at_another_tempo_break_no_record(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)
    shelf.write(SQUATS.replace('load = "100 kg"', 'load = "120 kg"\n  tempo = "1-0-1-0"'))

    said = shelf.train(*SETS, *PLANKED)

    assert about(said, "Last time", "Record", "Today")[0] == "Last time: 5 5 5 @ 100 kg, at will."
    assert about(said, "Record") == []


def test_a_session_ends_with_its_records_what_is_next_and_its_plan(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)

    shelf.train("take", *SETS, *PLANKED)

    review = shelf.states[-1].review
    assert review is not None
    assert list(review_words(review)) == [
        (
            "record",
            "Back squat: top load 102.5 kg, before 100; e1RM 119.58 kg, before 116.67; "
            "volume 1,538 kg, before 1,500",
        ),
        ("next time", "Back squat 105 kg for 5 5 5: all 3 × 5 at 102.5 kg"),
        ("today", "Back squat: 5 5 5 @ 102.5 kg; last time 5 5 5 @ 100 kg"),
        ("today", "Plank: 10s; last time 10s"),
        (
            "plan",
            "sets 4 of 4 done · loads 3 as planned · reps 3 with all that was asked for · "
            "rests 0:20 taken of 2:00 planned, the mean of 3",
        ),
    ]


def test_a_note_of_the_session_is_logged_with_it(shelf: Shelf) -> None:
    said = shelf.train(*SETS, "", "overall slept badly", "")

    assert about(said, "Noted") == ["Noted, the session: slept badly"]
    assert [one.note for one in shelf.records] == ["slept badly"]


def test_each_athlete_remembers_their_own_sessions(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)
    shelf.athlete = "Ben"

    said = shelf.train(*SETS, *PLANKED)

    assert about(said, "Last time", "Today", "Record") == []


def test_a_taken_load_stands_in_the_journal_and_is_replayed(shelf: Shelf) -> None:
    shelf.train(*SETS, *PLANKED)

    shelf.train("take", *SETS[:2], "quit")

    header, *rest = (decode(json.dumps(line)) for line in shelf.journal.lines)
    assert isinstance(header, Header)
    first = next(line.command for line in rest if isinstance(line, CommandEntry))
    assert first == ChangeLoad(SetId(0, 0, 1), Weight(Mass(Decimal("102.5"), Unit.KG)), True)
    runner = Runner(agenda_of(header.plan))
    assert replay(runner, rest).problems == ()
    assert {one.planned.load for one in runner.run.agenda.sets[:3]} == {first.load}
