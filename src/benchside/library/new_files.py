"""New session files: composed from tables, checked before they are written, never over another.

A draft has the line that leads an editor to the schema, and the schema is laid beside it. What is
composed has the writer's one form; what is copied keeps its own, with every comment.
"""

from __future__ import annotations

import json
import os
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import tomli_w

from benchside.library.session_files import neighbours
from benchside.session import (
    SCHEMA_LINE,
    read,
    session_schema,
    set_value,
    without_mark,
    write_session,
)
from benchside.storage import glance, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from benchside.session import Problem

Include: TypeAlias = "Callable[[str], str | None]"
"""Gives the text of the library's session of a name."""

SCHEMA_FILE: Final = "session.schema.json"
"""The name that the first line of a session file has for it."""

MAX_SLUG: Final = 60
MAX_SLUG_BYTES: Final = 180
UNNAMED: Final = "session"


@dataclass(frozen=True, slots=True)
class NewSession:
    """A session that is not yet a file."""

    text: str
    problems: tuple[Problem, ...]
    """Why it cannot be one; empty where all is well."""


def compose_session(tables: Mapping[str, Any], *, file: str, include: Include) -> NewSession:
    """Make the text of a session file from its tables, and check it as any other file."""
    text = tomli_w.dumps(tables)
    reading = read(text, file=file, include=include)
    return NewSession(write_session(reading.session) if reading.session else text, reading.problems)


def copy_session(text: str, title: str, *, file: str, include: Include) -> NewSession:
    """Make the text of a session file from that of another one, under another title.

    Nothing else is changed: what a comment says is worth as much in the copy.
    """
    copied = retitled(with_schema_line(text), title)
    return NewSession(copied, read(copied, file=file, include=include).problems)


def retitled(text: str, title: str) -> str:
    """Return the text of a session file with another title; nothing else is changed."""
    written = tomli_w.dumps({"name": title}).removeprefix("name = ").rstrip()
    return set_value(text, "name", written)


def with_schema_line(text: str) -> str:
    """Begin a text with the line that leads an editor to the schema beside it."""
    first, _, rest = without_mark(text).partition("\n")
    return SCHEMA_LINE + (rest if first.startswith("#:schema") else without_mark(text))


def slug(title: str) -> str:
    """Return the file's name for a session of this title, without its ending: `my-legs`.

    Accents of Latin letters are left out; other scripts stay as they are.
    """
    letters: list[str] = []
    for mark in unicodedata.normalize("NFKD", title).casefold():
        if not unicodedata.category(mark).startswith("M"):
            letters.append(mark if mark.isalnum() else " ")
        elif letters and not letters[-1].isascii():
            letters.append(mark)
    words = unicodedata.normalize("NFC", "".join(letters)).split()
    return _short("-".join(words)).strip("-") or UNNAMED


def _short(name: str) -> str:
    """Cut a name to what every file system takes: 255 bytes, some of them for what is added."""
    return name[:MAX_SLUG].encode()[:MAX_SLUG_BYTES].decode(errors="ignore")


def free_name(folder: Path, name: str) -> str:
    """Return a name that no session of the folder has: `legs`, else `legs-2`."""
    taken = neighbours(folder)
    number, free = 1, name
    while free in taken or os.path.lexists(folder / f"{free}.toml"):
        number += 1
        free = f"{name}-{number}"
    return free


def name_for(folder: Path, title: str) -> str:
    """Return a name for a new session; raises FileExistsError where its title is taken.

    Other titles may come to the same name: `Legs!` after `Legs` is `legs-2`.
    """
    name = slug(title)
    path = neighbours(folder).get(name)
    if path is not None and glance(path).get("name") in (title, None):
        raise FileExistsError(None, "there is a session of this name already", str(path))
    return free_name(folder, name)


def save_new(folder: Path, name: str, text: str) -> Path:
    """Write a new session file, and the schema beside it; never through a link.

    Raises FileExistsError where there is one of this name, OSError where it cannot be written.
    """
    path = folder / f"{name}.toml"
    if os.path.lexists(path):
        raise FileExistsError(None, "there is a session of this name already", str(path))
    write_atomically(path, text)
    _lay_schema(folder)
    return path


def save_new_session(draft: Path, folder: Path, name: str) -> Path:
    """Make a session file of a draft as it stands, and lay the schema beside it.

    Where there is one of this name already, the draft gets a free one. Raises OSError where it
    cannot be moved.
    """
    path = folder / f"{free_name(folder, name)}.toml"
    draft.replace(path)
    _lay_schema(folder)
    return path


def _lay_schema(folder: Path) -> None:
    schema = json.dumps(session_schema(), ensure_ascii=False, indent=2) + "\n"
    with suppress(OSError):  # only editors need it, and the session is written
        write_atomically(folder / SCHEMA_FILE, schema)
