"""What the plain lines ask of a session: a port, so that a test can lead one without a loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.player.state import Answer, PlayerState
    from benchside.runner.commands import Command
    from benchside.timeline.agenda import Agenda
    from benchside.view.overview import OverviewSet
    from benchside.view.view import LastSetView


class Led(Protocol):
    """What is asked of a session that is led on lines; its clock goes on by itself."""

    @property
    def state(self) -> PlayerState:
        """What is to be told now."""
        ...

    @property
    def agenda(self) -> Agenda:
        """The session as steps."""
        ...

    def recorded(self) -> Sequence[LastSetView]:
        """List the sets that have a record."""
        ...

    def overview(self) -> Sequence[OverviewSet]:
        """List every set of the session: done, going on, and to come."""
        ...

    @property
    def why_not(self) -> str:
        """Why the last command that was refused was."""
        ...

    def mute(self, muted: bool) -> None:
        """Silence the sound or let it be heard again."""
        ...

    def change_volume(self, steps: int) -> None:
        """Make the sound louder or quieter, by so many steps."""
        ...

    def press(self, command: Command) -> Answer:
        """Carry out what a key says, unless it is only held down."""
        ...

    def order(self, command: Command) -> Answer:
        """Carry out a command that no key has given."""
        ...
