"""The days of a program as sessions, and the program that leads from one to the next.

Weeks that differ in nothing but their sets are one session a day, with schemes week by week. Where
more differs every week has sessions of its own, but for days that are alike in weeks that follow
each other. A day without its first exercise is not written, nor is then the program, which would
leave a day out.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from benchside.library.convert.conversion import (
    Converted,
    ConvertedProgram,
    ConvertedWeek,
    TomlTable,
)
from benchside.library.convert.liftosaur.blocks import day_blocks
from benchside.library.convert.liftosaur.prose import paragraphs
from benchside.library.convert.liftosaur.schemes import schemed
from benchside.library.convert.liftosaur.set_keys import REST_S, WARM_UP_REST_S, seconds
from benchside.library.convert.liftosaur.tables import exercises_of
from benchside.session import MAX_WEEKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.library.convert.conversion import Losses
    from benchside.library.convert.liftosaur.document import WrittenWeek
    from benchside.library.convert.liftosaur.planning import ResolvedDay
    from benchside.library.convert.liftosaur.schemes import SchemedDays


@dataclass(frozen=True, slots=True)
class _ProgramDay:
    """A day of one week."""

    week: int
    """From 0, as its place in the week."""
    place: int
    title: str
    tables: TomlTable
    """Of its session, without the name and what is told of its week."""


@dataclass(slots=True)
class SessionWriter:
    """Collects the days of a program in their order."""

    title: str
    weeks: Sequence[WrittenWeek]
    losses: Losses
    _is_whole: bool = True
    """Whether every day that has exercises could be said."""
    _days: list[_ProgramDay] = field(default_factory=list)
    _about: dict[int, str] = field(default_factory=dict)
    """What is told of each day of the week, until a later week tells something else."""

    def add(self, day: ResolvedDay, *, week: int, place: int) -> None:
        """Add a day; tells it where it is not written."""
        if day.written.about:
            self._about[place] = day.written.about
        shown = ", ".join(part for part in (self.weeks[week].title, day.written.title) if part)
        if day.lacking is not None:
            self._is_whole = False
            if day.exercises or shown:
                self.losses.add(
                    f"{shown or 'the day'}: not written, for its first exercise is left out",
                    day.lacking,
                )
        elif not day.exercises:
            lines = [day.written.line] if day.written.line else []
            self.losses.add(f"{shown or 'the day'}: it has no exercises", *lines)
        else:
            tables = _tables(day, self._about.get(place, ""), self.losses)
            self._days.append(_ProgramDay(week, place, day.written.title, tables))

    def result(self) -> tuple[tuple[Converted, ...], ConvertedProgram | None]:
        """Return the sessions, and the program unless it is a single day or lacks one."""
        if not self._is_whole and self._days:
            self.losses.add("the program: it is not written without all of its days")
        days = self._by_week()
        found = schemed([[day.tables for day in week] for week in days]) if days else None
        return self._going_round(days[0], found) if found else self._in_turn()

    def _by_week(self) -> list[list[_ProgramDay]]:
        """Return the days week by week; empty where the weeks do not have the same ones."""
        if not self._is_whole or not 1 < len(self.weeks) <= MAX_WEEKS:
            return []
        weeks = [[day for day in self._days if day.week == week] for week in range(len(self.weeks))]
        titles = [[(day.place, day.title) for day in week] for week in weeks]
        return weeks if all(week and week == titles[0] for week in titles) else []

    def _going_round(
        self, days: list[_ProgramDay], found: SchemedDays
    ) -> tuple[tuple[Converted, ...], ConvertedProgram]:
        sessions = tuple(
            _converted(f"{self.title}: {_name(day)}", tables)
            for day, tables in zip(days, found.sessions, strict=True)
        )
        weeks = tuple(
            ConvertedWeek(week.title, schemes)
            for week, schemes in zip(self.weeks, found.weeks, strict=True)
        )
        turn = tuple(range(len(sessions)))
        return sessions, ConvertedProgram(self.title, turn, weeks, self._about_weeks())

    def _about_weeks(self) -> str:
        """Return what is told of the weeks, each with its name where there are several."""
        told = [(week.title, "\n".join(paragraphs(week.about))) for week in self.weeks]
        told = [(title, text) for title, text in told if text]
        if len(told) < 2:
            return "".join(text for _, text in told)
        return "\n".join(f"{title}: {text}" if title else text for title, text in told)

    def _in_turn(self) -> tuple[tuple[Converted, ...], ConvertedProgram | None]:
        """Return the days of all weeks; those that go on from week to week are one session."""
        runs: list[list[_ProgramDay]] = []
        latest: dict[int, int] = {}
        turn: list[int] = []
        for day in map(self._with_week, self._days):
            run = latest.get(day.place)
            if run is None or not _goes_on(runs[run][-1], day):
                run = latest[day.place] = len(runs)
                runs.append([])
            runs[run].append(day)
            turn.append(run)
        sessions = tuple(_converted(self._title(run), run[0].tables) for run in runs)
        is_program = self._is_whole and len(turn) > 1
        return sessions, ConvertedProgram(self.title, tuple(turn)) if is_program else None

    def _with_week(self, day: _ProgramDay) -> _ProgramDay:
        """Put what is told of a day's week into its session."""
        told = paragraphs(self.weeks[day.week].about)
        if not told:
            return day
        about = "\n".join([*told, *([str(day.tables["about"])] if "about" in day.tables else [])])
        return replace(day, tables=day.tables | {"about": about})

    def _title(self, run: list[_ProgramDay]) -> str:
        if len(self.weeks) == 1 and len(self.weeks[0].days) == 1 and not run[0].title:
            return self.title
        if len(self.weeks) == 1:
            return f"{self.title}: {_name(run[0])}"
        first, last = (
            self.weeks[day.week].title or f"Week {day.week + 1}" for day in (run[0], run[-1])
        )
        weeks = first if len(run) == 1 else f"{first} to {last}"
        return f"{self.title}, {weeks}: {_name(run[0])}"


def _goes_on(before: _ProgramDay, day: _ProgramDay) -> bool:
    same = (before.title, before.tables) == (day.title, day.tables)
    return same and before.week == day.week - 1


def _name(day: _ProgramDay) -> str:
    return day.title or f"Day {day.place + 1}"


def _converted(title: str, tables: TomlTable) -> Converted:
    return Converted(title, {"name": title} | tables)


def _tables(day: ResolvedDay, about: str, losses: Losses) -> TomlTable:
    blocks = day_blocks(day.exercises, losses)
    told = "\n".join(paragraphs(about))
    defaults: TomlTable = {"rest": seconds(REST_S)}
    if any("ramp" in exercise for block in blocks for exercise in exercises_of(block)):
        defaults["ramp_rest"] = seconds(WARM_UP_REST_S)
    return ({"about": told} if told else {}) | {"defaults": defaults, "block": blocks}
