"""Contrast between colours as WCAG 2 measures it, and colours moved until they have enough.

Colours here are opaque. One of the terminal's own palette has no luminance that anybody here knows;
it is left as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.color import BLACK, WHITE, Color

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TEXT: Final = 4.5
"""Least contrast of text, and of a band's glyphs (WCAG 2, success criterion 1.4.3)."""
LARGE: Final = 3.0
"""Least contrast of large glyphs, of bars and of pictures (1.4.3 and 1.4.11)."""

_FLARE: Final = 0.05
"""Light that every screen reflects, in the formula of WCAG."""
_HALVINGS: Final = 10
"""More would not change a channel of eight bits."""


def luminance(color: Color) -> float:
    """Return the relative luminance of a colour: 0 for black, 1 for white."""
    red, green, blue = (_linear(channel) for channel in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours: 1 where they are alike, 21 for black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + _FLARE) / (darker + _FLARE)


def with_contrast(color: Color, grounds: Iterable[Color], least: float) -> Color:
    """Return a colour, lightened or darkened until it has that contrast with every ground.

    It becomes white or black where nothing between is enough.
    """
    opaque = [ground for ground in grounds if ground.ansi is None]

    def is_enough(mixed: Color) -> bool:
        return all(contrast(mixed, ground) >= least for ground in opaque)

    if color.ansi is not None or is_enough(color):
        return color
    end = max((WHITE, BLACK), key=lambda far: min(contrast(far, ground) for ground in opaque))
    return _first(color, end, is_enough)


def with_step(ground: Color, hue: Color, step: float) -> Color:
    """Return a tint of a ground that has that contrast with it, coloured by a hue.

    It is lighter than a dark ground and darker than a light one.
    """
    is_dark = luminance(ground) < 0.5
    end = WHITE if is_dark else BLACK

    def is_enough(mixed: Color) -> bool:
        is_right_way = (luminance(mixed) > luminance(ground)) is is_dark
        return is_right_way and contrast(mixed, ground) >= step

    return _first(ground, hue, is_enough) if is_enough(hue) else _first(hue, end, is_enough)


def _first(start: Color, end: Color, holds: Callable[[Color], bool]) -> Color:
    """Return the first mixture on the way from one colour to another for which something holds."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if holds(start.blend(end, middle)) else (middle, high)
    return start.blend(end, high)


def _linear(channel: float) -> float:
    """Return the light of a channel from 0 to 1, without the curve of sRGB."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
