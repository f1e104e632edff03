"""Leading in this process: what is said when a session is left, and with which status."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from benchside.cli.plain_run import lead
from benchside.player.clock import SystemClock
from benchside.player.loop import SessionLoop
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.runner.commands import Go
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.testing import FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker, a_set
from benchside.testing.builders import an_agenda
from tests.gym import header_of

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.app.program import Program


TIMELINE = an_agenda(a_set(reps=1, tempo="0-0-X-0", prepare="0s"))

PATIENCE_S = 20.0


def a_session_on_a_full_disk() -> SessionLoop:
    journal, logbook = MemoryJournal(), MemoryLogbook()
    journal.failure = logbook.failure = OSError(28, "No space left on device")
    recorder = SessionRecorder(
        journal=journal,
        logbook=logbook,
        header=lambda started: header_of(TIMELINE, started),
    )
    speaker = RecordingSpeaker(FakeClock())
    player = Player(Runner(TIMELINE), clock=SystemClock(), speaker=speaker, recorder=recorder)
    return SessionLoop(player)


def end_in_its_review(session: SessionLoop) -> None:
    """Do the one set, then send the signal that a shutdown sends."""
    session.order(Go())
    deadline = time.monotonic() + PATIENCE_S
    while session.state.view.state is not State.REVIEWING and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(os.getpid(), signal.SIGTERM)


@pytest.mark.skipif(sys.platform == "win32", reason="no signal comes from outside there")
def test_a_session_that_no_disk_takes_is_printed_when_a_signal_ends_its_review(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = SimpleNamespace(keep_awake=False)
    bench = SimpleNamespace(settings=settings, is_rehearsal=False, log_path=tmp_path / "log.jsonl")
    session = a_session_on_a_full_disk()
    answers, keyboard = os.pipe()
    with os.fdopen(answers) as stdin, os.fdopen(keyboard, "w"):
        monkeypatch.setattr(sys, "stdin", stdin)
        ending = threading.Thread(target=end_in_its_review, args=(session,))
        ending.start()

        with pytest.raises(SystemExit) as leaving:
            lead(cast("Program", bench), session)

        ending.join()
    *_, line = capsys.readouterr().err.splitlines()
    assert leaving.value.code == 128 + signal.SIGTERM
    assert [one["status"] for one in json.loads(line)["sets"]] == ["assumed"]
