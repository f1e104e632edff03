"""What the log says of programs: which one was trained last, and which of its days are complete.

A program is known by what it calls itself. A day whose number no program can have, from a log that
was written by hand, is passed over.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter, ValidationError

from benchside.log.problems import UnreadableLine
from benchside.log.record import ProgramDay
from benchside.runner import SessionStatus
from benchside.session import DoneDay, DueDay

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.log.answers import LoggedSession
    from benchside.session import NextDay, TrainingProgram


_PROGRAM_DAY: Final = TypeAdapter(ProgramDay)


def encode_program_day(day: ProgramDay) -> dict[str, object]:
    """Turn the day of a program into what a line holds of it."""
    held: dict[str, object] = _PROGRAM_DAY.dump_python(day, mode="json", exclude_defaults=True)
    return held


def decode_program_day(value: object) -> ProgramDay:
    """Read the day of a program from a line of JSON that is parsed; raises `UnreadableLine`."""
    try:
        return _PROGRAM_DAY.validate_json(json.dumps(value))
    except ValidationError:
        raise UnreadableLine('"program" is no day of a program') from None


def last_program(sessions: Iterable[LoggedSession], names: Iterable[str]) -> str | None:
    """Return which of the programs was trained last; None where none was.

    The sessions come the latest first. One that is not complete counts too.
    """
    known = set(names)
    return next(
        (one.program.name for one in sessions if one.program and one.program.name in known), None
    )


def done_days(sessions: Iterable[LoggedSession], program: str) -> tuple[DoneDay, ...]:
    """Return the days of a program that are complete, the oldest first.

    The sessions come the latest first, as `History.sessions` has them.
    """
    days = (_done_day(day) for day in _complete(sessions, program))
    return tuple(day for day in days if day is not None)[::-1]


def due_day(
    program: TrainingProgram, following: NextDay, sessions: Iterable[LoggedSession]
) -> DueDay:
    """Return what the log will say of the day that is next in a program."""
    cycles = (day.cycle or 1 for day in _complete(sessions, program.name))
    cycle = max(next(cycles, 1), 1) + following.begins_cycle
    return DueDay(
        program=program.name,
        week=following.week if program.weeks else None,
        day=following.day,
        cycle=cycle if program.weeks else None,
    )


def program_day(due: DueDay) -> ProgramDay:
    """Return the day of a program that is due as the log says it of a session."""
    return ProgramDay(name=due.program, week=due.week, day=due.day, cycle=due.cycle)


def _complete(sessions: Iterable[LoggedSession], program: str) -> Iterable[ProgramDay]:
    return (
        one.program
        for one in sessions
        if one.program is not None
        and one.program.name == program
        and one.status is SessionStatus.COMPLETE
    )


def _done_day(day: ProgramDay) -> DoneDay | None:
    week = 1 if day.week is None else day.week
    if day.day is None or day.day < 1 or week < 1:
        return None
    return DoneDay(week=week, day=day.day)
