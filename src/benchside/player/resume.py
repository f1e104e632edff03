"""The interrupted session: what its journal tells, brought back to where it stood.

The journal stays on disk until somebody has said what is to become of it and that is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from benchside.log import ReplayResult, ResultEntry, SessionSource, build_record, replay
from benchside.runner import Runner, SessionStatus, SetStatus, State
from benchside.session import format_load
from benchside.timeline import agenda_of, schedule_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from benchside.log import Header, JournalReading, Record
    from benchside.runner import SetResult


@dataclass(frozen=True, slots=True, kw_only=True)
class InterruptedSession:
    """A session that was interrupted, ready to go on."""

    header: Header
    runner: Runner
    replayed: ReplayResult

    @property
    def session(self) -> str:
        """Name of the session."""
        return self.header.session

    @property
    def started(self) -> datetime:
        """When it was begun."""
        return self.header.started

    @property
    def sets_done(self) -> int:
        """Finished sets, skipped ones left out."""
        sets = self.replayed.outcome.sets
        return sum(1 for one in sets if one.status is not SetStatus.SKIPPED)

    @property
    def sets_total(self) -> int:
        """Sets that the session asks for."""
        return max(len(schedule_of(self.runner.run.agenda).sets), len(self.replayed.outcome.sets))

    @property
    def stopped(self) -> datetime:
        """When its journal ends."""
        since_start_ms = self.replayed.outcome.since_start_ms(self.replayed.at_ms)
        return self.started + timedelta(milliseconds=since_start_ms)

    @property
    def has_ended(self) -> bool:
        """It was over when the program was: only its line in the log may be missing."""
        return self.replayed.status is not None or self.runner.state is State.REVIEWING

    @property
    def is_empty(self) -> bool:
        """Whether nothing has happened in it: it was killed before its first key was on disk."""
        return self.runner.state is State.READY and not self.replayed.outcome.sets

    @property
    def was_given_up(self) -> bool:
        """It was abandoned on purpose: nothing of it is wanted."""
        return self.replayed.status is SessionStatus.ABANDONED

    def record(self) -> Record:
        """Return what was done, as a record; `partial` unless the session had ended by itself."""
        return build_record(
            self.runner.run.agenda,
            self.replayed.outcome,
            status=self._status(),
            started=self.started,
            source=SessionSource(
                name=self.session, file=self.header.file, digest=self.header.digest
            ),
            athlete=self.header.athlete,
            program=self.header.program,
        )

    def _status(self) -> SessionStatus:
        """Return how it ended; one that was over, but not confirmed, ends as it stands."""
        if self.replayed.status is not None:
            return self.replayed.status
        is_over = self.runner.state is State.REVIEWING
        return self.runner.final_status if is_over else SessionStatus.PARTIAL


@dataclass(frozen=True, slots=True)
class SessionAside:
    """A session that was given up; its journal is kept for a while."""

    name: str
    """What it is asked for by: when it was given up, `2026-01-12-1805`."""
    path: Path
    interrupted: InterruptedSession


def restore(leftover: JournalReading) -> InterruptedSession | None:
    """Replay a journal; None where its header cannot be read."""
    header = leftover.header
    if header is None:
        return None
    runner = Runner(agenda_of(header.plan))
    return InterruptedSession(header=header, runner=runner, replayed=replay(runner, leftover.lines))


def told_unreadable(leftover: JournalReading, kept: str) -> list[str]:
    """Return why a session cannot be taken up, what of it can be read, and where it is kept."""
    why = leftover.problems[0] if leftover.problems else "its session cannot be read any more"
    told = [f"an interrupted session cannot be taken up: {why}; it is kept in {kept}"]
    lines = [line for line in leftover.lines if isinstance(line, ResultEntry)]
    results = {line.result.set: line.result for line in lines}
    told += [f"it holds set {one}: {_in_short(results[one])}" for one in sorted(results, key=str)]
    return told


def told_damage(interrupted: InterruptedSession, leftover: JournalReading, path: str) -> list[str]:
    """Return what is damaged in the journal of a session that can still be read."""
    problems = [*map(str, leftover.problems), *interrupted.replayed.problems]
    if not problems:
        return []
    more = f", and {len(problems) - 1} more" if len(problems) > 1 else ""
    return [
        f"the journal of {interrupted.session} is damaged: {problems[0]}{more}; "
        f"every set that can be read is kept; see {path}"
    ]


def _in_short(done: SetResult) -> str:
    """Return a set of which only the journal's line is left: `done, 5 reps, 100 kg`."""
    reps = "" if done.reps is None else f"{done.reps} reps"
    load = format_load(done.load) if done.load else ""
    seconds = f"{sum(side.work_ms for side in done.sides) // 1_000} s of work"
    return ", ".join(part for part in (str(done.status), reps, load, seconds) if part)
