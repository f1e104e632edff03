"""Every key of every screen, with its description and tooltip; footer and help are made from here.

Whether a key of a session works now, and how the footer words it, is in `footer`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual.binding import Binding, BindingType

from benchside.tui.layouts import reachable

TIME_STEP_MS: Final = 15_000
"""What plus and minus add to a rest or a count-in."""

_TIME = Binding.Group("15 s", compact=True)
_SET = Binding.Group("set", compact=True)
_MORE_OR_LESS = Binding.Group("reps", compact=True)

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
        tooltip="Leave at once; a session that is going on can be resumed",
        show=False,
        priority=True,
    ),
    Binding(
        "ctrl+q",
        "quit",
        "quit",
        key_display="^q",
        id="app.quit",
        tooltip="Leave at once; a session that is going on can be resumed",
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
        tooltip="Show only sessions whose name holds what you type",
    ),
    Binding(
        "e",
        "edit",
        "edit",
        id="library.edit",
        tooltip="Open the file in your EDITOR; of a session that ships, a copy of your own",
    ),
    Binding(
        "d",
        "duplicate",
        "duplicate",
        id="library.duplicate",
        tooltip="Begin a session of your own with a copy of this one",
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

_REPS: Final[list[Binding]] = [
    Binding(
        "up",
        "add_rep(1)",
        "a rep more",
        key_display="↑",
        id="session.rep_more",
        tooltip="The set had one rep more",
        show=False,
        group=_MORE_OR_LESS,
    ),
    Binding(
        "down",
        "add_rep(-1)",
        "a rep fewer",
        key_display="↓",
        id="session.rep_fewer",
        tooltip="The set had one rep fewer",
        show=False,
        group=_MORE_OR_LESS,
    ),
    *(
        Binding(
            str(digit),
            f"type_reps({digit})",
            "" if digit else "type the reps",
            key_display="0-9",
            id=f"session.type_reps_{digit}",
            tooltip="Type the reps of the set",
            show=False,
        )
        for digit in range(10)
    ),
]

_SESSION: Final[list[Binding]] = [
    Binding(
        "space,enter,pagedown",
        "go",
        "go",
        key_display="space",
        id="session.go",
        tooltip="Start, set done, start the next set now, go on; also enter, page down",
    ),
    Binding("p", "pause", "pause", id="session.pause", tooltip="Stop the clock; once more goes on"),
    Binding(
        "left",
        "back",
        "back",
        key_display="←",
        id="session.back",
        tooltip="Begin again; no recorded set is deleted",
    ),
    Binding(
        "right",
        "skip",
        "skip",
        key_display="→",
        id="session.skip",
        tooltip="Leave the set out, or cut the rest short",
    ),
    Binding(
        "plus,equals_sign",
        f"add_time({TIME_STEP_MS})",
        "15 s more",
        key_display="+",
        id="session.longer",
        tooltip="Make the rest or the count-in longer",
        group=_TIME,
    ),
    Binding(
        "minus,underscore",
        f"add_time({-TIME_STEP_MS})",
        "15 s less",
        key_display="-",
        id="session.shorter",
        tooltip="Make the rest or the count-in shorter",
        group=_TIME,
    ),
    *_REPS,
    Binding(
        "e",
        "correct",
        "edit",
        id="session.correct",
        tooltip="Correct reps, load and RPE of the last set, or of one before it",
    ),
    Binding("n", "note", "note", id="session.note", tooltip="Write a note on the set"),
    Binding(
        "u",
        "undo",
        "undo",
        id="session.undo",
        tooltip="Take the last key back, for ten seconds",
    ),
    Binding("m", "mute", "mute", id="session.mute", tooltip="Silence the cues; they still flash"),
    Binding(
        "full_stop",
        "change_volume(1)",
        "louder",
        key_display=".",
        id="session.louder",
        tooltip="Make the cues louder",
        show=False,
    ),
    Binding(
        "comma",
        "change_volume(-1)",
        "quieter",
        key_display=",",
        id="session.quieter",
        tooltip="Make the cues quieter",
        show=False,
    ),
    Binding(
        "q",
        "finish",
        "finish",
        id="session.finish",
        tooltip="End the session here; asks what to do with it",
    ),
    HELP,
]

_REVIEW: Final[list[Binding]] = [
    Binding(
        "enter,space,pagedown",
        "go",
        "save",
        key_display="enter",
        id="summary.done",
        tooltip="Confirm every set that counted itself, and save the session",
    ),
    Binding(
        "escape,q",
        "close",
        "save as is",
        key_display="esc",
        id="summary.close",
        tooltip="Save the session without confirming sets that counted themselves",
    ),
    Binding(
        "left",
        "choose(-1)",
        "set before",
        key_display="←",
        id="summary.before",
        tooltip="Choose the set before this one",
        group=_SET,
    ),
    Binding(
        "right",
        "choose(1)",
        "next set",
        key_display="→",
        id="summary.after",
        tooltip="Choose the set after this one",
        group=_SET,
    ),
    *(replace(binding, show=binding.group is not None) for binding in _REPS),
    Binding("e", "correct", "edit", id="summary.correct", tooltip="Correct the chosen set"),
    Binding("n", "note", "note", id="summary.note", tooltip="Write a note on the chosen set"),
    Binding(
        "u", "undo", "undo", id="summary.undo", tooltip="Take the last key back, for ten seconds"
    ),
    Binding(
        "b",
        "back",
        "skipped set",
        id="summary.back",
        tooltip="Return to the set that was skipped at the end",
    ),
    HELP,
]

LIBRARY: Final[list[BindingType]] = [reachable(one, is_first=False) for one in _LIBRARY]
SESSION: Final[list[BindingType]] = [reachable(binding) for binding in _SESSION]
SUMMARY: Final[list[BindingType]] = [reachable(binding) for binding in _REVIEW]
