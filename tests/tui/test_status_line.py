from __future__ import annotations

import pytest

from benchside.player.ports import SoundState, SpeakerStatus
from benchside.tui.widgets.status_line import StatusLine


def line_of(sound: SpeakerStatus) -> str:
    line = StatusLine()
    line.set_reactive(StatusLine.sound, sound)
    return line.render().plain


@pytest.mark.parametrize("state", [SoundState.ON, SoundState.MUTED])
def test_cues_that_came_too_late_for_the_device_are_counted(state: SoundState) -> None:
    assert "4 cues late" in line_of(SpeakerStatus(state, "a card", dropped=4))


@pytest.mark.parametrize(
    "state", [SoundState.NO_DEVICE, SoundState.LOST, SoundState.OFF, SoundState.STARTING]
)
def test_without_a_device_no_cue_is_called_late(state: SoundState) -> None:
    assert "late" not in line_of(SpeakerStatus(state, dropped=43))


def test_nothing_is_told_of_late_cues_where_there_are_none() -> None:
    assert "late" not in line_of(SpeakerStatus(SoundState.ON, "a card"))
