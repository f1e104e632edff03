"""What a terminal shows, as a picture that needs no font of its own.

Textual exports its screen as an SVG in which blocks, lines and dots are letters of a font, with
gaps between the rows wherever the reader has another one. Here they are drawn as the shapes that
a terminal draws, and only words are left as text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CELL: Final = (12.2, 24.4)
"""Width and height of a cell as Textual exports it."""
WIDTH, HEIGHT, MARGIN = 10, 20, 10
"""Of a cell in the picture, and the empty edge around all cells."""

_RECT: Final = re.compile(
    r'<rect fill="(#\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+" shape'
)
_TEXT: Final = re.compile(
    r'<text class="[^"]*-(r\d+)" x="([\d.]+)"[^>]*line-(\d+)\)">([^<]*)</text>'
)
_STYLE: Final = re.compile(r"\.[\w-]+-(r\d+) \{ fill: (#\w+);?([^}]*)\}")

EIGHTHS: Final[dict[str, tuple[tuple[int, int, int, int], ...]]] = {
    "█": ((0, 0, 8, 8),),
    "▀": ((0, 0, 8, 4),),
    "▐": ((4, 0, 4, 8),),
    "▔": ((0, 0, 8, 1),),
    "▕": ((7, 0, 1, 8),),
    "▖": ((0, 4, 4, 4),),
    "▗": ((4, 4, 4, 4),),
    "▘": ((0, 0, 4, 4),),
    "▝": ((4, 0, 4, 4),),
    "▙": ((0, 0, 4, 4), (0, 4, 8, 4)),
    "▟": ((4, 0, 4, 4), (0, 4, 8, 4)),
    "▛": ((0, 0, 8, 4), (0, 4, 4, 4)),
    "▜": ((0, 0, 8, 4), (4, 4, 4, 4)),
    "▚": ((0, 0, 4, 4), (4, 4, 4, 4)),
    "▞": ((4, 0, 4, 4), (0, 4, 4, 4)),
    **{chr(0x2580 + part): ((0, 8 - part, 8, part),) for part in range(1, 8)},
    **{chr(0x2590 - part): ((0, 0, part, 8),) for part in range(1, 8)},
    "░": ((0, 0, 8, 8),),
    "▒": ((0, 0, 8, 8),),
    "▓": ((0, 0, 8, 8),),
    "■": ((1, 2, 6, 4),),
}
"""Blocks as left, top, width and height in eighths of a cell."""

_UNSURE: Final = "\u0250"
"""From here on a font may have a sign in another width, or not at all: it is placed by itself."""

SHADES: Final = {"░": "0.3", "▒": "0.5", "▓": "0.75"}
"""How much of the colour a shade has."""

LINES: Final = {
    "─": "M0,10h10",
    "│": "M5,0v20",
    "╭": "M5,20v-5q0,-5 5,-5",
    "╮": "M0,10q5,0 5,5v5",
    "╰": "M5,0v5q0,5 5,5",
    "╯": "M5,0v5q0,5 -5,5",
    "┌": "M5,20v-10h5",
    "┐": "M0,10h5v10",
    "└": "M5,0v10h5",
    "┘": "M5,0v10h-5",
    "├": "M5,0v20M5,10h5",
    "┤": "M5,0v20M5,10h-5",
    "═": "M0,8h10M0,12h10",
    "╌": "M1,10h3M6,10h3",
    "┄": "M1,10h2M4,10h2M7,10h2",
    "┈": "M1,10h1M3,10h1M6,10h1M8,10h1",
    "┊": "M5,1v2M5,6v2M5,11v2M5,16v2",
}
"""Lines of a box, in the picture's own units."""

HEAVY: Final = {"━": "M0,10h10", "┃": "M5,0v20", "┅": "M0,10h2M3,10h3M7,10h2", "╸": "M0,10h5"}
"""The same, thicker."""

DOT: Final = WIDTH // 2
"""From one dot of braille to the next."""
_DOTS: Final = ((0, 3), (1, 4), (2, 5), (6, 7))
"""The bits of a braille sign, row by row."""

