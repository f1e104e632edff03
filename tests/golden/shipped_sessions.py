"""What the golden tests share: the shipped sessions, and how moments are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.session.read import read
from benchside.storage.paths import shipped
from benchside.timeline.agenda import agenda_of

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.timeline.agenda import Agenda


def paths() -> list[Path]:
    return sorted(shipped("sessions").glob("*.toml"))


def agenda_of_shipped(name: str) -> Agenda:
    """Read a shipped session as it is in the library."""
    text = included(name)
    assert text is not None
    reading = read(text, file=f"{name}.toml", include=included)
    assert reading.plan is not None, "\n".join(map(str, reading.problems))
    return agenda_of(reading.plan)


def included(name: str) -> str | None:
    path = shipped("sessions") / f"{name}.toml"
    return path.read_text(encoding="utf-8") if path.exists() else None


def clock(ms: int) -> str:
    """Write a moment as minutes, seconds and milliseconds."""
    minutes, rest_ms = divmod(ms, 60_000)
    return f"{minutes:2}:{rest_ms // 1_000:02}.{rest_ms % 1_000:03}"
