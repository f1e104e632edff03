"""Figures of a timing run, as a table and as a histogram.

Every planned cue is looked for; the errors are those of the distances between neighbouring moments,
because cues that begin together begin one sound.
"""

from __future__ import annotations

import shutil
import subprocess
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from statistics import median, pstdev
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchside.timeline.cues import Cue

NEAR_MS = 120.0
"""A sound that begins further from a moment than this does not belong to it."""

EDGES_MS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
LABELS = ("≤ 0.1 ms", "≤ 0.3", "≤ 1", "≤ 3", "≤ 10", "≤ 30", "more")
COLOURS = ("#2a9d8f", "#8ab17d", "#e9c46a", "#f4a261", "#e76f51", "#6d597a", "#577590")


@dataclass(frozen=True)
class Sound:
    """What was heard from an onset on."""

    at_ms: float
    cues: Counter[str]
    """The names of the cues in it; empty where it is none that is known."""


@dataclass(frozen=True)
class Run:
    """One way to play, measured."""

    way: str
    planned: int
    """Cues, also those that begin together."""
    heard: int
    errors_ms: tuple[float, ...]
    """Heard minus planned distance, of neighbouring moments that were both heard."""
    drift_ms: float
    """How far the last moment was from its place, measured from the first."""
    note: str = ""

    @property
    def lost(self) -> int:
        """Cues that were not heard."""
        return self.planned - self.heard

    @property
    def exact(self) -> float:
        """The share of neighbours within 0.1 ms."""
        return sum(abs(error) <= 0.1 for error in self.errors_ms) / max(1, len(self.errors_ms))

    def within(self, share: float) -> float:
        """Return the error that so large a share of the neighbours stays within."""
        sizes = sorted(abs(error) for error in self.errors_ms)
        return sizes[min(len(sizes) - 1, int(share * len(sizes)))] if sizes else float("nan")


def compare(way: str, cues: Sequence[Cue], sounds: Sequence[Sound], note: str = "") -> Run:
    """Match what was heard with what was planned, wherever the recording begins."""
    moments = _moments(cues)
    shift = _common_shift(moments, sounds)
    found = [_nearest(sounds, at_ms + shift) for at_ms in moments]
    late = [
        None if sound is None else sound.at_ms - at_ms - shift
        for at_ms, sound in zip(moments, found, strict=True)
    ]
    errors = [b - a for a, b in pairwise(late) if a is not None and b is not None]
    matched = [error for error in late if error is not None]
    drift = matched[-1] - matched[0] if matched else float("nan")
    heard = _heard(moments, found)
    if unplanned := sum(max(1, sound.cues.total()) for sound in sounds) - heard:
        plural = "s" if unplanned > 1 else ""
        note = f"{note}; {unplanned} sound{plural} that nobody planned".lstrip("; ")
    return Run(way, len(cues), heard, tuple(errors), drift, note)


def _moments(cues: Sequence[Cue]) -> dict[int, Counter[str]]:
    """Gather the cues that begin together."""
    moments: dict[int, Counter[str]] = {}
    for cue in cues:
        moments.setdefault(cue.at_ms, Counter())[cue.kind] += 1
    return moments


def _heard(moments: Mapping[int, Counter[str]], found: Sequence[Sound | None]) -> int:
    """Count the cues that are in the sound of their moment."""
    return sum(
        (planned & sound.cues).total()
        for planned, sound in zip(moments.values(), found, strict=True)
        if sound is not None
    )


def _common_shift(moments: Mapping[int, Counter[str]], sounds: Sequence[Sound]) -> float:
    """Find the shift that brings most of the planned cues near to where they were heard."""
    planned_ms = list(moments)
    candidates = [sound.at_ms - planned_ms[0] for sound in sounds[:40]]
    candidates += [sounds[0].at_ms - at_ms for at_ms in planned_ms[:10]] if sounds else []

    def hits(shift: float) -> int:
        return _heard(moments, [_nearest(sounds, at_ms + shift) for at_ms in planned_ms])

    best = max(candidates, key=hits, default=0.0)
    found = [(at_ms + best, _nearest(sounds, at_ms + best)) for at_ms in planned_ms]
    return best + median([sound.at_ms - place for place, sound in found if sound] or [0.0])


