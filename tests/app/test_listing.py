"""The list of the library, kept from one time to the next for as long as nothing has changed."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from benchside.app.listing import fingerprint_of, keep_list, kept_list, list_sessions
from benchside.app.program import Program
from benchside.log.files import index_file
from benchside.storage.paths import UserFolders, find_home

if TYPE_CHECKING:
    from pathlib import Path

SESSION = """
name = "Legs"
[[block]]
name = "Main"
  [[block.exercise]]
  name = "Squat"
  sets = 2
  reps = 5
  load = "80%"
"""


@pytest.fixture
def home(tmp_path: Path) -> UserFolders:
    for folder in ("sessions", "athletes"):
        (tmp_path / folder).mkdir()
    (tmp_path / "sessions" / "legs.toml").write_text(SESSION)
    (tmp_path / "settings.toml").write_text('prepare = "5s"\n')
    (tmp_path / "athletes" / "default.toml").write_text('[training_max]\nSquat = "100 kg"\n')
    return find_home({"BENCHSIDE_HOME": str(tmp_path)})


def keep(home: UserFolders) -> str | None:
    fingerprint = fingerprint_of(home)
    keep_list(home, fingerprint, list_sessions(program_of(home)))
    return fingerprint


def program_of(home: UserFolders) -> Program:
    return Program({"BENCHSIDE_HOME": str(home.data)})


def test_a_list_that_was_kept_is_the_one_that_was_made(home: UserFolders) -> None:
    fingerprint = keep(home)

    kept = kept_list(home, fingerprint)

    assert kept == list_sessions(program_of(home))
    assert kept is not None
    assert kept[0].title == "Legs"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("settings.toml", 'prepare = "9s"\n'),
        ("athletes/default.toml", '[training_max]\nSquat = "120 kg"\n'),
        ("athletes/Anna.toml", 'name = "Anna"\n'),
        ("exercises.toml", '[exercise."Squat"]\n'),
        ("hooks.toml", "hook = []\n"),
        ("sessions/legs.toml", SESSION.replace("sets = 2", "sets = 3")),
        ("sessions/arms.toml", SESSION),
        ("sessions/new/arms.TOML", SESSION),
    ],
)
def test_a_list_holds_until_one_of_its_files_changes(
    name: str, text: str, home: UserFolders
) -> None:
    keep(home)
    path = home.data / name
    path.parent.mkdir(exist_ok=True)

    path.write_text(text)

    assert kept_list(home, fingerprint_of(home)) is None


def test_a_file_that_changes_within_its_time_and_size_is_noticed(home: UserFolders) -> None:
    path = home.sessions / "legs.toml"
    before = path.stat()
    keep(home)

    path.write_text(SESSION.replace("Legs", "Arms"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert path.stat().st_size == before.st_size
    assert kept_list(home, fingerprint_of(home)) is None


def test_a_file_that_is_removed_is_noticed(home: UserFolders) -> None:
    keep(home)

    (home.sessions / "legs.toml").unlink()

    assert kept_list(home, fingerprint_of(home)) is None


def test_a_list_with_problems_is_made_anew_each_time(home: UserFolders) -> None:
    (home.sessions / "broken.toml").write_text("name = 3\n")

    fingerprint = keep(home)

    assert kept_list(home, fingerprint) is None


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "{}",
        "null",
        "\0",
        '{"fingerprint": "FINGERPRINT"}',
        '{"fingerprint": "FINGERPRINT", "sessions": [{"name": "a"}]}',
        '{"fingerprint": "FINGERPRINT", "sessions": 7}',
        "[" * 100_000,
    ],
)
def test_a_damaged_list_is_made_anew(damage: str, home: UserFolders) -> None:
    fingerprint = keep(home)
    assert fingerprint is not None
    place = index_file(home.log).with_suffix(".list.json")
    assert kept_list(home, fingerprint) is not None

    place.write_text(damage.replace("FINGERPRINT", fingerprint))

    assert kept_list(home, fingerprint) is None


def test_a_value_of_another_kind_is_damage(home: UserFolders) -> None:
    fingerprint = keep(home)
    place = index_file(home.log).with_suffix(".list.json")
    kept = json.loads(place.read_text())
    kept["sessions"][0]["duration_ms"] = "soon"

    place.write_text(json.dumps(kept))

    assert kept_list(home, fingerprint) is None


def test_nothing_is_kept_where_the_athlete_has_no_folder_yet(tmp_path: Path) -> None:
    home = find_home({"BENCHSIDE_HOME": str(tmp_path / "none")})

    keep(home)

    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_gives_no_fingerprint_and_keeps_nobody_waiting(home: UserFolders) -> None:
    os.mkfifo(home.sessions / "pipe.toml")

    assert fingerprint_of(home) is None
