"""The player: drives a runner with a clock, a speaker and a keeper of what was done.

The only place where events become effects. It owns the tie between the session's milliseconds and
the system's monotonic clock, hands cues to the speaker ahead of time, and gives whoever shows the
session one frozen state a tick. It knows no screen and no back end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from benchside.player.gaps import NS_PER_MS, GapWatch
from benchside.player.key_repeat import KeyRepeat
from benchside.player.ports import ScheduledCue, SoundState, SpeakerStatus
from benchside.player.state import Answer, PlayerState
from benchside.runner.commands import Away, Close, Go, Pause, Proceed, Slept
from benchside.runner.events import (
    CueReached,
    CuesChanged,
    ReviewStarted,
    SessionFinished,
    SetFinished,
    SetWithdrawn,
    StepStarted,
)
from benchside.runner.machine import MOVES, Refused, State, TooSoon
from benchside.view.viewer import Viewer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.log.record import Record
    from benchside.player.ports import Clock, Phrases, Speaker
    from benchside.player.recorder import SessionRecorder
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.runner.runner import Runner
    from benchside.timeline.cues import Cue
    from benchside.timeline.steps import Timeline
    from benchside.view.view import LastSetView

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

RETRY_MS: Final = 2_000
"""How often what could not be written is tried again."""


class Player:
    """Drives a running session. Reads the clock itself; the caller only calls `tick`."""

    def __init__(
        self,
        runner: Runner,
        *,
        clock: Clock,
        speaker: Speaker,
        recorder: SessionRecorder,
        phrases: Phrases | None = None,
        volume: float = 1.0,
        muted: bool = False,
        speed: int = 1,
    ) -> None:
        self._runner = runner
        self._viewer = Viewer(runner)
        self._clock = clock
        self._speaker = speaker
        self._recorder = recorder
        self._phrases = phrases
        self._speed = speed
        self._origin_ns: int | None = None
        self._gaps = GapWatch(clock)
        self._retried_ns = clock.now_ns()
        self._keys = KeyRepeat()
        self._scheduled: set[Cue] = set()
        self._scheduled_until_ms = -1
        self._announced_ms: int | None = None
        self._muted = muted
        self._volume = volume
        self._sound = SpeakerStatus(SoundState.STARTING)
        self.state = self._see()
        """What is to be shown, as of the last tick or key."""
        speaker.set_volume(volume, muted=muted)

    @property
    def timeline(self) -> Timeline:
        """The session as steps."""
        return self._runner.timeline

    def recorded(self) -> tuple[LastSetView, ...]:
        """Describe every set that has a record, as it can be corrected."""
        return self._viewer.recorded()

    def resume(self, *, away_ms: int) -> None:
        """Take up a replayed runner where it stands, paused; the time away is neither."""
        stopped_ms = self._runner.now_ms
        self._origin_ns = self._clock.now_ns() - stopped_ms * NS_PER_MS // self._speed
        if Pause in MOVES[self._runner.state] and self._runner.state is not State.PAUSED:
            self._carry_out(Pause(), stopped_ms)
        self._carry_out(Away(away_ms), stopped_ms)
        self.tick()

    def tick(self) -> PlayerState:
        """Let the session come up to now, with all its effects; returns what is to be shown."""
        self._notice_gap()
        self._catch_up()
        self._retry()
        self._sound = self._speaker.status()
        self.state = self._see()
        return self.state

    def wait_s(self) -> float:
        """Return how long the next tick can wait, in seconds: until the view changes by itself."""
        changes_ms = self._viewer.next_change_ms()
        if changes_ms is None or self._origin_ns is None:
            return LONGEST_WAIT_S
        left_ns = self._ns_of(changes_ms) - self._clock.now_ns()
        return min(max(left_ns / (1_000 * NS_PER_MS), SHORTEST_WAIT_S), LONGEST_WAIT_S)

    def press(self, command: Command) -> Answer:
        """Carry out what a key says, unless the key is only held down or bounces."""
        if not self._keys.is_pressed(command, self._clock.now_ns() // NS_PER_MS):
            return Answer.TOO_SOON
        answer = self.order(command)
        if answer is not Answer.DONE:
            self._keys.had_no_effect(command)
        return answer

    def order(self, command: Command) -> Answer:
        """Carry out a command now that no key has given; one that is not legal changes nothing."""
        if self._origin_ns is None and isinstance(command, Go | Proceed):
            self._origin_ns = self._clock.now_ns()
            self._recorder.begin(self._clock.wall())
        self._notice_gap()
        self._catch_up()
        try:
            self._carry_out(command, self._now_ms())
        except TooSoon:
            return Answer.TOO_SOON
        except Refused:
            return Answer.NOT_NOW
        finally:
            self._look_ahead()
            self.state = self._see()
        return Answer.DONE

    def mute(self, muted: bool) -> None:
        """Silence the sound or let it be heard again, at once."""
        self._muted = muted
        self._speaker.set_volume(self._volume, muted=muted)
        self.state = self._see()

    def change_volume(self, steps: int) -> None:
        """Make the cues louder or quieter at once, by so many steps; they are heard again."""
        self._volume = min(max(round(self._volume + steps * VOLUME_STEP, 2), 0.0), 1.0)
        self.mute(False)

    def silence(self) -> None:
        """Silence what is to come, at once: the program is about to end."""
        self._speaker.cancel()

    def close(self) -> None:
        """End the sound; log a session that is over, and keep the journal of one that is not."""
        try:
            self._save_what_is_over()
        finally:
            self.release()

    def release(self) -> None:
        """Let go of sound and journal as they are."""
        self._speaker.cancel()
        self._speaker.close()
        self._recorder.close()

    def _save_what_is_over(self) -> None:
        if self._runner.state is State.REVIEWING:
            self.order(Close())
        if self._recorder.trouble:
            self._recorder.retry()
        self.state = self._see()

    def _see(self) -> PlayerState:
        return PlayerState(
            view=self._viewer.view(),
            sound=self._sound,
            is_muted=self._muted,
            volume=self._volume,
            trouble=self._recorder.trouble,
            record=self._record(),
            unsaved=self._unsaved(),
        )

    def _unsaved(self) -> Record | None:
        if self._recorder.is_on_disk:
            return None
        return self._recorder.draft(self._runner.outcome, status=self._runner.final_status)

    def _retry(self) -> None:
        """Try again, now and then, to write what a full disk has refused."""
        now_ns = self._clock.now_ns()
        if self._recorder.trouble and now_ns - self._retried_ns >= RETRY_MS * NS_PER_MS:
            self._retried_ns = now_ns
            self._recorder.retry()

    def _record(self) -> Record | None:
        if self._runner.state is State.REVIEWING:
            return self._recorder.draft(self._runner.outcome, status=self._runner.review_status)
        return self._recorder.record

    def _now_ms(self) -> int:
        if self._origin_ns is None:
            return 0
        return (self._clock.now_ns() - self._origin_ns) * self._speed // NS_PER_MS

    def _catch_up(self) -> None:
        self._handle(self._runner.advance(self._now_ms()))
        self._look_ahead()

    def _carry_out(self, command: Command, now_ms: int) -> None:
        events = self._runner.feed(command, now_ms)
        self._recorder.write_command(command, now_ms)
        self._handle(events)

    def _notice_gap(self) -> None:
        """Tell the runner of time in which nobody was led."""
        gap = self._gaps.look()
        if self._origin_ns is None or not gap.ms or Slept not in MOVES[self._runner.state]:
            return
        self._origin_ns -= gap.slept_ms * NS_PER_MS
        self._carry_out(Slept(gap.ms * self._speed), self._now_ms())

    def _handle(self, events: Iterable[Event]) -> None:
        for event in events:
            match event:
                case CueReached():
                    self._schedule_cues((event.cue,))
                case CuesChanged():
                    self._speaker.cancel()
                    self._scheduled.clear()
                    self._scheduled_until_ms = -1
                    self._announced_ms = None
                case StepStarted():
                    self._recorder.write_step(event.step, event.at_ms)
                case SetFinished():
                    self._recorder.write_set(event.done, event.at_ms)
                case ReviewStarted():
                    self._recorder.write_review(event.at_ms)
                case SessionFinished():
                    self._recorder.finish(self._runner.outcome, event.status, event.at_ms)
                case SetWithdrawn():
                    pass  # the command that withdraws it is in the journal
                case _:
                    assert_never(event)

    def _look_ahead(self) -> None:
        self._announce()
        now_ms = self._runner.now_ms
        until_ms = now_ms + HORIZON_MS * self._speed
        if until_ms - self._scheduled_until_ms < TOP_UP_MS * self._speed:
            return
        self._scheduled = {cue for cue in self._scheduled if cue.at_ms >= now_ms}
        self._schedule_cues(self._runner.cues_until(until_ms))
        self._scheduled_until_ms = until_ms

    def _schedule_cues(self, cues: Iterable[Cue]) -> None:
        """Hand cues to the speaker, each once."""
        fresh = [
            ScheduledCue(self._ns_of(cue.at_ms), cue) for cue in cues if cue not in self._scheduled
        ]
        if not fresh:
            return
        self._scheduled.update(due.cue for due in fresh)
        self._speaker.schedule(fresh)

    def _announce(self) -> None:
        """Have said what comes, in time before the count-in: a phrase takes time to render."""
        at_ms = self._runner.set_announced_ms
        if self._phrases is None or at_ms is None or at_ms == self._announced_ms:
            return
        self._announced_ms = at_ms
        coming = self._viewer.view().set
        text = self._phrases.for_set(coming.number, coming.of, reps=coming.target, load=coming.load)
        self._speaker.say(self._ns_of(at_ms + ANNOUNCE_AFTER_MS), text)

    def _ns_of(self, at_ms: int) -> int:
        """A moment of the session on the system's monotonic clock."""
        return (self._origin_ns or 0) + at_ms * NS_PER_MS // self._speed
