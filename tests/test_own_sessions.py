"""Own session files: copied from others, never over another, and taken to an editor."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from benchside.library import Entry, Library
from benchside.own_sessions import OwnSessions
from benchside.session.reading import Options

SESSION = """
name = "Squats"   # heavy
[[block]]
  [[block.exercise]]
  name = "Back squat"
  reps = 5
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "squats.toml").write_text(SESSION)
    return Library(tmp_path / "own", shipped, Options())


@pytest.fixture
def own(library: Library, tmp_path: Path) -> OwnSessions:
    return OwnSessions(tmp_path / "own", library)


def entry(library: Library, name: str = "squats") -> Entry:
    found = library.find(name)
    assert isinstance(found, Entry)
    return found


def test_a_copy_is_listed_under_its_title(library: Library, own: OwnSessions) -> None:
    path = own.duplicate(entry(library), "My squats")

    assert isinstance(path, Path)
    copied = entry(library, "my-squats")
    assert copied.path == path
    assert copied.is_own
    assert copied.problems == ()
    assert "# heavy" in path.read_text()


def test_a_second_copy_gets_a_file_of_its_own(library: Library, own: OwnSessions) -> None:
    first, second = (own.duplicate(entry(library), "My squats") for _ in range(2))

    assert first != second
    assert len(library.entries()) == 3


def test_a_title_that_cannot_be_one_writes_nothing(library: Library, own: OwnSessions) -> None:
    problems = own.duplicate(entry(library), "a\x1b[31m")

    assert isinstance(problems, tuple)
    assert "control character" in problems[0].message
    assert [each.name for each in library.entries()] == ["squats"]


def test_what_ships_is_edited_as_a_copy_that_stands_before_it(
    library: Library, own: OwnSessions
) -> None:
    path = own.take(entry(library))

    assert entry(library).path == path
    assert entry(library).is_own
    assert path.read_text().endswith(SESSION)


def test_an_own_session_is_edited_where_it_is(library: Library, own: OwnSessions) -> None:
    path = own.take(entry(library))

    assert own.take(entry(library)) == path
    assert [each.name for each in library.entries()] == ["squats"]


def test_the_editor_of_the_environment_gets_the_file(
    own: OwnSessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a b.toml"
    editor = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('edited')"
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", editor]))

    trouble = own.edit(file)

    assert trouble == ""
    assert file.read_text() == "edited"


def test_an_editor_that_is_not_there_is_told(
    own: OwnSessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")

    assert "no-such-editor" in own.edit(tmp_path / "a.toml")


@pytest.mark.parametrize(
    "editor",
    ["/home/o'brien/bin/vim", "no-such-editor --wait", '""', '"', "/etc/passwd", "/tmp", "\\"],
)
@pytest.mark.parametrize("variable", ["VISUAL", "EDITOR"])
def test_an_editor_that_cannot_be_started_is_told_with_what_to_do(
    own: OwnSessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, editor: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv(variable, editor)

    trouble = own.edit(tmp_path / "a.toml")

    assert trouble.startswith(editor)
    assert trouble.endswith("; set EDITOR to an editor that is there")


def an_editor(path: Path, text: str = "edited", status: int = 0) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\nfor last; do :; done\necho "{text} $*" > "$last"\nexit {status}\n')
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("name", ["o'brien/vim", "My Programs/edit it"])
def test_an_editor_with_a_quote_or_a_blank_in_its_path_is_started(
    own: OwnSessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("VISUAL", str(an_editor(tmp_path / name)))

    assert own.edit(tmp_path / "a.toml") == ""
    assert (tmp_path / "a.toml").read_text().startswith("edited")


def test_visual_goes_before_editor_and_an_empty_one_is_none(
    own: OwnSessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", f"{an_editor(tmp_path / 'visual', 'visual')} -w")
    monkeypatch.setenv("EDITOR", str(an_editor(tmp_path / "editor", "editor")))
    file = tmp_path / "a.toml"

    own.edit(file)
    first = file.read_text()
    monkeypatch.setenv("VISUAL", "  ")
    own.edit(file)

    assert first == f"visual -w {file}\n"
    assert file.read_text() == f"editor {file}\n"


def test_without_a_choice_no_editor_is_taken_that_asks_for_one(
    own: OwnSessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("sensible-editor", "vi", "nano"):
        an_editor(tmp_path / "bin" / name, name)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    assert own.edit(tmp_path / "a.toml") == ""
    assert (tmp_path / "a.toml").read_text().startswith("nano")


def test_where_no_editor_is_found_it_is_said_how_to_name_one(
    own: OwnSessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert own.edit(tmp_path / "a.toml") == "no editor was found; set EDITOR to one that is there"


def test_an_editor_that_failed_is_told_with_its_status(
    own: OwnSessions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = an_editor(tmp_path / "vim", status=3)
    monkeypatch.setenv("VISUAL", str(editor))

    assert own.edit(tmp_path / "a.toml") == (
        f"{editor} ended with status 3; look whether the file is as you want it"
    )
