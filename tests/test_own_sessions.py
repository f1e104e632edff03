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
