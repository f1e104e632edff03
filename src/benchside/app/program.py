"""The composition root: the one place that knows every part of the program."""

from __future__ import annotations

import os
from contextlib import nullcontext
from functools import cached_property
from typing import TYPE_CHECKING, Final

from benchside.storage.files import glance, is_plain_name, is_there, read_text
from benchside.storage.paths import find_home, shipped

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path

    from benchside.app.sessions import SessionOpener
    from benchside.app.unfinished import UnfinishedSessions
    from benchside.library.editing import OwnSessions
    from benchside.library.library import Entry, EntryLabel, Library
    from benchside.log.reading import LogReading
    from benchside.log.record import Record
    from benchside.player.loop import SessionLoop
    from benchside.session.athlete.athlete import Athlete
    from benchside.session.exercises.catalogue import ExercisesReading
    from benchside.session.file.problems import Problem
    from benchside.settings import Settings

CRASHED: Final = 70
"""Exit status of a program that ended by a fault of its own (EX_SOFTWARE of sysexits.h)."""

AWAKE_AFTER_S: Final = 2.0
"""No screen goes dark so soon."""

DEFAULT_NAME: Final = "default"
"""The athlete file that is taken where none is named."""


class UnknownSession(Exception):  # noqa: N818 - a name was mistyped
    """No session of this name or path; `near` are names that were perhaps meant."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(f'no session "{name}"')
        self.near = near


class UnknownAthlete(Exception):  # noqa: N818 - a name was mistyped
    """No athlete of this name, or one whose file has problems."""

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(f'no athlete "{name}" that can be read')
        self.problems = problems


class Program:
    """Everything that a face of the program (screen, lines, command) works with."""

    def __init__(
        self, environment: Mapping[str, str], *, athlete: str = "", rehearse: bool = False
    ) -> None:
        self.home = find_home(environment)
        self._athlete_problems: tuple[Problem, ...] = ()
        self.is_rehearsal = rehearse
        self._records: LogReading | None = None
        self._athlete_name = athlete
        if athlete or is_there(self._athlete_path):
            _ = self._athlete  # its problems are told at once

    @property
    def log_path(self) -> Path:
        """Where finished sessions are."""
        return self.home.log

    @property
    def athlete_name(self) -> str:
        """Whose numbers hold, as the log names them."""
        return self._athlete.name

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
        """What is wrong with the settings and the athlete's file."""
        of_settings = self._loaded[1] if is_there(self.home.settings) else ()
        return (*of_settings, *self._athlete_problems)

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

        athlete = self._athlete
        known, prepare_ms = self.exercises.catalogue, self.settings.prepare_ms
        options = Options(
            prepare_ms=prepare_ms,
            athlete=athlete,
            catalogue=known,
            waits_when_loaded=self.settings.after_rest == "wait",
        )
        return Library(self.home.sessions, shipped("sessions"), options)

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

    def last_done(self, entry: Entry) -> datetime | None:
        """When a session was done last; None where it never was."""
        session = entry.reading.session if entry.reading else None
        if session is None or not self.home.log.exists():
            return None
        from benchside.log.history import last_done

        others = [other for other in self.entries() if other.path != entry.path]
        return last_done(
            self.records().records,
            session.name,
            file=str(entry.path),
            others={str(other.path) for other in others},
            is_only=all(other.title != session.name for other in others),
        )

    def run_app(
        self, *, start: Entry | None = None, resumes: bool = False, chosen: str = ""
    ) -> tuple[int, str, tuple[Record, ...]]:
        """Open the screens; return the exit status, what is to be said, and what is not saved.

        They begin with a session to `start`, with the interrupted one where that `resumes`, or with
        the library on the `chosen` name. Textual is imported only here.
        """
        from benchside.player.awake import KeepAwake
        from benchside.tui.app import BenchsideApp
        from benchside.tui.signals import LastResort

        if not os.environ.get("TEXTUAL_DRIVER"):  # in a browser they are the size of the screen
            for name in ("COLUMNS", "LINES"):  # Textual would believe them more than the terminal
                os.environ.pop(name, None)
        last_resort = LastResort()
        app = BenchsideApp(
            self,
            start=start,
            resumes=resumes,
            chosen=chosen,
            last_resort=last_resort,
        )
        with KeepAwake(self._hold_awake, after_s=AWAKE_AFTER_S):
            app.run()
        last_resort.disarm()
        if app.return_code != app.CRASHED and not app.has_panicked:
            return app.return_code or 0, app.said.getvalue(), app.unsaved
        from benchside.app import crash

        report = crash.write_report(self.home, app.said.getvalue())
        return CRASHED, crash.told(report), app.unsaved

    def _hold_awake(self) -> AbstractContextManager[str]:
        from benchside.player.awake import hold_with_wakepy

        return hold_with_wakepy() if self.settings.keep_awake else nullcontext("")

    def save_settings(self, settings: Settings) -> None:
        """Keep settings; raises OSError."""
        from benchside.settings import save_settings

        save_settings(self.home.settings, settings)
        self.settings = settings

    def play(self, entry: Entry) -> SessionLoop:
        """Open a session; raises JournalLeftOver, JournalInUse or OSError, ValueError if broken."""
        self._forget_records()
        return self._leader.play(entry, self._athlete.name)

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

        return SessionOpener(self.home, lambda: self.settings, is_rehearsal=self.is_rehearsal)

    @property
    def _athlete_path(self) -> Path:
        return self.home.athletes / f"{self._athlete_name or DEFAULT_NAME}.toml"

    @cached_property
    def _athlete(self) -> Athlete:
        """The athlete; without a name a broken file stops nothing."""
        from benchside.session.athlete.athlete import DEFAULT_ATHLETE, Athlete, read_athlete

        name, path = self._athlete_name, self._athlete_path
        if name and not is_plain_name(name):
            raise UnknownAthlete(name, ())
        if not name and not is_there(path):
            return DEFAULT_ATHLETE
        text = read_text(path)
        found = read_athlete(text, file=str(path)) if isinstance(text, str) else (text,)
        if isinstance(found, Athlete):
            if name and "name" not in found.model_fields_set:  # or the log would mix people up
                found = found.model_copy(update={"name": name})
            self._athlete_problems = self._namesakes(found.name)
            return found
        problems = found if isinstance(found, tuple) else ()
        if name:
            raise UnknownAthlete(name, problems)
        self._athlete_problems = problems
        return DEFAULT_ATHLETE

    def _namesakes(self, name: str) -> tuple[Problem, ...]:
        """Tell the other athletes' files that have a name as well: the log goes by it."""
        from benchside.library.session_files import neighbours
        from benchside.session.athlete.athlete import DEFAULT_ATHLETE
        from benchside.session.file.problems import Problem

        unsaid = {DEFAULT_NAME: DEFAULT_ATHLETE.name}
        return tuple(
            Problem(
                file=str(path),
                message=f'"{name}" is the name of {self._athlete_path.name}, too',
                hint="give one of them another name: the log tells athletes apart by it",
            )
            for stem, path in neighbours(self.home.athletes).items()
            if path != self._athlete_path
            and glance(path).get("name", unsaid.get(stem, stem)) == name
        )
