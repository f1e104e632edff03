"""What goes to the terminal: the same picture in fewer bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyte
import pytest
from hypothesis import given, strategies as st

from benchside.tui.short_output import shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT = 24, 40
DRAWN_ROWS = 6
"""Few of many: no newline comes to the last row, as none of Textual's does."""
RED, GREEN = "38;2;200;0;0", "38;2;0;200;0"
ON_BLUE, ON_BLACK = "48;2;0;0;90", "48;2;0;0;0"


def piece(style: str, text: str, at: tuple[int, int] | None = None) -> str:
    """Return a piece of a row as Textual writes it."""
    moved = "" if at is None else f"\x1b[{at[0]};{at[1]}H"
    return f"{moved}\x1b[{style}m{text}\x1b[0m"


def picture(written: str) -> list[list[tuple[object, ...]]]:
    """Return what can be seen of every cell of a terminal; of a blank no colour but its ground."""
    screen = pyte.Screen(WIDTH, HEIGHT)
    pyte.Stream(screen).feed(written)
    return [[_seen(screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def _seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    lines = (cell.underscore, cell.strikethrough, cell.reverse)
    if cell.data == " " and not any(lines):
        return (cell.bg,)
    return (cell.data, cell.bg, cell.fg, cell.bold, cell.italics, *lines)


def test_a_style_that_stands_is_not_written_again() -> None:
    drawing = piece(f"{RED};{ON_BLUE}", "one", (1, 1)) + piece(f"{RED};{ON_BLUE}", "two", (2, 1))

    assert shortened(drawing) == f"\x1b[1;1H\x1b[{RED};{ON_BLUE}mone\x1b[2;1Htwo\x1b[0m"


def test_of_another_style_only_what_differs_is_written() -> None:
    drawing = "".join(
        piece(style, "word")
        for style in (f"{RED};{ON_BLUE}", f"1;{RED};{ON_BLUE}", f"{GREEN};{ON_BLUE}")
    )

    assert shortened(drawing) == (
        f"\x1b[{RED};{ON_BLUE}mword\x1b[1mword\x1b[22;{GREEN}mword\x1b[0m"
    )


def test_blanks_take_the_ground_they_stand_on() -> None:
    drawing = piece(f"1;{RED};{ON_BLUE}", "word") + piece(ON_BLUE, "    ")

    assert shortened(drawing) == f"\x1b[1;{RED};{ON_BLUE}mword    \x1b[0m"


def test_an_underlined_blank_keeps_its_line() -> None:
    drawing = piece(f"4;{ON_BLUE}", "word") + piece(ON_BLUE, "    ")

    assert picture(shortened(drawing)) == picture(drawing)
    assert f"\x1b[0;{ON_BLUE}m    " in shortened(drawing)


def test_the_cursor_is_not_moved_to_where_it_is() -> None:
    drawing = piece(ON_BLUE, "  ", (3, 1)) + piece(ON_BLUE, "⣿⡇", (3, 3))

    assert shortened(drawing) == f"\x1b[3;1H\x1b[{ON_BLUE}m  ⣿⡇\x1b[0m"


@pytest.mark.parametrize("wide", ["█", "界", "é", "👍"])
def test_after_signs_that_some_terminals_draw_wider_the_cursor_is_moved(wide: str) -> None:
    drawing = piece(ON_BLUE, wide, (3, 1)) + piece(ON_BLUE, "end", (3, 4))

    assert "\x1b[3;4Hend" in shortened(drawing)


def test_of_two_moves_the_last_counts() -> None:
    drawing = "\x1b[1;9H\n" + piece(ON_BLUE, "end", (2, 1)) + "\x1b[2;9H\n\x1b[1;1H"

    assert shortened(drawing).startswith(f"\x1b[2;1H\x1b[{ON_BLUE}mend")


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        "plain",
        "\x1b[?2026h",
        "\x1b]2;Benchside\x07",
        "\x1b[1mbold\x1b[31mbold and red\x1b[0m",
        "\x1b[1;1H\x1b]8;id=1;a\x1b\\\x1b[4mlink\x1b[0m\x1b]8;;\x1b\\\x1b[4mon\x1b[0m",
        "\x1b[0m\x1b[0m",
        "\x1b[38mbroken\x1b[0m",
    ],
)
def test_what_is_no_piece_of_a_row_is_passed_on_as_it_is(drawing: str) -> None:
    assert shortened(drawing) == drawing


def test_one_drawing_knows_nothing_of_the_one_before() -> None:
    drawing = piece(f"1;{RED};{ON_BLUE}", "word", (2, 2))

    assert [shortened(drawing), shortened(drawing)] == [drawing, drawing]


ATTRIBUTES = st.sets(st.sampled_from("1347"), max_size=2).map(sorted)
COLOURS = st.sampled_from(["", RED, GREEN, "31", "39", "38;5;9", "97"])
GROUNDS = st.sampled_from(["", ON_BLUE, ON_BLACK, "42", "49", "48;5;4", "103"])
STYLES = st.builds(
    lambda codes, colour, ground: ";".join([*codes, *filter(None, [colour, ground])]),
    ATTRIBUTES,
    COLOURS,
    GROUNDS,
)
TEXTS = st.sampled_from(["", " ", "    ", "word", " ⣿⡇", "██ ", "界", "é"])
PLACES = st.none() | st.tuples(st.integers(1, DRAWN_ROWS), st.integers(1, WIDTH - 5))
PIECES = st.builds(
    lambda style, text, at: piece(style, text, at) if style else text, STYLES, TEXTS, PLACES
)
OTHERS = st.sampled_from(["\n", "plain", "\x1b[2;3H", "\x1b[1m", "\x1b[0m", "\x1b[?2026h"])


@given(st.lists(PIECES | OTHERS, max_size=12))
def test_whatever_is_drawn_looks_the_same_and_takes_no_more_bytes(parts: Sequence[str]) -> None:
    drawing = "".join(parts) + "\x1b[0m"
    short = shortened(drawing)

    assert picture(short) == picture(drawing)
    assert len(short) <= len(drawing)
