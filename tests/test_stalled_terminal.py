"""The session does not wait for its terminal: one that is not read costs frames and no set.

A screen and plain lines are led at the same time, each in a pseudo-terminal that nobody reads for
a while. Before that so much is asked of both that the terminal is full: whoever writes to it hangs.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

import pytest

from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STALLED_S: Final = 15.0
POLL_S: Final = 0.02

IN_TIME_S: Final = 1.0
"""A set is on disk this soon after it ended, on a busy machine too."""

FULL: Final = 60_000
"""Bytes: a terminal of Linux that nobody reads takes no more than a few more."""

SETS: Final = 15

SESSION: Final = f"""
name = "Stalled"

[[block]]
name = "Bridges"
prepare = "0s"
rest = "1s"

  [[block.exercise]]
  name = "Glute bridge"
  sets = {SETS}
  reps = 1
  tempo = "1-0-1-0"
"""


@dataclass
class Session:
    """A session in a terminal, and when each of its sets was seen on disk."""

    home: Path
    terminal: Terminal
    late_s: list[float] = field(default_factory=list)
    """How long after its end each set was there."""

    @property
    def sets(self) -> list[int]:
        """When each set ended that is on disk, in milliseconds since the session began."""
        return [line["at_ms"] for line in self._lines() if "set" in line and not _is_again(line)]

    def look(self) -> None:
        """See what is new on disk."""
        now_s = time.time()
        began_s = datetime.fromisoformat(self._lines()[0]["started"]).timestamp()
        self.late_s += [now_s - began_s - at_ms / 1_000 for at_ms in self.sets[len(self.late_s) :]]

    def _lines(self) -> list[dict[str, Any]]:
        whole = (self.home / "journal.jsonl").read_bytes().rpartition(b"\n")[0]
        return [json.loads(line) for line in whole.splitlines()]


def _is_again(line: dict[str, Any]) -> bool:
    """A set is written once more when the rest after it is over."""
    return line["set"]["rest_ms"] is not None
