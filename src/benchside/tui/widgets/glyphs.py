"""Letters and digits made of squares, to be drawn as large as the screen allows.

Every glyph is five squares high. A square is one cell wide and half a cell high, so it looks
square in any terminal; `draw` scales squares by whole numbers, so edges stay sharp, and rounds the
corners that are marked as round as soon as there is room for a curve.
"""

from __future__ import annotations

from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROWS = 5
"""Squares that a glyph is high."""

_ALPHABET = """
A o##o #..# #### #..# #..#
B ###o #..# ###o #..# ###o
C o### #... #... #... o###
D ###o #..# #..# #..# ###o
E ###  #..  ##.  #..  ###
F ###  #..  ##.  #..  #..
G o### #... #.## #..# o##o
H #..# #..# #### #..# #..#
I #    #    #    #    #
J ..#  ..#  ..#  #.#  o#o
K #..# #.#o ##.. #.#o #..#
L #..  #..  #..  #..  ###
M #...# ##.## #.#.# #...# #...#
N #..# ##.# #.## #..# #..#
O o##o #..# #..# #..# o##o
P ###o #..# ###o #... #...
Q o##o #..# #..# #.#o o#o#
R ###o #..# ###o #.#o #..#
S o### #... o##o ...# ###o
T ###  .#.  .#.  .#.  .#.
U #..# #..# #..# #..# o##o
V #...# #...# o#.#o .#.#. .o#o.
W #...# #...# #.#.# ##.## #...#
X #..# #..# .##. #..# #..#
Y #.#  #.#  o#o  .#.  .#.
Z #### .o#o o#o. #o.. ####
0 o##o #..# #..# #..# o##o
1 o#.  ##.  .#.  .#.  ###
2 ###o ...# o##o #... ####
3 ###o ...# .##o ...# ###o
4 #..# #..# #### ...# ...#
5 #### #... ###o ...# ###o
6 o### #... ###o #..# o##o
7 #### ..o# .o#o .#o. .#..
8 o##o #..# o##o #..# o##o
9 o##o #..# o### ...# ###o
: .    #    .    #    .
. .    .    .    .    #
- ..   ..   ##   ..   ..
+ ...  .#.  ###  .#.  ...
/ ..#  .o#  o#o  #o.  #..
! #    #    #    .    #
? ###o ...# .##o .... .#..
~ ..... o#o.# #.o#o ..... .....
% ##..# ##.#. ..#.. .#.## #..##
"""

GLYPHS: Final[Mapping[str, Sequence[str]]] = {
    " ": ("..",) * ROWS,
    **{line.split()[0]: tuple(line.split()[1:]) for line in _ALPHABET.strip().splitlines()},
}
"""What can be drawn: rows of squares, `#` filled, `o` a round corner between filled ones."""

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def can_draw(text: str) -> bool:
    """Return whether there is a glyph for each character; small letters are drawn as capitals."""
    return all(character in GLYPHS for character in text.upper())


def size_of(text: str, scale: int) -> tuple[int, int]:
    """Cells that a text takes, as width and height."""
    glyphs = [GLYPHS[character] for character in text.upper()]
    squares = sum(len(glyph[0]) for glyph in glyphs) + max(0, len(glyphs) - 1)
    return squares * scale, (ROWS * scale + 1) // 2


def fitting_scale(text: str, width: int, height: int) -> int:
    """Return the largest scale at which a text fits; 0 where not even the smallest does."""
    squares, _ = size_of(text, 1)
    return min(width // squares if squares else 0, height * 2 // ROWS)


def draw(text: str, scale: int) -> tuple[str, ...]:
    """Draw a text as lines of half blocks, with a gap of one square between its glyphs."""
    glyphs = [_glyph(character, scale) for character in text.upper()]
    return tuple((" " * scale).join(parts) for parts in zip(*glyphs, strict=True))


@lru_cache(maxsize=256)
def _glyph(character: str, scale: int) -> tuple[str, ...]:
    rows = _squares(GLYPHS[character], scale)
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return tuple(
        "".join(_HALVES[halves] for halves in zip(upper, lower, strict=True))
        for upper, lower in pairs
    )


def _squares(lines: Sequence[str], scale: int) -> list[list[bool]]:
    """Filled squares row by row, each square scaled."""
    return [
        [
            _is_filled(
                lines, (x // scale, y // scale), ((x % scale) + 0.5, (y % scale) + 0.5), scale
            )
            for x in range(len(lines[0]) * scale)
        ]
        for y in range(ROWS * scale)
    ]


def _is_filled(
    lines: Sequence[str], square: tuple[int, int], point: tuple[float, float], scale: int
) -> bool:
    """Return whether a point of a square is filled; a round corner is a quarter of a disc."""
    column, row = square
    match lines[row][column]:
        case "#":
            return True
        case "o" if scale > 1:
            corners = [
                (corner_x, corner_y)
                for dx, corner_x in ((-1, 0), (1, scale))
                for dy, corner_y in ((-1, 0), (1, scale))
                if _is_square(lines, column + dx, row) and _is_square(lines, column, row + dy)
            ]
            return all(hypot(point[0] - x, point[1] - y) < scale for x, y in corners)
        case _:
            return False


def _is_square(lines: Sequence[str], column: int, row: int) -> bool:
    return 0 <= row < ROWS and 0 <= column < len(lines[0]) and lines[row][column] == "#"
