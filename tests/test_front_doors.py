"""Every package offers what others may use at its front door, and nowhere else.

The front door is the package itself; what it offers stands in the `__init__.pyi` beside it.
"""

from __future__ import annotations

import ast
import importlib
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from scripts.measure_code import crossings, trees_in

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "benchside"
STUBS = sorted(SOURCE.glob("*/__init__.pyi"))
DOORS = [f"benchside.{stub.parent.name}" for stub in STUBS]

MAX_ENTERED = 12
"""Modules of other packages that modules import, for 1,000 lines of the package."""


class Taken(NamedTuple):
    """A name that a module takes from another package."""

    by: str
    door: str
    name: str


def module_of(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def package_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


@cache
def offered() -> dict[str, dict[str, str]]:
    """The names at each front door, each with the module it comes from."""
    return {
        door: {
            alias.name: f"{door}.{node.module}"
            for node in ast.parse(stub.read_text(encoding="ascii")).body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for door, stub in zip(DOORS, STUBS, strict=True)
    }


@cache
def taken() -> tuple[Taken, ...]:
    """What modules take from packages that are not their own."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        module = module_of(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            if package_of(node.module) in DOORS and package_of(node.module) != package_of(module):
                found += [Taken(module, node.module, alias.name) for alias in node.names]
    return tuple(found)


@cache
def pure() -> tuple[str, ...]:
    """The packages and modules that the contract of the pure core names."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (contract,) = (one for one in contracts if one["name"].startswith("The core is pure"))
    return tuple(contract["source_modules"])


def is_pure(module: str) -> bool:
    return any(module == one or module.startswith(f"{one}.") for one in pure())


def test_a_package_is_entered_by_its_front_door_only() -> None:
    assert taken()
    assert [one for one in taken() if one.door not in DOORS] == []


def test_a_front_door_offers_what_another_package_uses_and_no_more() -> None:
    used = {(one.door, one.name) for one in taken()}
    at_doors = {(door, name) for door, names in offered().items() for name in names}

    assert at_doors
    assert at_doors - used == set()
    assert used - at_doors == set()


def test_what_the_pure_core_takes_at_a_front_door_is_pure() -> None:
    homes = offered()
    by_the_core = [one for one in taken() if is_pure(one.by)]

    assert by_the_core
    assert [one for one in by_the_core if not is_pure(homes[one.door][one.name])] == []


def test_a_module_needs_few_other_packages() -> None:
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCE.rglob("*.py"))
    entered = crossings(trees_in(SOURCE))

    assert entered
    assert len(entered) <= MAX_ENTERED * lines / 1_000


@pytest.mark.parametrize("door", DOORS)
def test_every_name_at_a_front_door_is_there(door: str) -> None:
    package = importlib.import_module(door)

    for name, home in offered()[door].items():
        assert getattr(package, name) is getattr(importlib.import_module(home), name)
