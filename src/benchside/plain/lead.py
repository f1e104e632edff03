"""Leads a session on plain lines: reads what is typed, ticks the player, says what is new.

The same player and the same log as on the screen. A line that is typed acts at once. Lines that a
pipe or file brings in a bunch are taken one after the other: a `go` among them waits until the
session asks for a key, so that a prepared list of answers leads through a session.

The end of the input ends no session: it goes on by itself. Whatever would wait for a key begins
at once then, and sets that only a key ends last as long as they are estimated to.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, Protocol

from benchside.plain.narration import narrate, refused, seconds_of, where
from benchside.plain.typed import ARGUMENTS, WORDS, Order, understand
from benchside.ports import SoundState
from benchside.runner.commands import Go, Note
from benchside.runner.done import SessionStatus
from benchside.runner.view import Mood
from benchside.session.mistake import Mistake, shown
from benchside.timeline.estimate import nominal_reps, nominal_side_ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.plain.keys import Keys
    from benchside.ports import SpeakerStatus
    from benchside.runner.commands import Command
    from benchside.runner.view import View
    from benchside.timeline.steps import Timeline

TICK_S: Final = 0.05

LAST_SOUND_S: Final = 1.5
"""The sound of the end comes and goes within it."""

_WAITING: Final = frozenset({Mood.READY, Mood.WAIT, Mood.PAUSED})
"""Moods that only a key ends."""


class Led(Protocol):
    """What is asked of a player."""

    view: View
    sound: SpeakerStatus
    muted: bool
    volume: float

    @property
    def timeline(self) -> Timeline:
        """The session as steps."""
        ...

    @property
    def trouble(self) -> str:
        """What keeps the session from being safe on disk; empty where all is well."""
        ...

    def tick(self) -> View:
        """Let the session come up to now."""
        ...

    def mute(self, muted: bool) -> None:
        """Silence the sound or let it be heard again."""
        ...

    def change_volume(self, steps: int) -> None:
        """Make the sound louder or quieter, by so many steps."""
        ...

    def press(self, command: Command) -> bool:
        """Carry out a command now; False if it is not legal."""
        ...


class Leader:
    """A session being led on lines; `lead` returns when it is over or left."""

    def __init__(
        self, player: Led, keys: Keys, say: Callable[[str], None], *, is_typed: bool
    ) -> None:
        self._player = player
        self._keys = keys
        self._print = say
        self._is_typed = is_typed
        self._bunch: deque[str] = deque()
        self._told: View | None = None
        self._told_trouble = ""
        self._told_sound = ""
        self._is_alone = False

    def lead(self) -> bool:
        """Lead to the end; False if it was left before, to go on later."""
        while self._tell(self._player.tick()).status is None:
            for line in self._listen():
                if not self._act(line):
                    return False
            if not self._keys.is_open and not self._bunch:
                self._go_on_alone()
        self._let_it_ring()
        return True

    def _let_it_ring(self) -> None:
        """Wait until the end has been heard, where there is sound."""
        has_sound = self._player.sound.state is SoundState.ON
        if has_sound and self._player.view.status is not SessionStatus.ABANDONED:
            for _ in range(round(LAST_SOUND_S / TICK_S)):
                self._keys.idle(TICK_S)
                self._player.tick()

    def _tell(self, view: View) -> View:
        for line in narrate(self._told, view):
            self._say(line)
        self._told = view
        if self._player.trouble != self._told_trouble:
            self._told_trouble = self._player.trouble
            self._say(self._told_trouble or "The session is safe on disk again.")
        sound = sound_of(self._player.sound)
        if sound != self._told_sound:
            self._told_sound = sound
            self._say(sound)
        return view

    def _say(self, line: str) -> None:
        """Say a line; text from files commands no terminal."""
        self._print(shown(line))

    def _listen(self) -> list[str]:
        """Give the lines whose turn it is."""
        if not self._bunch:
            came = self._keys.wait(TICK_S)
            if self._is_typed or len(came) <= 1:
                return came
            self._bunch.extend(came)
        else:
            self._keys.idle(TICK_S)
        if not _is_go(self._bunch[0]):
            return [self._bunch.popleft()]
        if waits_for_key(self._player.view) and self._player.press(Go()):
            self._bunch.popleft()
        return []

    def _act(self, line: str) -> bool:
        """Do what was typed; False if it is to leave."""
        try:
            meant = understand(line)
        except Mistake as mistake:
            self._say(f"{mistake.message}; {mistake.expected}")
            return True
        match meant:
            case Order.LEAVE:
                return False
            case Order.WHERE:
                self._say(where(self._player.view))
            case Order.MUTE:
                self._player.mute(not self._player.muted)
                self._say("Muted." if self._player.muted else "To be heard again.")
            case Order.LOUDER | Order.QUIETER:
                self._player.change_volume(1 if meant is Order.LOUDER else -1)
                self._say(f"Volume {self._player.volume:.0%}.")
            case Order.HELP:
                for told in help_lines():
                    self._say(told)
            case _:
                self._press(meant)
        return True

    def _press(self, command: Command) -> None:
        if not self._player.press(command):
            self._say(refused(self._player.view))
        elif isinstance(command, Note):
            self._say("Noted.")

    def _go_on_alone(self) -> None:
        if not self._is_alone:
            self._is_alone = True
            self._say("No more keys can come: the session goes on by itself.")
        if is_over_by_itself(self._player.view, self._player.timeline):
            self._player.press(Go())


def _is_go(line: str) -> bool:
    try:
        return isinstance(understand(line), Go)
    except Mistake:
        return False


def waits_for_key(view: View) -> bool:
    """Whether nothing happens until the athlete says so."""
    return view.mood in _WAITING or _is_open(view)


def is_over_by_itself(view: View, timeline: Timeline) -> bool:
    """Whether what waits for a key has waited as long as it is estimated to take."""
    only_reps_are_missing = view.mood is Mood.REST and view.sets_done == view.sets_total
    if view.mood in _WAITING or only_reps_are_missing:
        return True
    planned = timeline.sets[view.set.index].plan
    if view.mood is Mood.LIFT:
        return seconds_of(view.digits) * 1_000 >= nominal_side_ms(planned)
    return _is_open(view) and (view.reps_done or 0) >= nominal_reps(planned)


def _is_open(view: View) -> bool:
    """Whether a set is lifted at will, or to a beat without a last rep."""
    return view.mood is Mood.LIFT or (
        view.reps_done is not None and view.reps_target.endswith(("+", "max"))
    )


def sound_of(status: SpeakerStatus) -> str:
    """Tell how the sound is; empty while it is not known."""
    detail = f"; {status.detail}" if status.detail else ""
    match status.state:
        case SoundState.STARTING:
            return ""
        case SoundState.ON:
            return f"Sound on{f': {status.device}' if status.device else ''}{detail}."
        case SoundState.LOST:
            return "The sound is lost; the session goes on."
        case _:
            return f"Sound: {status.state}{detail}."


def help_lines() -> list[str]:
    """Every word that may be typed, a line each."""
    told = [f"{word}: {meaning}." for word, (_, meaning) in WORDS.items()]
    return told + [f"{word}: {meaning}." for word, meaning in ARGUMENTS.items()]
