"""The index of the log: never wrong for long, never in the way, whatever happens to its file."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import tracemalloc
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from benchside.log.answers import ANY_TEMPO
from benchside.log.index import LogIndex
from benchside.log.index_rows import row_of
from benchside.log.index_store import IndexStore, connect_index
from benchside.log.lines import file_lines
from benchside.log.logbook import FileLogbook
from benchside.log.merge import merge, tidy
from benchside.log.reading import read_log
from benchside.log.record import encode_record
from benchside.storage.jsonl import encode_line, try_lock
from benchside.testing import A_MOMENT, a_record, a_set_record
from tests.log.asking import PlainHistory, by_name, sessions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from _pytest.tmpdir import TempPathFactory

    from benchside.log.history import History
    from benchside.log.record import Record

DAY = timedelta(days=1)
MONDAY = A_MOMENT.date()


def session(number: int, *, reps: int = 8) -> Record:
    started = A_MOMENT + number * DAY
    return replace(
        a_record(a_set_record("Squat", reps=reps), started=started), id=f"session {number}"
    )


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "log.jsonl"
    for number in range(3):
        FileLogbook(path).append(encode_record(session(number)))
    return path


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "log.sqlite"


def asked(log: Path, index: Path | None) -> History:
    return LogIndex(log, index).of(None)


def ids(history: History) -> list[str]:
    return [one.id for one in history.sessions()]


def assert_right(history: History, log: Path) -> None:
    """Compare every kind of answer with what all records say."""
    reading = read_log(log)
    plain = PlainHistory(reading.records, None)
    assert history.sessions() == plain.sessions()
    assert set(history.series()) == plain.series(None, tempo=ANY_TEMPO)
    assert set(history.times_done()) == plain.times_done()
    assert by_name(history.exercises()) == plain.exercises()
    assert history.calendar(MONDAY) == plain.calendar(MONDAY, None)
    assert history.last_time("Squat") == plain.last_time("Squat", tempo=ANY_TEMPO)
    assert [history.record(one.id) for one in reading.records] == list(reading.records)
    assert sorted(map(str, history.problems())) == sorted(map(str, reading.problems))


def test_the_first_question_makes_the_index_and_the_next_program_uses_it(
    log: Path, index: Path
) -> None:
    assert_right(asked(log, index), log)
    before = index.stat()

    assert_right(asked(log, index), log)

    assert (index.stat().st_ino, index.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert sorted(path.name for path in index.parent.iterdir()) == [
        "log.sqlite",
        "log.sqlite.draft.lock",
    ]


def test_the_index_is_for_its_owner_alone(log: Path, index: Path) -> None:
    ids(asked(log, index))

    assert index.stat().st_mode & 0o777 == 0o600
    assert index.parent.stat().st_mode & 0o777 == 0o700


def test_before_the_first_session_there_is_nothing_to_tell(tmp_path: Path) -> None:
    history = asked(tmp_path / "home" / "log.jsonl", tmp_path / "home" / "index")

    assert history.sessions() == ()
    assert history.series() == ()
    assert history.exercises() == ()
    assert history.calendar(MONDAY) == ()
    assert history.problems() == ()
    assert history.last_time("Squat") is None
    assert history.times_done() == ()


def test_a_session_that_was_logged_since_is_in_the_next_answer(log: Path, index: Path) -> None:
    history = asked(log, index)
    assert ids(history) == ["session 2", "session 1", "session 0"]
    inode = index.stat().st_ino

    FileLogbook(log).append(encode_record(session(3)))

    assert ids(history)[0] == "session 3"
    assert index.stat().st_ino == inode
    assert_right(asked(log, index), log)


def test_only_what_was_added_is_read(log: Path, index: Path) -> None:
    history = asked(log, index)
    ids(history)

    FileLogbook(log).append(encode_record(session(3)))
    ids(history)

    with index_of(log, index) as store:
        assert store.ask("SELECT no, id FROM session ORDER BY no") == [
            (number + 1, f"session {number}") for number in range(4)
        ]
        assert store.files()["log.jsonl"].read_bytes == log.stat().st_size


@contextmanager
def index_of(log: Path, index: Path) -> Iterator[IndexStore]:
    store = IndexStore(connect_index(index), log.parent)
    yield store
    store.close()


EDITS: dict[str, Callable[[bytes], bytes]] = {
    "in its middle": lambda text: text.replace(b'"actual_reps":8', b'"actual_reps":5'),
    "and made longer": lambda text: text.replace(b'"actual_reps":8', b'"actual_reps":12'),
    "and made shorter": lambda text: text[: text.rindex(b'{"v"')],
    "and a line added": lambda text: text.replace(b"Squat", b"Front squat", 1) + text,
    "to nothing": lambda text: text[:0],
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_log_that_was_edited_is_read_anew(
    log: Path, index: Path, edit: Callable[[bytes], bytes]
) -> None:
    history = asked(log, index)
    ids(history)
    changed_ns = log.stat().st_mtime_ns

    log.write_bytes(edit(log.read_bytes()))
    os.utime(log, ns=(changed_ns, changed_ns + 1))

    assert_right(history, log)
    assert_right(asked(log, index), log)


def test_a_log_that_was_tidied_is_read_anew(log: Path, index: Path) -> None:
    history = asked(log, index)
    FileLogbook(log).amend(session(1, reps=3), at=A_MOMENT)
    ids(history)

    assert tidy(log).removed == 1

    assert_right(history, log)


def test_a_log_that_is_gone_is_gone_from_the_answers(log: Path, index: Path) -> None:
    history = asked(log, index)
    ids(history)

    log.unlink()

    assert ids(history) == []


def test_the_files_of_other_machines_come_and_go(log: Path, index: Path) -> None:
    history = asked(log, index)
    ids(history)
    other = log.with_name("log-there.jsonl")

    other.write_bytes(encode_line(encode_record(session(7))) + b"nonsense\n")
    assert_right(history, log)
    assert [str(problem) for problem in history.problems()] == [
        "log-there.jsonl: line 2: it is not whole JSON"
    ]
    with other.open("ab") as more:
        more.write(encode_line(encode_record(session(8))))
    assert_right(history, log)

    other.unlink()
    assert_right(history, log)


def test_a_correction_and_a_deletion_change_the_answers(log: Path, index: Path) -> None:
    history, logbook = asked(log, index), FileLogbook(log)
    ids(history)

    logbook.amend(session(1, reps=3), at=A_MOMENT)
    assert_right(history, log)
    logbook.delete("session 1", at=A_MOMENT)
    assert ids(history) == ["session 2", "session 0"]
    assert_right(history, log)
    logbook.undelete("session 1", at=A_MOMENT)
    assert_right(history, log)


def test_a_line_that_is_being_written_is_read_when_it_is_whole(log: Path, index: Path) -> None:
    history = asked(log, index)
    line = encode_line(encode_record(session(3)))
    before = log.read_bytes()

    for cut in range(0, len(line) + 1, 61):
        log.write_bytes(before + line[:cut])
        assert_right(history, log)
    log.write_bytes(before + line)
    assert ids(history)[0] == "session 3"
    assert history.problems() == ()


def test_a_session_of_which_another_key_is_wrong_is_listed_and_cannot_be_opened(
    log: Path, index: Path
) -> None:
    line = encode_line(encode_record(session(3))).replace(b'"block":"Main"', b'"block":7')
    with log.open("ab") as more:
        more.write(line)
    history = asked(log, index)

    assert ids(history)[0] == "session 3"
    assert history.record("session 3") is None
    last = history.last_time("Squat")
    assert last is not None
    assert last.id == "session 2"


def damaged(kind: str, index: Path, log: Path) -> None:
    """Do something to an index that nobody should."""
    whole = index.read_bytes()
    match kind:
        case "empty":
            index.write_bytes(b"")
        case "cut off":
            index.write_bytes(whole[: len(whole) // 2])
        case "no database":
            index.write_bytes(b"nonsense" * 1_000)
        case "another form":
            with index_of(log, index) as store:
                store.ask("PRAGMA user_version = 99")
        case "tables gone":
            with index_of(log, index) as store:
                store.ask("DROP TABLE session")
        case "other values":
            with index_of(log, index) as store:
                store.ask("UPDATE session SET work = 'nonsense', offset = offset + 1")
        case "pages of chance":
            chance = random.Random(7)
            pages = [whole[at : at + 4_096] for at in range(0, len(whole), 4_096)]
            index.write_bytes(
                pages[0] + b"".join(chance.randbytes(len(page)) for page in pages[1:])
            )


@pytest.mark.parametrize(
    "kind",
    [
        *("empty", "cut off", "no database", "another form", "tables gone", "other values"),
        "pages of chance",
    ],
)
def test_a_damaged_index_is_built_anew(log: Path, index: Path, kind: str) -> None:
    ids(asked(log, index))
    damaged(kind, index, log)

    assert_right(asked(log, index), log)
    assert_right(asked(log, index), log)
    with index_of(log, index) as store:
        assert store.ask("SELECT count(*) FROM session") == [(3,)]


@pytest.mark.parametrize("kind", ["cut off", "no database", "tables gone", "pages of chance"])
def test_an_index_that_is_damaged_while_it_is_used_is_built_anew(
    log: Path, index: Path, kind: str
) -> None:
    history = asked(log, index)
    ids(history)
    damaged(kind, index, log)
    FileLogbook(log).append(encode_record(session(3)))

    assert_right(history, log)


def test_a_database_of_somebody_else_is_left_alone(log: Path, index: Path) -> None:
    index.parent.mkdir()
    connection = sqlite3.connect(index)
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    before = index.read_bytes()

    assert_right(asked(log, index), log)
    assert index.read_bytes() == before


def test_a_folder_in_the_place_of_the_index_is_done_without(log: Path, index: Path) -> None:
    index.mkdir(parents=True)

    assert_right(asked(log, index), log)
    assert index.is_dir()


def test_an_index_whose_folder_cannot_be_made_is_done_without(log: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")

    assert_right(asked(log, tmp_path / "cache" / "log.sqlite"), log)


def test_an_index_in_memory_leaves_no_file(log: Path) -> None:
    assert_right(asked(log, None), log)
    assert [path.name for path in log.parent.iterdir()] == ["log.jsonl"]


@pytest.mark.parametrize("lock", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
@pytest.mark.slow
def test_an_index_that_another_program_changes_is_done_without(
    log: Path, index: Path, lock: str
) -> None:
    history = asked(log, index)
    ids(history)
    before = index.read_bytes()
    other = connect_index(index)
    other.execute(lock)
    FileLogbook(log).append(encode_record(session(3)))

    assert_right(history, log)
    assert_right(asked(log, index), log)

    other.execute("ROLLBACK")
    other.close()
    assert index.read_bytes() == before
    assert_right(asked(log, index), log)


def test_an_index_that_another_program_builds_is_not_waited_for(log: Path, index: Path) -> None:
    index.parent.mkdir()
    with (index.parent / "log.sqlite.draft.lock").open("wb", buffering=0) as turn:
        assert try_lock(turn)

        assert_right(asked(log, index), log)

        assert not index.exists()
    assert_right(asked(log, index), log)
    assert index.exists()


def test_an_index_that_another_program_has_brought_up_to_date_is_used_as_it_is(
    log: Path, index: Path
) -> None:
    history = asked(log, index)
    ids(history)
    FileLogbook(log).append(encode_record(session(3)))
    ids(asked(log, index))
    FileLogbook(log).append(encode_record(session(4)))

    assert_right(history, log)
    assert_right(asked(log, index), log)


def test_threads_take_turns(log: Path, index: Path) -> None:
    history = asked(log, index)
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(ids(history))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [["session 2", "session 1", "session 0"]] * 8


def many(log: Path, count: int) -> None:
    """Add so many sessions that the index is more than a page or two."""
    with log.open("ab") as more:
        more.writelines(encode_line(encode_record(session(number))) for number in range(3, count))


def test_killed_at_any_instant_of_an_update_the_index_mends_itself(
    log: Path, index: Path, tmp_path: Path
) -> None:
    ids(asked(log, index))
    many(log, 60)
    rows = [(row_of(line.text), line.place) for line in file_lines(log)][3:]
    with index_of(log, index) as store:
        store.ask("PRAGMA cache_size = 1")  # so that changes reach the disk before they are whole
        with store.changing():
            file = store.begin_file("log.jsonl", after=0)
            for number, row in enumerate(rows):
                store.add(file, [row])
                if number % 8 == 0:
                    killed = tmp_path / f"killed {number}"
                    shutil.copytree(index.parent, killed)
                    assert_right(asked(log, killed / "log.sqlite"), log)

    assert any((tmp_path / "killed 48").glob("*.sqlite"))


CHILD = """
import sys
from pathlib import Path
from benchside.log.index import LogIndex
log, index = map(Path, sys.argv[1:])
print("ready", flush=True)
while True:
    index.unlink(missing_ok=True)
    LogIndex(log, index).of(None).sessions()
