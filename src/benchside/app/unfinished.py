"""Sessions that were begun and not finished: the interrupted one, and those that were given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.app.sessions import SessionOpener
    from benchside.log import Record
    from benchside.player import InterruptedSession, SessionAside, SessionLoop


class UnfinishedSessions:
    """What a face asks about them, and what becomes of them; loads nothing where there are none."""

    def __init__(
        self,
        leader: Callable[[], SessionOpener],
        *,
        may_be_there: Callable[[], bool],
    ) -> None:
        self._leader = leader
        self._may_be_there = may_be_there
        self._has_looked = False

    def find(self) -> InterruptedSession | None:
        """Return the interrupted session; one whose end is in the log already leaves nothing.

        A journal that cannot be read any more is set aside, not removed. Raises JournalInUse or
        OSError.
        """
        if not self._may_be_there():
            return None
        self._has_looked = True
        return self._leader().leftover()

    def take_notices(self) -> tuple[str, ...]:
        """Return what was done by itself with a session that was left, each sentence once."""
        if not self._has_looked:
            return ()
        notices = tuple(self._leader().notices)
        self._leader().notices.clear()
        return notices

    def resume(self, asked: InterruptedSession) -> SessionLoop:
        """Take the interrupted session up where it stood, paused."""
        return self._leader().resume(asked)

    def save(self, asked: InterruptedSession) -> Record:
        """Log what was done of the interrupted session, then remove its journal."""
        return self._leader().save_leftover(asked)

    def discard(self, asked: InterruptedSession) -> None:
        """Give the interrupted session up; its journal is set aside for 30 days."""
        self._leader().discard_leftover(asked)

    def aside(self) -> tuple[SessionAside, ...]:
        """Return the sessions that were given up and can be taken up again, the latest first."""
        return self._leader().sessions_aside()

    def take_back(self, aside: SessionAside) -> None:
        """Make a session that was given up the interrupted one."""
        self._leader().take_back(aside)
