"""Drafts: names of files, and files that are never written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchside.library.new_files import (
    SCHEMA_FILE,
    compose_session,
    copy_session,
    free_name,
    name_for,
    save_new,
    slug,
    with_schema_line,
)
from benchside.session.read import no_library, read

SHIPPED = sorted((Path(__file__).parents[2] / "sessions").glob("*.toml"))

LEGS = {"name": "Legs", "block": [{"exercise": [{"name": "Squat", "sets": 3, "reps": 5}]}]}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("My legs", "my-legs"),
        ("Hip thrust: primary strength", "hip-thrust-primary-strength"),
        ("Gesäß & Beine", "gesass-beine"),
        ("Día de pierna", "dia-de-pierna"),
        ("../../etc/passwd", "etc-passwd"),
        ("Ноги: тяжёлый день", "ноги-тяжёлый-день"),
        ("йога", "йога"),
        ("脚", "脚"),
        ("ガンバ", "ガンバ"),
        ("다리 운동", "다리-운동"),
        ("टांगें", "टांगें"),
        ("💪", "session"),
        ("a\u202eb", "a-b"),
        ("", "session"),
    ],
)
def test_a_title_gives_a_plain_name(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_long_title_gives_a_short_name() -> None:
    assert len(slug("leg day " * 100)) <= 60
    assert len(slug("脚の日" * 100).encode()) <= 180


def test_a_long_title_of_another_script_can_be_a_file_twice(tmp_path: Path) -> None:
    name = slug("𠮷野家" * 100)

    first = save_new(tmp_path, name, "first")
    second = save_new(tmp_path, free_name(tmp_path, name), "second")

    assert first.read_text() == "first"
    assert second.read_text() == "second"


def test_titles_that_come_to_one_name_do_not_refuse_each_other(tmp_path: Path) -> None:
    save_new(tmp_path, "legs", 'name = "Legs"\n')

    assert name_for(tmp_path, "Legs!") == "legs-2"
    assert name_for(tmp_path, "Arms") == "arms"
    with pytest.raises(FileExistsError):
        name_for(tmp_path, "Legs")


def test_a_draft_says_what_its_tables_say() -> None:
    draft = compose_session(LEGS, file="legs.toml", include=no_library)

    assert draft.problems == ()
    assert draft.text.startswith("#:schema ./session.schema.json\n")
    assert read(draft.text, file="legs.toml").session is not None


def test_a_draft_that_is_wrong_has_problems() -> None:
    draft = compose_session({"name": "Legs", "block": []}, file="legs.toml", include=no_library)

    assert draft.problems


COMMENTED = """\
# what this day is for
"name" = 'Legs'   # as the coach calls it
goal = "strength"

[[block]]
  [[block.exercise]]
  name = "Squat"   # knees out
  reps = 5
"""


def test_a_copy_has_another_title_and_keeps_every_comment() -> None:
    draft = copy_session(COMMENTED, 'Arms "and" Bärte', file="arms.toml", include=no_library)

    assert draft.problems == ()
    assert draft.text == "#:schema ./session.schema.json\n" + COMMENTED.replace(
        "'Legs'", '"Arms \\"and\\" Bärte"'
    )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_copy_of_what_ships_differs_in_its_title_only(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    draft = copy_session(
        text, "Mine", file="mine.toml", include=lambda _: SHIPPED[0].read_text("utf-8")
    )

    assert draft.problems == ()
    assert [line for line in draft.text.splitlines() if line not in text.splitlines()] == [
        line for line in draft.text.splitlines() if line.startswith("name") and "Mine" in line
    ]


def test_a_copy_leads_editors_to_the_schema_beside_it() -> None:
    text = "#:schema ../elsewhere.json\n" + COMMENTED

    assert with_schema_line(text) == "#:schema ./session.schema.json\n" + COMMENTED
    assert with_schema_line("\ufeff" + COMMENTED) == with_schema_line(COMMENTED)


def test_a_copy_without_a_title_has_a_problem() -> None:
    draft = copy_session(COMMENTED, " ", file="arms.toml", include=no_library)

    assert [problem.message for problem in draft.problems] == ["name is empty"]


def test_a_session_is_kept_with_the_schema_beside_it(tmp_path: Path) -> None:
    path = save_new(tmp_path / "sessions", "legs", "name = 'Legs'\n")

    assert path.read_text() == "name = 'Legs'\n"
    assert (path.parent / SCHEMA_FILE).exists()


def test_a_session_is_never_written_over(tmp_path: Path) -> None:
    save_new(tmp_path, "legs", "first")

    with pytest.raises(FileExistsError):
        save_new(tmp_path, "legs", "second")

    assert (tmp_path / "legs.toml").read_text() == "first"
    assert free_name(tmp_path, "legs") == "legs-2"


def test_a_link_beside_a_new_session_is_never_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "bashrc"
    outside.write_text("alias ll='ls -l'\n")
    sessions = tmp_path / "sessions"
    sessions.mkdir()
    (sessions / SCHEMA_FILE).symlink_to(outside)

    save_new(sessions, "legs", "name = 'Legs'\n")

    assert outside.read_text() == "alias ll='ls -l'\n"
    assert "Benchside session" in (sessions / SCHEMA_FILE).read_text()


def test_a_link_that_leads_nowhere_is_no_free_name(tmp_path: Path) -> None:
    (tmp_path / "legs.toml").symlink_to(tmp_path / "gone.toml")

    with pytest.raises(FileExistsError):
        save_new(tmp_path, "legs", "name = 'Legs'\n")

    assert not (tmp_path / "gone.toml").exists()
    assert free_name(tmp_path, "legs") == "legs-2"


def test_a_name_in_capitals_is_taken_too(tmp_path: Path) -> None:
    (tmp_path / "legs.TOML").write_text('name = "Legs"')

    assert free_name(tmp_path, "legs") == "legs-2"


def test_a_schema_that_cannot_be_written_costs_no_session(tmp_path: Path) -> None:
    (tmp_path / SCHEMA_FILE).mkdir()

    path = save_new(tmp_path, "legs", "name = 'Legs'\n")

    assert path.read_text() == "name = 'Legs'\n"
