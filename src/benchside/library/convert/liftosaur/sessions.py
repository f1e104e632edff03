"""The days of a program as sessions, and the program that leads from one to the next.

Days that are alike in weeks that follow each other are one session. A day without its first
exercise is not written, nor is then the program, which would leave a day out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchside.library.convert.conversion import Converted, ConvertedProgram, Table
from benchside.library.convert.liftosaur.blocks import day_blocks
from benchside.library.convert.liftosaur.prose import paragraphs
from benchside.library.convert.liftosaur.set_keys import REST_S, WARM_UP_REST_S, seconds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.library.convert.conversion import Losses
    from benchside.library.convert.liftosaur.document import WrittenWeek
    from benchside.library.convert.liftosaur.planning import ResolvedDay


@dataclass(slots=True)
class _DaySession:
    """A day of one week, or of several that follow each other."""

    place: int
    """Of the day in its weeks, from 0."""
    title: str
    tables: Table
    """Without the name."""
    weeks: list[int] = field(default_factory=list)
    """From 0."""


@dataclass(slots=True)
class SessionWriter:
    """Collects the days of a program in their order."""

    title: str
    weeks: Sequence[WrittenWeek]
    losses: Losses
    is_whole: bool = True
    """Whether every day that has exercises could be said."""
    _found: list[_DaySession] = field(default_factory=list)
    _turn: list[int] = field(default_factory=list)
    """Places of sessions, a day each."""
    _last: dict[int, int] = field(default_factory=dict)
    """The place of the latest session of each day of the week."""
    _about: dict[int, str] = field(default_factory=dict)
    """What is told of each day of the week, until a later week tells something else."""

    def add(self, day: ResolvedDay, *, week: int, place: int) -> None:
        """Add a day; tells it where it is not written."""
        if day.written.about:
            self._about[place] = day.written.about
        shown = ", ".join(part for part in (self.weeks[week].title, day.written.title) if part)
        if day.lacking is not None:
            self.is_whole = False
            if day.exercises or shown:
                self.losses.add(
                    f"{shown or 'the day'}: not written, for its first exercise is left out",
                    day.lacking,
                )
        elif not day.exercises:
            self.losses.add(f"{shown or 'the day'}: it has no exercises", day.written.line)
        else:
            self._keep(_tables(day, self._told(week, place), self.losses), day, week, place)

    def _told(self, week: int, place: int) -> str:
        return "\n".join((self.weeks[week].about, self._about.get(place, "")))

    def _keep(self, tables: Table, day: ResolvedDay, week: int, place: int) -> None:
        """Take a session, or the one of the week before that is the same."""
        last = self._last.get(place)
        if last is None or not self._goes_on(self._found[last], tables, week):
            last = self._last[place] = len(self._found)
            self._found.append(_DaySession(place, day.written.title, tables))
        self._found[last].weeks.append(week)
        self._turn.append(last)

    def _goes_on(self, session: _DaySession, tables: Table, week: int) -> bool:
        return session.weeks[-1] == week - 1 and session.tables == tables

    def sessions(self) -> tuple[Converted, ...]:
        """Return the sessions, each with a title of its own where the plan has one."""
        titles = [self._title(session) for session in self._found]
        return tuple(
            Converted(title, {"name": title} | session.tables)
            for title, session in zip(titles, self._found, strict=True)
        )

    def program(self) -> ConvertedProgram | None:
        """Return the program; None where it is one day, or lacks one."""
        if not self.is_whole and self._turn:
            self.losses.add("the program: it is not written without all of its days")
        if not self.is_whole or len(self._turn) < 2:
            return None
        return ConvertedProgram(self.title, tuple(self._turn))

    def _title(self, session: _DaySession) -> str:
        if len(self.weeks) == 1 and len(self.weeks[0].days) == 1 and not session.title:
            return self.title
        day = session.title or f"Day {session.place + 1}"
        if len(session.weeks) == len(self.weeks):
            return f"{self.title}: {day}"
        first, last = (
            self.weeks[week].title or f"Week {week + 1}"
            for week in (session.weeks[0], session.weeks[-1])
        )
        return f"{self.title}, {first if first == last else f'{first} to {last}'}: {day}"


def _tables(day: ResolvedDay, about: str, losses: Losses) -> Table:
    blocks = day_blocks(day.exercises, losses)
    told = "\n".join(paragraphs(about))
    defaults: Table = {"rest": seconds(REST_S)}
    if any(exercise.warm_up.is_ramp and exercise.warm_up.entries for exercise in day.exercises):
        defaults["ramp_rest"] = seconds(WARM_UP_REST_S)
    return ({"about": told} if told else {}) | {"defaults": defaults, "block": blocks}
