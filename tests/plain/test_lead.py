"""A session on plain lines: what is said, what typed lines do, what happens without any."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from benchside.keeper import Keeper
from benchside.log.lines import Header
from benchside.log.record import digest_of
from benchside.plain.lead import Leader, sound_of
from benchside.player import Player
from benchside.ports import SoundState, SpeakerStatus
from benchside.runner.done import SessionStatus
from benchside.runner.runner import Runner
from benchside.testing import (
    FakeClock,
    MemoryJournal,
    MemoryLogbook,
    RecordingSpeaker,
    a_block,
    a_set,
    a_timeline,
)
from benchside.timeline.cues import CueKind

if TYPE_CHECKING:
    from datetime import datetime

    from benchside.timeline.steps import Timeline

TEMPO = a_set("Glute bridge", reps=2, tempo="2-0-1-0", load="20 kg", prepare="5s", rest="1m")
AT_WILL = a_set("Row", reps=3, prepare="5s", rest="30s")


@dataclass
class Script:
    """Keys pressed at moments of a fake clock; afterwards the input may stay open or end."""

    clock: FakeClock
    presses: list[tuple[int, str]] = field(default_factory=list)
    ends_ms: int | None = None
    now_ms: int = 0

    @property
    def is_open(self) -> bool:
        return bool(self.presses) or self.ends_ms is None or self.now_ms < self.ends_ms

    def wait(self, seconds: float) -> list[str]:
        due = [line for at_ms, line in self.presses if at_ms <= self.now_ms]
        self.presses = self.presses[len(due) :]
        if not due:
            self.idle(seconds)
        return due

    def idle(self, seconds: float) -> None:
        ms = round(seconds * 1_000)
        self.now_ms += ms
        self.clock.advance(ms)


@dataclass
class Led:
    """A session that was led on lines."""

    lines: list[str]
    player: Player
    logbook: MemoryLogbook
    speaker: RecordingSpeaker
    is_over: bool

    @property
    def sets(self) -> list[dict[str, Any]]:
        """The sets of the one session in the log."""
        [line] = json.loads(json.dumps(self.logbook.lines))
        sets: list[dict[str, Any]] = line["sets"]
        return sets


def lead(
    timeline: Timeline, *presses: tuple[int, str], ends_ms: int | None = None, typed: bool = True
) -> Led:
    clock = FakeClock()
    logbook = MemoryLogbook()

    def header(started: datetime) -> Header:
        digest = digest_of(timeline.name)
        return Header(started=started, session=timeline.name, file="a.toml", digest=digest, text="")

    keeper = Keeper(timeline, journal=MemoryJournal(), logbook=logbook, header=header)
    speaker = RecordingSpeaker(clock)
    player = Player(Runner(timeline), clock=clock, speaker=speaker, keeper=keeper)
    lines: list[str] = []
    script = Script(clock, list(presses), ends_ms)
    is_over = Leader(player, script, lines.append, is_typed=typed).lead()
    return Led(lines, player, logbook, speaker, is_over)


def test_a_tempo_session_is_told_from_announcement_to_rest() -> None:
    timeline = a_timeline(TEMPO, AT_WILL)

    led = lead(timeline, (0, ""), (90_000, "finish"))

    assert led.lines == [
        "Block: Main.",
        "Glute bridge, set 1 of 1: 2 reps, 20 kg, tempo 2-0-1-0.",
        'Press enter to begin; write "help" for more.',
        "Sound on: a fake.",
        "Get ready: 5 seconds.",
        "3",
        "2",
        "1",
        "Go.",
        "Rep 1 of 2.",
        "Rep 2 of 2.",
        "Set 1 of 1 done: 2 reps, 20 kg.",
        "Rest 1:00.",
        "Next: Row, set 1 of 1: 3 reps.",
        "30 seconds left.",
        "10 seconds left.",
        "Get ready: 5 seconds.",
        "3",
        "2",
        "1",
        "Go. Press enter when the set is done.",
        "Set 1 of 1 done.",
    ]


def test_sides_are_named_when_they_change() -> None:
    timeline = a_timeline(
        a_set("Side plank", reps=None, time="10s", sides=("left", "right"), prepare="0s")
    )

    led = lead(timeline, (0, ""))

    assert "Side plank, set 1 of 1: 10s, left first." in led.lines
    assert "Switch to right: 10 seconds." in led.lines


def test_rounds_are_told() -> None:
    block = a_block(a_set("Row", reps=None, time="10s", rest="20s"), rounds=2, name="Circuit")

    led = lead(a_timeline(block), (0, ""))

    assert "Block: Circuit." in led.lines
    assert "Round 1 of 2. Row: 10s." in led.lines
    assert "Round 2 of 2. Next: Row: 10s." in led.lines


def test_a_session_without_any_input_goes_on_by_itself_to_the_log() -> None:
    open_rest = a_set("Squat", reps=5, rest="20s+")
    open_beat = a_set("Bridge", reps="3+", tempo="1-0-1-0")
    timeline = a_timeline(TEMPO, open_rest, AT_WILL, open_beat)

    led = lead(timeline, ends_ms=0)

    assert "No more keys can come: the session goes on by itself." in led.lines
    assert led.is_over
    assert led.player.view.status is SessionStatus.COMPLETE
    assert [one["actual_reps"] for one in led.sets] == [2, 5, 3, 3]


def test_the_end_of_a_session_is_heard_before_the_program_ends() -> None:
    led = lead(a_timeline(TEMPO), (0, ""))

    assert led.is_over
    assert [due.cue.kind for due in led.speaker.heard][-2:] == [
        CueKind.SET_DONE,
        CueKind.SESSION_DONE,
    ]


def test_what_keeps_the_sound_from_being_heard_is_told() -> None:
    no_voice = SpeakerStatus(SoundState.ON, "a card", 0, "no spoken cues: install espeak-ng")
    no_card = SpeakerStatus(SoundState.NO_DEVICE, detail="there is no sound card, only a dummy")

    assert sound_of(no_voice) == "Sound on: a card; no spoken cues: install espeak-ng."
    assert sound_of(no_card) == "Sound: no device; there is no sound card, only a dummy."


def test_nobody_is_waited_for_at_the_end_when_nobody_can_tell_the_reps() -> None:
    led = lead(a_timeline(a_set("Frog pump", time="20s", reps="max")), ends_ms=0)

    assert led.sets[0]["work_ms"] == 20_000
    assert "The session ends in 1:00." in led.lines
    assert "30 seconds left." not in led.lines
    assert led.player.view.elapsed_s < 40


def test_a_set_at_will_lasts_as_long_as_estimated_when_nobody_can_end_it() -> None:
    led = lead(a_timeline(AT_WILL), ends_ms=0)

    assert 12_000 <= led.sets[0]["work_ms"] < 12_200


def test_a_paused_session_goes_on_when_the_input_ends() -> None:
    led = lead(a_timeline(TEMPO), (0, ""), (2_000, "p"), ends_ms=10_000)

    assert "Paused. Press enter to go on." in led.lines
    assert led.player.view.status is SessionStatus.COMPLETE


def test_lines_of_a_pipe_are_taken_one_by_one_when_the_session_asks() -> None:
    timeline = a_timeline(TEMPO, AT_WILL)
    answers = [(0, ""), (0, ""), (0, "reps 5"), (0, "note easy")]

    led = lead(timeline, *answers, ends_ms=0, typed=False)

    first, second = led.sets
    assert first["actual_reps"] == 2
    assert second["work_ms"] < 1_000
    assert "note easy" not in led.lines


def test_two_keys_typed_at_once_are_not_saved_up() -> None:
    led = lead(a_timeline(TEMPO, AT_WILL), (0, ""), (0, ""), (100_000, "finish"))

    assert any("does nothing now" in line for line in led.lines)
    assert led.player.view.status is SessionStatus.PARTIAL


def test_quitting_leaves_the_session_to_go_on_with_later() -> None:
    led = lead(a_timeline(TEMPO), (0, ""), (2_000, "quit"))

    assert not led.is_over
    assert led.player.view.status is None
    assert not led.logbook.lines


def test_a_correction_in_the_rest_is_read_back() -> None:
    led = lead(
        a_timeline(TEMPO, AT_WILL), (0, ""), (15_000, "reps 1"), (16_000, "rpe 9"), (17_000, "quit")
    )

    assert "Corrected, Glute bridge: 1 rep, 20 kg." in led.lines
    assert "Corrected, Glute bridge: 1 rep, 20 kg, RPE 9." in led.lines


def test_the_reps_of_a_set_that_nobody_counted_are_asked_for() -> None:
    as_many = a_set("Frog pump", time="20s", reps="max", rest="30s")

    led = lead(a_timeline(as_many, TEMPO), (0, ""), (40_000, "reps 17"), (41_000, "quit"))

    assert 'How many reps? Write "reps" and the number.' in led.lines
    assert "Corrected, Frog pump: 17 reps." in led.lines


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("hepl", '"hepl" is not known here; did you mean "help"?'),
        ("where", "Prepare, 3 left: Glute bridge, set 1 of 1. 0 of 1 sets, 9 seconds left."),
        ("reps 8", "That does nothing now."),
        ("note fine", "Noted."),
        ("louder", "Volume 100%."),
        ("quieter", "Volume 90%."),
        ("help", "quit: stop here and go on later."),
    ],
)
def test_a_line_is_answered(line: str, answer: str) -> None:
    led = lead(a_timeline(TEMPO), (0, ""), (2_000, line), (2_200, "quit"))

    assert any(told.startswith(answer) for told in led.lines)


def test_text_of_a_file_commands_no_terminal() -> None:
    evil = a_set("Row \x1b[2J", reps=2, tempo="1-0-1-0")

    led = lead(a_timeline(a_block(evil, name="\x1b]0;title\x07")), ends_ms=0)

    assert not any("\x1b" in line or "\x07" in line for line in led.lines)
