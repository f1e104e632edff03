"""docs/log-format.md tells what is there: examples are read, commands run, no key is missing."""

from __future__ import annotations

import dataclasses
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from benchside.log import entries
from benchside.log.codec import encode_command
from benchside.log.record import (
    ImportSource,
    PartRecord,
    ProgramDay,
    Record,
    SessionSource,
    SetRecord,
    SideRecord,
    TutRecord,
    decode,
    encode_record,
)
from benchside.log.revisions import Deletion, decode_entry, encode_deletion
from benchside.runner.commands import (
    Abandon,
    AddSet,
    AddTime,
    Amend,
    Away,
    Back,
    ChangeLoad,
    Close,
    Command,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Jump,
    Note,
    NoteSession,
    Pause,
    Proceed,
    Redo,
    Skip,
    Slept,
    Swap,
    Undo,
)
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.values.load import Label
from benchside.session.values.tempo import StartsWith
from tests.builders import SET_1

PAGE = Path(__file__).parents[2] / "docs" / "log-format.md"

COMMANDS: list[Command] = [
    Go(),
    Pause(),
    Skip(),
    Back(),
    AddTime(15_000),
    Amend(SET_1),
    Note(SET_1, ""),
    NoteSession("slept badly"),
    Jump(SET_1),
    Redo(),
    Defer(SET_1),
    AddSet(SET_1),
    DropSet(SET_1),
    ChangeLoad(SET_1, Label("band")),
    Swap(SET_1, "Frog pump", StartsWith.CONCENTRIC),
    Undo(),
    FinishEarly(),
    Close(),
    Abandon(),
    Proceed(),
    Slept(60_000),
    Away(60_000),
]


def fenced(mark: str) -> list[str]:
    page = PAGE.read_text(encoding="utf-8")
    return re.findall(rf"^```{mark}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def keys_of(what: str) -> dict[str, bool]:
    """Keys of a table, and whether it says that every line has them."""
    page = PAGE.read_text(encoding="utf-8")
    table = re.search(
        rf"^\| key of {re.escape(what)} \|.*\n\|[-|]+\n((?:\|.*\n)+)", page, re.MULTILINE
    )
    assert table is not None
    rows = re.findall(r"^\| `(\w+)` \| (\w*)", table[1], re.MULTILINE)
    return {key: when == "always" for key, when in rows}


def example() -> str:
    written, _ = fenced("json")
    return json.dumps(json.loads(written))


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("a session", Record),
        ("`session`", SessionSource),
        ("`program`", ProgramDay),
        ("`imported`", ImportSource),
        ("a set", SetRecord),
        ("a side", SideRecord),
        ("a part", PartRecord),
        ("`tut`", TutRecord),
        ("a deletion", Deletion),
    ],
)
def test_every_key_is_told_and_whether_a_line_must_have_it(what: str, kind: type) -> None:
    is_needed = {
        field.name: field.default is dataclasses.MISSING for field in dataclasses.fields(kind)
    }

    assert keys_of(what) == is_needed


def test_the_line_that_is_shown_is_read_and_written_as_it_stands() -> None:
    assert encode_record(decode(example())) == json.loads(example())


def test_the_deletion_that_is_shown_is_read_and_written_as_it_stands() -> None:
    _, written = fenced("json")

    deletion = decode_entry(written.encode())

    assert isinstance(deletion, Deletion)
    assert encode_deletion(deletion) == json.loads(written)


def test_the_journal_that_is_shown_is_read_and_written_as_it_stands() -> None:
    (journal,) = fenced("jsonl")

    for line in journal.splitlines():
        assert entries.encode_entry(entries.decode(line)) == json.loads(line)


def test_every_command_is_told_by_its_name_in_the_journal() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert [name for name in map(name_of, COMMANDS) if f"`{name}`" not in page] == []


def test_every_command_there_is_is_among_those_that_are_told() -> None:
    assert {type(command) for command in COMMANDS} == set(get_args(Command))


@pytest.mark.parametrize("status", [*SetStatus, SessionStatus.COMPLETE, SessionStatus.PARTIAL])
def test_every_status_is_told(status: SetStatus | SessionStatus) -> None:
    assert f"`{status}`" in PAGE.read_text(encoding="utf-8")


def test_the_version_of_the_journal_that_is_shown_is_the_one_that_is_written() -> None:
    (journal,) = fenced("jsonl")

    assert json.loads(journal.splitlines()[0])["v"] == entries.VERSION


def test_every_kind_of_line_is_in_the_journal_that_is_shown() -> None:
    (journal,) = fenced("jsonl")

    assert {type(entries.decode(line)) for line in journal.splitlines()} == set(
        get_args(entries.JournalEntry)
    )


def name_of(command: Command) -> str:
    return str(encode_command(command)["name"])


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed")
def test_the_commands_for_jq_give_what_they_promise(tmp_path: Path) -> None:
    (tmp_path / "log.jsonl").write_text(example() + "\n", encoding="utf-8")
    (commands,) = fenced("sh")

    told = [
        subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout
        for command in commands.splitlines()
    ]

    assert told == [
        "2026-01-12T18:00:10+01:00\t7\t100\n",
        '["Hip thrust: primary strength",40]\n',
    ]
