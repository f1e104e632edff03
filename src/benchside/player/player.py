"""The player: drives a runner with a clock, and tells its sinks what happens.

The only place where events become effects. Sinks put them into the world: one keeps what was done
on disk, one plays the cues. Whoever shows the session gets one frozen state a tick. It knows no
screen and no back end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.player.gaps import NS_PER_MS, GapWatch
from benchside.player.key_repeat import KeyRepeat
from benchside.player.memory import MemoryViewer, nothing_known
from benchside.player.session_clock import SessionClock
from benchside.player.sound import SessionSound
from benchside.player.state import Answer, PlayerState
from benchside.runner import MOVES, Away, Close, Go, Pause, Proceed, Refused, Slept, State, TooSoon
from benchside.view import Viewer, sets_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.log import LastTime, Record
    from benchside.player.memory import Recall, SetMemory
    from benchside.player.ports import Clock, Phrases, SideSink, Sink, Speaker
    from benchside.player.recorder import SessionRecorder
    from benchside.runner import Command, Event, Runner, RunState, SessionStatus
    from benchside.view import SessionSets

SHORTEST_WAIT_S: Final = 0.02
LONGEST_WAIT_S: Final = 0.5
"""Between two ticks: a view may stand for minutes, but sound and lid want to be looked after."""

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
        sinks: tuple[SideSink, ...] = (),
        recall: Recall = nothing_known,
    ) -> None:
        self._runner = runner
        self._viewer = Viewer(runner)
        self._clock = clock
        self._time = SessionClock(clock, speed=speed)
        self._recorder = recorder
        self._sound = SessionSound(
            speaker,
            self._time,
            phrases=phrases,
            last_time=self._last_time,
            volume=volume,
            muted=muted,
        )
        self._sinks: tuple[Sink, ...] = (recorder, self._sound, *sinks)
        self._beside = sinks
        self._side_problems: tuple[str, ...] = ()
        self._gaps = GapWatch(clock)
        self._retried_ns = clock.now_ns()
        self._keys = KeyRepeat()
        self._memory = MemoryViewer(recall)
        self._why_not = ""
        self.state = self._see()
        """What is to be shown, as of the last tick or key."""

    @property
    def sets(self) -> SessionSets:
        """The sets of the session as they are now."""
        return sets_of(self._runner.run)

    def resume(self, *, away_ms: int) -> None:
        """Take up a replayed runner where it stands, paused; the time away is neither."""
        stopped_ms = self._runner.now_ms
        self._time.start(stopped_ms)
        if Pause in MOVES[self._runner.state] and self._runner.state is not State.PAUSED:
            self._carry_out(Pause(), stopped_ms)
        self._carry_out(Away(away_ms), stopped_ms)
        self.tick()

    def tick(self) -> PlayerState:
        """Let the session come up to now, with all its effects; returns what is to be shown."""
        self._notice_gap()
        self._catch_up()
        self._retry()
        self._sound.ask()
        self.state = self._see()
        return self.state

    def wait_s(self) -> float:
        """Return how long the next tick can wait, in seconds: until the view changes by itself."""
        changes_ms = self._viewer.next_change_ms()
        if changes_ms is None or not self._time.is_started:
            return LONGEST_WAIT_S
        left_ns = self._time.ns_of(changes_ms) - self._clock.now_ns()
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
        if not self._time.is_started and isinstance(command, Go | Proceed):
            self._time.start()
            self._recorder.begin(self._clock.wall())
        self._notice_gap()
        self._catch_up()
        try:
            self._carry_out(command, self._time.now_ms)
        except TooSoon:
            return Answer.TOO_SOON
        except Refused as refusal:
            self._why_not = str(refusal)
            return Answer.NOT_NOW
        finally:
            self._sound.look_ahead(self._runner)
            self.state = self._see()
        return Answer.DONE

    def mute(self, muted: bool) -> None:
        """Silence the sound or let it be heard again, at once."""
        self._sound.mute(muted)
        self.state = self._see()

    def change_volume(self, steps: int) -> None:
        """Make the cues louder or quieter at once, by so many steps; they are heard again."""
        self._sound.change_volume(steps)
        self.state = self._see()

    def silence(self) -> None:
        """Silence what is to come, at once: the program is about to end."""
        self._sound.silence()

    def close(self) -> None:
        """End the sound; log a session that is over, and keep the journal of one that is not."""
        try:
            self._save_what_is_over()
        finally:
            self.release()

    def release(self) -> None:
        """Let go of sound and journal as they are."""
        self._sound.close()
        self._recorder.close()

    def _save_what_is_over(self) -> None:
        if self._runner.state is State.REVIEWING:
            self.order(Close())
        if self._recorder.problem:
            self._recorder.retry()
        self.state = self._see()

    def _see(self) -> PlayerState:
        record = self._record()
        return PlayerState(
            view=self._viewer.view(),
            sound=self._sound.status,
            is_muted=self._sound.is_muted,
            volume=self._sound.volume,
            problem=self._recorder.problem,
            why_not=self._why_not,
            record=record,
            unsaved=self._unsaved(),
            memory=self._remember(self._runner.run),
            review=None if record is None else self._memory.review(record),
            side_problems=self._ask_beside(),
        )

    def _remember(self, run: RunState) -> SetMemory | None:
        return self._memory.see(run, started=self._recorder.started)

    def _last_time(self, run: RunState) -> LastTime | None:
        memory = self._remember(run)
        return None if memory is None else memory.last

    def _ask_beside(self) -> tuple[str, ...]:
        for sink in self._beside:
            self._side_problems += sink.take_problems()
        return self._side_problems

    def _unsaved(self) -> Record | None:
        return None if self._recorder.is_on_disk else self._draft(self._runner.final_status)

    def _record(self) -> Record | None:
        if self._runner.state is State.REVIEWING:
            return self._draft(self._runner.review_status)
        return self._recorder.record

    def _draft(self, status: SessionStatus) -> Record | None:
        return self._recorder.draft(self._runner.run, status=status)

    def _retry(self) -> None:
        """Try again, now and then, to write what a full disk has refused."""
        now_ns = self._clock.now_ns()
        if self._recorder.problem and now_ns - self._retried_ns >= RETRY_MS * NS_PER_MS:
            self._retried_ns = now_ns
            self._recorder.retry()

    def _catch_up(self) -> None:
        self._tell(self._runner.advance(self._time.now_ms))
        self._sound.look_ahead(self._runner)

    def _carry_out(self, command: Command, now_ms: int) -> None:
        events = self._runner.feed(command, now_ms)
        self._recorder.write_command(command, now_ms)
        self._tell(events)

    def _notice_gap(self) -> None:
        """Tell the runner of time in which nobody was led."""
        gap = self._gaps.look()
        if not self._time.is_started or not gap.ms or Slept not in MOVES[self._runner.state]:
            return
        self._time.add_gap(gap.slept_ms * NS_PER_MS)
        self._carry_out(Slept(gap.ms * self._time.speed), self._time.now_ms)

    def _tell(self, events: Iterable[Event]) -> None:
        for event in events:
            for sink in self._sinks:
                sink.handle(event, self._runner.run)
