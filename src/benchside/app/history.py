"""The log for the history screens: who trained, what they did, and how it is corrected."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from benchside.app.memory import LogMemory
    from benchside.log import History, LogEditor, MuscleLookup, ThisWeek, TopSet
    from benchside.session import Catalogue, Plan


class LogHistory:
    """The log of one folder, for screens. Reads nothing before it is asked."""

    def __init__(
        self,
        memory: LogMemory,
        *,
        log: Path,
        own_name: Callable[[], str],
        catalogue: Callable[[], Catalogue],
        now: Callable[[], datetime],
    ) -> None:
        """Ask the log by its index; `own_name` is the athlete whose numbers hold."""
        self._memory = memory
        self._log = log
        self._own_name = own_name
        self._catalogue = catalogue
        self._now = now

    @property
    def own_name(self) -> str:
        """Whose numbers hold, as the log names them."""
        return self._own_name()

    @property
    def today(self) -> date:
        """The day it is now."""
        return self._now().date()

    def athletes(self) -> tuple[str, ...]:
        """Return whose sessions the log has, by name. Raises OSError."""
        return self._memory.index.athletes()

    def of(self, athlete: str | None) -> History:
        """Return the history of an athlete; None is everybody's."""
        return self._memory.of(athlete)

    def newest(self, count: int, *, athlete: str | None) -> History | None:
        """Return the history of the newest sessions, as long as there is no index to answer.

        None where there is one, or no log. Raises OSError.
        """
        from benchside.log import index_file, newest_history

        if index_file(self._log).exists() or self._memory.is_empty:
            return None
        return newest_history(self._log, count, athlete=athlete)

    def top_set(self, plan: Plan) -> TopSet | None:
        """Return how the main exercise of a session goes; None for nothing. Raises OSError."""
        from benchside.log import top_set_of

        return None if self._memory.is_empty else top_set_of(plan, self._own, today=self.today)

    def this_week(self) -> ThisWeek | None:
        """Return what was done this week; None where nothing was lately. Raises OSError."""
        from benchside.log import this_week_of

        if self._memory.is_empty:
            return None
        return this_week_of(self._own, self.muscles, today=self.today)

    @property
    def _own(self) -> History:
        return self.of(self.own_name)

    @property
    def muscles(self) -> MuscleLookup:
        """Tells what an exercise trains."""
        from benchside.log import lookup_in

        return lookup_in(self._catalogue())

    @cached_property
    def editor(self) -> LogEditor:
        """Changes past sessions."""
        from benchside.log import FileLogbook, LogEditor

        return LogEditor(
            FileLogbook(self._log),
            read=lambda record_id: self.of(None).record(record_id),
            now=self._now,
        )
