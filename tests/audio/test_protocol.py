from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchside.audio.protocol import (
    Beat,
    Cancel,
    Close,
    Open,
    Say,
    Schedule,
    ToSpeaker,
    Volume,
    decode,
    encode,
)

MESSAGES = [
    Open("miniaudio", "classic", ["/sounds"], 0.5, muted=True, language="de"),
    Schedule([[12, "go"], [13, "count-in"]]),
    Say(12, "Satz drei\nvon fünf"),
    Cancel(),
    Volume(0.3, muted=False),
    Close(),
    Beat("on", "PulseAudio", "", 3, 12),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_what_is_written_is_read_again(message: ToSpeaker | Beat) -> None:
    line = encode(message)

    assert line.count(b"\n") == 1
    assert decode(line) == message


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"ALSA lib pcm.c: cannot find card",
        b"[1]",
        b'{"message":"cancel","why":1}',
        b'{"message":"say"}',
        b'{"message":"shout"}',
    ],
)
def test_a_line_that_is_no_message_is_passed_over(line: bytes) -> None:
    assert decode(line) is None


@given(st.binary())
def test_no_line_breaks_the_reader(line: bytes) -> None:
    decode(line)
