"""What is next in a program: the day after the last one that is complete."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchside.session.file.asked import SetEntry
    from benchside.session.program.model import TrainingProgram


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneDay:
    """A day of a program that was completed, as the log has it."""

    week: int
    """Counts from 1; 1 in a program without weeks."""
    day: int
    """Counts from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDay:
    """The day of a program that is to be done."""

    week: int
    """Counts from 1; 1 in a program without weeks."""
    week_name: str
    """Empty where the week has none."""
    day: int
    """Counts from 1."""
    session: str
    """Its name in the library."""
    schemes: Mapping[str, tuple[SetEntry, ...]]
    """What the week says of the sets, by name; for `Options.schemes`."""
    begins_cycle: bool
    """The last week of the program was done before it; never so in a program without weeks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDay:
    """The day of a program that a session is done as; the log says it of the session."""

    program: str
    """What the program calls itself."""
    week: int | None
    """Counts from 1; None where the program has no weeks."""
    day: int
    """Counts from 1."""
    cycle: int | None
    """Counts from 1, how often the weeks were begun; None where there are none."""


def next_day(program: TrainingProgram, done: Sequence[DoneDay]) -> NextDay:
    """Return what is next, from the days that are complete, the oldest first.

    Only the last of them counts, also where days were done out of turn. After the last day of a
    week comes the first of the next one, after the last week the first again. Where the program has
    become shorter since, a day or a week that is not there any more was the last one.
    """
    weeks = max(len(program.weeks), 1)
    week, day, begins_cycle = 1, 1, False
    if done:
        week, day = done[-1].week, done[-1].day + 1
        if day > len(program.days):
            week, day = week + 1, 1
        if week > weeks:
            week, day, begins_cycle = 1, 1, bool(program.weeks)
    its_week = program.weeks[week - 1] if program.weeks else None
    return NextDay(
        week=week,
        week_name=(its_week.name or "") if its_week else "",
        day=day,
        session=program.days[day - 1],
        schemes=its_week.schemes if its_week else {},
        begins_cycle=begins_cycle,
    )
