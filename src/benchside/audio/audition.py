"""Hearing: what sound there is, every cue to listen to, and a session's cues as a file.

A part of the composition root: it joins the settings and the audio package.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.audio.factory import list_devices, list_packs, open_pack, open_speaker
from benchside.audio.loudness import pack_level
from benchside.audio.narrator import spoken_after_ms
from benchside.audio.voice import load_phrases
from benchside.player import ScheduledCue, SoundState, announcements_in
from benchside.session import Options, Ticks, read
from benchside.storage import replacing
from benchside.timeline import Cue, CueKind, agenda_of, schedule_of
from benchside.view import set_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from benchside.audio.devices import Devices
    from benchside.audio.pack import Pack
    from benchside.audio.render import Spoken
    from benchside.player import Clock, Speaker, SpeakerStatus
    from benchside.report import Report
    from benchside.settings import Settings
    from benchside.storage import UserFolders

NS_PER_MS: Final = 1_000_000

APART_MS: Final = 1_200
"""From one cue of an audition to the next: each can be told apart and thought about."""

AHEAD_MS: Final = 500
"""The first cue of an audition comes so long after it was handed over."""

STARTS_WITHIN_MS: Final = 5_000
"""A speaker that has not found its device by then is not waited for."""

TICK_S: Final = 0.05

TWO_REPS: Final = """
name = "Two reps"

[[block]]
  [[block.exercise]]
  name = "Barbell hip thrust"
  reps = 2
  tempo = "3-1-2-1"
"""
"""To hear the phases of a rep by: of the second, for "go" stands for the first phase of a set."""

SILENT: Final = frozenset({SoundState.OFF, SoundState.NO_DEVICE, SoundState.LOST})
"""States in which there is nothing to listen to."""


@dataclass(frozen=True, slots=True)
class Sound:
    """What sound there is on this system."""

    devices: Devices
    packs: tuple[Pack, ...]


def list_sound(home: UserFolders) -> Sound:
    """Return sound devices and packs, one's own packs among them."""
    packs = tuple(open_pack(name, home.sounds) for name in list_packs(home.sounds))
    return Sound(list_devices(), packs)


def pack_names(home: UserFolders) -> tuple[str, ...]:
    """Return the names of the sound packs there are, one's own among them."""
    return tuple(list_packs(home.sounds))


def chosen_speaker(settings: Settings, home: UserFolders) -> Speaker:
    """Open the speaker that the settings name, loud enough to be heard though it may be muted."""
    return open_speaker(
        settings.sound,
        pack=settings.sounds,
        volume=settings.volume / 100,
        packs_folder=home.sounds,
        keep_link_awake=settings.bluetooth,
        language=settings.language,
    )


def every_cue(kinds: Iterable[CueKind] = CueKind) -> tuple[Cue, ...]:
    """Return cues one after the other, far enough from each other to be told apart."""
    return tuple(Cue(number * APART_MS, kind) for number, kind in enumerate(kinds))


def rep_cues(ticks: Ticks = Ticks.LONG) -> tuple[Cue, ...]:
    """Return the cues of a rep of a hip thrust as a session plays them, from "up" to its end."""
    reading = read(TWO_REPS, file="", options=Options(ticks=ticks))
    assert reading.plan is not None
    cues = schedule_of(agenda_of(reading.plan)).cues
    up_ms = next(cue.at_ms for cue in cues if cue.kind is CueKind.CONCENTRIC)
    return tuple(
        cue.later(-up_ms)
        for cue in cues
        if cue.at_ms >= up_ms and cue.kind is not CueKind.SESSION_DONE
    )


def heard_on(status: SpeakerStatus, settings: Settings) -> str:
    """Return which device has played, or why nothing was heard."""
    detail = f" ({status.detail})" if status.detail else ""
    if status.state in (SoundState.ON, SoundState.MUTED):
        return f"played on {status.device or settings.sound}{detail}"
    return f"nothing was heard: {status.detail or status.state}"


