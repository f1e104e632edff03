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
    from collections.abc import Iterable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow

STALLED_S: Final = 15.0
POLL_S: Final = 0.02

IN_TIME_S: Final = 1.0
"""A set is on disk this soon after it ended, on a busy machine too."""

FULL: Final = 60_000
"""Bytes: a terminal of Linux that nobody reads takes no more than a few more."""

SETS: Final = 15

SET_S: Final = 3
"""A set and the rest after it."""

SESSION: Final = f"""
name = "Stalled"

[[block]]
name = "Bridges"
prepare = "0.1s"
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

    def has_set(self, _text: str) -> bool:
        """Whether a set is on disk, whatever the terminal shows."""
        return (self.home / "journal.jsonl").exists() and bool(self.sets)

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
    return line["set"].get("rest_ms") is not None


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, Session]]:
    """Begin both sessions, fill their terminals, and leave these unread while sets go on."""
    homes = tmp_path_factory.mktemp("screen"), tmp_path_factory.mktemp("plain")
    with begun(homes[0]) as screen, begun(homes[1], "--plain") as plain:
        both = Session(homes[0], screen), Session(homes[1], plain)
        for one in both:
            one.terminal.wait_for("Glute bridge")
            one.terminal.press("\r")
            one.terminal.wait_for(one.has_set)
            one.late_s = [0.0] * len(one.sets)
        screen.press("?" * 80)
        plain.press("help\n" * 100)
        leave_unread(both)
        yield both


def begun(home: Path, *options: str) -> Terminal:
    (home / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\n')
    session = home / "stalled.toml"
    session.write_text(SESSION)
    return Terminal(home, "run", str(session), *options, columns=150, lines=50)


def leave_unread(sessions: Iterable[Session]) -> None:
    ends = time.monotonic() + STALLED_S
    while time.monotonic() < ends:
        for one in sessions:
            one.look()
        time.sleep(POLL_S)


@pytest.mark.parametrize("face", [0, 1], ids=["screen", "plain"])
def test_every_set_is_on_disk_within_a_second_while_nobody_reads_the_terminal(
    sessions: tuple[Session, Session], face: int
) -> None:
    session = sessions[face]

    assert len(session.late_s) >= STALLED_S / SET_S
    assert max(session.late_s) < IN_TIME_S


@pytest.mark.parametrize("face", [0, 1], ids=["screen", "plain"])
def test_a_terminal_that_is_read_again_shows_the_present(
    sessions: tuple[Session, Session], face: int
) -> None:
    session = sessions[face]
    before = len(session.terminal.written)

    session.terminal.wait_for(lambda _: len(session.terminal.written) - before > FULL)
    if face == 1:
        session.terminal.press("where\n")

    session.terminal.wait_for(lambda text: f"set {len(session.sets) + 1} of {SETS}" in text.lower())
