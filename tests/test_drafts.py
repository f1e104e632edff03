"""Drafts: names of files, and files that are never written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.drafts import SCHEMA_FILE, compose, copy, free_name, keep, slug
from benchside.session.reading import no_library, read

if TYPE_CHECKING:
    from pathlib import Path

LEGS = {"name": "Legs", "block": [{"exercise": [{"name": "Squat", "sets": 3, "reps": 5}]}]}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("My legs", "my-legs"),
        ("Hip thrust: primary strength", "hip-thrust-primary-strength"),
        ("Gesäß & Beine", "gesa-beine"),
        ("../../etc/passwd", "etc-passwd"),
        ("脚", "session"),
        ("", "session"),
    ],
)
def test_a_title_gives_a_plain_name(title: str, name: str) -> None:
    assert slug(title) == name


def test_a_long_title_gives_a_short_name() -> None:
    assert len(slug("leg day " * 100)) <= 60


def test_a_draft_says_what_its_tables_say() -> None:
    draft = compose(LEGS, file="legs.toml", include=no_library)

    assert draft.problems == ()
    assert draft.text.startswith("#:schema ./session.schema.json\n")
    assert read(draft.text, file="legs.toml").session is not None


def test_a_draft_that_is_wrong_has_problems() -> None:
    draft = compose({"name": "Legs", "block": []}, file="legs.toml", include=no_library)

    assert draft.problems


def test_a_copy_differs_in_its_name_only() -> None:
    session = read(compose(LEGS, file="", include=no_library).text, file="").session
    assert session is not None

    draft = copy(session, "Arms", file="arms.toml", include=no_library)

    copied = read(draft.text, file="arms.toml").session
    assert copied is not None
    assert copied.name == "Arms"
    assert copied.blocks == session.blocks


def test_a_session_is_kept_with_the_schema_beside_it(tmp_path: Path) -> None:
    path = keep(tmp_path / "sessions", "legs", "name = 'Legs'\n")

    assert path.read_text() == "name = 'Legs'\n"
    assert (path.parent / SCHEMA_FILE).exists()


def test_a_session_is_never_written_over(tmp_path: Path) -> None:
    keep(tmp_path, "legs", "first")

    with pytest.raises(FileExistsError):
        keep(tmp_path, "legs", "second")

    assert (tmp_path / "legs.toml").read_text() == "first"
    assert free_name(tmp_path, "legs") == "legs-2"
