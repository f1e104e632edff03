"""Files as they should be, of every kind that may come from a stranger."""

from __future__ import annotations

import json
import tempfile
from array import array
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchside.audio.protocol import Open, encode
from benchside.audio.wav import WavFile
from benchside.log.entries import Header
from benchside.log.journal import read_journal
from benchside.log.record import digest_of, encode_record as encode_record
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.player.resume import restore
from benchside.runner.commands import AddTime, Amend, Back, Go, Note, Pause, Skip, Slept, Undo
from benchside.runner.runner import Runner
from benchside.session.read import read
from benchside.session.values.load import parse_load
from benchside.settings import Settings, write_settings
from benchside.storage.paths import shipped
from benchside.testing.fakes import FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker
from benchside.timeline.agenda import agenda_of
from tests.builders import SET_1

if TYPE_CHECKING:
    from benchside.audio.protocol import Heartbeat, ToSpeaker

SOUNDS: Final = Path(__file__).resolve().parent.parent / "tests" / "audio" / "files"

ASKED: Final = Open("null", "classic", [str(shipped("sounds"))], 1.0, muted=False)
"""The first line to a speaker."""

EVERYTHING: Final = b"""name = "Everything"
about = "one\\ntwo"
goal = "strength"
[defaults]
tempo = "3-1-X-1"
rest = "90s"
prepare = "5s"
[[block]]
name = "EMOM"
every = "60s"
rounds = 5
[[block.exercise]]
name = "Squat"
reps = "8-12"
load = "2 x 24 kg"
[[block]]
name = "AMRAP"
time_cap = "3m"
[[block.exercise]]
name = "Pull-up"
reps = 3
load = "bodyweight - 20 kg"
[[block]]
rounds = 2
round_rest = "1:30"
[[block.exercise]]
name = "Hip thrust"
ramp = ["50% x 5", "80% x 2"]
load = "100 kg"
sets = [{ reps = 5, rpe = 8.5 }, { reps = "8+" }]
cues = "chin down"
[[block.exercise]]
name = "Side plank"
time = "30s"
sides = ["left", "right"]
switch = "5s"
"""

ATHLETE: Final = b"""name = "Anna"
unit = "kg"
bar = "20 kg"
plates = ["20 kg", "10 kg", "2 x 2.5 kg", "1.25 kg"]
[training_max]
"Barbell hip thrust" = "140 kg"
"Squat" = "225 lb"
"""

EXERCISES: Final = b"""[[exercise]]
name = "Hip thrust"
aliases = ["HT", "Thrust"]
rep_time = 2.5
cues = ["chin down"]
[[exercise]]
name = "Zercher squat"
category = "strength"
starts_with = "concentric"
motion = "squat"
words = ["down", "low", "drive", "tall"]
timed = "hold"
equipment = ["barbell", "rack"]
muscles = { main = ["quads"], helping = ["glutes", "upper back"] }
"""

MANIFEST: Final = b"""name = "Iron"
about = "Plates and chains."
[sounds]
go = "go.wav"
set-done = "go.wav"
"""

_TABATA: Final = {
    "title": "Tabata",
    "id": "1",
    "sets": [
        {
            "id": "2",
            "repetitions": 8,
            "exercises": [
                {"id": "3", "name": "Thruster", "duration": 20},
                {"id": "4", "name": "Rest", "duration": 10},
            ],
        }
    ],
}
INTERVALS: Final = json.dumps(_TABATA).encode()

LIFTOSAUR: Final = b"""# Week 1
## Day 1
// heavy
Bench Press / 3x8-12 @8 60kg 90s / warmup: 1x5 50%, 1x3 80%
Squat, Barbell / 5x5+ 80% / progress: lp(5lb)
Plank / 3x45s
## Day 2
Deadlift / 1x5 (Heavy), 2x5 100kg / 2-1-X-1 120s
"""

