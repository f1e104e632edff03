"""The session's own loop: a thread that ticks the player, whatever the screen does.

A terminal that is not read stops whoever writes to it. Clock, journal and cues must not stop with
it, so they live on this thread: the screen is told that something has changed, asks for it when it
can, and hands its keys in. Every method may be called from any thread.
"""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from benchside.player.state import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchside.log import Record
    from benchside.player.player import Player
    from benchside.player.state import PlayerState
    from benchside.runner import Command
    from benchside.view import SessionSets

SHUTDOWN_TIMEOUT_S: Final = 2.0
"""Longest wait for a tick to end."""


class SessionLoop:
    """Drives one player from `start` to `close`."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._lock = threading.RLock()
        self._wake = threading.Condition(self._lock)
        self._commands: deque[Callable[[], None]] = deque()
        self._is_closed = False
        self._tell: Callable[[], None] | None = None
        self._told = player.state
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="session", daemon=True)

    @property
    def state(self) -> PlayerState:
        """What is to be shown; raises whatever has ended the loop."""
        if self._failure is not None:
            raise self._failure
        return self._player.state

    @property
    def unsaved(self) -> Record | None:
        """What was done and is nowhere on disk, also after a failure has ended the loop."""
        return self._player.state.unsaved

    def start(self, tell: Callable[[], None]) -> None:
        """Begin to tick; `tell` is called on the loop's thread whenever the state has changed.

        Called again, only whom it tells is changed.
        """
        self._tell = tell
        if not self._thread.is_alive():
            self._thread.start()

    @property
    def sets(self) -> SessionSets:
        """The sets of the session, once a tick that is going on is over."""
        with self._lock:
            return self._player.sets

    def press(self, command: Command) -> Answer:
        """Carry out what a key says; see `Player.press`."""
        return self._answer(lambda: self._player.press(command))

    def order(self, command: Command) -> Answer:
        """Carry out a command that no key has given; see `Player.order`."""
        return self._answer(lambda: self._player.order(command))

    def mute(self, muted: bool) -> None:
        """Silence the sound or let it be heard again, at once."""
        with self._changing():
            self._player.mute(muted)

    def change_volume(self, steps: int) -> None:
        """Make the cues louder or quieter, by so many steps."""
        with self._changing():
            self._player.change_volume(steps)

    def silence(self) -> None:
        """Silence what is to come, at once: the program is about to end."""
        with self._lock:
            self._player.silence()

    def close(self) -> None:
        """End the loop and the sound; the journal of an unfinished session stays."""
        if not self._lock.acquire(timeout=SHUTDOWN_TIMEOUT_S):
            return  # a write hangs in a disk: the program ends all the same
        try:
            if not self._is_closed:
                self._is_closed = True
                self._carry_out()
                if self._failure is None:
                    self._player.close()
                else:
                    self._player.release()
                self._wake.notify()
        finally:
            self._lock.release()
        if self._thread.is_alive():
            self._thread.join(SHUTDOWN_TIMEOUT_S)

    def _answer(self, carry_out: Callable[[], Answer]) -> Answer:
        """Have a command carried out on the loop's thread, and wait for its answer.

        A signal interrupts the main thread anywhere, also between a line of the journal and the
        note that it is written. It would be written twice, so the journal is not written there.
        """
        answer: Future[Answer] = Future()

        def act() -> None:
            try:
                answer.set_result(carry_out())
            except BaseException as failure:  # noqa: BLE001 - whoever has asked gets it
                answer.set_exception(failure)

        with self._wake:
            if self._is_closed:
                return Answer.NOT_NOW
            self._commands.append(act)
            if self._thread.is_alive() and self._failure is None:
                self._wake.notify()
            else:
                self._carry_out()
        return answer.result()

    def _carry_out(self) -> None:
        while self._commands:
            self._commands.popleft()()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Have the player alone, and let the loop look again how long it may wait."""
        with self._wake:
            yield
            self._wake.notify()

    def _run(self) -> None:
        with self._wake:
            try:
                while not self._is_closed:
                    self._carry_out()
                    self._tick()
                    self._wake.wait(self._player.wait_s())
            except BaseException as failure:  # noqa: BLE001 - whoever asks for the state gets it
                self._failure = failure
        if self._failure is not None:
            self._call()

    def _tick(self) -> None:
        """Tick, and tell what is new since it was told last, by time or by an order."""
        state = self._player.tick()
        if state != self._told:
            self._told = state
            self._call()

    def _call(self) -> None:
        if self._tell is not None:
            self._tell()
