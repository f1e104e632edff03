"""The pages for those who change the code name what there is: paths, packages and their floors."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "benchside"

ARCHITECTURE = ROOT / "docs" / "architecture.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))

PATH = re.compile(r"`([\w.-]+(?:/[\w.-]+)*(?:/|\.py))`|`((?:[\w.-]+/)+[\w.-]+\.\w+)`")
"""A folder with its slash, a module, or any file in a folder."""


def paths_of(page: Path) -> list[str]:
    return [one or other for one, other in PATH.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    "page", [ARCHITECTURE, CONTRIBUTING, *DECISIONS], ids=lambda page: page.stem
)
def test_every_path_that_a_page_names_is_there(page: Path) -> None:
    named = paths_of(page)

    assert [one for one in named if not any((at / one).exists() for at in (ROOT, PACKAGE))] == []


def test_the_pages_name_enough_paths_for_a_check() -> None:
    assert len(paths_of(ARCHITECTURE)) > 50
    assert len(paths_of(CONTRIBUTING)) > 20


@pytest.mark.parametrize(
    "page", [ARCHITECTURE, CONTRIBUTING, *DECISIONS], ids=lambda page: page.stem
)
def test_every_link_of_a_page_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))

    assert [one for one in links if "://" not in one and not (page.parent / one).exists()] == []


def test_the_packages_stand_on_the_floors_that_the_contracts_give_them() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = contracts["tool"]["importlinter"]["contracts"][0]["layers"]
    floors = {
        name.strip(): floor
        for floor, layer in enumerate(reversed(layers), start=1)
        for name in layer.split("|")
    }

    rows = re.findall(
        r"^\| (\d+) \| `(\w+)(?:/|\.py)` \|", ARCHITECTURE.read_text("utf-8"), re.MULTILINE
    )

    assert {name: int(floor) for floor, name in rows} == {
        name: floor for name, floor in floors.items() if name != "__main__"
    }