KEYS: Final = (
    b" ",
    b"   e7\r",
    b"n left heel lifts\r",
    b"\x1b[A\x1b[B\x1b[C\x1b[D",
    b"\x1b[<0;20;10M\x1b[<0;20;10m",
    b"\x1b[M !!",
    b"\x1b[32;5;32u\x1b[97;5u",
    b"\x1b[200~pasted text\nmore\x1b[201~",
    b"\x1b[I\x1b[O",
    b"\x1b[?2026;2$y\x1b[?2048;1$y\x1b[48;30;100;600;1000t",
    b"\x1bOP\x1b[15~\x1b[1;5C",
    b"?\x1b\x1b",
    "\xfcber \u65e5\u672c \U0001f468\u200d\U0001f469".encode(),
    b"\x10theme\r",
)

_LED: Final = {
    "first-session": 9,
    "single-leg-hip-thrust": 28,
    "glute-tabata": 14,
    "lower-body-day": 1,
}
"""Sessions that are interrupted, and after how many keys."""


def good_sessions() -> list[bytes]:
    """The sessions that ship, and one with every key."""
    return [EVERYTHING, *(path.read_bytes() for path in sorted(shipped("sessions").glob("*.toml")))]


def good_journals() -> list[bytes]:
    """Journals of sessions that were interrupted."""
    return [_journal(name, keys) for name, keys in _LED.items()]


def good_logs() -> list[bytes]:
    """Logs of what these journals tell, one with a single line."""
    lines = [_logged(journal) for journal in good_journals()]
    return [b"".join(lines), lines[0]]


def good_settings() -> list[bytes]:
    """Settings as the program writes them, and as a hand does."""
    return [write_settings(Settings()).encode(), b"volume = 30 # loud\n"]


def good_packs() -> list[bytes]:
    """Sounds of every format, and a manifest."""
    files = [path.read_bytes() for path in sorted(SOUNDS.glob("tone.*"))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "go.wav"
        with WavFile(path) as file:
            file.append(array("h", range(-2_000, 2_000)))
        wav = path.read_bytes()
    eight_bits = wav[:34] + b"\x08\0" + wav[36:]
    return [*files, wav, eight_bits, MANIFEST, MANIFEST]


def good_lines(*messages: ToSpeaker | Heartbeat) -> list[bytes]:
    """Messages of the speaker's protocol as lines."""
    return [encode(message).rstrip() for message in messages]


def _journal(name: str, keys: int) -> bytes:
    text = (shipped("sessions") / f"{name}.toml").read_text(encoding="utf-8")
    plan = read(text, file="a.toml").plan
    assert plan is not None
    journal, clock = MemoryJournal(), FakeClock()
    recorder = SessionRecorder(
        journal=journal,
        logbook=MemoryLogbook(),
        header=lambda started: Header(
            started=started,
            plan=plan,
            file="a.toml",
            digest=digest_of(text),
            athlete="me",
        ),
    )
    player = Player(
        Runner(agenda_of(plan)), clock=clock, speaker=RecordingSpeaker(clock), recorder=recorder
    )
    amend = Amend(SET_1, reps=4, load=parse_load("62.5 kg"), rpe=Decimal("8.5"))
    now_and_then = (
        Pause(),
        Go(),
        amend,
        Note(SET_1, "heel lifts"),
        Skip(),
        AddTime(15_000),
        Back(),
    )
    for number in range(keys):
        player.order(now_and_then[number // 4 % 7] if number % 4 == 3 else Go())
        for _ in range(15):  # a longer gap would be taken for a sleep
            clock.advance(1_000)
            player.tick()
        if number % 20 == 19:
            player.order(Undo())
            player.order(Slept(60_000))
    lines = (json.dumps(line, ensure_ascii=False).encode() for line in journal.lines)
    return b"".join(line + b"\n" for line in lines)


def _logged(journal: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "journal.jsonl"
        path.write_bytes(journal)
        left = read_journal(path)
    assert left is not None
    interrupted = restore(left)
    assert interrupted is not None
    return json.dumps(encode_record(interrupted.record())).encode() + b"\n"
