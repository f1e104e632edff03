"""The keys that tell the reps of a set: arrows and digits.

A key that was held before the set was over answers for nothing: nobody has looked at it since.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from benchside.runner.commands import Amend
from benchside.tui.key_runs import KeyRuns
from benchside.tui.keys import is_correctable

if TYPE_CHECKING:
    from benchside.runner.view import LastSet, View
    from benchside.tui.services import LiveSession

TOGETHER_S: Final = 1.5
"""Digits that follow each other so soon make one number."""

MAX_DIGITS: Final = 3


class RepKeys:
    """Turns arrows and digits into corrections of the set that is shown."""

    def __init__(self, session: LiveSession) -> None:
        self._session = session
        self._runs = KeyRuns()
        self._shown_since_s = 0.0
        self._typed = ""
        self._typed_side = ""
        self._typed_s = 0.0

    def notice(self, before: View, view: View) -> None:
        """Notice that another set is the last one now, or that it can be corrected from now on."""
        if _index(before) != _index(view) or is_correctable(before) != is_correctable(view):
            self._shown_since_s = time.monotonic()
            self._typed = ""

    def add(self, view: View, by: int) -> None:
        """Correct the reps of the last set by one."""
        if self._is_answer(f"add {by}", view) and view.last is not None:
            self.add_to(view.last, by)

    def type(self, view: View, digit: int) -> None:
        """Take a digit of the reps of the last set."""
        if self._is_answer(f"type {digit}", view) and view.last is not None:
            self.type_for(view.last, digit)

    def add_to(self, last: LastSet, by: int) -> None:
        """Correct the reps of a set by one; a set that counts seconds has none."""
        self._typed = ""
        if last.counts_reps:
            reps = max(0, (last.reps or 0) + by)
            self._session.order(Amend(last.index, reps=reps, side=last.side or None))

    def type_for(self, last: LastSet, digit: int) -> None:
        """Take a digit for a set; digits that follow soon make one number."""
        now_s = time.monotonic()
        is_going_on = now_s - self._typed_s < TOGETHER_S and len(self._typed) < MAX_DIGITS
        if not self._typed or not is_going_on:
            self._typed, self._typed_side = "", last.side
        self._typed += str(digit)
        self._typed_s = now_s
        if last.counts_reps:
            side = self._typed_side or None
            self._session.order(Amend(last.index, reps=int(self._typed), side=side))

    def _is_answer(self, key: str, view: View) -> bool:
        return self._runs.began_s(key) >= self._shown_since_s and is_correctable(view)


def _index(view: View) -> int | None:
    return None if view.last is None else view.last.index
