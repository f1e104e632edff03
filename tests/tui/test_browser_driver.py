"""The program behind a server for browsers: it ends when its server does, and leaves no mess."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from benchside.tui.browser_driver import REPLACED, BrowserDriver, driver_in_place_of
from tests.terminal import WRITTEN_TWICE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    pytest.skip(
        "a program is told to end by a signal that Windows has not", allow_module_level=True
    )

HUNG_UP = 128 + 1
"""The exit status after SIGHUP."""

PATIENCE_S = 60


@contextmanager
def a_served_program(home: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program as textual-serve does, and wait until it has drawn."""
    program = subprocess.Popen(
        [sys.executable, "-m", "benchside", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        env={
            **os.environ,
            "BENCHSIDE_HOME": str(home),
            "TEXTUAL_DRIVER": REPLACED,
            "COLUMNS": "100",
            "ROWS": "30",
        },
    )
    with program:
        try:
            assert program.stdout is not None
            seen = program.stdout.readline()
            assert seen == b"__GANGLION__\n"
            while b"\x1b[30;" not in seen:  # the last line of the screen that it was told of
                seen += program.stdout.read(65536)
            yield program
        finally:
            program.kill()


def test_the_screen_of_the_server_needs_no_terminal(tmp_path: Path) -> None:
    with a_served_program(tmp_path) as program:
        assert program.poll() is None


def test_the_server_is_sent_no_style_that_stands(tmp_path: Path) -> None:
    with a_served_program(tmp_path, "run", "first-session") as program:
        assert program.stdout is not None
        seen = b""
        while b"space" not in seen:
            seen += program.stdout.read(65536)

    assert not WRITTEN_TWICE.search(seen)


def test_the_program_ends_when_its_server_is_gone(tmp_path: Path) -> None:
    with a_served_program(tmp_path, "run", "first-session") as program:
        assert program.stdin is not None
        assert program.stdout is not None
        program.stdout.close()
        program.stdin.close()

        assert program.wait(PATIENCE_S) == HUNG_UP
        assert program.stderr is not None
        assert program.stderr.read() == b""
    assert not (tmp_path / "crashes").exists()


def test_the_program_ends_when_its_tab_is_closed(tmp_path: Path) -> None:
    with a_served_program(tmp_path) as program:
        quit_now = b'{"type": "quit"}'
        program.communicate(b"M" + len(quit_now).to_bytes(4, "big") + quit_now, PATIENCE_S)

        assert program.returncode == HUNG_UP


@pytest.mark.parametrize(
    ("chosen", "driver"), [(REPLACED, BrowserDriver), ("another:Driver", None)]
)
def test_only_the_driver_of_a_server_is_replaced(
    chosen: str, driver: type[BrowserDriver] | None
) -> None:
    assert driver_in_place_of(chosen) is driver
