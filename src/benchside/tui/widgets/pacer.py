"""The lifter who shows the phase: moves with it by a timer of its own, and stands still at rest.

Only the cells that change are painted again, so a rep costs few bytes.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip

from benchside.tui.contrast import LARGE, with_contrast
from benchside.tui.pacer.drawing import Ink
from benchside.tui.pacer.frames import Dots, can_draw, figure_frame
from benchside.tui.pacer.height import end_height, height_at, is_moving
from benchside.tui.pacer.marker import marker_frame
from benchside.tui.pacer.motions import FIGURES, STRETCHED
from benchside.tui.widgets.thirds import InThirds

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.color import Color
    from textual.geometry import Region
    from textual.timer import Timer

    from benchside.session import Motion
    from benchside.tui.pacer.frames import Frame, Row
    from benchside.tui.pacer.height import PhaseSpan

FRAMES_A_SECOND: Final = 12

SCENE_STRENGTH: Final = 0.5
"""How much of the figure's colour what stands has, where that is enough contrast."""


class PacerLook(StrEnum):
    """What the athlete wants to see of the pacer."""

    FIGURE = "figure"
    MARKER = "marker"
    OFF = "off"


class Pacer(InThirds):
    """A figure in dots, or a marker on a track where there is no figure or no room for it."""

    DEFAULT_CSS = """
    Pacer {
        width: 48;
        height: 12;
        &.-off { display: none; }
    }
    """

    motion: reactive[Motion | None] = reactive(None, repaint=False)
    """None: nobody knows how the exercise moves, so the marker tells the height."""
    phase: reactive[PhaseSpan | None] = reactive(None, repaint=False)
    """The phase that is going on, on the clock; None at rest."""
    look = reactive(PacerLook.FIGURE, repaint=False)
    is_still = reactive(False, repaint=False)
    """Reduced motion: stand where the phase leads, and do not move."""

    def __init__(self, clock_ms: Callable[[], float], *, dots: Dots = Dots.BRAILLE) -> None:
        super().__init__()
        self._clock_ms = clock_ms
        """Tells the time on the clock of the phases."""
        self._dots = dots
        self._frame: Frame = ()
        self._styles: dict[Ink, Style] | None = None
        """Of what is painted now; None until a row of it asks."""
        self._timer: Timer | None = None

    def on_mount(self) -> None:
        """Make the timer; it runs only while something moves."""
        self._timer = self.set_interval(1 / FRAMES_A_SECOND, self._move, pause=True)
        self._move()

    def on_resize(self) -> None:
        """Draw in another size."""
        self._frame = ()
        self._move()

    def watch_motion(self) -> None:
        """Draw another figure."""
        self._move()

    def watch_phase(self) -> None:
        """Follow another phase."""
        self._move()

    def watch_is_still(self) -> None:
        """Begin to move, or stop."""
        self._move()

    def watch_look(self, look: PacerLook) -> None:
        """Show the figure, the marker or nothing."""
        self.set_class(look is PacerLook.OFF, "-off")
        self._move()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return rows in the colours of this moment."""
        self._styles = None
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Return a row of the frame that stands."""
        if y >= len(self._frame):
            return Strip.blank(self.content_size.width, self.rich_style)
        styles = self._styles = self._styles or self._styles_now()
        return Strip([Segment(text, styles[ink]) for text, ink in self._frame[y]])

    def _styles_now(self) -> dict[Ink, Style]:
        """Return the widget's own style for the figure, a fainter one for the scene."""
        _, _, background, color = self.colors
        faint = _faint(background, background + color)
        own = self.rich_style
        return {Ink.FIGURE: own, Ink.SCENE: own + Style(color=faint.rich_color)}

    def _move(self) -> None:
        """Show the height of this moment, and come again if it will be another."""
        if self._timer is None:
            return
        now_ms = self._clock_ms()
        self._show(self._frame_at(self._height(now_ms)))
        if self._is_moving(now_ms):
            self._timer.resume()
        else:
            self._timer.pause()

    def _is_moving(self, now_ms: float) -> bool:
        is_seen = self.look is not PacerLook.OFF and not self.is_still
        return is_seen and self.phase is not None and is_moving(self.phase, now_ms)

    def _height(self, now_ms: float) -> float:
        if self.phase is None:
            return FIGURES[self.motion].start if self.motion is not None else STRETCHED
        return end_height(self.phase) if self.is_still else height_at(self.phase, now_ms)

    def _frame_at(self, height: float) -> Frame:
        width, rows = self.content_size
        is_figure = self.look is PacerLook.FIGURE
        if self.motion is not None and is_figure and can_draw(self.motion, width, rows, self._dots):
            return figure_frame(self.motion, height, width, rows, self._dots)
        return marker_frame(height, width, rows, self._dots)

    def _show(self, frame: Frame) -> None:
        """Paint what differs from the frame before."""
        before, self._frame = self._frame, frame
        if len(before) != len(frame):
            self.refresh()
            return
        self.repaint(
            [
                (x, y)
                for y, (old, new) in enumerate(zip(before, frame, strict=True))
                if old != new
                for x in _changed_columns(old, new)
            ]
        )


@lru_cache(maxsize=32)
def _faint(background: Color, color: Color) -> Color:
    """Return a fainter colour that can still be seen."""
    return with_contrast(background.blend(color, SCENE_STRENGTH), [background], LARGE)


@lru_cache(maxsize=2048)
def _changed_columns(old: Row, new: Row) -> tuple[int, ...]:
    """Return which cells of a row look different: in text, or in the ink of what is no blank."""
    pairs = zip(_seen(old), _seen(new), strict=False)
    return tuple(x for x, (one, other) in enumerate(pairs) if one != other)


def _seen(row: Row) -> list[tuple[str, Ink] | None]:
    """Return what is seen of each cell of a row."""
    return [None if sign == " " else (sign, ink) for text, ink in row for sign in text]