Key: TypeAlias = tuple[str, str]
"""How a path is drawn, and its colour."""


class Box(NamedTuple):
    """A rectangle in eighths of a cell."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Letters:
    """Signs of a font, side by side."""

    row: int
    column: int
    text: str
    color: str
    weight: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a terminal shows at one moment."""

    columns: int
    rows: int
    background: str
    items: tuple[str, ...]
    """Pieces of SVG, in the order in which they are to be drawn."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the picture."""
        return self.columns * WIDTH + 2 * MARGIN, self.rows * HEIGHT + 2 * MARGIN


def read(exported: str, columns: int, rows: int, *, is_apart: bool = False) -> Shown:
    """Return what an exported screenshot shows; each row apart where pictures are compared."""
    styles = {name: (color, rest) for name, color, rest in _STYLE.findall(exported)}
    drawings = [_Drawing() for _ in range(rows if is_apart else 1)]
    grounds = [
        (color, Box(round(float(x) / CELL[0]) * 8, row * 8, round(float(width) / CELL[0]) * 8, 8))
        for color, x, y, width in _RECT.findall(exported)
        for row in [round((float(y) - 1.5) / CELL[1])]
    ]
    cells: Counter[str] = Counter()
    for color, box in grounds:
        cells[color] += box.width
    [(background, _)] = cells.most_common(1)
    for color, box in grounds:
        if color != background:
            drawings[box.y // 8 % len(drawings)].ground(box, color)
    for name, x, row, text in _TEXT.findall(exported):
        written = unescape(text).replace("\xa0", " ").rstrip("\n")
        letters = Letters(int(row), round(float(x) / CELL[0]), written, *styles[name])
        drawings[int(row) % len(drawings)].add(letters)
    items = tuple(item for drawing in drawings for item in drawing.items())
    return Shown(columns, rows, background, items)


def picture(shown: Shown) -> str:
    """Return a picture of it."""
    return framed(shown, "".join(shown.items))


def framed(shown: Shown, body: str, style: str = "") -> str:
    """Put what is drawn into a frame of its size."""
    width, height = shown.size
    fonts = "ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">'
        f"<style>text{{font:16.6px {fonts};white-space:pre}}.b{{font-weight:700}}"
        f".i{{font-style:italic}}.d{{stroke-width:3;stroke-dasharray:3 2;fill:none}}"
        f".k{{shape-rendering:crispEdges}}.l{{stroke-width:1.2;fill:none}}.h{{stroke-width:3;fill:none}}"
        f"{style}</style>"
        f'<rect width="{width}" height="{height}" rx="10" fill="{shown.background}"/>'
        f'<g transform="translate({MARGIN} {MARGIN})">{body}</g></svg>\n'
    )


