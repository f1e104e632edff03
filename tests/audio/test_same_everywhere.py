"""A session sounds the same on the screen, on plain lines and as a file: recorded and compared."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import wave
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
import pytest

from benchmarks.on_screen import on_screen
from benchmarks.virtual_card import VirtualCard, recording, virtual_card, why_not

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    Begin = Callable[[], None]
    Open = Callable[[Path, Mapping[str, str]], AbstractContextManager[Begin]]

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(why_not()), reason=why_not())]

SESSION = """
name = "Short"
[[block]]
  [[block.exercise]]
  name    = "Barbell hip thrust"
  prepare = "6s"
  reps    = 2
  tempo   = "3-0-1-1"
"""
SETTINGS = "volume = 100\nkeep_awake = false\n"
LASTS_S = 17
ATTEMPTS = 3
"""A shared machine that stands still for 100 ms tears the recording; then once more."""


@contextmanager
def screen(session: Path, environment: Mapping[str, str]) -> Iterator[Begin]:
    with on_screen(session, environment) as program:
        yield lambda: program.press(" ")


@contextmanager
def plain_lines(session: Path, environment: Mapping[str, str]) -> Iterator[Begin]:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchside", "run", "--plain", str(session)],
        env=dict(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdin is not None
    stdin = process.stdin

    def press() -> None:
        stdin.write("\n")
        stdin.flush()

    try:
        yield press
    finally:
        process.kill()
        process.wait()
        stdin.close()


@pytest.mark.parametrize("face", [screen, plain_lines])
def test_what_is_heard_is_what_the_file_of_the_session_holds(face: Open, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(SETTINGS)
    session, file = tmp_path / "short.toml", tmp_path / "short.wav"
    session.write_text(SESSION)
    with virtual_card(tmp_path / "card") as card:
        environment = {**os.environ, **card.environment, "BENCHSIDE_HOME": str(tmp_path)}
        command = [sys.executable, "-m", "benchside", "show", str(session), "--wav", str(file)]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        expected = samples_in(file)

        for _ in range(ATTEMPTS):
            heard = heard_of(face, session, card, environment)
            difference = np.abs(aligned(heard, expected) - expected)
            if not difference.any():
                break

    assert expected.any()
    assert not difference.any()


def heard_of(
    face: Open, session: Path, card: VirtualCard, environment: Mapping[str, str]
) -> np.ndarray:
    """Record a session that is begun when its speaker is up."""
    with recording(card) as recorder, face(session, environment) as begin:
        time.sleep(4)
        begin()
        time.sleep(LASTS_S + 2)
    return np.array(recorder.samples, float)


def samples_in(file: Path) -> np.ndarray:
    with wave.open(str(file)) as stream:
        return np.frombuffer(stream.readframes(stream.getnframes()), "<i2").astype(float)


def aligned(heard: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Return the part of a recording that is most like a sound, and as long."""
    length = len(heard) + len(expected)
    spectrum = np.fft.rfft(heard, length) * np.conj(np.fft.rfft(expected, length))
    lag = int(np.argmax(np.fft.irfft(spectrum, length)[: len(heard)]))
    part = heard[lag : lag + len(expected)]
    return np.pad(part, (0, len(expected) - len(part)))
