"""Crash reports: what somebody needs who is to mend a fault of the program, in one file.

The report stays on this machine. It holds the traceback, the versions, and the last lines of the
journal, so what was done in the session before the crash.
"""

from __future__ import annotations

import contextlib
import os
import platform
import sys
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.storage import UserFolders

FOLDER: Final = "crashes"
"""Beside the log."""

MAX_TAIL: Final = 16_384
"""Bytes of the journal's end that a report holds."""

_PACKAGES: Final = ("benchside", "textual", "pydantic", "click", "miniaudio")


def write_report(home: UserFolders, traceback: str) -> Path | None:
    """Write a report beside the log and return its path; None where nothing can be written."""
    now = datetime.now().astimezone()
    path = home.data / FOLDER / f"crash-{now:%Y-%m-%d-%H%M%S}-{os.getpid()}.txt"
    text = "\n".join(
        (
            f"Benchside crashed on {now.isoformat(timespec='seconds')}",
            f"{_versions()}, Python {platform.python_version()}, {platform.platform()}",
            f"arguments: {' '.join(sys.argv[1:])}",
            "",
            traceback,
            "",
            "The last lines of the journal:",
            _tail(home.journal),
        )
    )
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as report:
            report.write(text)
    except OSError:
        return None
    return path


def told(report: Path | None) -> str:
    """Return what the athlete is told after a crash."""
    where = f"A report is in {report}." if report else "No report could be written."
    return (
        f"benchside: the program has crashed, by a fault of its own. {where}\n"
        'A session that was going on is kept: "benchside run --resume" goes on with it.'
    )


def _versions() -> str:
    found = []
    for package in _PACKAGES:
        with contextlib.suppress(PackageNotFoundError):
            found.append(f"{package} {version(package)}")
    return ", ".join(found)


def _tail(journal: Path) -> str:
    try:
        with journal.open("rb") as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(max(size - MAX_TAIL, 0))
            return stream.read().decode("utf-8", "replace")
    except OSError:
        return "there is none"
