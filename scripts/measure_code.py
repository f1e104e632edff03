"""Measure the package: its size, its functions, and how often one part of it imports another.

    python scripts/measure_code.py [FOLDER]

FOLDER is the folder of the package, `src/benchside` where none is named.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "benchside"


def part_of(module: str) -> str:
    """Return the part of the package that a module belongs to: `tui` of `benchside.tui.keys`."""
    return module.split(".")[1] if "." in module else ""


def trees_in(folder: Path) -> dict[str, ast.Module]:
    """Return the parsed modules below a folder by their dotted names."""
    trees = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder.parent).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        trees[name] = ast.parse(path.read_text(encoding="utf-8"))
    return trees


def for_types_only(tree: ast.Module) -> set[ast.AST]:
    """Return what stands below `if TYPE_CHECKING:`."""
    return {
        below
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for one in node.body
        for below in ast.walk(one)
    }


def imported(tree: ast.Module, modules: Container[str], *, at_run_time: bool) -> Iterator[str]:
    """Yield the modules of the package that a module imports from, wherever in it it does."""
    left_out = for_types_only(tree) if at_run_time else set()
    for node in ast.walk(tree):
        if node in left_out:
            continue
        if isinstance(node, ast.ImportFrom) and node.module in modules and not node.level:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in modules else str(node.module) for name in inner)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)


def crossings(
    trees: Mapping[str, ast.Module], *, at_run_time: bool = False
) -> set[tuple[str, str]]:
    """Return what crosses from one part of the package to another: a module, and one it imports.

    `at_run_time` leaves those out that only the type checker reads.
    """
    return {
        (name, target)
        for name, tree in trees.items()
        for target in imported(tree, trees, at_run_time=at_run_time)
        if part_of(target) != part_of(name)
    }


def function_lines(trees: Mapping[str, ast.Module]) -> list[int]:
    """Return the lines of each function, its decorators and docstring included."""
    return [
        (node.end_lineno or node.lineno) - node.lineno + 1
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else PACKAGE
    trees = trees_in(folder)
    sizes = {
        path: len(path.read_text(encoding="utf-8").splitlines()) for path in folder.rglob("*.py")
    }
    lines = sum(sizes.values())
    functions = function_lines(trees)
    print(f"modules                         {len(sizes):>7,}")
    print(f"lines                           {lines:>7,}")
    print(f"longest module, lines           {max(sizes.values()):>7,}")
    print(f"functions                       {len(functions):>7,}")
    print(f"median function, lines          {median(functions):>7g}")
    print(f"longest function, lines         {max(functions):>7,}")
    counts = {
        "imports between parts": len(crossings(trees)),
        "  at run time": len(crossings(trees, at_run_time=True)),
    }
    for what, count in counts.items():
        print(f"{what:<32}{count:>7,}   {1000 * count / lines:>5.1f} for 1,000 lines")


if __name__ == "__main__":
    main()
