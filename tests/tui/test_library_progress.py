"""What the library tells of how it goes: the line of the main exercise, and the week."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from benchside.log.muscles import lookup_in
from benchside.log.this_week import this_week_of
from benchside.log.top_set import top_set_of
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.testing import a_history, a_plan, a_record, a_set, a_set_record
from benchside.tui.widgets.memory_table import SETTLED_S
from tests.tui.fakes import FakePast
from tests.tui.looking import library
from tests.tui.test_library import BROKEN, SQUATS, services

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.log.this_week import ThisWeek
    from benchside.log.top_set import TopSet
    from tests.tui.looking import Program

TODAY = datetime(2026, 11, 26, 18, 0, tzinfo=timezone(timedelta(hours=1)))
"""A Thursday, the day of the fakes."""

LONG = SQUATS + "".join(
    f'\n  [[block.exercise]]\n  name = "Exercise {number}"\n  reps = 5\n' for number in range(12)
)


def squats(*loads: int) -> TopSet | None:
    """Return how squats go that were done every week up to two days ago."""
    records = [
        a_record(
            a_set_record("Back squat", load_kg=load),
            started=TODAY - timedelta(days=2, weeks=len(loads) - number),
        )
        for number, load in enumerate(loads, 1)
    ]
    plan = a_plan(a_set("Back squat", load="80 kg"))
    return top_set_of(plan, a_history(*records), today=TODAY.date())


def week(*days_ago: int) -> ThisWeek | None:
    records = [
        a_record(a_set_record(), a_set_record("Back squat"), started=TODAY - timedelta(days=one))
        for one in days_ago
    ]
    lookup = lookup_in(SHIPPED_CATALOGUE)
    return this_week_of(a_history(*records), lookup, today=TODAY.date())


async def look(bench: Program) -> str:
    """Return what is seen once the log has been read."""
    await bench.pass_s(SETTLED_S)
    await bench.until(lambda: bench.app.screen.query("TopSetChart").first().is_attached)
    await bench.settle()
    return bench.seen()


async def test_a_wide_card_draws_how_the_main_exercise_goes(tmp_path: Path) -> None:
    fakes = replace(services(tmp_path, squats=SQUATS), history=FakePast(top=squats(80, 85, 90, 95)))
    async with library(fakes, size=(120, 36)) as bench:
        seen = await look(bench)

    assert "TOP SET  Back squat · e1RM, 12 weeks" in seen
    assert "110.83 kg, a record" in seen
    assert "┈" in seen


async def test_a_best_that_was_there_before_is_no_record(tmp_path: Path) -> None:
    fakes = replace(services(tmp_path, squats=SQUATS), history=FakePast(top=squats(80, 95, 90)))
    async with library(fakes, size=(120, 36)) as bench:
        seen = await look(bench)

    assert "105.00 kg" in seen
    assert "record" not in seen


@pytest.mark.parametrize("size", [(80, 24), (119, 36), (120, 35)])
async def test_the_line_is_drawn_only_where_there_is_room(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    fakes = replace(services(tmp_path, squats=SQUATS), history=FakePast(top=squats(80, 85)))
    async with library(fakes, size=size) as bench:
        without = await look(bench)
        await bench.pilot.resize_terminal(120, 36)
        await bench.settle()
        with_room = bench.seen()
        await bench.pilot.resize_terminal(*size)
        await bench.settle()
        after = bench.seen()

    assert "TOP SET" not in without
    assert "TOP SET" in with_room
    assert after == without


async def test_the_line_takes_no_room_from_a_long_session(tmp_path: Path) -> None:
    fakes = replace(services(tmp_path, squats=LONG), history=FakePast(top=squats(80, 85)))
    async with library(fakes, size=(120, 36)) as bench:
        assert "TOP SET" not in await look(bench)

        await bench.pilot.resize_terminal(120, 80)
        await bench.settle()

        assert "TOP SET" in bench.seen()


async def test_the_line_stands_below_the_last_time_on_a_huge_screen(tmp_path: Path) -> None:
    fakes = replace(services(tmp_path, squats=SQUATS), history=FakePast(top=squats(80, 85)))
    async with library(fakes, size=(200, 60)) as bench:
        await look(bench)
        chart = bench.app.screen.query("TopSetChart").first().region
        plan = bench.app.screen.query_one("#plan").region

    assert chart.x >= plan.right


async def test_a_broken_file_has_no_line(tmp_path: Path) -> None:
    fakes = replace(
        services(tmp_path, apush=SQUATS, push=BROKEN), history=FakePast(top=squats(80, 85))
    )
    async with library(fakes, size=(120, 36)) as bench:
        assert "TOP SET" in await look(bench)

        await bench.press("down")

        assert "2 problems in this file" in bench.seen()
        assert "TOP SET" not in bench.seen()


async def test_the_week_stands_below_the_sessions(tmp_path: Path) -> None:
    fakes = replace(services(tmp_path, squats=SQUATS), history=FakePast(week=week(1, 3, 8)))
    async with library(fakes, size=(120, 36)) as bench:
        await bench.until(lambda: "THIS WEEK" in bench.seen())
        (row,) = (row for row in bench.seen().splitlines() if "THIS WEEK" in row)

    assert " ".join(row.split()) == (
        "THIS WEEK M ■ T · W ■ T □ F · S · S · "
        "2 sessions · 4 sets · 4 for the glutes · 2,000 kg · streak 2 weeks"
    )


async def test_a_week_without_a_session_says_so(tmp_path: Path) -> None:
    fakes = replace(services(tmp_path, squats=SQUATS), history=FakePast(week=week(8)))
    async with library(fakes, size=(120, 36)) as bench:
        await bench.until(lambda: "THIS WEEK" in bench.seen())
        assert "no session yet · streak 1 week" in bench.seen()


@pytest.mark.parametrize("size", [(80, 24), (119, 36), (120, 35)])
async def test_the_week_is_told_only_where_there_is_room(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    fakes = replace(services(tmp_path, squats=SQUATS), history=FakePast(week=week(1)))
    async with library(fakes, size=size) as bench:
        await bench.until(lambda: bool(bench.app.screen.query("WeekLine")))
        await bench.settle()
        without = bench.seen()
        await bench.pilot.resize_terminal(120, 36)
        await bench.settle()

        assert "THIS WEEK" not in without
        assert "THIS WEEK" in bench.seen()


async def test_the_week_is_told_anew_when_a_session_was_done(tmp_path: Path) -> None:
    past = FakePast(week=week(1))
    fakes = replace(services(tmp_path, squats=SQUATS), history=past)
    async with library(fakes, size=(120, 36)) as bench:
        await bench.until(lambda: "1 session ·" in bench.seen())
        past.week = week(0, 1)

        await bench.press("3", "1")

        await bench.until(lambda: "2 sessions ·" in bench.seen())


async def test_nothing_is_told_of_an_empty_log(tmp_path: Path) -> None:
    fakes = services(tmp_path, squats=SQUATS)
    async with library(fakes, size=(120, 36)) as bench:
        await bench.pass_s(SETTLED_S)
        await bench.settle()

        assert "THIS WEEK" not in bench.seen()
        assert "TOP SET" not in bench.seen()
