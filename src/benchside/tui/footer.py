"""Which keys of a session work now, and how the footer words them.

What a key does is a command; the runner's table of moves says whether it is legal, and its words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from benchside.runner import (
    MOVES,
    Abandon,
    AddSet,
    AddTime,
    Amend,
    Back,
    ChangeLoad,
    Close,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Note,
    NoteSession,
    Pause,
    Redo,
    Skip,
    State,
    Swap,
    Undo,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import ActiveBinding

    from benchside.runner import Command
    from benchside.view import View

_COMMANDS: Final[Mapping[str, tuple[type[Command], ...]]] = {
    "go": (Go,),
    "pause": (Pause,),
    "back": (Back,),
    "skip": (Skip,),
    "add_time": (AddTime,),
    "correct": (Amend,),
    "rate": (Amend,),
    "keep": (Go,),
    "note": (Note,),
    "undo": (Undo,),
    "add_set": (AddSet,),
    "change_load": (ChangeLoad,),
    "take_loads": (ChangeLoad,),
    "note_session": (NoteSession,),
    "defer": (Defer,),
    "swap": (Swap,),
    "redo": (Redo,),
    "drop_set": (DropSet,),
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
    """Return whether an action of the session screen does anything now."""
    commands = _COMMANDS.get(action)
    if commands is None:
        return True
    if Amend in commands and not is_correctable(view):
        return False
    return any(command in view.allowed for command in commands)


def is_correctable(view: View) -> bool:
    """Return whether the keys that correct mean a set that is seen: not while another is worked."""
    return Amend in view.allowed and view.state is not State.WORKING and view.last is not None


def worded(active: ActiveBinding, view: View, *, width: int) -> ActiveBinding:
    """Return a key of the footer in the words of the table of moves, as far as there is room."""
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
    if action in ("mute", "note"):
        binding = replace(binding, show=width >= HUGE)
    return active._replace(binding=binding)


def worded_in_review(
    active: ActiveBinding, *, is_assumed: bool, is_rehearsal: bool
) -> ActiveBinding:
    """Return a key of the summary's footer: escape only where it does something else than enter."""
    binding = active.binding
    if binding.action == "close":
        binding = replace(binding, show=is_assumed and not is_rehearsal)
    if binding.action == "go" and is_rehearsal:
        binding = replace(binding, description="leave")
    return active._replace(binding=binding)
