"""What the screens look like, as text to be read in the diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui import views
from tests.tui.looking import session

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", ["prepare", "concentric", "rest", "paused", "hold"])
async def test_the_session_looks_as_it_did(
    name: str, size: tuple[int, int], assert_golden: Callable[[str, str], None]
) -> None:
    async with session(views.ALL[name], size=size) as bench:
        assert_golden(f"screen-{name}-{size[0]}x{size[1]}", bench.seen())
