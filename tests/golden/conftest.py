"""Golden files: readable text that is reviewed in the diff.

Remake them with `pytest tests/golden --remake-golden`, and read what has changed before you
commit it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--remake-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def assert_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with its golden file, or write that file when it is to be remade."""

    def check(name: str, text: str) -> None:
        path = FOLDER / f"{name}.txt"
        if request.config.getoption("--remake-golden", default=False):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return check
