"""Hearing: every cue at its moment, what there is to hear with, and a session as a file."""

from __future__ import annotations

import os
import shutil
import sys
import wave
from io import StringIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from benchside.audio.audition import (
    APART_MS,
    heard_on,
    list_sound,
    play_all_cues,
    play_cues,
    rep_cues,
    spoken,
    write_wav,
)
from benchside.audio.backends.bell import BellSpeaker
from benchside.audio.samples import samples_of
from benchside.player.ports import SoundState
from benchside.report.report import report_on
from benchside.session.values.vocabulary import Ticks
from benchside.settings import Settings
from benchside.storage.paths import find_home
from benchside.testing import FakeClock, RecordingSpeaker, a_set, an_agenda
from benchside.timeline.cues import TICKS, CueKind

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.player.ports import SpeakerStatus
    from benchside.report.report import Report


def listen(clock: FakeClock, speaker: RecordingSpeaker) -> tuple[list[CueKind], SpeakerStatus]:
    told: list[CueKind] = []
    status = play_all_cues(
        speaker, clock, wait=lambda seconds: clock.advance(round(seconds * 1_000)), tell=told.append
    )
    return told, status


def test_every_cue_is_heard_apart_and_told_by_its_name() -> None:
    clock = FakeClock()
    speaker = RecordingSpeaker(clock)

    told, status = listen(clock, speaker)

    moments = [due.due_ns // 1_000_000 for due in speaker.heard]
    assert told == list(CueKind)
    assert [due.cue.kind for due in speaker.heard] == told
    assert {later - earlier for earlier, later in pairwise(moments)} == {APART_MS}
    assert status.state is SoundState.ON


def test_a_bell_rings_for_the_last_cue_too() -> None:
    clock = FakeClock()
    terminal = StringIO()
    bell = BellSpeaker(terminal, now_ns=clock.now_ns)

    status = play_all_cues(
        bell,
        clock,
        wait=lambda seconds: clock.advance(round(seconds * 1_000)),
        tell=lambda _: None,
        kinds=(CueKind.GO, CueKind.SET_DONE),
    )

    assert terminal.getvalue() == "\a\a"
    assert status.dropped == 0


def test_one_rep_is_heard_with_the_phases_of_its_tempo() -> None:
    clock = FakeClock()
    speaker = RecordingSpeaker(clock)

    play_cues(
        speaker,
        clock,
        rep_cues(),
        wait=lambda seconds: clock.advance(round(seconds * 1_000)),
        tell=lambda _: None,
    )

    first = speaker.heard[0].due_ns
    moments = {due.cue.kind: (due.due_ns - first) // 1_000_000 for due in speaker.heard}
    assert moments[CueKind.CONCENTRIC] == 0
    assert moments[CueKind.PAUSE_CONTRACTED] == 2_000
    assert moments[CueKind.ECCENTRIC] == 3_000
    assert moments[CueKind.TICK_ECCENTRIC] == 5_000
    assert CueKind.TICK_CONCENTRIC not in moments
    assert moments[CueKind.PAUSE_STRETCHED] == 6_000
    assert moments[CueKind.SET_DONE] == 7_000
    assert CueKind.SESSION_DONE not in moments


@pytest.mark.parametrize(
    ("ticks", "told"),
    [(Ticks.OFF, set()), (Ticks.ALWAYS, {CueKind.TICK_ECCENTRIC, CueKind.TICK_CONCENTRIC})],
)
def test_a_rep_ticks_as_the_settings_choose(ticks: Ticks, told: set[CueKind]) -> None:
    assert {cue.kind for cue in rep_cues(ticks)} & TICKS == told


def test_what_was_heard_is_told_and_why_nothing_was() -> None:
    clock = FakeClock()
    heard = RecordingSpeaker(clock).status()
    nothing = RecordingSpeaker(clock, state=SoundState.NO_DEVICE).status()

    assert heard_on(heard, Settings()).startswith("played on ")
    assert heard_on(nothing, Settings()).startswith("nothing was heard: no device")


@pytest.mark.parametrize("state", [SoundState.OFF, SoundState.NO_DEVICE, SoundState.STARTING])
def test_nothing_is_played_where_nothing_is_heard(state: SoundState) -> None:
    clock = FakeClock()
    speaker = RecordingSpeaker(clock, state=state)

    told, status = listen(clock, speaker)

    assert told == []
    assert status.state is state


def test_the_packs_that_ship_are_whole(tmp_path: Path) -> None:
    sound = list_sound(find_home({"BENCHSIDE_HOME": str(tmp_path)}))

    assert {"classic", "soft", "gym"} <= {pack.name for pack in sound.packs}
    assert all(pack.problems == () for pack in sound.packs)


def report(tempo: str = "1-0-1-0") -> Report:
    sets = (a_set(number=n, of=2, reps=2, tempo=tempo, load="100 kg", rest="30s") for n in (1, 2))
    return report_on(an_agenda(*sets))


def frames_of(path: Path) -> list[int]:
    with wave.open(str(path)) as sound:
        return list(samples_of(sound.readframes(sound.getnframes())))


def test_a_session_can_be_taken_along_as_a_file(tmp_path: Path) -> None:
    home = find_home({"BENCHSIDE_HOME": str(tmp_path)})
    path = tmp_path / "cues.wav"

    problems = write_wav(report(), path, settings=Settings(), home=home)

    assert problems == ()
    frames = frames_of(path)
    first = report().schedule.cues[0].at_ms * 48
    assert not any(frames[:first])
    assert any(frames[first : first + 4_800])


def test_a_session_is_spoken_as_the_player_speaks_it() -> None:
    said = spoken(report(), "en")

    assert said == [
        (400, "Barbell hip thrust, 2, set 1 of 2, 100 kilos"),
        (11_300, "1"),
        (12_300, "Last rep"),
        (13_300, "2"),
        (24_300, "Ten seconds"),
        (34_400, "Barbell hip thrust, 2, last set, 100 kilos"),
        (45_300, "1"),
        (46_300, "Last rep"),
        (47_300, "2"),
    ]


@pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
def test_a_session_with_a_voice_is_spoken_in_the_file_too(tmp_path: Path) -> None:
    home = find_home({"BENCHSIDE_HOME": str(tmp_path)})
    quiet, spoken_to = tmp_path / "quiet.wav", tmp_path / "spoken.wav"

    write_wav(report(), quiet, settings=Settings(), home=home)
    problems = write_wav(report(), spoken_to, settings=Settings(voice="en"), home=home)

    begin, end = 400 * 48, 6_500 * 48
    assert problems == ()
    assert not any(frames_of(quiet)[begin:end])
    assert any(frames_of(spoken_to)[begin:end])


def test_a_file_without_a_voice_says_why_and_has_every_cue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    home = find_home({"BENCHSIDE_HOME": str(tmp_path)})
    quiet, voiceless = tmp_path / "quiet.wav", tmp_path / "voiceless.wav"

    write_wav(report(), quiet, settings=Settings(), home=home)
    problems = write_wav(report(), voiceless, settings=Settings(voice="de"), home=home)

    assert ["no spoken cues" in problem for problem in problems] == [True]
    assert voiceless.read_bytes() == quiet.read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_a_phrase_that_cannot_be_spoken_costs_no_other_phrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with wave.open(str(tmp_path / "phrase.wav"), "wb") as phrase:
        phrase.setparams((1, 2, 48_000, 0, "NONE", ""))
        phrase.writeframes(b"\1\1" * 480)
    program = tmp_path / "espeak-ng"
    program.write_text(
        '#!/bin/sh\ncase "$(cat)" in "Last rep") exit 1;; esac\n'
        f"exec cat '{tmp_path / 'phrase.wav'}'\n"
    )
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    home = find_home({"BENCHSIDE_HOME": str(tmp_path)})
    quiet, spoken_to = tmp_path / "quiet.wav", tmp_path / "spoken.wav"

    write_wav(report(), quiet, settings=Settings(), home=home)
    problems = write_wav(report(), spoken_to, settings=Settings(voice="en"), home=home)

    frames = zip(frames_of(quiet), frames_of(spoken_to), strict=False)
    differs = [one != other for one, other in frames]
    assert problems == ('"Last rep" is not spoken: espeak-ng failed (1)',)
    assert differs[400 * 48]
    assert differs[34_400 * 48]
    assert not differs[12_300 * 48]
