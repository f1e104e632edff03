"""Speaks phrases with the speech program of the system, rendered ahead into the stream of the cues.

The program runs in a thread of its own and gives a sound, which then waits for its moment like a
cue. One that hangs, dies or gives something else costs its phrase and no cue; a missing one, or one
that fails again and again, is told once as a problem, and no phrase comes any more.
"""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from benchside.audio.loudness import as_loud_as
from benchside.audio.samples import RATE
from benchside.audio.sound_file import UnusableSoundError, decode_sound
from benchside.audio.stage import SPEECH_LATE_NS
from benchside.player import now_ns as system_now_ns

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterator, Mapping

    from benchside.audio.stage import CueScheduler

LONGEST_TEXT = 200
LONGEST_S = 20
"""Seconds of a phrase."""

MAX_BYTES = 4 * 1024 * 1024
"""More than a phrase of that length, at any rate that programs speak at."""

PATIENCE_S = 5.0
"""A speech program that takes longer for one phrase is stopped."""

ESPEAK_PATIENCE_S = 2.0
"""The same for espeak-ng, which takes a hundredth of a second."""

MAX_KNOWN = 200
"""Phrases that are kept; those of a long session are fewer."""

MAX_ASKED = 100
"""Phrases that may wait to be rendered; those of a set are some ten."""

SHUTDOWN_TIMEOUT_S = 0.5
"""A program that has written its sound is given so long to end."""

MAX_FAILED = 3
"""After so many phrases in a row that could not be rendered it gives up."""

MAC_VOICES: Mapping[str, str] = {"en": "Samantha", "de": "Anna"}

WINDOWS_SCRIPT = (
    "Add-Type -AssemblyName System.Speech;"
    "[Console]::InputEncoding = [Text.Encoding]::UTF8;"
    "$speech = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$culture = [Globalization.CultureInfo]$env:BENCHSIDE_LANGUAGE;"
    "$speech.SelectVoiceByHints('NotSet', 'NotSet', 0, $culture);"
    "$speech.SetOutputToWaveFile($env:BENCHSIDE_WAV);"
    "$speech.Speak([Console]::In.ReadToEnd());"
    "$speech.Dispose()"
)


class SpeechError(Exception):
    """A phrase could not be spoken, for the reason given."""


class NoSpeechProgramError(SpeechError):
    """Nothing on this system can speak."""


class SpeechProgram(Protocol):
    """Turns a text into the bytes of a sound file."""

    def __call__(self, text: str, language: str) -> bytes:
        """Render a phrase; raises SpeechError."""
        ...


def find_speech_program() -> SpeechProgram:
    """Return what this system speaks with; raises NoProgramError where it has no voice."""
    if sys.platform == "darwin" and shutil.which("say"):
        return speak_with_say
    if sys.platform == "win32" and shutil.which("powershell"):
        return speak_with_powershell
    for name in ("espeak-ng", "espeak"):
        if path := shutil.which(name):
            return lambda text, language: speak_with_espeak(path, text, language)
    raise NoSpeechProgramError("install espeak-ng")


def speak_with_espeak(path: str, text: str, language: str) -> bytes:
    """Render a phrase with espeak-ng, in ten milliseconds."""
    command = [path, "-v", language, "--stdin", "--stdout"]
    return _run(command, text, patience_s=ESPEAK_PATIENCE_S)


def speak_with_say(text: str, language: str) -> bytes:
    """Render a phrase with the voice of macOS."""
    with _target() as target:
        form = ["--file-format=WAVE", f"--data-format=LEI16@{RATE}"]
        _run(["say", "-v", MAC_VOICES.get(language, ""), "-o", str(target), *form, "-f", "-"], text)
        return _read(target)


def speak_with_powershell(text: str, language: str) -> bytes:
    """Render a phrase with the voice of Windows (SAPI)."""
    with _target() as target:
        command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS_SCRIPT]
        _run(command, text, {"BENCHSIDE_LANGUAGE": language, "BENCHSIDE_WAV": str(target)})
        return _read(target)


