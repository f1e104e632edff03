"""Changes of past sessions, and how they are taken back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.log.editing import ChangedMeanwhileError, LogEditor
from benchside.log.index import LogIndex
from benchside.log.logbook import FileLogbook
from benchside.log.record import encode_record
from benchside.testing import A_MOMENT, a_record

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from benchside.log.record import Record

RECORD = a_record(session="Legs")


@dataclass
class Desk:
    """A log with one session, and an editor of it."""

    path: Path
    minutes: int = 0

    def __post_init__(self) -> None:
        self.logbook = FileLogbook(self.path)
        self.logbook.append(encode_record(RECORD))
        self.editor = LogEditor(self.logbook, read=self.now, now=self.tick)

    def tick(self) -> datetime:
        """A minute later each time."""
        self.minutes += 1
        return A_MOMENT + timedelta(days=1, minutes=self.minutes)

    def now(self, record_id: str = RECORD.id) -> Record | None:
        """The session as the log has it."""
        return LogIndex(self.path, None).of(None).record(record_id)

    def note(self) -> str | None:
        """What its note is; None where it is gone."""
        record = self.now()
        return None if record is None else record.note

    def write(self, note: str) -> None:
        """Give it another note."""
        record = self.now()
        assert record is not None
        self.editor.amend(record, replace(record, note=note))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "log.jsonl")


def test_changes_are_taken_back_one_by_one_the_last_first(desk: Desk) -> None:
    desk.write("one")
    desk.write("two")
    desk.write("three")

    notes = []
    while desk.editor.undo() is not None:
        notes.append(desk.note())

    assert notes == ["two", "one", ""]


def test_a_deletion_is_taken_back_and_the_correction_before_it_too(desk: Desk) -> None:
    desk.write("one")
    record = desk.now()
    assert record is not None
    desk.editor.delete(record)
    assert desk.note() is None

    desk.editor.undo()
    assert desk.note() == "one"

    desk.editor.undo()
    assert desk.note() == ""


def test_what_was_taken_back_can_be_changed_again(desk: Desk) -> None:
    desk.write("one")
    desk.editor.undo()
    desk.write("two")

    assert desk.note() == "two"


def test_a_session_that_somebody_else_has_changed_is_left_as_it_is(desk: Desk) -> None:
    before = desk.now()
    assert before is not None
    desk.logbook.amend(replace(before, note="theirs"), at=desk.tick())

    with pytest.raises(ChangedMeanwhileError, match="Legs was changed meanwhile"):
        desk.editor.amend(before, replace(before, note="mine"))
    with pytest.raises(ChangedMeanwhileError):
        desk.editor.delete(before)

    assert desk.note() == "theirs"
    assert desk.editor.last is None


def test_a_change_that_somebody_else_has_changed_is_not_taken_back(desk: Desk) -> None:
    desk.write("mine")
    now = desk.now()
    assert now is not None
    desk.logbook.amend(replace(now, note="theirs"), at=desk.tick())

    with pytest.raises(ChangedMeanwhileError):
        desk.editor.undo()

    assert desk.note() == "theirs"
    assert desk.editor.undo() is None


def test_a_session_that_somebody_else_has_brought_back_is_not_brought_back_twice(
    desk: Desk,
) -> None:
    desk.editor.delete(RECORD)
    desk.logbook.undelete(RECORD.id, at=desk.tick())

    with pytest.raises(ChangedMeanwhileError):
        desk.editor.undo()


def test_nothing_is_lost_by_a_change_every_line_stays(desk: Desk) -> None:
    desk.write("one")
    desk.editor.undo()

    assert len(desk.path.read_bytes().splitlines()) == 3
