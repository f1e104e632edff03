"""Files of several machines: merged in any order and any number of times, they are one log."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from benchside.log.lines import MAX_LINE_BYTES
from benchside.log.logbook import FileLogbook
from benchside.log.merge import merge, tidy
from benchside.log.reading import LogReading, read_log
from benchside.log.record import encode_record
from benchside.log.revisions import Deletion, encode_deletion
from benchside.testing import A_MOMENT, a_record, a_set_record
from tests.log.test_files import CONFLICTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from _pytest.tmpdir import TempPathFactory

MONDAY = a_record(a_set_record(reps=8))
TUESDAY = a_record(started=A_MOMENT + timedelta(days=1))


def as_bytes(line: dict[str, object], *, tight: bool = True) -> bytes:
    return json.dumps(line, separators=(",", ":") if tight else None).encode()


def line_of(which: int, rev: int, reps: int, hour: int, *, is_deleted: bool, tight: bool) -> bytes:
    """A line of one of a few sessions, so that lines meet."""
    changed = A_MOMENT + timedelta(hours=hour)
    if is_deleted:
        deletion = Deletion(v=2, id=f"session {which}", rev=rev, deleted=changed)
        return as_bytes(encode_deletion(deletion), tight=tight)
    record = a_record(a_set_record(reps=reps), started=A_MOMENT + timedelta(days=which))
    return as_bytes(
        encode_record(
            replace(record, id=f"session {which}", rev=rev, amended=changed if rev else None)
        ),
        tight=tight,
    )


readable = st.builds(
    line_of,
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(7, 9),
    st.integers(0, 1),
    is_deleted=st.booleans(),
    tight=st.booleans(),
)
unreadable = st.sampled_from(
    [
        b'{"v":3,"id":"session 0","rev":9}',
        b'{"v":3,"id":"session 0","rev":8}',
        b"nonsense",
        b'{"v":2,"id":"session 0","rev"',
        b"\0\0\0",
        b"[1,2,3]",
        b"\xff\xfe\xff",
    ]
)
ends = st.sampled_from([b"\n", b"\n", b"\n", b"\r\n", b"\n\n"])
last_ends = st.sampled_from([b"\n", b""])
files = st.builds(
    lambda lines, last: b"".join(line + end for line, end in lines)[: None if last else -1],
    st.lists(st.tuples(readable | unreadable, ends), max_size=8),
    last_ends,
)
"""What a file of the log may hold; the last line may have lost its end."""


class Folder:
    """Logs to merge, each in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._count = 0

    def log(self, *contents: bytes) -> Path:
        """Make a log of files, the first one its own."""
        self._count += 1
        path = self._root / str(self._count) / "log.jsonl"
        path.parent.mkdir(parents=True)
        for number, content in enumerate(contents):
            file = path if number == 0 else path.with_name(f"log ({number}).jsonl")
            file.write_bytes(content)
        return path


