"""Whether the clocks are right, and whether the screen stays on. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from benchside.doctor.result import CheckResult, fault, ok, warning
from benchside.log import PLAUSIBLE_YEARS

if TYPE_CHECKING:
    from datetime import datetime

SLACK: Final = timedelta(days=1)
"""A file system with local time, or a clock set by hand, may be so far off."""

MAX_REASON: Final = 100

_BUS_REASON: Final = re.compile(r"failed with message: (.+?)(?:[!.] |\"?\)|$)", re.DOTALL)
"""Where wakepy tells what the desktop answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFacts:
    """What the clocks say."""

    now: datetime
    """With its zone."""
    zone: str
    """Name of the zone, such as CET."""
    counts_sleep: bool
    """A clock of the system goes on while the machine sleeps."""
    installed: datetime | None = None
    """When the program's files were written; None where that is not known."""
    log_written: datetime | None = None
    """When the log was written last; None where there is none."""
    unknown_zone: str = ""
    """A zone that TZ asks for and this system does not know; empty where all is well."""


def judge_clock(facts: ClockFacts) -> CheckResult:
    """Return the time, its zone, and how a sleep of the machine is noticed."""
    offset = f"{facts.now:%z}"
    told = f"{facts.now:%Y-%m-%d %H:%M} {facts.zone} (UTC{offset[:3]}:{offset[3:5]})"
    if facts.now.year not in PLAUSIBLE_YEARS:
        return fault("clock", f"{told}: no session is of such a year", "set the clock")
    if facts.unknown_zone:
        return warning(
            "clock",
            f'{told}: this system does not know the zone "{facts.unknown_zone}" of TZ',
            "unset TZ, or name a zone such as Europe/Berlin; sessions have the hours of UTC now",
        )
    if facts.installed and facts.now < facts.installed - SLACK:
        return warning(
            "clock",
            f"{told}: before the program was installed ({facts.installed:%Y-%m-%d})",
            "set the clock, or sessions are logged with wrong dates",
        )
    if facts.log_written and facts.now < facts.log_written - SLACK:
        return warning(
            "clock",
            f"{told}: before the log was last written ({facts.log_written:%Y-%m-%d %H:%M})",
            "set the clock, or sessions are logged in a wrong order",
        )
    how = "a clock that counts through it" if facts.counts_sleep else "the wall clock"
    return ok("clock", f"{told}; a sleep of the machine is noticed by {how}")


def judge_keep_awake(reason: str, *, is_wanted: bool) -> CheckResult:
    """Return whether the screen stays on in a session, by what the desktop answered."""
    if not is_wanted:
        return ok("keep awake", "off by the settings (keep_awake = false)")
    if not reason:
        return ok("keep awake", "the screen stays on while a session runs")
    return warning(
        "keep awake",
        f"the screen may go dark in a session: {short_reason(reason)}",
        "turn off blanking in the settings of the system before a session",
    )


def short_reason(reason: str) -> str:
    """Return the first thing that the desktop answered, of a report on every way that was tried."""
    found = _BUS_REASON.search(reason)
    told = found[1] if found else reason
    return told if len(told) <= MAX_REASON else f"{told[: MAX_REASON - 3]}..."
