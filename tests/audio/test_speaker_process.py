"""The real speaker process, with miniaudio's Null back end: it keeps time and needs no card."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from benchside.audio.child import MAX_UNSENT_BYTES, ChildProcess
from benchside.audio.client import COMMAND, SpeakerProcess
from benchside.audio.factory import packs_folders
from benchside.audio.protocol import Heartbeat, Open, ScheduleCues, decode, encode
from benchside.player.clock import now_ns
from benchside.player.ports import ScheduledCue, SoundState, SpeakerStatus
from benchside.timeline.cues import Cue, CueKind
from tests.audio.ear import PATIENCE_S, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FOLDERS = [str(folder) for folder in packs_folders(None)]
ASKED = Open("null", "classic", FOLDERS, 1.0, muted=False)
MS = 1_000_000

APART_MS = 50
MARGIN_NS = (80 + APART_MS) * MS
"""What is later than 80 ms is left out, and a cue may lie on either side of the moment."""

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


class Family:
    """Remembers the children it starts."""

    def __init__(self) -> None:
        self.children: list[ChildProcess] = []

    def __call__(self) -> ChildProcess:
        self.children.append(ChildProcess(COMMAND))
        return self.children[-1]


@contextmanager
def opened(family: Callable[[], ChildProcess], asked: Open = ASKED) -> Iterator[SpeakerProcess]:
    speaker = SpeakerProcess(asked, start=family)
    try:
        yield speaker
    finally:
        speaker.close()


def wait_for(speaker: SpeakerProcess, is_so: Callable[[SpeakerStatus], bool]) -> None:
    """Look after the speaker until its status is as wanted."""
    wait_until(speaker, lambda: is_so(speaker.status()))


def is_on(status: SpeakerStatus) -> bool:
    return status.state is SoundState.ON


def cues(count: int, apart_ms: int) -> list[ScheduledCue]:
    now = now_ns()
    return [ScheduledCue(now + n * apart_ms * MS, Cue(0, CueKind.GO)) for n in range(1, count + 1)]


def test_it_comes_up_and_plays_what_it_is_given() -> None:
    with opened(Family()) as speaker:
        wait_for(speaker, is_on)
        due = cues(5, 100)

        speaker.schedule(due)
        wait_for(speaker, lambda _: now_ns() > due[-1].due_ns + 500 * MS)

        assert speaker.status() == SpeakerStatus(SoundState.ON, "Null", 0, "", 135)


class Talkative(ChildProcess):
    """A child whose latest word can be looked at."""

    given_ns = 0
    """Everything due up to here it has played or left out."""

    def receive(self) -> list[bytes]:
        lines = super().receive()
        for line in lines:
            beat = decode(line)
            if isinstance(beat, Heartbeat):
                self.given_ns = beat.given_ns
        return lines


def let_play(speaker: SpeakerProcess, child: Talkative) -> None:
    """Wait until the child has played what is due now."""
    now = now_ns()
    wait_for(speaker, lambda _: child.given_ns > now)


@pytest.mark.slow
@posix
def test_ten_kills_lose_no_more_than_the_cues_of_the_moments_they_fell_in() -> None:
    children: list[Talkative] = []

    def start() -> Talkative:
        children.append(Talkative(COMMAND))
        return children[-1]

    gaps: list[tuple[int, int]] = []
    with opened(start) as speaker:
        wait_for(speaker, is_on)
        due = cues(200, APART_MS)
        speaker.schedule(due)

        for _ in range(10):
            let_play(speaker, children[-1])
            lost_from_ns = children[-1].given_ns
            os.kill(children[-1].pid, signal.SIGKILL)
            wait_for(speaker, lambda status: status.state is SoundState.LOST)
            wait_for(speaker, is_on)
            gaps.append((lost_from_ns, now_ns()))
        wait_for(speaker, lambda _: now_ns() > due[-1].due_ns + 500 * MS)

        dropped = speaker.status().dropped
    lost = sum(any(a < cue.due_ns < b + MARGIN_NS for a, b in gaps) for cue in due)
    assert len(children) == 11
    assert dropped <= lost < len(due)


@pytest.mark.slow
@posix
def test_a_hung_speaker_is_replaced() -> None:
    family = Family()
    with opened(family) as speaker:
        wait_for(speaker, is_on)

        os.kill(family.children[-1].pid, signal.SIGSTOP)
        wait_for(speaker, lambda status: status.state is SoundState.LOST)
        wait_for(speaker, is_on)

        assert len(family.children) == 2


def test_it_ends_when_its_input_ends() -> None:
    process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write(encode(ASKED))
    process.stdin.flush()
    process.stdout.readline()

    process.stdin.close()

    assert process.wait(PATIENCE_S) == 0
    process.stdout.close()


@posix
def test_keys_of_the_terminal_do_not_reach_it() -> None:
    family = Family()
    with opened(family) as speaker:
        wait_for(speaker, is_on)
        (child,) = family.children

        assert os.getpgid(child.pid) != os.getpgid(0)
        os.kill(child.pid, signal.SIGINT)
        wait_for(speaker, is_on)
        time.sleep(0.3)

        assert child.is_running


def test_closing_leaves_no_process() -> None:
    family = Family()
    with opened(family) as speaker:
        wait_for(speaker, is_on)
        speaker.close()

        assert not family.children[-1].is_running


@posix
def test_a_full_pipe_never_blocks_the_program() -> None:
    child = ChildProcess((sys.executable, "-c", "import time; time.sleep(60)"))
    line = encode(ScheduleCues([[n, "go"] for n in range(100)]))
    while not child.is_clogged:
        child.send(line)

    assert child.is_running
    child.send(line)
    child.kill()
    assert MAX_UNSENT_BYTES >= 64 * 1024


def test_it_loads_neither_the_screen_nor_the_models() -> None:
    script = (
        "import sys, benchside.audio.speaker;"
        "heavy = 'textual', 'pydantic', 'click', 'asyncio';"
        "print([name for name in heavy if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


@pytest.mark.slow
@posix
def test_a_missing_voice_is_told_once_something_is_to_be_spoken() -> None:
    asked = Open("null", "classic", FOLDERS, 1.0, muted=False, language="en")
    nothing_on_the_path = {**os.environ, "PATH": ""}
    with opened(lambda: ChildProcess(COMMAND, nothing_on_the_path), asked) as speaker:
        wait_for(speaker, is_on)
        assert speaker.status().detail == ""

        speaker.say(now_ns(), "Last set")
        wait_for(speaker, lambda status: status.detail != "")

        assert speaker.status().detail.startswith("no spoken cues")
        assert is_on(speaker.status())


def test_a_missing_pack_is_told_and_classic_plays() -> None:
    asked = Open("null", "gone", FOLDERS, 1.0, muted=False)
    with opened(Family(), asked) as speaker:
        wait_for(speaker, is_on)

        assert speaker.status().detail == 'there is no sound pack "gone"; classic stands in'


PROGRAM = """
import sys, time
from benchside.audio.child import ChildProcess
from benchside.audio.client import COMMAND, SpeakerProcess
from benchside.audio.protocol import Open
from benchside.player.ports import SoundState

