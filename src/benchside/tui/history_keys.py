"""The keys of the history's screens."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from benchside.tui.keys import HELP, TABS, list_keys
from benchside.tui.layouts import reachable

_UNDO: Final = Binding(
    "u",
    "undo",
    "undo",
    id="history.undo",
    tooltip="Take the last correction or deletion back; again for the one before it",
)
_LIBRARY: Final = Binding(
    "1",
    "library",
    "sessions",
    id="history.library",
    tooltip="Back to the library",
)


def _made(*bindings: Binding) -> list[BindingType]:
    return [reachable(one, is_first=one.action == "filter") for one in bindings]


HISTORY: Final = _made(
    Binding(
        "enter,space",
        "open",
        "open",
        key_display="enter",
        id="history.open",
        tooltip="Show the chosen exercise or session in full",
    ),
    Binding(
        "tab",
        "other_list(1)",
        "other list",
        id="history.other_list",
        tooltip="Go on to the list of exercises, sessions or weeks",
    ),
    Binding(
        "shift+tab",
        "other_list(-1)",
        "list before",
        key_display="⇧tab",
        id="history.list_before",
        tooltip="Go back to the list before",
        show=False,
    ),
    Binding(
        "slash",
        "filter",
        "filter",
        key_display="/",
        id="history.filter",
        tooltip="Words of an exercise or session, @athlete, and times: 2026, 2026-01..2026-03, 12w",
    ),
    *list_keys("history"),
    _UNDO,
    *TABS,
    Binding(
        "escape",
        "leave",
        "back",
        key_display="esc",
        id="history.leave",
        tooltip="Stop filtering; then back to the sessions",
    ),
    HELP,
    Binding("q", "app.quit", "quit", id="history.quit", tooltip="Leave Benchside", show=False),
)
"""The calendar and the lists."""

EXERCISE: Final = _made(
    Binding(
        "enter,space",
        "open",
        "open session",
        key_display="enter",
        id="exercise.open",
        tooltip="Show the chosen session in full",
    ),
    Binding(
        "v",
        "other_line",
        "volume",
        id="exercise.volume",
        tooltip="Draw the volume of each session, or its best again",
    ),
    Binding(
        "t",
        "other_tempo",
        "tempo",
        id="exercise.tempo",
        tooltip="Draw the sessions at another tempo: tempos are not compared with each other",
    ),
    *list_keys("exercise"),
    _UNDO,
    _LIBRARY,
    Binding("escape", "leave", "back", key_display="esc", id="exercise.leave", tooltip="Back"),
    HELP,
)
"""One exercise in full."""

SESSION: Final = _made(
    Binding(
        "e,enter",
        "correct",
        "edit set",
        key_display="e",
        id="past.correct",
        tooltip="Correct reps, load, RPE or the note of the chosen set",
    ),
    Binding(
        "n",
        "note",
        "note",
        id="past.note",
        tooltip="Write a note on the session",
    ),
    Binding(
        "delete,backspace",
        "delete",
        "delete",
        key_display="del",
        id="past.delete",
        tooltip="Delete the session; {history.undo} takes it back, "
        "later benchside log undelete does",
    ),
    Binding(
        "up,k",
        "move(-1)",
        "set before",
        key_display="↑",
        id="past.up",
        tooltip="Choose a set",
        show=False,
    ),
    Binding(
        "down,j",
        "move(1)",
        "next set",
        key_display="↓",
        id="past.down",
        tooltip="Choose a set",
        show=False,
    ),
    _UNDO,
    _LIBRARY,
    Binding("escape", "leave", "back", key_display="esc", id="past.leave", tooltip="Back"),
    HELP,
)
"""One session in full."""
