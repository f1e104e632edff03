"""What may come from a stranger, and where it goes in: a kind each, with good files and tokens.

Every kind is opened in an empty folder that stands for the athlete's own. What it runs is the
program itself: a command, or the reader behind a screen. What a command prints must not hold a
character that commands a terminal.
"""

from __future__ import annotations

import io
import sys
import time
from array import array
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.mutation_driver import reading_driver
from benchmarks.mutation_good import (
    ASKED,
    ATHLETE,
    EXERCISES,
    INTERVALS,
    KEYS,
    LIFTOSAUR,
    good_journals,
    good_lines,
    good_logs,
    good_packs,
    good_sessions,
    good_settings,
)
from benchmarks.mutation_terminal import running_app
from benchmarks.mutation_tokens import TOKENS
from benchside.app.program import Program
from benchside.audio.client import SpeakerProcess
from benchside.audio.pack import read_pack
from benchside.audio.protocol import (
    Cancel,
    CloseSpeaker,
    Heartbeat,
    Open,
    Say,
    ScheduleCues,
    Volume,
    decode,
    encode,
)
from benchside.audio.speaker import SpeakerServer
from benchside.cli import main as benchside
from benchside.log.build import build_record
from benchside.log.record import SessionSource, encode_record as encode_record
from benchside.player.ports import ScheduledCue, SoundState
from benchside.runner.commands import Go, Note, Pause, Proceed, Skip
from benchside.runner.machine import Refused, State
from benchside.runner.results import SessionStatus
from benchside.runner.runner import Runner
from benchside.session.values.errors import is_control
from benchside.settings import load_settings, save_settings
from benchside.testing import A_MOMENT
from benchside.testing.fakes import FakeClock
from benchside.timeline.cues import Cue, CueKind
from benchside.view.viewer import Viewer
from tests.audio.fakes import Nursery
from tests.builders import SET_1

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from benchmarks.mutation_terminal import Cost
    from benchside.audio.stage import CueScheduler
    from benchside.timeline.agenda import Agenda

    Run = Callable[[bytes], Cost | None]

FILES: Final = Path(__file__).resolve().parent.parent / "tests" / "audio" / "files"

STATUSES: Final = frozenset({0, 1, 2, 3})
"""How a command may end; see docs/commands.md."""

MAX_TYPED: Final = 32_000
"""Bytes of one input to the driver: half of what a pipe holds."""

MAX_KEYS_AT_ONCE: Final = 120
"""Bytes of one input to the screens: as many keys as a burst may have, each taken in some ms."""

MAX_KEYS: Final = 60
"""A mutated session is led with so many keys."""


class Unsafe(AssertionError):  # noqa: N818 - the name says what the output is
    """A line that was printed commands the terminal."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of input."""

    name: str
    good: Callable[[], list[bytes]]
    """Files that are as they should be."""
    opened: Callable[[Path], AbstractContextManager[Run]]
    """Makes ready, in an empty folder for the athlete, what runs one input."""
    max_bytes: int = 3 << 20
    """Of a mutated input: by default more than any reader takes."""

    share: int = 1
    """One of so many inputs is opened: where each takes its time."""

    @property
    def tokens(self) -> tuple[bytes, ...]:
        """Words of the format."""
        return TOKENS["terminal" if self.name == "screens" else self.name]


OPENINGS_S: Final[list[float]] = []
"""The processor's time of every opening of the present input, where it is opened several times."""


@contextmanager
def opening() -> Iterator[None]:
    """Measure one opening of an input."""
    began_s = time.process_time()
    try:
        yield
    finally:
        OPENINGS_S.append(time.process_time() - began_s)


@opening()
def call(*arguments: str) -> int:
    """Run a command as the shell would; raises what the shell would see as a traceback."""
    kept = sys.stdin, sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    sys.stdin, sys.stdout, sys.stderr = io.StringIO(""), out, err
    try:
        status = benchside(arguments, standalone_mode=False)
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    for stream in (out, err):
        stream.flush()
        printed = stream.buffer.getvalue().decode()
        if unsafe := {sign for sign in printed if is_control(sign) and sign != "\n"}:
            raise Unsafe(f"{arguments[0]} printed {unsafe!r}")
    if status not in STATUSES:
        raise AssertionError(f"{arguments} ended with {status}")
    return status