children = []
def start():
    children.append(ChildProcess(COMMAND))
    return children[-1]

speaker = SpeakerProcess(Open("null", "classic", sys.argv[1:], 1.0, muted=False), start=start)
while speaker.status().state is not SoundState.ON:
    time.sleep(0.01)
print(children[-1].pid, flush=True)
while True:
    speaker.status()
    time.sleep(0.01)
"""


@contextmanager
def a_program() -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run a program with a speaker that plays; gives it and the number of the speaker."""
    command = (sys.executable, "-c", PROGRAM, *FOLDERS)
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        try:
            yield program, int(program.stdout.readline())
        finally:
            program.kill()


def is_there(pid: int) -> bool:
    """Whether a process runs; one that nobody has waited for yet does not."""
    found = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return found.stdout.strip()[:1] not in ("", "Z")


def assert_ends(pid: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while is_there(pid):
        assert time.monotonic() < deadline, "the speaker outlives its program"
        time.sleep(0.05)


@posix
def test_a_speaker_ends_with_a_program_that_is_killed() -> None:
    with a_program() as (program, speaker_pid):
        assert is_there(speaker_pid)

        program.kill()

        assert_ends(speaker_pid)


@pytest.mark.slow
@posix
def test_a_speaker_ends_with_a_program_that_is_stopped_and_then_killed() -> None:
    with a_program() as (program, speaker_pid):
        program.send_signal(signal.SIGSTOP)
        time.sleep(1)
        assert is_there(speaker_pid)

        program.kill()

        assert_ends(speaker_pid)


@posix
def test_a_speaker_whose_words_nobody_reads_any_more_ends_with_its_input() -> None:
    process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin
    assert process.stdout
    process.stdin.write(encode(ASKED))
    process.stdin.flush()
    process.stdout.readline()

    process.stdout.close()

    assert process.wait(PATIENCE_S) == 0
    process.stdin.close()


@pytest.mark.slow
@posix
def test_a_speaker_that_died_leaves_no_zombie() -> None:
    family = Family()
    with opened(family) as speaker:
        for _ in range(3):
            wait_for(speaker, is_on)
            os.kill(family.children[-1].pid, signal.SIGKILL)
            wait_for(speaker, lambda status: status.state is SoundState.LOST)
        wait_for(speaker, is_on)

    assert len(family.children) == 4
    for child in family.children:
        with pytest.raises(ProcessLookupError):
            os.kill(child.pid, 0)


@pytest.mark.slow
@posix
def test_it_can_be_led_from_a_thread() -> None:
    family, failed = Family(), queue.SimpleQueue[BaseException | None]()

    def lead() -> None:
        try:
            with opened(family) as speaker:
                wait_for(speaker, is_on)
                speaker.schedule(cues(5, 50))
                os.kill(family.children[-1].pid, signal.SIGKILL)
                wait_for(speaker, lambda status: status.state is SoundState.LOST)
                wait_for(speaker, is_on)
            failed.put(None)
        except BaseException as error:  # noqa: BLE001 - told to the main thread
            failed.put(error)

    thread = threading.Thread(target=lead)
    thread.start()
    thread.join()

    assert failed.get() is None
    assert len(family.children) == 2
    assert not any(child.is_running for child in family.children)


@posix
def test_a_speaker_started_by_a_thread_outlives_the_thread() -> None:
    family = Family()
    speakers: list[SpeakerProcess] = []
    thread = threading.Thread(target=lambda: speakers.append(SpeakerProcess(ASKED, start=family)))
    thread.start()
    thread.join()

    (speaker,) = speakers
    wait_for(speaker, is_on)
    speaker.close()

    assert len(family.children) == 1


@posix
def test_a_child_that_talks_without_end_does_not_hold_up_the_program() -> None:
    for talk in (b"x" * 65_536, b"[" * 1_000 + b"\n", encode(Heartbeat("on"))):
        script = f"import os\nwhile True: os.write(1, {talk!r})"
        child = ChildProcess((sys.executable, "-c", script))
        deadline = time.monotonic() + PATIENCE_S
        heard = 0
        while heard < 10 and time.monotonic() < deadline:
            heard += bool([decode(line) for line in child.receive()]) or talk.startswith(b"x")
        child.kill()

        assert heard == 10


BROKEN = """
import os, signal, sys
import benchside.audio.pack as pack
import benchside.audio.speaker as speaker
load = pack.load_pack
def crash(name, folders):
    if name != "classic":
        os.kill(os.getpid(), signal.SIGSEGV)
    return load(name, folders)
speaker.load_pack = crash
speaker.main()
"""


@pytest.mark.slow
@posix
def test_a_pack_that_crashes_the_speaker_costs_the_pack_and_not_the_sound() -> None:
    asked = Open("null", "gym", FOLDERS, 1.0, muted=False)
    with opened(lambda: ChildProcess((sys.executable, "-c", BROKEN)), asked) as speaker:
        wait_for(speaker, is_on)

        status = speaker.status()

    assert status.detail == 'the sound pack "gym" ended the speaker; classic stands in'


@posix
@pytest.mark.slow
@pytest.mark.parametrize(
    "script", ["exec sleep 60", "trap '' TERM; sleep 60", "exec yes", "exit 1"]
)
def test_a_voice_that_is_broken_costs_no_cue_and_ends_with_the_speaker(
    tmp_path: Path, script: str
) -> None:
    started = tmp_path / "started"
    program = tmp_path / "espeak-ng"
    program.write_text(f"#!/bin/sh\necho $$ >> {started}\n{script}\n")
    program.chmod(0o700)
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    asked = Open("null", "classic", FOLDERS, 1.0, muted=False, language="en")
    with opened(lambda: ChildProcess(COMMAND, environment), asked) as speaker:
        wait_for(speaker, is_on)
        due = cues(10, 100)

        speaker.say(due[-1].due_ns, "Last set")
        speaker.schedule(due)
        wait_for(speaker, lambda _: now_ns() > due[-1].due_ns + 200 * MS)
        wait_for(speaker, lambda _: started.exists())

        assert is_on(speaker.status())
        assert speaker.status().dropped == 0
    for pid in started.read_text().split():
        assert_ends(int(pid))
