"""Make the cue sounds of `sounds/`: three packs, a WAV file a cue, 48 kHz, mono, 16 bits.

The same bytes come out on every machine: sines and decays are made of sums and products alone,
because the mathematics of the systems differs in the last bit. Needs nothing but Python.

What a lifter has to know with eyes closed: the eccentric falls, the concentric rises, a pause is
level and knocks twice (at the low end of the glides where the muscle is stretched, at their high
end where it is contracted), the explosive one cracks. A tick is low on the way down, high on the
way up, and between them in a pause. "Go" is sharper and longer than the chirps that count in to it.
"""

from __future__ import annotations

import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

RATE = 48_000
FULL_SCALE = 32_767
RELEASE_MS = 12
"""Every note ends in a ramp of this length, so that none ends in a click."""


@dataclass(frozen=True, slots=True)
class Note:
    """A tone that may glide."""

    at_ms: int
    ms: int
    from_hz: float
    to_hz: float
    edge: float = 0.0
    """What of the pack's brighter voice is mixed in, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Timbre:
    """How a pack sounds."""

    about: str
    pitch: float
    """What every frequency of the cues is multiplied with."""
    partials: tuple[tuple[float, float], ...]
    """Multiples of the frequency, with their levels."""
    edge_partials: tuple[tuple[float, float], ...]
    """The brighter voice, for what has to cut through."""
    attack_ms: int
    fall: int
    """How steeply a note dies away: 0 holds its level, 4 is a knock on wood."""
    peak: float
    """Loudest sample, of full scale."""


TIMBRES = {
    "classic": Timbre(
        about="Beeps that keep under the music and are heard through it.",
        pitch=1.0,
        partials=((1, 0.45), (2, 1.0), (3, 0.5), (4, 0.25)),
        edge_partials=((1, 0.8), (2, 0.6), (3, 0.5), (5, 0.3)),
        attack_ms=2,
        fall=1,
        peak=0.55,
    ),
    "soft": Timbre(
        about="Knocks on wood, for a quiet room.",
        pitch=2.0,
        partials=((1, 1.0), (3.93, 0.22), (9.2, 0.05)),
        edge_partials=((1, 0.9), (3.93, 0.5), (9.2, 0.2)),
        attack_ms=1,
        fall=3,
        peak=0.4,
    ),
    "gym": Timbre(
        about="Loud and bright, for a room full of iron.",
        pitch=1.6,
        partials=((1, 1.0), (3, 0.45), (5, 0.28), (7, 0.16)),
        edge_partials=((1, 0.8), (2, 0.7), (3, 0.6), (5, 0.5), (7, 0.4)),
        attack_ms=1,
        fall=0,
        peak=0.5,
    ),
}

G3, C4, E4, G4, C5, E5, G5, A5 = 196.0, 261.6, 329.6, 392.0, 523.3, 659.3, 784.0, 880.0


def level(at_ms: int, ms: int, hz: float, edge: float = 0.0) -> Note:
    """Make a note that keeps its pitch."""
    return Note(at_ms, ms, hz, hz, edge)


CUES: dict[str, tuple[Note, ...]] = {
    "count-in": (level(0, 110, G4),),
    "go": (level(0, 380, G5, edge=1.0),),
    "eccentric": (Note(0, 340, C5, G3),),
    "pause-stretched": (level(0, 90, C4), level(150, 90, C4)),
    "concentric": (Note(0, 340, G3, C5),),
    "explosive": (Note(0, 70, G4, G5 * 1.5, edge=1.0), level(70, 70, G5 * 1.5, edge=1.0)),
    "pause-contracted": (level(0, 90, C5), level(150, 90, C5)),
    "tick": (level(0, 40, G5 * 1.5),),
    "tick-eccentric": (level(0, 40, G5),),
    "tick-concentric": (level(0, 40, G5 * 2.25),),
    "rep-done": (level(0, 60, A5),),
    "last-rep": (level(0, 60, E5), level(90, 60, E5), level(180, 140, G5, edge=0.5)),
    "halfway": (level(0, 160, E5), level(180, 240, C5)),
    "ten-seconds": (level(0, 90, E4), level(170, 90, E4), level(340, 160, E4)),
    "time-reached": (level(0, 90, C5), level(100, 200, G5)),
    "part-done": (level(0, 120, G5), level(130, 160, E5)),
    "round": (level(0, 90, G5), level(100, 300, G5, edge=1.0)),
    "set-done": (level(0, 150, G5), level(150, 150, E5), level(300, 260, C5)),
    "switch": (level(0, 90, C5), level(100, 90, G4), level(200, 90, C5), level(300, 120, G4)),
    "rest-over": (level(0, 130, C5), level(140, 130, E5), level(280, 240, G5, edge=0.4)),
    "session-done": (
        level(0, 120, C4),
        level(120, 120, E4),
        level(240, 120, G4),
        level(360, 230, C5),
    ),
}


SOFTER = {"tick": 0.35, "tick-eccentric": 0.35, "tick-concentric": 0.35}
"""Loudest sample of a cue as a share of the pack's: a tick is heard under the cues, not as one."""


