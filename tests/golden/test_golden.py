"""Every shipped session, compiled: when each step begins, and what is heard in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.golden.agendas import agenda_text
from tests.golden.shipped_sessions import agenda_of_shipped, paths

if TYPE_CHECKING:
    from collections.abc import Callable

SESSIONS = [path.stem for path in paths()]
MAX_LINES = 400
"""More than this nobody reviews."""


@pytest.mark.parametrize("name", SESSIONS)
def test_a_shipped_session_runs_as_it_was_reviewed(
    name: str, assert_golden: Callable[[str, str], None]
) -> None:
    agenda = agenda_of_shipped(name)

    text = agenda_text(agenda)

    assert text.count("\n") <= MAX_LINES
    assert_golden(name, text)
