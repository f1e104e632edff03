"""The keys of a session and of its review.

Whether a key works now, and how the footer words it, is in `footer`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual.binding import Binding, BindingType

from benchside.tui.keys import HELP
from benchside.tui.layouts import reachable
from benchside.tui.set_keys import PLAN, REPS

TIME_STEP_MS: Final = 15_000
"""What plus and minus add to a rest or a count-in."""
_TIME = Binding.Group("15 s", compact=True)
_SET = Binding.Group("set", compact=True)

_SESSION: Final[list[Binding]] = [
    Binding(
        "space,pagedown",
        "go",
        "go",
        key_display="space",
        id="session.go",
        tooltip="Start, set done, start the next set now, go on; also page down",
    ),
    Binding(
        "enter",
        "keep",
        "keep the reps",
        key_display="enter",
        id="session.keep",
        tooltip="Confirm what was counted of the last set; else the same as {session.go}",
        show=False,
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
        "+15 s",
        key_display="+",
        id="session.longer",
        tooltip="Make the rest or the count-in longer",
        group=_TIME,
    ),
    Binding(
        "minus,underscore",
        f"add_time({-TIME_STEP_MS})",
        "-15 s",
        key_display="-",
        id="session.shorter",
        tooltip="Make the rest or the count-in shorter",
        group=_TIME,
    ),
    *REPS,
    *PLAN,
    Binding(
        "e",
        "correct",
        "edit",
        id="session.correct",
        tooltip="Correct reps, load and RPE of the last set, or of one before it",
    ),
    Binding(
        "l",
        "overview",
        "sets",
        id="session.overview",
        tooltip="Today's sets: go to one, correct one, add, leave out, swap",
    ),
    Binding("n", "note", "note", id="session.note", tooltip="Write a note on the set", show=False),
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
    *(replace(binding, show=binding.group is not None) for binding in REPS),
    Binding("e", "correct", "edit", id="summary.correct", tooltip="Correct the chosen set"),
    Binding("n", "note", "note", id="summary.note", tooltip="Write a note on the chosen set"),
    Binding(
        "s",
        "note_session",
        "session note",
        id="summary.note_session",
        tooltip="Write a note on the session as a whole",
        show=False,
    ),
    Binding(
        "u", "undo", "undo", id="summary.undo", tooltip="Take the last key back, for ten seconds"
    ),
    Binding(
        "b",
        "back",
        "set not done",
        id="summary.back",
        tooltip="Go back to a set that was passed over, or to the last one if it was skipped",
    ),
    HELP,
]

SESSION: Final[list[BindingType]] = [reachable(binding) for binding in _SESSION]
SUMMARY: Final[list[BindingType]] = [reachable(binding) for binding in _REVIEW]
