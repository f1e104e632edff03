"""Lines that are on disk whole, or not at all."""

from __future__ import annotations

import resource
import signal
from contextlib import contextmanager
from io import FileIO
from typing import TYPE_CHECKING

import pytest

from benchside.log.disk import append_line

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
    with FileIO(path, "a+") as stream, almost_full_disk():
        append_line(stream, {"note": "fits"})

        with pytest.raises(OSError, match="File too large"):
            append_line(stream, {"note": "x" * 2_000})

        append_line(stream, {"note": "fits as well"})

    assert path.read_text(encoding="utf-8") == '{"note":"fits"}\n{"note":"fits as well"}\n'


def test_a_number_that_json_does_not_know_is_refused(tmp_path: Path) -> None:
    with FileIO(tmp_path / "log.jsonl", "a+") as stream, pytest.raises(ValueError, match="JSON"):
        append_line(stream, {"load": float("nan")})
