"""Own session files: copied from others, never over another, and taken to an editor."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from benchside.library.editing import OwnSessions
from benchside.library.library import Entry, Library
from benchside.session.read import Options

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


def an_editor(monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    """Let the editor be a program that does something with the `file` it is given."""
    program = f"import sys, pathlib; file = pathlib.Path(sys.argv[1]); {deed}"
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", program]))


def hidden(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and ".drafts" in path.parts]


def test_what_ships_becomes_ones_own_once_it_is_changed(
    library: Library, own: OwnSessions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    an_editor(monkeypatch, "file.write_text(file.read_text().replace('reps = 5', 'reps = 8'))")

    edited = own.edit(entry(library))

    assert edited.message == ""
    assert edited.path == tmp_path / "own" / "squats.toml"
    assert entry(library).path == edited.path
    assert entry(library).is_own
    assert edited.path.read_text().endswith(SESSION.replace("reps = 5", "reps = 8"))
    assert (edited.path.parent / "session.schema.json").exists()
    assert hidden(tmp_path) == []


def test_what_ships_stays_as_it_is_where_nothing_was_changed(
    library: Library, own: OwnSessions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    an_editor(monkeypatch, "file.write_text(file.read_text())")

    edited = own.edit(entry(library))

    assert edited.message == "nothing was changed, so no copy is kept"
    assert not edited.is_failed
    assert edited.path == tmp_path / "shipped" / "squats.toml"
    assert not entry(library).is_own
    assert hidden(tmp_path) == []


@pytest.mark.parametrize("text", [b"reps = \n", b"gro\xdf"])
def test_a_copy_that_was_broken_in_the_editor_is_kept(
    library: Library, own: OwnSessions, monkeypatch: pytest.MonkeyPatch, text: bytes
) -> None:
    an_editor(monkeypatch, f"file.write_bytes({text!r})")

    edited = own.edit(entry(library))

    assert edited.path.read_bytes() == text
    assert entry(library).is_own
    assert entry(library).problems


def test_a_copy_that_was_written_meanwhile_is_not_written_over(
    library: Library, own: OwnSessions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "own" / "squats.toml"
    deed = f"pathlib.Path({str(other)!r}).write_text('theirs'); file.write_text('mine')"
    an_editor(monkeypatch, deed)

    edited = own.edit(entry(library))

    assert other.read_text() == "theirs"
    assert edited.path.read_text() == "mine"


def test_what_was_typed_when_the_program_was_killed_is_there_at_the_next_edit(
    library: Library, own: OwnSessions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    draft = tmp_path / "own" / ".drafts" / "squats.toml"
    draft.parent.mkdir(parents=True)
    draft.write_text(SESSION + "# typed")
    an_editor(monkeypatch, "pass")

    edited = own.edit(entry(library))

    assert edited.path.read_text() == SESSION + "# typed"


def test_an_own_session_is_edited_where_it_is(
    library: Library, own: OwnSessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own.duplicate(entry(library), "Legs")
    an_editor(monkeypatch, "file.write_text('edited')")

    edited = own.edit(entry(library, "legs"))

    assert edited.path == path
    assert edited.path.read_text() == "edited"


@pytest.mark.parametrize("editor", ["no-such-editor", "/home/o'brien/bin/vim"])
def test_an_editor_that_cannot_be_started_is_told(
    library: Library, own: OwnSessions, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    monkeypatch.setenv("VISUAL", editor)

    edited = own.edit(entry(library))

    assert "set EDITOR to an editor that is there" in edited.message
    assert edited.is_failed
    assert not entry(library).is_own


def test_titles_in_other_scripts_get_files_that_tell_them_apart(
    library: Library, own: OwnSessions
) -> None:
    paths = [own.duplicate(entry(library), title) for title in ("Ноги", "Руки", "脚の日", "脚")]

    assert [path.name for path in paths if isinstance(path, Path)] == [
        "ноги.toml",
        "руки.toml",
        "脚の日.toml",
        "脚.toml",
    ]
    assert entry(library, "ноги").title == "Ноги"


def test_a_folder_that_cannot_be_written_is_told(
    library: Library, own: OwnSessions, tmp_path: Path
) -> None:
    (tmp_path / "own").write_text("no folder")

    edited = own.edit(entry(library))

    assert str(tmp_path / "own") in edited.message
    assert edited.is_failed
    assert edited.path == entry(library).path


def test_a_draft_is_never_written_through_a_link(
    library: Library, own: OwnSessions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / ".drafts").symlink_to(outside)
    an_editor(monkeypatch, "file.write_text('mine')")

    edited = own.edit(entry(library))

    assert edited.path.read_text() == "mine"
    assert list(outside.iterdir()) == []


def made(own: OwnSessions, title: str = "Legs", goal: str = "strength") -> Path:
    path = own.create(title, goal, [{"name": "Squat", "sets": 3, "reps": 5}])
    assert isinstance(path, Path)
    return path


def test_a_new_session_is_listed_under_its_title(library: Library, own: OwnSessions) -> None:
    path = made(own)

    created = entry(library, "legs")
    assert created.path == path
    assert created.title == "Legs"
    assert created.plan is not None
    assert created.plan.goal == "strength"
    agenda = created.agenda()
    assert agenda is not None
    assert [one.planned.exercise for one in agenda.sets] == ["Squat"] * 3


def test_a_new_session_needs_no_goal(library: Library, own: OwnSessions) -> None:
    made(own, goal="")

    plan = entry(library, "legs").plan
    assert plan is not None
    assert plan.goal is None


def test_a_second_session_of_a_title_is_refused(library: Library, own: OwnSessions) -> None:
    made(own)

    with pytest.raises(FileExistsError, match="already"):
        made(own)

    assert len(library.entries()) == 2


def test_a_new_session_that_cannot_be_one_writes_nothing(
    library: Library, own: OwnSessions
) -> None:
    problems = own.create("Legs", "", [{"name": "Squat", "reps": "5-x"}])

    assert isinstance(problems, tuple)
    assert "5-x" in problems[0].message
    assert len(library.entries()) == 1


def test_a_renamed_session_keeps_its_file_and_every_comment(
    library: Library, own: OwnSessions
) -> None:
    path = own.duplicate(entry(library), "My squats")
    assert isinstance(path, Path)

    assert own.rename(entry(library, "my-squats"), 'Squats, "heavy"') == ()

    renamed = entry(library, "my-squats")
    assert renamed.path == path
    assert renamed.title == 'Squats, "heavy"'
    assert "# heavy" in path.read_text()


def test_a_title_that_cannot_be_one_leaves_the_old_one(library: Library, own: OwnSessions) -> None:
    made(own)
    before = entry(library, "legs").text

    problems = own.rename(entry(library, "legs"), "a\x1b[31m")

    assert "control character" in problems[0].message
    assert entry(library, "legs").text == before


@pytest.mark.parametrize("name", ["legs", "strength/legs"])
def test_a_deleted_session_comes_back_as_it_was(
    library: Library, own: OwnSessions, name: str
) -> None:
    path = made(own)
    if "/" in name:
        (path.parent / "strength").mkdir()
        path = path.rename(path.parent / f"{name}.toml")
    text = path.read_text()

    deleted = own.delete(entry(library, name))
    assert [one.name for one in library.entries()] == ["squats"]
    assert deleted.trashed.read_text() == text

    assert own.restore(deleted) == path
    assert entry(library, name).text == text


def test_the_session_that_ships_is_there_again_when_ones_own_is_deleted(
    library: Library, own: OwnSessions
) -> None:
    copied = own.duplicate(entry(library), "Squats")
    assert isinstance(copied, Path)
    assert entry(library).is_own

    own.delete(entry(library))

    assert not entry(library).is_own


def test_what_was_deleted_twice_under_one_name_is_there_twice(
    library: Library, own: OwnSessions
) -> None:
    made(own)
    first = own.delete(entry(library, "legs"))
    made(own, goal="mobility")
    second = own.delete(entry(library, "legs"))

    assert first.trashed != second.trashed
    assert own.restore(second).name == "legs.toml"
    assert own.restore(first).name == "legs-2.toml"
    assert [one.name for one in library.entries()] == ["legs", "legs-2", "squats"]


def test_nothing_is_deleted_through_a_link(
    library: Library, own: OwnSessions, tmp_path: Path
) -> None:
    made(own)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "own" / ".trash").symlink_to(elsewhere)

    own.delete(entry(library, "legs"))

    assert list(elsewhere.iterdir()) == []


def test_what_is_gone_from_the_trash_cannot_be_brought_back(
    library: Library, own: OwnSessions
) -> None:
    made(own)
    deleted = own.delete(entry(library, "legs"))
    deleted.trashed.unlink()

    with pytest.raises(FileNotFoundError):
        own.restore(deleted)
