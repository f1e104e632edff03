"""The player: drives a runner with a clock, a speaker and a keeper of what was done.

The only place where events become effects. It owns the tie between the session's milliseconds and
the system's monotonic clock, hands cues to the speaker ahead of time, and gives the screen one
frozen view a tick. It knows no screen and no back end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from benchside.ports import DueCue, SoundState, SpeakerStatus
from benchside.runner.commands import Go, Pause, Slept
from benchside.runner.events import (
    CueDue,
    CuesChanged,
    SessionFinished,
    SetFinished,
    StepStarted,
)
from benchside.runner.machine import MOVES, Refused, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.keeper import Keeper
    from benchside.log.record import Record
    from benchside.ports import Clock, Phrases, Speaker
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.runner.runner import Runner
    from benchside.runner.view import View
    from benchside.timeline.cues import Cue
    from benchside.timeline.steps import Timeline

NS_PER_MS: Final = 1_000_000

HORIZON_MS: Final = 4_000
"""So far ahead cues are handed to the speaker, less `TOP_UP_MS` at the least."""

TOP_UP_MS: Final = 1_000
"""The speaker is told about more cues once so much of the horizon is used up."""

ANNOUNCE_AFTER_MS: Final = 400
"""A set is announced this long after its count-in has begun."""

SHORTEST_WAIT_S: Final = 0.02
LONGEST_WAIT_S: Final = 0.5
"""Between two ticks: a view may stand for minutes, but sound and lid want to be looked after."""

VOLUME_STEP: Final = 0.1
"""Of the whole, for one press of louder or quieter."""

SLEEP_MS: Final = 3_000
"""A gap between the clocks that is shorter is taken for noise, not for a closed lid."""


class Player:
    """A session that is being led. It reads the clock; whoever holds it only has to tick."""

    def __init__(
        self,
        runner: Runner,
        *,
        clock: Clock,
        speaker: Speaker,
        keeper: Keeper,
        phrases: Phrases | None = None,
        volume: float = 1.0,
        muted: bool = False,
        speed: int = 1,
    ) -> None:
        self._runner = runner
        self._clock = clock
        self._speaker = speaker
        self._keeper = keeper
        self._phrases = phrases
        self._speed = speed
        self._origin_ns: int | None = None
        self._slept_ns = clock.slept_ns()
        self._told: set[Cue] = set()
        self._told_until_ms = -1
        self._announced_ms: int | None = None
        self.muted = muted
        self.volume = volume
        self.sound = SpeakerStatus(SoundState.STARTING)
        self.view = runner.view()
        speaker.set_volume(volume, muted=muted)

    @property
    def timeline(self) -> Timeline:
        """The session as steps."""
        return self._runner.timeline

    @property
    def record(self) -> Record | None:
        """The session as it was logged; None before it is."""
        return self._keeper.record

    @property
    def trouble(self) -> str:
        """What keeps the session from being safe on disk; empty where all is well."""
        return self._keeper.trouble

    def resume(self, *, away_ms: int) -> None:
        """Take up a replayed runner where it stands; the time away counts as a pause."""
        stopped_ms = self._runner.now_ms
        self._origin_ns = self._clock.now_ns() - (stopped_ms + away_ms) * NS_PER_MS // self._speed
        if Pause in MOVES[self._runner.state] and self._runner.state is not State.PAUSED:
            self._carry_out(Pause(), stopped_ms)
        self.tick()

    def tick(self) -> View:
        """Let the session come up to now, with all its effects; returns the view of now."""
        self._notice_sleep()
        self._catch_up()
        self.sound = self._speaker.status()
        self.view = self._runner.view()
        return self.view

    def wait_s(self) -> float:
        """Tell how long the next tick can wait: until the view changes by itself, at the most."""
        changes_ms = self._runner.changes_ms()
        if changes_ms is None or self._origin_ns is None:
            return LONGEST_WAIT_S
        left_ns = self._ns_of(changes_ms) - self._clock.now_ns()
        return min(max(left_ns / (1_000 * NS_PER_MS), SHORTEST_WAIT_S), LONGEST_WAIT_S)

    def press(self, command: Command) -> bool:
        """Carry out a command now; False if it is not legal now, and then nothing has changed."""
        if self._origin_ns is None and isinstance(command, Go):
            self._origin_ns = self._clock.now_ns()
            self._keeper.begin(self._clock.wall())
        self._notice_sleep()
        self._catch_up()
        try:
            self._carry_out(command, self._now_ms())
        except Refused:
            return False
        self._look_ahead()
        self.view = self._runner.view()
        return True

    def mute(self, muted: bool) -> None:
        """Silence the sound or let it be heard again, at once."""
        self.muted = muted
        self._speaker.set_volume(self.volume, muted=muted)

    def change_volume(self, steps: int) -> None:
        """Make the cues louder or quieter at once, by so many steps; they are heard again."""
        self.volume = min(max(round(self.volume + steps * VOLUME_STEP, 2), 0.0), 1.0)
        self.mute(False)

    def hush(self) -> None:
        """Silence what is to come, at once: the program is about to end."""
        self._speaker.cancel()

    def close(self) -> None:
        """End the sound. The journal of an unfinished session stays, to be resumed."""
        self._speaker.cancel()
        self._speaker.close()
        self._keeper.close()

    def _now_ms(self) -> int:
        if self._origin_ns is None:
            return 0
        return (self._clock.now_ns() - self._origin_ns) * self._speed // NS_PER_MS

    def _catch_up(self) -> None:
        self._handle(self._runner.advance(self._now_ms()))
        self._look_ahead()

    def _carry_out(self, command: Command, now_ms: int) -> None:
        events = self._runner.feed(command, now_ms)
        self._keeper.keep_command(command, now_ms)
        self._handle(events)

    def _notice_sleep(self) -> None:
        """Tell the runner of a closed lid: the monotonic clock stood still meanwhile."""
        slept_ns = self._clock.slept_ns()
        gap_ms = (slept_ns - self._slept_ns) // NS_PER_MS
        self._slept_ns = slept_ns
        if gap_ms < SLEEP_MS or self._origin_ns is None:
            return
        self._catch_up()
        if Slept not in MOVES[self._runner.state]:
            return
        self._origin_ns -= gap_ms * NS_PER_MS
        self._carry_out(Slept(gap_ms * self._speed), self._now_ms())

    def _handle(self, events: Iterable[Event]) -> None:
        for event in events:
            match event:
                case CueDue():
                    self._tell((event.cue,))
                case CuesChanged():
                    self._speaker.cancel()
                    self._told.clear()
                    self._told_until_ms = -1
                    self._announced_ms = None
                case StepStarted():
                    self._keeper.keep_step(event.step, event.at_ms)
                case SetFinished():
                    self._keeper.keep_set(event.done, event.at_ms)
                case SessionFinished():
                    self._keeper.finish(self._runner.done, event.status, event.at_ms)
                case _:
                    assert_never(event)

    def _look_ahead(self) -> None:
        self._announce()
        now_ms = self._runner.now_ms
        until_ms = now_ms + HORIZON_MS * self._speed
        if until_ms - self._told_until_ms < TOP_UP_MS * self._speed:
            return
        self._told = {cue for cue in self._told if cue.at_ms >= now_ms}
        self._tell(self._runner.cues_until(until_ms))
        self._told_until_ms = until_ms

    def _tell(self, cues: Iterable[Cue]) -> None:
        """Hand cues to the speaker, each once."""
        fresh = [DueCue(self._ns_of(cue.at_ms), cue) for cue in cues if cue not in self._told]
        if not fresh:
            return
        self._told.update(due.cue for due in fresh)
        self._speaker.schedule(fresh)

    def _announce(self) -> None:
        """Have said what comes, in time before the count-in: a phrase takes time to render."""
        at_ms = self._runner.set_announced_ms
        if self._phrases is None or at_ms is None or at_ms == self._announced_ms:
            return
        self._announced_ms = at_ms
        coming = self._runner.view().set
        text = self._phrases.for_set(coming.number, coming.of, reps=coming.target, load=coming.load)
        self._speaker.say(self._ns_of(at_ms + ANNOUNCE_AFTER_MS), text)

    def _ns_of(self, at_ms: int) -> int:
        """A moment of the session on the system's monotonic clock."""
        return (self._origin_ns or 0) + at_ms * NS_PER_MS // self._speed
