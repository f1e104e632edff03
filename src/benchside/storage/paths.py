"""Where things are: what ships with the program, and the athlete's own folder.

`BENCHSIDE_HOME` puts everything of the athlete's into one folder; without it the conventions of
the system decide (platformdirs).
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Mapping

HOME_VARIABLE = "BENCHSIDE_HOME"
"""Names the one folder for everything; unset or empty means the system's convention."""


CACHE_FOLDER: Final = "cache"
"""Beside the log; what is in it can be made again."""


def shipped(name: str) -> Path:
    """Folder of data that ships with the program: `sessions`, `programs` or `sounds`."""
    here = Path(__file__).resolve()
    installed = here.parents[1] / "_data" / name
    return installed if installed.is_dir() else here.parents[3] / name


@dataclass(frozen=True, slots=True)
class UserFolders:
    """The athlete's files. Nothing is made here; who writes a file makes its folder."""

    config: Path
    data: Path

    @property
    def settings(self) -> Path:
        """Settings, written by the athlete or the program."""
        return self.config / "settings.toml"

    @property
    def hooks(self) -> Path:
        """Commands that are run at events of a session."""
        return self.config / "hooks.toml"

    @property
    def sessions(self) -> Path:
        """The athlete's own session files."""
        return self.data / "sessions"

    @property
    def programs(self) -> Path:
        """The athlete's own program files."""
        return self.data / "programs"

    @property
    def athletes(self) -> Path:
        """One file an athlete: training maxes, bar and plates."""
        return self.data / "athletes"

    @property
    def exercises(self) -> Path:
        """The exercises that the athlete has added or changed."""
        return self.data / "exercises.toml"

    @property
    def sounds(self) -> Path:
        """The athlete's own sound packs, a folder each."""
        return self.data / "sounds"

    @property
    def log(self) -> Path:
        """Every finished session, a line each."""
        return self.data / "log.jsonl"

    @property
    def journal(self) -> Path:
        """The session that is going on, or was interrupted."""
        return self.data / "journal.jsonl"


def find_home(environment: Mapping[str, str]) -> UserFolders:
    """Locate the athlete's files from the environment; raises OSError where there is no home."""
    if chosen := environment.get(HOME_VARIABLE):
        try:
            folder = Path(chosen).expanduser().absolute()
        except RuntimeError:
            raise FileNotFoundError(
                errno.ENOENT, "nobody of this name has a home folder", chosen
            ) from None
        return UserFolders(config=folder, data=folder)
    config = platformdirs.user_config_path("benchside", appauthor=False)
    data = platformdirs.user_data_path("benchside", appauthor=False)
    if "~" in (config.parts[0], data.parts[0]):  # neither HOME nor an entry of the user's
        raise FileNotFoundError(
            errno.ENOENT, f"there is no home folder; set {HOME_VARIABLE} to a folder"
        )
    return UserFolders(config=config, data=data)
