"""Tables against models: every wrong value and unknown key, in the words of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from benchside.session.file.findings import At, KeyProblem, Path
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
    "blocks": "block",
    "description": "about",
    "duration": "time",
    "exercises": "exercise",
    "hold": "time",
    "notes": "cues",
    "pause": "rest",
    "repetitions": "reps",
    "side": "sides",
    "title": "name",
    "warmup": "ramp",
    "weight": "load",
}
"""What other programs and plain speech call the keys."""


def validated(model: type[M], data: Mapping[str, object]) -> M | list[KeyProblem]:
    """Make a model of a table, or tell everything that is wrong with its values and keys."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return [_finding(model, data, details) for details in error.errors(include_url=False)]


def keys_of(model: type[BaseModel]) -> dict[str, Any]:
    """A model's keys as they are written in a file, each with its field."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def path_text(path: Path) -> str:
    """The key that a message names: the last one that is a word."""
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "the file")


def _finding(model: type[BaseModel], data: object, details: ErrorDetails) -> KeyProblem:
    path = _real_path(details["loc"], data, is_absent=details["type"] == "missing")
    key = path_text(path)
    value = details["input"]
    match details["type"], details.get("ctx", {}).get("error"):
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
            example = '["left", "right"]' if key == "sides" else '["…", "…"]'
            return KeyProblem(
                path=path,
                message=f"{key} {quote_value(value)} is not a list",
                hint=_as_table(path) if key in ("block", "exercise") else f"write {example}",
            )
        case _:
            return KeyProblem(
                path=path, message=f"{key} {quote_value(value)}: {printable(details['msg'])}"
            )


def _real_path(loc: Path, data: object, *, is_absent: bool) -> Path:
    """The path through the file: without what pydantic adds to tell the forms of a value apart."""
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


def _model_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """The model of the table in which the path's last key stands."""
    for part in path[:-1]:
        if isinstance(part, str):
            model = _table_in(keys_of(model)[part].annotation) or model
    return model


def _table_in(annotation: object) -> type[BaseModel] | None:
    """The model within a field's type, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _table_in(part):
            return found
    return None


def _unknown_key(path: Path, known: Mapping[str, object]) -> KeyProblem:
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


def _as_table(path: Path) -> str:
    words = [part for part in path if isinstance(part, str)]
    if words[-1:] == ["sets"]:
        return "write { reps = 5 }"
    if words[-1:] in (["block"], ["exercise"]):
        return f"write [[{'.'.join(words)}]]"
    return f"write [{'.'.join(words)}]"
