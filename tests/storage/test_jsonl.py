"""Lines that are on disk whole, or not at all."""

from __future__ import annotations

import resource
import signal
from contextlib import contextmanager
from io import FileIO
from typing import TYPE_CHECKING

import pytest

from benchside.storage.jsonl import encode_line, make_folder, write_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def almost_full_disk() -> Iterator[None]:
    """No file can grow beyond 1,000 bytes: the nearest thing to a full disk without one.

    Not a fixture: it holds for what the test runner prints into a file as well.
    """
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


def test_a_line_that_does_not_fit_on_the_disk_leaves_no_part_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    with FileIO(path, "w+") as stream, almost_full_disk():
        end = write_at(stream, 0, encode_line({"note": "fits"}))

        with pytest.raises(OSError, match="File too large"):
            write_at(stream, end, encode_line({"note": "x" * 2_000}))

        write_at(stream, end, encode_line({"note": "fits as well"}))

    assert path.read_text(encoding="utf-8") == '{"note":"fits"}\n{"note":"fits as well"}\n'


class StuckFile(FileIO):
    """A file on a disk that takes half of a line, and then neither more nor less."""

    is_stuck = True

    def write(self, data: object) -> int:
        assert isinstance(data, bytes)
        if self.is_stuck and self.tell() % 10:
            raise OSError(5, "Input/output error")
        return super().write(data[: 10 - self.tell() % 10] if self.is_stuck else data)

    def truncate(self, size: int | None = None) -> int:  # noqa: ARG002 - FileIO's
        raise OSError(5, "Input/output error")


def test_a_line_whose_torn_beginning_cannot_be_removed_replaces_it_later(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    line = encode_line({"at_ms": 1, "step": 2})
    with StuckFile(path, "w+") as stream:
        stream.write(b"123456789")
        for _ in range(3):
            with pytest.raises(OSError, match="Input/output"):
                write_at(stream, 9, line)

        stream.is_stuck = False
        end = write_at(stream, 9, line)

    assert path.read_bytes() == b"123456789" + line
    assert end == len(path.read_bytes())


def test_a_number_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        encode_line({"load": float("nan")})


def test_a_folder_is_made_with_those_above_it_for_its_owner_alone(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
