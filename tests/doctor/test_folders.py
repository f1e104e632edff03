"""Folders and their disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchside.doctor.folder_verdict import (
    ATHLETES,
    CONFIG,
    DATA,
    MIB,
    SESSIONS,
    SOUNDS,
    DiskFacts,
    FolderFacts,
    FolderRole,
    filesystem_of,
    judge_disk,
    judge_folder,
    service_of,
    size_of,
)
from benchside.doctor.folders import look_at_disk, look_at_folder
from benchside.doctor.result import CheckState

MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:25 / /home rw shared:2 - nfs4 server:/home rw
31 30 0:26 / /home/anna/on\040stick rw - vfat /dev/sdb1 rw
32 22 0:27 / /tmp rw - tmpfs tmpfs rw
not a mount
"""

needs_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)


@pytest.mark.parametrize("role", [CONFIG, DATA, SESSIONS, ATHLETES, SOUNDS])
def test_a_folder_that_cannot_be_read_is_a_fault_whatever_it_holds(role: FolderRole) -> None:
    result = judge_folder(role, FolderFacts(path="/home/a", unreadable="permission denied"))

    assert result.state is CheckState.FAULT
    assert result.told == "/home/a cannot be read: permission denied"


@pytest.mark.parametrize(
    ("role", "state"),
    [
        (DATA, CheckState.FAULT),
        (CONFIG, CheckState.WARNING),
        (SESSIONS, CheckState.WARNING),
        (ATHLETES, CheckState.OK),
        (SOUNDS, CheckState.OK),
    ],
)
def test_a_folder_that_cannot_be_written_is_as_bad_as_what_it_holds(
    role: FolderRole, state: CheckState
) -> None:
    result = judge_folder(role, FolderFacts(path="/a", unwritable="read-only file system"))

    assert result.state is state


def test_a_folder_that_is_not_there_yet_is_well() -> None:
    result = judge_folder(SESSIONS, FolderFacts(path="/a", is_there=False))

    assert result.state is CheckState.OK
    assert "not there yet" in result.told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (FolderFacts(path="/mnt/a", filesystem="nfs4"), "on the network (nfs4)"),
        (FolderFacts(path="\\\\server\\a"), "on the network (a share)"),
        (FolderFacts(path="/home/a/Dropbox/b", filesystem="ext4"), "synchronised by Dropbox"),
        (FolderFacts(path="C:\\Users\\a\\OneDrive - Gym\\b"), "synchronised by OneDrive"),
        (FolderFacts(path="/home/a", is_shared_by_syncthing=True), "synchronised by Syncthing"),
        (FolderFacts(path="/tmp/a", filesystem="tmpfs"), "in memory (tmpfs)"),
    ],
)
def test_where_a_folder_lies_matters_for_the_log_and_the_journal(
    facts: FolderFacts, told: str
) -> None:
    of_data, of_sessions = judge_folder(DATA, facts), judge_folder(SESSIONS, facts)

    assert told in of_data.told
    assert of_data.state is CheckState.WARNING
    assert of_data.hint
    assert told in of_sessions.told
    assert of_sessions.state is CheckState.OK


@pytest.mark.parametrize(
    ("parts", "service"),
    [
        (["Library", "Mobile Documents", "a"], "iCloud"),
        (["Dropbox (Personal)"], "Dropbox"),
        (["dropbox-notes"], "Dropbox"),
        (["home", "boxing"], ""),
        (["My Drives"], ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(parts: list[str], service: str) -> None:
    assert service_of(parts) == service


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/anna/.local", "nfs4"),
        ("/home/anna/on stick/benchside", "vfat"),
        ("/homes/anna", "ext4"),
        ("/tmp", "tmpfs"),
        ("/", "ext4"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(path: str, kind: str) -> None:
    assert filesystem_of(path, MOUNTS) == kind


def test_a_system_that_tells_no_mounts_tells_no_file_system() -> None:
    assert filesystem_of("/home", "") == ""


@pytest.mark.parametrize(
    ("free", "state"),
    [
        (0, CheckState.FAULT),
        (MIB, CheckState.FAULT),
        (50 * MIB, CheckState.WARNING),
        (200 * MIB, CheckState.OK),
    ],
)
def test_a_full_disk_is_told_before_the_session(free: int, state: CheckState) -> None:
    assert judge_disk(DiskFacts(free, 500 * MIB)).state is state


def test_a_file_system_without_sizes_is_not_called_full() -> None:
    assert judge_disk(DiskFacts(0, 0)).state is CheckState.SKIPPED


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_500, "1.5 kB"),
        (52_000_000, "52 MB"),
        (3 * 10**12, "3.0 TB"),
    ],
)
def test_sizes_are_told_to_be_read(count: int, told: str) -> None:
    assert size_of(count) == told


def test_a_folder_of_ones_own_is_well_and_stays_as_it_was(tmp_path: Path) -> None:
    facts = look_at_folder(tmp_path)

    assert (facts.is_there, facts.unreadable, facts.unwritable) == (True, "", "")
    assert list(tmp_path.iterdir()) == []


def test_looking_makes_no_folder(tmp_path: Path) -> None:
    facts = look_at_folder(tmp_path / "a" / "b")

    assert (facts.is_there, facts.unreadable, facts.unwritable) == (False, "", "")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")

    assert look_at_folder(tmp_path / "a").unreadable == "not a directory"
    assert look_at_folder(tmp_path / "a" / "b").unwritable == f"{tmp_path / 'a'} is not a folder"


def test_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "gone")

    assert look_at_folder(tmp_path / "a").unreadable == "no such file or directory"


@needs_rights
def test_a_folder_without_rights_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir(mode=0)

    assert look_at_folder(folder).unreadable == "permission denied"
    assert look_at_folder(folder).unwritable == "permission denied"
    folder.chmod(0o700)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="there is no /proc")
def test_a_folder_in_which_nobody_may_make_a_file_is_told() -> None:
    assert look_at_folder(Path("/proc/self")).unwritable


def test_the_disk_of_a_folder_that_is_not_there_yet_is_that_above_it(tmp_path: Path) -> None:
    assert look_at_disk(tmp_path / "a" / "b").total_bytes == look_at_disk(tmp_path).total_bytes
