"""Every band and text can be read in every theme on offer: 4.5 by WCAG 2, large glyphs 3."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import pytest
from textual.color import Color

from benchside.testing.builders import a_record, a_set_record
from benchside.timeline.cues import CueKind
from benchside.tui.app import BenchsideApp
from benchside.tui.contrast import with_contrast, with_step
from benchside.tui.themes import HUES, ROLES, THEMES
from tests.builders import a_block, a_set, an_exercise
from tests.tui import views
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import CELL_WIDTH, entries, library, session, summary
from tests.tui.test_library import BROKEN, SQUATS
from tests.tui.training import training

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from textual.geometry import Region

    from benchside.tui.services import Services
    from tests.tui.looking import Program

CELL_HEIGHT = 24.4
"""Of a cell in an exported picture."""
GROUNDS = ("background", "surface", "panel")
LARGE = re.compile(r"[▀▄█▌▐▏▎▍▋▊▉⠀-⣿ ]+")
"""Large glyphs, bars and pictures."""
DECORATION = re.compile(r"[─│━╱╭╮╰╯▔▁▎▊▌ ]+")
"""Lines between parts, and what is left of a line beside its count."""
DARKEST_AND_PALEST = ("atom-one-light", "solarized-dark", "benchside-contrast")
"""Of the themes on offer those with the least contrast before they were mended, and our own."""


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = [channel / 255 for channel in (color.r, color.g, color.b)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: Color, other: Color) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def app() -> BenchsideApp:
    return BenchsideApp(cast("Services", FakeServices(FakeSession(views.READY))))


@cache
def on_offer() -> list[str]:
    """Every theme of which the colours are known: not those of the terminal's own palette."""
    return [name for name in app().available_themes if not name.startswith("ansi-")]


@cache
def variables_of(theme: str) -> Mapping[str, str]:
    themed = app()
    themed.theme = theme
    return themed.get_css_variables()


def solid(variables: Mapping[str, str], name: str) -> Color:
    return Color.parse(variables["background"]) + Color.parse(variables[name])


def pairs() -> Iterator[tuple[str, str, float]]:
    """Every pair of what stands on what, by the names of the theme, and its least contrast."""
    for ground in GROUNDS:
        yield from (
            (name, ground, 4.5)
            for name in ("foreground", "text-muted", *(f"text-{hue}" for hue in HUES))
        )
    for hue in HUES:
        yield f"text-{hue}", f"{hue}-muted", 4.5
    for role in ROLES:
        yield f"on-{role}", f"band-{role}", 4.5
        yield f"bar-{role}", "background", 3
    for part in ("foreground", "key-foreground", "description-foreground", "muted"):
        yield f"footer-{part}", "footer-background", 4.5
    yield "block-cursor-foreground", "block-cursor-background", 4.5
    yield "block-cursor-blurred-foreground", "block-cursor-blurred-background", 4.5


@pytest.mark.parametrize("theme", on_offer())
def test_what_stands_on_a_band_or_a_page_can_be_read(theme: str) -> None:
    variables = variables_of(theme)

    found = {
        (name, ground): round(ratio(solid(variables, name), solid(variables, ground)), 2)
        for name, ground, least in pairs()
        if ratio(solid(variables, name), solid(variables, ground)) < least
    }

    assert found == {}


@pytest.mark.parametrize("theme", on_offer())
def test_a_bar_stands_out_from_its_track(theme: str) -> None:
    variables = variables_of(theme)
    background = solid(variables, "background")
    track = background.blend(solid(variables, "foreground"), 0.1)

    bars = {role: ratio(solid(variables, f"bar-{role}"), track) for role in ROLES}

    assert min(bars.values()) >= 3, bars


@pytest.mark.parametrize("theme", on_offer())
def test_bands_differ_in_luminance_and_not_by_hue_alone(theme: str) -> None:
    variables = variables_of(theme)
    bands = [solid(variables, f"band-{role}") for role in ("rest", "down", "ready", "up")]
    steps = [solid(variables, "background"), *bands]

    assert all(ratio(one, other) > 1.1 for one, other in pairwise(steps))
    assert ratio(bands[1], bands[3]) > 1.25


