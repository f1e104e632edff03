from __future__ import annotations

import io
import shutil
import sys
import threading
import wave
from typing import TYPE_CHECKING

import pytest

from benchside.audio.samples import RATE
from benchside.audio.speech import (
    MAX_FAILED,
    MAX_KNOWN,
    Announcer,
    NoSpeechProgramError,
    Phrasebook,
    SpeechError,
    find_speech_program,
    speak_with_espeak,
    to_samples,
)
from benchside.audio.stage import CueScheduler

if TYPE_CHECKING:
    from array import array
    from pathlib import Path


class Listener(CueScheduler):
    """A stage that tells when it has got a phrase."""

    def __init__(self) -> None:
        super().__init__({})
        self.phrases: list[tuple[int, array[int]]] = []
        self.came = threading.Event()

    def say(self, due_ns: int, samples: array[int], *, cancels: int | None = None) -> None:  # noqa: ARG002
        self.phrases.append((due_ns, samples))
        self.came.set()


class Program:
    """A speech program that counts how often it is run."""

    def __init__(self, failure: SpeechError | None = None, *, only_for: str = "") -> None:
        self.failure = failure
        self.only_for = only_for
        self.runs: list[tuple[str, str]] = []

    def __call__(self, text: str, language: str) -> bytes:
        self.runs.append((text, language))
        if self.failure is not None and self.only_for in ("", text):
            raise self.failure
        file = io.BytesIO()
        with wave.open(file, "wb") as writer:
            writer.setnchannels(1)
            writer.setsampwidth(2)
            writer.setframerate(RATE)
            writer.writeframes(bytes(2 * 4_800))
        return file.getvalue()


def test_a_phrase_is_rendered_once_and_comes_with_its_moment() -> None:
    stage, program = Listener(), Program()
    announcer = Announcer("de", stage, program=program, now_ns=lambda: 0)

    for due_ns in (7, 8):
        stage.came.clear()
        announcer.say(due_ns, "Letzter Satz")
        assert stage.came.wait(5)

    assert [due_ns for due_ns, _ in stage.phrases] == [7, 8]
    assert [len(samples) for _, samples in stage.phrases] == [4_800, 4_800]
    assert program.runs == [("Letzter Satz", "de")]


def test_a_missing_speech_program_is_told_once_and_is_no_error() -> None:
    stage, program = Listener(), Program(NoSpeechProgramError("install espeak-ng"))
    announcer = Announcer("en", stage, program=program, now_ns=lambda: 0)

    announcer.say(7, "Last set")
    announcer.say(8, "Last set")
    announcer.join(5)

    assert announcer.problem == "no spoken cues: install espeak-ng"
    assert len(program.runs) == 1
    assert stage.phrases == []


def test_one_phrase_that_cannot_be_spoken_does_not_end_the_voice() -> None:
    failure = SpeechError("say failed")
    stage, program = Listener(), Program(failure, only_for="Last set")
    announcer = Announcer("en", stage, program=program, now_ns=lambda: 0)

    announcer.say(7, "Last set")
    announcer.say(8, "Last rep")

    assert stage.came.wait(5)
    assert [due_ns for due_ns, _ in stage.phrases] == [8]
    assert announcer.problem == ""


def test_a_speech_program_that_always_fails_is_told_in_the_end() -> None:
    program = Program(SpeechError("say failed"))
    announcer = Announcer("en", Listener(), program=program, now_ns=lambda: 0)

    for due_ns in range(5):
        announcer.say(due_ns, f"{due_ns} reps")
    announcer.join(5)

    assert announcer.problem == "no spoken cues: say failed"
    assert len(program.runs) == MAX_FAILED


def test_a_file_that_is_no_sound_is_told() -> None:
    with pytest.raises(SpeechError, match="what the speech program gave is no WAV, FLAC or MP3"):
        to_samples(b"not a sound")


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
@pytest.mark.parametrize(("language", "text"), [("en", "Switch sides"), ("de", "Fünf Kilo")])
def test_espeak_speaks_in_both_languages(language: str, text: str) -> None:
    path = shutil.which("espeak-ng")
    assert path

    samples = to_samples(speak_with_espeak(path, text, language))

    assert 0.3 * RATE < len(samples) < 3 * RATE
    assert max(samples) > 3_000


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
def test_a_text_that_looks_like_an_option_is_only_spoken() -> None:
    program = find_speech_program()

    assert to_samples(program("--help", "en"))


def test_a_program_that_cannot_run_is_told_by_its_name() -> None:
    with pytest.raises(SpeechError, match="gone failed"):
        speak_with_espeak("/nowhere/gone", "Hello", "en")


posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


def a_program(folder: Path, script: str) -> str:
    """Write a speech program of a few lines."""
    path = folder / "espeak-ng"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    return str(path)


@posix
@pytest.mark.parametrize(
    ("script", "reason"),
    [
        pytest.param("exec sleep 60", "espeak-ng took too long", marks=pytest.mark.slow),
        ("exec sleep 60 >&-", "espeak-ng took too long"),
        pytest.param("sleep 9 & exit 0", "espeak-ng failed (0)", marks=pytest.mark.slow),
        pytest.param("sleep 9 & exec sleep 60", "espeak-ng took too long", marks=pytest.mark.slow),
        ("exit 3", "espeak-ng failed (3)"),
        ("kill -SEGV $$", "espeak-ng failed (-11)"),
        ("exec yes", "espeak-ng failed"),
        ("exec <&-; exit 1", "espeak-ng failed (1)"),
    ],
)
def test_a_program_that_hangs_or_dies_costs_its_phrase(
    tmp_path: Path, script: str, reason: str
) -> None:
    path = a_program(tmp_path, script)

    with pytest.raises(SpeechError) as caught:
        speak_with_espeak(path, "Last set", "en")

    assert str(caught.value).startswith(reason)


@posix
@pytest.mark.parametrize(
    "script",
    ["exit 0", "echo hello", "head -c 100000 /dev/urandom", "printf OggS", "printf RIFF"],
)
def test_a_program_that_writes_something_else_costs_its_phrase(tmp_path: Path, script: str) -> None:
    path = a_program(tmp_path, script)

    with pytest.raises(SpeechError, match="what the speech program gave"):
        to_samples(speak_with_espeak(path, "Last set", "en"))


@posix
def test_a_text_that_is_half_a_character_is_spoken_without_it(tmp_path: Path) -> None:
    path = a_program(tmp_path, "cat")

    assert speak_with_espeak(path, "Last \ud800 set", "en") == b"Last ? set"


def test_a_phrase_that_waited_too_long_for_another_is_not_rendered() -> None:
    stage, program = Listener(), Program()
    announcer = Announcer("en", stage, program=program, now_ns=lambda: 1_000_000_000)

    announcer.say(1, "Last set")
    announcer.say(900_000_000, "Last rep")

    assert stage.came.wait(5)
    assert program.runs == [("Last rep", "en")]


def test_the_phrases_that_are_kept_are_bounded() -> None:
    program = Program()
    book = Phrasebook("en", program)

    for number in range(MAX_KNOWN + 5):
        book.render(f"{number} reps")
    book.render("0 reps")

    assert len(program.runs) == MAX_KNOWN + 6
