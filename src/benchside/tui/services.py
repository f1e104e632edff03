"""What the screens need from the rest of the program, as protocols; `wiring` gives it to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from benchside.library import Entry
    from benchside.log import (
        Habits,
        History,
        LogEditor,
        MuscleLookup,
        Record,
        SessionMemory,
        ThisWeek,
        TopSet,
    )
    from benchside.player import InterruptedSession, LiveSession
    from benchside.session import Mass, Plan, Problem
    from benchside.settings import Settings
    from benchside.tui.ports import Machine, SessionShelf


class Leftover(Protocol):
    """A session that was interrupted, as its journal tells."""

    @property
    def session(self) -> str:
        """Name of the session."""
        ...

    @property
    def started(self) -> datetime:
        """When it was started."""
        ...

    @property
    def sets_done(self) -> int:
        """Sets that are safe in the journal."""
        ...

    @property
    def sets_total(self) -> int:
        """Sets that the session has."""
        ...


class AthleteName(Protocol):
    """An athlete who can be chosen."""

    @property
    def file(self) -> str:
        """Name of the file; empty for the one that is taken where none is named."""
        ...

    @property
    def name(self) -> str:
        """As the log names the athlete."""
        ...

    @property
    def is_chosen(self) -> bool:
        """Whether their numbers hold now."""
        ...


class AthleteChoice(Protocol):
    """The athletes of this machine, of whom one is chosen."""

    def labels(self) -> Sequence[AthleteName]:
        """Return the names of the athletes who can be chosen."""
        ...

    def choose(self, file: str) -> Sequence[Problem]:
        """Take another athlete; return what is wrong with the file. Raises OSError."""
        ...

    def keep_maxes(self, maxes: Mapping[str, Mass]) -> None:
        """Write training maxes into the athlete's file; raises OSError, InvalidValueError."""
        ...


class InterruptedSessions(Protocol):
    """The sessions that were begun and not finished."""

    def find(self) -> InterruptedSession | None:
        """Return the interrupted session; raises OSError."""
        ...

    def take_notices(self) -> Sequence[str]:
        """Return what was done by itself with a session that was left, each sentence once."""
        ...

    def resume(self, asked: InterruptedSession) -> LiveSession:
        """Go on with the interrupted session; raises OSError where it is another one now."""
        ...

    def save(self, asked: InterruptedSession) -> Record:
        """Log what was done of the interrupted session as partial."""
        ...

    def discard(self, asked: InterruptedSession) -> None:
        """Give the interrupted session up; it can be taken up again for 30 days."""
        ...


class PastSessions(Protocol):
    """The log, to be asked and corrected."""

    @property
    def own_name(self) -> str:
        """Whose numbers hold, as the log names them."""
        ...

    @property
    def today(self) -> date:
        """The day it is now."""
        ...

    def athletes(self) -> tuple[str, ...]:
        """Return whose sessions the log has, by name. Raises OSError."""
        ...

    def of(self, athlete: str | None) -> History:
        """Return the history of an athlete; None is everybody's."""
        ...

    def newest(self, count: int, *, athlete: str | None) -> History | None:
        """Return the history of the newest sessions, as long as there is no index to answer.

        None where there is one, or no log. Raises OSError.
        """
        ...

    @property
    def muscles(self) -> MuscleLookup:
        """Tells what an exercise trains."""
        ...

    def top_set(self, plan: Plan) -> TopSet | None:
        """Return how the main exercise of a session goes; None for nothing. Raises OSError."""
        ...

    def this_week(self) -> ThisWeek | None:
        """Return what was done this week; None where nothing was lately. Raises OSError."""
        ...

    @property
    def editor(self) -> LogEditor:
        """Changes past sessions."""
        ...


class Services(Protocol):
    """The program behind the screens."""

    @property
    def shelf(self) -> SessionShelf:
        """The sessions that can be trained."""
        ...

    @property
    def settings(self) -> Settings:
        """The athlete's settings."""
        ...

    def save_settings(self, settings: Settings) -> None:
        """Keep changed settings; raises OSError where that fails."""
        ...

    def habits(self, entries: Sequence[Entry]) -> Habits:
        """Return when each session was done, and what is due; may take its time, raises OSError."""
        ...

    def due(self) -> Entry | None:
        """Return what is due in the program that is trained; None without one. Raises OSError."""
        ...

    def recall(self, entry: Entry) -> SessionMemory:
        """Return what the log knows of a session; may take its time, raises OSError."""
        ...

    @property
    def setup(self) -> Machine:
        """What is set up on this machine."""
        ...

    @property
    def athletes(self) -> AthleteChoice:
        """Who can lift."""
        ...

    @property
    def is_rehearsal(self) -> bool:
        """Whether nothing of a session is kept."""
        ...

    def play(self, entry: Entry) -> LiveSession:
        """Open a session with its journal and speaker; raises OSError where that fails."""
        ...

    @property
    def unfinished(self) -> InterruptedSessions:
        """The sessions that were begun and not finished."""
        ...

    @property
    def history(self) -> PastSessions:
        """What was done."""
        ...


class ListsSessions(Protocol):
    """The library, as it is needed here."""

    services: Services

    @property
    def chosen(self) -> Entry | None:
        """The session that is chosen."""
        ...

    def list_anew(self, path: Path | None = None) -> None:
        """List everything, and choose a file."""
        ...
