"""Hearing: every cue at its moment, what there is to hear with, and a session as a file."""

from __future__ import annotations

import wave
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from benchside.hearing import APART_MS, audition, look_around, write_wav
from benchside.paths import find_home
from benchside.ports import SoundState
from benchside.testing import FakeClock, RecordingSpeaker
from benchside.timeline.cues import Cue, CueKind

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.ports import SpeakerStatus


def listen(clock: FakeClock, speaker: RecordingSpeaker) -> tuple[list[CueKind], SpeakerStatus]:
    told: list[CueKind] = []
    status = audition(
        speaker, clock, wait=lambda seconds: clock.advance(round(seconds * 1_000)), tell=told.append
    )
    return told, status


def test_every_cue_is_heard_apart_and_told_by_its_name() -> None:
    clock = FakeClock()
    speaker = RecordingSpeaker(clock)

    told, status = listen(clock, speaker)

    moments = [due.due_ns // 1_000_000 for due in speaker.heard]
    assert told == list(CueKind)
    assert [due.cue.kind for due in speaker.heard] == told
    assert {later - earlier for earlier, later in pairwise(moments)} == {APART_MS}
    assert status.state is SoundState.ON


@pytest.mark.parametrize("state", [SoundState.OFF, SoundState.NO_DEVICE, SoundState.STARTING])
def test_nothing_is_played_where_nothing_is_heard(state: SoundState) -> None:
    clock = FakeClock()
    speaker = RecordingSpeaker(clock, state=state)

    told, status = listen(clock, speaker)

    assert told == []
    assert status.state is state


def test_the_packs_that_ship_are_whole(tmp_path: Path) -> None:
    sound = look_around(find_home({"BENCHSIDE_HOME": str(tmp_path)}))

    assert {"classic", "soft", "gym"} <= {pack.name for pack in sound.packs}
    assert all(pack.problems == () for pack in sound.packs)


def test_a_session_can_be_taken_along_as_a_file(tmp_path: Path) -> None:
    home = find_home({"BENCHSIDE_HOME": str(tmp_path)})
    path = tmp_path / "cues.wav"

    problems = write_wav([Cue(2_000, CueKind.GO)], path, pack="classic", home=home)

    assert problems == ()
    with wave.open(str(path)) as sound:
        frames = sound.readframes(sound.getnframes())
    before = frames[: 2 * 96_000]
    assert not any(before)
    assert any(frames[2 * 96_000 :])
