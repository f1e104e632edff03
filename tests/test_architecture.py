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
MAX_APP_LINES = 150

MAX_MEMBERS = 12
"""Of a class: what others may read or call (methods and properties), and what the screen library
calls (hooks). Each of them is something that a reader has to know about the class."""

PRIVATE_HOOKS = ("_on_", "_watch_", "_validate_", "_compute_")
"""How the names of private methods begin that Textual calls; `@on` marks others."""


def module_name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


TREES = {module_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


def lines_of(node: ast.AST) -> int:
    assert isinstance(node, ast.stmt)
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function with the name of its module."""
    for module, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield module, node


def classes() -> Iterator[tuple[str, ast.ClassDef]]:
    """Every class with the name of its module."""
    for module, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                yield module, node


def members(node: ast.ClassDef) -> set[str]:
    """Name methods, properties and hooks; a property counts once, with its setter."""
    return {
        member.name
        for member in node.body
        if isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef)
        and (not member.name.startswith("_") or is_private_hook(member))
    }


def is_private_hook(member: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    marks = [ast.unparse(mark).partition("(")[0] for mark in member.decorator_list]
    return member.name.startswith(PRIVATE_HOOKS) or "on" in marks


def test_every_module_is_read_in_one_sitting() -> None:
    lines = {
        module_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES
    }

    assert lines
    assert {name: count for name, count in lines.items() if count > MAX_MODULE_LINES} == {}


def test_every_function_fits_on_a_screen() -> None:
    lines = {(module, node.name, node.lineno): lines_of(node) for module, node in functions()}

    assert lines
    assert {name: count for name, count in lines.items() if count > MAX_FUNCTION_LINES} == {}


def test_every_class_does_one_thing() -> None:
    counts = {(module, node.name): len(members(node)) for module, node in classes()}

    assert counts
    assert {name: count for name, count in counts.items() if count > MAX_MEMBERS} == {}


def test_a_docstring_of_a_function_begins_with_what_it_does() -> None:
    no_verbs = {
        "A",
        "An",
        "Every",
        "How",
        "The",
        "What",
        "When",
        "Where",
        "Whether",
        "Which",
        "Why",
    }
    firsts = {
        (module, node.name): (ast.get_docstring(node) or "-").split()[0]
        for module, node in functions()
        if not any("property" in ast.unparse(mark) for mark in node.decorator_list)
    }

    assert "Return" in firsts.values()
    assert {place: first for place, first in firsts.items() if first in no_verbs} == {}


def test_no_public_class_has_the_name_of_another() -> None:
    places: dict[str, set[str]] = {}
    for module, tree in TREES.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, set()).add(module)

    assert places
    assert {name: modules for name, modules in places.items() if len(modules) > 1} == {}


def test_properties_and_hooks_are_counted_among_the_members_of_a_class() -> None:
    (node,) = ast.parse(
        """
class Screen:
    def compose(self): ...
    def on_mount(self): ...
    @property
    def size(self): ...
    @size.setter
    def size(self, size): ...
    @on(Button.Pressed, "#go")
    def _go(self): ...
    def _watch_size(self): ...
    def look(self): ...
    def _help(self): ...
"""
    ).body
    assert isinstance(node, ast.ClassDef)

    assert members(node) == {"compose", "on_mount", "size", "_go", "_watch_size", "look"}


def test_the_app_only_holds_the_screens_together() -> None:
    apps = {
        node.name: lines_of(node)
        for module, node in classes()
        if module.startswith("tui/")
        and any(ast.unparse(base).split("[")[0].endswith("App") for base in node.bases)
    }

    assert apps
    assert all(lines <= MAX_APP_LINES for lines in apps.values()), apps


def test_every_module_says_what_it_is() -> None:
    assert [name for name, tree in TREES.items() if tree.body and not ast.get_docstring(tree)] == []


def loaded_by(code: str, home: Path, *, depth: int = 1) -> set[str]:
    """Packages that a fresh Python has loaded after running the code, so many names deep."""
    tell = "\nimport sys\nprint('\\n' + ' '.join(sys.modules), file=sys.stderr)"
    result = subprocess.run(
        [sys.executable, "-c", code + tell],
        env={"BENCHSIDE_HOME": str(home), "PATH": "", "PYTHONPATH": str(SOURCE.parent)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    modules = result.stderr.splitlines()[-1].split()
    return {".".join(name.split(".")[:depth]) for name in modules}


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


def test_the_version_is_told_without_the_library_for_command_lines(tmp_path: Path) -> None:
    loaded = loaded_by(COMMANDS["--version"], tmp_path)

    assert loaded.isdisjoint({"click", "pydantic", "email"})


def test_a_list_that_was_kept_is_printed_without_models(tmp_path: Path) -> None:
    code = "from benchside.cli import main; main(['list'], standalone_mode=False)"
    loaded_by(code, tmp_path)

    assert loaded_by(code, tmp_path).isdisjoint({"pydantic", "tree_sitter", "textual"})


def test_the_first_frame_of_the_library_needs_no_plan_and_no_model(tmp_path: Path) -> None:
    parts = ("cli.shortcuts", "cli.screens", "app.program", "app.screens", "tui.app", "tui.driver")
    code = "\n".join(f"import benchside.{part}" for part in parts)

    loaded = loaded_by(code, tmp_path, depth=2)

    assert "benchside.tui" in loaded
    assert loaded.isdisjoint({"benchside.runner", "benchside.timeline", "benchside.log"})
    assert loaded.isdisjoint({"benchside.report", "pydantic.main", "click.core", "tree_sitter"})


def test_the_speaker_starts_without_screens_and_models(tmp_path: Path) -> None:
    loaded = loaded_by("import benchside.audio.speaker", tmp_path)

    assert loaded.isdisjoint({"textual", "pydantic", "click", "tree_sitter"})
