"""A session that is going on, as its faces see it: a port, for which a test can stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.log import Record
    from benchside.player.state import Answer, PlayerState
    from benchside.runner import Command
    from benchside.view import SessionSets


class LedSession(Protocol):
    """What every face shows of a session and orders from it; its clock goes on by itself."""

    @property
    def state(self) -> PlayerState:
        """What is to be shown now."""
        ...

    @property
    def sets(self) -> SessionSets:
        """The sets of the session as they are now."""
        ...

    def press(self, command: Command) -> Answer:
        """Carry out what a key says, unless the key is only held down."""
        ...

    def order(self, command: Command) -> Answer:
        """Carry out a command that no single key has given, such as a dialog's answer."""
        ...

    def mute(self, muted: bool) -> None:
        """Silence the cues, or let them be heard again."""
        ...

    def change_volume(self, steps: int) -> None:
        """Make the cues louder or quieter, by so many steps."""
        ...


class LiveSession(LedSession, Protocol):
    """A session on a loop of its own, which a face begins and ends."""

    @property
    def unsaved(self) -> Record | None:
        """What was done and is nowhere on disk; None where all is safe."""
        ...

    def start(self, tell: Callable[[], None]) -> None:
        """Begin; `tell` is called from another thread whenever the state has changed."""
        ...

    def silence(self) -> None:
        """Silence what is to come, at once."""
        ...

    def close(self) -> None:
        """Let go of everything; the journal stays where the session is not over."""
        ...