class _Drawing:
    """Sorts the signs of a terminal by how they are drawn."""

    def __init__(self) -> None:
        self._boxes: dict[Key, list[Box]] = defaultdict(list)
        self._paths: dict[Key, list[str]] = defaultdict(list)
        self._words: list[str] = []

    def ground(self, box: Box, color: str) -> None:
        """Add what stands behind signs."""
        self._boxes["", color].append(box)

    def add(self, text: Letters) -> None:
        """Draw what a terminal draws, and write the rest."""
        word: list[str] = []
        for at, sign in enumerate(f"{text.text} "):
            column = text.column + at
            if sign < _UNSURE and (sign != " " or (word and text.text[at : at + 2].strip())):
                word.append(sign)
                continue
            if word:
                self._words.append(_written(text, column - len(word), "".join(word)))
                word = []
            if sign != " ":
                self._draw(text, column, sign)
        self._dots(text)

    def items(self) -> tuple[str, ...]:
        """Return the pieces, what stands behind others first."""
        grounds = [_boxes(key, found) for key, found in self._boxes.items() if not key[0]]
        blocks = [_boxes(key, found) for key, found in self._boxes.items() if key[0]]
        paths = [
            f'<path class="{kind}" stroke="{color}" d="{"".join(found)}"/>'
            for (kind, color), found in self._paths.items()
        ]
        return (*grounds, *blocks, *paths, *self._words)

    def _draw(self, text: Letters, column: int, sign: str) -> None:
        if sign in EIGHTHS:
            self._boxes[SHADES.get(sign, "1"), text.color] += [
                Box(column * 8 + x, text.row * 8 + y, width, height)
                for x, y, width, height in EIGHTHS[sign]
            ]
        elif sign in LINES or sign in HEAVY:
            kind = "l" if sign in LINES else "h"
            path = LINES.get(sign) or HEAVY[sign]
            self._paths[kind, text.color].append(_moved(path, column * WIDTH, text.row * HEIGHT))
        elif not is_dots(sign):
            self._words.append(_written(text, column, sign))

    def _dots(self, text: Letters) -> None:
        """Draw the dots of braille, each row of them in dashes."""
        found = self._paths["d", text.color] if any(map(is_dots, text.text)) else []
        for line, bits in enumerate(_DOTS):
            run = 0
            for at, sign in enumerate(f"{text.text}  "):
                for half, bit in enumerate(bits):
                    if is_dots(sign) and ord(sign) >> bit & 1:
                        run += 1
                        continue
                    if run:
                        x = (text.column + at) * WIDTH + (half - run) * DOT + 1
                        found.append(f"M{x},{text.row * HEIGHT + line * DOT + 2.5}h{run * DOT - 2}")
                    run = 0


def is_dots(sign: str) -> bool:
    """Return whether a sign is one of braille."""
    return "\u2800" <= sign <= "\u28ff"


def _written(text: Letters, column: int, word: str) -> str:
    """Return a piece of text, as wide as its cells whatever the font."""
    weight = text.weight
    styles = f"{'b' * ('bold' in weight)}{' i' * ('italic' in weight)}".strip()
    kind = f' class="{styles}"' if styles else ""
    under = ' text-decoration="underline"' if "underline" in weight else ""
    length = f' textLength="{len(word) * WIDTH}"' if len(word) > 1 else ""
    x, y = column * WIDTH, text.row * HEIGHT + 15
    return f'<text x="{x}" y="{y}"{length} fill="{text.color}"{kind}{under}>{escape(word)}</text>'


def _boxes(key: Key, boxes: Iterable[Box]) -> str:
    """Return rectangles of a colour as one path, those that touch as one."""
    opacity, color = key
    path = "".join(
        f"M{box.x * WIDTH / 8:g},{box.y * HEIGHT / 8:g}h{box.width * WIDTH / 8:g}"
        f"v{box.height * HEIGHT / 8:g}h{-box.width * WIDTH / 8:g}z"
        for box in _merged(boxes)
    )
    faint = f' opacity="{opacity}"' if opacity not in ("", "1") else ""
    return f'<path class="k" fill="{color}"{faint} d="{path}"/>'


def _merged(boxes: Iterable[Box]) -> Iterator[Box]:
    """Yield the boxes, those in a row as one, and of these those below each other as one."""
    rows: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in sorted(boxes, key=lambda box: (box.y, box.height, box.x)):
        row = rows[box.y, box.height]
        if row and row[-1].x + row[-1].width == box.x:
            row[-1] = row[-1]._replace(width=row[-1].width + box.width)
        else:
            row.append(box)
    columns: dict[tuple[int, int], list[Box]] = defaultdict(list)
    for box in sorted((box for row in rows.values() for box in row), key=lambda box: box.y):
        column = columns[box.x, box.width]
        if column and column[-1].y + column[-1].height == box.y:
            column[-1] = column[-1]._replace(height=column[-1].height + box.height)
        else:
            column.append(box)
    yield from (box for column in columns.values() for box in column)


def _moved(path: str, x: int, y: int) -> str:
    """Return a path whose absolute points are moved."""
    return re.sub(r"M(\d+),(\d+)", lambda at: f"M{int(at[1]) + x},{int(at[2]) + y}", path)
