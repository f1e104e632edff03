"""Every key of every screen, with its description and tooltip; footer and help are made from here.

The keys of a session are in `session_keys`, those of a set in `set_keys`.
"""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from benchside.tui.layouts import reachable

HELP = Binding(
    "question_mark",
    "help",
    "help",
    key_display="?",
    id="help",
    tooltip="Every key of this screen, and what it does",
)

APP: Final[list[BindingType]] = [
    Binding(
        "ctrl+c",
        "interrupt",
        "quit",
        key_display="^c",
        id="app.interrupt",
        tooltip="Quit now; a session that is going on can be resumed later",
        show=False,
        priority=True,
    ),
    Binding(
        "ctrl+q",
        "quit",
        "quit",
        key_display="^q",
        id="app.quit",
        tooltip="Quit now; a session that is going on can be resumed later",
        show=False,
        priority=True,
    ),
    Binding(
        "ctrl+z",
        "suspend_process",
        "to the shell",
        key_display="^z",
        id="app.suspend",
        tooltip="Go to the shell for a while; fg comes back",
        show=False,
        priority=True,
    ),
]

_LIBRARY: Final[list[Binding]] = [
    Binding(
        "enter,space",
        "start",
        "start",
        key_display="enter",
        id="library.start",
        tooltip="Open the chosen session",
    ),
    Binding(
        "slash",
        "filter",
        "filter",
        key_display="/",
        id="library.filter",
        tooltip="Filter by name",
    ),
    Binding(
        "e",
        "edit",
        "edit",
        id="library.edit",
        tooltip="Edit in $EDITOR (built-in sessions are copied)",
    ),
    Binding(
        "d",
        "duplicate",
        "duplicate",
        id="library.duplicate",
        tooltip="Begin a session of your own with a copy of this one",
    ),
    Binding(
        "at",
        "athlete",
        "athlete",
        key_display="@",
        id="library.athlete",
        tooltip="Choose who lifts: numbers, history and loads are theirs",
        show=False,
    ),
    Binding(
        "m",
        "raise_maxes",
        "training maxes",
        id="library.raise_maxes",
        tooltip="The cycle is done: raise the training maxes of the chosen session",
        show=False,
    ),
    Binding(
        "2",
        "history",
        "history",
        id="library.history",
        tooltip="What was done: calendar, exercises, sessions and weeks",
    ),
    Binding(
        "escape",
        "end_filter",
        "every session",
        id="library.end_filter",
        tooltip="Stop filtering",
        show=False,
    ),
    HELP,
    Binding("q", "app.quit", "quit", id="library.quit", tooltip="Leave Benchside"),
]

LIBRARY: Final[list[BindingType]] = [reachable(one, is_first=False) for one in _LIBRARY]
