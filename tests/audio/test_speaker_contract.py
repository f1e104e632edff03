"""What every speaker promises, whatever takes its sound."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from benchside.audio.backends.bell import BellSpeaker
from benchside.audio.backends.recorder import RecorderSpeaker
from benchside.audio.backends.silent import SilentSpeaker
from benchside.audio.client import SpeakerProcess
from benchside.audio.factory import open_pack, packs_folders
from benchside.audio.narrator import Narrator
from benchside.audio.protocol import Open
from benchside.audio.voice import load_phrases
from benchside.ports import DueCue, SoundState, Speaker
from benchside.testing.fakes import FakeClock, RecordingSpeaker
from benchside.timeline.cues import Cue, CueKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MS = 1_000_000
KINDS = ["recording fake", "silent", "bell", "narrator", "recorder", "miniaudio", "simpleaudio"]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=KINDS)
def speaker(request: pytest.FixtureRequest, clock: FakeClock, tmp_path: Path) -> Iterator[Speaker]:
    folders = [str(folder) for folder in packs_folders(None)]
    made: Speaker
    match request.param:
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
            made = SpeakerProcess(Open("simpleaudio", "classic", folders, 1.0, muted=False))
    yield made
    made.close()


def cues(clock: FakeClock, *in_ms: int) -> list[DueCue]:
    return [DueCue(clock.now_ns() + ms * MS, Cue(0, CueKind.GO)) for ms in in_ms]


def test_every_call_is_taken_at_any_time(speaker: Speaker, clock: FakeClock) -> None:
    speaker.set_volume(0.5, muted=False)
    speaker.schedule(cues(clock, 100, 50, 100))
    speaker.say(clock.now_ns(), "Last set")
    speaker.cancel()
    speaker.cancel()
    speaker.schedule([])

    assert isinstance(speaker.status().state, SoundState)


def test_status_tells_the_state_in_one_word(speaker: Speaker) -> None:
    status = speaker.status()

    assert status.state in SoundState
    assert status.dropped == 0


def test_a_speaker_can_be_closed_twice_and_asked_afterwards(speaker: Speaker) -> None:
    speaker.close()
    speaker.close()

    assert isinstance(speaker.status().state, SoundState)
