"""Compare Benchside's first full frame with that of an empty Textual app.

Both are started in a pseudo-terminal in turn, in one run, and timed from the start of the process
to the first moment at which the screen has stopped changing with the expected text on it. Prints
the medians and their ratio. Nothing here is a gate: machines differ, the ratio much less.

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


def main() -> None:
    """Print the medians of both and their ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    ours: list[float] = []
    empty: list[float] = []
    with tempfile.TemporaryDirectory() as home:
        for run in range(runs + 1):
            empty_s = first_frame_s([sys.executable, "-c", EMPTY_APP], b"ready-to-go", home)
            our_s = first_frame_s([sys.executable, "-m", "benchside"], b"Hip thrust: prim", home)
            if run:  # the first one warms the file cache
                empty.append(empty_s)
                ours.append(our_s)
    ratio = statistics.median(one / other for one, other in zip(ours, empty, strict=True))
    print(f"runs                    {runs}")
    print(f"empty Textual app       {statistics.median(empty) * 1000:6.0f} ms (median)")
    print(f"benchside, library      {statistics.median(ours) * 1000:6.0f} ms (median)")
    print(f"ratio (median of pairs) {ratio:6.2f}")


if __name__ == "__main__":
    main()
