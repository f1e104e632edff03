"""The value types of the model: each reads its written form, writes it back, and describes itself.

A field holds the value; the file and the schema have its written form. Strict: a value of another
TOML type is a mistake, never converted. Those of a set stand in `set_fields`.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar

from pydantic import PlainSerializer, PlainValidator, Strict, WithJsonSchema

from benchside.session.values.errors import (
    InvalidValueError,
    checked_hint,
    choices,
    closest,
    is_control,
    quote_value,
)
from benchside.session.values.load import Unit
from benchside.session.values.rep_hints import rep_hint
from benchside.session.values.tempo import StartsWith
from benchside.session.values.units import (
    DURATION,
    MAX_DURATION_MS,
    MS_PER_SECOND,
    format_duration,
    parse_duration_ms,
)
from benchside.session.values.vocabulary import BlockKind, Goal, SetType

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

MAX_COUNT = 10_000
"""Of sets or rounds: no timeline has more steps."""

Listed = Strict(False)
"""TOML has lists, the frozen models hold tuples; what is in them stays strict."""

MAX_NAME = 100
"""Characters of an included session's name."""

SCHEME = r"[A-Za-z][A-Za-z0-9_-]{0,39}"
"""The name of a scheme, as a pattern: a key that TOML needs no quotes for."""


def value_of(parse: Callable[[object], T], *kinds: type) -> PlainValidator:
    """Read a written form; keep what is a value already, for sessions that are built in code."""

    def read(written: object) -> object:
        return written if isinstance(written, kinds) else parse(written)

    return PlainValidator(read)


def schema_of(*alternatives: dict[str, Any]) -> WithJsonSchema:
    """Describe the written forms of a value."""
    return WithJsonSchema(alternatives[0] if len(alternatives) == 1 else {"anyOf": [*alternatives]})


def pattern_of(pattern: str) -> dict[str, Any]:
    """Describe a text that has a form."""
    return {"type": "string", "minLength": 1, "pattern": f"^(?:{pattern})$"}


def _text(value: object) -> str:
    return _checked_text(value, allowed="")


def _lines(value: object) -> str:
    return _checked_text(value, allowed="\n\t")


def _checked_text(value: object, *, allowed: str) -> str:
    """Refuse what is no text, is empty, or would command a terminal."""
    if not isinstance(value, str):
        raise InvalidValueError(f"{quote_value(value)} is not text", "write text in quotes")
    if any(is_control(character) and character not in allowed for character in value):
        raise InvalidValueError(
            f"{quote_value(value)} holds a control character", "write plain text"
        )
    if not value.strip():
        raise InvalidValueError("is empty", "write something, or leave the key out")
    return value.strip()


def _session_name(value: object) -> str:
    name = _text(value).removesuffix(".toml")
    parts = name.split("/")
    is_name = all(part and not part.startswith(".") for part in parts) and len(name) <= MAX_NAME
    if not is_name or any(mark in name for mark in "\\:"):
        raise InvalidValueError(
            f"{quote_value(value)} is not the name of a session",
            'write a name of the library: "glute-activation", or "legs/heavy" in a sub-folder',
        )
    return name


