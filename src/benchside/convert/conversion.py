"""What a conversion gives: sessions as the tables of their files, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

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
