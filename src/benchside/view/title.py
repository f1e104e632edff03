"""The state of a session in a few words: for the title of a window, or the bar of a desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.session import printable
from benchside.view.view import Activity
from benchside.view.words.sets import named_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.view.view import View

MAX_TITLE_LENGTH: Final = 80
"""Characters of a title; no bar shows more."""

_BEFORE: Final[Mapping[Activity, str]] = {
    Activity.READY: "ready: ",
    Activity.PREPARE: "get ready: ",
    Activity.SWITCH: "switch sides: ",
    Activity.REST: "rest before ",
    Activity.WAIT: "your turn: ",
    Activity.PAUSED: "paused: ",
    Activity.FINISHED: "done: ",
}
"""What is said before the set, or before the name of the session; of work nothing."""


def title_of(view: View) -> str:
    """Return what is going on: `rest before Squat, set 2 of 5`.

    It changes with the step and not with the clock, so that nothing is written each second. Free
    of control characters.
    """
    before = _BEFORE.get(view.mood, "")
    is_of_set = view.mood not in (Activity.READY, Activity.FINISHED)
    title = f"{before}{_set_of(view) if is_of_set else view.session}"
    title = printable(title)
    return title if len(title) <= MAX_TITLE_LENGTH else f"{title[: MAX_TITLE_LENGTH - 1]}…"


def _set_of(view: View) -> str:
    return named_set(view.set)
