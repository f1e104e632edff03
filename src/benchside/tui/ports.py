"""What the screens need of files and sound on this machine, as protocols."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from benchside.library import DeletedSession, Edited, Entry, EntryLabel
    from benchside.session import Problem
    from benchside.timeline import CueKind
    from benchside.tui.own_keys import OwnKeys


class Machine(Protocol):
    """What is set up on this machine, and how it sounds."""

    @property
    def is_new(self) -> bool:
        """Whether nobody has used the program here yet."""
        ...

    @property
    def theme(self) -> str:
        """Name of the theme that the settings ask for; empty where they do not."""
        ...

    def own_keys(self) -> OwnKeys | None:
        """Return the athlete's own keys; None where there are none."""
        ...

    @property
    def log_path(self) -> Path:
        """Where finished sessions are written."""
        ...

    @property
    def today(self) -> date:
        """The day that it is here."""
        ...

    def packs(self) -> Sequence[str]:
        """Return the names of the packs of sounds there are."""
        ...

    def places(self) -> Mapping[str, Path]:
        """Return where the athlete's files are, by what they are."""
        ...

    def edit_settings(self) -> str:
        """Open the file of settings in the athlete's editor; return what failed, if anything."""
        ...

    def listen(self, tell: Callable[[CueKind], None], *, one_rep: bool) -> str:
        """Play every cue or one rep, tell each, and return how it went; takes seconds."""
        ...

    def stop(self) -> None:
        """Stop what is playing."""
        ...


class SessionEditor(Protocol):
    """The athlete's own session files."""

    def duplicate(self, entry: Entry, title: str) -> Path | tuple[Problem, ...]:
        """Copy a session under another title; raises OSError where that fails."""
        ...

    def edit(self, entry: Entry) -> Edited:
        """Open a session in the athlete's editor until it is left; tells what failed."""
        ...

    def create(
        self, title: str, goal: str, exercises: Sequence[Mapping[str, Any]]
    ) -> Path | tuple[Problem, ...]:
        """Write a new session; raises OSError where that fails."""
        ...

    def rename(self, entry: Entry, title: str) -> tuple[Problem, ...]:
        """Give an own session another title; raises OSError where that fails."""
        ...

    def delete(self, entry: Entry) -> DeletedSession:
        """Move an own session to the trash; raises OSError where that fails."""
        ...

    def restore(self, deleted: DeletedSession) -> Path:
        """Bring a session back from the trash; raises OSError where that fails."""
        ...


class SessionShelf(Protocol):
    """The sessions that can be trained."""

    @property
    def own(self) -> SessionEditor:
        """The athlete's own session files."""
        ...

    @property
    def problems(self) -> Sequence[Problem]:
        """Folders of own sessions that cannot be read."""
        ...

    def labels(self) -> Sequence[EntryLabel]:
        """Return the names of the sessions at a glance, in the order of `entries`."""
        ...

    def entries(self) -> Sequence[Entry]:
        """Return the sessions, broken ones too."""
        ...

    def is_day_only(self, entry: Entry) -> bool:
        """Return whether a session has no sets but those that a program gives it."""
        ...
