"""Plans of other programs as files: read in whatever encoding they have, written under free names.

Nothing is written over, and what the reader of sessions would refuse is not written.
"""

from __future__ import annotations

import codecs
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import tomli_w

from benchside.library.new_files import Include, NewSession, compose_session, free_name, slug
from benchside.session import Problem, program_schema
from benchside.storage import read_bytes, write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.library.convert.conversion import Conversion

PROGRAM_SCHEMA_FILE: Final = "program.schema.json"
"""The name that the first line of a program file has for its schema."""

PROGRAM_SCHEMA_LINE: Final = f"#:schema ./{PROGRAM_SCHEMA_FILE}\n"

PROGRAMS_FOLDER: Final = "programs"
"""The folder of programs below one that is named."""


@dataclass(frozen=True, slots=True)
class PlanText:
    """A plan as it was read."""

    text: str
    encoding: str
    """Empty for UTF-8, which needs no word."""


@dataclass(frozen=True, slots=True)
class ImportedSession:
    """A session with the name that its file will have."""

    name: str
    draft: NewSession


@dataclass(frozen=True, slots=True)
class ImportedProgram:
    """A program with the name and the text that its file will have."""

    name: str
    text: str


def read_plan(path: Path) -> PlanText | Problem:
    """Read a plan: UTF-8, UTF-16 with a mark, or Latin-1, which every other file may be."""
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        return raw
    is_utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        if is_utf16:
            return PlanText(raw.decode("utf-16"), "UTF-16")
        return PlanText(raw.decode("utf-8-sig"), "")
    except UnicodeDecodeError:
        return PlanText(raw.decode("latin-1"), "Latin-1")


def imported_sessions(
    conversion: Conversion, folder: Path, include: Include
) -> list[ImportedSession]:
    """Compose the sessions of a plan; each gets a name that is free in the folder."""
    taken: set[str] = set()
    imported: list[ImportedSession] = []
    for session in conversion.sessions:
        name = _free_name(folder, slug(session.title), taken)
        taken.add(name)
        draft = compose_session(session.tables, file=f"{name}.toml", include=include)
        imported.append(ImportedSession(name, draft))
    return imported


def imported_program(
    conversion: Conversion, sessions: list[ImportedSession], folder: Path
) -> ImportedProgram | None:
    """Compose the program of a plan; None where it has none, or a session of it has problems."""
    program = conversion.program
    if program is None or any(session.draft.problems for session in sessions):
        return None
    tables: dict[str, object] = {"name": program.title}
    if program.about:
        tables["about"] = program.about
    tables["days"] = [sessions[place].name for place in program.days]
    if program.weeks:
        tables["week"] = [
            ({"name": week.title} if week.title else {}) | week.schemes for week in program.weeks
        ]
    text = PROGRAM_SCHEMA_LINE + tomli_w.dumps(tables, multiline_strings=True)
    return ImportedProgram(free_name(folder, slug(program.title)), text)


def keep_program(folder: Path, program: ImportedProgram) -> Path:
    """Write a program file, and the schema beside it; raises OSError where it cannot be written."""
    path = folder / f"{program.name}.toml"
    write_atomically(path, program.text)
    schema = json.dumps(program_schema(), ensure_ascii=False, indent=2) + "\n"
    with suppress(OSError):  # only editors need it, and the program is written
        write_atomically(folder / PROGRAM_SCHEMA_FILE, schema)
    return path


def _free_name(folder: Path, name: str, taken: set[str]) -> str:
    number, free = 1, free_name(folder, name)
    while free in taken:
        number += 1
        free = free_name(folder, f"{name}-{number}")
    return free
