"""Programs in Liftoscript, Liftosaur's language: `# Week`, `## Day`, an exercise a line.

Everything is read as Liftosaur reads it, with what it does where nothing is said: 180 seconds of
rest, warm-ups of 30, 50 and 80 percent. What a session cannot say (progressions, scripts, schemes
that are not the current one) is told with its line. A line that would come out as another exercise
than the plan's is left out whole, and with the first exercise of a day the day.
"""

from __future__ import annotations

from benchside.library.convert.conversion import Conversion, Limits, Losses, TomlTable
from benchside.library.convert.liftosaur.document import read_document
from benchside.library.convert.liftosaur.exercises import parse_exercise
from benchside.library.convert.liftosaur.lines import Piece
from benchside.library.convert.liftosaur.planning import (
    ResolvedExercise,
    completed_sets,
    plan_weeks,
)
from benchside.library.convert.liftosaur.sessions import SessionWriter
from benchside.library.convert.liftosaur.tables import exercise_table
from benchside.library.convert.liftosaur.warm_ups import warm_up_of
from benchside.session import InvalidValueError

__all__ = ["convert_liftosaur", "convert_line"]


def convert_liftosaur(text: str, *, title: str) -> Conversion:
    """Convert a program, a session a day; raises `InvalidValueError` without any exercise."""
    losses, limits = Losses(), Limits()
    weeks = read_document(text, losses=losses, limits=limits)
    writer = SessionWriter(title, weeks, losses)
    for week, days in enumerate(plan_weeks(weeks, losses, limits)):
        for place, day in enumerate(days):
            writer.add(day, week=week, place=place)
    sessions, program = writer.result()
    left_out = losses.listed()
    if not sessions and not left_out:
        raise InvalidValueError("it has no exercises", "a line is written: Bench Press / 3x8 60kg")
    return Conversion(sessions, left_out, program)


def convert_line(line: str) -> tuple[TomlTable | None, tuple[str, ...]]:
    """Convert one exercise; None where the line is none, and what is left out of it.

    Only what is written counts: nothing is added that Liftosaur would do by itself.
    """
    losses = Losses()
    table = None
    if "/" not in line:
        return None, (f'the line "{line.strip()}"',)
    try:
        table = _line_table(line, losses)
    except InvalidValueError as mistake:
        losses.add(f"{mistake.message} ({mistake.expected})")
    return table, tuple(lost.text for lost in losses.listed())


def _line_table(line: str, losses: Losses) -> TomlTable:
    exercise = parse_exercise((Piece(1, line),), losses)
    title = exercise.title
    for name, is_there in (
        (f"superset: {exercise.superset}", exercise.superset),
        (f"label {exercise.head.label}", exercise.head.label),
        (exercise.reuse.text if exercise.reuse else "", exercise.reuse),
        ("used: none", exercise.is_template),
        ("weeks", exercise.head.weeks),
    ):
        if is_there:
            losses.add(f"{title}: {name}")
    sets = completed_sets(exercise, None)
    warm_up = warm_up_of(title, exercise.warm_up or (), sets[0].load)
    return exercise_table(ResolvedExercise(1, title, "", sets, warm_up), losses)
