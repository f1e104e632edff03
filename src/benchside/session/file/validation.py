"""Tables against models: every wrong value and unknown key, in the words of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from benchside.session.file.findings import At, KeyPath, KeyProblem
from benchside.session.values.errors import (
    InvalidValueError,
    choices,
    closest,
    printable,
    quote_value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)

SYNONYMS = {
    "amrap": "time_cap",
    "blocks": "block",
    "cal": "calories",
    "cals": "calories",
    "cap": "time_cap",
    "circuit": "rounds",
    "cluster_rest": "part_rest",
    "comment": "cues",
    "description": "about",
    "duration": "time",
    "each_side": "sides",
    "effort": "rpe",
    "emom": "every",
    "exercises": "exercise",
    "hold": "time",
    "hold_time": "time",
    "intensity": "rpe",
    "interval": "time",
    "intra_rest": "part_rest",
    "kg": "load",
    "meters": "distance",
    "metres": "distance",
    "note": "cues",
    "notes": "cues",
    "pause": "rest",
    "per_side": "sides",
    "progression": "progress",
    "repetitions": "reps",
    "rest_between": "part_rest",
    "schemes": "scheme",
    "seconds": "time",
    "sessions": "days",
    "side": "sides",
    "superset": "rounds",
    "title": "name",
    "unilateral": "sides",
    "warm_up": "ramp",
    "warmup": "ramp",
    "weeks": "week",
    "weight": "load",
    "work": "time",
}
"""What other programs and plain speech call the keys."""

_KEY = "[key]"
"""What pydantic puts behind the key of a table whose keys are names."""

_TABLES = ("block", "exercise", "hook", "week")
"""Keys of lists of tables that have headers of their own."""

_LISTS = {
    "cues": '["Ribs down", "Chin tucked"]',
    "days": '["session-a", "session-b"]',
    "plates": '["20 kg", "10 kg"]',
    "run": '["notify-send", "Benchside"]',
    "ramp": '["50% x 8", "70% x 5"]',
    "sides": '["left", "right"]',
    "words": '["down", "low", "up", "tall"]',
}
"""An example of each list."""

_SETS = '["65% x 5", "75% x 5"]'
"""An example of a list of sets; a scheme has any name."""


def validated(model: type[M], data: Mapping[str, object]) -> M | list[KeyProblem]:
    """Make a model of a table, or tell everything that is wrong with its values and keys."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return [_finding(model, data, details) for details in error.errors(include_url=False)]


def keys_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return a model's keys as they are written in a file, each with its field."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def path_text(path: KeyPath) -> str:
    """Return the key that a message names: the last one that is a word."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "the file")


def _finding(model: type[BaseModel], data: object, details: ErrorDetails) -> KeyProblem:
    path = _real_path(details["loc"], data, is_absent=details["type"] == "missing")
    key = path_text(path)
    value = details["input"]
    match details["type"], details.get("ctx", {}).get("error"):
        case _, InvalidValueError() as mistake if details["loc"][-1:] == (_KEY,):
            message = f"{path_text(path[:-1])} {mistake.message}"
            return KeyProblem(path=path, at=At.KEY, message=message, hint=mistake.expected)
        case _, InvalidValueError() as mistake:
            return KeyProblem(
                path=path, message=f"{printable(key)} {mistake.message}", hint=mistake.expected
            )
        case "missing", _:
            return KeyProblem(
                path=path, at=At.MISSING, message=f'missing key "{key}"', hint=_example_of(key)
            )
        case "extra_forbidden", _:
            return _unknown_key(path, keys_of(_model_at(model, path)))
        case (("model_type" | "model_attributes_type" | "dict_type"), _):
            return KeyProblem(
                path=path,
                message=f"{key} {quote_value(value)} is not a table",
                hint=_as_table(path),
            )
        case "tuple_type", _:
            return KeyProblem(
                path=path,
                message=f"{printable(key)} {quote_value(value)} is not a list",
                hint=_as_list(path),
            )
        case _:
            return KeyProblem(
                path=path, message=f"{key} {quote_value(value)}: {printable(details['msg'])}"
            )


def _real_path(loc: KeyPath, data: object, *, is_absent: bool) -> KeyPath:
    """Return the path through the file, without what pydantic adds for the forms of a value."""
    path: list[str | int] = []
    for position, part in enumerate(loc):
        is_last = position == len(loc) - 1
        if isinstance(data, dict) and (part in data or (is_absent and is_last)):
            path.append(part)
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            path.append(part)
            data = data[part]
    return tuple(path)


def _model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel]:
    """Return the model of the table in which the path's last key stands."""
    for part in path[:-1]:
        if isinstance(part, str):
            field = keys_of(model).get(part)
            held = getattr(model, "named", None) if field is None else _table_in(field.annotation)
            model = held or model
    return model


def _table_in(annotation: object) -> type[BaseModel] | None:
    """Return the model within a field's type, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _table_in(part):
            return found
    return None


def _unknown_key(path: KeyPath, known: Mapping[str, object]) -> KeyProblem:
    key = str(path[-1])
    synonym = SYNONYMS.get(key.lower())
    meant = synonym if synonym in known else closest(key, known)
    message = f"unknown key {quote_value(key)}"
    if meant:
        message = f'{message}; did you mean "{meant}"?'
        return KeyProblem(path=path, at=At.KEY, message=message, meant=meant)
    return KeyProblem(path=path, at=At.KEY, message=message, hint=f"known here: {choices(known)}")


def _example_of(key: str) -> str:
    return "write [[block]]" if key == "block" else f'write {key} = "…"'


def _as_table(path: KeyPath) -> str:
    words = [part for part in path if isinstance(part, str)]
    if words[-1] in _TABLES:
        return f"write [[{'.'.join(words)}]]"
    if isinstance(path[-1], int):
        return 'write { reps = 5 }, or a line such as "65% x 5"'
    return f"write [{'.'.join(words)}]"


def _as_list(path: KeyPath) -> str:
    key = path_text(path)
    return _as_table(path) if key in _TABLES else f"write {_LISTS.get(key, _SETS)}"
