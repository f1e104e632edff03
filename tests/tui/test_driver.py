"""The terminal's driver, which reads on whatever a terminal sends."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("this driver is for terminals of other systems", allow_module_level=True)

from benchmarks.mutation_driver import reading_driver
from benchside.tui.driver import RETRY_LIMIT


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"\x1b[999999999999u", id="a key that no character has"),
        pytest.param(b"\x1b[1114112u", id="a key just beyond the last character"),
        pytest.param(b"\x1b[M\x43\x8e\x25", id="a mouse right of column 95"),
        pytest.param(b"\x1b[48;;;;t", id="a size without numbers"),
        pytest.param(b"gr\xf6\xdfer", id="Latin-1"),
        pytest.param(b"\xed\xa0\x80", id="half a character"),
    ],
)
def test_a_report_that_means_nothing_costs_itself(sent: bytes) -> None:
    with reading_driver(Path()) as read:
        read(sent)
        read(b"a")


@pytest.mark.slow
def test_a_report_that_means_nothing_may_come_again_and_again() -> None:
    with reading_driver(Path()) as read:
        for _ in range(RETRY_LIMIT // 100 + 1):
            read(b"\x1b[999999999999u" * 100)
