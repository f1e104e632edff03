"""What a lifter hears of the real speaker, at the monitor of a sound card that nobody hears.

One card and one recording serve all tests; each has a speaker of its own.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchmarks.virtual_card import VirtualCard, recording, virtual_card, why_not
from benchside.audio.backends.simpleaudio_output import installed, refusal
from benchside.audio.child import ChildProcess
from benchside.audio.client import COMMAND, SpeakerProcess
from benchside.audio.factory import packs_folders
from benchside.audio.protocol import Open
from benchside.player.clock import now_ns
from benchside.player.ports import SoundState
from tests.audio.ear import MS, WAY_NS, Ear, beeps, play, speaker_at, wait_for, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

FOLDERS = [str(folder) for folder in packs_folders(None)]
ASKED = Open("miniaudio", "classic", FOLDERS, 1.0, muted=False)

NO_SIMPLEAUDIO = refusal(sys.version_info[:2], installed())


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VirtualCard]:
    with virtual_card(tmp_path_factory.mktemp("card")) as card:
        yield card


@pytest.fixture(scope="module")
def ear(card: VirtualCard) -> Iterator[Ear]:
    with recording(card) as recorder:
        yield Ear(recorder)


@pytest.mark.slow
def test_a_cancel_silences_what_is_to_come_and_nothing_else(card: VirtualCard, ear: Ear) -> None:
    with closing(speaker_at(card, ASKED)) as speaker:
        wait_for(speaker, SoundState.ON)
        ear.listen_anew()
        soon, later = beeps(3), beeps(3, begin_ms=2_200)
        speaker.schedule([*soon, *later])
        wait_until(speaker, lambda: now_ns() > soon[-1].due_ns + WAY_NS)
        assert ear.onsets

        speaker.cancel()
        ear.listen_anew()
        wait_until(speaker, lambda: now_ns() > later[-1].due_ns + WAY_NS)
        assert ear.onsets == []

        play(speaker, beeps(2))
        assert ear.onsets


@pytest.mark.slow
def test_nothing_is_heard_while_muted(card: VirtualCard, ear: Ear) -> None:
    asked = Open("miniaudio", "classic", FOLDERS, 1.0, muted=True)
    with closing(speaker_at(card, asked)) as speaker:
        wait_for(speaker, SoundState.MUTED)
        ear.listen_anew()

        play(speaker, beeps(2))
        assert ear.peak == 0

        speaker.set_volume(1.0, muted=False)
        play(speaker, beeps(2))
        assert ear.onsets

        ear.listen_anew()
        speaker.set_volume(1.0, muted=True)
        play(speaker, beeps(2))
        assert ear.peak == 0


@pytest.mark.slow
def test_after_a_speaker_was_killed_its_cues_are_heard_from_the_next_one(
    card: VirtualCard, ear: Ear
) -> None:
    children: list[ChildProcess] = []

    def start() -> ChildProcess:
        children.append(ChildProcess(COMMAND, {**os.environ, **card.environment}))
        return children[-1]

    with closing(SpeakerProcess(ASKED, start=start)) as speaker:
        wait_for(speaker, SoundState.ON)
        ear.listen_anew()
        cues = beeps(14)
        speaker.schedule(cues)
        wait_until(speaker, lambda: bool(ear.onsets))

        os.kill(children[-1].pid, signal.SIGKILL)
        wait_for(speaker, SoundState.LOST)
        wait_for(speaker, SoundState.ON)
        ear.listen_anew()
        back_ns, lost_before = now_ns(), speaker.status().dropped
        wait_until(speaker, lambda: now_ns() > cues[-1].due_ns + WAY_NS)

        still_to_come = sum(cue.due_ns > back_ns for cue in cues)
        lost_since = speaker.status().dropped - lost_before
        assert len(ear.onsets) + lost_since >= still_to_come


@pytest.mark.slow
def test_a_lower_volume_makes_the_same_cue_quieter(card: VirtualCard, ear: Ear) -> None:
    with closing(speaker_at(card, ASKED)) as speaker:
        wait_for(speaker, SoundState.ON)
        ear.listen_anew()
        play(speaker, beeps(2))
        loud = ear.peak

        ear.listen_anew()
        speaker.set_volume(0.3, muted=False)
        play(speaker, beeps(2))

        assert 0 < ear.peak < loud / 5


@pytest.mark.slow
def test_without_bluetooth_nothing_at_all_sounds_between_cues(card: VirtualCard, ear: Ear) -> None:
    with closing(speaker_at(card, ASKED)) as speaker:
        wait_for(speaker, SoundState.ON)

        loudness = ear.spectrum_of_a_second(speaker)

    assert max(loudness) == 0


@pytest.mark.slow
def test_a_tone_too_quiet_to_hear_keeps_the_bluetooth_link_awake(
    card: VirtualCard, ear: Ear
) -> None:
    asked = Open("miniaudio", "classic", FOLDERS, 1.0, muted=False, keep_link_awake=True)
    with closing(speaker_at(card, asked)) as speaker:
        wait_for(speaker, SoundState.ON)

        loudness = ear.spectrum_of_a_second(speaker)

    assert 24 <= loudness.index(max(loudness)) <= 26
    assert 4 < max(loudness) < 24


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
def test_a_phrase_is_spoken(card: VirtualCard, ear: Ear) -> None:
    asked = Open("miniaudio", "classic", FOLDERS, 1.0, muted=False, language="en")
    with closing(speaker_at(card, asked)) as speaker:
        wait_for(speaker, SoundState.ON)
        ear.listen_anew()

        speaker.say(now_ns() + 1_000 * MS, "Last set")
        wait_until(speaker, lambda: bool(ear.onsets))

        assert speaker.status().detail == ""


@pytest.mark.skipif(bool(NO_SIMPLEAUDIO), reason=NO_SIMPLEAUDIO)
@pytest.mark.skipif(
    not [*Path("/usr").glob("lib*/**/alsa-lib/libasound_module_pcm_pulse.so")],
    reason="libasound2-plugins is not installed",
)
def test_simpleaudio_is_heard_until_it_is_cancelled(card: VirtualCard, ear: Ear) -> None:
    asked = Open("simpleaudio", "classic", FOLDERS, 1.0, muted=False)
    with closing(speaker_at(card, asked)) as speaker:
        wait_for(speaker, SoundState.ON)
        ear.listen_anew()
        later = beeps(3, begin_ms=2_200)
        speaker.schedule(later)

        play(speaker, beeps(3))
        assert ear.onsets

        speaker.cancel()
        ear.listen_anew()
        wait_until(speaker, lambda: now_ns() > later[-1].due_ns + WAY_NS)
        assert ear.onsets == []
