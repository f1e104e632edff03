"""The runner: a session at a moment, moved by time and by commands.

`advance` and `feed` take the time as an argument, in milliseconds since the session began, and
give the events up to then in due order. Going to a moment in two steps is the same as going there
in one. A refused command leaves the session untouched.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from benchside.runner import flow, moves
from benchside.runner.cards import is_after_all_sets
from benchside.runner.commands import Slept
from benchside.runner.events import CueDue
from benchside.runner.look import changes_ms, look
from benchside.runner.machine import State, check
from benchside.runner.moment import Moment
from benchside.runner.outlook import outlook_of
from benchside.timeline.steps import StepKind

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.done import SessionStatus, SetDone
    from benchside.runner.events import Event
    from benchside.runner.flow import Change
    from benchside.runner.view import View
    from benchside.timeline.cues import Cue
    from benchside.timeline.steps import Timeline


FLASH_MS: Final = 250
"""A cue flashes on the screen for so long: until its bar moves for the second time."""


class Runner:
    """A running session. Its time never goes back."""

    def __init__(self, timeline: Timeline) -> None:
        self._moment = Moment(timeline=timeline)
        self._outlook = outlook_of(timeline)
        self._told: tuple[Cue, ...] = ()

    @property
    def timeline(self) -> Timeline:
        """The session as steps."""
        return self._moment.timeline

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self._moment.state

    @property
    def now_ms(self) -> int:
        """The moment up to which time has been told."""
        return self._moment.now_ms

    @property
    def set_announced_ms(self) -> int | None:
        """When the count-in of the set that comes next begins, or began, in ms of the session.

        None where no set comes, or a key has to begin it.
        """
        moment = self._moment
        if moment.state is State.PREPARING and moment.step.kind is StepKind.PREPARE:
            return moment.origin_ms
        if moment.state is State.RESTING and not is_after_all_sets(moment):
            return moment.ends_ms
        return None

    @property
    def done(self) -> tuple[SetDone, ...]:
        """Finished and skipped sets, each once, in the order of the timeline."""
        return self._moment.done

    @property
    def status(self) -> SessionStatus | None:
        """How the session ended; None while it runs."""
        return self._moment.status

    def advance(self, now_ms: int) -> tuple[Event, ...]:
        """Let time pass; a moment that is already over changes nothing."""
        self._moment, events = _advance(self._moment, now_ms)
        return self._noticed(events)

    def feed(self, command: Command, now_ms: int) -> tuple[Event, ...]:
        """Let time pass, then carry a command out; raises `Refused` and changes nothing."""
        until_ms = now_ms - command.ms if isinstance(command, Slept) else now_ms
        moment, events = _advance(self._moment, until_ms)
        check(moment.state, command)
        awake_ms = max(now_ms, moment.now_ms)
        self._moment, more = moves.apply(moment, command, now_ms=awake_ms)
        return self._noticed(events + more)

    def cues_until(self, until_ms: int) -> tuple[Cue, ...]:
        """Look ahead: cues up to then, if no command comes; moments since the session began."""
        _, events = _advance(self._moment, until_ms)
        return tuple(event.cue for event in events if isinstance(event, CueDue))

    def view(self) -> View:
        """What is to be seen at `now_ms`."""
        flashing = [cue for cue in self._told if 0 <= self.now_ms - cue.at_ms < FLASH_MS]
        return look(self._moment, self._outlook, flashing=flashing)

    def changes_ms(self) -> int | None:
        """Find the moment, since the session began, up to which the view stays as it is.

        If no command comes; it may be told too early, but not too late. None: until one comes.
        """
        flashes = (
            moment_ms
            for cue in self._told
            for moment_ms in (cue.at_ms, cue.at_ms + FLASH_MS)
            if moment_ms > self.now_ms
        )
        changes = (_next_due(self._moment), changes_ms(self._moment), *flashes)
        return min((change for change in changes if change is not None), default=None)

    def _noticed(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        """Remember the cues that flash now, or will."""
        told = (*self._told, *(event.cue for event in events if isinstance(event, CueDue)))
        self._told = tuple(cue for cue in told if self.now_ms - cue.at_ms < FLASH_MS)
        return events


def _advance(moment: Moment, now_ms: int) -> Change:
    events: list[Event] = []
    while (due_ms := _next_due(moment)) is not None and due_ms <= now_ms:
        moment = replace(moment, now_ms=max(due_ms, moment.now_ms))
        moment, more = _happen(moment, due_ms)
        events += more
    return replace(moment, now_ms=max(now_ms, moment.now_ms)), tuple(events)


def _next_due(moment: Moment) -> int | None:
    """The next moment at which something happens by itself; None if nothing does."""
    if moment.state in {State.READY, State.PAUSED, State.FINISHED}:
        return None
    ready_ms = moment.ready_ms if moment.state is State.RESTING else None
    first_cue_ms = moment.cues[0].at_ms if moment.cues else None
    dues = (first_cue_ms, moment.lead_until_ms, ready_ms, moment.ends_ms, moment.cap_ms)
    return min((due for due in dues if due is not None), default=None)


def _happen(moment: Moment, due_ms: int) -> Change:
    """Let the one thing happen that is due; at the same moment cues come first."""
    if moment.cues and moment.cues[0].at_ms <= due_ms:
        told = CueDue(moment.cues[0].at_ms, moment.cues[0])
        return replace(moment, cues=moment.cues[1:]), (told,)
    if moment.state is State.RESTING and moment.ready_ms == due_ms:
        return replace(moment, state=State.WAITING), ()
    moment = moves.guarded(moment, moves.GUARD_MS)
    if moment.state is State.WORKING and moment.ends_ms is not None and moment.ends_ms <= due_ms:
        return flow.end_work(moment)
    if moment.cap_ms is not None and moment.cap_ms <= due_ms:
        return flow.cut_block(moment)
    if moment.lead_until_ms is not None:
        return replace(moment, lead_until_ms=None, state=State.WORKING), ()
    return flow.enter(moment, moment.position + 1)