@contextmanager
def _sessions(home: Path) -> Iterator[Run]:
    path = home / "sessions" / "changed.toml"
    path.parent.mkdir()
    (path.parent / "includes.toml").write_text(
        'name = "Includes"\n[[block]]\ninclude = "changed"\n', encoding="utf-8"
    )

    def run(data: bytes) -> None:
        path.write_bytes(data)
        bench = Program({"BENCHSIDE_HOME": str(home)})
        with opening():
            bench.shelf.labels()
            entry = bench.shelf.find("changed")
        call("check", "changed")
        agenda = entry.agenda()
        if agenda is None:
            return
        call("show", "changed")
        call("show", "changed", "--json")
        call("show", "includes", "--at", "1m")
        with opening():
            _lead(agenda)

    yield run


def _lead(agenda: Agenda) -> None:
    """Press keys until the session is over or long enough; what was done goes into a record."""
    runner = Runner(agenda)
    keys = (Proceed(), Go(), Pause(), Go(), Skip(), Note(SET_1, "x"))
    at_ms = 0
    for number in range(MAX_KEYS):
        with suppress(Refused):
            runner.feed(keys[number % len(keys)] if number else Go(), at_ms)
        at_ms += 5_000
        runner.advance(at_ms)
        Viewer(runner).view()
        if runner.state is State.FINISHED:
            break
    source = SessionSource(name=agenda.plan.name, file="changed.toml", digest="")
    encode_record(
        build_record(
            agenda,
            runner.run.outcome,
            status=SessionStatus.PARTIAL,
            started=A_MOMENT,
            source=source,
            athlete="me",
        )
    )


@contextmanager
def _journals(home: Path) -> Iterator[Run]:
    journal, log = home / "journal.jsonl", home / "log.jsonl"
    (home / "settings.toml").write_text('sound = "silent"\n', encoding="utf-8")

    def run(data: bytes) -> None:
        journal.write_bytes(data)
        bench = Program({"BENCHSIDE_HOME": str(home)})
        with opening(), suppress(OSError):
            _take_up(bench)
        bench.unfinished.take_notices()
        journal.write_bytes(data)
        call("run", "--save-leftover", "--plain")
        if log.exists():
            call("log", "--all")
            log.unlink()
        journal.write_bytes(data)
        call("run", "--discard-leftover", "--plain")
        call("run", "--resume", "--plain")
        _clear(home / "set-aside")

    yield run


def _take_up(bench: Program) -> None:
    """Go on with the interrupted session for a moment, then leave it."""
    interrupted = bench.unfinished.find()
    if interrupted is None:
        return
    player = bench.unfinished.resume(interrupted)
    player.press(Go())
    _ = player.sets
    player.close()


def _clear(folder: Path) -> None:
    if folder.is_dir():
        for path in folder.iterdir():
            path.unlink()


@contextmanager
def _logs(home: Path) -> Iterator[Run]:
    log = home / "log.jsonl"

    def run(data: bytes) -> None:
        log.write_bytes(data)
        call("log", "--all")
        call("log", "--json")
        bench = Program({"BENCHSIDE_HOME": str(home)})
        bench.habits(bench.shelf.entries())

    yield run


@contextmanager
def _settings(home: Path) -> Iterator[Run]:
    path = home / "settings.toml"

    def run(data: bytes) -> None:
        path.write_bytes(data)
        Program({"BENCHSIDE_HOME": str(home)}).shelf.labels()
        settings, problems = load_settings(path)
        call("list")
        if not problems:
            call("show", "first-session")
            save_settings(path, settings.model_copy(update={"volume": 30, "theme": "nord"}))
            kept, problems = load_settings(path)
            if problems or kept.volume != 30:
                raise AssertionError(f"what was saved reads as {kept} {problems}")

    yield run


@contextmanager
def _athletes(home: Path) -> Iterator[Run]:
    folder = home / "athletes"
    folder.mkdir()

    def run(data: bytes) -> None:
        (folder / "changed.toml").write_bytes(data)
        (folder / "default.toml").write_bytes(data)
        call("show", "hip-thrust-strength", "--athlete", "changed")
        call("check", "--json")

    yield run


@contextmanager
def _exercises(home: Path) -> Iterator[Run]:
    def run(data: bytes) -> None:
        (home / "exercises.toml").write_bytes(data)
        call("show", "hip-thrust-strength")
        call("check", "--json")
        for entry in Program({"BENCHSIDE_HOME": str(home)}).shelf.exercises.catalogue.own:
            assert not any(map(is_control, "".join((entry.name, *entry.aliases, *entry.cues))))

    yield run


