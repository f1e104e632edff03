"""What the screens need from the rest of the program, as protocols; `wiring` gives it to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from benchside.library import Entry, Label
    from benchside.log.record import Record
    from benchside.own_sessions import Edited
    from benchside.ports import SpeakerStatus
    from benchside.runner.commands import Command
    from benchside.runner.view import View
    from benchside.session.problems import Problem
    from benchside.settings import Settings


class Player(Protocol):
    """A session that is being played."""

    @property
    def view(self) -> View:
        """The view of the last tick."""
        ...

    @property
    def sound(self) -> SpeakerStatus:
        """How the sound is."""
        ...

    @property
    def muted(self) -> bool:
        """Whether the athlete wants silence."""
        ...

    @property
    def volume(self) -> float:
        """The loudness of the cues, 0 to 1."""
        ...

    @property
    def trouble(self) -> str:
        """What goes wrong beside the sound, on one line; empty where all is well."""
        ...

    @property
    def record(self) -> Record | None:
        """What was done, once the session has ended and is logged."""
        ...

    def tick(self) -> View:
        """Advance to now and return the frozen view."""
        ...

    def wait_s(self) -> float:
        """Tell how long the next tick can wait, in seconds."""
        ...

    def press(self, command: Command) -> bool:
        """Do a command; False where it is not legal now."""
        ...

    def mute(self, muted: bool) -> None:
        """Silence the cues, or let them be heard again."""
        ...

    def change_volume(self, steps: int) -> None:
        """Make the cues louder or quieter, by so many steps."""
        ...

    def hush(self) -> None:
        """Silence what is to come, at once."""
        ...

    def close(self) -> None:
        """Let go of everything; the journal stays where the session has not ended."""
        ...


class Leftover(Protocol):
    """A session that was interrupted, as its journal tells."""

    @property
    def session(self) -> str:
        """Name of the session."""
        ...

    @property
    def started(self) -> datetime:
        """When it was started."""
        ...

    @property
    def sets_done(self) -> int:
        """Sets that are safe in the journal."""
        ...

    @property
    def sets_total(self) -> int:
        """Sets that the session has."""
        ...


class OwnSessions(Protocol):
    """The athlete's own session files."""

    def duplicate(self, entry: Entry, title: str) -> Path | tuple[Problem, ...]:
        """Copy a session under another title; raises OSError where that fails."""
        ...

    def edit(self, entry: Entry) -> Edited:
        """Open a session in the athlete's editor until it is left; tells what failed."""
        ...


class Services(Protocol):
    """The program behind the screens."""

    @property
    def own(self) -> OwnSessions:
        """The athlete's own session files."""
        ...

    @property
    def settings(self) -> Settings:
        """The athlete's settings."""
        ...

    @property
    def theme(self) -> str:
        """Name of the theme that the settings ask for; empty where they do not."""
        ...

    @property
    def log_path(self) -> Path:
        """Where finished sessions are written."""
        ...

    def save_settings(self, settings: Settings) -> None:
        """Keep changed settings; raises OSError where that fails."""
        ...

    @property
    def library_problems(self) -> Sequence[Problem]:
        """Folders of own sessions that cannot be read."""
        ...

    def labels(self) -> Sequence[Label]:
        """Name the sessions of the library at a glance, in the order of `entries`."""
        ...

    def entries(self) -> Sequence[Entry]:
        """List the sessions of the library, broken ones too."""
        ...

    def last_done(self, entry: Entry) -> datetime | None:
        """Tell when a session was last done; None means never."""
        ...

    def play(self, entry: Entry) -> Player:
        """Open a session with its journal and speaker."""
        ...

    def leftover(self) -> Leftover | None:
        """Find the journal of an interrupted session."""
        ...

    def resume(self) -> Player:
        """Go on with the interrupted session."""
        ...

    def save_leftover(self) -> Record:
        """Log what was done of the interrupted session as partial."""
        ...

    def discard_leftover(self) -> None:
        """Throw the interrupted session away."""
        ...
