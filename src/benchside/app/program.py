"""The composition root: the one place that knows every part of the program."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from benchside.app.athletes import AthleteFiles
from benchside.app.hooks import hook_problems
from benchside.app.right_settings import is_known_right
from benchside.storage.files import glance, is_there
from benchside.storage.paths import find_home, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchside.app.history import LogHistory
    from benchside.app.memory import LogMemory
    from benchside.app.sessions import SessionOpener
    from benchside.app.setup import Setup
    from benchside.app.unfinished import UnfinishedSessions
    from benchside.library.editing import OwnSessions
    from benchside.library.library import Entry, EntryLabel, Library
    from benchside.library.programs import ProgramFiles
    from benchside.log.habits import Habits
    from benchside.log.reading import LogReading
    from benchside.log.recall import SessionMemory
    from benchside.player.loop import SessionLoop
    from benchside.session.exercises.catalogue import ExercisesReading
    from benchside.session.file.problems import Problem
    from benchside.settings import Settings


READ_WITH_SETTINGS: Final = ("library", "programs", "own")
"""What is made anew when settings or the athlete's numbers are others."""


class UnknownSession(Exception):  # noqa: N818 - a name was mistyped
    """No session of this name or path; `near` are names that were perhaps meant."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(f'no session "{name}"')
        self.near = near


class Program:
    """Everything that a face of the program (screen, lines, command) works with."""

    def __init__(
        self, environment: Mapping[str, str], *, athlete: str = "", rehearse: bool = False
    ) -> None:
        self.home = find_home(environment)
        self.is_rehearsal = rehearse
        self._records: LogReading | None = None
        kept = "" if athlete else glance(self.home.settings).get("athlete", "")
        self.athletes = AthleteFiles(
            self.home.athletes,
            named=athlete,
            kept=kept if isinstance(kept, str) else "",
            changed=self._take_numbers,
        )
        """Who can lift, and who does."""

    @property
    def log_path(self) -> Path:
        """Where finished sessions are."""
        return self.home.log

    @property
    def athlete_name(self) -> str:
        """Whose numbers hold, as the log names them."""
        return self.athletes.athlete.name

    @property
    def theme(self) -> str:
        """The colours that the settings ask for, at a glance; empty where they do not."""
        theme = glance(self.home.settings).get("theme")
        return theme if isinstance(theme, str) else ""

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
    def exercises(self) -> ExercisesReading:
        """The exercises that ship with the athlete's own, and what is wrong with their file."""
        from benchside.library.own_exercises import load_exercises

        return load_exercises(self.home.exercises)

    @property
    def exercises_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file of the athlete's own exercises; the others hold."""
        return self.exercises.problems if is_there(self.home.exercises) else ()

    @cached_property
    def library(self) -> Library:
        """The athlete's own sessions and those that ship."""
        from benchside.library.library import Library
        from benchside.session.read import Options

        athlete = self.athletes.athlete
        known, prepare_ms = self.exercises.catalogue, self.settings.prepare_ms
        options = Options(
            prepare_ms=prepare_ms,
            athlete=athlete,
            catalogue=known,
            waits_when_loaded=self.settings.after_rest == "wait",
        )
        return Library(self.home.sessions, shipped("sessions"), options)

    @cached_property
    def programs(self) -> ProgramFiles:
        """The athlete's own programs and those that ship."""
        from benchside.library.programs import ProgramFiles

        return ProgramFiles(self.home.programs, shipped("programs"), self.library)

    @cached_property
    def own(self) -> OwnSessions:
        """The athlete's own session files, to be copied and changed."""
        from benchside.library.editing import OwnSessions

        return OwnSessions(self.home.sessions, self.library)

    def labels(self) -> tuple[EntryLabel, ...]:
        """Name the sessions of the library at a glance, before they are read."""
        from benchside.library.library import labels

        return labels(self.home.sessions, shipped("sessions"))

    @property
    def library_problems(self) -> tuple[Problem, ...]:
        """Folders of own sessions that cannot be read."""
        return self.library.problems

    def entries(self) -> tuple[Entry, ...]:
        """List every session of the library, broken ones too."""
        return self.library.entries()

    def find(self, name_or_path: str) -> Entry:
        """Find a session; raises `UnknownSession`."""
        found = self.library.find(name_or_path)
        if isinstance(found, tuple):
            raise UnknownSession(name_or_path, found)
        return found

    def records(self) -> LogReading:
        """Read the log; raises OSError. It is read once, until a session is added."""
        from benchside.log.reading import read_log

        if self._records is None:
            self._records = read_log(self.home.log)
        return self._records

    @cached_property
    def memory(self) -> LogMemory:
        """What the log knows of sessions and exercises."""
        from benchside.app.memory import LogMemory

        return LogMemory(self.home.log)

    def habits(self, entries: Sequence[Entry]) -> Habits:
        """Return when the athlete did each session, and what is due today. Raises OSError."""
        return self.memory.habits(entries, athlete=self.athlete_name, today=self.setup.today)

    @cached_property
    def history(self) -> LogHistory:
        """What was done, for the history screens."""
        from benchside.app.history import LogHistory

        return LogHistory(
            self.memory,
            log=self.home.log,
            own_name=lambda: self.athlete_name,
            catalogue=lambda: self.exercises.catalogue,
        )

    def recall(self, entry: Entry) -> SessionMemory:
        """Return what the log knows of a session for the athlete. Raises OSError."""
        from benchside.log.recall import NO_MEMORY

        if entry.plan is None:
            return NO_MEMORY
        return self.memory.recall(entry.plan, file=str(entry.path), athlete=self.athlete_name)

    @cached_property
    def setup(self) -> Setup:
        """What is set up on this machine, and how it sounds."""
        from benchside.app.setup import Setup

        return Setup(self.home, lambda: self.settings, self._read_settings_anew)

    def _read_settings_anew(self) -> None:
        self._forget("settings", "_loaded", *READ_WITH_SETTINGS)

    def _forget(self, *made: str) -> None:
        for name in made:
            self.__dict__.pop(name, None)

    def _take_numbers(self, file: str | None) -> None:
        """Read sessions anew with other numbers; another athlete is taken the next time too."""
        self._forget(*READ_WITH_SETTINGS)
        if file is not None and file != self.settings.athlete:
            self.save_settings(self.settings.model_copy(update={"athlete": file}))

    def save_settings(self, settings: Settings) -> None:
        """Keep settings; raises OSError."""
        from benchside.settings import save_settings

        save_settings(self.home.settings, settings)
        unread = {"theme": settings.theme, "volume": settings.volume}
        if self.settings.model_copy(update=unread) != settings:
            self._forget(*READ_WITH_SETTINGS)
        self.settings = settings

    def play(self, entry: Entry) -> SessionLoop:
        """Open a session; raises JournalLeftOver, JournalInUse or OSError, ValueError if broken."""
        self._forget_records()
        return self._leader.play(entry, self.athlete_name)

    @cached_property
    def unfinished(self) -> UnfinishedSessions:
        """The interrupted session, and those that were given up."""
        from benchside.app.unfinished import UnfinishedSessions

        return UnfinishedSessions(
            lambda: self._leader,
            may_be_there=lambda: not self.is_rehearsal and self.home.journal.exists(),
            logged=self._forget_records,
        )

    def _forget_records(self) -> None:
        """Read the log again when it is asked for: a session is added to it."""
        self._records = None

    @cached_property
    def _leader(self) -> SessionOpener:
        """Loaded with the first session: the library has no use for it."""
        from benchside.app.sessions import SessionOpener

        return SessionOpener(
            self.home,
            lambda: self.settings,
            memory=self.memory,
            is_rehearsal=self.is_rehearsal,
        )
