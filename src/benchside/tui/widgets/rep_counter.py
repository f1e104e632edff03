"""What is counted, large: one statement in three sizes, the reps as blocks above its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.lines import MUTED
from benchside.tui.text import plain
from benchside.tui.widgets.glyphs import can_draw, draw, fitting_scale, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.tui.text.counting import Counted, RepBlocks

GAP: Final = 2
"""Cells between the parts of the statement."""

MAX_SCALE: Final = 6

_BLOCK_WIDTHS: Final = (4, 2, 1)
"""Cells of a block with the gap behind it; the widest that has room is taken."""


class RepCounter(Widget):
    """Takes all of its place; its size is that of the widest number of the set."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    RepCounter { width: 1fr; height: 1fr; padding: 0 2; text-style: bold; }
    """

    counted: reactive[Counted | None] = reactive(None)

    def render(self) -> Content:
        """Draw the statement as large as it fits; in letters where no glyph does."""
        if self.counted is None:
            return Content()
        return statement(self.counted, *self.content_size)


def statement(counted: Counted, width: int, height: int) -> Content:
    """Return what is counted in a place of this size."""
    scales, scale_in_part = _scales(counted, width, height), _scale_in_part(counted, width, height)
    if scales is not None and 3 * scales[0] >= 2 * scale_in_part:
        return _in_glyphs(counted, width, height, scales)
    if scale_in_part:
        return _in_part(counted, width, height, scale_in_part)
    return plain(counted.text).truncate(width, ellipsis=True)


def _in_glyphs(counted: Counted, width: int, height: int, scales: tuple[int, int]) -> Content:
    """Draw all of the statement."""
    scale, small = scales
    columns = [
        _column(counted.label, small, MUTED),
        _column(counted.number, scale, ""),
        _column(counted.tail, small, MUTED),
    ]
    parts = [column for column in columns if column]
    rows = max(map(len, parts))
    blocks = None
    if counted.blocks is not None:
        room = width - _width(counted, scales) + size_of(counted.tail, small)[0]
        blocks = _blocks(counted.blocks, room)
        tail = parts[-1]
        gap = rows - len(tail) - 1
        parts[-1] = [blocks, *[Content()] * gap, *tail] if gap >= 1 else tail
    drawn = list(_beside(parts, rows))
    is_above = blocks is not None and len(columns[2]) + 2 > rows and rows + 2 <= height
    top = [blocks, Content()] if is_above and blocks is not None else []
    above = max(0, (height - rows - len(top)) // 2)
    return Content("\n").join([*[Content()] * above, *top, *drawn])


def _scale_in_part(counted: Counted, width: int, height: int) -> int:
    """Return the largest scale of the number beside words in letters; 0 for none."""
    if not can_draw(counted.number):
        return 0
    room = width - GAP - max(len(counted.label), len(counted.tail))
    fits = [fitting_scale(each, room, height) for each in (counted.number, counted.widest)]
    return max(min(*fits, MAX_SCALE), 0)


def _in_part(counted: Counted, width: int, height: int, scale: int) -> Content:
    """Draw the number, and write what stands around it."""
    label, tail = plain(counted.label), plain(counted.tail)
    rows = draw(counted.number, scale)
    words = [label, *[Content()] * (len(rows) - 2), tail]
    if counted.blocks is not None and len(rows) > len(words[:1]) + 2:
        words[2] = _blocks(counted.blocks, width - size_of(counted.widest, scale)[0] - GAP)
    lines = [Content.assemble(row, " " * GAP, word) for row, word in zip(rows, words, strict=True)]
    return Content("\n").join([*[Content()] * max(0, (height - len(lines)) // 2), *lines])


def _scales(counted: Counted, width: int, height: int) -> tuple[int, int] | None:
    """Return the largest scale of the number, and of what stands around it, so that all fits."""
    if not can_draw(counted.label + counted.number + counted.tail):
        return None
    for scale in range(min(fitting_scale(counted.widest, width, height), MAX_SCALE), 0, -1):
        for small in range(max(scale // 2, 1), 0, -1):
            if _width(counted, (scale, small)) <= width:
                return scale, small
    return None


def _width(counted: Counted, scales: tuple[int, int]) -> int:
    scale, small = scales
    sizes = (
        size_of(counted.label, small)[0],
        max(size_of(text, scale)[0] for text in (counted.number, counted.widest)),
        size_of(counted.tail, small)[0],
    )
    parts = [size for size in sizes if size]
    return sum(parts) + GAP * (len(parts) - 1)


def _column(text: str, scale: int, style: str) -> list[Content]:
    return [Content.styled(row, style) for row in draw(text, scale)] if text else []


def _beside(parts: list[list[Content]], rows: int) -> Iterator[Content]:
    """Set columns beside each other, all standing on the last row."""
    widths = [max(row.cell_length for row in part) for part in parts]
    filled = [[*[Content()] * (rows - len(part)), *part] for part in parts]
    for row in range(rows):
        cells = [
            part[row].pad_right(width - part[row].cell_length)
            for part, width in zip(filled, widths, strict=True)
        ]
        yield Content(" " * GAP).join(cells)


def _blocks(blocks: RepBlocks, room: int) -> Content:
    """Return a block for each rep: done, going on, to come, with a mark behind the least."""
    has_mark = blocks.low < blocks.total
    for width in _BLOCK_WIDTHS:
        if blocks.total * width + 2 * has_mark <= room:
            return _row_of_blocks(blocks, width, has_mark=has_mark)
    return Content()


def _row_of_blocks(blocks: RepBlocks, width: int, *, has_mark: bool) -> Content:
    row = Content()
    filled, gap = max(width - 1, 1), " " * min(width - 1, 1)
    for rep in range(blocks.total):
        if has_mark and rep == blocks.low:
            row += Content.styled("│ ", MUTED)
        if rep < blocks.done:
            row += Content("█" * filled)
        elif rep == blocks.done and blocks.is_under_way:
            row += Content("▓" * filled)
        else:
            row += Content.styled("░" * filled, MUTED)
        row += gap
    return row
