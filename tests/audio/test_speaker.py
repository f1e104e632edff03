"""The speaker in this process, without a device: what it does with what it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.audio.backends.output import NoDeviceError
from benchside.audio.factory import packs_folders
from benchside.audio.protocol import (
    Cancel,
    CloseSpeaker,
    Heartbeat,
    Open,
    Say,
    ScheduleCues,
    ToSpeaker,
    Volume,
    encode,
)
from benchside.audio.samples import RATE
from benchside.audio.speaker import LOOK_AGAIN_NS, MAX_WAITING, SpeakerServer, serve
from benchside.player.clock import now_ns
from benchside.testing.fakes import FakeClock

if TYPE_CHECKING:
    from benchside.audio.stage import CueScheduler

FOLDERS = [str(folder) for folder in packs_folders(None)]
ASKED = Open("a card", "classic", FOLDERS, 1.0, muted=False)
NOWHERE = Open("nowhere", "classic", FOLDERS, 1.0, muted=False)
"""No library has this name."""

LONG_AGO = ScheduleCues([[n, "go"] for n in range(1, 6)])
"""Cues that no device can play any more, so that they are counted once they have arrived."""


class Card:
    """A device that takes sound when the test says so."""

    delay_ms = 90

    def __init__(self) -> None:
        self.stage: CueScheduler | None = None
        self.name = "a card"
        """Of the device that the sound goes to; empty for none."""
        self.has_begun = True
        self.is_there = True

    def open(self, stage: CueScheduler) -> str:
        self.stage = stage
        return self.find_device()

    def find_device(self) -> str:
        if not self.name:
            raise NoDeviceError("only a dummy")
        return self.name

    def is_alive(self, now_ns: int) -> bool:  # noqa: ARG002
        return self.is_there

    def close(self) -> None:
        self.stage = None

    def play(self) -> None:
        """Take the next hundredth of a second."""
        assert self.stage is not None
        self.stage.pull(RATE // 100, now_ns())


@pytest.fixture
def told() -> list[Heartbeat]:
    return []


@pytest.fixture
def card() -> Card:
    return Card()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def speaker(told: list[Heartbeat], card: Card, clock: FakeClock) -> SpeakerServer:
    """Have a speaker whose card plays."""
    speaker = SpeakerServer(ASKED, told.append, open_output=lambda _: card, now_ns=clock.now_ns)
    speaker.beat()
    card.play()
    return speaker


def test_every_cue_of_a_schedule_is_taken(
    speaker: SpeakerServer, card: Card, told: list[Heartbeat]
) -> None:
    speaker.handle(LONG_AGO)
    speaker.handle(LONG_AGO)

    card.play()
    speaker.beat()

    assert told[-1].dropped == 10


def test_a_single_cue_is_taken(speaker: SpeakerServer, card: Card, told: list[Heartbeat]) -> None:
    speaker.handle(ScheduleCues([[1, "go"]]))

    card.play()
    speaker.beat()

    assert told[-1].dropped == 1


def test_what_was_cancelled_is_not_missed(
    speaker: SpeakerServer, card: Card, told: list[Heartbeat]
) -> None:
    speaker.handle(LONG_AGO)
    speaker.handle(Cancel())
    speaker.handle(ScheduleCues([[1, "go"]]))

    card.play()
    speaker.beat()

    assert told[-1].dropped == 1


def test_a_cue_that_is_still_to_come_is_not_missed(
    speaker: SpeakerServer, card: Card, told: list[Heartbeat]
) -> None:
    speaker.handle(ScheduleCues([[1 << 62, "go"]]))

    card.play()
    speaker.beat()

    assert told[-1].dropped == 0


@pytest.mark.parametrize(
    "message",
    [None, Heartbeat("on"), Say(1, "Last set"), Volume(0.5, muted=True), ScheduleCues([])],
)
def test_what_it_can_do_nothing_with_is_passed_over(
    speaker: SpeakerServer, card: Card, told: list[Heartbeat], message: ToSpeaker | Heartbeat | None
) -> None:
    speaker.handle(message)
    speaker.handle(LONG_AGO)

    card.play()
    speaker.beat()

    assert told[-1].dropped == 5


def test_cues_that_no_device_could_play_are_not_late(told: list[Heartbeat], card: Card) -> None:
    card.name = ""
    speaker = SpeakerServer(ASKED, told.append, open_output=lambda _: card)

    for _ in range(3):
        speaker.handle(LONG_AGO)
        speaker.beat()

    assert (told[-1].state, told[-1].detail, told[-1].dropped) == ("no device", "only a dummy", 0)


def test_cues_that_passed_before_the_device_began_are_not_late(
    told: list[Heartbeat], card: Card
) -> None:
    card.has_begun = False
    speaker = SpeakerServer(ASKED, told.append, open_output=lambda _: card)
    speaker.handle(LONG_AGO)
    speaker.beat()
    speaker.handle(LONG_AGO)
    card.play()

    card.has_begun = True
    speaker.beat()
    on = told[-1]
    speaker.handle(LONG_AGO)
    card.play()
    speaker.beat()

    assert (on.state, on.dropped) == ("on", 0)
    assert told[-1].dropped == 5


def test_sound_that_comes_to_go_nowhere_is_told_as_no_device_and_comes_back_with_one(
    speaker: SpeakerServer, card: Card, clock: FakeClock, told: list[Heartbeat]
) -> None:
    card.name = ""
    assert speaker.beat()
    gone = told[-1]
    was_closed = card.stage is None
    speaker.handle(LONG_AGO)
    speaker.beat()
    still_gone = told[-1]

    card.name = "another card"
    clock.advance(LOOK_AGAIN_NS // 1_000_000)
    speaker.beat()

    assert (gone.state, gone.device, gone.detail) == ("no device", "", "only a dummy")
    assert was_closed
    assert still_gone.state == "no device"
    assert (told[-1].state, told[-1].device, told[-1].dropped) == ("on", "another card", 0)


def test_the_name_of_the_device_is_that_of_now(
    speaker: SpeakerServer, card: Card, told: list[Heartbeat]
) -> None:
    card.name = "headphones"

    speaker.beat()

    assert (told[-1].state, told[-1].device) == ("on", "headphones")


def test_a_device_that_takes_no_more_sound_ends_the_speaker(
    speaker: SpeakerServer, card: Card, told: list[Heartbeat]
) -> None:
    card.is_there = False

    assert not speaker.beat()
    assert told[-1].state == "lost"


def test_no_more_cues_wait_than_a_program_hands_over(
    speaker: SpeakerServer, card: Card, told: list[Heartbeat]
) -> None:
    later = ScheduleCues([[(1 << 62) + n, "go"] for n in range(500)])
    for _ in range(100):
        speaker.handle(later)

    card.play()
    speaker.beat()

    assert card.stage is not None
    assert card.stage.waiting <= MAX_WAITING + 500


def test_a_library_that_does_not_exist_is_told_and_ends_the_speaker(told: list[Heartbeat]) -> None:
    speaker = SpeakerServer(NOWHERE, told.append)

    goes_on = speaker.beat()

    assert not goes_on
    assert (told[-1].state, told[-1].detail) == (
        "unusable",
        'there is no sound back end "nowhere"',
    )


@pytest.mark.parametrize("line", [b"", b"noise", encode(CloseSpeaker()), encode(LONG_AGO)])
def test_it_ends_without_a_word_where_nobody_says_what_to_be(
    line: bytes, told: list[Heartbeat]
) -> None:
    serve([line, encode(NOWHERE)], told.append)

    assert told == []


def test_it_plays_with_the_first_library_that_it_is_given_until_the_lines_end(
    told: list[Heartbeat],
) -> None:
    asked = Open("null", "classic", FOLDERS, 1.0, muted=False)

    serve([encode(asked), encode(ScheduleCues([[1, "go"]])), b"noise"], told.append)

    assert told[-1].device == "Null"
    assert told[-1].state in ("starting", "on")
