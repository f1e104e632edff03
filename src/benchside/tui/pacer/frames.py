"""Frames of the pacer as rows of text in two inks, each drawn once and kept.

Dots become braille, or half blocks where a terminal has no braille; where it has neither, or no
room for a figure, or the motion is unknown, a marker on a track tells the height.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.tui.pacer.drawing import Drawing, Ink, scale_of
from benchside.tui.pacer.motions import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchside.session import Motion

MIN_SCALE: Final = 0.45
"""Dots a unit of the stage; a smaller figure is a blot."""

Row: TypeAlias = "tuple[tuple[str, Ink], ...]"
"""Pieces of text, each in one ink; blanks belong to the piece beside them."""

Frame: TypeAlias = "tuple[Row, ...]"


class Dots(StrEnum):
    """What a terminal has to draw with."""

    BRAILLE = "braille"
    """Two by four dots a cell."""
    HALF_BLOCKS = "half blocks"
    """One by two."""
    ASCII = "ascii"
    """None: only the marker is drawn."""


_CELL: Final = {Dots.BRAILLE: (2, 4), Dots.HALF_BLOCKS: (1, 2)}
"""Dots across and down a cell."""

_BRAILLE: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot in a braille character, row by row, left and right."""

_PAIRS: Final = tuple(
    tuple((left if pair & 1 else 0) | (right if pair & 2 else 0) for pair in range(4))
    for left, right in _BRAILLE
)
_HALVES: Final = " ▀▄█"

_WITHOUT_BRAILLE: Final = frozenset({"linux"})
"""Terminals whose font has no braille: the console of Linux."""


def dots_for(encoding: str, terminal: str) -> Dots:
    """Return what a terminal can draw, by the encoding of its output and its name (`TERM`)."""
    if not _can_encode("▀", encoding):
        return Dots.ASCII
    has_braille = terminal not in _WITHOUT_BRAILLE and _can_encode("⣿", encoding)
    return Dots.BRAILLE if has_braille else Dots.HALF_BLOCKS


def _can_encode(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def can_draw(motion: Motion | None, width: int, rows: int, dots: Dots) -> bool:
    """Return whether there is a figure for a motion, and room for it."""
    if motion not in FIGURES or dots not in _CELL:
        return False
    across, down = _CELL[dots]
    return scale_of(width * across, rows * down) >= MIN_SCALE


def figure_frame(motion: Motion, height: float, width: int, rows: int, dots: Dots) -> Frame:
    """Return the figure of a motion at a height from 0 to 1, in so many cells."""
    across, down = _CELL[dots]
    steps = _steps(scale_of(width * across, rows * down))
    return _drawn(motion, round(height * steps) / steps, width, rows, dots)


def _steps(scale: float) -> int:
    """Return how many steps from 0 to 1 can be told apart: what moves far moves some 24 units."""
    return round(8 + 16 * scale)


@lru_cache(maxsize=256)
def _drawn(motion: Motion, height: float, width: int, rows: int, dots: Dots) -> Frame:
    across, down = _CELL[dots]
    drawing = Drawing(width * across, rows * down)
    FIGURES[motion].draw(drawing, height)
    cells = _braille_cells if dots is Dots.BRAILLE else _half_cells
    figure, scene = (drawing.layers[ink].rows for ink in (Ink.FIGURE, Ink.SCENE))
    return tuple(
        _row(cells(figure[top : top + down], width), cells(scene[top : top + down], width), dots)
        for top in range(0, rows * down, down)
    )


def frame_text(frame: Frame) -> list[str]:
    """Return the rows of a frame without their inks."""
    return ["".join(text for text, _ in row) for row in frame]


def _braille_cells(rows: Sequence[int], width: int) -> Iterator[int]:
    """Return the dots of each cell as the bits of its braille character."""
    for cell in range(width):
        shift = 2 * cell
        yield sum(pairs[bits >> shift & 3] for pairs, bits in zip(_PAIRS, rows, strict=True))


def dot_text(rows: Sequence[int], width: int, dots: Dots) -> list[str]:
    """Return rows of dots, each a whole number with its leftmost bit lowest, as lines of cells."""
    _, down = dots_in_cell(dots)
    cells = _braille_cells if dots is Dots.BRAILLE else _half_cells
    if dots is Dots.ASCII:
        return ["".join(" *"[row >> cell & 1] for cell in range(width)) for row in rows]
    return [
        "".join(_sign(bits, dots) for bits in cells(rows[top : top + down], width))
        for top in range(0, len(rows), down)
    ]


def dots_in_cell(dots: Dots) -> tuple[int, int]:
    """Return how many dots a cell has across and down; one where there is nothing to draw with."""
    return _CELL.get(dots, (1, 1))


def _half_cells(rows: Sequence[int], width: int) -> Iterator[int]:
    """Return the dots of each cell as two bits, the upper one lower."""
    upper, lower = rows
    for cell in range(width):
        yield (upper >> cell & 1) | (lower >> cell & 1) << 1


def _row(figure: Iterable[int], scene: Iterable[int], dots: Dots) -> Row:
    """Write cells; one in which both inks meet takes that of the figure."""
    cells = [
        (_sign(of_figure | of_scene, dots), Ink.FIGURE if of_figure else Ink.SCENE)
        for of_figure, of_scene in zip(figure, scene, strict=True)
    ]
    ink = next((ink for sign, ink in cells if sign != " "), Ink.SCENE)
    inked = []
    for sign, own in cells:
        ink = ink if sign == " " else own
        inked.append((sign, ink))
    return joined(inked)


def _sign(bits: int, dots: Dots) -> str:
    """Return the character of a cell; some fonts draw the empty dots of U+2800."""
    if dots is Dots.HALF_BLOCKS:
        return _HALVES[bits]
    return chr(0x2800 + bits) if bits else " "


def joined(cells: Iterable[tuple[str, Ink]]) -> Row:
    """Return cells in as few pieces as their inks allow."""
    return tuple(
        ("".join(text for text, _ in group), ink)
        for ink, group in groupby(cells, key=lambda cell: cell[1])
    )
