"""Every row of the session language in a small file: compiled, and played with the one key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchside.runner.runner import Runner
from benchside.session.read import read
from benchside.timeline.agenda import agenda_of
from tests.golden.agendas import agenda_text
from tests.golden.played import played_text
from tests.obedient import play_obediently

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = sorted((Path(__file__).parent / "rows").glob("*.toml"))


@pytest.mark.parametrize("path", ROWS, ids=lambda path: path.stem)
def test_a_row_of_the_language_runs_as_it_was_reviewed(
    path: Path, assert_golden: Callable[[str, str], None]
) -> None:
    reading = read(path.read_text(encoding="utf-8"), file=path.name)
    assert reading.plan is not None, "\n".join(map(str, reading.problems))
    agenda = agenda_of(reading.plan)
    runner = Runner(agenda)

    compiled = agenda_text(agenda)
    played = played_text(runner, play_obediently(runner))

    assert_golden(f"rows/{path.stem}", f"{compiled}\nplayed\n\n{played}")
