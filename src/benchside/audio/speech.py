"""Speaks phrases with the speech program of the system, rendered ahead into the stream of the cues.

The program runs in a thread of its own and gives a sound, which then waits for its moment like a
cue. A missing program is told once as a trouble; phrases are then left out, cues are not.
"""

from __future__ import annotations

import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from benchside.audio.samples import RATE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.audio.stage import Stage

LONGEST_TEXT = 200
PATIENCE_S = 5.0
"""A speech program that takes longer for one phrase is stopped."""

MOST_FAILED = 3
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


class NoProgramError(SpeechError):
    """Nothing on this system can speak."""


class SpeechProgram(Protocol):
    """Turns a text into the bytes of a sound file."""

    def __call__(self, text: str, language: str) -> bytes:
        """Render a phrase; raises SpeechError."""
        ...


def find_speech_program() -> SpeechProgram:
    """Find what this system speaks with; raises NoProgramError where it has no voice."""
    if sys.platform == "darwin" and shutil.which("say"):
        return speak_with_say
    if sys.platform == "win32" and shutil.which("powershell"):
        return speak_with_powershell
    for name in ("espeak-ng", "espeak"):
        if path := shutil.which(name):
            return lambda text, language: speak_with_espeak(path, text, language)
    raise NoProgramError("no spoken cues: install espeak-ng")


def speak_with_espeak(path: str, text: str, language: str) -> bytes:
    """Render a phrase with espeak-ng, in ten milliseconds."""
    return _run([path, "-v", language, "--stdin", "--stdout"], text)


def speak_with_say(text: str, language: str) -> bytes:
    """Render a phrase with the voice of macOS."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "phrase.wav"
        form = ["--file-format=WAVE", f"--data-format=LEI16@{RATE}"]
        _run(["say", "-v", MAC_VOICES.get(language, ""), "-o", str(target), *form, "-f", "-"], text)
        return target.read_bytes()


def speak_with_powershell(text: str, language: str) -> bytes:
    """Render a phrase with the voice of Windows (SAPI)."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "phrase.wav"
        command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", WINDOWS_SCRIPT]
        _run(command, text, {"BENCHSIDE_LANGUAGE": language, "BENCHSIDE_WAV": str(target)})
        return target.read_bytes()


def _run(command: list[str], text: str, variables: Mapping[str, str] | None = None) -> bytes:
    try:
        done = subprocess.run(
            command,
            input=text.encode(),
            capture_output=True,
            check=True,
            timeout=PATIENCE_S,
            env={**os.environ, **(variables or {})},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise SpeechError(f"no spoken cues: {Path(command[0]).name} failed ({error})") from error
    return done.stdout


def to_samples(file: bytes) -> array[int]:
    """Decode what a speech program gave; espeak-ng's header has a wrong length, which is borne."""
    import miniaudio

    try:
        decoded = miniaudio.decode(file, nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError as error:
        raise SpeechError("no spoken cues: the speech program gave no sound") from error
    return array("h", decoded.samples)


class Phrasebook:
    """The sounds of phrases in one language, each rendered once."""

    def __init__(self, language: str, program: SpeechProgram | None = None) -> None:
        self._language = language
        self._program = program
        self._known: dict[str, array[int]] = {}

    def render(self, text: str) -> array[int]:
        """Give a phrase as samples; raises SpeechError."""
        text = text[:LONGEST_TEXT]
        if text not in self._known:
            self._program = self._program or find_speech_program()
            self._known[text] = to_samples(self._program(text, self._language))
        return self._known[text]


class Announcer:
    """Renders phrases in their order and puts them on a stage."""

    def __init__(
        self, language: str, stage: Stage, *, program: SpeechProgram | None = None
    ) -> None:
        self.trouble = ""
        """Why nothing is spoken; empty where all is well."""
        self._stage = stage
        self._phrasebook = Phrasebook(language, program)
        self._asked: queue.SimpleQueue[tuple[int, str, int]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._serve, name="announcer", daemon=True)
        self._thread.start()

    def say(self, due_ns: int, text: str) -> None:
        """Take a phrase; a cancel of the stage before it is rendered cancels it too."""
        self._asked.put((due_ns, text, self._stage.cancels))

    def join(self, timeout_s: float) -> None:
        """Wait until it has given up, as it does where nothing can be spoken."""
        self._thread.join(timeout_s)

    def _serve(self) -> None:
        failed = 0
        while not self.trouble:
            due_ns, text, cancels = self._asked.get()
            try:
                samples = self._phrasebook.render(text)
            except SpeechError as error:
                failed += 1
                if isinstance(error, NoProgramError) or failed == MOST_FAILED:
                    self.trouble = str(error)
                continue
            failed = 0
            self._stage.say(due_ns, samples, cancels=cancels)
