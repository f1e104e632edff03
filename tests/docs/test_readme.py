"""The README keeps its word: its session runs, its links lead somewhere, its keys are the keys."""

from __future__ import annotations

import re
from pathlib import Path

from textual.binding import Binding

from benchside.session.read import read
from benchside.tui.session_keys import SESSION

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

KEY_NAMES = {
    "full stop": "full_stop",
    "page down": "pagedown",
    "page up": "pageup",
    "+": "plus",
    "-": "minus",
    "?": "question_mark",
}
"""Textual's names of keys that the README calls as the keyboard does."""


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


def test_the_keys_of_the_readme_are_those_of_a_session() -> None:
    table = README.partition("## The keys of a session")[2].partition("\n## ")[0]
    cells = [row.split("|")[1].strip() for row in table.splitlines() if row.startswith("| ")][1:]
    told = {KEY_NAMES.get(key, key) for cell in cells for key in cell.split(", ")}

    bound = [set(binding.key.split(",")) for binding in SESSION if isinstance(binding, Binding)]

    assert told <= set().union(*bound)
    assert all(keys & told for keys in bound)
