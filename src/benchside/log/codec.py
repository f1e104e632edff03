"""Commands, results and plans as JSON, for the lines of the journal.

One codec for all: the frozen dataclasses themselves, through pydantic. Every value comes back as it
was. Reading raises `UnreadableLine` for what no journal holds.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from benchside.log.problems import UnreadableLine
from benchside.runner import Command, SetResult
from benchside.session import (
    Athlete,
    BlockKind,
    CatalogueEntry,
    Distance,
    Goal,
    Load,
    Mass,
    Plan,
    Progress,
    RelativeLoad,
    RepTarget,
    RestWindow,
    SetType,
    StartsWith,
    Tempo,
    TimeTarget,
)
from benchside.timeline import SetId

if TYPE_CHECKING:
    from collections.abc import Mapping

Json: TypeAlias = dict[str, object]

T = TypeVar("T")

MAX_MS: Final = 10**11
"""Three years in milliseconds: longer than any session, and than any time that one was away."""

MAX_DECIMAL: Final = 10**6
"""Of a load in one piece, a percent or an RPE: ten times what a session file can say."""

MAX_DIGITS: Final = 9
"""After the point of the same."""

_NAMES: Final = {
    one.__name__: one
    for one in (
        Athlete,
        BlockKind,
        CatalogueEntry,
        Decimal,
        Distance,
        Goal,
        Mass,
        Progress,
        RelativeLoad,
        RepTarget,
        RestWindow,
        SetId,
        SetType,
        StartsWith,
        Tempo,
        TimeTarget,
    )
} | {"Load": Load}
"""What the annotations of the dataclasses stand for; they import it for type checkers only."""


def _file_name(command: type[Command]) -> str:
    """Return the name of a command in the journal: `finish-early`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", command.__name__).lower()


_COMMANDS: Final[Mapping[str, type[Command]]] = {
    _file_name(command): command for command in get_args(Command)
}


_KINDS: Final[Mapping[str, type[object]]] = {
    kind.__name__: kind for kind in (Plan, SetId, SetResult, *_COMMANDS.values())
}


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    """Return the adapter of a dataclass, by its name; made when it is first needed."""
    adapter = TypeAdapter(_KINDS[name])
    adapter.rebuild(force=True, _types_namespace=_NAMES)
    return adapter


def _encode(value: object, *, is_short: bool = False) -> Json:
    adapter = _adapter(type(value).__name__)
    values: Json = adapter.dump_python(value, mode="json", exclude_defaults=is_short)
    return values


def encode_command(command: Command) -> Json:
    """Turn a command into JSON: its name and what it says."""
    return {"name": _file_name(type(command)), **_encode(command, is_short=True)}


def decode_command(value: object) -> Command:
    """Read a command."""
    data = as_table(value)
    name = data.get("name")
    if not isinstance(name, str) or name not in _COMMANDS:
        raise UnreadableLine(f"{name!r:.40} is no command")
    values = {key: one for key, one in data.items() if key != "name"}
    return _decode(_COMMANDS[name], values)


def encode_result(result: SetResult) -> Json:
    """Turn the result of a set into JSON; what has its default is left out."""
    return _encode(result, is_short=True)


def decode_result(value: object) -> SetResult:
    """Read the result of a set."""
    return _decode(SetResult, value)


def encode_set_id(set_id: SetId) -> Json:
    """Turn the name of a set into JSON."""
    return _encode(set_id, is_short=True)


def decode_set_id(value: object) -> SetId:
    """Read the name of a set."""
    return _decode(SetId, value)


def encode_plan(plan: Plan) -> Json:
    """Turn a plan into JSON; what has its default is left out."""
    return _encode(plan, is_short=True)


def decode_plan(value: object) -> Plan:
    """Read a plan."""
    return _decode(Plan, value)


def as_table(value: object) -> Json:
    """Return a JSON object as it is, or refuse what is none."""
    if not isinstance(value, dict):
        raise UnreadableLine("it is not a JSON object")
    return value


def whole(data: Json, key: str) -> int:
    """Return a whole number of an object within bounds, or refuse it."""
    value = data.get(key)
    if type(value) is not int:
        raise UnreadableLine(f'"{key}" is not a whole number')
    _check_bounds(value)
    return value


def text(data: Json, key: str) -> str:
    """Return a text of an object, or refuse what is none."""
    value = data.get(key)
    if not isinstance(value, str):
        raise UnreadableLine(f'"{key}" is not a text')
    return value


def _decode(kind: type[T], value: object) -> T:
    as_table(value)
    try:
        read: T = _adapter(kind.__name__).validate_json(json.dumps(value), strict=True)
    except ValidationError as wrong:
        raise UnreadableLine(_what_is_wrong(wrong)) from None
    if not _is_within(value, _encode(read)):
        raise UnreadableLine("it holds something that no journal holds")
    _check_bounds(read)
    return read


def _is_within(value: object, whole: object) -> bool:
    """Return whether everything that stands in a JSON value was understood: it is there again."""
    match value, whole:
        case dict(), dict():
            return all(key in whole and _is_within(one, whole[key]) for key, one in value.items())
        case list(), list():
            return len(value) == len(whole) and all(map(_is_within, value, whole))
        case _:
            return type(value) is type(whole)


def _what_is_wrong(wrong: ValidationError) -> str:
    first = wrong.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    message = first["msg"][:1].lower() + first["msg"][1:]
    return f'"{place}": {message}' if place else message


def _check_bounds(value: object) -> None:
    """Refuse numbers larger than anything that a journal holds: they cost time and memory."""
    match value:
        case bool():
            return
        case int():
            is_fine = -MAX_MS <= value <= MAX_MS
        case Decimal():
            exponent = value.as_tuple().exponent
            is_fine = isinstance(exponent, int) and exponent >= -MAX_DIGITS
            is_fine = is_fine and abs(value) <= MAX_DECIMAL
        case tuple() | frozenset():
            is_fine = True
            for one in value:
                _check_bounds(one)
        case _ if is_dataclass(value):
            is_fine = True
            for field in fields(value):
                _check_bounds(getattr(value, field.name))
        case BaseModel():
            is_fine = True
            for _, one in value:
                _check_bounds(one)
        case _:
            return
    if not is_fine:
        raise UnreadableLine("a number is larger than anything that a journal holds")
