from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from benchside.audio.protocol import (
    Cancel,
    CloseSpeaker,
    Heartbeat,
    Open,
    Say,
    ScheduleCues,
    ToSpeaker,
    Volume,
    decode,
    encode,
)

MESSAGES = [
    Open("miniaudio", "classic", ["/sounds"], 0.5, muted=True, language="de"),
    ScheduleCues([[12, "go"], [13, "count-in"]]),
    Say(12, "Satz drei\nvon fünf"),
    Cancel(),
    Volume(0.3, muted=False),
    CloseSpeaker(),
    Heartbeat("on", "PulseAudio", "", 3, 12),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_what_is_written_is_read_again(message: ToSpeaker | Heartbeat) -> None:
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


DEEP = b"[" * 60_000


@pytest.mark.parametrize(
    "line",
    [
        DEEP,
        b'{"message":' + DEEP,
        b'{"message":"say","due_ns":1,"text":"' + b"x" * 70_000 + b'"}',
        b'{"message":"say","due_ns":' + b"9" * 5_000 + b',"text":""}',
        b'{"message":"say","due_ns":9223372036854775808,"text":""}',
        b'{"message":"say","due_ns":1.5,"text":""}',
        b'{"message":"say","due_ns":true,"text":""}',
        b'{"message":"say","due_ns":1,"text":["x"]}',
        b'{"message":"schedule","cues":{"go":1}}',
        b'{"message":"schedule","cues":[[1]]}',
        b'{"message":"schedule","cues":[["1","go"]]}',
        b'{"message":"schedule","cues":[[1,{}]]}',
        b'{"message":"schedule","cues":[' + b",".join([b'[1,"go"]'] * 501) + b"]}",
        b'{"message":"volume","volume":NaN,"muted":false}',
        b'{"message":"volume","volume":1e999,"muted":false}',
        b'{"message":"volume","volume":-0.1,"muted":false}',
        b'{"message":"volume","volume":true,"muted":false}',
        b'{"message":"volume","volume":"loud","muted":false}',
        b'{"message":"volume","volume":1,"muted":0}',
        b'{"message":"open","output":"","pack":3,"packs_folders":[],"volume":1,"muted":false}',
        b'{"message":"open","output":"","pack":"","packs_folders":"/","volume":1,"muted":false}',
        b'{"message":"open","output":"","pack":"","packs_folders":[1],"volume":1,"muted":false}',
        b'{"message":"beat","state":"happy"}',
        b'{"message":"beat","state":["on"]}',
        b'{"message":"beat","state":"on","dropped":-1}',
        b'{"message":"beat","state":"on","dropped":1e9}',
        b'{"message":"beat","state":"on","given_ns":null}',
        b'{"message":"beat","state":"on","device":7}',
    ],
)
def test_a_value_out_of_its_bounds_is_passed_over(line: bytes) -> None:
    assert decode(line) is None


@given(st.binary())
def test_no_line_breaks_the_reader(line: bytes) -> None:
    decode(line)
