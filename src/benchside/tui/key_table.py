"""Every binding that has a name, by its name and by the screen that it works on.

The names are the ids of the bindings; a file of settings may give each of them other keys.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from textual.binding import Binding, BindingType

from benchside.tui import dialog_keys, history_keys, keys, session_keys, set_keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCREENS: Final[Mapping[str, Sequence[BindingType]]] = {
    "in the library": (*keys.LIBRARY, *keys.APP),
    "in the settings": (*keys.CHOICE_ROW, *keys.SETTINGS, *keys.APP),
    "in a session": (*session_keys.SESSION, *keys.APP),
    "in the review": (*session_keys.SUMMARY, *keys.APP),
    "among today's sets": (*set_keys.OVERVIEW, *keys.APP),
    "in the history": (*history_keys.HISTORY, *keys.APP),
    "at an exercise of the history": (*history_keys.EXERCISE, *keys.APP),
    "at a session of the history": (*history_keys.SESSION, *keys.APP),
    "in a question": (*dialog_keys.QUESTION, *keys.APP),
    "in the list of keys": (*dialog_keys.KEYS_HELP, *keys.APP),
    "at a setting of the welcome": (*keys.CHOICE_ROW, *dialog_keys.WELCOME, *keys.APP),
    "at a way out of the welcome": (*dialog_keys.ACTION_ROW, *dialog_keys.WELCOME, *keys.APP),
    "where a set is corrected": (*dialog_keys.OTHER_SETS, *keys.APP),
}
"""The bindings that work at the same time, by where that is."""

WITH_LIST: Final = frozenset(
    {
        "in the library",
        "among today's sets",
        "in the history",
        "at an exercise of the history",
        "at a session of the history",
        "in a question",
    }
)
"""Where a list takes keys of its own, before anything else does."""

WITH_FIELD: Final = frozenset({"where a set is corrected"})
"""Where fields take keys of their own: what types, what edits, and what leads on."""

NUMBERED: Final = frozenset({"in a question"})
"""Where digits choose from a list: who lifts."""

LIST_KEYS: Final = frozenset({"up", "down", "home", "end", "pageup", "pagedown", "enter"})

_LEAD_ON: Final = frozenset({"enter", "escape", "tab", "shift+tab", "up", "down"})


@cache
def named_bindings() -> Mapping[str, Binding]:
    """Return each binding that has a name, by its name."""
    named: dict[str, Binding] = {}
    for bindings in SCREENS.values():
        for binding in bindings:
            if isinstance(binding, Binding) and binding.id is not None:
                named.setdefault(binding.id, binding)
    return named


@cache
def taken_keys(screen: str) -> Mapping[str, str]:
    """Return the keys that no action of a screen may have, each with what has it: `the list`."""
    from benchside.tui.widgets.line_input import EDITS  # not for the first frame

    taken = dict.fromkeys(LIST_KEYS, "the list") if screen in WITH_LIST else {}
    if screen in NUMBERED:
        taken |= dict.fromkeys("123456789", "a list with numbers")
    if screen in WITH_FIELD:
        taken |= dict.fromkeys((*EDITS, *_LEAD_ON), "the field")
    return taken


@cache
def keys_of(binding: Binding) -> tuple[str, ...]:
    """Return the keys of a binding as Textual names them: `question_mark` for `?`."""
    return tuple(one.key for one in Binding.make_bindings([binding]))
