"""What the pacer's figures look like at both ends of a rep and half way, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.session.exercises.entry import Motion
from benchside.tui.pacer.frames import Dots, figure_frame, frame_text

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (
    (48, 12, Dots.BRAILLE),
    (24, 6, Dots.BRAILLE),
    (48, 12, Dots.HALF_BLOCKS),
)


@pytest.mark.parametrize("motion", Motion)
def test_the_figure_looks_as_it_did(
    motion: Motion, assert_golden: Callable[[str, str], None]
) -> None:
    pictures = []
    for width, rows, dots in SIZES:
        for height in (0, 0.5, 1):
            frame = frame_text(figure_frame(motion, height, width, rows, dots))
            lines = [f"{width}x{rows} {dots}, height {height}", *(row.rstrip() for row in frame)]
            pictures.append("\n".join(lines) + "\n")

    assert_golden(f"pacer-{motion}", "\n".join(pictures))
