"""The page of the screens shows each of them in every size and theme, and names no machine."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

from scripts.make_screenshots import SCENES, SIZES, THEMES

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "screens.md").read_text(encoding="utf-8")
MAX_BYTES = 70_000
"""Of one picture; one that moves may have twice as many."""


def test_every_screen_is_shown_in_three_sizes_and_two_themes() -> None:
    shown = set(re.findall(r"\(pictures/screens/([^)]+)\.svg\)", PAGE))

    made = product(SCENES, SIZES, THEMES)
    assert shown == {f"{name}-{size[0]}x{size[1]}-{theme}" for name, size, theme in made}


def test_every_picture_is_there_small_and_of_no_machine() -> None:
    pictures = [DOCS / path for path in re.findall(r"\((pictures/[^)]+)\)", PAGE)]

    assert pictures
    for path in pictures:
        drawn = path.read_text(encoding="utf-8")
        assert drawn.startswith("<svg"), path
        assert len(drawn.encode()) <= MAX_BYTES * (2 if path.stem == "rep" else 1), path
        assert not re.search(r"/tmp|/root|/home/|https?://(?!www\.w3\.org)", drawn), path


def test_the_picture_of_a_rep_moves_unless_less_motion_is_asked_for() -> None:
    drawn = (DOCS / "pictures" / "rep.svg").read_text(encoding="utf-8")

    assert "@media(prefers-reduced-motion:no-preference)" in drawn
    for word in ("squeeze", "two seconds down", "fast!"):
        assert word in drawn
