from __future__ import annotations

import wave
from array import array
from typing import TYPE_CHECKING

from benchside.audio.backends.recorder import RecorderSpeaker
from benchside.audio.pack import Pack
from benchside.audio.samples import samples_of
from benchside.player.ports import ScheduledCue, SoundState
from benchside.testing.fakes import FakeClock
from benchside.timeline.cues import Cue, CueKind

if TYPE_CHECKING:
    from pathlib import Path

MS = 1_000_000
PACK = Pack("clicks", sounds={"go": array("h", [1_000] * 480)})


def onsets(path: Path) -> list[int]:
    """Give the milliseconds at which sounds begin."""
    with wave.open(str(path), "rb") as file:
        heard = samples_of(file.readframes(file.getnframes()))
    return [at // 48 for at, value in enumerate(heard) if value and (at == 0 or not heard[at - 1])]


def due(clock: FakeClock, *in_ms: int) -> list[ScheduledCue]:
    return [ScheduledCue(clock.now_ns() + ms * MS, Cue(0, CueKind.GO)) for ms in in_ms]


def test_the_file_holds_each_cue_at_its_moment(tmp_path: Path) -> None:
    clock = FakeClock()
    recorder = RecorderSpeaker(tmp_path / "heard.wav", PACK, now_ns=clock.now_ns)

    recorder.schedule(due(clock, 0, 250, 1_337))
    clock.advance(2_000)
    recorder.close()

    assert onsets(tmp_path / "heard.wav") == [0, 250, 1_337]


def test_what_was_cancelled_is_not_in_the_file(tmp_path: Path) -> None:
    clock = FakeClock()
    recorder = RecorderSpeaker(tmp_path / "heard.wav", PACK, now_ns=clock.now_ns)
    recorder.schedule(due(clock, 100, 600))

    clock.advance(500)
    recorder.cancel()
    clock.advance(500)
    recorder.close()

    assert onsets(tmp_path / "heard.wav") == [100]


def test_what_was_muted_is_not_in_the_file(tmp_path: Path) -> None:
    clock = FakeClock()
    recorder = RecorderSpeaker(tmp_path / "heard.wav", PACK, now_ns=clock.now_ns)
    recorder.set_volume(1.0, muted=True)
    recorder.schedule(due(clock, 100))

    clock.advance(500)
    recorder.set_volume(1.0, muted=False)
    recorder.schedule(due(clock, 100))
    clock.advance(500)
    recorder.close()

    assert onsets(tmp_path / "heard.wav") == [600]


def test_a_file_that_cannot_be_written_is_told_and_stops_nothing(tmp_path: Path) -> None:
    clock = FakeClock()

    recorder = RecorderSpeaker(tmp_path / "gone" / "heard.wav", PACK, now_ns=clock.now_ns)
    recorder.schedule(due(clock, 0))

    assert recorder.status().state is SoundState.NO_DEVICE
    assert "No such file" in recorder.status().detail
    recorder.close()
