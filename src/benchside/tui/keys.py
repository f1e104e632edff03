"""Every key of every screen, with its description and tooltip; footer and help are made from here.

What a key of a session does is a command; whether it works now, and how the footer words it, the
runner's table of moves says.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual.binding import Binding, BindingType

from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Back,
    Close,
    FinishEarly,
    Go,
    Note,
    Pause,
    Skip,
    Undo,
)
from benchside.runner.machine import MOVES, State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import ActiveBinding

    from benchside.runner.commands import Command
    from benchside.runner.view import View

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
        "edit set",
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


def _reachable(binding: Binding, *, is_first: bool = True) -> Binding:
    """Let a letter act with Caps Lock too, and on a Cyrillic keyboard by its place.

    Where it `is_first` it acts before the next key is read (priority), so that a key behind it is
    never read by the wrong screen.
    """
    keys = binding.key.split(",")
    places = [_CYRILLIC[key] for key in keys if key in _CYRILLIC]
    letters = [*keys, *places]
    capitals = [key.upper() for key in letters if len(key) == 1 and key.isalpha()]
    return replace(
        binding,
        key=",".join([*letters, *capitals]),
        key_display=binding.key_display or keys[0],
        priority=is_first,
    )


_CYRILLIC: Final = dict(
    zip("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфывапролдячсмить", strict=True)
)
"""The letter on the key of a Latin one, on the common Russian layout."""

_LATIN: Final = {cyrillic: letter for letter, cyrillic in _CYRILLIC.items()}


def latin(character: str) -> str:
    """Return the small Latin letter on the key of a letter, and anything else as it is."""
    small = character.lower()
    return _LATIN.get(small, small)


LIBRARY: Final[list[BindingType]] = [_reachable(one, is_first=False) for one in _LIBRARY]
SESSION: Final[list[BindingType]] = [_reachable(binding) for binding in _SESSION]
SUMMARY: Final[list[BindingType]] = [_reachable(binding) for binding in _REVIEW]

_COMMANDS: Final[Mapping[str, tuple[type[Command], ...]]] = {
    "go": (Go,),
    "pause": (Pause,),
    "back": (Back,),
    "skip": (Skip,),
    "add_time": (AddTime,),
    "correct": (Amend,),
    "note": (Note,),
    "undo": (Undo,),
    "finish": (FinishEarly, Abandon),
    "close": (Close,),
}
"""The commands that an action may end in; it works where one of them is legal."""

_SHOWN_WHEN_NARROW: Final = frozenset(
    {"go", "pause", "back", "skip", "add_time", "undo", "finish", "help"}
)
WIDE: Final = 120
HUGE: Final = 140
"""From these widths on the footer has room for whole phrases, and for every key."""


def is_legal(action: str, view: View) -> bool:
    """Whether an action of the session screen does anything now."""
    commands = _COMMANDS.get(action)
    if commands is None:
        return True
    if Amend in commands and not is_correctable(view):
        return False
    return any(command in view.allowed for command in commands)


def is_correctable(view: View) -> bool:
    """Whether the keys that correct mean a set that is seen: not while another is worked."""
    return Amend in view.allowed and view.state is not State.WORKING and view.last is not None


def worded(active: ActiveBinding, view: View, *, width: int) -> ActiveBinding:
    """A key of the footer in the words of the table of moves, as far as there is room."""
    is_wide = width >= WIDE
    action = active.binding.action.partition("(")[0].rpartition(".")[2]
    moves = MOVES[view.state]
    words = [moves[command] for command in _COMMANDS.get(action, ()) if command in moves]
    binding = active.binding
    if action == "go" and view.state is State.REVIEWING:
        words = ["summary"]
    if action == "go" and view.state is State.PREPARING and not is_wide:
        words = ["start now"]
    if words and (action in ("go", "pause") or (is_wide and action in ("back", "skip"))):
        binding = replace(binding, description=words[0])
    if not is_wide:
        binding = replace(binding, show=binding.show and action in _SHOWN_WHEN_NARROW)
    if action == "mute" and width < HUGE:
        binding = replace(binding, show=False)
    return active._replace(binding=binding)


def worded_in_review(
    active: ActiveBinding, *, is_assumed: bool, is_rehearsal: bool
) -> ActiveBinding:
    """A key of the summary's footer: escape only where it does something else than enter."""
    binding = active.binding
    if binding.action == "close":
        binding = replace(binding, show=is_assumed and not is_rehearsal)
    if binding.action == "go" and is_rehearsal:
        binding = replace(binding, description="leave")
    return active._replace(binding=binding)
