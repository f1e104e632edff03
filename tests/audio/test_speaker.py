"""The speaker in this process, without a device: what it does with what it is told."""

from __future__ import annotations

import pytest

from benchside.audio.factory import packs_folders
from benchside.audio.protocol import (
    Beat,
    Cancel,
    Close,
    Open,
    Say,
    Schedule,
    ToSpeaker,
    Volume,
    encode,
)
from benchside.audio.speaker import Speaker, serve

FOLDERS = [str(folder) for folder in packs_folders(None)]
NOWHERE = Open("nowhere", "classic", FOLDERS, 1.0, muted=False)
"""No library has this name: what is due is not played but counted, and no cue gets lost unseen."""

LONG_AGO = Schedule([[n, "go"] for n in range(1, 6)])


@pytest.fixture
def told() -> list[Beat]:
    return []


@pytest.fixture
def speaker(told: list[Beat]) -> Speaker:
    return Speaker(NOWHERE, told.append)


def test_every_cue_of_a_schedule_is_taken(speaker: Speaker, told: list[Beat]) -> None:
    speaker.obey(LONG_AGO)
    speaker.obey(LONG_AGO)

    speaker.beat()

    assert told[-1].dropped == 10


def test_a_single_cue_is_taken(speaker: Speaker, told: list[Beat]) -> None:
    speaker.obey(Schedule([[1, "go"]]))

    speaker.beat()

    assert told[-1].dropped == 1


def test_what_was_cancelled_is_not_missed(speaker: Speaker, told: list[Beat]) -> None:
    speaker.obey(LONG_AGO)
    speaker.obey(Cancel())
    speaker.obey(Schedule([[1, "go"]]))

    speaker.beat()

    assert told[-1].dropped == 1


def test_a_cue_that_is_still_to_come_is_not_missed(speaker: Speaker, told: list[Beat]) -> None:
    speaker.obey(Schedule([[1 << 62, "go"]]))

    speaker.beat()

    assert told[-1].dropped == 0


@pytest.mark.parametrize(
    "message", [None, Beat("on"), Say(1, "Last set"), Volume(0.5, muted=True), Schedule([])]
)
def test_what_it_can_do_nothing_with_is_passed_over(
    speaker: Speaker, told: list[Beat], message: ToSpeaker | Beat | None
) -> None:
    speaker.obey(message)
    speaker.obey(LONG_AGO)

    speaker.beat()

    assert told[-1].dropped == 5


def test_a_library_that_does_not_exist_is_told_and_ends_the_speaker(
    speaker: Speaker, told: list[Beat]
) -> None:
    goes_on = speaker.beat()

    assert not goes_on
    assert (told[-1].state, told[-1].detail) == (
        "unusable",
        'there is no sound back end "nowhere"',
    )


@pytest.mark.parametrize("line", [b"", b"noise", encode(Close()), encode(LONG_AGO)])
def test_it_ends_without_a_word_where_nobody_says_what_to_be(line: bytes, told: list[Beat]) -> None:
    serve([line, encode(NOWHERE)], told.append)

    assert told == []


def test_it_plays_with_the_first_library_that_it_is_given_until_the_lines_end(
    told: list[Beat],
) -> None:
    asked = Open("null", "classic", FOLDERS, 1.0, muted=False)

    serve([encode(asked), encode(Schedule([[1, "go"]])), b"noise"], told.append)

    assert told[-1].device == "Null"
    assert told[-1].state in ("starting", "on")
