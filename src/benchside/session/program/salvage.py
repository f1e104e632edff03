"""The sound part of a program with problems, so that all other problems are found in one go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchside.session.file.fields import SCHEME
from benchside.session.file.rules import tables
from benchside.session.file.validation import validated
from benchside.session.program.days import SoundProgram
from benchside.session.program.model import Week

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.session.file.exclusions import Table
    from benchside.session.file.findings import KeyProblem
    from benchside.session.program.model import TrainingProgram


def whole(program: TrainingProgram) -> SoundProgram:
    """Return all days and weeks of a program."""
    return SoundProgram(
        days=dict(enumerate(program.days)),
        weeks=dict(enumerate(program.weeks)),
        has_all_days=True,
    )


def sound_part(data: Table, findings: Iterable[KeyProblem]) -> SoundProgram:
    """Return the days and weeks of a program that can be looked at further."""
    bad_days, bad_weeks, bad_lists = set(), set(), set()
    for finding in findings:
        match finding.path:
            case ("days", int(place)):
                bad_days.add(place)
            case ("week", int(place), *_):
                bad_weeks.add(place)
            case ("days" | "week" as key,):
                bad_lists.add(key)
    days = data.get("days")
    listed = days if isinstance(days, list) and "days" not in bad_lists else []
    names = {
        place: day.removesuffix(".toml")
        for place, day in enumerate(listed)
        if place not in bad_days and isinstance(day, str)
    }
    return SoundProgram(
        days=names,
        weeks={
            place: week
            for place, table in tables(None if "week" in bad_lists else data.get("week"))
            if (week := _week(table, is_bad=place in bad_weeks)) is not None
        },
        has_all_days=bool(names) and len(names) == len(listed),
    )


def _week(table: Table, *, is_bad: bool) -> Week | None:
    """Return a week as it is, or with sets in place of its own that nothing is wrong with."""
    if is_bad:
        table = {
            name: [{"reps": 1}] * max(len(sets), 1)
            for name, sets in table.items()
            if isinstance(sets, list) and re.fullmatch(SCHEME, name)
        }
    week = validated(Week, table)
    return week if isinstance(week, Week) else None
