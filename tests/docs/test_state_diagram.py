"""The state diagram in the docs is the one that the runner draws."""

from __future__ import annotations

from benchside.runner.machine import MOVES
from scripts.make_state_diagram import COMMANDS, PAGE, page


def test_the_state_diagram_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run scripts/make_state_diagram.py"


def test_the_page_of_states_tells_of_every_command() -> None:
    assert {type(command) for command in COMMANDS} == {
        command for moves in MOVES.values() for command in moves
    }
