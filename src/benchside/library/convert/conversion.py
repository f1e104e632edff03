"""What a conversion gives: sessions as the tables of their files, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from benchside.session import InvalidValueError

TomlTable: TypeAlias = dict[str, object]

TomlScheme: TypeAlias = list[object]
"""Sets as a file lists them: tables, or one line such as `65% x 5`."""


@dataclass(frozen=True, slots=True)
class Converted:
    """One session, not yet checked: `read` has the last word on it."""

    title: str
    tables: TomlTable
    """As a session file has them."""


@dataclass(frozen=True, slots=True)
class ConvertedWeek:
    """A week of a program, with the sets that are its own."""

    title: str
    """Empty where the plan does not say."""
    schemes: dict[str, TomlScheme]


@dataclass(frozen=True, slots=True)
class ConvertedProgram:
    """Sessions in turn, once or week by week."""

    title: str
    days: tuple[int, ...]
    """Places in the sessions of the conversion, in turn; a session may stand there often."""
    weeks: tuple[ConvertedWeek, ...] = ()
    """Empty where the days are those of the whole plan."""
    about: str = ""
    """What the plan tells of its weeks, where the sessions do not."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the sessions do not say although the plan does, with the reason."""

    text: str
    lines: tuple[int, ...] = ()
    """Where the plan says it, from 1, rising; empty where it is no line of it."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """Everything that a plan of another program came to."""

    sessions: tuple[Converted, ...]
    left_out: tuple[LeftOut, ...]
    """In the order of the plan; what concerns it as a whole stands last."""
    program: ConvertedProgram | None = None
    """None where the plan has one day only, or where a day of it cannot be written."""


@dataclass(slots=True)
class Losses:
    """Takes down what is left out, each text once with all of its lines."""

    _lines: dict[str, set[int]] = field(default_factory=dict)

    def add(self, text: str, *lines: int) -> None:
        """Take down a text and the lines that it is about."""
        self._lines.setdefault(text, set()).update(lines)

    def listed(self) -> tuple[LeftOut, ...]:
        """Return everything by its first line; what has none comes last."""
        found = [LeftOut(text, tuple(sorted(lines))) for text, lines in self._lines.items()]
        return tuple(sorted(found, key=lambda lost: (not lost.lines, lost.lines[:1])))


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
