"""What the history looks like, as text to be read in the diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.past import PastLog, looking_back, ten_weeks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIZES = pytest.mark.parametrize(
    "size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}"
)


@SIZES
async def test_the_history_looks_as_it_did(
    tmp_path: Path, size: tuple[int, int], assert_golden: Callable[[str, str], None]
) -> None:
    log, at_size = PastLog(tmp_path), f"{size[0]}x{size[1]}"
    log.write(ten_weeks())
    async with looking_back(log, size=size) as looking:
        await looking.shows("18 sessions", "20 Mar  5 5")
        assert_golden(f"screen-history-{at_size}", looking.bench.seen())

        await looking.press("tab")
        await looking.shows("Leg day", "before: 5 5")
        assert_golden(f"screen-history-sessions-{at_size}", looking.bench.seen())

        await looking.press("tab")
        await looking.shows("W12", "glutes")
        assert_golden(f"screen-history-weeks-{at_size}", looking.bench.seen())


@SIZES
async def test_an_exercise_and_a_session_in_full_look_as_they_did(
    tmp_path: Path, size: tuple[int, int], assert_golden: Callable[[str, str], None]
) -> None:
    log, at_size = PastLog(tmp_path), f"{size[0]}x{size[1]}"
    log.write(ten_weeks())
    async with looking_back(log, size=size) as looking:
        await looking.shows("18 sessions")
        await looking.press("down", "down", "enter")
        await looking.shows("most volume", "16 Mar")
        assert_golden(f"screen-exercise-{at_size}", looking.bench.seen())

        await looking.press("enter")
        await looking.shows("tension", "before: 8 8 6")
        assert_golden(f"screen-past-session-{at_size}", looking.bench.seen())