def sine(turns: float) -> float:
    """Give a sine to a thousandth, the same on every machine."""
    x = turns - int(turns)
    if x > 0.5:
        x -= 1.0
    bow = 8.0 * x - 16.0 * x * abs(x)
    return 0.225 * (bow * abs(bow) - bow) + bow


def envelope(frame: int, frames: int, timbre: Timbre) -> float:
    """Return the level of a note at a frame of it."""
    attack = timbre.attack_ms * RATE // 1000
    release = RELEASE_MS * RATE // 1000
    height = 1.0
    for _ in range(timbre.fall):
        height *= 1.0 - frame / frames
    return height * min(1.0, (frame + 1) / attack, (frames - frame) / release)


def voice(turns: float, note: Note, timbre: Timbre) -> float:
    """Sum the partials of a note where its fundamental has made so many turns."""
    value = 0.0
    for multiple, strength in timbre.partials:
        value += (1.0 - note.edge) * strength * sine(turns * multiple)
    if note.edge:
        for multiple, strength in timbre.edge_partials:
            value += note.edge * strength * sine(turns * multiple)
    return value


def render(notes: tuple[Note, ...], timbre: Timbre, softer: float) -> array[int]:
    """Make the samples of a cue."""
    length = max(note.at_ms + note.ms for note in notes) * RATE // 1000
    total = [0.0] * length
    for note in notes:
        frames = note.ms * RATE // 1000
        turns = 0.0
        for frame in range(frames):
            value = voice(turns, note, timbre) * envelope(frame, frames, timbre)
            total[note.at_ms * RATE // 1000 + frame] += value
            glide = note.from_hz + (note.to_hz - note.from_hz) * frame / frames
            turns += glide * timbre.pitch / RATE
    scale = timbre.peak * softer * FULL_SCALE / max(abs(value) for value in total)
    return array("h", (round(value * scale) for value in total))


def write_wav(path: Path, samples: array[int]) -> None:
    """Write a cue."""
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def make_pack(folder: Path, name: str) -> None:
    """Write all files of a pack."""
    timbre = TIMBRES[name]
    folder.mkdir(parents=True, exist_ok=True)
    manifest = f'name = "{name}"\nabout = "{timbre.about}"\n'
    (folder / "pack.toml").write_text(manifest, encoding="utf-8", newline="\n")
    for cue, notes in CUES.items():
        write_wav(folder / f"{cue}.wav", render(notes, timbre, SOFTER.get(cue, 1.0)))


def main() -> None:
    """Write every pack into the folder named, or into `sounds/`."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "sounds"
    for name in TIMBRES:
        make_pack(target / name, name)
        print(f"{target / name}: {len(CUES)} cues")


if __name__ == "__main__":
    main()
