"""The keys of a set: its reps, how hard it was, and what is still to come of its exercise.

The session, its review and the overview of its sets share them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual.binding import Binding, BindingType

from benchside.tui.keys import HELP, list_keys
from benchside.tui.layouts import reachable

_MORE_OR_LESS = Binding.Group("reps", compact=True)

REPS: Final[list[Binding]] = [
    Binding(
        "up",
        "add_rep(1)",
        "+1 rep",
        key_display="↑",
        id="session.rep_more",
        tooltip="The set had one rep more",
        show=False,
        group=_MORE_OR_LESS,
    ),
    Binding(
        "down",
        "add_rep(-1)",
        "-1 rep",
        key_display="↓",
        id="session.rep_fewer",
        tooltip="The set had one rep fewer",
        show=False,
        group=_MORE_OR_LESS,
    ),
    Binding(
        "pageup",
        "count_rep",
        "reps, by remote",
        key_display="pgup",
        id="session.count_rep",
        tooltip="One rep fewer than was counted; where nothing was counted one more",
        show=False,
    ),
    Binding(
        "r",
        "rate",
        "RPE",
        id="session.rate",
        tooltip="Say how hard the set was: then a digit, or two: {session.rate} 8 5 is 8.5",
        show=False,
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

PLAN: Final[list[Binding]] = [
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
        "g",
        "redo",
        "do again",
        id="plan.redo",
        tooltip="Do the last set again; its result stands until it is done again",
        show=False,
    ),
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
    *(replace(binding, show=True) for binding in PLAN),
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
    *list_keys("overview"),
    Binding(
        "escape,l,q",
        "dismiss(None)",
        "back",
        key_display="esc",
        id="overview.leave",
        tooltip="Back to the session, which goes on meanwhile",
    ),
    HELP,
]

OVERVIEW: Final[list[BindingType]] = [reachable(binding) for binding in _OVERVIEW]
