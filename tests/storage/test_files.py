"""Writing files in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.storage.files import glance, replacing, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "home" / "settings.toml"

    write_atomically(path, "volume = 80\n")

    assert path.read_bytes() == b"volume = 80\n"


def test_the_text_is_replaced_and_no_draft_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("volume = 10\n", encoding="utf-8")

    write_atomically(path, 'voice = "größer"\n')

    assert path.read_text(encoding="utf-8") == 'voice = "größer"\n'
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_text_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("volume = 10\n", encoding="utf-8")

    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\ud800")

    assert path.read_text(encoding="utf-8") == "volume = 10\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_followed_where_that_is_asked_for(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("", encoding="utf-8")
    link = tmp_path / "settings.toml"
    link.symlink_to(real)

    write_atomically(link, "mute = true\n", follows_links=True)

    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "mute = true\n"


def test_a_link_is_replaced_and_what_it_points_to_stays_as_it_is(tmp_path: Path) -> None:
    real = tmp_path / "bashrc"
    real.write_text("alias ll='ls -l'\n", encoding="utf-8")
    real.chmod(0o755)
    link = tmp_path / "session.schema.json"
    link.symlink_to(real)

    write_atomically(link, "{}\n")

    assert real.read_text(encoding="utf-8") == "alias ll='ls -l'\n"
    assert not link.is_symlink()
    assert link.read_text(encoding="utf-8") == "{}\n"
    assert link.stat().st_mode & 0o777 == 0o644


def test_a_folder_that_is_a_link_is_written_into(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles"
    real.mkdir()
    (tmp_path / "sessions").symlink_to(real)

    write_atomically(tmp_path / "sessions" / "legs.toml", "name = 'Legs'\n")

    assert [path.name for path in real.iterdir()] == ["legs.toml"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("n = " + "1" * 5_000, id="a number of 5,000 digits"),
        pytest.param(".".join("a" * 50_000) + " = 1", id="a key of 50,000 parts"),
        pytest.param("[" + ".".join("b" * 50_000) + "]", id="a table of 50,000 parts"),
        pytest.param("x = " + "[" * 100_000, id="deep lists"),
        pytest.param("x = {a = " * 5_000, id="deep tables"),
        pytest.param("x = [" + "1," * 300_000 + "]", id="a long list"),
        pytest.param("a.b.c.d.e = 1\n" * 100_000, id="many dotted keys"),
        pytest.param("name = 2026-99-99", id="no date"),
        pytest.param("#" * (1024 * 1024 + 1), id="larger than 1 MiB"),
        pytest.param("\x00", id="nul"),
    ],
)
def test_a_glance_at_what_the_reader_refuses_tells_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hostile.toml"
    path.write_text(f'name = "Hostile"\n{text}', encoding="utf-8")

    assert glance(path) == {}


def test_a_glance_at_what_is_no_session_but_toml_tells_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "Legs"\r\n')

    assert glance(path) == {"name": "Legs"}


def test_who_may_read_a_file_does_not_change(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.touch(mode=0o600)

    write_atomically(path, "mute = true\n")

    assert path.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_made_is_for_its_owner_alone(tmp_path: Path) -> None:
    write_atomically(tmp_path / "bench" / "sessions" / "a.toml", "text")

    assert (tmp_path / "bench").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "bench" / "sessions").stat().st_mode & 0o777 == 0o700


def test_a_new_file_takes_its_place_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.write_text("old")

    def fail_half_way() -> None:
        with replacing(path, mode=0o644) as draft:
            draft.write_text("half")
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fail_half_way()

    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_links_in_a_circle_are_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to("circle")

    with pytest.raises(OSError, match="circle"):
        write_atomically(tmp_path / "circle" / "a.toml", "text")
