"""How the machine is: the sound in a word, and what goes wrong, if anything does."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from benchside.ports import SoundState, SpeakerStatus
from benchside.tui.lines import joined
from benchside.tui.text import SOUNDS, clock, plain


class StatusLine(Widget):
    """One row above the keys."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1;
        padding: 0 3;
        color: $text-muted;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    sound = reactive(SpeakerStatus(SoundState.STARTING))
    is_muted = reactive(False)
    slept_s = reactive(0)
    trouble = reactive("")

    def render(self) -> Content:
        """Write the sound first, trouble last and loud."""
        state = SoundState.MUTED if self.is_muted else self.sound.state
        is_heard = state is SoundState.ON
        slept = f"the laptop slept {clock(self.slept_s)}" if self.slept_s else ""
        dropped = f"{self.sound.dropped} cues came too late" if self.sound.dropped else ""
        return joined(
            [
                Content.styled(
                    f"{'♪' if is_heard else '∅'} {SOUNDS[state]}",
                    "" if is_heard else "$text-warning",
                ),
                plain(dropped),
                plain(slept),
                plain(self.trouble).stylize("bold $text-error"),
            ]
        )
