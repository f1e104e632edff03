"""The interrupted session: what its journal tells, brought back to where it stood.

The journal stays on disk until somebody has said what is to become of it and that is done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from benchside.log.building import build_record
from benchside.log.record import Source
from benchside.log.replay import ReplayResult, replay
from benchside.runner.done import SessionStatus, SetStatus
from benchside.runner.runner import Runner
from benchside.session.athlete import DEFAULT_ATHLETE, Athlete, read_athlete
from benchside.session.reading import Options, read
from benchside.timeline.compile import compile_plan
from benchside.timeline.totals import totals_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from benchside.log.journal import Leftover
    from benchside.log.lines import Header
    from benchside.log.record import Record
    from benchside.session.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupted:
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
        return sum(1 for one in self.replayed.done if one.status is not SetStatus.SKIPPED)

    @property
    def sets_total(self) -> int:
        """Sets that the session asks for."""
        return max(totals_of(self.runner.timeline).sets, len(self.replayed.done))

    @property
    def stopped(self) -> datetime:
        """When its journal ends."""
        return self.started + timedelta(milliseconds=self.replayed.at_ms)

    @property
    def has_ended(self) -> bool:
        """It was over when the program was: only its line in the log may be missing."""
        return self.replayed.status is not None

    @property
    def was_given_up(self) -> bool:
        """It was abandoned on purpose: nothing of it is wanted."""
        return self.replayed.status is SessionStatus.ABANDONED

    def record(self) -> Record:
        """What was done, as a record; `partial` unless the session had ended by itself."""
        return build_record(
            self.runner.timeline,
            self.replayed.done,
            status=self.replayed.status or SessionStatus.PARTIAL,
            started=self.started,
            finished=self.stopped,
            source=Source(name=self.session, file=self.header.file, digest=self.header.digest),
            athlete=self.header.athlete,
        )


def bring_back(leftover: Leftover) -> Interrupted | None:
    """Replay a journal; None where its header, or the session in it, cannot be read any more."""
    header = leftover.header
    plan = None if header is None else _plan_of(header)
    if header is None or plan is None:
        return None
    runner = Runner(compile_plan(plan))
    return Interrupted(header=header, runner=runner, replayed=replay(runner, leftover.lines))


def _plan_of(header: Header) -> Plan | None:
    athlete = read_athlete(header.athlete_text, file="") if header.athlete_text else DEFAULT_ATHLETE
    if not isinstance(athlete, Athlete):
        return None
    options = Options(athlete=athlete)
    if header.prepare_ms is not None:
        options = Options(prepare_ms=header.prepare_ms, athlete=athlete)
    includes: Mapping[str, str] = header.includes
    return read(header.text, file=header.file, include=includes.get, options=options).plan