@contextmanager
def _target() -> Iterator[Path]:
    """Have a place for a file that a program writes, until the end of the block."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder) / "phrase.wav"
    except OSError as error:
        raise SpeechError(f"the phrase was not written ({error.strerror})") from error


def _read(target: Path) -> bytes:
    with target.open("rb") as stream:
        return stream.read(MAX_BYTES)


def _run(
    command: list[str],
    text: str,
    variables: Mapping[str, str] | None = None,
    *,
    patience_s: float = PATIENCE_S,
) -> bytes:
    """Run a program on a text and return what it writes, within bounds of time and size."""
    name = Path(command[0]).name
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(variables or {})},
        )
    except OSError as error:
        raise SpeechError(f"{name} failed ({error.strerror})") from error
    written: list[bytes] = []
    # A thread, because a program of the program's own may keep the pipe open for good.
    talk = threading.Thread(target=_talk, args=(process, text, written), daemon=True)
    talk.start()
    talk.join(patience_s)
    with suppress(subprocess.TimeoutExpired):
        process.wait(SHUTDOWN_TIMEOUT_S if written else 0)
    status = process.poll()
    process.kill()
    process.wait()
    if status != 0 or not written:
        reason = "took too long" if status is None else f"failed ({status})"
        raise SpeechError(f"{name} {reason}")
    return written[0]


def _talk(process: subprocess.Popen[bytes], text: str, written: list[bytes]) -> None:
    """Give a program its text and take what it writes."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError), process.stdin as stdin:
        stdin.write(text.encode(errors="replace"))
    with suppress(OSError), process.stdout as stdout:
        written.append(stdout.read(MAX_BYTES))


def to_samples(file: bytes) -> array[int]:
    """Decode what a speech program gave; espeak-ng's header has a wrong length, which is borne."""
    try:
        return decode_sound(file, longest_s=LONGEST_S)
    except UnusableSoundError as error:
        raise SpeechError(f"what the speech program gave {error}") from error


class Phrasebook:
    """The sounds of phrases in one language, each rendered once."""

    def __init__(
        self, language: str, program: SpeechProgram | None = None, *, level: float | None = None
    ) -> None:
        """Make every phrase as loud as a level; None takes it as the program speaks."""
        self._language = language
        self._program = program
        self._level = level
        self._known: dict[str, array[int]] = {}

    def render(self, text: str) -> array[int]:
        """Return a phrase as samples; raises SpeechError."""
        text = text[:LONGEST_TEXT]
        if text not in self._known:
            if len(self._known) == MAX_KNOWN:
                self._known.clear()
            self._program = self._program or find_speech_program()
            samples = to_samples(self._program(text, self._language))
            self._known[text] = samples if self._level is None else as_loud_as(samples, self._level)
        return self._known[text]


def no_speech(reason: SpeechError) -> str:
    """Return the words for why nothing is spoken any more."""
    return f"no spoken cues: {reason}"


class Announcer:
    """Renders phrases in their order and puts them on a stage."""

    def __init__(
        self,
        language: str,
        stage: CueScheduler,
        *,
        program: SpeechProgram | None = None,
        level: float | None = None,
        now_ns: Callable[[], int] = system_now_ns,
    ) -> None:
        self.problem = ""
        """Why nothing is spoken; empty where all is well."""
        self._stage = stage
        self._now_ns = now_ns
        self._phrasebook = Phrasebook(language, program, level=level)
        self._asked: queue.SimpleQueue[tuple[int, str, int]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="announcer", daemon=True)
        self._thread.start()

    def say(self, due_ns: int, text: str) -> None:
        """Take a phrase; a cancel of the stage before it is rendered cancels it too."""
        if self._asked.qsize() < MAX_ASKED:
            self._asked.put((due_ns, text, self._stage.cancels))

    def join(self, timeout_s: float) -> None:
        """Wait until it has given up, as it does where nothing can be spoken."""
        self._thread.join(timeout_s)

    def _serve(self) -> None:
        failed = 0
        while not self.problem:
            due_ns, text, cancels = self._asked.get()
            if due_ns + SPEECH_LATE_NS < self._now_ns():
                continue  # The program took its time over another phrase.
            try:
                samples = self._phrasebook.render(text)
            except SpeechError as error:
                failed += 1
                if isinstance(error, NoSpeechProgramError) or failed == MAX_FAILED:
                    self.problem = no_speech(error)
                continue
            failed = 0
            self._stage.say(due_ns, samples, cancels=cancels)
