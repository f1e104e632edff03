"""The keys of dialogs: the answers of questions, and what else is no key of a field or a list.

Enter, escape, tab and the arrows belong to the fields of the dialogs that have some.
"""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from benchside.tui.keys import HELP
from benchside.tui.layouts import reachable

KEEP: Final = "question.keep"
FINISH: Final = "question.finish"
DISCARD: Final = "question.discard"
ALL_SETS: Final = "question.all_sets"
ONE_SET: Final = "question.one_set"
RAISE: Final = "question.raise"
CHOOSE: Final = "question.choose"
BACK: Final = "question.back"


def _answer(key: str, name: str, word: str, what: str) -> Binding:
    return Binding(key, f"answer('{name}')", word, id=name, tooltip=what, show=False)


_QUESTION: Final[list[Binding]] = [
    Binding(
        "space",
        "choose",
        "choose",
        id=CHOOSE,
        tooltip="Give the chosen answer; enter and a click do, too",
        show=False,
    ),
    Binding(
        "escape",
        "escape",
        "back",
        key_display="esc",
        id=BACK,
        tooltip="Give the first answer, which loses nothing, where the question can be left",
        show=False,
    ),
    _answer("k", KEEP, "keep", "Answer that nothing changes"),
    _answer("f", FINISH, "finish", "Answer that the session ends, and is logged"),
    _answer("x", DISCARD, "discard", "Answer that the session is not logged"),
    _answer("a", ALL_SETS, "all sets", "Answer that a load is for all sets that are left"),
    _answer("t", ONE_SET, "this set", "Answer that a load is for this set alone"),
    _answer("r", RAISE, "raise", "Answer that the training maxes go up"),
    HELP,
]

QUESTION: Final[list[BindingType]] = [reachable(one, is_first=False) for one in _QUESTION]
"""A letter means the same in every question."""

KEYS_HELP: Final[list[BindingType]] = [
    reachable(
        Binding(
            "escape,q,space,enter",
            "dismiss(None)",
            "close",
            key_display="esc",
            id="keys.close",
            tooltip="Close the list of keys",
            show=False,
        ),
        is_first=False,
    ),
    Binding("question_mark", "dismiss(None)", "close", key_display="?", show=False, id="help"),
]
"""Of the list of keys itself."""

WELCOME: Final[list[BindingType]] = [
    reachable(
        Binding("t", "hear", "hear", id="welcome.hear", tooltip="Play one rep", show=False),
        is_first=False,
    ),
    Binding(
        "escape",
        "dismiss(False)",
        "look around",
        key_display="esc",
        id="welcome.leave",
        tooltip="Go on to the library",
        show=False,
    ),
]

ACTION_ROW: Final[list[BindingType]] = [
    Binding("enter,space,pagedown", "press", "go", key_display="↵", id="row.press", show=False),
    Binding("up", "leave(-1)", "up", id="row.up", show=False),
    Binding("down", "leave(1)", "down", id="row.down", show=False),
]
"""Of a row that does something, wherever it stands."""

OTHER_SETS: Final[list[Binding]] = [
    Binding(
        "pageup",
        "other_set(-1)",
        "set before",
        key_display="pgup",
        id="correct.set_before",
        tooltip="Keep what was written, and go on to the set before",
        show=False,
        priority=True,
    ),
    Binding(
        "pagedown",
        "other_set(1)",
        "next set",
        key_display="pgdn",
        id="correct.next_set",
        tooltip="Keep what was written, and go on to the next set",
        show=False,
        priority=True,
    ),
]
"""Of the dialog that corrects a set, beside those of its fields."""
