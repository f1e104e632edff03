"""The pacer on the screen, led by a clock that goes only when it is told to."""

from __future__ import annotations

from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from textual.app import App
from textual.color import Color

from benchside.session.exercises.entry import Motion
from benchside.session.values.tempo import Phase
from benchside.testing import FakeClock
from benchside.tui.contrast import contrast, with_contrast
from benchside.tui.pacer.frames import Dots, figure_frame, frame_text
from benchside.tui.pacer.height import height_at
from benchside.tui.pacer.marker import marker_frame
from benchside.tui.widgets.pacer import Pacer, PacerLook
from tests.tui.idle import running_loop
from tests.tui.looking import Repainted, piece_starts, seen

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.pilot import Pilot
    from textual.strip import Strip

    from benchside.tui.pacer.frames import Frame

LARGE = (48, 12)
SMALL = (24, 6)
THIRD = 16
"""Columns of the large one."""


@dataclass(frozen=True)
class Span:
    kind: Phase
    started_ms: int
    ends_ms: int
    is_explosive: bool = False


class CountingPacer(Pacer, Repainted):
    """A pacer that counts the rows it paints, and knows the places that it had painted."""

    painted = 0

    def render_line(self, y: int) -> Strip:
        self.painted += 1
        return super().render_line(y)


class Stage(App[None]):
    """Nothing but the pacer."""

    CSS = "CountingPacer { width: 1fr; height: 1fr; }"

    def __init__(self, dots: Dots) -> None:
        super().__init__()
        self.clock = FakeClock(now_ns=0)
        self.asked = 0
        """How often the pacer has looked at the clock."""
        self.pacer = CountingPacer(self._now_ms, dots=dots)

    def compose(self) -> ComposeResult:
        yield self.pacer

    def _now_ms(self) -> float:
        self.asked += 1
        return self.clock.now_ns() / 1_000_000


def cells_in(place: Region) -> set[tuple[int, int]]:
    return {(x, y) for x in range(place.x, place.right) for y in range(place.y, place.bottom)}


def changed_cells(old: Frame, new: Frame) -> set[tuple[int, int]]:
    """The cells that look different in two frames; a blank looks alike in every ink."""
    before, after = (
        {
            (x, y): (sign, ink) if sign != " " else None
            for y, row in enumerate(frame)
            for x, (sign, ink) in enumerate((sign, ink) for text, ink in row for sign in text)
        }
        for frame in (old, new)
    )
    return {cell for cell in after if before[cell] != after[cell]}


@dataclass
class Gym:
    """A pacer that is on screen."""

    app: Stage
    pilot: Pilot[None]

    @property
    def pacer(self) -> CountingPacer:
        return self.app.pacer

    def begin(self, kind: Phase, *, after_ms: int = 0, lasts_ms: int = 2_000) -> None:
        """Let a phase begin at the time of the clock."""
        now_ms = self.app.clock.now_ns() // 1_000_000 + after_ms
        self.pacer.phase = Span(kind, now_ms, now_ms + lasts_ms)

    async def pass_time(self, ms: int) -> None:
        """Let the time of the phases pass, and the pacer look at it."""
        self.app.clock.advance(ms)
        await self.let_timers_run()

    async def let_timers_run(self) -> None:
        """Let a second of the screen pass: enough for a few looks at the clock."""
        await running_loop().pass_s(1)
        await self.settle()

    async def settle(self) -> None:
        """Wait until what has changed is painted."""
        for _ in range(3):
            await running_loop().idle()
            await self.pilot.pause(0)

    async def sees(self, height: float, motion: Motion | None = Motion.LIFT) -> None:
        """Look whether the lifter, or the marker, stands at a height."""
        await self.settle()
        expected = (
            marker_frame(height, *self.app.size, Dots.BRAILLE)
            if motion is None
            else figure_frame(motion, height, *self.app.size, Dots.BRAILLE)
        )
        assert seen(self.app).splitlines() == [row.rstrip() for row in frame_text(expected)]

    async def is_led(self) -> bool:
        """Tell whether a timer looks at the clock."""
        await self.settle()
        before = self.app.asked
        await self.let_timers_run()
        return self.app.asked > before + 1


