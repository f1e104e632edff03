"""A bar with its plates, drawn: the heaviest inside, as it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.session import Mass

_SHAFT: Final = 14
"""Cells of the bar between its plates."""

_SIGNS: Final = ((20, "█"), (10, "▓"), (0, "▒"))
"""From so many kilograms on a plate is drawn so."""


def drawn_bar(plates: Sequence[Mass], width: int) -> str:
    """Return a bar with its plates in at most so many cells: `═▓█══════█▓═`; empty without room."""
    if not plates:
        return ""
    inner = "".join(_sign(plate) for plate in plates)
    shaft = min(_SHAFT, width - 2 * len(inner) - 2)
    if shaft < 2:
        return ""
    return f"═{inner[::-1]}{'═' * shaft}{inner}═"


def _sign(plate: Mass) -> str:
    return next(sign for least, sign in _SIGNS if plate.kg >= least)
