"""Every binding that has a name, by its name and by the screen that it works on.

The names are the ids of the bindings; a file of settings may give each of them other keys.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from textual.binding import Binding, BindingType

from benchside.tui import history_keys, keys, session_keys, set_keys

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
}
"""The bindings that work at the same time, by where that is."""

WITH_LIST: Final = frozenset(
    {
        "in the library",
        "among today's sets",
        "in the history",
        "at an exercise of the history",
        "at a session of the history",
    }
)
"""Where a list takes keys of its own, before anything else does."""

LIST_KEYS: Final = frozenset({"up", "down", "home", "end", "pageup", "pagedown", "enter"})


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
def keys_of(binding: Binding) -> tuple[str, ...]:
    """Return the keys of a binding as Textual names them: `question_mark` for `?`."""
    return tuple(one.key for one in Binding.make_bindings([binding]))
