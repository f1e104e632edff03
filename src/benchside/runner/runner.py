"""The runner: a session at a moment, moved by time and by commands.

`advance` and `feed` take the time as an argument, in milliseconds since the session began, and
give the events up to then in due order. Going to a moment in two steps is the same as going there
in one. A refused command leaves the session untouched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.runner import moves, transitions
from benchside.runner.commands import Away, Proceed, Slept, Undo
from benchside.runner.events import CueReached
from benchside.runner.machine import Refused, State, check
from benchside.runner.passing import advance, next_due
from benchside.runner.results import SetStatus
from benchside.runner.state import ready
from benchside.runner.undoing import Undoable
from benchside.timeline import TICKS, steps_of

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.runner.results import SessionStatus
    from benchside.runner.state import RunState
    from benchside.runner.transitions import Change
    from benchside.timeline import Agenda, Cue


FLASH_MS: Final = 250
"""A cue flashes on the screen for so long: until its bar moves for the second time."""


class Runner:
    """A running session. Its time never goes back."""

    def __init__(self, agenda: Agenda) -> None:
        self._run = ready(agenda, steps_of(agenda.sets[0]))
        self._told: tuple[Cue, ...] = ()
        self._undoable: Undoable | None = None

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._run.state

    @property
    def now_ms(self) -> int:
        """Session time up to which the runner has advanced."""
        return self._run.now_ms

    @property
    def final_status(self) -> SessionStatus:
        """How the session ends if it is closed as it stands."""
        return transitions.status_of(self._run, SetStatus.DONE)

    @property
    def review_status(self) -> SessionStatus:
        """How the session ends if the athlete answers for every set that is still assumed."""
        return transitions.status_of(self._run, SetStatus.DONE, SetStatus.ASSUMED)

    def advance(self, now_ms: int) -> tuple[Event, ...]:
        """Let time pass; a moment that is already over changes nothing."""
        self._run, events = advance(self._run, now_ms)
        return self._noticed(events)

    def feed(self, command: Command, now_ms: int) -> tuple[Event, ...]:
        """Let time pass, then carry a command out; raises `Refused` and changes nothing."""
        until_ms = now_ms - command.ms if isinstance(command, Slept) else now_ms
        before, events = advance(self._run, until_ms)
        check(before.state, command)
        if isinstance(command, Undo):
            run, more = self._taken_back(before)
        else:
            awake_ms = max(now_ms, before.now_ms)
            run, more = moves.apply(before, command, now_ms=awake_ms)
        is_from_athlete = not isinstance(command, Undo | Proceed | Slept | Away)
        self._undoable = Undoable(before, run) if is_from_athlete else None
        self._run = run
        return self._noticed(events + more)

    def _taken_back(self, run: RunState) -> Change:
        """Go back to before the last command; raises `Refused` where that is over or lost work."""
        if self._undoable is None or not self._undoable.is_open(run):
            raise Refused("there is nothing to undo")
        return self._undoable.take_back(run)

    def cues_until(self, until_ms: int) -> tuple[Cue, ...]:
        """Look ahead: cues up to then, if no command comes; moments since the session began."""
        _, events = advance(self._run, until_ms)
        return tuple(event.cue for event in events if isinstance(event, CueReached))

    @property
    def run(self) -> RunState:
        """Everything that the session knows now."""
        return self._run

    @property
    def flashing(self) -> tuple[Cue, ...]:
        """The cues that flash now."""
        return tuple(cue for cue in self._told if 0 <= self.now_ms - cue.at_ms < FLASH_MS)

    @property
    def can_undo(self) -> bool:
        """Whether the last command can be taken back now."""
        return self._undoable is not None and self._undoable.is_open(self._run)

    def next_change_ms(self) -> int | None:
        """Return the next moment at which something is due, flashes, or can no longer be undone.

        In milliseconds since the session began, if no command comes. None: not before one does.
        """
        flashes = (
            moment_ms
            for cue in self._told
            for moment_ms in (cue.at_ms, cue.at_ms + FLASH_MS)
            if moment_ms > self.now_ms
        )
        undo_ms = None if self._undoable is None else self._undoable.closes_ms
        if undo_ms is not None and undo_ms <= self.now_ms:
            undo_ms = None
        changes = (next_due(self._run), undo_ms, *flashes)
        return min((change for change in changes if change is not None), default=None)

    def _noticed(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """Remember the cues that flash now, or will; a tick is seen in the digits."""
        reached = (event.cue for event in events if isinstance(event, CueReached))
        told = (*self._told, *(cue for cue in reached if cue.kind not in TICKS))
        self._told = tuple(cue for cue in told if self.now_ms - cue.at_ms < FLASH_MS)
        return events