@asynccontextmanager
async def gym(
    motion: Motion | None = Motion.LIFT,
    size: tuple[int, int] = LARGE,
    dots: Dots = Dots.BRAILLE,
) -> AsyncIterator[Gym]:
    app = Stage(dots)
    app.pacer.motion = motion
    async with app.run_test(size=size) as pilot:
        bench = Gym(app, pilot)
        await bench.settle()
        yield bench


@pytest.mark.parametrize("size", [LARGE, SMALL])
async def test_the_lifter_rises_with_the_concentric_and_sinks_with_the_eccentric(
    size: tuple[int, int],
) -> None:
    async with gym(size=size) as bench:
        await bench.sees(0)

        bench.begin(Phase.CONCENTRIC)
        await bench.pass_time(1_000)
        await bench.sees(0.5)
        await bench.pass_time(1_000)
        await bench.sees(1)

        bench.begin(Phase.PAUSE_CONTRACTED)
        await bench.pass_time(1_000)
        await bench.sees(1)

        bench.begin(Phase.ECCENTRIC)
        await bench.pass_time(1_000)
        await bench.sees(0.5)
        await bench.pass_time(1_000)
        await bench.sees(0)


@pytest.mark.parametrize("motion", Motion)
async def test_every_motion_is_led_by_the_clock(motion: Motion) -> None:
    async with gym(motion) as bench:
        bench.begin(Phase.CONCENTRIC)
        await bench.pass_time(1_000)

        await bench.sees(0.5, motion)


async def test_a_phase_that_is_over_holds_its_end() -> None:
    async with gym() as bench:
        bench.begin(Phase.CONCENTRIC)
        await bench.pass_time(60_000)

        await bench.sees(1)


async def test_a_phase_that_has_not_begun_waits_at_its_start() -> None:
    async with gym(Motion.SQUAT) as bench:
        bench.begin(Phase.CONCENTRIC, after_ms=5_000)

        await bench.sees(0, Motion.SQUAT)


async def test_at_rest_the_lifter_stands_as_before_the_first_rep() -> None:
    async with gym(Motion.SQUAT) as bench:
        await bench.sees(1, Motion.SQUAT)
        bench.begin(Phase.ECCENTRIC)
        await bench.pass_time(2_000)
        await bench.sees(0, Motion.SQUAT)

        bench.pacer.phase = None

        await bench.sees(1, Motion.SQUAT)


async def test_the_timer_runs_only_while_something_moves() -> None:
    async with gym() as bench:
        assert not await bench.is_led()

        bench.begin(Phase.CONCENTRIC)
        assert await bench.is_led()

        bench.begin(Phase.PAUSE_CONTRACTED)
        assert not await bench.is_led()

        bench.begin(Phase.ECCENTRIC)
        await bench.pass_time(2_000)
        await bench.sees(0)
        assert not await bench.is_led()


async def test_only_rows_that_change_are_painted_again() -> None:
    async with gym() as bench:
        bench.begin(Phase.CONCENTRIC)
        await bench.pass_time(1_000)
        await bench.sees(0.5)
        before = bench.pacer.painted

        await bench.pass_time(80)

        assert 0 < bench.pacer.painted - before < 9


@pytest.mark.parametrize("motion", Motion)
async def test_of_a_third_only_what_lies_between_changes_is_painted_again(motion: Motion) -> None:
    async with gym(motion) as bench:
        bench.begin(Phase.CONCENTRIC, lasts_ms=60_000)
        await bench.pass_time(30_000)
        await bench.sees(0.5, motion)
        bench.pacer.places.clear()

        await bench.pass_time(4_000)

        height = height_at(Span(Phase.CONCENTRIC, 0, 60_000), 34_000)
        frames = (figure_frame(motion, each, *LARGE, Dots.BRAILLE) for each in (0.5, height))
        changed = changed_cells(*frames)
        assert changed
        assert changed <= {cell for place in bench.pacer.places for cell in cells_in(place)}
        for place in bench.pacer.places:
            ends = {(place.x, place.y), (place.right - 1, place.bottom - 1)}
            assert ends <= changed, "it begins or ends with a cell that stands"
            assert place.x // THIRD == (place.right - 1) // THIRD, "it reaches into another third"


