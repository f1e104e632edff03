"""The end by force: it comes in time, whatever hangs, and not where the program ended by itself."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.marks import slow

HANGS = """
import time
from benchside.tui.signals import LastResort

last_resort = LastResort(deadline_s=0.2, closing_s=0.2)
{steps}
time.sleep({seconds})
"""


def ends(*steps: str, seconds: float) -> tuple[int, str]:
    """Run a program that sleeps for so long after these steps; its status, and what it printed."""
    program = HANGS.format(steps="\n".join(steps), seconds=seconds)
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    return ended.returncode, ended.stdout


def test_a_program_that_does_not_end_is_ended_once_its_session_is_closed() -> None:
    close = "last_resort.arm(143, lambda: print('closed', flush=True))"

    assert ends(close, seconds=300) == (143, "closed\n")


def test_a_session_that_hangs_while_it_is_closed_does_not_keep_the_program() -> None:
    assert ends("last_resort.arm(129, lambda: time.sleep(300))", seconds=300) == (129, "")


def test_a_session_that_cannot_be_closed_does_not_keep_the_program() -> None:
    assert ends("last_resort.arm(129, lambda: 1 / 0)", seconds=300)[0] == 129


@pytest.mark.parametrize("before", ["last_resort.arm(143, lambda: print('closed'))", *slow("")])
def test_a_program_that_ends_by_itself_is_left_alone(before: str) -> None:
    disarm = "last_resort.disarm(); last_resort.disarm()"

    assert ends(before, disarm, seconds=1) == (0, "")


def test_the_first_signal_says_how_the_program_ends() -> None:
    arm = "last_resort.arm(129, lambda: None); last_resort.arm(143, lambda: None)"

    assert ends(arm, seconds=300)[0] == 129
