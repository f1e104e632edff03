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
    FinishEarly,
    Go,
    Note,
    Pause,
    Skip,
)
from benchside.runner.machine import MOVES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import ActiveBinding

    from benchside.runner.commands import Command
    from benchside.runner.view import View

TIME_STEP_MS: Final = 15_000
"""What plus and minus add to a rest or a count-in."""

_TIME = Binding.Group("15 s", compact=True)

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
        "ctrl+c,ctrl+q",
        "quit",
        "quit",
        key_display="^c",
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

LIBRARY: Final[list[BindingType]] = [
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

SESSION: Final[list[BindingType]] = [
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
    Binding(
        "up",
        "add_rep(1)",
        "a rep more",
        key_display="↑",
        id="session.rep_more",
        tooltip="The last set had one rep more",
        show=False,
    ),
    Binding(
        "down",
        "add_rep(-1)",
        "a rep fewer",
        key_display="↓",
        id="session.rep_fewer",
        tooltip="The last set had one rep fewer",
        show=False,
    ),
    Binding(
        "e",
        "correct",
        "correct",
        id="session.correct",
        tooltip="Correct reps, load and RPE of the last set",
    ),
    Binding("n", "note", "note", id="session.note", tooltip="Write something down about the set"),
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

SUMMARY: Final[list[BindingType]] = [
    Binding(
        "enter,space,q,escape",
        "done",
        "back to the library",
        key_display="enter",
        id="summary.done",
        tooltip="Leave the summary; everything is in the log already",
    ),
    HELP,
]

_COMMANDS: Final[Mapping[str, tuple[type[Command], ...]]] = {
    "go": (Go,),
    "pause": (Pause,),
    "back": (Back,),
    "skip": (Skip,),
    "add_time": (AddTime,),
    "add_rep": (Amend,),
    "correct": (Amend,),
    "note": (Note,),
    "finish": (FinishEarly, Abandon),
}
"""The commands that an action may end in; it works where one of them is legal."""

_SHOWN_WHEN_NARROW: Final = frozenset({"go", "pause", "back", "skip", "add_time", "finish", "help"})


def is_legal(action: str, view: View) -> bool:
    """Whether an action of the session screen does anything now."""
    commands = _COMMANDS.get(action)
    if commands is None:
        return True
    if Amend in commands and view.last is None:
        return False
    return any(command in view.allowed for command in commands)


def worded(active: ActiveBinding, view: View, *, is_wide: bool) -> ActiveBinding:
    """A key of the footer in the words of the table of moves, as far as there is room."""
    action = active.binding.action.partition("(")[0].rpartition(".")[2]
    moves = MOVES[view.state]
    words = [moves[command] for command in _COMMANDS.get(action, ()) if command in moves]
    binding = active.binding
    if words and (action == "go" or (is_wide and action in ("pause", "back", "skip"))):
        binding = replace(binding, description=words[0])
    if not is_wide:
        binding = replace(binding, show=binding.show and action in _SHOWN_WHEN_NARROW)
    return active._replace(binding=binding)