async def test_every_third_of_a_row_can_be_written_alone() -> None:
    async with gym() as bench:
        assert {0, THIRD, 2 * THIRD} <= piece_starts(bench.app, LARGE[1] - 1)


async def test_time_that_changes_nothing_paints_nothing() -> None:
    async with gym() as bench:
        bench.begin(Phase.CONCENTRIC, lasts_ms=60_000)
        await bench.pass_time(30_000)
        await bench.sees(0.5)
        before = bench.pacer.painted

        await bench.pass_time(20)
        assert await bench.is_led()

        assert bench.pacer.painted == before


async def test_an_exercise_that_nobody_knows_gets_the_marker() -> None:
    async with gym(None) as bench:
        bench.begin(Phase.CONCENTRIC)
        await bench.pass_time(1_000)
        await bench.sees(0.5, None)
        await bench.pass_time(1_000)

        await bench.sees(1, None)


async def test_who_wants_the_marker_gets_it_for_a_known_exercise_too() -> None:
    async with gym() as bench:
        bench.pacer.look = PacerLook.MARKER
        bench.begin(Phase.CONCENTRIC)
        await bench.pass_time(1_000)

        await bench.sees(0.5, None)


async def test_a_place_too_small_for_a_figure_holds_the_marker() -> None:
    async with gym(size=(10, 6)) as bench:
        await bench.sees(0, None)


async def test_a_figure_comes_back_with_the_room() -> None:
    async with gym(size=(10, 6)) as bench:
        await bench.pilot.resize_terminal(*LARGE)

        await bench.sees(0)


async def test_a_terminal_without_braille_draws_half_blocks() -> None:
    async with gym(dots=Dots.HALF_BLOCKS) as bench:
        assert set(seen(bench.app)) == set(" ▀▄█\n")


async def test_a_plain_terminal_draws_the_marker_in_plain_signs() -> None:
    async with gym(dots=Dots.ASCII) as bench:
        assert "#" in seen(bench.app)
        assert seen(bench.app).isascii()


async def test_switched_off_it_takes_no_room_and_no_time() -> None:
    async with gym() as bench:
        bench.pacer.look = PacerLook.OFF
        bench.begin(Phase.CONCENTRIC)
        await bench.settle()

        assert not bench.pacer.display
        assert not await bench.is_led()
        assert not seen(bench.app).strip()


async def test_switched_on_in_a_phase_it_moves_with_the_rest_of_it() -> None:
    async with gym() as bench:
        bench.pacer.look = PacerLook.OFF
        bench.begin(Phase.CONCENTRIC)
        await bench.pass_time(1_000)

        bench.pacer.look = PacerLook.FIGURE
        await bench.sees(0.5)
        await bench.pass_time(1_000)

        await bench.sees(1)


async def test_with_reduced_motion_it_stands_where_the_phase_leads() -> None:
    async with gym() as bench:
        bench.pacer.is_still = True
        bench.begin(Phase.CONCENTRIC)
        await bench.sees(1)
        assert not await bench.is_led()

        bench.begin(Phase.ECCENTRIC)
        await bench.sees(0)


async def test_what_moves_stands_out_from_what_stands() -> None:
    async with gym() as bench:
        top_of_bench, lifter = bench.pacer.render_line(6), bench.pacer.render_line(4)

        colors = [
            {segment.style.color for segment in strip if segment.style and segment.text.strip()}
            for strip in (top_of_bench, lifter)
        ]

        assert len(colors[0]) == 2
        assert len(colors[1]) == 1
        assert colors[1] < colors[0]


@pytest.mark.parametrize("background", ["#111417", "#224734", "#e0e0e0", "#9bc6af", "#fdf6e3"])
async def test_what_stands_can_still_be_seen(background: str) -> None:
    async with gym() as bench:
        ground = Color.parse(background)
        bench.pacer.styles.background = ground
        bench.pacer.styles.color = with_contrast(ground, [ground], 4.5)
        await bench.settle()

        floor = next(iter(bench.pacer.render_line(11))).style

        assert floor is not None
        assert floor.color is not None
        assert contrast(Color.from_rich_color(floor.color), ground) >= 3
