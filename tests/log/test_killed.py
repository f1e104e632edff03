"""A session that is killed at any instant: no finished set is lost, none is there twice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest

from benchside.log.entries import Header, ResultEntry, encode_entry
from benchside.log.journal import FileJournal, read_journal
from benchside.log.logbook import FileLogbook
from benchside.log.reading import read_log
from benchside.log.record import digest_of, encode_record as encode_record
from benchside.player.resume import restore
from benchside.runner.commands import Amend, Go, Skip
from benchside.runner.results import SessionStatus
from benchside.session.read import read
from benchside.testing import A_MOMENT
from benchside.timeline.agenda import agenda_of
from tests.builders import SET_1
from tests.log.leading import led

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.log.entries import JournalEntry

TEXT = """
name = "Killed"
[[block]]
name = "Main"
[[block.exercise]]
name = "Hip thrust"
sets = 4
reps = 2
tempo = "1010"
rest = "5s"
prepare = "3s"
"""


class Disk(NamedTuple):
    """What was on the disk when the program was killed."""

    journal: bytes | None
    log: bytes
    lines: list[JournalEntry]
    """The lines of the journal that were written whole."""


def session() -> tuple[list[JournalEntry], bytes]:
    """A session from its first key to its end: its journal, and its line in the log."""
    plan = read(TEXT, file="killed.toml").plan
    assert plan is not None
    keys = (
        (0, Go()),
        (8_500, Amend(SET_1, reps=1)),
        (13_000, Skip()),
        (17_500, Go()),
        (50_000, Go()),
    )
    header = Header(
        started=A_MOMENT,
        plan=plan,
        file="killed.toml",
        digest=digest_of(TEXT),
        athlete="me",
    )
    lines = [header, *led(agenda_of(plan), *keys, until_ms=60_000).lines]
    return lines, b'{"v":1,"id":"a session before"}\n'


def as_bytes(line: dict[str, object]) -> bytes:
    return json.dumps(line).encode() + b"\n"


def instants() -> list[Disk]:
    """Every instant of the session: before, within and after each write."""
    lines, before = session()
    written = [as_bytes(encode_entry(line)) for line in lines]
    disks = []
    for count in range(len(lines) + 1):
        whole = b"".join(written[:count])
        disks.append(Disk(whole, before, lines[:count]))
        if count < len(lines):
            disks.append(Disk(whole + written[count][:20], before, lines[:count]))
    everything = b"".join(written)
    logged = as_bytes({"v": 1, "id": record_id_of(lines), "rest": "of the line"})
    disks.append(Disk(everything, before + logged[:30], lines))
    disks.append(Disk(everything, before + logged[:-1], lines))
    disks.append(Disk(everything, before + logged, lines))
    disks.append(Disk(None, before + logged, lines))
    return disks


def record_id_of(lines: list[JournalEntry]) -> str:
    header = lines[0]
    assert isinstance(header, Header)
    return f"{header.started.isoformat()}/{header.digest[:12]}"


def start_again(home: Path, *, killed_before_the_end: bool) -> None:
    """Save what was interrupted, as the program does when it is told to."""
    journal, log = home / "journal.jsonl", home / "log.jsonl"
    leftover = read_journal(journal)
    if leftover is None:
        return
    interrupted = restore(leftover)
    assert interrupted is not None
    FileLogbook(log).append(encode_record(interrupted.record()))
    if not killed_before_the_end:
        FileJournal(journal, goes_on=True).discard()


def ids_in(log: Path) -> list[str]:
    ids = []
    for line in log.read_bytes().splitlines():
        try:
            ids.append(json.loads(line)["id"])
        except ValueError:
            ids.append("torn")
    return ids


@pytest.mark.parametrize("disk", instants(), ids=lambda disk: f"{len(disk.journal or b'')} bytes")
def test_killed_at_any_instant_a_session_is_saved_once_with_all_its_sets(
    tmp_path: Path, disk: Disk
) -> None:
    journal, log = tmp_path / "journal.jsonl", tmp_path / "log.jsonl"
    log.write_bytes(disk.log)
    if disk.journal is not None:
        journal.write_bytes(disk.journal)

    start_again(tmp_path, killed_before_the_end=True)
    start_again(tmp_path, killed_before_the_end=True)
    start_again(tmp_path, killed_before_the_end=False)

    has_begun = bool(disk.lines)
    assert ids_in(log).count(record_id_of(session()[0])) == (1 if has_begun else 0)
    finished = {line.result.set for line in disk.lines if isinstance(line, ResultEntry)}
    for record in read_log(log).records:
        assert [one.number for one in record.sets][: len(finished)] == sorted(
            one.number for one in finished
        )
        assert len({one.number for one in record.sets}) == len(record.sets)
    assert not (journal.exists() and has_begun)


def test_a_session_that_was_over_when_it_was_killed_is_saved_as_it_ended(tmp_path: Path) -> None:
    lines, _ = session()
    (tmp_path / "journal.jsonl").write_bytes(
        b"".join(as_bytes(encode_entry(line)) for line in lines)
    )

    start_again(tmp_path, killed_before_the_end=False)

    (record,) = read_log(tmp_path / "log.jsonl").records
    assert record.status is SessionStatus.COMPLETE
    assert [(one.status.value, one.actual_reps) for one in record.sets] == [
        ("done", 1),
        ("skipped", 1),
        ("done", 1),
        ("done", 2),
    ]
