"""The one front door: a text becomes a session and its plan, or problems.

Promises that any text gets an answer, quickly and in bounded memory, and that all problems are
told in one go, each with its place. Raises nothing. Refuses control characters in texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from benchside.session.athlete.athlete import DEFAULT_ATHLETE, Athlete
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE, Catalogue
from benchside.session.file.findings import without_echoes
from benchside.session.file.includes import Includes
from benchside.session.file.model import Session
from benchside.session.file.positions import located
from benchside.session.file.problems import Problem
from benchside.session.file.rules import check_keys
from benchside.session.file.salvage import salvage
from benchside.session.file.toml_text import parsed_toml, without_mark
from benchside.session.file.validation import validated
from benchside.session.plan.resolve import Resolver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from benchside.session.plan.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a session does not say, but its plan depends on."""

    prepare_ms: int = 10_000
    """The count-in where nothing is said."""
    athlete: Athlete = DEFAULT_ATHLETE
    """Whose training maxes, bar and plates the loads are made of."""
    catalogue: Catalogue = SHIPPED_CATALOGUE
    """What is known of the exercises by their names."""


DEFAULT_OPTIONS = Options()

MAX_NAME_PARTS = 8
"""Of a session's name in the library, the sub-folders counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says: session and plan, or problems and neither of them."""

    session: Session | None = None
    plan: Plan | None = None
    problems: tuple[Problem, ...] = ()
    """In the order of the file; empty where all is well."""
    includes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The text of every session that is included, directly or not, by name."""


def no_library(_name: str) -> str | None:
    """Include nothing: there is no library."""
    return None


def read(
    text: str,
    *,
    file: str,
    include: Callable[[str], str | None] = no_library,
    names: Callable[[], Iterable[str]] = tuple,
    options: Options = DEFAULT_OPTIONS,
) -> Reading:
    """Read a session file.

    `include` gives the text of another session of the library, or None; `names` tells all that
    there are, to find the one that was meant.
    """
    text = without_mark(text)
    data = parsed_toml(text, file=file)
    if isinstance(data, Problem):
        return Reading(problems=(data,))
    checked = validated(Session, data)
    findings = [*(checked if isinstance(checked, list) else ()), *check_keys(data)]
    session = salvage(data, findings) if findings else checked
    includes = Includes(text_of=include, names=names)
    plan = None
    if isinstance(session, Session):
        if any(block.include for block in session.blocks):
            findings += includes.follow(session, name=_own_name(file, text, include))
        resolver = Resolver(
            included=includes.sessions,
            prepare_ms=options.prepare_ms,
            athlete=options.athlete,
            catalogue=options.catalogue,
        )
        plan = resolver.plan(session)
        findings += resolver.findings
    texts = MappingProxyType(includes.texts)
    if findings:
        problems = located(without_echoes(findings), text=text, file=file)
        return Reading(problems=problems, includes=texts)
    assert isinstance(session, Session)
    return Reading(session=session, plan=plan, includes=texts)


def _own_name(file: str, text: str, include: Callable[[str], str | None]) -> str:
    """Find the name under which the library knows a file: it tells who includes themselves.

    In a sub-folder it is longer than the file's own name, which another session may have.
    """
    parts = re.split(r"[/\\]", re.sub(r"(?i)\.toml$", "", file))[-MAX_NAME_PARTS:]
    names = ["/".join(parts[start:]) for start in range(len(parts) - 1, -1, -1)]
    for name in names:
        if without_mark(include(name) or "") == text:
            return name
    return names[0] if include(names[0]) is None else file
