"""Today's sets on the screen: what is done in them by keys."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from benchside.runner.machine import State
from benchside.testing import a_block, a_set
from benchside.tui.screens.overview import OverviewScreen
from tests.tui.training import Training, training

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PARTS = (
    a_block(
        a_set("Back squat", load="80 kg", prepare="0s", rest="2m+"),
        a_set("Back squat", load="80 kg", prepare="0s", rest="2m+"),
        a_set("Lunge", prepare="0s", rest="2m+"),
    ),
)


@asynccontextmanager
async def overview() -> AsyncIterator[Training]:
    """The first set is done, and today's sets are shown in the rest after it."""
    async with training(*PARTS, size=(100, 30)) as session:
        await session.do_a_set()
        await session.press("l")
        await session.bench.until(lambda: isinstance(session.bench.app.screen, OverviewScreen))
        yield session


def rows(session: Training) -> list[str]:
    """The sets as they are listed, without what stands around them."""
    lines = [line.strip() for line in session.seen().splitlines()]
    return [" ".join(line.split()) for line in lines if "set " in line and " of " in line]


async def test_every_set_is_listed_and_the_next_one_is_marked() -> None:
    async with overview() as session:
        assert rows(session) == [
            "■ Back squat set 1 of 2 5 · 80 kg 5",
            "▶ set 2 of 2 5 · 80 kg",
            "Lunge set 1 of 1 5",
        ]


async def test_enter_on_a_set_to_come_goes_on_with_it() -> None:
    async with overview() as session:
        await session.press("down", "enter")

        assert session.runner.run.shown_set.planned.exercise == "Lunge"


async def test_enter_on_a_set_that_is_done_edits_it() -> None:
    async with overview() as session:
        await session.press("up", "enter", "3", "enter")

        assert [one.reps for one in session.runner.run.results.sets] == [3]


async def test_letters_go_through_the_sets_as_arrows_do() -> None:
    async with overview() as session:
        await session.press("j", "k", "k", "enter", "3", "enter")

        assert [one.reps for one in session.runner.run.results.sets] == [3]


async def test_one_key_adds_a_set_and_another_takes_it_back() -> None:
    async with overview() as session:
        await session.press("a")
        assert len(rows(session)) == 4

        await session.press("u")
        assert len(rows(session)) == 3


async def test_an_exercise_is_done_later() -> None:
    async with overview() as session:
        await session.press("d")

        assert [row.split(" set ")[0] for row in rows(session)][1] == "▶ Lunge"


async def test_what_cannot_be_done_says_why() -> None:
    async with overview() as session:
        await session.press("down", "d")

        assert "no other exercise comes after it" in session.seen()


async def test_a_set_is_left_out() -> None:
    async with overview() as session:
        await session.press("delete")

        assert [row.split(" set ")[0] for row in rows(session)] == ["■ Back squat", "▶ Lunge"]


async def test_another_load_is_for_all_sets_that_are_left_or_for_one() -> None:
    async with overview() as session:
        await session.press("w", *"85", "enter", "a")

        assert "85 kg" in rows(session)[1]


async def test_a_load_that_cannot_be_read_says_what_is_expected() -> None:
    async with overview() as session:
        await session.press("w", *"85 stone", "enter")

        assert "stone" in session.seen()
        assert "80 kg" in rows(session)[1]


async def test_another_exercise_is_found_by_a_part_of_its_name() -> None:
    async with overview() as session:
        await session.press("x", *"goblet", "enter")

        assert "Goblet squat" in rows(session)[1]


async def test_the_last_set_is_begun_again() -> None:
    async with overview() as session:
        await session.press("g", "escape")

        assert session.runner.state is State.WORKING
        assert session.runner.run.set.planned.number == 1


async def test_the_keys_work_in_the_session_as_well() -> None:
    async with training(*PARTS) as session:
        await session.do_a_set()

        await session.press("a")

        assert session.runner.run.shown_set.planned.of == 3