def _scheme_name(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(SCHEME, value):
        return value
    raise InvalidValueError(f"{quote_value(value)} is not the name of a scheme", _sets_hint(value))


def _scheme_key(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(SCHEME, value):
        return value
    raise InvalidValueError(
        f"{quote_value(value)} is not the name of a scheme",
        'begin with a letter, then letters, digits, "-" and "_"',
    )


def _sets_hint(value: object) -> str:
    """Return what to write where sets are asked for: a number, a list, the name of a scheme."""
    text = value.strip().lower() if isinstance(value, str) else ""
    if re.fullmatch(r"[0-9]{1,4}", text):
        return f"write sets = {int(text)}"
    if re.fullmatch(r"[0-9]{1,3} ?[-–] ?[0-9]{1,3}", text):
        return f"write the most that you do: sets = {int(re.split('[-–]', text)[1])}"
    if (keys := rep_hint(text)).startswith("write sets = "):
        return keys
    if re.search(r"[0-9] ?[a-z%]* ?[x×] ?[0-9]", text):
        return f"write a list: sets = [{quote_value(value)}]"
    return 'write 3, a list of sets, or the name of a scheme such as "main"'


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidValueError(
            f"{quote_value(value)} is not a whole number", "write a number such as 3"
        )
    if not 1 <= value <= MAX_COUNT:
        raise InvalidValueError(
            f"{quote_value(value)} is not between 1 and {MAX_COUNT:,}", "write a number such as 3"
        )
    return value


def longer_than_nothing_ms(value: object) -> int:
    """Read a duration that is longer than nothing; raises `InvalidValueError`."""
    try:
        ms = parse_duration_ms(value)
    except InvalidValueError as mistake:
        hint = partial(_lasting, mistake)
        raise InvalidValueError(mistake.message, hint) from None
    if ms == 0:
        raise InvalidValueError(
            f"{quote_value(value)} lasts no time", 'write a duration such as "45s"'
        )
    return ms


def _lasting(mistake: InvalidValueError) -> str:
    """Return what to write instead, unless that lasts no time."""
    example = 'write a duration such as "45s"'
    return checked_hint(longer_than_nothing_ms, mistake.expected, otherwise=example)


def word_of(words: type[E]) -> Callable[[object], E]:
    """Make the parser of a closed vocabulary."""

    def read(value: object) -> E:
        known = [word.value for word in words]
        if isinstance(value, str) and value in known:
            return words(value)
        close = _meant(value, known) if isinstance(value, str) else None
        hint = f"write {choices(known)}"
        raise InvalidValueError(
            f"{quote_value(value)} is not known here",
            f'did you mean "{close}"?' if close else hint,
        )

    return read


def _meant(word: str, known: list[str]) -> str | None:
    """Return the word of a vocabulary that was probably meant."""
    synonym = _WORDS.get(word.strip().lower())
    return synonym if synonym in known else closest(word, known)


_WORDS = {
    "cardio": "conditioning",
    "endurance": "conditioning",
    "fat loss": "conditioning",
    "finisher": "accessory",
    "flexibility": "mobility",
    "metcon": "main",
    "muscle": "hypertrophy",
    "power": "strength",
    "size": "hypertrophy",
    "stretching": "mobility",
    "cool-down": "easy",
    "cooldown": "easy",
    "light": "easy",
    "main": "working",
    "normal": "working",
    "recovery": "easy",
    "top": "working",
    "walk": "easy",
}
"""What other programs and plain speech call the words of a vocabulary."""

SECONDS: dict[str, Any] = {
    "type": "number",
    "minimum": 0,
    "maximum": MAX_DURATION_MS // MS_PER_SECOND,
}
AS_DURATION = PlainSerializer(format_duration, return_type=str)
_AS_WORD = PlainSerializer(str, return_type=str)


_PART = r"[^./\\:][^/\\:]*"
"""A part of a name between slashes; what begins with a point is hidden, and no session."""


def _words_schema(words: type[StrEnum]) -> WithJsonSchema:
    return schema_of({"type": "string", "enum": [word.value for word in words]})


Text: TypeAlias = Annotated[
    str, PlainValidator(_text), schema_of({"type": "string", "minLength": 1, "pattern": "\\S"})
]
"""One line of text without control characters."""
Lines: TypeAlias = Annotated[
    str, PlainValidator(_lines), schema_of({"type": "string", "minLength": 1, "pattern": "\\S"})
]
"""Text that may have several lines."""
SessionName: TypeAlias = Annotated[
    str,
    PlainValidator(_session_name),
    schema_of(pattern_of(rf"(?=.{{1,105}}$){_PART}(?:/{_PART})*")),
]
"""A name of the library; never a path."""
SchemeName: TypeAlias = Annotated[str, PlainValidator(_scheme_name), schema_of(pattern_of(SCHEME))]
"""Names a list of sets that stands in `[scheme]`, or in the week of a program."""
SchemeKey: TypeAlias = Annotated[str, PlainValidator(_scheme_key), schema_of(pattern_of(SCHEME))]
"""The key of such a list."""
Count: TypeAlias = Annotated[
    int,
    PlainValidator(_count),
    schema_of({"type": "integer", "minimum": 1, "maximum": MAX_COUNT}),
]
DurationMs: TypeAlias = Annotated[
    int, PlainValidator(parse_duration_ms), AS_DURATION, schema_of(SECONDS, pattern_of(DURATION))
]
"""A duration as a file has it (text, or seconds), held in milliseconds."""
SpanMs: TypeAlias = Annotated[
    int,
    PlainValidator(longer_than_nothing_ms),
    AS_DURATION,
    schema_of({**SECONDS, "exclusiveMinimum": 0}, pattern_of(DURATION)),
]
"""A duration longer than nothing."""
GoalField: TypeAlias = Annotated[Goal, PlainValidator(word_of(Goal)), _AS_WORD, _words_schema(Goal)]
KindField: TypeAlias = Annotated[
    BlockKind, PlainValidator(word_of(BlockKind)), _AS_WORD, _words_schema(BlockKind)
]
TypeField: TypeAlias = Annotated[
    SetType, PlainValidator(word_of(SetType)), _AS_WORD, _words_schema(SetType)
]
StartsWithField: TypeAlias = Annotated[
    StartsWith, PlainValidator(word_of(StartsWith)), _AS_WORD, _words_schema(StartsWith)
]
UnitField: TypeAlias = Annotated[Unit, PlainValidator(word_of(Unit)), _AS_WORD, _words_schema(Unit)]
