"""`hooks.toml`: which commands are run at which occasions.

    [[hook]]
    on      = ["set-started", "rest-started"]
    run     = ["notify-send", "Benchside"]
    timeout = "5s"

A command is a list of words, never a line for a shell. A file that is wrong stops nothing: it
gives its problems, and none of its commands is run.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator

from benchside.player.hooks.occasions import Occasion
from benchside.session import (
    InvalidValueError,
    Listed,
    Problem,
    Text,
    located,
    parse_duration_ms,
    parsed_toml,
    quote_value,
    validated,
    without_mark,
    word_of,
)
from benchside.storage import is_there, read_text

MAX_TIMEOUT_MS: Final = 60_000
MAX_HOOKS: Final = 100
MAX_WORDS: Final = 100
"""Of one command."""


def _listed(value: object) -> object:
    """Take one word for a list of one."""
    return [value] if isinstance(value, str) else value


def _command(value: object) -> object:
    """Refuse what would be a line for a shell, or a path that depends on where one stands."""
    if isinstance(value, str):
        raise InvalidValueError(
            f"{quote_value(value)} is not a list of words", 'write ["notify-send", "Rest"]'
        )
    if isinstance(value, list) and not 1 <= len(value) <= MAX_WORDS:
        raise InvalidValueError(
            f"has {len(value)} words", f"write 1 to {MAX_WORDS}, the program first"
        )
    first = value[0] if isinstance(value, list) else None
    if isinstance(first, str) and not _is_program(first):
        raise InvalidValueError(
            f"{quote_value(first)} depends on the folder that one stands in",
            'write the name of a program, a whole path, or one that begins with "~/"',
        )
    return value


def _is_program(word: str) -> bool:
    has_folder = "/" in word or "\\" in word
    return not has_folder or word.startswith("~/") or Path(word).is_absolute()


def _timeout_ms(value: object) -> int:
    ms = parse_duration_ms(value)
    if not 0 < ms <= MAX_TIMEOUT_MS:
        raise InvalidValueError(
            f"{quote_value(value)} is not within a minute", 'write a duration such as "10s"'
        )
    return ms


def _few(hooks: object) -> object:
    if isinstance(hooks, list) and len(hooks) > MAX_HOOKS:
        raise InvalidValueError(f"stands there {len(hooks)} times", f"write {MAX_HOOKS} or fewer")
    return hooks


OccasionField: TypeAlias = Annotated[Occasion, PlainValidator(word_of(Occasion))]


class Hook(BaseModel):
    """A command with its occasions."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    on: Annotated[tuple[OccasionField, ...], Listed, BeforeValidator(_listed)]
    """One occasion or several."""
    run: Annotated[tuple[Text, ...], Listed, BeforeValidator(_command)]
    """The program and its arguments, each as it is; the program is looked up as a shell would."""
    timeout_ms: Annotated[int, PlainValidator(_timeout_ms)] = Field(default=10_000, alias="timeout")
    """After so long the command is ended, written like "10s"; a minute at the most."""


class HookFile(BaseModel):
    """All that the file may hold."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    hook: Annotated[tuple[Hook, ...], Listed, BeforeValidator(_few)] = ()


def read_hooks(text: str, *, file: str) -> tuple[tuple[Hook, ...], tuple[Problem, ...]]:
    """Read hooks from TOML: the hooks, or none and every problem of the text."""
    text = without_mark(text)
    data = parsed_toml(text, file=file)
    if isinstance(data, Problem):
        return (), (data,)
    found = validated(HookFile, data)
    if isinstance(found, list):
        return (), located(found, text=text, file=file)
    return found.hook, ()


def load_hooks(path: Path) -> tuple[tuple[Hook, ...], tuple[Problem, ...]]:
    """Load the hooks of a file, or its problems; neither where there is no file."""
    if not is_there(path):
        return (), ()
    text = read_text(path)
    if isinstance(text, Problem):
        return (), (text,)
    return read_hooks(text, file=str(path))
