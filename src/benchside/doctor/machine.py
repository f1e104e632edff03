"""Looks at the program itself, its streams, the clocks, and whether the screen can be kept on."""

from __future__ import annotations

import os
import platform
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from benchside import __version__
from benchside.doctor.machine_verdict import ClockFacts, judge_clock, judge_keep_awake
from benchside.doctor.result import CheckResult, ok, reason_of
from benchside.doctor.terminal_verdict import StreamFacts, TerminalFacts
from benchside.player import SystemClock, hold_with_wakepy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

    from benchside.player import Hold
    from benchside.settings import Settings


def check_program() -> CheckResult:
    """Return what a report of a fault has to name."""
    system = f"{platform.system()} {platform.release()}".strip()
    told = f"benchside {__version__}, Python {platform.python_version()}, {system}"
    return ok("program", told)


def look_at_terminal() -> TerminalFacts:
    """Return which streams are a terminal, and its size."""
    streams = {"input": sys.stdin, "output": sys.stdout, "error": sys.stderr}
    columns, lines = _size(*reversed(streams.values()))  # the screen is drawn on standard error
    return TerminalFacts(
        tuple(_stream(name, stream) for name, stream in streams.items()),
        columns,
        lines,
        is_windows=sys.platform == "win32",
    )


def check_clock(log: Path | None) -> CheckResult:
    """Compare the clocks with what files say of the time."""
    now = SystemClock().wall()
    return judge_clock(
        ClockFacts(
            now=now,
            zone=now.tzname() or "",
            counts_sleep=hasattr(time, "CLOCK_BOOTTIME"),
            installed=_written(Path(__file__)),
            log_written=_written(log) if log else None,
            unknown_zone=unknown_zone(os.environ),
        )
    )


def check_keep_awake(settings: Settings, hold: Hold = hold_with_wakepy) -> CheckResult:
    """Ask the desktop to keep the screen on, and let it go again."""
    if not settings.keep_awake:
        return judge_keep_awake("", is_wanted=False)
    try:
        with hold() as reason:
            return judge_keep_awake(reason, is_wanted=True)
    except (OSError, RuntimeError, ImportError) as error:  # as KeepAwake takes them
        return judge_keep_awake(reason_of(error), is_wanted=True)


def unknown_zone(environment: Mapping[str, str]) -> str:
    """Return the zone of TZ where it names a place that the system does not know; else nothing."""
    name = environment.get("TZ", "").removeprefix(":")
    is_rule = "/" not in name or "," in name  # such as CET-1CEST,M3.5.0,M10.5.0/3
    if sys.platform == "win32" or is_rule or name.startswith("/"):
        return ""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return name
    return ""


def _stream(name: str, stream: TextIO | None) -> StreamFacts:
    if stream is None or stream.closed:
        return StreamFacts(name, is_terminal=False, encoding="utf-8")
    return StreamFacts(name, stream.isatty(), stream.encoding or "utf-8")


def _size(*streams: TextIO | None) -> tuple[int, int]:
    """Size of the first stream that is a terminal, by the terminal itself; zeros for none."""
    for stream in streams:
        if stream is None or not stream.isatty():
            continue
        try:
            size = os.get_terminal_size(stream.fileno())
        except OSError:
            continue
        return size.columns, size.lines
    return 0, 0


def _written(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):
        return None