def test_text_in_the_theme_of_high_contrast_has_seven() -> None:
    variables = variables_of("benchside-contrast")
    text = [(name, ground) for name, ground, least in pairs() if least == 4.5]

    found = {
        pair: round(ratio(*(solid(variables, name) for name in pair)), 2)
        for pair in text
        if ratio(*(solid(variables, name) for name in pair)) < 7
    }

    assert found == {}


def test_a_theme_of_the_terminals_palette_puts_black_on_its_bright_colours() -> None:
    for theme in ("ansi-dark", "ansi-light"):
        variables = variables_of(theme)

        assert {variables[f"on-{role}"] for role in ROLES} == {"ansi_black"}
        assert all(variables[f"band-{role}"].startswith("ansi_bright_") for role in ROLES)


def test_our_themes_are_on_offer_beside_those_of_textual() -> None:
    names = on_offer()

    assert {theme.name for theme in THEMES} < set(names)
    assert "textual-dark" in names


def test_a_colour_with_enough_contrast_is_left_as_it_is() -> None:
    amber, night = Color.parse("#ffbf5f"), Color.parse("#111417")

    assert with_contrast(amber, [night], 4.5) == amber


def test_a_colour_is_moved_no_further_than_it_needs() -> None:
    green, paper = Color.parse("#4ebf71"), Color.parse("#e0e0e0")

    moved = with_contrast(green, [paper], 4.5)

    assert 4.5 <= ratio(moved, paper) < 4.6
    assert moved.g > max(moved.r, moved.b)


def test_a_tint_is_lighter_on_a_dark_ground_and_darker_on_a_light_one() -> None:
    violet = Color.parse("#7a3fb5")
    night, paper = Color.parse("#111417"), Color.parse("#f6f7f5")

    on_night, on_paper = with_step(night, violet, 1.5), with_step(paper, violet, 1.5)

    assert luminance(night) < luminance(on_night)
    assert luminance(on_paper) < luminance(paper)
    assert all(1.5 <= ratio(*pair) < 1.6 for pair in ((night, on_night), (paper, on_paper)))


# What is drawn


def drawn(svg: str, part: Region) -> Iterator[tuple[str, Color, Color]]:
    """Every piece of text in a part of a picture, its colour and that of what it stands on."""
    colors = dict(re.findall(r"\.(terminal-[\w-]+-r\d+) \{ fill: (#\w+)", svg))
    number = r'"(-?[\d.]+)"'
    rectangle = f'<rect fill="(#\\w+)" x={number} y={number} width={number} height={number}'
    boxes = [(fill, *map(float, place)) for fill, *place in re.findall(rectangle, svg)]
    for name, left, base, text in re.findall(
        f'<text class="([\\w-]+)" x={number} y={number}[^>]*>([^<]*)</text>', svg
    ):
        x, y = float(left) + 1, float(base) - 5
        under = [fill for fill, bx, by, bw, bh in boxes if bx <= x < bx + bw and by <= y < by + bh]
        cell = (round(float(left) / CELL_WIDTH), int(float(base) / CELL_HEIGHT))
        if part.contains(*cell) and (shown := unescape(text).replace("\xa0", " ")).strip():
            yield shown, Color.parse(colors[name]), Color.parse(under[-1])


async def faint(bench: Program, theme: str) -> dict[str, float]:
    """What of the screen cannot be read in a theme, with its contrast."""
    bench.app.theme = theme
    await bench.settle()
    screen = bench.app.screen
    dialog = screen.children[0].region if screen.is_modal else screen.region
    return {
        text.strip(): round(ratio(color, ground), 2)
        for text, color, ground in drawn(bench.app.export_screenshot(), dialog)
        if not DECORATION.fullmatch(text)
        and ratio(color, ground) < (3 if LARGE.fullmatch(text) else 4.5) - 0.005
    }