def play_all_cues(
    speaker: Speaker,
    clock: Clock,
    *,
    wait: Callable[[float], None],
    tell: Callable[[CueKind], None],
    kinds: Iterable[CueKind] = CueKind,
) -> SpeakerStatus:
    """Play every cue, as `play_cues` does."""
    return play_cues(speaker, clock, every_cue(kinds), wait=wait, tell=tell)


def play_cues(
    speaker: Speaker,
    clock: Clock,
    cues: Iterable[Cue],
    *,
    wait: Callable[[float], None],
    tell: Callable[[CueKind], None],
) -> SpeakerStatus:
    """Play cues, each told at its moment; none where nothing would be heard.

    Gives how the sound was.
    """
    patience_ns = clock.now_ns() + STARTS_WITHIN_MS * NS_PER_MS
    while (status := speaker.status()).state is SoundState.STARTING:
        if clock.now_ns() > patience_ns:
            return status
        wait(TICK_S)
    if status.state in SILENT:
        return status
    first_ns = clock.now_ns() + AHEAD_MS * NS_PER_MS
    due = [ScheduledCue(first_ns + cue.at_ms * NS_PER_MS, cue) for cue in cues]
    speaker.schedule(due)
    for one in due:
        _supervise(speaker, clock, until_ns=one.due_ns, wait=wait)
        tell(one.cue.kind)
    _supervise(speaker, clock, until_ns=clock.now_ns() + APART_MS * NS_PER_MS, wait=wait)
    return speaker.status()


def _supervise(
    speaker: Speaker, clock: Clock, *, until_ns: int, wait: Callable[[float], None]
) -> None:
    """Ask for the status until a moment, for that rings a bell and replaces a lost speaker."""
    while clock.now_ns() < until_ns:
        speaker.status()
        wait(TICK_S)


def write_wav(
    report: Report, path: Path, *, settings: Settings, home: UserFolders
) -> tuple[str, ...]:
    """Render a session to a WAV file, each cue on its sample, spoken too where a voice is chosen.

    Gives what of the pack or the voice could not be used. Raises OSError where the file cannot be
    written, ValueError where it would be too long; a file that was there stays as it was then.
    """
    from benchside.audio.render import render_wav

    sounds = open_pack(settings.sounds, home.sounds)
    level = pack_level(sounds.sounds)
    speech, problem = _speech(report, settings.language, level) if settings.language else ([], "")
    with replacing(path, mode=0o644) as draft:
        render_wav(report.schedule.cues, sounds, draft, speech=speech)
    return (*sounds.problems, *filter(None, (problem,)))


def _speech(report: Report, language: str, level: float) -> tuple[list[Spoken], str]:
    """Render the phrases of a session; tells why some are missing, or all of them."""
    from benchside.audio.speech import (
        MAX_FAILED,
        NoSpeechProgramError,
        Phrasebook,
        SpeechError,
        no_speech,
    )

    book = Phrasebook(language, level=level)
    rendered: list[Spoken] = []
    problem, failed = "", 0
    for at_ms, text in spoken(report, language):
        try:
            rendered.append((at_ms, book.render(text)))
        except SpeechError as error:
            failed += 1
            if isinstance(error, NoSpeechProgramError) or failed == MAX_FAILED:
                return rendered, no_speech(error)
            problem = f'"{text}" is not spoken: {error}'
        else:
            failed = 0
    return rendered, problem


def spoken(report: Report, language: str) -> list[tuple[int, str]]:
    """Word what is said in a session, with the milliseconds since it began.

    Sets are announced before their count-in, as the player does, and cues follow their sound.
    """
    phrases = load_phrases(language)
    agenda = report.schedule.agenda
    sets = [
        (one.at_ms, phrases.for_set(set_view(agenda, agenda.at(one.set)), is_brief=one.is_brief))
        for one in announcements_in(report.schedule)
    ]
    cues = [
        (cue.at_ms + spoken_after_ms(cue), phrases.for_cue(cue)) for cue in report.schedule.cues
    ]
    return sorted((at_ms, text) for at_ms, text in (*sets, *cues) if text)
