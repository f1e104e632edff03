"""Hooks beside a session: run in their order, and never in its way."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from benchside.player.hooks.file import Hook
from benchside.player.hooks.occasions import Occasion
from benchside.player.hooks.sink import MAX_WAITING, HookSink
from benchside.runner.commands import Go, Pause
from benchside.runner.runner import Runner
from benchside.testing import FakeClock, RecordingCommandRunner, a_set, an_agenda

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.player.ports import CommandRunner, Sink
    from benchside.runner.commands import Command

PATIENCE_S = 60.0


def a_hook(*on: Occasion, run: str = "lights") -> Hook:
    return Hook.model_validate({"on": [*on], "run": [run]})


def a_sink(runner: CommandRunner, *hooks: Hook) -> HookSink:
    return HookSink(hooks, runner=runner, clock=FakeClock())


def lead(sink: Sink, *commands: tuple[int, Command]) -> None:
    """Lead a session of one set and tell the sink of it."""
    runner = Runner(an_agenda(a_set(prepare="3s", load="100 kg")))
    for ms, command in commands:
        for event in (*runner.advance(ms), *runner.feed(command, ms)):
            sink.handle(event, runner.run)


class StuckRunner:
    """A runner whose commands do not end until they are let go, but for one."""

    def __init__(self, but_for: str = "") -> None:
        self._but_for = but_for
        self.has_run = threading.Event()
        self.is_let_go = threading.Event()
        self.has_begun = threading.Event()
        self.times = 0

    def run(self, command: Sequence[str], message: bytes, *, timeout_s: float) -> str:  # noqa: ARG002
        if command[0] == self._but_for:
            self.has_run.set()
            return ""
        self.times += 1
        self.has_begun.set()
        self.is_let_go.wait(PATIENCE_S)
        return ""


def test_a_command_is_run_at_its_occasions_and_at_no_other() -> None:
    runner = RecordingCommandRunner()
    sink = a_sink(
        runner,
        a_hook(Occasion.SET_STARTED, Occasion.SET_FINISHED, run="lights"),
        a_hook(Occasion.SESSION_FINISHED, run="upload"),
    )

    lead(sink, (0, Go()), (10_000, Go()), (20_000, Go()))
    sink.close(PATIENCE_S)

    # Each hook has a thread of its own: which of two commands comes first is not known.
    assert sorted(runner.commands) == [("lights",), ("lights",), ("upload",)]
    events = [str(one["event"]) for one in runner.messages]
    assert sorted(events) == ["session-finished", "set-finished", "set-started"]
    assert events.index("set-started") < events.index("set-finished")
    assert sink.take_problems() == ()


def test_a_session_does_not_wait_for_a_command_that_hangs() -> None:
    runner = StuckRunner()
    sink = a_sink(runner, a_hook(Occasion.PAUSED, Occasion.CONTINUED))

    lead(sink, (0, Go()), *((1_000 + ms, Pause()) for ms in range(3 * MAX_WAITING)))

    assert runner.has_begun.wait(PATIENCE_S)
    [problem] = sink.take_problems()
    assert problem.startswith("hook lights at ")
    assert problem.endswith(": slower than the session; some events were left out")
    runner.is_let_go.set()
    sink.close(PATIENCE_S)
    assert runner.times <= 2 + MAX_WAITING


def test_a_command_that_hangs_holds_no_other_up() -> None:
    runner = StuckRunner(but_for="upload")
    sink = a_sink(runner, a_hook(Occasion.SET_STARTED), a_hook(Occasion.PAUSED, run="upload"))

    lead(sink, (0, Go()), (5_000, Pause()))

    assert runner.has_run.wait(PATIENCE_S)
    runner.is_let_go.set()
    sink.close(PATIENCE_S)


def test_the_program_does_not_wait_for_a_command_that_hangs_at_its_end() -> None:
    runner = StuckRunner()
    sink = a_sink(runner, a_hook(Occasion.PAUSED))
    lead(sink, (0, Go()), (1_000, Pause()))

    sink.close(0)

    runner.is_let_go.set()
    sink.close(PATIENCE_S)
    assert runner.times == 1


def test_a_command_that_fails_is_told_once_for_each_hook() -> None:
    runner = RecordingCommandRunner()
    runner.failure = "ended with status \x1b3"
    sink = a_sink(
        runner,
        a_hook(Occasion.PAUSED, Occasion.CONTINUED, run="lights"),
        a_hook(Occasion.CONTINUED, run="music"),
    )

    lead(sink, (0, Go()), *((1_000 * second, Pause()) for second in range(1, 7)))
    sink.close(PATIENCE_S)

    assert sink.take_problems() == (
        "hook lights at paused: ended with status �3",
        "hook music at continued: ended with status �3",
    )
    assert sink.take_problems() == ()
    assert len(runner.commands) == 6 + 3


def test_without_hooks_no_thread_is_started() -> None:
    before = threading.active_count()
    sink = a_sink(RecordingCommandRunner())

    lead(sink, (0, Go()), (10_000, Go()))

    assert threading.active_count() == before
    sink.close()
