"""Remembers that a file of settings has no problems, so that the library stands before it is read.

Reading settings loads pydantic, which takes longer than all else before the first frame. The text
that was found right is kept beside the log; any other text, or another version of this program, is
read anew. The file can be removed at any time.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from benchside import __version__
from benchside.storage import CACHE_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.storage import UserFolders


def is_known_right(home: UserFolders) -> bool:
    """Return whether the settings are those that were found right."""
    with suppress(OSError):
        return _kept_at(home).read_bytes() == _kept(home)
    return False


def keep_right(home: UserFolders) -> None:
    """Keep the settings as right for the next time; makes no folder, and what fails is not kept."""
    from benchside.storage import write_atomically

    with suppress(OSError, UnicodeDecodeError):
        if home.data.is_dir() and home.settings.exists() and not is_known_right(home):
            write_atomically(_kept_at(home), _kept(home).decode())


def _kept(home: UserFolders) -> bytes:
    return f"# right for benchside {__version__}\n".encode() + home.settings.read_bytes()


def _kept_at(home: UserFolders) -> Path:
    return home.data / CACHE_FOLDER / "settings.right"
