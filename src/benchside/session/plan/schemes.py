"""Schemes: lists of sets by name, from a session's own `[scheme]` or a week of a program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchside.session.file.findings import KeyProblem
from benchside.session.values.errors import closest, quote_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.session.file.asked import SetEntry
    from benchside.session.file.findings import KeyPath
    from benchside.session.file.model import Session

NOT_HERE = "is a scheme that is not here"
"""How the message ends of a problem that a program can mend."""


@dataclass(slots=True, kw_only=True)
class SchemeLookup:
    """Finds lists of sets by name; remembers which were asked for, and which there are not."""

    of_week: Mapping[str, tuple[SetEntry, ...]]
    """Those of the week of a program, which win; empty where the session stands alone."""
    asked: dict[str, None] = field(default_factory=dict)
    """The names that were asked for, in their order."""
    missing: dict[str, None] = field(default_factory=dict)
    """Those of them that nobody has."""
    findings: list[KeyProblem] = field(default_factory=list)

    def find(self, name: str, session: Session, path: KeyPath) -> tuple[SetEntry, ...] | None:
        """Return the sets of a name; None where there is none, which is found at the path."""
        self.asked[name] = None
        found = self.of_week.get(name) or session.schemes.get(name)
        if found is None:
            self.missing[name] = None
            self.findings.append(self._unknown(name, session, path))
        return found

    def _unknown(self, name: str, session: Session, path: KeyPath) -> KeyProblem:
        near = closest(name, {**session.schemes, **self.of_week})
        return KeyProblem(
            path=path,
            message=f"sets {quote_value(name)} {NOT_HERE}",
            hint=f'did you mean "{near}"?'
            if near
            else f'write [scheme] with {name} = ["65% x 5"], or run it in a program that has it',
        )