"""


@pytest.mark.slow
def test_killed_at_any_instant_of_being_built_the_index_mends_itself(
    log: Path, index: Path
) -> None:
    many(log, 400)
    expected = ids(asked(log, None))
    chance = random.Random(11)
    for _ in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", CHILD, log, index], stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            for _ in range(chance.randrange(400)):  # some time goes by, and it is not looked at
                index.exists()
            child.send_signal(signal.SIGKILL)

        assert ids(asked(log, index)) == expected


LEFT = """
import atexit
atexit.register(lambda: print(store.ask("SELECT 'it answers'")))
from pathlib import Path
from benchside.log.index_store import IndexStore, connect_index
store = IndexStore(connect_index(None), Path())
"""
"""A program whose index is asked after weakref has done what it does at the end of a program."""


def test_a_program_that_is_left_while_its_log_is_read_does_not_crash() -> None:
    left = subprocess.run(
        [sys.executable, "-c", LEFT], capture_output=True, text=True, check=False, timeout=60
    )

    assert "it answers" in left.stdout, left.stderr
    assert left.returncode == 0


def test_the_rest_of_an_older_index_does_not_damage_the_new_one(log: Path, index: Path) -> None:
    ids(asked(log, index))
    many(log, 60)
    with index_of(log, index) as store:
        store.ask("PRAGMA cache_size = 1")
        with store.changing():
            file = store.begin_file("log.jsonl", after=0)
            store.add(file, [(row_of(line.text), line.place) for line in file_lines(log)])
            journal = (index.parent / "log.sqlite-journal").read_bytes()
    index.unlink()
    (index.parent / "log.sqlite-journal").write_bytes(journal)

    assert_right(asked(log, index), log)
    assert_right(asked(log, index), log)


def test_a_line_that_never_ends_is_never_held_whole(log: Path) -> None:
    with log.open("r+b") as stream:
        stream.truncate(64 << 20)
    tracemalloc.start()

    problems = asked(log, None).problems()

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [str(problem) for problem in problems] == ["line 4: it is longer than 4 MiB"]
    assert most < 20 << 20


def test_of_many_lines_that_cannot_be_read_the_first_thousand_are_told(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text("[]\n" * 1_005)

    problems = asked(log, None).problems()

    assert len(problems) == 1_001
    assert str(problems[-1]) == "line 1001: it and 0 before it cannot be read, either"


def do(log: Path, step: tuple[str, Record]) -> None:
    """Do something to a log that happens to logs."""
    what, record = step
    logbook = FileLogbook(log, machine="here")
    match what:
        case "log":
            logbook.append(encode_record(record))
        case "amend" | "delete" | "undelete":
            known = [one for one in read_log(log).records if one.id == record.id]
            if what == "undelete":
                with suppress(LookupError):
                    logbook.undelete(record.id, at=A_MOMENT)
            elif known and what == "delete":
                logbook.delete(record.id, at=A_MOMENT)
            elif known:
                logbook.amend(record, at=A_MOMENT)
        case "nonsense":
            with log.open("ab") as stream:
                stream.write(b"nonsense\n")
        case "torn":
            with log.open("ab") as stream:
                stream.write(encode_line(encode_record(record))[:-40])
        case "no end":
            with log.open("ab") as stream:
                stream.write(encode_line(encode_record(record))[:-1])
        case "elsewhere":
            with log.with_name("log-there.jsonl").open("ab") as stream:
                stream.write(encode_line(encode_record(replace(record, rev=2))))
        case "conflict":
            log.with_name("log (1).jsonl").write_bytes(encode_line(encode_record(record)))
        case "merge":
            merge(log, list(log.parent.glob("log (1).jsonl")), machine="here")
        case "tidy":
            tidy(log, machine="here")


HAPPENINGS = (
    *("log", "log", "amend", "delete", "undelete", "nonsense", "torn", "no end"),
    *("elsewhere", "conflict", "merge", "tidy"),
)
steps = st.lists(st.tuples(st.sampled_from(HAPPENINGS), sessions()), max_size=8)


@pytest.fixture(scope="module")
def root(tmp_path_factory: TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("indexing")


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(steps=steps, reopens=st.booleans())
def test_whatever_happens_to_the_log_the_index_answers_as_all_its_lines_do(
    root: Path, steps: list[tuple[str, Record]], reopens: bool
) -> None:
    shutil.rmtree(root / "home", ignore_errors=True)
    (root / "home").mkdir()
    log, index = root / "home" / "log.jsonl", root / "home" / "cache" / "log.sqlite"
    log.touch()
    history = asked(log, index)

    for step in steps:
        do(log, step)
        assert_right(asked(log, index) if reopens else history, log)
