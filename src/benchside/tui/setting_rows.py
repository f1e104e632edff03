"""The settings as rows: read from the model itself, so that a new one is there without a line here.

Its type tells what can be chosen, the text below it what it means; `tui/text/settings.py` may have
a better name for it and a place among the others.
"""

from __future__ import annotations

import ast
import inspect
from dataclasses import dataclass
from enum import Enum
from functools import cache
from textwrap import dedent
from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

from benchside.session import format_duration
from benchside.settings import Settings
from benchside.tui.text.settings import OFF, ON, OTHERS, PANELS, keys_words, label_of, value_words
from benchside.tui.widgets.choice_row import ChoiceValue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DURATIONS_MS: Final = (0, 3_000, 5_000, 10_000, 15_000, 20_000, 30_000, 60_000)
"""Lengths to choose from; another one can be written in the file."""

LEVELS: Final[Mapping[str, range]] = {"volume": range(0, 101, 5)}
"""Settings that are drawn as a bar, with their steps."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting, and what it can be."""

    name: str
    """Of its field."""
    label: str
    about: str
    """What it means."""
    values: tuple[ChoiceValue, ...]
    """Empty where it can only be written in the file."""
    is_level: bool


def setting_rows(
    settings: Settings, offered: Mapping[str, Sequence[ChoiceValue]]
) -> dict[str, list[SettingRow]]:
    """Return the settings of each panel; `offered` are values that only this machine knows."""
    placed = {name for names in PANELS.values() for name in names}
    others = [name for name in Settings.model_fields if name not in placed]
    return {
        panel: [
            _row(name, getattr(settings, name), offered.get(name, ()))
            for name in (*names, *(others if panel == OTHERS else ()))
            if name in Settings.model_fields
        ]
        for panel, names in PANELS.items()
    }


def default_of(name: str) -> object:
    """Return what a setting is where nobody says anything."""
    return Settings.model_fields[name].default


@cache
def meanings() -> Mapping[str, str]:
    """Return what each setting means: the text that stands below it in the model."""
    try:
        tree = ast.parse(dedent(inspect.getsource(Settings)))
    except OSError:  # a program that was packed without its source
        return {}
    (model,) = tree.body
    assert isinstance(model, ast.ClassDef)
    found = {}
    for field, text in zip(model.body, model.body[1:], strict=False):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(ast.Constant(str(said))):
                found[name] = " ".join(said.split())
    return found


def _row(name: str, value: object, offered: Sequence[ChoiceValue]) -> SettingRow:
    values = tuple(offered) or tuple(ChoiceValue(one, _worded(name, one)) for one in _values(name))
    if name not in LEVELS and value not in [one.value for one in values]:
        values = (*values, ChoiceValue(value, _worded(name, value)))
        if name.endswith("_ms"):
            values = tuple(sorted(values, key=lambda one: int(str(one.value))))
    return SettingRow(name, label_of(name), meanings().get(name, ""), values, name in LEVELS)


def _values(name: str) -> Sequence[object]:
    """Return what a setting can be, as far as its type tells."""
    kind: Any = Settings.model_fields[name].annotation
    if name in LEVELS:
        return LEVELS[name]
    if kind is bool:
        return (True, False)
    if get_origin(kind) is Literal:
        return get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(kind)
    return DURATIONS_MS if kind is int and name.endswith("_ms") else ()


def _worded(name: str, value: object) -> str:
    if isinstance(value, dict):
        return keys_words(value)
    if isinstance(value, bool):
        return ON if value else OFF
    if name.endswith("_ms") and isinstance(value, int):
        return format_duration(value)
    return value_words(name, str(value))
