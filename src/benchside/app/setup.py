"""What is set up on this machine: files and their places, packs of sounds, and how they sound."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from benchside.storage import glance, is_there

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from benchside.settings import Settings
    from benchside.storage import UserFolders
    from benchside.timeline import CueKind
    from benchside.tui import OwnKeys


class SoundStopped(Exception):  # noqa: N818 - nothing failed: somebody has heard enough
    """The sounds were stopped."""


class Setup:
    """Looks at files only when it is asked."""

    def __init__(
        self,
        home: UserFolders,
        settings: Callable[[], Settings],
        *,
        edited: Callable[[], None],
        today: Callable[[], date],
    ) -> None:
        self._home = home
        self._settings = settings
        self._edited = edited
        """Told when somebody may have changed the file of settings."""
        self._today = today
        self._stopped = Event()

    @property
    def is_new(self) -> bool:
        """Whether nobody has used the program here: there are no settings and no log."""
        home = self._home
        return not any(is_there(path) for path in (home.settings, home.log, home.journal))

    @property
    def theme(self) -> str:
        """The colours that the settings ask for, at a glance; empty where they do not."""
        theme = glance(self._home.settings).get("theme")
        return theme if isinstance(theme, str) else ""

    def own_keys(self) -> OwnKeys | None:
        """Return the athlete's own keys; None where the settings have no such table."""
        from benchside.app.own_keys import own_keys_of

        return own_keys_of(self._home.settings)

    @property
    def log_path(self) -> Path:
        """Where finished sessions are written."""
        return self._home.log

    @property
    def today(self) -> date:
        """The day that it is here."""
        return self._today()

    def packs(self) -> tuple[str, ...]:
        """Return the names of the packs of sounds there are."""
        from benchside.audio import pack_names

        return pack_names(self._home)

    def places(self) -> dict[str, Path]:
        """Return where the athlete's files are, by what they are."""
        home = self._home
        return {
            "Your sessions": home.sessions,
            "Your sounds": home.sounds,
            "Athletes": home.athletes,
            "Log": home.log,
            "Settings": home.settings,
        }

    def edit_settings(self) -> str:
        """Open the file of settings in the athlete's editor; return what failed, if anything."""
        from benchside.library import edit_file
        from benchside.settings import save_settings

        try:
            if not is_there(self._home.settings):
                save_settings(self._home.settings, self._settings())
            return edit_file(self._home.settings)
        except OSError as error:
            return str(error)
        finally:
            self._edited()

    def listen(self, tell: Callable[[CueKind], None], *, one_rep: bool) -> str:
        """Play every cue, or one rep of a hip thrust; return how that went.

        Each cue is told when it is due. Takes seconds, unless `stop` is called from elsewhere.
        """
        from benchside.audio import (
            chosen_speaker,
            every_cue,
            heard_on,
            play_cues,
            rep_cues,
        )
        from benchside.player import SystemClock
        from benchside.session import Ticks

        self._stopped.clear()
        settings = self._settings()
        speaker = chosen_speaker(settings, self._home)
        cues = rep_cues(Ticks(settings.tick)) if one_rep else every_cue()
        try:
            status = play_cues(speaker, SystemClock(), cues, wait=self._wait, tell=tell)
        except SoundStopped:
            return ""
        finally:
            speaker.close()
        return heard_on(status, settings)

    def stop(self) -> None:
        """Stop what is playing."""
        self._stopped.set()

    def _wait(self, seconds: float) -> None:
        if self._stopped.wait(seconds):
            raise SoundStopped
