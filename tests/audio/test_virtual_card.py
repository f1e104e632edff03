"""The real thing, against a sound card that nobody hears; where there can be none it says why."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from benchmarks.virtual_card import (
    RATE,
    SINK,
    Recorder,
    VirtualCard,
    find_onsets,
    recording,
    why_not,
)
from benchside.audio.client import COMMAND
from benchside.audio.factory import packs_folders
from benchside.audio.protocol import Open, encode
from benchside.player.clock import now_ns
from benchside.player.ports import SoundState
from tests.audio.ear import MS, PATIENCE_S, beeps, play, speaker_at, wait_for, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchside.audio.client import SpeakerProcess

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

FOLDERS = [str(folder) for folder in packs_folders(None)]
ASKED = Open("miniaudio", "classic", FOLDERS, 1.0, muted=False)
ATTEMPTS = 4
"""A shared machine that stands still for 100 ms tears recorder and player alike; then once more."""

TORN_NS = 30 * MS
"""Pieces of a whole recording come up to 15 ms sooner or later than even ones would."""

SAMPLES_A_MS = RATE // 1000
EXACT_SAMPLES = 5
"""A tenth of a millisecond."""


@pytest.fixture
def card(tmp_path: Path) -> Iterator[VirtualCard]:
    """A card that is switched off."""
    card = VirtualCard(tmp_path / "card")
    yield card
    card.stop()


@pytest.fixture
def speaker(card: VirtualCard) -> Iterator[SpeakerProcess]:
    speaker = speaker_at(card, ASKED)
    yield speaker
    speaker.close()


def is_torn(recorder: Recorder, *, begin_offset_ns: int) -> bool:
    """Whether the recorder lost some of the time since the begin."""
    last_second_ns = now_ns() - 1_000 * MS
    if recorder.arrivals[-1][0] < last_second_ns:
        return True
    return abs(recorder.offset_ns(last_second_ns) - begin_offset_ns) > TORN_NS


@pytest.mark.slow
def test_cues_are_heard_where_they_are_due(card: VirtualCard, speaker: SpeakerProcess) -> None:
    card.start()
    whole: list[list[int]] = []

    for _ in range(ATTEMPTS):
        with recording(card) as recorder:
            wait_for(speaker, SoundState.ON)
            begin_offset_ns, too_late = recorder.offset_ns(), speaker.status().dropped
            play(speaker, beeps(12, apart_ms=250, begin_ms=500))
            was_torn = is_torn(recorder, begin_offset_ns=begin_offset_ns)
        if was_torn:
            continue
        onsets = find_onsets(recorder.samples)
        whole.append([b - a - 250 * SAMPLES_A_MS for a, b in pairwise(onsets)])
        assert len(onsets) + speaker.status().dropped - too_late >= 12
        if len(onsets) == 12 and max(map(abs, whole[-1])) <= EXACT_SAMPLES:
            return

    if not whole:
        pytest.skip(f"the machine stood still in {ATTEMPTS} recordings")
    pytest.fail(f"distances of neighbouring cues, in samples off: {whole}")


@pytest.mark.slow
def test_without_a_card_the_session_goes_on_and_sound_comes_with_the_card(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    wait_for(speaker, SoundState.NO_DEVICE)

    card.start()

    wait_for(speaker, SoundState.ON)


@pytest.mark.slow
def test_sound_comes_back_by_itself_after_a_restart_of_the_sound_server(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    card.start()
    wait_for(speaker, SoundState.ON)

    card.stop()
    card.start()
    wait_for(speaker, SoundState.LOST)

    wait_for(speaker, SoundState.ON)


@pytest.mark.slow
def test_a_card_that_goes_away_is_told_and_one_that_comes_back_is_used(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    card.start()
    wait_for(speaker, SoundState.ON)

    card.stop()
    wait_for(speaker, SoundState.NO_DEVICE)
    card.start()

    wait_for(speaker, SoundState.ON)


@pytest.mark.slow
def test_a_frozen_sound_server_is_survived(card: VirtualCard, speaker: SpeakerProcess) -> None:
    card.start()
    wait_for(speaker, SoundState.ON)

    os.kill(card.pid, signal.SIGSTOP)
    wait_for(speaker, SoundState.LOST)
    time.sleep(1)
    os.kill(card.pid, signal.SIGCONT)

    wait_for(speaker, SoundState.ON)


def test_a_card_that_is_only_a_dummy_is_told_and_is_not_taken_for_sound(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    card.start()
    card.pactl("load-module", "module-always-sink")
    card.pactl("unload-module", "module-null-sink")

    wait_for(speaker, SoundState.NO_DEVICE)
    wait_until(speaker, lambda: "only a dummy" in speaker.status().detail)


@pytest.mark.slow
def test_a_card_that_sleeps_is_not_taken_for_sound_until_it_wakes(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    card.start()
    card.pactl("suspend-sink", SINK, "1")

    def is_lost() -> bool:
        state = speaker.status().state
        assert state is not SoundState.ON
        return state is SoundState.LOST

    wait_until(speaker, is_lost)
    card.pactl("suspend-sink", SINK, "0")

    wait_for(speaker, SoundState.ON)


def described(name: str, text: str) -> tuple[str, ...]:
    """What loads a sink with a name for people."""
    properties = f"sink_properties=device.description={text}"
    return "load-module", "module-null-sink", f"sink_name={name}", properties


@pytest.mark.slow
def test_sound_that_the_server_moves_to_its_dummy_is_told_and_comes_back_with_a_card(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    card.start()
    card.pactl("load-module", "module-always-sink")
    wait_for(speaker, SoundState.ON)
    speaker.schedule(beeps(200))

    card.pactl("unload-module", "module-null-sink")
    wait_for(speaker, SoundState.NO_DEVICE)
    status = speaker.status()
    wait_until(speaker, lambda: card.pactl("list", "short", "sink-inputs") == "")
    card.pactl(*described(SINK, "Headphones"))
    wait_for(speaker, SoundState.ON)

    assert (status.device, status.detail) == ("", "there is no sound card, only a dummy")
    assert speaker.status().device == "Headphones (PulseAudio)"
    with recording(card) as recorder:
        play(speaker, beeps(3))
        assert len(find_onsets(recorder.samples)) >= 3


@pytest.mark.slow
def test_sound_that_falls_to_a_sink_without_a_name_is_not_taken_for_sound(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    card.start()
    module = card.pactl(*described("headphones", "Headphones")).strip()
    card.pactl("set-default-sink", "headphones")
    card.pactl("load-module", "module-null-sink")
    wait_for(speaker, SoundState.ON)

    card.pactl("set-default-sink", "null")
    card.pactl("unload-module", module)

    wait_for(speaker, SoundState.NO_DEVICE)


@pytest.mark.slow
def test_the_device_is_named_that_the_sound_goes_to_now(
    card: VirtualCard, speaker: SpeakerProcess
) -> None:
    card.start()
    card.pactl(*described("headphones", "Headphones"))
    card.pactl(*described("speakers", "\u00e9" * 200))
    card.pactl("set-default-sink", "headphones")
    wait_for(speaker, SoundState.ON)
    assert speaker.status().device == "Headphones (PulseAudio)"

    card.pactl("set-default-sink", "speakers")

    wait_until(speaker, lambda: speaker.status().device.startswith("\u00e9" * 100))
    assert speaker.status().state is SoundState.ON


@pytest.mark.slow
def test_a_speaker_that_waits_for_a_frozen_sound_server_ends_with_its_program(
    card: VirtualCard,
) -> None:
    card.start()
    os.kill(card.pid, signal.SIGSTOP)
    environment = {**os.environ, **card.environment}
    process = subprocess.Popen(
        COMMAND, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(encode(ASKED))
    process.stdin.flush()
    process.stdout.readline()
    time.sleep(1)

    process.stdin.close()

    assert process.wait(PATIENCE_S) == 0
    process.stdout.close()
