"""Dialogs fold away in time for the set that comes, and keep what was typed into them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from benchside.runner import State

if TYPE_CHECKING:
    from textual.screen import Screen

    from benchside.timeline import SetId
    from benchside.view import View

FOLDS_AT_S: Final = 10
"""So long before a set begins by itself nothing stands over its count-in any more."""


def is_time_to_fold(before: View, view: View) -> bool:
    """Return whether the last seconds before a set, or the set itself, have just begun."""
    if view.state is State.WORKING:
        return before.state in (State.PREPARING, State.RESTING, State.WAITING)
    return _is_close(view) and not _is_close(before)


def _is_close(view: View) -> bool:
    return view.starts_in_s is not None and view.starts_in_s <= FOLDS_AT_S


def fold_dialogs(screen: Screen[Any]) -> None:
    """Take away whatever stands over a screen; its answer is none."""
    stack = screen.app.screen_stack
    if screen in stack:
        for _ in stack[stack.index(screen) + 1 :]:
            screen.app.pop_screen()


class Drafts:
    """What was typed into dialogs that were folded away, by what it was for."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, SetId], dict[str, str]] = {}

    def of(self, kind: str, set_id: SetId) -> dict[str, str]:
        """Return the draft of a dialog for a set: each field's text; it is the dialog's to fill."""
        return self._texts.setdefault((kind, set_id), {})
