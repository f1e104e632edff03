"""What can be trained: sessions, programs, exercises; the athlete's own and those that ship."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from benchside.storage import is_there, shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.library import Entry, EntryLabel, Library, OwnSessions, ProgramFiles
    from benchside.session import Athlete, ExercisesReading, Problem
    from benchside.settings import Settings
    from benchside.storage import UserFolders


class UnknownSession(Exception):  # noqa: N818 - a name was mistyped
    """No session of this name or path; `near` are names that were perhaps meant."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(f'no session "{name}"')
        self.near = near


class Shelf:
    """What can be trained, with the numbers of one athlete."""

    def __init__(
        self,
        home: UserFolders,
        *,
        settings: Callable[[], Settings],
        athlete: Callable[[], Athlete],
    ) -> None:
        self._home = home
        self._settings = settings
        self._athlete = athlete

    @cached_property
    def exercises(self) -> ExercisesReading:
        """The exercises that ship with the athlete's own, and what is wrong with their file."""
        from benchside.library import load_exercises

        return load_exercises(self._home.exercises)

    @property
    def exercises_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the file of the athlete's own exercises; the others hold."""
        return self.exercises.problems if is_there(self._home.exercises) else ()

    @cached_property
    def library(self) -> Library:
        """The sessions."""
        from benchside.library import Library
        from benchside.session import Options, Ticks

        settings = self._settings()
        options = Options(
            prepare_ms=settings.prepare_ms,
            athlete=self._athlete(),
            catalogue=self.exercises.catalogue,
            ticks=Ticks(settings.tick),
            waits_when_loaded=settings.after_rest == "wait",
        )
        return Library(self._home.sessions, shipped("sessions"), options)

    @cached_property
    def programs(self) -> ProgramFiles:
        """The programs."""
        from benchside.library import ProgramFiles

        return ProgramFiles(self._home.programs, shipped("programs"), self.library)

    @cached_property
    def own(self) -> OwnSessions:
        """The athlete's own session files, to be copied and changed."""
        from benchside.library import OwnSessions

        return OwnSessions(self._home.sessions, self.library)

    def labels(self) -> tuple[EntryLabel, ...]:
        """Return the names of the sessions at a glance, before they are read."""
        from benchside.library import labels

        return labels(self._home.sessions, shipped("sessions"))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Folders of own sessions that cannot be read."""
        return self.library.problems

    def entries(self) -> tuple[Entry, ...]:
        """Return every session, broken ones too."""
        return self.library.entries()

    def is_day_only(self, entry: Entry) -> bool:
        """Return whether a session has no sets but those that a program gives it."""
        from benchside.library import problems_outside_programs

        return bool(entry.problems) and not problems_outside_programs(
            entry, self.programs.entries()
        )

    def find(self, name_or_path: str) -> Entry:
        """Return a session; raises `UnknownSession`."""
        found = self.library.find(name_or_path)
        if isinstance(found, tuple):
            raise UnknownSession(name_or_path, found)
        return found

    def read_anew(self) -> None:
        """Read sessions anew when they are asked for: settings or numbers are others now."""
        for name in ("library", "programs", "own"):
            self.__dict__.pop(name, None)
