"""The README keeps its word: its session runs, its links lead somewhere, its keys are the keys."""

from __future__ import annotations

import re
from pathlib import Path

from benchside.session.reading import read

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def fenced(language: str) -> str:
    match = re.search(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert match
    return match[1]


def test_the_session_of_the_readme_can_be_run() -> None:
    reading = read(fenced("toml"), file="after-squats.toml")

    assert reading.problems == ()
    assert reading.plan
    assert len(reading.plan.blocks[0].exercises[0].sets) == 2 + 3


def test_the_session_of_the_readme_has_ten_lines() -> None:
    assert len(fenced("toml").splitlines()) <= 10


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    pages = [link for link in links if "://" not in link]

    assert pages
    assert [page for page in pages if not (ROOT / page).exists()] == []
