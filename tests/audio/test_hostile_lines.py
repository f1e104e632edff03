"""Ten thousand lines that chance has changed, to the real speaker and from one."""

from __future__ import annotations

import random
import subprocess
from typing import TYPE_CHECKING

import pytest

from benchside.audio.client import COMMAND, SpeakerProcess
from benchside.audio.factory import packs_folders
from benchside.audio.protocol import (
    Cancel,
    CloseSpeaker,
    Heartbeat,
    Open,
    Say,
    ScheduleCues,
    Volume,
    encode,
)
from benchside.player.clock import now_ns
from benchside.player.ports import SoundState
from benchside.testing.fakes import FakeClock
from tests.audio.ear import PATIENCE_S
from tests.audio.fakes import Nursery

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchside.audio.protocol import ToSpeaker

LINES = 10_000
FOLDERS = [str(folder) for folder in packs_folders(None)]
ASKED = Open("null", "classic", FOLDERS, 1.0, muted=False)
VALUES = (b"null", b"true", b"-1", b"1e999", b"NaN", b"[]", b"{}", b'""', b"9" * 30, b"9" * 5_000)


def changed_lines(messages: Sequence[ToSpeaker | Heartbeat]) -> Iterator[bytes]:
    """Change messages by chance: bytes, values, cut ends, and sometimes nothing."""
    chance = random.Random(2026)
    for _ in range(LINES):
        line = bytearray(encode(chance.choice(messages)).rstrip())
        match chance.randrange(5):
            case 0:
                for _ in range(chance.randrange(1, 8)):
                    line[chance.randrange(len(line))] = chance.randrange(256)
            case 1:
                start = line.find(b":", chance.randrange(len(line)))
                line[start + 1 : line.find(b",", start)] = chance.choice(VALUES)
            case 2:
                del line[chance.randrange(len(line)) :]
            case 3:
                at = chance.randrange(len(line))
                line[at:at] = chance.choice((b"[" * 2_000, b"\xff" * 70_000, b"\0", b"\\ud800"))
        yield bytes(line).replace(b"\n", b" ")


@pytest.mark.slow
def test_a_speaker_bears_ten_thousand_changed_lines_and_ends_in_order() -> None:
    soon = now_ns() + 1_000_000_000
    lines = changed_lines(
        [
            ASKED,
            ScheduleCues([[soon + n * 1_000_000, "go"] for n in range(20)]),
            ScheduleCues([[soon, "count-in"]] * 500),
            Say(soon, "Last set"),
            Cancel(),
            Volume(0.5, muted=False),
            Heartbeat("on", "a card"),
        ]
    )
    talk = b"\n".join((encode(ASKED).rstrip(), *lines, b""))

    done = subprocess.run(COMMAND, input=talk, capture_output=True, check=False, timeout=PATIENCE_S)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b'"state":"starting"') + done.stdout.count(b'"state":"on"') > 0


def test_a_program_bears_ten_thousand_changed_lines_of_its_speaker() -> None:
    clock, nursery = FakeClock(), Nursery()
    speaker = SpeakerProcess(ASKED, start=nursery, now_ns=clock.now_ns)
    beats = [
        Heartbeat(state, "a card", "x", 3, clock.now_ns()) for state in ("loading", "on", "lost")
    ]

    for line in changed_lines([*beats, ASKED, CloseSpeaker()]):
        nursery.last.babbles(line)
        clock.advance(10)
        assert isinstance(speaker.status().state, SoundState)
        assert 0 <= speaker.status().dropped < 1 << 63

    speaker.close()
