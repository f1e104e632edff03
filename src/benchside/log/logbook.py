"""The log: every finished session, a line each, in files that are only ever added to.

A session is on disk when `append` returns, and never there twice. What changes a session adds a
line too, so nothing can be lost by it, and what was killed in its middle has changed nothing. A
line that cannot be read is told with its number and left in place; the rest is used.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import replace
from io import FileIO
from typing import TYPE_CHECKING, Final

from benchside.log.files import log_files, own_file
from benchside.log.lines import file_lines, plain
from benchside.log.record import VERSION, encode_record
from benchside.log.revisions import (
    Deletion,
    Revisions,
    encode_deletion,
    identity_of,
    keep_unknown_keys,
)
from benchside.storage import (
    LOCK_PATIENCE_S,
    encode_line,
    force_folder,
    force_stream,
    make_folder,
    wait_for_lock,
    write_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from benchside.log.record import Record

LOOK_BACK_BYTES: Final = 4 << 20
"""How much of the log's end is searched for a session that was logged already: some 400 of them."""


class UnknownRecordError(LookupError):
    """No session of the log has this id, or it is deleted."""


class FileLogbook:
    """Adds to the log of a folder; its file is made, with the folder, by the first session.

    Where several machines share the folder, `machine` (this one's name where it is left empty)
    says which file is ours: see `log/files.py`.
    """

    def __init__(self, path: Path, *, machine: str = "") -> None:
        self._path = path
        self._machine = machine

    def append(self, line: Mapping[str, object]) -> None:
        """Append one session and force it to disk, unless one with its `id` is there already.

        A log that is made here, and its folder, are for nobody else to read: it tells of health.
        Raises OSError.
        """
        make_folder(self._path.parent)
        if not any(_force_if_held(file, line.get("id")) for file in self._lately_written()):
            self._add(line)

    def holds(self, record_id: str) -> bool:
        """Return whether a session was logged lately; then only its journal has to be removed."""
        return any(_holds(_end_of(file), record_id) for file in self._lately_written())

    def amend(self, record: Record, *, at: datetime) -> Record:
        """Append a session as it should have been logged; return it with its new `rev`.

        Keys of a later program that the former line has are kept. One that was deleted comes back.
        Raises `UnknownRecordError` where the log never had a session of its id, and OSError.
        """
        former = self._revisions([record.id])[record.id]
        if not former.next_rev:
            raise UnknownRecordError(record.id)
        changed = replace(record, rev=former.next_rev, amended=at)
        self._add(keep_unknown_keys(encode_record(changed), former.line))
        return changed

    def delete(self, *record_ids: str, at: datetime) -> None:
        """Append lines that say that sessions are deleted; `undelete` takes one back.

        Raises `UnknownRecordError` where the log does not have one of them, and OSError.
        """
        found = self._revisions(record_ids)
        for key, former in found.items():
            if not former.is_there:
                raise UnknownRecordError(key)
        self._add(
            *(
                encode_deletion(Deletion(v=VERSION, id=key, rev=former.next_rev, deleted=at))
                for key, former in found.items()
            )
        )

    def undelete(self, record_id: str, *, at: datetime) -> Record:
        """Append a deleted session once more, as it was last; return it.

        One that is there stays as it is. Raises `UnknownRecordError` where nothing is left of it,
        and OSError.
        """
        former = self._revisions([record_id])[record_id]
        record = former.record
        if record is None:
            raise UnknownRecordError(record_id)
        return record if former.is_there else self.amend(record, at=at)

    def _lately_written(self) -> set[Path]:
        """Return where this machine may have written last, before another one came or since."""
        return {self._path, own_file(self._path, self._machine)}

    def _revisions(self, record_ids: Iterable[str]) -> dict[str, Revisions]:
        """Read every line of some sessions, from all files of the log."""
        found = {record_id: Revisions() for record_id in record_ids}
        for file in log_files(self._path):
            for line in file_lines(file):
                identity = identity_of(line.text)
                if identity is not None and identity[0] in found:
                    found[identity[0]].take(line.text, identity[1])
        return found

    def _add(self, *lines: Mapping[str, object]) -> None:
        """Append lines to the file of this machine and force them to disk."""
        make_folder(self._path.parent)
        append_lines(
            own_file(self._path, self._machine),
            [encode_line(line) for line in lines],
            completes=True,
        )


def append_lines(path: Path, lines: Sequence[bytes], *, completes: bool = False) -> None:
    """Append whole lines to a file and force them to disk; it is made where there is none.

    A torn end gets its newline first. Where that `completes` and the first line begins like it, for
    a disk was full when the line was written, it is completed instead. Killed in its middle, some
    of the lines are there, and the next one perhaps torn. Raises OSError.
    """
    if not lines:
        return
    with opened_alone(path) as stream:
        end = stream.seek(0, os.SEEK_END)
        tail = _tail(stream)
        torn = tail[tail.rfind(b"\n") + 1 :]
        if completes and lines[0].startswith(torn):
            write_at(stream, end - len(torn), b"".join(lines))
        else:
            write_at(stream, end, b"\n" * bool(torn) + b"".join(lines))
    force_folder(path.parent)


@contextmanager
def opened_alone(path: Path, *, patience_s: float = LOCK_PATIENCE_S) -> Iterator[FileIO]:
    """Open a file of the log for nobody else to write to; make it where there is none.

    Raises OSError, also where another program keeps it to itself for too long.
    """
    while True:
        with FileIO(path, "r+", opener=_open_private) as stream:
            wait_for_lock(stream, patience_s=patience_s)
            if not _is_still(path, stream):  # it was tidied meanwhile
                continue
            yield stream
            return


def _is_still(path: Path, stream: FileIO) -> bool:
    """Return whether a name still leads to an open file."""
    try:
        return os.path.samestat(path.stat(), os.fstat(stream.fileno()))
    except FileNotFoundError:
        return False


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_CREAT, 0o600)


def _tail(stream: FileIO) -> bytes:
    """Return the end of the file, whole lines as far as they are not torn."""
    end = stream.seek(0, os.SEEK_END)
    stream.seek(max(end - LOOK_BACK_BYTES, 0))
    return stream.readall()


def _end_of(path: Path) -> bytes:
    try:
        with FileIO(path) as stream:
            return _tail(stream)
    except FileNotFoundError:
        return b""


def _force_if_held(path: Path, record_id: object) -> bool:
    """Force a session to disk that was written by a program that was killed before it was."""
    if not _holds(_end_of(path), record_id):
        return False
    with FileIO(path, "r+") as stream:
        force_stream(stream)
    force_folder(path.parent)
    return True


def _holds(tail: bytes, record_id: object) -> bool:
    return isinstance(record_id, str) and any(
        _id_of(line) == record_id for line in tail.split(b"\n") if record_id.encode() in line
    )


def _id_of(line: bytes) -> str | None:
    identity = identity_of(plain(line))
    return None if identity is None else identity[0]
