"""Runs hooks as a session goes on, each on a thread of its own: a session never waits for one.

What waits is bounded, what fails is told once, and nothing that a command does can end or hold up
a session, or another command.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from queue import Queue
from typing import TYPE_CHECKING, Final

from benchside.player.hooks.occasions import OccasionWatch, message_of
from benchside.runner import SessionFinished
from benchside.session import printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from benchside.player.hooks.file import Hook
    from benchside.player.hooks.occasions import Occasion
    from benchside.player.ports import Clock, CommandRunner
    from benchside.runner import Event, RunState

MAX_WAITING: Final = 32
"""Events that wait for a command which still runs; more are left out and told."""

CLOSING_S: Final = 1.0
"""So long the end of the program waits for commands."""


class HookSink:
    """Runs the hooks of one session. A sink of its events."""

    def __init__(
        self,
        hooks: Sequence[Hook],
        *,
        runner: CommandRunner,
        clock: Clock,
        is_resumed: bool = False,
        is_rehearsal: bool = False,
    ) -> None:
        self._clock = clock
        self._is_rehearsal = is_rehearsal
        self._watch = OccasionWatch(is_resumed=is_resumed)
        self._workers = tuple(_Worker(hook, runner) for hook in hooks)

    def handle(self, event: Event, run: RunState) -> None:
        """Hand an event on to the hooks that wait for it."""
        for occasion in self._watch.occasions(event, run):
            moment = self._clock.wall()
            call = _Call(occasion, event, run, moment, is_rehearsal=self._is_rehearsal)
            for worker in self._workers:
                worker.offer(call)
        if isinstance(event, SessionFinished):
            for worker in self._workers:
                worker.let_go()

    def take_problems(self) -> tuple[str, ...]:
        """Return what went wrong since it was asked last, a line each; a hook fails once."""
        return tuple(line for worker in self._workers for line in worker.take_problems())

    def close(self, wait_s: float = CLOSING_S) -> None:
        """Wait a moment for what was handed on; a command that still runs then goes on alone."""
        deadline = time.monotonic() + wait_s
        for worker in self._workers:
            worker.let_go()
        for worker in self._workers:
            worker.join(max(deadline - time.monotonic(), 0))


@dataclass(frozen=True, slots=True)
class _Call:
    """An occasion with all that a command is told of it."""

    occasion: Occasion
    event: Event
    run: RunState
    moment: datetime
    is_rehearsal: bool

    def message(self) -> bytes:
        return message_of(
            self.occasion,
            self.event,
            self.run,
            moment=self.moment,
            is_rehearsal=self.is_rehearsal,
        )


class _Worker:
    """Runs one hook, once after the other."""

    def __init__(self, hook: Hook, runner: CommandRunner) -> None:
        self._hook = hook
        self._runner = runner
        self._waiting: Queue[_Call | None] = Queue()
        self._thread: threading.Thread | None = None
        self._has_failed = False
        self._has_left_out = False
        self._problems: Queue[str] = Queue()

    def offer(self, call: _Call) -> None:
        """Run the hook if it waits for this occasion, when it has done what came before."""
        if call.occasion not in self._hook.on:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="hook", daemon=True)
            self._thread.start()
        if self._waiting.qsize() < MAX_WAITING:
            self._waiting.put(call)
        elif not self._has_left_out:
            self._has_left_out = True
            self._tell(call, "slower than the session; some events were left out")

    def let_go(self) -> None:
        """Let the thread end after what waits."""
        if self._thread is not None:
            self._waiting.put(None)

    def join(self, wait_s: float) -> None:
        """Wait for the thread to end."""
        if self._thread is not None:
            self._thread.join(wait_s)

    def take_problems(self) -> list[str]:
        """Return what was not told yet."""
        return [self._problems.get_nowait() for _ in range(self._problems.qsize())]

    def _work(self) -> None:
        hook = self._hook
        while (call := self._waiting.get()) is not None:
            timeout_s = hook.timeout_ms / 1_000
            failure = self._runner.run(hook.run, call.message(), timeout_s=timeout_s)
            if failure and not self._has_failed:
                self._has_failed = True
                self._tell(call, failure)

    def _tell(self, call: _Call, problem: str) -> None:
        self._problems.put(printable(f"hook {self._hook.run[0]} at {call.occasion}: {problem}"))
