"""One cue, and one phrase."""

from __future__ import annotations

import pytest

from benchside.doctor.result import CheckState
from benchside.doctor.sound_verdict import SoundFacts, VoiceFacts, judge_sound, judge_voice
from benchside.doctor.sounding import play_one
from benchside.player.ports import SoundState, SpeakerStatus
from benchside.settings import Settings
from benchside.testing import FakeClock, RecordingSpeaker
from benchside.timeline.cues import CueKind

ON = SpeakerStatus(SoundState.ON, device="Headphones")


def play(clock: FakeClock, speaker: RecordingSpeaker) -> SoundFacts:
    return play_one(speaker, clock, wait=lambda seconds: clock.advance(round(seconds * 1_000)))


def test_one_cue_is_played_and_the_speaker_is_closed() -> None:
    clock = FakeClock()
    speaker = RecordingSpeaker(clock)

    facts = play(clock, speaker)

    assert [due.cue.kind for due in speaker.heard] == [CueKind.REST_OVER]
    assert speaker.is_closed
    assert judge_sound(Settings(), facts).state is CheckState.OK


@pytest.mark.parametrize("state", [SoundState.NO_DEVICE, SoundState.STARTING, SoundState.LOST])
def test_sound_that_does_not_come_is_a_fault(state: SoundState) -> None:
    clock = FakeClock()
    speaker = RecordingSpeaker(clock, state=state)

    result = judge_sound(Settings(), play(clock, speaker))

    assert result.state is CheckState.FAULT
    assert speaker.heard == ()
    assert speaker.is_closed


def test_a_missing_device_is_told_with_its_reason() -> None:
    status = SpeakerStatus(SoundState.NO_DEVICE, detail="no sound device was found")

    result = judge_sound(Settings(), SoundFacts(status=status))

    assert result.told == "no device takes the cues: no sound device was found"
    assert "benchside sound" in result.hint


def test_the_device_and_its_system_are_named() -> None:
    result = judge_sound(Settings(), SoundFacts(status=ON, system="PulseAudio"))

    assert result.told == "PulseAudio, Headphones took a cue, at volume 80"


def test_silence_that_was_chosen_is_well() -> None:
    facts = SoundFacts(status=SpeakerStatus(SoundState.OFF))

    assert judge_sound(Settings(sound="silent"), facts).state is CheckState.OK


def test_a_muted_beginning_is_told() -> None:
    result = judge_sound(Settings(mute=True), SoundFacts(status=ON))

    assert result.state is CheckState.OK
    assert "muted" in result.told


@pytest.mark.parametrize(
    ("settings", "facts", "told"),
    [
        (Settings(volume=0), SoundFacts(status=ON), "volume 0"),
        (Settings(), SoundFacts(status=ON, pack_problems=("go.wav is empty",)), "go.wav is empty"),
        (
            Settings(),
            SoundFacts(status=SpeakerStatus(SoundState.ON, dropped=1)),
            "came too late",
        ),
    ],
)
def test_sound_with_a_flaw_is_a_warning(settings: Settings, facts: SoundFacts, told: str) -> None:
    result = judge_sound(settings, facts)

    assert result.state is CheckState.WARNING
    assert told in result.told


def test_nobody_knows_whether_a_bell_is_heard() -> None:
    assert "up to the terminal" in judge_sound(Settings(sound="bell"), SoundFacts(status=ON)).told


def test_a_voice_that_was_chosen_needs_a_program() -> None:
    result = judge_voice(Settings(voice="de"), VoiceFacts(has_program=False))

    assert result.state is CheckState.WARNING
    assert result.told == 'nothing speaks (voice = "de"): there is no speech program'


def test_a_voice_that_fails_is_told_without_its_command_line() -> None:
    facts = VoiceFacts(has_program=True, problem="no spoken cues: espeak-ng failed (Command …)")

    result = judge_voice(Settings(voice="en"), facts)

    assert (result.state, result.told) == (CheckState.WARNING, "no spoken cues: espeak-ng failed")


@pytest.mark.parametrize(
    "facts",
    [
        VoiceFacts(has_program=True),
        VoiceFacts(has_program=False),
        VoiceFacts(has_program=True, problem="it failed"),
    ],
)
def test_a_voice_that_is_off_is_well(facts: VoiceFacts) -> None:
    result = judge_voice(Settings(), facts)

    assert result.state is CheckState.OK
    assert "off by the settings" in result.told


def test_a_phrase_that_was_rendered_is_well() -> None:
    assert judge_voice(Settings(voice="en"), VoiceFacts(has_program=True)).state is CheckState.OK
