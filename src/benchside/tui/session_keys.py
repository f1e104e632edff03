"""The keys of a session, of its review, and of the overview of its sets.

Whether a key works now, and how the footer words it, is in `footer`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual.binding import Binding, BindingType

from benchside.tui.keys import HELP
from benchside.tui.layouts import reachable

TIME_STEP_MS: Final = 15_000
"""What plus and minus add to a rest or a count-in."""
_TIME = Binding.Group("15 s", compact=True)
_SET = Binding.Group("set", compact=True)
_MORE_OR_LESS = Binding.Group("reps", compact=True)

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

_PLAN: Final[list[Binding]] = [
    Binding(
        "a",
        "add_set",
        "one more set",
        id="plan.add_set",
        tooltip="Do one more set of this exercise; in rounds one more round",
        show=False,
    ),
    Binding(
        "w",
        "change_load",
        "other load",
        id="plan.change_load",
        tooltip="Lift another load in this set, or in all that are left; ramp and plates follow",
        show=False,
    ),
    Binding(
        "y",
        "take_loads",
        "take load",
        id="plan.take_loads",
        tooltip="Take the loads that the log proposes; once more puts the session's own back",
        show=False,
    ),
    Binding(
        "d",
        "defer",
        "do later",
        id="plan.defer",
        tooltip="Do this exercise later: after the next one, or at the end of its round",
        show=False,
    ),
    Binding(
        "x",
        "swap",
        "swap",
        id="plan.swap",
        tooltip="Do another exercise instead, today: the rack is taken",
        show=False,
    ),
    Binding(
        "r",
        "redo",
        "do again",
        id="plan.redo",
        tooltip="Do the last set again; its result stands until it is done again",
        show=False,
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
    *_PLAN,
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
    *(replace(binding, show=binding.group is not None) for binding in _REPS),
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
        "skipped set",
        id="summary.back",
        tooltip="Return to the set that was skipped at the end",
    ),
    HELP,
]

_OVERVIEW: Final[list[Binding]] = [
    Binding(
        "enter,space",
        "choose",
        "go to it, or edit it",
        key_display="enter",
        id="overview.choose",
        tooltip="Go on with this set; correct one that is done",
    ),
    *(replace(binding, show=True) for binding in _PLAN),
    Binding(
        "delete,backspace",
        "drop_set",
        "leave out",
        key_display="del",
        id="overview.drop_set",
        tooltip="Leave this set out, today",
    ),
    Binding(
        "u", "undo", "undo", id="overview.undo", tooltip="Take the last key back, for ten seconds"
    ),
    Binding(
        "escape,l,q",
        "leave",
        "back",
        key_display="esc",
        id="overview.leave",
        tooltip="Back to the session, which goes on meanwhile",
    ),
    HELP,
]

SESSION: Final[list[BindingType]] = [reachable(binding) for binding in _SESSION]
SUMMARY: Final[list[BindingType]] = [reachable(binding) for binding in _REVIEW]
OVERVIEW: Final[list[BindingType]] = [reachable(binding) for binding in _OVERVIEW]
