"""In a rest: what was logged of the set before, large, and the keys that change it."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.tui.keyed_app import key_of, with_keys
from benchside.tui.lines import MUTED, joined, whole
from benchside.tui.pressing import act_on_click, acting
from benchside.tui.text import plain
from benchside.tui.text.session import (
    DONE_LAST,
    EDIT,
    GUESS,
    HOW_TO_RATE,
    KEEPS_IT,
    NOT_COUNTED,
    NOTE,
    RATE_NOW,
    amount_of,
    amount_to_draw,
    how_to_tell,
    in_columns,
    in_two,
)
from benchside.tui.widgets.glyphs import can_draw, draw, fitting_scale, size_of
from benchside.view import load_of, rpe_number, set_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events

    from benchside.view import LastSetView

RATINGS: Final = tuple(map(Decimal, ("6", "7", "8", "9", "10")))
"""Those that stand to be chosen from; any other is typed."""

_GLYPH_ROWS: Final = 5
"""Of the amount, where it has room; else three."""
_MAX_ROWS: Final = 10
_AROUND: Final = 11
"""Rows of all the rest, with air between them."""


class LastCard(Widget):
    """Asks where a number is missing or nobody has answered for it; a click edits the set."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LastCard {
        width: 1fr;
        height: 1fr;
        padding: 0 2;
        background: $surface;
        pointer: pointer;
    }
    """

    last: reactive[LastSetView | None] = reactive(None)
    side = reactive("")
    """The side whose reps the keys correct; empty where there are no sides."""
    is_rating = reactive(False)
    """The next digit is an RPE."""

    def render(self) -> Content:
        """Write as much as there is room for, the amount first."""
        if self.last is None:
            return Content()
        width, height = self.content_size
        rows = list(self._rows(self.last, width, height))
        return Content("\n").join(row.truncate(width, ellipsis=True) for row in rows[:height])

    async def on_click(self, event: events.Click) -> None:
        """Do what was clicked; anywhere else edit the set."""
        await act_on_click(self.screen, event, "correct")

    def _rows(self, last: LastSetView, width: int, height: int) -> Iterator[Content]:
        style = "$text-warning" if _asks(last) else ""
        label = Content.styled(f"{DONE_LAST}  ", "bold $text-warning")
        about = [plain(set_of(last)), plain(load_of(last.load)), plain(last.exercise)]
        is_roomy = height >= _GLYPH_ROWS + 6
        large = min(max(_GLYPH_ROWS, height - _AROUND), _MAX_ROWS)
        yield label + whole(about, width - label.cell_length)
        if is_roomy:
            yield Content()
        yield from _amount(last, width, large if is_roomy else 3, style)
        if is_roomy:
            yield Content()
        how = how_to_tell(last, self.side, partial(key_of, self.app))
        yield Content.assemble(*_buttons(last), Content.styled(how, MUTED))
        if is_roomy:
            yield Content()
        yield self._rating(last, width)
        if is_roomy:
            yield Content()
        keys = [("keep", KEEPS_IT)] if last.is_assumed else []
        keys += [("correct", EDIT), ("note", NOTE)]
        yield joined(
            acting(Content.styled(with_keys(self.app, told).replace("enter", "↵"), MUTED), action)
            for action, told in keys
        )
        if last.note:
            yield from in_columns("note", last.note, 6, width)

    def _rating(self, last: LastSetView, width: int) -> Content:
        """Return how hard it was: the ratings, the one that was told set off from the others."""
        label = Content.styled("how hard? ", "bold" if self.is_rating else MUTED)
        told = last.rpe
        shown = RATINGS if told is None or told in RATINGS else tuple(sorted({*RATINGS, told}))
        cells = [
            acting(
                Content.styled(f" {rpe_number(one)} ", "bold reverse" if one == told else ""),
                "rate",
                *(f"type_reps({digit})" for digit in rpe_number(one).replace(".", "")),
            )
            for one in shown
        ]
        hint = RATE_NOW if self.is_rating else with_keys(self.app, HOW_TO_RATE)
        row = Content.assemble(label, *cells)
        told_how = Content.assemble(row, "  ", Content.styled(hint, MUTED))
        return told_how if told_how.cell_length <= width else row


def _buttons(last: LastSetView) -> tuple[Content, ...]:
    """Return what is clicked for one rep fewer or more; nothing where none are counted."""
    if not last.counts_reps:
        return ()
    buttons = ((" − ", "add_rep(-1)"), (" + ", "add_rep(1)"))
    made = [acting(Content.styled(sign, "bold reverse"), action) for sign, action in buttons]
    return made[0], Content(" "), made[1], Content("  ")


def _asks(last: LastSetView) -> bool:
    return last.is_assumed or (last.asks_reps and last.reps is None)


def _amount(last: LastSetView, width: int, rows: int, style: str) -> list[Content]:
    """Draw what was done, as large as it fits; in letters where it has no glyphs.

    Its size leaves room for the sign of a guess, so that an answer changes only what is said.
    """
    amount = amount_to_draw(last)
    number, unit = in_two(amount) if last.counts_reps else (amount, "")
    widest = number if number.startswith(GUESS) or not last.counts_reps else f"{GUESS}{number}"
    scales = _scales(widest, unit, width, rows) if can_draw(number + unit) else None
    if scales is None:
        told = joined([plain(amount_of(last)), NOT_COUNTED if last.reps is None else ""])
        return [told.stylize(f"bold {style}")]
    return [Content.styled(row, f"bold {style}") for row in _drawn(number, unit, scales)]


def _scales(number: str, unit: str, width: int, rows: int) -> tuple[int, int] | None:
    """Return the largest scales of a number and of the smaller unit beside it; None for none."""
    for scale in range(fitting_scale(number, width, rows), 0, -1):
        small = max(scale - 1, 1)
        beside = _gap(scale) + size_of(unit, small)[0] if unit else 0
        if size_of(number, scale)[0] + beside <= width:
            return scale, small
    return None


def _gap(scale: int) -> int:
    """Return the cells between a number and its unit."""
    return 2 * scale + 2


def _drawn(number: str, unit: str, scales: tuple[int, int]) -> list[str]:
    """Draw both, standing on the same row."""
    large = draw(number, scales[0])
    if not unit:
        return list(large)
    small = draw(unit, scales[1])
    filled = [""] * (len(large) - len(small)) + list(small)
    return [
        f"{one}{' ' * _gap(scales[0])}{other}".rstrip()
        for one, other in zip(large, filled, strict=True)
    ]