@pytest.mark.slow
async def test_a_set_can_be_read_in_every_theme() -> None:
    async with session(views.CONCENTRIC, size=(120, 36)) as bench:
        for theme in on_offer():
            assert await faint(bench, theme) == {}, theme


@pytest.mark.slow
async def test_the_library_can_be_read_in_every_theme(tmp_path: Path) -> None:
    library_of_two = entries(tmp_path, squats=SQUATS, broken=BROKEN)
    services = FakeServices(FakeSession(views.READY), library=library_of_two)
    async with library(services, size=(120, 36)) as bench:
        for theme in on_offer():
            assert await faint(bench, theme) == {}, theme


@pytest.mark.parametrize(
    "name", ["eccentric", "pause", "rest", "wait", "paused", "prepare", "ready", "hold", "done"]
)
async def test_every_moment_of_a_session_can_be_read(name: str) -> None:
    async with session(views.ALL[name], size=(120, 36)) as bench:
        for theme in DARKEST_AND_PALEST:
            assert await faint(bench, theme) == {}, theme


@pytest.mark.parametrize("flash", [CueKind.LAST_REP, CueKind.REP_DONE])
async def test_a_band_that_flashes_can_be_read(flash: CueKind) -> None:
    async with session(views.CONCENTRIC, size=(120, 36)) as bench:
        for theme in DARKEST_AND_PALEST:
            await bench.show(views.CONCENTRIC)
            await bench.show(views.at(views.CONCENTRIC.state, views.CONCENTRIC.mood, flash=flash))

            assert await faint(bench, theme) == {}, theme


@pytest.mark.parametrize("keys", [("e",), ("n",), ("q",), ("question_mark",), ("ctrl+p",)])
@pytest.mark.slow
async def test_every_dialog_can_be_read(keys: tuple[str, ...]) -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        await bench.press(*keys)
        for theme in DARKEST_AND_PALEST:
            assert await faint(bench, theme) == {}, theme


async def test_the_list_of_todays_sets_and_that_of_other_exercises_can_be_read() -> None:
    squats = an_exercise(a_set(5, load="60 kg"), a_set(5, load="60 kg"), name="Back squat")
    for key in ("l", "x"):
        async with training(a_block(squats, name="Legs"), size=(120, 36)) as gym:
            await gym.do_a_set()
            await gym.press(key)
            for theme in DARKEST_AND_PALEST:
                assert await faint(gym.bench, theme) == {}, (key, theme)


async def test_the_summary_can_be_read() -> None:
    async with summary(a_record(a_set_record(), minutes=36), size=(120, 36)) as bench:
        for theme in DARKEST_AND_PALEST:
            assert await faint(bench, theme) == {}, theme


async def test_a_message_can_be_read() -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        for severity in ("information", "warning", "error"):
            bench.app.notify("the disk is full", title="Log", severity=severity)
        await bench.until(lambda: bench.seen().count("the disk is full") == 3)
        for theme in DARKEST_AND_PALEST:
            assert await faint(bench, theme) == {}, theme


@pytest.mark.parametrize("keys", [("3",), ("n",), ("3", "down", "down")])
@pytest.mark.slow
async def test_the_settings_and_a_new_session_can_be_read(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    squats = entries(tmp_path, squats=SQUATS)
    services = FakeServices(FakeSession(views.READY), library=squats)
    async with library(services, size=(120, 36)) as bench:
        await bench.press(*keys)
        for theme in DARKEST_AND_PALEST:
            assert await faint(bench, theme) == {}, theme


async def test_the_welcome_can_be_read() -> None:
    services = FakeServices(FakeSession(views.READY))
    services.setup.is_new = True
    async with library(services, size=(120, 36)) as bench:
        for theme in DARKEST_AND_PALEST:
            assert await faint(bench, theme) == {}, theme
