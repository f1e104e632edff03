"""Figures of a timing run: errors between neighbouring cues, as a table and as a histogram."""

from __future__ import annotations

import shutil
import subprocess
from bisect import bisect_left
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from statistics import median, pstdev
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NEAR_MS = 120.0
"""An onset further from its cue than this does not belong to it."""

EDGES_MS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
LABELS = ("≤ 0.1 ms", "≤ 0.3", "≤ 1", "≤ 3", "≤ 10", "≤ 30", "more")
COLOURS = ("#2a9d8f", "#8ab17d", "#e9c46a", "#f4a261", "#e76f51", "#6d597a")


@dataclass(frozen=True)
class Run:
    """One way to play, measured."""

    way: str
    planned: int
    heard: int
    errors_ms: tuple[float, ...]
    """Heard minus planned distance, of neighbours that were both heard."""
    drift_ms: float
    """How far the last cue was from its place, measured from the first."""
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
        """Give the error that so large a share of the neighbours stays within."""
        sizes = sorted(abs(error) for error in self.errors_ms)
        return sizes[min(len(sizes) - 1, int(share * len(sizes)))] if sizes else float("nan")


def compare(
    way: str, planned_ms: Sequence[float], heard_ms: Sequence[float], note: str = ""
) -> Run:
    """Match what was heard with what was planned, wherever the recording begins."""
    shift = _common_shift(planned_ms, heard_ms)
    late = [_nearest(heard_ms, planned + shift) for planned in planned_ms]
    errors = [b - a for a, b in pairwise(late) if a is not None and b is not None]
    matched = [error for error in late if error is not None]
    drift = matched[-1] - matched[0] if matched else float("nan")
    return Run(way, len(planned_ms), len(matched), tuple(errors), drift, note)


def _common_shift(planned_ms: Sequence[float], heard_ms: Sequence[float]) -> float:
    """Find the shift that brings most of the planned cues near to something heard."""
    candidates = [heard - planned_ms[0] for heard in heard_ms[:40]]
    candidates += [heard_ms[0] - planned for planned in planned_ms[:10]] if heard_ms else []

    def hits(shift: float) -> int:
        return sum(_nearest(heard_ms, planned + shift) is not None for planned in planned_ms)

    best = max(candidates, key=hits, default=0.0)
    late = [_nearest(heard_ms, planned + best) for planned in planned_ms]
    return best + median([error for error in late if error is not None] or [0.0])


def _nearest(heard_ms: Sequence[float], place_ms: float) -> float | None:
    """Give how far from a place the nearest onset is; None where none is near."""
    at = bisect_left(heard_ms, place_ms)
    errors = [heard - place_ms for heard in heard_ms[max(0, at - 1) : at + 1]]
    nearest = min(errors, key=abs, default=NEAR_MS)
    return nearest if abs(nearest) < NEAR_MS else None


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
