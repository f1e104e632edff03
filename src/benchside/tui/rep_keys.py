"""The keys that tell the reps of a set, and how hard it was: arrows and digits.

A key that was held before the set was over answers for nothing: nobody has looked at it since.
Where a set has sides the keys stay with the side that they have begun to correct.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from benchside.runner import Amend
from benchside.tui.footer import is_correctable
from benchside.tui.key_runs import KeyRuns, loop_time_s

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.player import LiveSession
    from benchside.timeline import SetId
    from benchside.view import LastSetView, View

TOGETHER_S: Final = 1.5
"""Digits that follow each other so soon make one number."""

MAX_DIGITS: Final = 3

MAX_RATING: Final = 2
"""Digits of an RPE."""

MIN_RPE: Final = 1
MAX_RPE: Final = 10


class RepKeys:
    """Turns arrows and digits into corrections of the set that is shown."""

    def __init__(self, session: LiveSession, *, now_s: Callable[[], float] = loop_time_s) -> None:
        self._session = session
        self._now_s = now_s
        self._runs = KeyRuns(now_s)
        self._shown_since_s = float("-inf")
        self._typed = ""
        self._set: SetId | None = None
        """The set that was corrected last."""
        self._side = ""
        """Its side that was corrected."""
        self._told_s = float("-inf")
        """When it was corrected."""
        self._rating: SetId | None = None
        """The set whose RPE the digits tell; None where they tell reps."""
        self._is_rated = False
        """A first digit of the RPE has come."""
        self._counted: tuple[SetId, str] | None = None
        """The set and side whose reps nobody had counted before `count`."""

    @property
    def is_rating(self) -> bool:
        """Whether the next digit is the first of an RPE."""
        return self._rating is not None and not self._is_rated

    def rate(self, last: LastSetView | None) -> None:
        """Take the next digits for the RPE of a set: `8`, `8 5` for 8.5, `1 0` for 10."""
        self._rating = None if last is None else last.id
        self._is_rated = False
        self._typed = ""

    def notice(self, before: View, view: View) -> None:
        """Notice that another set is the last one now, or that it can be corrected from now on."""
        if _last_set(before) != _last_set(view) or is_correctable(before) != is_correctable(view):
            self._shown_since_s = self._now_s()
            self._typed = ""
            self._rating = None

    def add(self, last: LastSetView | None, by: int) -> None:
        """Correct the reps of a set by one; without a set the key is only counted."""
        if self._is_answer(f"add {by}") and last is not None:
            self._typed = ""
            side = self.side_of(last)
            reps = dict(last.sides).get(side, last.reps)
            self._tell(last, side, max(0, (reps or 0) + by))

    def count(self, last: LastSetView | None) -> None:
        """Answer by one key alone: what was counted had one rep fewer; else count from one."""
        if last is not None:
            side = self.side_of(last)
            if dict(last.sides).get(side, last.reps) is None:
                self._counted = (last.id, side)
            self.add(last, 1 if self._counted == (last.id, side) else -1)

    def type(self, last: LastSetView | None, digit: int) -> None:
        """Take a digit for a set; digits that follow soon make one number."""
        if self._is_answer(f"type {digit}") and last is not None:
            if self._rates(last):
                self._rate(last, digit)
                return
            side = self.side_of(last)
            if not self._is_going_on(last) or len(self._typed) == MAX_DIGITS:
                self._typed = ""
            self._typed += str(digit)
            self._tell(last, side, int(self._typed))

    def _rates(self, last: LastSetView) -> bool:
        """Return whether a digit is one of the RPE of this set."""
        if self._is_rated and self._now_s() - self._told_s >= TOGETHER_S:
            self._rating = None
        return self._rating == last.id

    def _rate(self, last: LastSetView, digit: int) -> None:
        """Take a digit of an RPE; what makes none is left out."""
        typed = self._typed + str(digit)
        rpe = Decimal(10) if typed == "10" else Decimal(".".join(typed[:2]))
        if len(typed) > MAX_RATING or (rpe * 2) % 1:
            return
        self._typed, self._is_rated, self._told_s = typed, True, self._now_s()
        if MIN_RPE <= rpe <= MAX_RPE:
            self._session.order(Amend(last.id, rpe=rpe))

    def side_of(self, last: LastSetView) -> str:
        """Return the side whose reps the next key corrects; empty where there are no sides.

        It is the one that was corrected before, unless another one has not been counted yet.
        """
        is_same = last.id == self._set and self._side in dict(last.sides)
        if is_same and (self._is_going_on(last) or last.reps is not None):
            return self._side
        return last.side

    def _is_going_on(self, last: LastSetView) -> bool:
        return last.id == self._set and self._now_s() - self._told_s < TOGETHER_S

    def _tell(self, last: LastSetView, side: str, reps: int) -> None:
        """Correct a set; one that counts seconds has no reps."""
        if last.counts_reps:
            self._set, self._side, self._told_s = last.id, side, self._now_s()
            self._session.order(Amend(last.id, reps=reps, side=side or None))

    def _is_answer(self, key: str) -> bool:
        return self._runs.began_s(key) >= self._shown_since_s


def _last_set(view: View) -> SetId | None:
    return None if view.last is None else view.last.id
