"""Every key of every screen, with its description and tooltip; footer and help are made from here.

The keys of a session are in `session_keys`, those of a set in `set_keys`.
"""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from benchside.tui.layouts import reachable

HELP = Binding(
    "question_mark",
    "app.help",
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

TABS: Final[list[Binding]] = [
    Binding(
        "1",
        "tab('sessions')",
        "sessions",
        id="tab.sessions",
        tooltip="Go to the sessions",
        show=False,
    ),
    Binding(
        "2",
        "tab('history')",
        "history",
        id="tab.history",
        tooltip="Go to what was done: calendar, exercises, sessions and weeks",
        show=False,
    ),
    Binding(
        "3",
        "tab('settings')",
        "settings",
        id="tab.settings",
        tooltip="Go to the settings",
        show=False,
    ),
]


def list_keys(name: str) -> tuple[Binding, Binding]:
    """Return the letters that do in the list of a screen what the arrows do."""
    return (
        Binding(
            "k",
            "app.step(-1)",
            "above",
            id=f"{name}.above",
            tooltip="Choose the one above, as ↑ does",
            show=False,
        ),
        Binding(
            "j",
            "app.step(1)",
            "below",
            id=f"{name}.below",
            tooltip="Choose the one below, as ↓ does",
            show=False,
        ),
    )


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
        "n",
        "own('new')",
        "new",
        id="library.new",
        tooltip="Write a session of your own",
    ),
    Binding(
        "e",
        "own('edit')",
        "edit",
        id="library.edit",
        tooltip="Edit in $EDITOR; a built-in session is copied if you change it",
    ),
    Binding(
        "d",
        "own('duplicate')",
        "copy",
        id="library.duplicate",
        tooltip="Begin a session of your own with a copy of this one",
    ),
    Binding(
        "u",
        "own('restore')",
        "undo",
        id="library.restore",
        tooltip="Bring back the session that was deleted last",
    ),
    Binding(
        "r",
        "own('rename')",
        "rename",
        id="library.rename",
        tooltip="Give a session of your own another title",
        show=False,
    ),
    Binding(
        "delete",
        "own('delete')",
        "delete",
        key_display="del",
        id="library.delete",
        tooltip="Move a session of your own to the trash; {library.restore} brings it back",
        show=False,
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
        "escape",
        "end_filter",
        "every session",
        id="library.end_filter",
        tooltip="Stop filtering",
        show=False,
    ),
    *list_keys("library"),
    *TABS,
    HELP,
    Binding("q", "app.quit", "quit", id="library.quit", tooltip="Leave Benchside"),
]

LIBRARY: Final[list[BindingType]] = [
    reachable(one, is_first=one.action in ("filter", "own('new')")) for one in _LIBRARY
]
"""Those behind which text is typed act first; others wait until the list has moved."""

CHOICE_ROW: Final[list[BindingType]] = [
    Binding(
        "up",
        "leave(-1)",
        "choose",
        key_display="↑↓",
        id="row.up",
        tooltip="Go from row to row; a click chooses too",
    ),
    Binding("down", "leave(1)", "", id="row.down", show=False),
    Binding(
        "left",
        "change(-1)",
        "change",
        key_display="← →",
        id="row.left",
        tooltip="Choose another value; enter, space and a click do, too",
    ),
    Binding("right,enter,space", "change(1)", "", id="row.right", show=False),
]
"""Of a row with values, wherever it stands."""

_SETTINGS: Final[list[Binding]] = [
    Binding(
        "t",
        "hear('all')",
        "hear cues",
        id="settings.hear",
        tooltip="Play all cues; once more stops",
    ),
    Binding(
        "T",
        "hear('rep')",
        "hear a rep",
        id="settings.hear_rep",
        tooltip="Play one rep of a hip thrust; once more stops",
    ),
    Binding(
        "r",
        "default",
        "default",
        id="settings.default",
        tooltip="Give the chosen setting its default",
    ),
    Binding(
        "o",
        "open",
        "open file",
        id="settings.open",
        tooltip="Edit the file of settings in $EDITOR",
    ),
    Binding("escape", "tab('sessions')", "back", key_display="esc", id="settings.back"),
    *TABS,
    HELP,
    Binding("q", "app.quit", "quit", id="settings.quit", tooltip="Leave Benchside", show=False),
]

SETTINGS: Final[list[BindingType]] = [
    one if one.key in ("t", "T") else reachable(one, is_first=False) for one in _SETTINGS
]
"""Those of t have no capital: T is a key of its own."""
