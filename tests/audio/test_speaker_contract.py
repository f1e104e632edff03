"""What every speaker promises, whatever takes its sound."""

from __future__ import annotations

import io
import os
import sys
import time
from typing import TYPE_CHECKING

import pytest

from benchside.audio.backends.bell import BellSpeaker
from benchside.audio.backends.recorder import RecorderSpeaker
from benchside.audio.backends.silent import SilentSpeaker
from benchside.audio.child import ChildProcess
from benchside.audio.client import COMMAND, SpeakerProcess
from benchside.audio.factory import open_pack, packs_folders
from benchside.audio.narrator import Narrator
from benchside.audio.protocol import Open
from benchside.audio.voice import load_phrases
from benchside.player.clock import now_ns
from benchside.player.ports import ScheduledCue, SoundState, Speaker, SpeakerStatus
from benchside.testing.fakes import FakeClock, RecordingSpeaker
from benchside.timeline.cues import Cue, CueKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MS = 1_000_000
WITHOUT_CARD = {SoundState.NO_DEVICE}
if sys.platform != "linux":
    WITHOUT_CARD.add(SoundState.ON)  # only ALSA's cards can be hidden

SETTLED = {
    "recording fake": {SoundState.ON},
    "silent": {SoundState.OFF},
    "bell": {SoundState.ON},
    "narrator": {SoundState.ON},
    "recorder": {SoundState.ON},
    "miniaudio": {SoundState.ON},
    "simpleaudio": WITHOUT_CARD,
}
"""How each may be when it had its time. miniaudio plays to nobody, for simpleaudio there is no card
or it is not installed."""

PATIENCE_S = 60
A_FEW_WORDS_S = 1.0
"""A speaker process tells twice a second how it is."""


@pytest.fixture
def clock() -> FakeClock:
    """Stand at the present, which the speaker processes know by themselves."""
    return FakeClock(now_ns=now_ns())


@pytest.fixture(params=SETTLED)
def kind(request: pytest.FixtureRequest) -> str:
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture
def speaker(kind: str, clock: FakeClock, tmp_path: Path) -> Iterator[Speaker]:
    folders = [str(folder) for folder in packs_folders(None)]
    made: Speaker
    match kind:
        case "recording fake":
            made = RecordingSpeaker(clock)
        case "silent":
            made = SilentSpeaker()
        case "bell":
            made = BellSpeaker(io.StringIO(), now_ns=clock.now_ns)
        case "narrator":
            made = Narrator(RecordingSpeaker(clock), load_phrases("en"))
        case "recorder":
            made = RecorderSpeaker(
                tmp_path / "heard.wav", open_pack("classic"), now_ns=clock.now_ns
            )
        case "miniaudio":
            made = SpeakerProcess(Open("null", "classic", folders, 1.0, muted=False))
        case _:
            (tmp_path / "asound.conf").touch()
            no_card = {**os.environ, "ALSA_CONFIG_PATH": str(tmp_path / "asound.conf")}
            made = SpeakerProcess(
                Open("simpleaudio", "classic", folders, 1.0, muted=False),
                start=lambda: ChildProcess(COMMAND, no_card),
            )
    yield made
    made.close()


def settle(speaker: Speaker) -> SpeakerStatus:
    """Give a speaker time to tell how it is."""
    deadline = time.monotonic() + PATIENCE_S
    while (status := speaker.status()).state is SoundState.STARTING:
        assert time.monotonic() < deadline, "it never says how it is"
        time.sleep(0.01)
    return status


def cues(clock: FakeClock, *in_ms: int) -> list[ScheduledCue]:
    return [ScheduledCue(clock.now_ns() + ms * MS, Cue(0, CueKind.GO)) for ms in in_ms]


def test_every_call_is_taken_at_any_time(speaker: Speaker, clock: FakeClock) -> None:
    speaker.set_volume(0.5, muted=False)
    speaker.schedule(cues(clock, 100, 50, 100))
    speaker.say(clock.now_ns(), "Last set")
    speaker.cancel()
    speaker.cancel()
    speaker.schedule([])

    assert isinstance(speaker.status().state, SoundState)


def test_status_tells_how_it_is_and_stays_so_while_it_is_used(
    speaker: Speaker, kind: str, clock: FakeClock
) -> None:
    settled = settle(speaker)

    assert settled.state in SETTLED[kind]
    speaker.schedule(cues(clock, 5_000, 6_000))
    speaker.set_volume(0.5, muted=False)
    speaker.cancel()
    until = time.monotonic() + (A_FEW_WORDS_S if isinstance(speaker, SpeakerProcess) else 0)
    while time.monotonic() < until:
        assert speaker.status() == settled
        time.sleep(0.01)
    assert speaker.status() == settled
    assert settled.dropped == 0


def test_a_cue_long_past_is_counted_where_there_is_sound_and_never_played(
    speaker: Speaker, clock: FakeClock
) -> None:
    settled = settle(speaker)

    speaker.schedule(cues(clock, -3_000, -2_000))

    late = 2 if settled.state is SoundState.ON else 0
    deadline = time.monotonic() + PATIENCE_S
    while speaker.status().dropped < late:
        assert time.monotonic() < deadline, speaker.status()
        clock.advance(10)
        time.sleep(0.01)
    assert speaker.status().dropped == late


def test_a_speaker_can_be_closed_twice_and_asked_afterwards(speaker: Speaker) -> None:
    speaker.close()
    speaker.close()

    assert isinstance(speaker.status().state, SoundState)
