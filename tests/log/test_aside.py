"""Journals that were set aside: kept for a while, and taken back whole."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from benchside.log.aside import journals_aside, move_aside, remove_old, take_back
from benchside.log.entries import CommandEntry, EndEntry, JournalEntry, ResultEntry, encode_entry
from benchside.log.journal import read_journal
from benchside.runner.commands import Abandon, Go
from benchside.runner.results import SessionStatus
from benchside.testing import a_set, an_agenda
from tests.log.leading import HEADER, led

if TYPE_CHECKING:
    from pathlib import Path

DAY_S = 86_400
LINES: list[JournalEntry] = [
    HEADER,
    *led(
        an_agenda(a_set(prepare="0s"), a_set()), (0, Go()), (20_000, Go()), (25_000, Abandon())
    ).lines,
]
"""A session that was given up after its first set."""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal.jsonl"
    write(path, LINES)
    return path


def write(path: Path, lines: list[JournalEntry]) -> None:
    written = (json.dumps(encode_entry(line), separators=(",", ":")) for line in lines)
    path.write_text("".join(f"{line}\n" for line in written))


def made_old(path: Path, days: float) -> Path:
    then = datetime.now(UTC).timestamp() - days * DAY_S
    os.utime(path, (then, then))
    return path


def test_a_journal_that_is_set_aside_is_named_by_when_it_was_given_up(journal: Path) -> None:
    then = datetime(2026, 1, 12, 18, 5).astimezone().timestamp()
    os.utime(journal, (then, then))

    kept = move_aside(journal)

    assert (kept.parent.name, kept.name) == ("set-aside", "2026-01-12-1805.jsonl")
    assert not journal.exists()


def test_a_session_that_was_given_up_is_taken_back_as_it_was_before(journal: Path) -> None:
    kept = move_aside(journal)

    take_back(kept, journal)

    left = read_journal(journal)
    assert left is not None
    assert left.header == HEADER
    assert any(isinstance(line, ResultEntry) for line in left.lines)
    assert CommandEntry(25_000, Abandon()) not in left.lines
    assert EndEntry(25_000, SessionStatus.ABANDONED) not in left.lines
    assert journals_aside(journal) == []


def test_what_was_given_up_is_kept_for_thirty_days(journal: Path) -> None:
    young = made_old(move_aside(journal), 29.9)
    write(journal, LINES)
    old = made_old(move_aside(journal), 30.1)

    remove_old(journal, now=datetime.now(UTC))

    assert young.exists()
    assert not old.exists()


def test_what_was_not_given_up_is_never_removed(journal: Path) -> None:
    journal.write_text("no journal at all\n")
    unreadable = made_old(move_aside(journal), 400)

    remove_old(journal, now=datetime.now(UTC))

    assert unreadable.exists()


def test_the_latest_stands_first(journal: Path) -> None:
    first = move_aside(made_old(journal, 3))
    write(journal, LINES)
    second = move_aside(made_old(journal, 1))

    assert journals_aside(journal) == [second, first]


def test_of_one_minute_the_last_stands_first(journal: Path) -> None:
    kept = []
    for _ in range(11):
        write(journal, LINES)
        kept.append(move_aside(made_old(journal, 1)))

    assert journals_aside(journal) == kept[::-1]


def test_without_any_there_is_none(tmp_path: Path) -> None:
    assert journals_aside(tmp_path / "journal.jsonl") == []
    remove_old(tmp_path / "journal.jsonl", now=datetime.now(UTC))
