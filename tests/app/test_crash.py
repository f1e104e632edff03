"""The report of a crash: what whoever mends the fault needs, for nobody else to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.app.crash import MAX_TAIL, told, write_report
from benchside.storage.paths import UserFolders

if TYPE_CHECKING:
    from pathlib import Path

TRACEBACK = "Traceback (most recent call last):\nZeroDivisionError: division by zero"


def test_a_crash_leaves_its_traceback_and_the_end_of_the_journal_in_a_file(tmp_path: Path) -> None:
    home = UserFolders(config=tmp_path, data=tmp_path / "data")
    home.data.mkdir()
    home.journal.write_text("a line of long ago\n" + "x" * MAX_TAIL + "\nthe last line\n")

    report = write_report(home, TRACEBACK)

    assert report is not None
    text = report.read_text()
    assert TRACEBACK in text
    assert text.endswith("the last line\n")
    assert "a line of long ago" not in text
    assert report.stat().st_mode & 0o077 == 0
    assert str(report) in told(report)


def test_a_crash_where_nothing_can_be_written_still_says_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    home = UserFolders(config=tmp_path, data=tmp_path / "file")

    report = write_report(home, TRACEBACK)

    assert report is None
    assert "benchside run --resume" in told(report)
