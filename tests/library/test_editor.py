"""The athlete's editor: which one it is, and what is told where it cannot be started."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.library.editor import edit_file

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "editor",
    ["/home/o'brien/bin/vim", "no-such-editor --wait", '""', '"', "/etc/passwd", "/tmp", "\\"],
)
@pytest.mark.parametrize("variable", ["VISUAL", "EDITOR"])
def test_an_editor_that_cannot_be_started_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, editor: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv(variable, editor)

    problem = edit_file(tmp_path / "a.toml")

    assert problem.startswith(editor)
    assert problem.endswith("; set EDITOR to an editor that is there")


def an_editor(path: Path, text: str = "edited", status: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\nfor last; do :; done\necho "{text} $*" > "$last"\nexit {status}\n')
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", ["o'brien/vim", "My Programs/edit it"])
def test_an_editor_with_a_quote_or_a_blank_in_its_path_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("VISUAL", str(an_editor(tmp_path / name)))

    assert edit_file(tmp_path / "a.toml") == ""
    assert (tmp_path / "a.toml").read_text().startswith("edited")


def test_visual_goes_before_editor_and_an_empty_one_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", f"{an_editor(tmp_path / 'visual', 'visual')} -w")
    monkeypatch.setenv("EDITOR", str(an_editor(tmp_path / "editor", "editor")))
    file = tmp_path / "a.toml"

    edit_file(file)
    first = file.read_text()
    monkeypatch.setenv("VISUAL", "  ")
    edit_file(file)

    assert first == f"visual -w {file}\n"
    assert file.read_text() == f"editor {file}\n"


def test_without_a_choice_no_editor_is_taken_that_asks_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("sensible-editor", "vi", "nano"):
        an_editor(tmp_path / "bin" / name, name)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    assert edit_file(tmp_path / "a.toml") == ""
    assert (tmp_path / "a.toml").read_text().startswith("nano")


def test_where_no_editor_is_found_it_is_said_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert edit_file(tmp_path / "a.toml") == "no editor was found; set EDITOR to one that is there"


def test_an_editor_that_failed_is_told_with_its_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = an_editor(tmp_path / "vim", status=3)
    monkeypatch.setenv("VISUAL", str(editor))

    assert edit_file(tmp_path / "a.toml") == (
        f"{editor} ended with status 3; look whether the file is as you want it"
    )
