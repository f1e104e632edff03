"""How the athlete wants the session to look, from the settings and what the terminal can draw."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.session import Wording
from benchside.tui.pacer.frames import Dots, dots_for

if TYPE_CHECKING:
    from benchside.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLook:
    """Words, figure and motion."""

    wording: Wording = Wording.MOTION
    has_figure: bool = True
    is_still: bool = False
    """Reduced motion: nothing moves by itself."""
    dots: Dots = Dots.BRAILLE
    """What the terminal has to draw a figure with."""


def look_of(settings: Settings) -> SessionLook:
    """Return how a session is to look in this terminal."""
    encoding = getattr(sys.__stdout__, "encoding", None) or "utf-8"
    return SessionLook(
        wording=Wording(settings.words),
        has_figure=settings.figure,
        is_still=settings.reduced_motion,
        dots=dots_for(encoding, os.environ.get("TERM", "")),
    )
