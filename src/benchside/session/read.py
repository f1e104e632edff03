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
from benchside.session.file.toml_text import Source, parsed_toml, without_mark
from benchside.session.file.validation import validated
from benchside.session.plan.after_rest import waiting_for_athlete
from benchside.session.plan.resolve import Resolver
from benchside.session.plan.ticking import with_ticks
from benchside.session.values.vocabulary import Ticks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from benchside.session.file.asked import SetEntry
    from benchside.session.file.exclusions import Table
    from benchside.session.file.findings import KeyProblem
    from benchside.session.plan.plan import Plan
    from benchside.session.plan.schemes import SchemeLookup


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a session does not say, but its plan depends on."""

    prepare_ms: int = 10_000
    """The count-in where nothing is said."""
    athlete: Athlete = DEFAULT_ATHLETE
    """Whose training maxes, bar and plates the loads are made of."""
    catalogue: Catalogue = SHIPPED_CATALOGUE
    """What is known of the exercises by their names."""
    schemes: Mapping[str, tuple[SetEntry, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    """Those of the week of a program, by name; they win over those of the session."""
    ticks: Ticks = Ticks.LONG
    """In which phases of a rep every second is ticked."""
    waits_when_loaded: bool = False
    """Whether a set with a weight begins, after a rest, only when the athlete says so."""


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
    asked_schemes: tuple[str, ...] = ()
    """Names of the schemes that its sets are taken from, those of included sessions too."""
    missing_schemes: tuple[str, ...] = ()
    """Those of them that neither the session nor the week of a program has."""
    is_whole_but_for_schemes: bool = False
    """Nothing is wrong but that schemes are missing: it can be a day of a program that has them."""


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
    session, findings = _checked(data)
    if session is None:
        return Reading(problems=located(without_echoes(findings), text=text, file=file))
    includes = Includes(text_of=include, names=names)
    if any(block.include for block in session.blocks):
        findings += includes.follow(session, name=_own_name(file, text, include))
    resolver = Resolver(
        included=includes.sessions,
        prepare_ms=options.prepare_ms,
        athlete=options.athlete,
        catalogue=options.catalogue,
        of_week=options.schemes,
        is_partial=bool(findings),
    )
    plan = resolver.plan(session)
    if plan is not None and options.waits_when_loaded:
        plan = waiting_for_athlete(plan)
    if plan is not None and options.ticks is not Ticks.LONG:
        plan = with_ticks(plan, options.ticks)
    found = _Found(findings + resolver.findings, resolver.schemes, Source(file, text))
    return found.reading(session, plan, MappingProxyType(includes.texts))


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a text."""

    findings: list[KeyProblem]
    """All but that schemes are missing."""
    schemes: SchemeLookup
    source: Source

    def reading(self, session: Session, plan: Plan | None, includes: Mapping[str, str]) -> Reading:
        """Return what the text says; where something is wrong nothing is left that could be run."""
        every = [*self.findings, *self.schemes.findings]
        text, file = self.source.text, self.source.file
        return Reading(
            session=None if every else session,
            plan=None if every else plan,
            problems=located(without_echoes(every), text=text, file=file) if every else (),
            includes=includes,
            asked_schemes=tuple(self.schemes.asked),
            missing_schemes=tuple(self.schemes.missing),
            is_whole_but_for_schemes=bool(self.schemes.missing) and not self.findings,
        )


def _checked(data: Table) -> tuple[Session | None, list[KeyProblem]]:
    """Return the session of a file, or what of it can be looked at further, and what is wrong."""
    session = validated(Session, data)
    findings = [*(session if isinstance(session, list) else ()), *check_keys(data)]
    if isinstance(session, Session) and not findings:
        return session, []
    return salvage(data, findings), findings


def _own_name(file: str, text: str, include: Callable[[str], str | None]) -> str:
    """Return the name under which the library knows a file: it tells who includes themselves.

    In a sub-folder it is longer than the file's own name, which another session may have.
    """
    parts = re.split(r"[/\\]", re.sub(r"(?i)\.toml$", "", file))[-MAX_NAME_PARTS:]
    names = ["/".join(parts[start:]) for start in range(len(parts) - 1, -1, -1)]
    for name in names:
        if without_mark(include(name) or "") == text:
            return name
    return names[0] if include(names[0]) is None else file
