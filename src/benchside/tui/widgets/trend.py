"""How an exercise goes, in a word's room: a block a week, as high as its best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

_BLOCKS: Final = "▁▂▃▄▅▆▇█"
_FLAT: Final = "▄"


def sparkline(values: Sequence[Decimal | None]) -> str:
    """Return a block for each value, the lowest the least one's; a blank for None."""
    known = [value for value in values if value is not None]
    low, span = min(known, default=None), max(known, default=0) - min(known, default=0)
    return "".join(_block(value, low, span) for value in values)


def _block(value: Decimal | None, low: Decimal | None, span: Decimal | int) -> str:
    if value is None or low is None:
        return " "
    if not span:
        return _FLAT
    return _BLOCKS[int((value - low) * (len(_BLOCKS) - 1) / span)]
