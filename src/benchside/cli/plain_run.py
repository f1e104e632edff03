"""Leads a session on plain lines in this process: its input, its output, its signals."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING

from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo
from benchside.cli.unsaved import tell_unsaved
from benchside.log import review_words, sum_of
from benchside.plain import PlainSession, standard_keys
from benchside.player import KeepAwake
from benchside.runner import SessionStatus, State
from benchside.session import clock_text, printable
from benchside.timeline import schedule_of, totals_of
from benchside.view import counted, minutes_of, volume_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from types import FrameType

    from benchside.app import Program
    from benchside.log import Record
    from benchside.player import SessionLoop

SIGNALS = ("SIGTERM", "SIGHUP")
"""They end the program as ctrl-C does; not every system has both."""


def lead(bench: Program, session: SessionLoop) -> int:
    """Lead a session to its end, or until it is left; then tell what became of it."""
    is_typed = sys.stdin is not None and sys.stdin.isatty()
    leader = PlainSession(session, standard_keys(sys.stdin), echo, is_typed=is_typed)
    _tell_begin(session)
    session.start(lambda: None)
    try:
        with _ended_by_signals(), _kept_awake(bench):
            leader.lead()
    finally:
        session.close()
        with suppress(OSError):  # whoever would read it may be gone by now
            leader.tell_side_problems()
        tell_unsaved(session.state.unsaved)
        is_over = session.state.view.state is State.FINISHED
        if not is_over:
            _tell_left(session, is_rehearsal=bench.is_rehearsal)
    if is_over:
        return _tell_end(bench, session)
    return Exit.TROUBLE if session.state.unsaved else Exit.FINE


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """End in order on a signal, with the status that tells which one it was."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    numbers = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _kept_awake(bench: Program) -> AbstractContextManager[object]:
    return KeepAwake() if bench.settings.keep_awake else nullcontext()


def _tell_begin(session: SessionLoop) -> None:
    totals = totals_of(schedule_of(session.sets.agenda))
    length = minutes_of(totals.duration_ms)
    name = printable(session.sets.agenda.plan.name)
    echo(f"{name}: {counted(totals.sets, 'set')}, about {length}.")


def _tell_left(session: SessionLoop, *, is_rehearsal: bool) -> None:
    """Tell that the session is kept; whoever would read it may be gone by now."""
    if session.state.view.state is State.READY or is_rehearsal:
        return
    with suppress(OSError):
        echo('Stopped. "benchside run --resume --plain" goes on from here.')


def _tell_end(bench: Program, session: SessionLoop) -> int:
    state = session.state
    if (record := state.record or state.unsaved) is not None:
        _tell_record(record)
        for what, told in review_words(state.review) if state.review else ():
            echo(printable(f"{what[:1].upper()}{what[1:]}: {told}."))
    is_logged = state.record is not None and not bench.is_rehearsal
    if state.problem:
        return Exit.TROUBLE
    if state.view.status is SessionStatus.ABANDONED and not bench.is_rehearsal:
        echo('Not logged. "benchside run --resume" can bring it back for 30 days.')
    else:
        echo(f"Logged in {bench.home.log}" if is_logged else "Nothing is logged.")
    return Exit.FINE


def _tell_record(record: Record) -> None:
    total = sum_of(record)
    parts = (
        f"{total.sets_done} of {counted(total.sets_planned, 'set')} done "
        f"in {clock_text(total.duration_ms // 1000)}",
        f"{total.sets_assumed} not confirmed" if total.sets_assumed else "",
        f"time under tension {clock_text(total.tut_ms // 1000)}" if total.tut_ms else "",
        f"volume {volume_of(total.volume_kg)}" if total.volume_kg else "",
    )
    name = printable(record.session.name)
    echo(f"{name}, {record.status}: {', '.join(part for part in parts if part)}.")
