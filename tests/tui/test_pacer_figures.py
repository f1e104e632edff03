"""The figures of the pacer, and how high they are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest

from benchside.session.exercises.entry import Motion
from benchside.session.values.tempo import Phase
from benchside.tui.pacer.canvas import Canvas
from benchside.tui.pacer.drawing import Ink
from benchside.tui.pacer.frames import Dots, can_draw, dots_for, figure_frame, frame_text
from benchside.tui.pacer.height import end_height, height_at, is_moving
from benchside.tui.pacer.marker import marker_frame
from benchside.tui.pacer.motions import FIGURES

MOTIONS = pytest.mark.parametrize("motion", Motion)
SIZES = ((48, 12), (24, 6), (36, 9), (72, 18), (60, 12), (47, 13), (100, 7))
FRONT_VIEWS = (Motion.SQUAT, Motion.FLOOR, Motion.HANG, Motion.CURL)


@dataclass(frozen=True)
class Span:
    kind: Phase
    started_ms: int = 1_000
    ends_ms: int = 3_000
    is_explosive: bool = False


def drawn(motion: Motion, height: float, width: int, rows: int, dots: Dots) -> list[str]:
    return frame_text(figure_frame(motion, height, width, rows, dots))


def heights(span: Span) -> list[float]:
    """Heights from half a second before a phase to half a second after it."""
    return [height_at(span, ms) for ms in range(500, 3_501, 10)]


def test_every_motion_has_its_figure() -> None:
    assert set(FIGURES) == set(Motion)


@MOTIONS
@pytest.mark.parametrize("dots", [Dots.BRAILLE, Dots.HALF_BLOCKS])
def test_a_figure_fills_its_place_and_no_cell_more(motion: Motion, dots: Dots) -> None:
    for width, rows in SIZES:
        for tenth in range(11):
            frame = drawn(motion, tenth / 10, width, rows, dots)

            assert [len(row) for row in frame] == [width] * rows


@MOTIONS
def test_a_blank_is_a_blank_whatever_the_font_makes_of_empty_dots(motion: Motion) -> None:
    frame = "".join(drawn(motion, 0.5, 48, 12, Dots.BRAILLE))

    assert " " in frame
    assert "\u2800" not in frame


@MOTIONS
def test_the_ends_and_the_middle_of_a_rep_look_different(motion: Motion) -> None:
    for width, rows in ((48, 12), (24, 6)):
        frames = {"\n".join(drawn(motion, h, width, rows, Dots.BRAILLE)) for h in (0, 0.5, 1)}

        assert len(frames) == 3


@MOTIONS
def test_a_rep_moves_in_steps_that_can_be_followed(motion: Motion) -> None:
    frames = [drawn(motion, step / 24, 48, 12, Dots.BRAILLE) for step in range(25)]

    assert all(before != after for before, after in pairwise(frames))


@MOTIONS
def test_the_floor_is_the_lowest_row_and_belongs_to_the_scene(motion: Motion) -> None:
    *_, lowest = figure_frame(motion, 0.5, 48, 12, Dots.BRAILLE)

    assert Ink.SCENE in {ink for _, ink in lowest}
    assert all(sign != " " for text, _ in lowest for sign in text)


@pytest.mark.parametrize("motion", FRONT_VIEWS)
@pytest.mark.parametrize("size", [(48, 12), (72, 18)])
def test_who_is_seen_from_the_front_is_the_same_on_both_sides(
    motion: Motion, size: tuple[int, int]
) -> None:
    for tenth in range(11):
        frame = drawn(motion, tenth / 10, *size, Dots.HALF_BLOCKS)

        assert frame == [row[::-1] for row in frame]


@MOTIONS
def test_the_same_moment_is_drawn_once(motion: Motion) -> None:
    assert figure_frame(motion, 0.5, 48, 12, Dots.BRAILLE) is figure_frame(
        motion, 0.501, 48, 12, Dots.BRAILLE
    )


def test_a_figure_without_room_is_not_drawn() -> None:
    assert can_draw(Motion.LIFT, 24, 6, Dots.BRAILLE)
    assert can_draw(Motion.LIFT, 48, 12, Dots.HALF_BLOCKS)
    assert not can_draw(Motion.LIFT, 24, 6, Dots.HALF_BLOCKS)
    assert not can_draw(Motion.LIFT, 12, 3, Dots.BRAILLE)
    assert not can_draw(Motion.LIFT, 48, 12, Dots.ASCII)
    assert not can_draw(None, 48, 12, Dots.BRAILLE)


def test_shapes_beyond_the_edges_leave_no_dot_there() -> None:
    canvas = Canvas(10, 6)

    canvas.fill(canvas.limb(((-20, -9), 4), ((40, 15), 7)))

    assert any(canvas.rows)
    assert len(canvas.rows) == 6
    assert all(0 <= row < 1 << 10 for row in canvas.rows)


def test_a_disc_is_round_and_a_limb_has_no_holes() -> None:
    canvas = Canvas(9, 5)

    canvas.fill(canvas.limb(((2, 2), 2.05), ((2, 2), 2.05)))
    canvas.fill(canvas.limb(((6, 4.5), 0.72), ((8.5, 0.5), 0.72)))

    assert [f"{row:09b}"[::-1] for row in canvas.rows] == [
        "011000001",
        "111100011",
        "111100110",
        "011000100",
        "000001100",
    ]


def test_what_is_drawn_with_depends_on_the_terminal() -> None:
    assert dots_for("utf-8", "xterm-256color") is Dots.BRAILLE
    assert dots_for("utf-8", "linux") is Dots.HALF_BLOCKS
    assert dots_for("cp437", "") is Dots.HALF_BLOCKS
    assert dots_for("ascii", "xterm") is Dots.ASCII
    assert dots_for("no such encoding", "xterm") is Dots.ASCII


@pytest.mark.parametrize("is_explosive", [False, True])
def test_a_concentric_rises_from_the_bottom_to_the_top(is_explosive: bool) -> None:
    rising = heights(Span(Phase.CONCENTRIC, is_explosive=is_explosive))

    assert rising == sorted(rising)
    assert (rising[0], rising[-1]) == (0, 1)
    assert len(set(rising)) == 201


@pytest.mark.parametrize("is_explosive", [False, True])
def test_an_eccentric_sinks_from_the_top_to_the_bottom(is_explosive: bool) -> None:
    sinking = heights(Span(Phase.ECCENTRIC, is_explosive=is_explosive))

    assert sinking == sorted(sinking, reverse=True)
    assert (sinking[0], sinking[-1]) == (1, 0)


def test_an_explosive_concentric_has_most_of_its_way_behind_it_at_half_time() -> None:
    half_way_ms = 2_000

    assert height_at(Span(Phase.CONCENTRIC), half_way_ms) == 0.5
    assert height_at(Span(Phase.CONCENTRIC, is_explosive=True), half_way_ms) > 0.8


def test_only_the_concentric_of_an_explosive_tempo_is_fast() -> None:
    slow = Span(Phase.ECCENTRIC)
    of_explosive_tempo = Span(Phase.ECCENTRIC, is_explosive=True)

    assert heights(of_explosive_tempo) == heights(slow)


def test_a_pause_stands_where_the_phase_before_it_ended() -> None:
    assert set(heights(Span(Phase.PAUSE_STRETCHED))) == {end_height(Span(Phase.ECCENTRIC))}
    assert set(heights(Span(Phase.PAUSE_CONTRACTED))) == {end_height(Span(Phase.CONCENTRIC))}


def test_a_phase_without_length_is_over_at_once() -> None:
    assert height_at(Span(Phase.CONCENTRIC, ends_ms=1_000), 1_000) == 1


def test_nothing_moves_in_a_pause_or_after_a_phase() -> None:
    assert is_moving(Span(Phase.CONCENTRIC), 1_000)
    assert not is_moving(Span(Phase.CONCENTRIC), 3_000)
    assert not is_moving(Span(Phase.PAUSE_STRETCHED), 1_000)


def test_the_marker_rises_with_the_height() -> None:
    def row_of(height: float) -> int:
        text = frame_text(marker_frame(height, 3, 12, Dots.BRAILLE))
        return next(y for y, row in enumerate(text) if set(row) & set("█▄▀"))

    rows = [row_of(tenth / 10) for tenth in range(11)]

    assert rows == sorted(rows, reverse=True)
    assert (rows[0], rows[-1]) == (10, 1)


@pytest.mark.parametrize("dots", Dots)
def test_the_marker_fills_its_place_however_small(dots: Dots) -> None:
    for width in (1, 3, 20):
        for rows in (0, 1, 2, 4, 5, 12):
            for tenth in range(11):
                text = frame_text(marker_frame(tenth / 10, width, rows, dots))

                assert [len(row) for row in text] == [width] * rows


def test_the_marker_is_plain_where_the_terminal_has_nothing_else() -> None:
    text = frame_text(marker_frame(0.5, 4, 5, Dots.ASCII))

    assert text == ["  ^ ", "  | ", " ###", "  | ", "  v "]
