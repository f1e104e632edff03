"""The composition root: the one place that knows every part of the program."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from benchside.app.athletes import AthleteFiles
from benchside.app.hooks import hook_problems
from benchside.app.right_settings import is_known_right
from benchside.storage import find_home, glance, is_there

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from benchside.app.history import LogHistory
    from benchside.app.memory import LogMemory
    from benchside.app.sessions import SessionOpener
    from benchside.app.setup import Setup
    from benchside.app.shelf import Shelf
    from benchside.app.sound_of_run import SoundOfRun
    from benchside.app.unfinished import UnfinishedSessions
    from benchside.library import Entry
    from benchside.log import Habits, SessionMemory
    from benchside.player import SessionLoop
    from benchside.session import Problem
    from benchside.settings import Settings


class Program:
    """Everything that a face of the program (screen, lines, command) works with."""

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        athlete: str = "",
        rehearse: bool = False,
        sound: SoundOfRun | None = None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        """Find the files by the environment; `now` tells the time of the wall, with its zone.

        `sound` holds for the sessions that are opened, in place of the settings.
        """
        self._now = now
        self._sound = sound
        self.home = find_home(environment)
        self.is_rehearsal = rehearse
        kept = "" if athlete else glance(self.home.settings).get("athlete", "")
        self.athletes = AthleteFiles(
            self.home.athletes,
            named=athlete,
            kept=kept if isinstance(kept, str) else "",
            changed=self._take_numbers,
        )
        """Who can lift, and who does."""

    @cached_property
    def shelf(self) -> Shelf:
        """What can be trained: sessions, programs and exercises."""
        from benchside.app.shelf import Shelf

        return Shelf(
            self.home, settings=lambda: self.settings, athlete=lambda: self.athletes.athlete
        )

    @cached_property
    def settings(self) -> Settings:
        """The athlete's settings; the defaults where their file is wrong."""
        return self._loaded[0]

    @property
    def settings_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the settings, the athlete's file and the hooks."""
        of_settings = self._loaded[1] if self._has_to_read_settings else ()
        return (*of_settings, *self.athletes.problems, *hook_problems(self.home.hooks))

    @property
    def _has_to_read_settings(self) -> bool:
        return is_there(self.home.settings) and not is_known_right(self.home)

    @cached_property
    def _loaded(self) -> tuple[Settings, tuple[Problem, ...]]:
        from benchside.settings import load_settings

        return load_settings(self.home.settings)

    @cached_property
    def memory(self) -> LogMemory:
        """What the log knows of sessions and exercises."""
        from benchside.app.memory import LogMemory

        return LogMemory(self.home.log)

    def habits(self, entries: Sequence[Entry]) -> Habits:
        """Return when the athlete did each session, and what is due today. Raises OSError."""
        return self.memory.habits(entries, athlete=self.athletes.name, today=self.setup.today)

    def due(self) -> Entry | None:
        """Return what is due in the program that is trained; None without one. Raises OSError."""
        from benchside.app.due import followed_session

        sessions = self.memory.sessions(self.athletes.name)
        return followed_session(self.shelf, sessions, today=self.setup.today)

    @cached_property
    def history(self) -> LogHistory:
        """What was done, for the history screens."""
        from benchside.app.history import LogHistory

        return LogHistory(
            self.memory,
            log=self.home.log,
            own_name=lambda: self.athletes.name,
            catalogue=lambda: self.shelf.exercises.catalogue,
            now=self._now,
        )

    def recall(self, entry: Entry) -> SessionMemory:
        """Return what the log knows of a session for the athlete. Raises OSError."""
        from benchside.log import NO_MEMORY

        if entry.plan is None:
            return NO_MEMORY
        return self.memory.recall(entry.plan, file=str(entry.path), athlete=self.athletes.name)

    @cached_property
    def setup(self) -> Setup:
        """What is set up on this machine, and how it sounds."""
        from benchside.app.setup import Setup

        return Setup(
            self.home,
            lambda: self.settings,
            edited=self._read_settings_anew,
            today=lambda: self._now().date(),
        )

    def _read_settings_anew(self) -> None:
        for name in ("settings", "_loaded"):
            self.__dict__.pop(name, None)
        self.shelf.read_anew()

    def _take_numbers(self, file: str | None) -> None:
        """Read sessions anew with other numbers; another athlete is taken the next time too."""
        self.shelf.read_anew()
        if file is not None and file != self.settings.athlete:
            self.save_settings(self.settings.model_copy(update={"athlete": file}))

    def save_settings(self, settings: Settings) -> None:
        """Keep settings; raises OSError."""
        from benchside.settings import save_settings

        save_settings(self.home.settings, settings)
        unread = {"theme": settings.theme, "volume": settings.volume}
        if self.settings.model_copy(update=unread) != settings:
            self.shelf.read_anew()
        self.settings = settings

    def play(self, entry: Entry) -> SessionLoop:
        """Open a session; raises JournalLeftOver, JournalInUse or OSError, ValueError if broken."""
        return self._leader.play(entry, self.athletes.name)

    @cached_property
    def unfinished(self) -> UnfinishedSessions:
        """The interrupted session, and those that were given up."""
        from benchside.app.unfinished import UnfinishedSessions

        return UnfinishedSessions(
            lambda: self._leader,
            may_be_there=lambda: not self.is_rehearsal and self.home.journal.exists(),
        )

    @cached_property
    def _leader(self) -> SessionOpener:
        """Loaded with the first session: the library has no use for it."""
        from benchside.app.sessions import SessionOpener

        return SessionOpener(
            self.home,
            lambda: self._sound.over(self.settings) if self._sound else self.settings,
            memory=self.memory,
            is_rehearsal=self.is_rehearsal,
        )
