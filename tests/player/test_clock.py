from __future__ import annotations

import subprocess
import sys

from benchside.player.clock import SystemClock, now_ns


def test_the_monotonic_clock_never_goes_back() -> None:
    clock = SystemClock()

    moments = [clock.now_ns() for _ in range(100)]

    assert moments == sorted(moments)


def test_another_process_reads_the_same_clock() -> None:
    script = "from benchside.player.clock import now_ns; print(now_ns())"

    before = now_ns()
    there = int(
        subprocess.run([sys.executable, "-c", script], check=True, capture_output=True).stdout
    )

    assert before < there < now_ns()


def test_no_sleep_is_seen_while_the_system_is_awake() -> None:
    clock = SystemClock()

    first, second = clock.slept_ns(), clock.slept_ns()

    assert abs(second - first) < 100_000_000


def test_the_wall_clock_knows_its_zone() -> None:
    assert SystemClock().wall().tzinfo is not None