@pytest.fixture(scope="module")
def root(tmp_path_factory: TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("merging")


_runs = iter(range(10**6))


def folder_in(root: Path) -> Folder:
    run = root / f"run {next(_runs)}"
    run.mkdir()
    return Folder(run)


def held(path: Path) -> list[bytes]:
    """What is in a log: its lines once it is tidied, in whatever order they stand."""
    tidy(path)
    return sorted(filter(None, path.read_bytes().splitlines()))


def read(path: Path) -> tuple[LogReading, list[str]]:
    reading = read_log(path)
    said = sorted({problem.message for problem in reading.problems})
    return LogReading(records=reading.records, problems=()), said


def merged(folder: Folder, first: bytes, *others: bytes) -> Path:
    path = folder.log(first)
    for other in others:
        merge(path, [folder.log(other)])
    return path


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(first=files, second=files)
def test_it_does_not_matter_which_log_is_merged_into_which(
    root: Path, first: bytes, second: bytes
) -> None:
    folder = folder_in(root)

    here, there = merged(folder, first, second), merged(folder, second, first)

    assert read(here) == read(there)
    assert held(here) == held(there)
    shutil.rmtree(here.parents[1])


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(first=files, second=files, third=files)
def test_it_does_not_matter_which_logs_are_merged_first(
    root: Path, first: bytes, second: bytes, third: bytes
) -> None:
    folder = folder_in(root)

    from_left = merged(folder, first, second, third)
    from_right = folder.log(first)
    merge(from_right, [merged(folder, second, third)])

    assert read(from_left) == read(from_right)
    assert held(from_left) == held(from_right)
    shutil.rmtree(from_left.parents[1])


@settings(max_examples=60, deadline=None)
@given(first=files, second=files)
def test_merging_the_same_log_once_more_changes_no_byte(
    root: Path, first: bytes, second: bytes
) -> None:
    folder = folder_in(root)
    path, other = folder.log(first), folder.log(second)
    merge(path, [other])
    before = path.read_bytes()

    again = merge(path, [other])

    assert again.added == 0
    assert path.read_bytes() == before
    shutil.rmtree(path.parents[1])


@settings(max_examples=60, deadline=None)
@given(contents=st.lists(files, min_size=1, max_size=3))
def test_merging_and_tidying_leave_what_is_read_as_it_is(root: Path, contents: list[bytes]) -> None:
    folder = folder_in(root)
    path = folder.log(*contents)
    copies = sorted(path.parent.glob("log (*).jsonl"))
    before = read(path)

    merge(path, copies, machine="here")
    after_merging = read(path)
    tidy(path, machine="here")

    assert after_merging == before
    assert read(path) == before
    assert tidy(path, machine="here").removed == 0
    shutil.rmtree(path.parents[1])


@settings(max_examples=60, deadline=None)
@given(first=files, second=files)
def test_what_was_there_is_only_added_to(root: Path, first: bytes, second: bytes) -> None:
    folder = folder_in(root)

    path = merged(folder, first, second)

    assert path.read_bytes().startswith(first)
    shutil.rmtree(path.parents[1])


def test_lines_of_equal_bytes_are_there_once(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    lines = as_bytes(encode_record(MONDAY)) + b"\nnonsense\n"
    path = folder.log(lines)

    result = merge(path, [folder.log(lines + lines)])

    assert (result.added, result.known) == (0, 4)
    assert path.read_bytes() == lines


def test_a_torn_end_gets_its_newline_first(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    torn = as_bytes(encode_record(MONDAY)) + b'\n{"v":2,"id":"tor'
    path = folder.log(torn)

    merge(path, [folder.log(as_bytes(encode_record(TUESDAY)))])

    assert path.read_bytes() == torn + b"\n" + as_bytes(encode_record(TUESDAY)) + b"\n"
    assert read_log(path).records == (MONDAY, TUESDAY)


def test_what_was_deleted_here_and_corrected_there_before_stays_deleted(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    here, there = (folder.log(as_bytes(encode_record(MONDAY)) + b"\n") for _ in range(2))
    FileLogbook(there).amend(MONDAY, at=A_MOMENT)
    FileLogbook(here).delete(MONDAY.id, at=A_MOMENT + timedelta(minutes=1))

    merge(here, [there])
    merge(there, [here])

    assert read_log(here).records == ()
    assert read_log(there).records == ()


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_conflict_copy_is_renamed_when_its_lines_are_in_the_log(
    tmp_path: Path, name: str
) -> None:
    path, copy = tmp_path / "log.jsonl", tmp_path / name
    path.write_bytes(as_bytes(encode_record(MONDAY)) + b"\n")
    copy.write_bytes(as_bytes(encode_record(TUESDAY)) + b"\n")
    before = copy.read_bytes()

    result = merge(path, [copy], machine="here")

    assert result.renamed == ((copy, tmp_path / f"{name}.merged"),)
    assert not copy.exists()
    assert (tmp_path / f"{name}.merged").read_bytes() == before
    assert result.into == tmp_path / "log-here.jsonl"
    assert read_log(path).records == (MONDAY, TUESDAY)


def test_a_second_conflict_copy_of_one_name_is_kept_beside_the_first(tmp_path: Path) -> None:
    path, copy = tmp_path / "log.jsonl", tmp_path / "log 2.jsonl"
    for record in (MONDAY, TUESDAY):
        copy.write_bytes(as_bytes(encode_record(record)) + b"\n")
        merge(path, [copy, copy])

    assert sorted(file.name for file in tmp_path.glob("*.merged")) == [
        "log 2.jsonl-2.merged",
        "log 2.jsonl.merged",
    ]


def test_a_file_from_elsewhere_stays_what_it_is(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    path, other = folder.log(b""), folder.log(b"", as_bytes(encode_record(MONDAY)))
    copy = other.with_name("log (1).jsonl")

    assert merge(path, [copy]).renamed == ()
    assert copy.exists()


def test_the_file_of_another_machine_is_neither_renamed_nor_tidied(tmp_path: Path) -> None:
    path, other = tmp_path / "log.jsonl", tmp_path / "log-there.jsonl"
    other.write_bytes(
        as_bytes(encode_record(MONDAY)) + b"\n" + as_bytes(encode_record(MONDAY)) + b"\n"
    )
    before = other.read_bytes()

    result = merge(path, [other], machine="here")

    assert result.renamed == ()
    assert tidy(path, machine="here").removed == 0
    assert other.read_bytes() == before


def test_the_file_that_is_added_to_is_not_merged_into_itself(tmp_path: Path) -> None:
    path = Folder(tmp_path).log(as_bytes(encode_record(MONDAY)))

    with pytest.raises(ValueError, match="is the file that this machine adds to"):
        merge(path, [path])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b" " * MAX_LINE_BYTES + b"x\n", "line 1: it is longer than 4 MiB"),
        ("\ufeff{}\n".encode("utf-16-le"), "line 1: this is UTF-16 text; save the log as UTF-8"),
    ],
)
def test_what_cannot_be_copied_keeps_its_file_where_it_is(
    tmp_path: Path, content: bytes, message: str
) -> None:
    path, copy = tmp_path / "log.jsonl", tmp_path / "log 2.jsonl"
    path.touch()
    copy.write_bytes(content)

    result = merge(path, [copy], machine="here")
    path.write_bytes(
        content + as_bytes(encode_record(MONDAY)) + b"\n" + as_bytes(encode_record(MONDAY)) + b"\n"
    )
    copy.unlink()
    before = path.read_bytes()

    assert [(file, str(problem)) for file, problem in result.problems] == [(copy, message)]
    assert result.renamed == ()
    assert [str(problem) for problem in tidy(path).problems] == [message]
    assert path.read_bytes() == before


def test_tidying_on_trial_tells_what_would_go_and_writes_nothing(tmp_path: Path) -> None:
    path = Folder(tmp_path).log(as_bytes(encode_record(MONDAY)) + b"\n")
    FileLogbook(path).amend(MONDAY, at=A_MOMENT)
    before = path.read_bytes()

    result = tidy(path, tries=True)

    assert (result.kept, result.removed) == (1, 1)
    assert path.read_bytes() == before


def test_a_deletion_stays_when_the_log_is_tidied(tmp_path: Path) -> None:
    path = Folder(tmp_path).log(as_bytes(encode_record(MONDAY)) + b"\n")
    FileLogbook(path).delete(MONDAY.id, at=A_MOMENT)

    tidy(path)
    merge(path, [Folder(tmp_path / "elsewhere").log(as_bytes(encode_record(MONDAY)))])

    assert [json.loads(line)["rev"] for line in path.read_bytes().splitlines()] == [1]


def test_a_log_that_was_never_written_is_tidy(tmp_path: Path) -> None:
    assert tidy(tmp_path / "log.jsonl").removed == 0
    assert not (tmp_path / "log.jsonl").exists()


def test_a_log_behind_a_link_is_tidied_where_it_is(tmp_path: Path) -> None:
    kept = Folder(tmp_path).log((as_bytes(encode_record(MONDAY)) + b"\n") * 2)
    link = tmp_path / "log.jsonl"
    link.symlink_to(kept)

    tidy(link)

    assert link.is_symlink()
    assert len(kept.read_bytes().splitlines()) == 1


def killed_states(before: bytes, after: bytes) -> Sequence[bytes]:
    """Everything that may be on the disk when a merge is killed: what is added, cut anywhere."""
    return [after[:cut] for cut in range(len(before), len(after) + 1, 53)]


def test_killed_at_any_instant_of_a_merge_the_log_is_whole_and_is_merged_by_the_next(
    tmp_path: Path,
) -> None:
    path, copy = tmp_path / "log.jsonl", tmp_path / "log 2.jsonl"
    own = tmp_path / "log-here.jsonl"
    lines = [as_bytes(encode_record(replace(MONDAY, id=f"session {n}"))) + b"\n" for n in range(4)]
    path.write_bytes(lines[0])
    copy.write_bytes(b"".join(lines))
    before, content = read_log(path), copy.read_bytes()
    merge(path, [copy], machine="here")

    for state in killed_states(b"", own.read_bytes()):
        own.write_bytes(state)
        copy.write_bytes(content)
        killed = read_log(path)
        merge(path, [copy], machine="here")

        assert killed.records == before.records
        assert not copy.exists()
        assert read_log(path).records == before.records


def test_a_tidied_log_keeps_its_mode(tmp_path: Path) -> None:
    path = Folder(tmp_path).log((as_bytes(encode_record(MONDAY)) + b"\n") * 2)
    path.chmod(0o640)

    tidy(path)

    assert path.stat().st_mode & 0o777 == 0o640


def test_what_git_has_merged_line_by_line_is_read_as_one_log(tmp_path: Path) -> None:
    """As `merge=union` leaves a log: equal lines once, a line that both corrected twice."""
    here, there = replace(MONDAY, note="here"), replace(MONDAY, note="there")
    corrected = [
        replace(one, rev=1, amended=A_MOMENT + timedelta(hours=hour))
        for hour, one in ((1, here), (2, there))
    ]
    gone = Deletion(v=2, id=TUESDAY.id, rev=2, deleted=A_MOMENT)
    changed_before = replace(TUESDAY, rev=1, amended=A_MOMENT + timedelta(days=3))
    lines = [
        encode_record(MONDAY),
        *map(encode_record, corrected),
        encode_deletion(gone),
        encode_record(TUESDAY),
    ]
    lines += [encode_record(changed_before)]
    path = Folder(tmp_path).log(b"".join(as_bytes(one) + b"\n" for one in lines) + b'{"v":2,"id')

    reading = read_log(path)

    assert reading.records == (corrected[1],), "the later correction holds, what is deleted is gone"
    assert [one.line for one in reading.problems] == [7], "a torn end stays torn, and is told"
