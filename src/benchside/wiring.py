"""The composition root: the one place that knows every part of the program."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from benchside.clock import SystemClock
from benchside.files import is_plain_name, read_text
from benchside.interrupted import bring_back
from benchside.keeper import Keeper
from benchside.library import Entry, Library
from benchside.log.history import last_done
from benchside.log.journal import FileJournal, read_journal
from benchside.log.lines import Header
from benchside.log.logbook import FileLogbook, read_log
from benchside.log.record import digest_of, encode
from benchside.paths import find_home, shipped
from benchside.player import Player
from benchside.runner.runner import Runner
from benchside.session.athlete import DEFAULT_ATHLETE, Athlete, read_athlete
from benchside.session.reading import Options
from benchside.settings import load_settings, save_settings
from benchside.timeline.compile import compile_plan
from benchside.timeline.totals import totals_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from benchside.interrupted import Interrupted
    from benchside.log.logbook import LogReading
    from benchside.log.record import Record
    from benchside.ports import Speaker
    from benchside.session.problems import Problem
    from benchside.settings import Settings
    from benchside.timeline.steps import Timeline
    from benchside.timeline.totals import Totals

DEFAULT_NAME: Final = "default"
"""The athlete file that is taken where none is named."""

REHEARSAL_SPEED: Final = 10
"""A rehearsal goes so many times as fast as the session."""


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


class Bench:
    """Everything that a face of the program (screen, lines, command) works with."""

    def __init__(
        self, environment: Mapping[str, str], *, athlete: str = "", rehearse: bool = False
    ) -> None:
        self.home = find_home(environment)
        self.settings, self.settings_problems = load_settings(self.home.settings)
        self.athlete, self._athlete_text = self._load_athlete(athlete)
        self._is_rehearsal = rehearse
        self._clock = SystemClock()
        self.library = Library(
            self.home.sessions,
            shipped("sessions"),
            Options(prepare_ms=self.settings.prepare_ms, athlete=self.athlete),
        )
        self._records: LogReading | None = None

    @property
    def log_path(self) -> Path:
        """Where finished sessions are."""
        return self.home.log

    def entries(self) -> tuple[Entry, ...]:
        """List every session of the library, broken ones too."""
        return self.library.entries()

    def find(self, name_or_path: str) -> Entry:
        """Find a session; raises `UnknownSession`."""
        found = self.library.find(name_or_path)
        if not isinstance(found, Entry):
            raise UnknownSession(name_or_path, found)
        return found

    def timeline(self, entry: Entry) -> Timeline | None:
        """Lay a session out in time; None where it has problems."""
        plan = entry.reading.plan if entry.reading else None
        return None if plan is None else compile_plan(plan)

    def totals(self, timeline: Timeline) -> Totals:
        """Add a session up."""
        return totals_of(timeline)

    def records(self) -> LogReading:
        """Read the log; raises OSError. It is read once, until a session is added."""
        if self._records is None:
            self._records = read_log(self.home.log)
        return self._records

    def last_done(self, entry: Entry) -> datetime | None:
        """When a session was done last; None where it never was."""
        session = entry.reading.session if entry.reading else None
        return last_done(self.records().records, session.name) if session else None

    def run_app(self, *, start: Entry | None = None) -> int:
        """Open the screens and return the exit status; Textual is imported only here."""
        from benchside.awake import KeepAwake
        from benchside.tui.app import BenchsideApp

        app = BenchsideApp(self, start=start)
        with KeepAwake() if self.settings.keep_awake else nullcontext():
            app.run()
        return app.return_code or 0

    def save_settings(self, settings: Settings) -> None:
        """Keep settings; raises OSError."""
        save_settings(self.home.settings, settings)
        self.settings = settings

    def play(self, entry: Entry) -> Player:
        """Open a session; raises JournalLeftOver, JournalInUse or OSError, ValueError if broken."""
        timeline = self.timeline(entry)
        if timeline is None:
            raise ValueError(f"{entry.name} has problems and cannot be played")
        journal = None if self._is_rehearsal else FileJournal(self.home.journal)
        keeper = Keeper(
            timeline,
            journal=journal,
            logbook=None if self._is_rehearsal else FileLogbook(self.home.log),
            header=lambda started: self._header(entry, started),
        )
        return self._player(Runner(timeline), keeper)

    def leftover(self) -> Interrupted | None:
        """Find an interrupted session; one whose end is in the log already leaves nothing.

        A journal that cannot be read any more is set aside, not removed. Raises JournalInUse or
        OSError.
        """
        found = read_journal(self.home.journal)
        if found is None or self._is_rehearsal:
            return None
        interrupted = bring_back(found)
        if interrupted is None:
            FileJournal(self.home.journal, goes_on=True).set_aside()
            return None
        if interrupted.has_ended:
            self._end(interrupted)
            return None
        return interrupted

    def resume(self) -> Player:
        """Take the interrupted session up where it stood, paused."""
        interrupted = self._interrupted()
        keeper = Keeper(
            interrupted.runner.timeline,
            journal=FileJournal(self.home.journal, goes_on=True),
            logbook=FileLogbook(self.home.log),
            header=lambda _: interrupted.header,
        )
        keeper.take_up(interrupted.header)
        player = self._player(interrupted.runner, keeper)
        away = self._clock.wall() - interrupted.stopped
        player.resume(away_ms=max(away // timedelta(milliseconds=1), 0))
        return player

    def save_leftover(self) -> Record:
        """Log what was done of the interrupted session, then remove its journal."""
        return self._end(self._interrupted())

    def discard_leftover(self) -> None:
        """Give the interrupted session up for good."""
        FileJournal(self.home.journal, goes_on=True).discard()

    def _interrupted(self) -> Interrupted:
        interrupted = self.leftover()
        if interrupted is None:
            raise FileNotFoundError(f"no interrupted session in {self.home.journal}")
        return interrupted

    def _end(self, interrupted: Interrupted) -> Record:
        journal = FileJournal(self.home.journal, goes_on=True)
        record = interrupted.record()
        FileLogbook(self.home.log).append(encode(record))
        journal.discard()
        self._records = None
        return record

    def _player(self, runner: Runner, keeper: Keeper) -> Player:
        self._records = None
        return Player(
            runner,
            clock=self._clock,
            speaker=self._open_speaker(),
            keeper=keeper,
            volume=self.settings.volume / 100,
            muted=self.settings.mute,
            speed=REHEARSAL_SPEED if self._is_rehearsal else 1,
        )

    def _open_speaker(self) -> Speaker:
        """Open the speaker that the settings name."""
        from benchside.audio.factory import open_speaker

        settings = self.settings
        return open_speaker(
            settings.sound,
            pack=settings.sounds,
            volume=settings.volume / 100,
            muted=settings.mute,
            packs_folder=self.home.sounds,
            keep_link_awake=settings.bluetooth,
            language="" if settings.voice == "off" else settings.voice,
        )

    def _header(self, entry: Entry, started: datetime) -> Header:
        text = entry.text or ""
        reading = entry.reading
        return Header(
            started=started,
            session=reading.session.name if reading and reading.session else entry.name,
            file=str(entry.path),
            digest=digest_of(text),
            text=text,
            includes=dict(reading.includes) if reading else {},
            prepare_ms=self.settings.prepare_ms,
            athlete=self.athlete.name,
            athlete_text=self._athlete_text,
        )

    def _load_athlete(self, name: str) -> tuple[Athlete, str]:
        """Read the athlete's file; without a name a broken or missing one stops nothing."""
        if name and not is_plain_name(name):
            raise UnknownAthlete(name, ())
        path = self.home.athletes / f"{name or DEFAULT_NAME}.toml"
        if not name and not path.exists():
            return DEFAULT_ATHLETE, ""
        text = read_text(path)
        found = read_athlete(text, file=str(path)) if isinstance(text, str) else (text,)
        if isinstance(found, Athlete) and isinstance(text, str):
            return found, text
        problems = found if isinstance(found, tuple) else ()
        if name:
            raise UnknownAthlete(name, problems)
        self.settings_problems += problems
        return DEFAULT_ATHLETE, ""
