"""Measure how long Benchside takes to be there, against what it cannot be faster than.

Two commands are timed from the start of their process to its end, beside `python -c pass`. The
library is timed to its first full frame, beside that of an empty Textual app: both are started in a
pseudo-terminal, and are there when their text has been written to it. All of it in turn, in one
run. Prints medians, and the median of the ratios of neighbours. Nothing here is a gate: machines
differ, the ratios much less.

    python benchmarks/startup.py [RUNS]
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MODULE = [sys.executable, "-m", "benchside"]

EMPTY_APP = """
from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static

class Empty(App):
    def compose(self) -> ComposeResult:
        yield Header()
        yield Static("ready-to-go")
        yield Footer()

Empty().run()
"""

SIZE = struct.pack("HHHH", 36, 120, 0, 0)
LIMIT_S = 30.0


def first_frame_s(command: list[str], expected: bytes, home: str) -> float:
    """Start a command in a pseudo-terminal; seconds until `expected` is on its screen."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, SIZE)
    environment = {**os.environ, "TERM": "xterm-256color", "BENCHSIDE_HOME": home}
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment,
        start_new_session=True,
    )
    os.close(follower)
    try:
        return _wait_for(leader, expected, started)
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def _wait_for(leader: int, expected: bytes, started: float) -> float:
    seen = b""
    while time.perf_counter() - started < LIMIT_S:
        if select.select([leader], [], [], 0.5)[0]:
            seen += os.read(leader, 65536)
            if expected in seen:
                return time.perf_counter() - started
    raise TimeoutError(f"{expected!r} did not come on screen; the end of it: {seen[-200:]!r}")


def whole_run_s(command: list[str], home: str) -> float:
    """Run a command to its end; seconds from start to end."""
    environment = {**os.environ, "BENCHSIDE_HOME": home}
    started = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def benchside(*arguments: str) -> list[str]:
    """Return the command line of Benchside: its script, or its module where there is none."""
    script = Path(sys.executable).with_name("benchside")
    return [str(script), *arguments] if script.exists() else [*_MODULE, *arguments]


def main() -> None:
    """Print what each of them takes, and how much more that is than what stands beside it."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    python, empty_app = [sys.executable, "-c", "pass"], [sys.executable, "-c", EMPTY_APP]
    with tempfile.TemporaryDirectory() as home:
        Path(home, "settings.toml").write_text("")  # or the welcome stands before the library
        measures: dict[str, Callable[[], float]] = {
            "python -c pass": lambda: whole_run_s(python, home),
            "--version": lambda: whole_run_s(benchside("--version"), home),
            "list": lambda: whole_run_s(benchside("list"), home),
            "empty Textual app": lambda: first_frame_s(empty_app, b"ready-to-go", home),
            "library": lambda: first_frame_s(benchside(), b"Hip thrust: prim", home),
        }
        taken: dict[str, list[float]] = {name: [] for name in measures}
        for run in range(runs + 1):
            for name, measure in measures.items():
                seconds = measure()
                if run:  # the first one warms the file cache
                    taken[name].append(seconds)
    print(f"{runs} runs             median   of python -c pass   of the empty app")
    for name, seconds_each in taken.items():
        to_python = _ratio(seconds_each, taken["python -c pass"])
        to_empty = _ratio(seconds_each, taken["empty Textual app"])
        median_ms = statistics.median(seconds_each) * 1000
        print(f"{name:18} {median_ms:6.0f} ms {to_python:19.2f} {to_empty:18.2f}")


def _ratio(some: list[float], others: list[float]) -> float:
    return statistics.median(one / other for one, other in zip(some, others, strict=True))


if __name__ == "__main__":
    main()
