"""Sizes that only ever grow, and what a command may load: the rules that no linter here knows.

Who may import whom stands in pyproject.toml and is checked by import-linter.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(__file__).parents[1] / "src" / "benchside"
MODULES = sorted(SOURCE.rglob("*.py"))

MAX_MODULE_LINES = 300
MAX_FUNCTION_LINES = 40
MAX_PUBLIC_METHODS = 12
MAX_APP_LINES = 150

HOOKS = ("compose", "render", "check_action", "on_", "watch_")
"""How the names of methods begin that Textual calls and nobody else."""


def lines_of(node: ast.AST) -> int:
    assert isinstance(node, ast.stmt)
    return (node.end_lineno or node.lineno) - node.lineno + 1


def nodes_of(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def module_name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes_of(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def classes_of(path: Path) -> Iterator[ast.ClassDef]:
    for node in nodes_of(path):
        if isinstance(node, ast.ClassDef):
            yield node


PROPERTIES = ("property", "cached_property")


def public_methods(node: ast.ClassDef) -> list[str]:
    """Name what others may call: no property, and no hook of the screen library."""
    return [
        member.name
        for member in node.body
        if isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef)
        and not member.name.startswith(("_", *HOOKS))
        and not any(
            getattr(mark, "id", "") in ("property", "cached_property")
            for mark in member.decorator_list
        )
    ]


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_module_is_read_in_one_sitting(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())

    assert lines <= MAX_MODULE_LINES


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    too_long = {f.name: lines_of(f) for f in functions_of(path) if lines_of(f) > MAX_FUNCTION_LINES}

    assert too_long == {}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_class_does_one_thing(path: Path) -> None:
    methods = {c.name: public_methods(c) for c in classes_of(path)}
    too_wide = {name: found for name, found in methods.items() if len(found) > MAX_PUBLIC_METHODS}

    assert too_wide == {}


def test_the_app_only_holds_the_screens_together() -> None:
    apps = {
        node.name: lines_of(node)
        for path in (SOURCE / "tui").rglob("*.py")
        for node in classes_of(path)
        if any(ast.unparse(base).split("[")[0].endswith("App") for base in node.bases)
    }

    assert apps
    assert all(lines <= MAX_APP_LINES for lines in apps.values()), apps


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_every_module_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert not tree.body or ast.get_docstring(tree)


def loaded_by(code: str, home: Path) -> set[str]:
    """Top-level packages that a fresh Python has loaded after running the code."""
    tell = "\nimport sys\nprint('\\n' + ' '.join(sys.modules), file=sys.stderr)"
    result = subprocess.run(
        [sys.executable, "-c", code + tell],
        env={"BENCHSIDE_HOME": str(home), "PATH": "", "PYTHONPATH": str(SOURCE.parent)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return {name.partition(".")[0] for name in result.stderr.splitlines()[-1].split()}


COMMANDS = {
    "nothing": "import benchside.cli",
    "--version": "from benchside.cli import main; main(['--version'], standalone_mode=False)",
    "log": "from benchside.cli import main; main(['log'], standalone_mode=False)",
    "log path": "from benchside.cli import main; main(['log', 'path'], standalone_mode=False)",
}


@pytest.mark.parametrize("code", COMMANDS.values(), ids=COMMANDS)
def test_a_command_without_a_screen_loads_no_screen(code: str, tmp_path: Path) -> None:
    loaded = loaded_by(code, tmp_path)

    assert "benchside" in loaded
    assert loaded.isdisjoint({"textual", "rich", "wakepy", "miniaudio"})


def test_the_speaker_starts_without_screens_and_models(tmp_path: Path) -> None:
    loaded = loaded_by("import benchside.audio.speaker", tmp_path)

    assert loaded.isdisjoint({"textual", "pydantic", "click", "tree_sitter"})
