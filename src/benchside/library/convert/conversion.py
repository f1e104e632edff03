"""What a conversion gives: sessions as the tables of their files, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from benchside.session.values.errors import InvalidValueError

Table: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Converted:
    """One session, not yet checked: `read` has the last word on it."""

    title: str
    tables: Table
    """As a session file has them."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """Everything that a plan of another program came to."""

    sessions: tuple[Converted, ...]
    left_out: tuple[str, ...]
    """What a session cannot say, a line each, in the order of the plan."""


@dataclass(slots=True)
class Limits:
    """What is left of the sessions, exercises and sets that one plan may have.

    A year of training has fewer; what has more would keep the program busy for minutes.
    """

    sessions: int = 250
    exercises: int = 2_000
    sets: int = 10_000

    def spend(self, *, sessions: int = 0, exercises: int = 0, sets: int = 0) -> None:
        """Take from what is left; raises `InvalidValueError` where there is not enough of it."""
        full = Limits()
        for name, asked in (("sessions", sessions), ("exercises", exercises), ("sets", sets)):
            left = getattr(self, name) - asked
            if left < 0:
                raise InvalidValueError(
                    f"it has more than {getattr(full, name):,} {name}", "split it"
                )
            setattr(self, name, left)
