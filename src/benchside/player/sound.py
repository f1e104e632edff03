"""The sound of a session: its cues, handed to the speaker ahead of time, and what is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.player.announcing import announcement_of, last_time_ms
from benchside.player.ports import ScheduledCue, SoundState, SpeakerStatus
from benchside.runner import CueReached, CuesChanged
from benchside.view import set_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from benchside.log import LastTime
    from benchside.player.announcing import Announcement
    from benchside.player.ports import Phrases, Speaker
    from benchside.player.session_clock import SessionClock
    from benchside.runner import Event, Runner, RunState
    from benchside.timeline import Cue
    from benchside.view import SetView

HORIZON_MS: Final = 4_000
"""So far ahead cues are handed to the speaker, less `TOP_UP_MS` at the least."""

TOP_UP_MS: Final = 1_000
"""The speaker is told about more cues once so much of the horizon is used up."""

VOLUME_STEP: Final = 0.1
"""Of the whole, for one press of louder or quieter."""


def _never(_run: RunState) -> None:
    """Know nothing of an exercise."""


class SessionSound:
    """Plays the cues of a session. A sink of its events."""

    def __init__(
        self,
        speaker: Speaker,
        clock: SessionClock,
        *,
        phrases: Phrases | None = None,
        last_time: Callable[[RunState], LastTime | None] = _never,
        volume: float = 1.0,
        muted: bool = False,
    ) -> None:
        """Play by `speaker`; `last_time` says how the exercise that is shown was done last."""
        self._speaker = speaker
        self._clock = clock
        self._phrases = phrases
        self._last_time = last_time
        self._scheduled: set[Cue] = set()
        self._scheduled_until_ms = -1
        self._announced_ms: int | None = None
        """When the count-in begins of the set that was announced last."""
        self.status = SpeakerStatus(SoundState.STARTING)
        """What the speaker said of itself when it was last asked."""
        self.volume = volume
        """0 to 1."""
        self.is_muted = muted
        speaker.set_volume(volume, muted=muted)

    def handle(self, event: Event, run: RunState) -> None:  # noqa: ARG002 - what every sink gets
        """Play a cue that is due; forget those that do not hold any more."""
        match event:
            case CueReached():
                self._schedule((event.cue,))
            case CuesChanged():
                self._speaker.cancel()
                self._scheduled.clear()
                self._scheduled_until_ms = -1
                self._announced_ms = None
            case _:
                pass

    def look_ahead(self, runner: Runner) -> None:
        """Hand over what comes within the horizon, if no command comes."""
        self._announce(runner)
        now_ms, speed = runner.now_ms, self._clock.speed
        until_ms = now_ms + HORIZON_MS * speed
        if until_ms - self._scheduled_until_ms < TOP_UP_MS * speed:
            return
        self._scheduled = {cue for cue in self._scheduled if cue.at_ms >= now_ms}
        self._schedule(runner.cues_until(until_ms))
        self._scheduled_until_ms = until_ms

    def ask(self) -> None:
        """Ask the speaker how it is, which keeps it alive."""
        self.status = self._speaker.status()

    def mute(self, muted: bool) -> None:
        """Silence the sound or let it be heard again, at once."""
        self.is_muted = muted
        self._speaker.set_volume(self.volume, muted=muted)

    def change_volume(self, steps: int) -> None:
        """Make the cues louder or quieter at once, by so many steps; they are heard again."""
        self.volume = min(max(round(self.volume + steps * VOLUME_STEP, 2), 0.0), 1.0)
        self.mute(False)

    def silence(self) -> None:
        """Silence what is to come, at once."""
        self._speaker.cancel()

    def close(self) -> None:
        """End the sound."""
        self._speaker.cancel()
        self._speaker.close()

    def _schedule(self, cues: Iterable[Cue]) -> None:
        """Hand cues to the speaker, each once."""
        fresh = [
            ScheduledCue(self._clock.ns_of(cue.at_ms), cue)
            for cue in cues
            if cue not in self._scheduled
        ]
        if fresh:
            self._scheduled.update(one.cue for one in fresh)
            self._speaker.schedule(fresh)

    def _announce(self, runner: Runner) -> None:
        """Have said what comes, in time before the count-in: a phrase takes time to render."""
        if self._phrases is None:
            return
        coming = announcement_of(runner.run)
        if coming is None or coming.prepare_ms == self._announced_ms:
            return
        self._announced_ms = coming.prepare_ms
        view = set_view(runner.run.agenda, runner.run.agenda.at(coming.set))
        text = self._phrases.for_set(view, is_brief=coming.is_brief)
        self._speaker.say(self._clock.ns_of(coming.at_ms), text)
        self._tell_last_time(runner.run, coming, view)

    def _tell_last_time(self, run: RunState, coming: Announcement, view: SetView) -> None:
        """Have said what was done last time, before the first set of an exercise."""
        at_ms = last_time_ms(run, coming)
        if self._phrases is None or at_ms is None or view.number > 1 or view.is_ramp:
            return
        last = self._last_time(run)
        if last is not None:
            self._speaker.say(self._clock.ns_of(at_ms), self._phrases.for_last_time(last))