def _nearest(sounds: Sequence[Sound], place_ms: float) -> Sound | None:
    """Return the sound that begins nearest to a place; None where none is near."""
    at = bisect_left(sounds, place_ms, key=lambda sound: sound.at_ms)
    near = [s for s in sounds[max(0, at - 1) : at + 1] if abs(s.at_ms - place_ms) < NEAR_MS]
    return min(near, key=lambda sound: abs(sound.at_ms - place_ms), default=None)


def table(runs: Sequence[Run]) -> str:
    """Lay the runs out as a table in Markdown."""
    lines = [
        "| way to play | cues | lost | within 0.1 ms | std | 99 of 100 | worst | drift |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    lines += [line(run) for run in runs]
    notes = [f"{run.way}: {run.note}" for run in runs if run.note]
    return "\n".join([*lines, "", *notes]).rstrip()


def line(run: Run) -> str:
    """Lay a run out as a line of the table."""
    figures = (
        f"{run.planned} | {run.lost} | {100 * run.exact:.1f} % | {_std(run):.2f} ms | "
        f"{run.within(0.99):.2f} ms | {run.within(1.0):.2f} ms | {run.drift_ms:+.2f} ms"
    )
    return f"| {run.way} | {figures} |"


def _std(run: Run) -> float:
    return pstdev(run.errors_ms) if run.errors_ms else float("nan")


def write_histogram(runs: Sequence[Run], picture: Path) -> str:
    """Draw how large the errors are; gives what was written, a PNG where rsvg-convert is there."""
    drawing = picture.with_suffix(".svg")
    drawing.write_text(_svg(runs), encoding="utf-8")
    if not shutil.which("rsvg-convert"):
        return f"{drawing} (for a PNG install rsvg-convert)"
    subprocess.run(["rsvg-convert", "-o", str(picture), str(drawing)], check=True)
    drawing.unlink()
    return str(picture)


def _shares(run: Run) -> list[float]:
    counts = [0] * len(LABELS)
    for error in run.errors_ms:
        counts[bisect_left(EDGES_MS, abs(error))] += 1
    return [count / max(1, len(run.errors_ms)) for count in counts]


def _svg(runs: Sequence[Run]) -> str:
    """Draw groups of bars, a group a size of error and a bar a way to play."""
    group, height, left, top = 118, 260, 60, 30 + 22 * len(runs)
    width = left + group * len(LABELS) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{top + height + 60}" '
        'font-family="DejaVu Sans, sans-serif" font-size="13">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    bar = (group - 22) / len(runs)
    for row, run in enumerate(runs):
        colour = COLOURS[row % len(COLOURS)]
        y = 22 + 22 * row
        parts.append(f'<rect x="{left}" y="{y - 11}" width="13" height="13" fill="{colour}"/>')
        parts.append(f'<text x="{left + 20}" y="{y}">{escape(run.way)}</text>')
        for column, share in enumerate(_shares(run)):
            x = left + 11 + column * group + row * bar
            size = share * height
            parts.append(
                f'<rect x="{x:.1f}" y="{top + height - size:.1f}" width="{bar - 1:.1f}" '
                f'height="{size:.1f}" fill="{colour}"/>'
            )
    for column, label in enumerate(LABELS):
        x = left + (column + 0.5) * group
        parts.append(f'<text x="{x}" y="{top + height + 20}" text-anchor="middle">{label}</text>')
    for percent in (0, 25, 50, 75, 100):
        line = top + height * (1 - percent / 100)
        ends = f'x1="{left}" x2="{width - 20}" y1="{line}" y2="{line}"'
        parts.append(f'<line {ends} stroke="#ccc"/>')
        parts.append(f'<text x="{left - 8}" y="{line + 4}" text-anchor="end">{percent} %</text>')
    caption = "error of the distance between neighbouring cues, share of all"
    parts.append(f'<text x="{left}" y="{top + height + 46}">{caption}</text></svg>')
    return "\n".join(parts)
