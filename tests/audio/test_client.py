from __future__ import annotations

from dataclasses import replace

import pytest

from benchside.audio.client import (
    HEARTBEAT_TIMEOUT_NS,
    LONGEST_PAUSE_NS,
    SILENT_AT_START_NS,
    SpeakerProcess,
)
from benchside.audio.protocol import (
    Cancel,
    CloseSpeaker,
    Heartbeat,
    Open,
    Say,
    ScheduleCues,
    Volume,
)
from benchside.player.ports import ScheduledCue, SoundState
from benchside.testing.fakes import FakeClock
from benchside.timeline.cues import Cue, CueKind
from tests.audio.fakes import Nursery

MS = 1_000_000
ASKED = Open("miniaudio", "classic", ["/sounds"], 0.8, muted=False)


class Room:
    """A speaker with a nursery of fake processes and a clock that stands."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.nursery = Nursery()
        self.speaker = SpeakerProcess(ASKED, start=self.nursery, now_ns=self.clock.now_ns)

    def beat(self, state: str = "on", **told: object) -> None:
        """Let the process of now tell how it is, and the program hear it."""
        given_ns = self.clock.now_ns()
        beat = Heartbeat(state, **{"device": "a card", "given_ns": given_ns, **told})  # type: ignore[arg-type]
        self.nursery.last.says(beat)
        self.speaker.status()

    def due(self, *in_ms: int) -> list[ScheduledCue]:
        now = self.clock.now_ns()
        return [ScheduledCue(now + ms * MS, Cue(0, CueKind.GO)) for ms in in_ms]


@pytest.fixture
def room() -> Room:
    return Room()


def as_pairs(cues: list[ScheduledCue]) -> list[list[object]]:
    return [[due.due_ns, "go"] for due in cues]


def test_the_sound_is_starting_until_the_speaker_has_spoken(room: Room) -> None:
    assert room.speaker.status().state is SoundState.STARTING

    room.beat()

    assert room.speaker.status().state is SoundState.ON
    assert room.speaker.status().device == "a card"


def test_how_late_a_cue_sounds_is_known_while_there_is_sound(room: Room) -> None:
    room.beat(delay_ms=90)
    playing = room.speaker.status().delay_ms

    room.beat("no device", delay_ms=90)

    assert (playing, room.speaker.status().delay_ms) == (90, 0)


def test_the_speaker_is_told_first_what_it_is_to_be(room: Room) -> None:
    assert room.nursery.last.heard[0] == ASKED


def test_cues_are_handed_over_at_once_with_the_moment_they_are_due(room: Room) -> None:
    cues = room.due(100, 200)

    room.speaker.schedule(cues)

    assert room.nursery.last.heard[-1] == ScheduleCues(as_pairs(cues))


def test_phrases_cancels_and_loudness_are_handed_over(room: Room) -> None:
    room.speaker.say(7, "Last set")
    room.speaker.cancel()
    room.speaker.set_volume(0.4, muted=True)

    assert room.nursery.last.heard[-3:] == [Say(7, "Last set"), Cancel(), Volume(0.4, muted=True)]


def test_mute_shows_at_once(room: Room) -> None:
    room.beat()

    room.speaker.set_volume(0.4, muted=True)

    assert room.speaker.status().state is SoundState.MUTED


def test_a_speaker_that_died_is_replaced_at_once_by_one_that_knows_the_cues_to_come(
    room: Room,
) -> None:
    room.beat()
    cues = room.due(500, 900)
    room.speaker.schedule(cues)

    room.nursery.last.is_running = False
    died = room.speaker.status()
    room.speaker.status()

    assert died.state is SoundState.LOST
    assert len(room.nursery.children) == 2
    assert room.nursery.last.heard[1] == ScheduleCues(as_pairs(cues))


def test_a_new_speaker_has_the_loudness_of_now(room: Room) -> None:
    room.beat()
    room.speaker.set_volume(0.2, muted=True)

    room.nursery.last.is_running = False
    room.speaker.status()
    room.speaker.status()

    opened = room.nursery.last.heard[0]
    assert isinstance(opened, Open)
    assert (opened.volume, opened.muted) == (0.2, True)


def test_cues_that_passed_while_no_speaker_was_there_are_not_played_and_not_called_late(
    room: Room,
) -> None:
    room.beat()
    cues = room.due(100, 2_900)
    room.speaker.schedule(cues)

    room.nursery.failure = OSError("too many processes")
    room.nursery.last.is_running = False
    room.speaker.status()
    room.nursery.failure = None
    room.clock.advance(2_100)
    room.speaker.status()

    assert room.nursery.last.heard[1] == ScheduleCues(as_pairs(cues[1:]))
    assert room.speaker.status().dropped == 0


def test_a_speaker_that_ends_is_replaced_at_once_not_with_the_next_look(room: Room) -> None:
    room.beat()

    room.nursery.last.is_running = False
    room.speaker.status()

    assert len(room.nursery.children) == 2


def test_a_speaker_that_only_begins_is_not_taken_for_sound(room: Room) -> None:
    room.beat("starting")
    assert room.speaker.status().state is SoundState.STARTING

    room.beat()
    room.beat("lost")
    room.nursery.last.is_running = False
    room.speaker.status()
    room.beat("starting")

    assert room.speaker.status().state is SoundState.LOST


def test_a_speaker_that_needs_long_to_begin_is_given_longer_the_next_time(room: Room) -> None:
    room.clock.advance(5_100)
    room.speaker.status()
    assert len(room.nursery.children) == 1
    room.clock.advance(300)
    room.speaker.status()
    assert len(room.nursery.children) == 2

    room.clock.advance(9_000)
    room.speaker.status()
    room.beat()

    assert len(room.nursery.children) == 2
    assert room.speaker.status().state is SoundState.ON


def test_cues_that_were_heard_are_neither_counted_nor_said_again(room: Room) -> None:
    room.speaker.schedule(room.due(100))
    room.clock.advance(200)
    room.beat()

    room.nursery.last.is_running = False
    room.speaker.status()
    room.speaker.status()

    assert room.nursery.last.heard[1] == ScheduleCues([])
    assert room.speaker.status().dropped == 0


def test_cancelled_cues_are_not_given_to_the_next_speaker(room: Room) -> None:
    room.beat()
    room.speaker.schedule(room.due(500))
    room.speaker.cancel()

    room.nursery.last.is_running = False
    room.speaker.status()
    room.speaker.status()

    assert room.nursery.last.heard[1] == ScheduleCues([])


def test_what_each_speaker_left_out_adds_up(room: Room) -> None:
    room.beat(dropped=2)
    room.nursery.last.is_running = False
    room.speaker.status()
    room.speaker.status()

    room.beat(dropped=3)

    assert room.speaker.status().dropped == 5


def test_a_speaker_that_hangs_is_killed_and_replaced(room: Room) -> None:
    room.beat()
    first = room.nursery.last

    room.clock.advance(HEARTBEAT_TIMEOUT_NS // MS + 1)
    status = room.speaker.status()
    room.speaker.status()

    assert first.was_killed
    assert (status.state, status.detail) == (SoundState.LOST, "the speaker hangs")
    assert len(room.nursery.children) == 2


def test_a_program_that_was_held_up_itself_does_not_blame_the_speaker(room: Room) -> None:
    room.beat()

    room.clock.advance(60_000)
    room.beat()

    assert len(room.nursery.children) == 1


def test_a_speaker_has_time_to_load_before_its_first_word(room: Room) -> None:
    room.clock.advance(SILENT_AT_START_NS // MS)
    room.speaker.status()
    assert not room.nursery.last.was_killed

    room.clock.advance(1)
    room.speaker.status()
    assert room.nursery.last.was_killed


def test_a_speaker_whose_pipe_is_full_is_replaced(room: Room) -> None:
    room.beat()
    room.nursery.last.is_clogged = True

    status = room.speaker.status()

    assert status.detail == "the speaker takes no more cues"


def test_speakers_that_never_come_to_a_word_are_started_ever_more_rarely(room: Room) -> None:
    for _ in range(600):
        room.nursery.last.is_running = False
        room.speaker.status()
        room.clock.advance(100)

    assert 60_000 * MS // LONGEST_PAUSE_NS <= len(room.nursery.children) < 36


def test_no_device_is_told_with_its_reason_while_the_speaker_looks_again(room: Room) -> None:
    room.beat("no device", device="", detail="failed to init device")

    status = room.speaker.status()

    assert (status.state, status.detail) == (SoundState.NO_DEVICE, "failed to init device")
    assert not room.nursery.last.was_killed


def test_a_speaker_that_ends_for_want_of_a_device_is_replaced_without_an_alarm(room: Room) -> None:
    room.beat("no device", device="", detail="failed to init device")

    room.nursery.last.is_running = False
    status = room.speaker.status()
    room.speaker.status()

    assert (status.state, status.detail) == (SoundState.NO_DEVICE, "failed to init device")
    assert len(room.nursery.children) == 2


def test_a_lost_device_gets_a_new_speaker(room: Room) -> None:
    room.beat()
    room.beat("lost", detail="the device takes no more sound")
    room.nursery.last.is_running = False

    room.speaker.status()
    room.speaker.status()

    assert len(room.nursery.children) == 2


def test_a_library_that_can_never_play_here_is_not_started_again(room: Room) -> None:
    room.beat("unusable", device="", detail="miniaudio cannot be loaded")
    room.nursery.last.is_running = False

    for _ in range(10):
        room.clock.advance(10_000)
        status = room.speaker.status()

    assert (status.state, status.detail) == (SoundState.NO_DEVICE, "miniaudio cannot be loaded")
    assert len(room.nursery.children) == 1


def test_a_system_that_starts_no_process_costs_the_sound_and_nothing_else(room: Room) -> None:
    room.beat()
    room.nursery.failure = OSError(11, "resource temporarily unavailable")
    room.nursery.last.is_running = False

    room.speaker.status()
    room.speaker.schedule(room.due(100))

    assert "resource temporarily unavailable" in room.speaker.status().detail


def test_babble_on_the_pipe_is_passed_over(room: Room) -> None:
    room.nursery.last.babbles(b"ALSA lib pcm.c:2666: Unknown PCM default")

    assert room.speaker.status().state is SoundState.STARTING


def test_a_closed_speaker_is_asked_to_end_and_never_comes_back(room: Room) -> None:
    first = room.nursery.last

    room.speaker.close()
    room.speaker.close()
    room.clock.advance(60_000)

    assert room.speaker.status().state is SoundState.OFF
    assert first.heard[-1] == CloseSpeaker()
    assert first.was_ended
    assert len(room.nursery.children) == 1


def test_a_pack_that_ends_the_speaker_is_not_given_to_the_next_one(room: Room) -> None:
    asked = replace(ASKED, pack="iron", packs_folders=["/mine", "/sounds"])
    room.speaker = SpeakerProcess(asked, start=room.nursery, now_ns=room.clock.now_ns)
    room.beat("loading", device="")

    room.nursery.last.is_running = False
    room.speaker.status()
    room.clock.advance(10_000)
    room.speaker.status()
    room.beat()

    assert room.nursery.last.heard[0] == ASKED
    status = room.speaker.status()
    assert status.state is SoundState.ON
    assert status.detail == 'the sound pack "iron" ended the speaker; classic stands in'


def test_a_pack_that_is_never_read_to_its_end_is_not_given_to_the_next_speaker(room: Room) -> None:
    asked = replace(ASKED, pack="iron")
    room.speaker = SpeakerProcess(asked, start=room.nursery, now_ns=room.clock.now_ns)
    room.beat("loading", device="")

    for _ in range(2):
        room.clock.advance(10_000)
        room.speaker.status()

    assert room.nursery.last.heard[0] == ASKED


def test_a_classic_of_ones_own_that_ends_the_speaker_makes_room_for_the_shipped_one(
    room: Room,
) -> None:
    asked = replace(ASKED, packs_folders=["/mine", "/sounds"])
    room.speaker = SpeakerProcess(asked, start=room.nursery, now_ns=room.clock.now_ns)
    room.beat("loading", device="")

    room.nursery.last.is_running = False
    room.speaker.status()
    room.clock.advance(10_000)
    room.speaker.status()

    assert room.nursery.last.heard[0] == ASKED


@pytest.mark.parametrize("state", ["starting", "on", "no device", "lost"])
def test_a_speaker_that_ends_after_its_pack_was_read_keeps_the_pack(room: Room, state: str) -> None:
    asked = replace(ASKED, pack="iron")
    room.speaker = SpeakerProcess(asked, start=room.nursery, now_ns=room.clock.now_ns)
    room.beat("loading", device="")
    room.beat(state)

    room.nursery.last.is_running = False
    room.speaker.status()
    room.clock.advance(10_000)
    room.speaker.status()

    assert room.nursery.last.heard[0] == asked


def test_many_cues_are_handed_over_in_messages_that_are_not_too_long(room: Room) -> None:
    cues = room.due(*range(1, 1_202))

    room.speaker.schedule(cues)

    told = room.nursery.last.heard[2:]
    messages = [message for message in told if isinstance(message, ScheduleCues)]
    assert len(messages) == len(told) == 3
    assert [cue for message in messages for cue in message.cues] == as_pairs(cues)
