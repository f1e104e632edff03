"""Includes: the other sessions whose blocks stand in a session, and in those, and so on.

Every session is read once. A circle, a name that nobody knows and a session with problems of its
own are found at the `include` that leads to them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchside.session.file.findings import KeyProblem
from benchside.session.file.model import Session
from benchside.session.file.problems import Problem
from benchside.session.file.rules import check_keys
from benchside.session.file.toml_text import parsed_toml, without_mark
from benchside.session.file.validation import validated
from benchside.session.values.errors import closest, printable, quote_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAX_DEPTH = 16
"""Sessions that include each other in a row."""

_UNKNOWN = "is no session of the library"
_CIRCLE = "goes in a circle: "
_TOO_DEEP = f"leads to more than {MAX_DEPTH} sessions that include each other in a row"


@dataclass(slots=True, kw_only=True)
class Includes:
    """What a session includes, directly or not, by name."""

    text_of: Callable[[str], str | None]
    """Gives the text of a session of the library, None where there is none."""
    names: Callable[[], Iterable[str]] = tuple
    """Names the sessions of the library; asked only where a name leads to none."""
    texts: dict[str, str] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    """Those that can stand in another one."""
    _faults: dict[str, str] = field(default_factory=dict)
    """Why the others cannot."""

    def follow(self, session: Session, *, name: str) -> list[KeyProblem]:
        """Read all that a session includes; `name` is its own name in the library."""
        found = []
        for i, block in enumerate(session.blocks):
            if block.include is None:
                continue
            fault = self._fault(block.include, (name,))
            if fault:
                message = f"include {quote_value(block.include)} {fault}"
                hint = self._hint(block.include) if fault == _UNKNOWN else ""
                found.append(KeyProblem(path=("block", i, "include"), message=message, hint=hint))
        return found

    def _hint(self, name: str) -> str:
        """Return the session that was probably meant."""
        near = closest(name, self.names())
        return (
            f'did you mean "{printable(near)}"?' if near else "write the name of one that is there"
        )

    def _fault(self, name: str, chain: tuple[str, ...]) -> str | None:
        """Read a session and what it includes; tell why it cannot stand in another."""
        if name in chain:
            members = (*chain[chain.index(name) :], name)
            return _CIRCLE + printable(" → ".join(members))
        if name not in self.sessions and name not in self._faults:
            fault = self._read(name) or self._fault_within(name, (*chain, name))
            if fault:
                self._faults[name] = fault
                self.sessions.pop(name, None)
        return self._faults.get(name)

    def _read(self, name: str) -> str | None:
        text = self.text_of(name)
        if text is None:
            return _UNKNOWN
        text = self.texts[name] = without_mark(text)
        data = parsed_toml(text, file=name)
        if isinstance(data, Problem):
            return f"has a problem of its own: {data.message}"
        session = validated(Session, data)
        findings = [*(session if isinstance(session, list) else ()), *check_keys(data)]
        if isinstance(session, Session) and not findings:
            self.sessions[name] = session
            return None
        how_many = f"{len(findings)} problems" if len(findings) > 1 else "a problem"
        return f"has {how_many} of its own: {findings[0].message}"

    def _fault_within(self, name: str, chain: tuple[str, ...]) -> str | None:
        if len(chain) > MAX_DEPTH:
            return _TOO_DEEP
        for block in self.sessions[name].blocks:
            fault = self._fault(block.include, chain) if block.include else None
            if fault:
                is_whole = fault.startswith((_CIRCLE, _TOO_DEEP))
                return (
                    fault if is_whole else f"includes {quote_value(block.include)}, which {fault}"
                )
        return None
