"""The settings on a screen: each kept as soon as it is changed, and tried at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.session.values.load import Unit
from benchside.settings import Settings
from benchside.tui.setting_rows import meanings, setting_rows
from benchside.tui.tabs import TabScreen
from benchside.tui.text.settings import PANELS
from tests.tui.fakes import FakeAthlete
from tests.tui.looking import library

if TYPE_CHECKING:
    from tests.tui.looking import Program

SIZE = (120, 36)


def tab_of(bench: Program) -> str:
    """The tab that is shown."""
    screen = bench.app.screen
    assert isinstance(screen, TabScreen)
    return screen.TAB


async def choose(bench: Program, setting: str) -> None:
    """Go to the row of a setting by arrows."""
    for _ in Settings.model_fields:
        if bench.app.focused is not None and bench.app.focused.id == f"choice-{setting}":
            return
        await bench.press("down")
    raise AssertionError(f"no row of {setting}:\n{bench.seen()}")


async def test_the_third_tab_shows_the_settings_and_the_first_leads_back() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3")
        assert tab_of(bench) == "settings"
        assert "Changes are kept at once." in bench.seen()

        await bench.press("1")

        assert tab_of(bench) == "sessions"


async def test_escape_leads_back_to_the_sessions() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3", "escape")

        assert tab_of(bench) == "sessions"


async def test_a_click_on_a_tab_leads_to_it() -> None:
    async with library(size=SIZE) as bench:
        await bench.pilot.click("TabLine", offset=(112, 0))
        await bench.settle()
        assert tab_of(bench) == "settings"

        await bench.pilot.click("TabLine", offset=(88, 0))
        await bench.settle()

        assert tab_of(bench) == "sessions"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_has_a_row_with_what_it_means(name: str) -> None:
    rows = {row.name: row for of_panel in setting_rows(Settings(), {}).values() for row in of_panel}

    assert rows[name].about
    assert rows[name].label
    assert getattr(Settings(), name) in [one.value for one in rows[name].values]


def test_every_setting_that_has_a_place_is_named_once() -> None:
    placed = [name for names in PANELS.values() for name in names]

    assert len(placed) == len(set(placed))


def test_what_a_setting_means_is_the_text_below_it_in_the_model() -> None:
    assert (
        meanings()["volume"] == "Loudness of the cues; 0 is silence, 100 as loud as they were made."
    )


async def test_a_value_is_kept_as_soon_as_it_is_chosen() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3")
        await choose(bench, "unit")
        await bench.press("right")

        assert bench.services.settings.unit is Unit.LB
        assert "[lb]" in bench.seen()


async def test_values_go_round_and_a_level_ends() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3")
        await bench.press("right", "right")
        assert bench.services.settings.sounds == "classic"

        await choose(bench, "volume")
        await bench.press(*["right"] * 6)

        assert bench.services.settings.volume == 100


async def test_a_volume_between_two_steps_goes_to_the_next_one() -> None:
    async with library(size=SIZE) as bench:
        bench.services.settings = Settings(volume=82)
        await bench.press("3")
        await choose(bench, "volume")
        assert "82 %" in bench.seen()

        await bench.press("left")

        assert bench.services.settings.volume == 80


async def test_a_length_that_is_not_offered_is_shown_and_stays_until_it_is_changed() -> None:
    async with library(size=SIZE) as bench:
        bench.services.settings = Settings(prepare=7)
        await bench.press("3")

        assert "‹ 7s ›  4 of 9" in bench.seen()
        assert bench.services.settings.prepare_ms == 7_000


async def test_a_click_on_a_value_chooses_it() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3")
        row = bench.app.screen.query_one("#choice-sounds")
        text = bench.seen().splitlines()[row.region.y]
        await bench.pilot.click("#choice-sounds", offset=(text.index("gym") - row.region.x, 0))
        await bench.settle()

        assert bench.services.settings.sounds == "gym"


async def test_the_default_comes_back() -> None:
    async with library(size=SIZE) as bench:
        bench.services.settings = Settings(volume=20)
        await bench.press("3")
        await choose(bench, "volume")
        await bench.press("r")

        assert bench.services.settings.volume == 80
        assert "80 %" in bench.seen()


async def test_another_theme_is_seen_at_once_and_kept() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3")
        await choose(bench, "theme")
        before = bench.app.theme
        await bench.press("right")

        assert bench.app.theme != before
        await bench.until(lambda: bench.services.settings.theme == bench.app.theme)


async def test_a_setting_that_cannot_be_kept_says_why_and_shows_what_holds() -> None:
    async with library(size=SIZE) as bench:
        bench.services.cannot_save = OSError("the disk is [full]")
        await bench.press("3")
        await choose(bench, "unit")
        await bench.press("right")

        await bench.until(lambda: "the disk is [full]" in bench.seen())
        assert "[kg]" in bench.seen()


async def test_what_is_chosen_says_what_it_means() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3")
        await choose(bench, "keep_awake")

        assert "Keep the screen on while a session runs." in bench.seen()


async def test_sounds_are_tried_there() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3", "t")
        await bench.until(lambda: "played on the speakers" in bench.seen())
        await bench.press("T")
        await bench.until(lambda: "hear a rep" in bench.services.asked)

        assert bench.services.asked == ["hear all", "hear a rep"]


async def test_another_athlete_can_be_chosen() -> None:
    async with library(size=SIZE) as bench:
        anna = FakeAthlete("anna", "Anna")
        bench.services.athletes.names = [FakeAthlete("", "me", is_chosen=True), anna]
        await bench.press("3")
        await choose(bench, "athlete")
        await bench.press("right")

        assert [one.name for one in bench.services.athletes.names if one.is_chosen] == ["Anna"]


async def test_the_places_of_the_files_are_told() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3")

        assert "/home/lifter/log.jsonl" in bench.seen()


async def test_a_terminal_that_cannot_be_lent_says_where_the_settings_are() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3", "o")

        await bench.until(lambda: "/home/settings.toml" in bench.seen())
        assert bench.services.asked == []


async def test_help_lists_the_keys_of_the_settings() -> None:
    async with library(size=SIZE) as bench:
        await bench.press("3", "question_mark")

        assert "Play one rep of a hip thrust" in bench.seen()
        assert "Choose another value" in bench.seen()


async def test_every_setting_can_be_reached_on_a_small_terminal() -> None:
    async with library(size=(80, 24)) as bench:
        await bench.press("3")
        await choose(bench, "athlete")

        await bench.until(lambda: "Athlete" in bench.seen())
