"""How the machine is: the sound in a word, and what goes wrong, if anything does."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.player import SoundState, SpeakerStatus
from benchside.session import clock_text
from benchside.tui.lines import joined
from benchside.tui.text import plain
from benchside.tui.text.session import SOUNDS, no_sound
from benchside.view import counted

_SIGNS = {SoundState.ON: "♪", SoundState.STARTING: "♪"}
_BAD = frozenset({SoundState.NO_DEVICE, SoundState.LOST})
"""Nobody asked for this silence."""

_PLAYING = frozenset({SoundState.ON, SoundState.MUTED})
"""A device takes the sound, so a cue can come too late for it."""

TOLD_S = 10
"""What keeps the sound from being heard is told for so long."""


class StatusLine(Widget):
    """One row above the keys."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 2;
        color: $text-muted;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    sound = reactive(SpeakerStatus(SoundState.STARTING))
    is_muted = reactive(False)
    volume: reactive[float | None] = reactive(None)
    """0 to 1; None until somebody changes it."""
    slept_s = reactive(0)
    problem = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._told: set[str] = set()

    def watch_problem(self, problem: str) -> None:
        """Keep the row where it is needed, however small the terminal is."""
        self.set_class(bool(problem), "-problem")

    def watch_sound(self, sound: SpeakerStatus) -> None:
        """Tell once what keeps some of the sound, or all of it, from being heard."""
        self.set_class(sound.state in _BAD, "-bad")
        is_settled = sound.state in (SoundState.ON, SoundState.NO_DEVICE)
        if sound.detail and is_settled and sound.detail not in self._told:
            self._told.add(sound.detail)
            is_silent = sound.state is SoundState.NO_DEVICE
            told = no_sound(sound.reason) if is_silent else sound.detail
            self.notify(told, severity="warning", markup=False, timeout=TOLD_S)

    def render(self) -> Content:
        """Write the problem first: it may be all there is room for."""
        volume = "" if self.volume is None else f"volume {self.volume:.0%}"
        state = SoundState.MUTED if self.is_muted else self.sound.state
        slept = f"asleep or stopped {clock_text(self.slept_s)}" if self.slept_s else ""
        is_late = self.sound.dropped and self.sound.state in _PLAYING
        late = f"{counted(self.sound.dropped, 'cue')} late" if is_late else ""
        return joined(
            [
                plain(self.problem).stylize("bold $text-error"),
                Content.styled(
                    f"{_SIGNS.get(state, '∅')} {SOUNDS[state]}",
                    "$text-warning" if state in _BAD else "",
                ),
                plain(volume),
                plain(late),
                plain(slept),
            ]
        )
