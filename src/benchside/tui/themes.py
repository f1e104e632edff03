"""Themes of our own, and what makes every other theme readable.

Textual's themes are chosen for their looks: in most of them some text or bar has too little
contrast. `readable` moves the colours of any theme just as far as they need, and adds those of the
bands, one a role, which differ in luminance and not by hue alone:

    $band-up  $band-down  $band-rest  $band-ready  $band-wait     grounds
    $on-up    $on-down    $on-rest    $on-ready    $on-wait       what stands on them
    $bar-up   $bar-down   $bar-rest   $bar-ready   $bar-wait      bars on the background

A theme tells its own hues for them as the variables `hue-up`, …; in one that does not they are
`success`, `primary`, `secondary`, `warning` and `accent`. `text-contrast` is the least contrast of
text where it is to be more than 4.5. `$footer-muted` is for a key that is of no use now.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from textual.color import BLACK, WHITE, Color
from textual.theme import Theme

from benchside.tui.contrast import LARGE, TEXT, contrast, with_contrast, with_step

if TYPE_CHECKING:
    from collections.abc import Mapping

THEMES: Final = (
    Theme(
        name="benchside-dark",
        dark=True,
        background="#111417",
        surface="#171B1F",
        panel="#1F252B",
        foreground="#E8EAED",
        primary="#54DC8C",
        secondary="#7AB0FF",
        success="#54DC8C",
        warning="#FFBF5F",
        accent="#FFBF5F",
        error="#FF7B72",
        variables={"hue-down": "#C792F0"},
    ),
    Theme(
        name="benchside-light",
        dark=False,
        background="#F6F7F5",
        surface="#FFFFFF",
        panel="#E9ECE8",
        foreground="#1B1F1D",
        primary="#0B7A41",
        secondary="#1F5FBF",
        success="#0B7A41",
        warning="#8A5A00",
        accent="#8A5A00",
        error="#B3261E",
        variables={"hue-down": "#7A3FB5"},
    ),
    Theme(
        name="benchside-contrast",
        dark=True,
        background="#000000",
        surface="#000000",
        panel="#101010",
        foreground="#FFFFFF",
        primary="#3DFF9A",
        secondary="#8CC2FF",
        success="#3DFF9A",
        warning="#FFD24D",
        accent="#FFD24D",
        error="#FF9A94",
        variables={"hue-down": "#E0B3FF", "text-contrast": "7"},
    ),
)
"""Dark, which an app begins with, light, and one in which all text has a contrast of 7."""

HUES: Final = ("primary", "secondary", "success", "warning", "error", "accent")

ROLES: Final[Mapping[str, tuple[str, float]]] = {
    "rest": ("secondary", 1.15),
    "down": ("primary", 1.33),
    "ready": ("warning", 1.53),
    "wait": ("accent", 1.53),
    "up": ("success", 1.76),
}
"""The hue of each band, and the contrast of the band with the background."""

_TRACK: Final = 0.1
"""How much of the foreground the empty part of a bar has."""
_MUTED: Final = 0.6
"""How much of the foreground has what is read at second glance."""
_BLURRED: Final = 0.3
"""How much of its colour the cursor has in a list that has no focus."""


def readable(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a theme whose colours are moved or added, all others left out.

    A theme of the terminal's own palette is not moved, for nobody knows its colours; its bands are
    the bright ones of the palette with black on them.
    """
    return dict(_readable(tuple(variables.items())))


@lru_cache(maxsize=32)
def _readable(items: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return what `readable` does; an app asks four times before its first frame."""
    variables = dict(items)
    background, foreground = (Color.parse(variables[name]) for name in ("background", "foreground"))
    if background.ansi is not None or foreground.ansi is not None:
        return _of_palette(variables)
    least = float(variables.get("text-contrast", TEXT))
    surface, panel = (background + Color.parse(variables[name]) for name in ("surface", "panel"))
    grounds = [background, surface, panel]
    mended = _cursor(variables, surface, least)
    blurred = Color.parse(mended["block-cursor-blurred-background"])
    text = with_contrast(foreground, [*grounds, blurred], least)
    muted = with_contrast(background.blend(text, _MUTED), grounds, least)
    mended |= {"foreground": text.hex, "text-muted": muted.hex}
    mended |= {"block-cursor-blurred-foreground": text.hex}
    mended |= _footer(variables, background, least)
    for hue in HUES:
        color = Color.parse(variables[f"text-{hue}"])
        band = background + Color.parse(variables[f"{hue}-muted"])
        mended[f"text-{hue}"] = with_contrast(color, [*grounds, band], least).hex
    return mended | _bands(variables, background, background.blend(text, _TRACK))


def _bands(variables: Mapping[str, str], background: Color, track: Color) -> dict[str, str]:
    """Return for each role the ground of its band, what stands on it, and its bar on a track."""
    extra = float(variables.get("text-contrast", TEXT)) / TEXT
    bands: dict[str, str] = {}
    for role, (name, step) in ROLES.items():
        hue = Color.parse(variables.get(f"hue-{role}", variables[name]))
        band = with_step(background, hue, step)
        bands[f"band-{role}"] = band.hex
        bands[f"on-{role}"] = with_contrast(hue, [band], TEXT * extra).hex
        bands[f"bar-{role}"] = with_contrast(hue, [background, track], LARGE * extra).hex
    return bands


def _cursor(variables: Mapping[str, str], surface: Color, least: float) -> dict[str, str]:
    """Return the colours of the row that is chosen in a list, with focus and without."""
    wanted = Color.parse(variables["block-cursor-background"])
    sign = max((WHITE, BLACK), key=lambda far: contrast(far, wanted))
    return {
        "block-cursor-background": with_contrast(wanted, [sign], least).hex,
        "block-cursor-foreground": sign.hex,
        "block-cursor-blurred-background": surface.blend(wanted, _BLURRED).hex,
    }


def _footer(variables: Mapping[str, str], background: Color, least: float) -> dict[str, str]:
    """Return the colours of the keys in the last row, of what they do, and of keys of no use."""
    ground = background + Color.parse(variables["footer-background"])
    names = ("footer-foreground", "footer-key-foreground", "footer-description-foreground")
    colors = {name: with_contrast(Color.parse(variables[name]), [ground], least) for name in names}
    faint = ground.blend(colors["footer-foreground"], _MUTED)
    colors["footer-muted"] = with_contrast(faint, [ground], least)
    return {name: color.hex for name, color in colors.items()}


def _of_palette(variables: Mapping[str, str]) -> dict[str, str]:
    """Return bands of the terminal's palette."""
    bands = {"footer-muted": variables["text-muted"]}
    for role, (name, _) in ROLES.items():
        plain = variables.get(f"hue-{role}", variables[name])
        bands[f"band-{role}"] = plain.replace("ansi_bright_", "ansi_").replace(
            "ansi_", "ansi_bright_"
        )
        bands[f"on-{role}"] = "ansi_black"
        bands[f"bar-{role}"] = plain
    return bands
