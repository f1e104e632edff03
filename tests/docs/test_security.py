"""docs/security.md names what holds its promises; all of that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"(?:tests|benchmarks)/[\w/]*(?:\.py)?", PAGE)))
)
def test_every_test_that_the_page_names_is_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\btest_\w+(?= in|`)(?!\.py)", PAGE))))
def test_every_sentence_that_the_page_quotes_is_a_test(name: str) -> None:
    tests = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))

    assert any(f"def {name}(" in text for text in tests)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:cli|tui)/\w+\.py)`", PAGE))))
def test_every_module_that_the_page_names_is_there(path: str) -> None:
    assert (ROOT / "src" / "benchside" / path).exists()
