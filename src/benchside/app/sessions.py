"""Leading: opens sessions, new ones and interrupted ones, with everything that they need.

A part of the composition root, of its own so that the library is there before it is loaded.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from benchside.app.hooks import open_hooks
from benchside.audio import load_phrases, open_speaker
from benchside.log import (
    EndEntry,
    FileJournal,
    FileLogbook,
    Header,
    JournalInUse,
    JournalLeftOver,
    LateJournal,
    digest_of,
    encode_entry as encode_line,
    encode_record,
    journals_aside,
    program_day,
    read_journal,
    read_journal_aside,
    remove_old,
    take_back,
)
from benchside.player import (
    Player,
    SessionAside,
    SessionLoop,
    SessionRecorder,
    SystemClock,
    restore,
    told_damage,
    told_unreadable,
)
from benchside.runner import Runner, SessionStatus
from benchside.timeline import agenda_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.app.memory import BackgroundRecall, LogMemory
    from benchside.library import Entry
    from benchside.log import Record
    from benchside.player import InterruptedSession, Journal
    from benchside.settings import Settings
    from benchside.storage import UserFolders

REHEARSAL_SPEED: Final = 10
"""A rehearsal goes so many times as fast as the session."""


class SessionOpener:
    """Opens players. A rehearsal is fast and keeps nothing."""

    def __init__(
        self,
        home: UserFolders,
        settings: Callable[[], Settings],
        *,
        memory: LogMemory,
        is_rehearsal: bool,
    ) -> None:
        self._home = home
        self._settings = settings
        self._memory = memory
        self._is_rehearsal = is_rehearsal
        self.notices: list[str] = []
        """What was done by itself with a session that was left, a sentence each."""
        self._clock = SystemClock()

    def play(self, entry: Entry, athlete: str) -> SessionLoop:
        """Open a session; raises JournalLeftOver, JournalInUse or OSError, ValueError if broken."""
        plan = entry.plan
        if plan is None:
            raise ValueError(f"{entry.name} has problems and cannot be played")
        journal, fault = self._journal()
        recorder = SessionRecorder(
            journal=journal,
            fault=fault,
            logbook=None if self._is_rehearsal else FileLogbook(self._home.log),
            header=lambda started: Header(
                started=started,
                plan=plan,
                file=str(entry.path),
                digest=digest_of(entry.text or ""),
                athlete=athlete,
                program=None if entry.due is None else program_day(entry.due),
            ),
        )
        recall = self._memory.begin(plan, file=str(entry.path), athlete=athlete)
        return SessionLoop(self._player(Runner(agenda_of(plan)), recorder, recall))

    def leftover(self) -> InterruptedSession | None:
        """Return an interrupted session; one that was over is logged first, and leaves nothing.

        A journal that cannot be read is set aside. What was done is told by `notices`.
        """
        found = read_journal(self._home.journal)
        if found is None:
            return None
        interrupted = restore(found)
        if interrupted is None:
            self.notices += told_unreadable(found, self._set_aside())
            return None
        self.notices += told_damage(interrupted, found, str(self._home.journal))
        if interrupted.was_given_up:
            self._set_aside()
            return None
        if interrupted.is_empty and not found.problems:
            FileJournal(self._home.journal, goes_on=True).discard()
            return None
        if interrupted.has_ended:
            self._end(interrupted)
            self.notices.append(f"{interrupted.session} was over already; it is in the log now")
            return None
        return interrupted

    def resume(self, asked: InterruptedSession) -> SessionLoop:
        """Take the interrupted session up where it stood, paused; raises OSError if it cannot."""
        interrupted = self._still(asked)
        problems = interrupted.replayed.problems
        if problems or interrupted.is_empty:
            why = problems[0] if problems else "its first key cannot be read"
            raise OSError(f"it cannot go on, save or discard it: {why}")
        recorder = SessionRecorder(
            journal=FileJournal(self._home.journal, goes_on=True),
            logbook=FileLogbook(self._home.log),
            header=lambda _: interrupted.header,
        )
        recorder.take_up(interrupted.header)
        header = interrupted.header
        recall = self._memory.begin(header.plan, file=header.file, athlete=header.athlete)
        player = self._player(interrupted.runner, recorder, recall, is_resumed=True)
        away = self._clock.wall() - interrupted.stopped
        player.resume(away_ms=max(away // timedelta(milliseconds=1), 0))
        return SessionLoop(player)

    def save_leftover(self, asked: InterruptedSession) -> Record:
        """Log what was done of the interrupted session, then remove its journal."""
        return self._end(self._still(asked))

    def discard_leftover(self, asked: InterruptedSession) -> str:
        """Give the interrupted session up; return where its journal is kept for 30 days."""
        interrupted = self._still(asked)
        journal = FileJournal(self._home.journal, goes_on=True)
        journal.write(encode_line(EndEntry(interrupted.replayed.at_ms, SessionStatus.ABANDONED)))
        return journal.set_aside()

    def sessions_aside(self) -> tuple[SessionAside, ...]:
        """Return the sessions that were given up and can be taken up again, the latest first."""
        remove_old(self._home.journal, now=self._clock.wall())
        found = []
        for path in journals_aside(self._home.journal):
            left = read_journal_aside(path)
            interrupted = None if left is None else restore(left)
            if interrupted is not None and not interrupted.is_empty:
                found.append(SessionAside(path.stem, path, interrupted))
        return tuple(found)

    def take_back(self, aside: SessionAside) -> None:
        """Make a session that was given up the interrupted one; raises JournalLeftOver, OSError."""
        FileJournal(self._home.journal).discard()  # there is none, and nobody has it
        take_back(aside.path, self._home.journal)

    def _journal(self) -> tuple[Journal | None, str]:
        """Open the journal of a new session, and say what keeps it from being written, if anything.

        Raises JournalLeftOver and JournalInUse; whatever else the disk refuses stops no training.
        """
        if self._is_rehearsal:
            return None, ""
        try:
            return FileJournal(self._home.journal), ""
        except (JournalInUse, JournalLeftOver):
            raise
        except OSError as error:
            return LateJournal(self._home.journal), error.strerror or str(error)

    def _set_aside(self) -> str:
        return FileJournal(self._home.journal, goes_on=True).set_aside()

    def _still(self, asked: InterruptedSession) -> InterruptedSession:
        """Return the interrupted session as it is now; raises OSError if it is another one."""
        interrupted = self.leftover()
        if interrupted is None or interrupted.header != asked.header:
            raise OSError(f"{asked.session} does not wait any more: another Benchside has taken it")
        return interrupted

    def _end(self, interrupted: InterruptedSession) -> Record:
        journal = FileJournal(self._home.journal, goes_on=True)
        record = interrupted.record()
        FileLogbook(self._home.log).append(encode_record(record))
        journal.discard()
        return record

    def _player(
        self,
        runner: Runner,
        recorder: SessionRecorder,
        recall: BackgroundRecall,
        *,
        is_resumed: bool = False,
    ) -> Player:
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
            recorder=recorder,
            phrases=load_phrases(settings.language) if settings.language else None,
            volume=settings.volume / 100,
            muted=settings.mute,
            speed=REHEARSAL_SPEED if self._is_rehearsal else 1,
            recall=recall,
            sinks=open_hooks(
                self._home.hooks,
                clock=self._clock,
                is_resumed=is_resumed,
                is_rehearsal=self._is_rehearsal,
            ),
        )