@contextmanager
def _packs(home: Path) -> Iterator[Run]:
    folder = home / "sounds" / "changed"
    folder.mkdir(parents=True)
    names = ("go.wav", "go.flac", "go.mp3", "go.ogg")

    def run(data: bytes) -> None:
        for name in (*names, "pack.toml"):
            (folder / name).unlink(missing_ok=True)
        is_text = not data.startswith((b"RIFF", b"fLaC", b"OggS", b"ID3", b"\xff"))
        kept = "pack.toml" if is_text else names[sum(data[-3:]) % len(names)]
        (folder / kept).write_bytes(data)
        pack = read_pack(folder)
        for samples in pack.sounds.values():
            assert isinstance(samples, array)
        assert not any(map(is_control, "".join((pack.title, pack.about, *pack.problems))))

    yield run


@contextmanager
def _imports(home: Path) -> Iterator[Run]:
    plan = home / "plan.txt"

    def run(data: bytes) -> None:
        plan.write_bytes(data)
        call("import", str(plan), "--print")

    yield run


class _Device:
    """A sound library that takes what the stage gives, whenever it is asked to."""

    delay_ms = 90

    has_begun = True

    def __init__(self) -> None:
        self._stage: CueScheduler | None = None

    def open(self, stage: CueScheduler) -> str:
        self._stage = stage
        return "a device"

    def find_device(self) -> str:
        return "a device"

    def is_alive(self, now_ns: int) -> bool:
        assert self._stage is not None
        for _ in range(3):
            self._stage.pull(3_840, now_ns)
        return True

    def close(self) -> None:
        pass


@contextmanager
def _speaker(_: Path) -> Iterator[Run]:
    """What a program says to its speaker."""
    beats: list[Heartbeat] = []
    speaker = SpeakerServer(ASKED, beats.append, open_output=lambda _: _Device())

    def run(data: bytes) -> None:
        for line in data.split(b"\n"):
            message = decode(line)
            if isinstance(message, Open):
                other = replace(message, language="")  # a speech program would be started
                SpeakerServer(other, beats.append, open_output=lambda _: _Device()).beat()
            speaker.handle(message)
        speaker.beat()
        for beat in beats:
            assert decode(encode(beat)) == beat
        beats.clear()

    yield run


@contextmanager
def _client(_: Path) -> Iterator[Run]:
    """What a speaker says to its program."""
    clock, nursery = FakeClock(), Nursery()
    speaker = SpeakerProcess(ASKED, start=nursery, now_ns=clock.now_ns)

    def run(data: bytes) -> None:
        for line in data.split(b"\n"):
            nursery.last.babbles(line)
        clock.advance(100)
        speaker.schedule([ScheduledCue(clock.now_ns() + 1_000_000, Cue(0, CueKind.GO))])
        assert isinstance(speaker.status().state, SoundState)

    yield run


def _plans() -> list[bytes]:
    return [INTERVALS, b"[" + INTERVALS + b"," + INTERVALS + b"]", LIFTOSAUR]


def _to_speaker() -> list[bytes]:
    cues = ScheduleCues([[2**40, "go"], [5, "count-in"]])
    return good_lines(ASKED, cues, Say(9, "Last set"), Cancel(), Volume(0.5, muted=False))


def _from_speaker() -> list[bytes]:
    on, lost = Heartbeat("on", "a card"), Heartbeat("lost", "", "gone", 3, 2**40)
    return good_lines(on, lost, Heartbeat("loading"), Heartbeat("no device"), CloseSpeaker())


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind("sessions", good_sessions, _sessions),
        Kind("journals", good_journals, _journals),
        Kind("logs", good_logs, _logs),
        Kind("settings", good_settings, _settings),
        Kind("athletes", lambda: [ATHLETE, b'name = "me"\n'], _athletes),
        Kind("exercises", lambda: [EXERCISES, EXERCISES[13:]], _exercises),
        Kind("packs", good_packs, _packs),
        Kind("imports", _plans, _imports),
        Kind("to-speaker", _to_speaker, _speaker),
        Kind("from-speaker", _from_speaker, _client),
        Kind("terminal", lambda: list(KEYS), reading_driver, max_bytes=MAX_TYPED),
        Kind("screens", lambda: list(KEYS), running_app, max_bytes=MAX_KEYS_AT_ONCE, share=20),
    )
}
"""By their names."""
