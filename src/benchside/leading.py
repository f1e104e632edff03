"""Leading: opens sessions, new ones and interrupted ones, with everything that they need.

A part of the composition root, of its own so that the library is there before it is loaded.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from benchside.audio.factory import open_speaker
from benchside.audio.voice import load_phrases
from benchside.clock import SystemClock
from benchside.interrupted import bring_back
from benchside.keeper import Keeper
from benchside.log.journal import FileJournal, read_journal
from benchside.log.lines import Header
from benchside.log.logbook import FileLogbook
from benchside.log.record import digest_of, encode
from benchside.player import Player
from benchside.runner.runner import Runner

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.interrupted import Interrupted
    from benchside.library import Entry
    from benchside.log.record import Record
    from benchside.paths import Home
    from benchside.settings import Settings

REHEARSAL_SPEED: Final = 10
"""A rehearsal goes so many times as fast as the session."""


class Leader:
    """Opens players. A rehearsal is fast and keeps nothing."""

    def __init__(self, home: Home, settings: Callable[[], Settings], *, is_rehearsal: bool) -> None:
        self._home = home
        self._settings = settings
        self._is_rehearsal = is_rehearsal
        self._clock = SystemClock()

    def play(self, entry: Entry, athlete: str, athlete_text: str) -> Player:
        """Open a session; raises JournalLeftOver, JournalInUse or OSError, ValueError if broken."""
        timeline = entry.timeline()
        if timeline is None:
            raise ValueError(f"{entry.name} has problems and cannot be played")
        keeper = Keeper(
            timeline,
            journal=None if self._is_rehearsal else FileJournal(self._home.journal),
            logbook=None if self._is_rehearsal else FileLogbook(self._home.log),
            header=lambda started: self._header(entry, started, athlete, athlete_text),
        )
        return self._player(Runner(timeline), keeper)

    def leftover(self) -> Interrupted | None:
        """Find an interrupted session; one that had ended is logged first, and leaves nothing."""
        found = read_journal(self._home.journal)
        if found is None:
            return None
        interrupted = bring_back(found)
        if interrupted is None:
            FileJournal(self._home.journal, goes_on=True).set_aside()
            return None
        if interrupted.was_given_up:
            self.discard_leftover()
            return None
        if interrupted.has_ended:
            self._end(interrupted)
            return None
        return interrupted

    def resume(self) -> Player:
        """Take the interrupted session up where it stood, paused; raises OSError if it cannot."""
        interrupted = self._interrupted()
        if interrupted.replayed.problems:
            raise OSError(
                f"it cannot go on, save or discard it: {interrupted.replayed.problems[0]}"
            )
        keeper = Keeper(
            interrupted.runner.timeline,
            journal=FileJournal(self._home.journal, goes_on=True),
            logbook=FileLogbook(self._home.log),
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
        FileJournal(self._home.journal, goes_on=True).discard()

    def _interrupted(self) -> Interrupted:
        interrupted = self.leftover()
        if interrupted is None:
            raise FileNotFoundError(f"no interrupted session in {self._home.journal}")
        return interrupted

    def _end(self, interrupted: Interrupted) -> Record:
        journal = FileJournal(self._home.journal, goes_on=True)
        record = interrupted.record()
        FileLogbook(self._home.log).append(encode(record))
        journal.discard()
        return record

    def _player(self, runner: Runner, keeper: Keeper) -> Player:
        settings = self._settings()
        speaker = open_speaker(
            settings.sound,
            pack=settings.sounds,
            volume=settings.volume / 100,
            muted=settings.mute,
            packs_folder=self._home.sounds,
            keep_link_awake=settings.bluetooth,
            language=settings.language,
        )
        return Player(
            runner,
            clock=self._clock,
            speaker=speaker,
            keeper=keeper,
            phrases=load_phrases(settings.language) if settings.language else None,
            volume=settings.volume / 100,
            muted=settings.mute,
            speed=REHEARSAL_SPEED if self._is_rehearsal else 1,
        )

    def _header(self, entry: Entry, started: datetime, athlete: str, athlete_text: str) -> Header:
        text = entry.text or ""
        reading = entry.reading
        return Header(
            started=started,
            session=reading.session.name if reading and reading.session else entry.name,
            file=str(entry.path),
            digest=digest_of(text),
            text=text,
            includes=dict(reading.includes) if reading else {},
            prepare_ms=self._settings().prepare_ms,
            athlete=athlete,
            athlete_text=athlete_text,
        )
