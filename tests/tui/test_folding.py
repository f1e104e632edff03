"""Dialogs in the last seconds before a set: they fold away, and keep what was typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchside.runner.machine import State
from benchside.tui.folding import Drafts, is_time_to_fold
from benchside.tui.screens.session import SessionScreen
from tests.builders import SET_7, SET_8, a_set
from tests.tui import views
from tests.tui.looking import session
from tests.tui.training import training

SOON = replace(views.REST, seconds=10, starts_in_s=10)
"""Ten seconds before the next set."""


@pytest.mark.parametrize("keys", [("n", "o"), ("e", "5"), ("q",), ("question_mark",)])
async def test_whatever_stands_over_the_session_is_gone_ten_seconds_before_a_set(
    keys: tuple[str, ...],
) -> None:
    async with session(views.REST) as bench:
        screen = bench.screen
        await bench.press(*keys)
        assert bench.app.screen is not screen

        bench.session.change(SOON)
        await bench.until(lambda: bench.app.screen is screen)

        assert bench.session.told == []


async def test_a_dialog_over_a_rest_that_waits_for_its_athlete_stays() -> None:
    async with session(views.REST) as bench:
        screen = bench.screen
        await bench.press("n")
        waiting = replace(views.REST, seconds=5, starts_in_s=None)
        bench.session.change(waiting)
        await bench.until(lambda: screen.view == waiting)
        await bench.settle()

        assert not isinstance(bench.app.screen, SessionScreen)


async def test_what_was_typed_before_a_dialog_folded_is_there_when_it_is_opened_again() -> None:
    async with training(a_set(5, rest="30s"), a_set(5)) as gym:
        await gym.do_a_set()
        await gym.burst("n", *"belt forgotten")
        await gym.pass_time(21_000)
        assert "Note for this set" not in gym.seen()

        await gym.press("n")
        assert "belt forgotten" in gym.seen()
        await gym.burst("enter")

        assert gym.done(0).note == "belt forgotten"


async def test_fields_of_a_correction_outlive_its_folding_and_escape_forgets_them() -> None:
    async with training(a_set(5, rest="30s", load="60 kg"), a_set(5)) as gym:
        await gym.do_a_set()
        await gym.burst("e", "tab", *"62,5")
        await gym.pass_time(21_000)

        await gym.press("e")
        assert "62,5" in gym.seen()
        await gym.burst("escape")

        await gym.press("e")
        assert "62,5" not in gym.seen()


def test_a_dialog_opened_within_the_last_seconds_goes_when_the_set_begins() -> None:
    preparing = replace(views.PREPARE, starts_in_s=3)

    assert not is_time_to_fold(replace(preparing, starts_in_s=4), preparing)
    assert is_time_to_fold(preparing, views.CONCENTRIC)
    assert not is_time_to_fold(replace(views.PAUSED, state=State.WORKING), views.CONCENTRIC)


def test_a_draft_belongs_to_its_set() -> None:
    drafts = Drafts()
    drafts.of("note", SET_7)["line"] = "deep"

    assert drafts.of("note", SET_7) == {"line": "deep"}
    assert drafts.of("note", SET_8) == {}
    assert drafts.of("load", SET_7) == {}
