"""The real thing, against a sound card that nobody hears; where there can be none it says why."""

from __future__ import annotations

import os
import signal
import time
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

import pytest

from benchside.audio.child import ChildProcess
from benchside.audio.client import COMMAND, SpeakerProcess
from benchside.audio.factory import packs_folders
from benchside.audio.protocol import Open
from benchside.clock import now_ns
from benchside.ports import DueCue, SoundState
from benchside.timeline.cues import Cue, CueKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

from benchmarks.virtual_card import VirtualCard, find_onsets, recording, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

MS = 1_000_000
FOLDERS = [str(folder) for folder in packs_folders(None)]
ASKED = Open("miniaudio", "classic", FOLDERS, 1.0, muted=False)
PATIENCE_S = 60
"""A busy machine may take its time; a speaker that never comes back is the fault to find."""

ATTEMPTS = 4
"""A shared machine that stands still for 100 ms tears recorder and player alike; then once more."""


@pytest.fixture
def card(tmp_path: Path) -> Iterator[VirtualCard]:
    """A card that is switched off."""
    card = VirtualCard(tmp_path / "card")
    yield card
    card.stop()


@pytest.fixture
def speaker(card: VirtualCard) -> Iterator[SpeakerProcess]:
    environment = {**os.environ, **card.environment}
    speaker = SpeakerProcess(ASKED, start=lambda: ChildProcess(COMMAND, environment))
    yield speaker
    speaker.close()


def wait_for(speaker: SpeakerProcess, state: SoundState) -> None:
    """Wait until the speaker says so; how fast it is, is the benchmark's to tell."""
    deadline = time.monotonic() + PATIENCE_S
    while speaker.status().state is not state:
        assert time.monotonic() < deadline, speaker.status()
        time.sleep(0.01)


def play(speaker: SpeakerProcess, count: int, apart_ms: int) -> None:
    begin_ns = now_ns() + 500 * MS
    due = [begin_ns + n * apart_ms * MS for n in range(count)]
    speaker.schedule([DueCue(moment, Cue(0, CueKind.COUNT_IN)) for moment in due])
    while now_ns() < due[-1] + 500 * MS:
        speaker.status()
        time.sleep(0.05)


def test_cues_are_heard_where_they_are_due(card: VirtualCard, speaker: SpeakerProcess) -> None:
    card.start()

    for _ in range(ATTEMPTS):
        with recording(card) as recorder:
            wait_for(speaker, SoundState.ON)
            play(speaker, count=12, apart_ms=250)
        onsets = find_onsets(recorder.samples)
        errors = [b - a - 12_000 for a, b in pairwise(onsets)]
        if len(onsets) == 12 and not any(errors):
            break

    if len(onsets) != 12:
        pytest.skip(f"the machine stood still in {ATTEMPTS} recordings; {len(onsets)} of 12 heard")
    assert median(errors) == 0


def test_without_a_card_the_session_goes_on_and_sound_comes_with_the_card(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    wait_for(speaker, SoundState.NO_DEVICE)

    card.start()

    wait_for(speaker, SoundState.ON)


def test_sound_comes_back_by_itself_after_a_restart_of_the_sound_server(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    card.start()
    wait_for(speaker, SoundState.ON)

    card.stop()
    card.start()
    wait_for(speaker, SoundState.LOST)

    wait_for(speaker, SoundState.ON)


def test_a_card_that_goes_away_is_told_and_one_that_comes_back_is_used(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    card.start()
    wait_for(speaker, SoundState.ON)

    card.stop()
    wait_for(speaker, SoundState.NO_DEVICE)
    card.start()

    wait_for(speaker, SoundState.ON)


def test_a_frozen_sound_server_is_survived(card: VirtualCard, speaker: SpeakerProcess) -> None:
    card.start()
    wait_for(speaker, SoundState.ON)

    os.kill(card.pid, signal.SIGSTOP)
    wait_for(speaker, SoundState.LOST)
    time.sleep(1)
    os.kill(card.pid, signal.SIGCONT)

    wait_for(speaker, SoundState.ON)
