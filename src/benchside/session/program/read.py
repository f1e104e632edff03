"""A program file becomes a program, or problems; the front door beside `session.read`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.session.file.findings import without_echoes
from benchside.session.file.positions import located
from benchside.session.file.problems import Problem
from benchside.session.file.toml_text import parsed_toml, without_mark
from benchside.session.file.validation import validated
from benchside.session.program.days import DayCheck
from benchside.session.program.model import TrainingProgram
from benchside.session.program.rules import check_program_keys
from benchside.session.program.salvage import sound_part, whole
from benchside.session.read import DEFAULT_OPTIONS, Options, no_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PROGRAM_KEYS = ("days", "week", "weeks")
"""Keys that no session has; `weeks` is what somebody may write for `week`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramReading:
    """What a text says: a program, or problems and none."""

    program: TrainingProgram | None = None
    problems: tuple[Problem, ...] = ()
    """In the order of the file; empty where all is well."""
    days: tuple[str, ...] = ()
    """The sessions that it names, as far as they can be read, also where it has problems."""


def is_program(text: str) -> bool:
    """Return whether a text is a program and no session, as far as its keys say so.

    A text that is no TOML is neither; it is read as a session.
    """
    data = parsed_toml(without_mark(text), file="")
    return (
        isinstance(data, dict) and "block" not in data and any(key in data for key in PROGRAM_KEYS)
    )


def read_program(
    text: str,
    *,
    file: str,
    include: Callable[[str], str | None] = no_library,
    names: Callable[[], Iterable[str]] = tuple,
    options: Options = DEFAULT_OPTIONS,
) -> ProgramReading:
    """Read a program file, and look whether every day can be run in every week.

    `include` gives the text of a session of the library, or None; `names` tells all that there are.
    """
    text = without_mark(text)
    data = parsed_toml(text, file=file)
    if isinstance(data, Problem):
        return ProgramReading(problems=(data,))
    program = validated(TrainingProgram, data)
    findings = [*(program if isinstance(program, list) else ()), *check_program_keys(data)]
    sound = sound_part(data, findings)
    if isinstance(program, TrainingProgram) and not findings:
        sound = whole(program)
    days = DayCheck(text_of=include, names=names, options=options)
    findings += days.findings(sound)
    named = tuple(sound.days.values())
    if isinstance(program, list) or findings:
        problems = located(without_echoes(findings), text=text, file=file)
        return ProgramReading(problems=problems, days=named)
    return ProgramReading(program=program, days=named)
