"""A program as it is written: weeks, their days, and the exercises with what is told of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchside.library.convert.liftosaur.exercises import (
    MAX_SHOWN,
    looks_like_template,
    parse_exercise,
)
from benchside.library.convert.liftosaur.lines import SCRIPT, Comment, Heading, read_lines
from benchside.library.convert.liftosaur.movements import parse_head
from benchside.session import InvalidValueError

if TYPE_CHECKING:
    from benchside.library.convert.conversion import Limits, Losses
    from benchside.library.convert.liftosaur.exercises import WrittenExercise
    from benchside.library.convert.liftosaur.lines import Piece
    from benchside.library.convert.liftosaur.movements import Head


@dataclass(frozen=True, slots=True)
class Description:
    """A paragraph of comment lines before an exercise."""

    line: int
    text: str
    """As it is written, with its line ends; empty where it only ends an earlier one."""

    @property
    def is_current(self) -> bool:
        """Whether it is marked as the one of several that holds."""
        return self.text.lstrip().startswith("!")


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """A line of a day that is an exercise, readable or not."""

    line: int
    head: Head | None
    """None where not even the name can be read."""
    exercise: WrittenExercise | None
    """None where the line cannot be said; why has been told."""
    descriptions: tuple[Description, ...] = ()
    is_template: bool = False
    """Whether it is there only for other lines."""
    position: int = 0
    """How many lines stand before it in the day that it is written in, without templates."""
    is_repeated: bool = False
    """Whether it comes from an earlier week."""


@dataclass(slots=True)
class WrittenDay:
    """A day of a week."""

    title: str
    about: str = ""
    line: int = 0
    entries: list[WrittenEntry] = field(default_factory=list)


@dataclass(slots=True)
class WrittenWeek:
    """A week of the program; a text without headings is one week of one day."""

    title: str
    about: str = ""
    days: list[WrittenDay] = field(default_factory=list)


def read_document(text: str, *, losses: Losses, limits: Limits) -> list[WrittenWeek]:
    """Read a text; raises `InvalidValueError` where it is larger than any program."""
    return _Document(losses, limits).read(text)


class _Document:
    """Puts lines together: a comment belongs to the exercise or heading that follows it."""

    def __init__(self, losses: Losses, limits: Limits) -> None:
        self._losses = losses
        self._limits = limits
        self._weeks: list[WrittenWeek] = []
        self._paragraphs: list[list[Comment]] = []

    def read(self, text: str) -> list[WrittenWeek]:
        for line in read_lines(text):
            match line:
                case Heading():
                    self._begin(line)
                case Comment(text=None):
                    if self._paragraphs:
                        self._paragraphs.append([])
                case Comment():
                    self._paragraphs = self._paragraphs or [[]]
                    self._paragraphs[-1].append(line)
                case pieces:
                    self._add(pieces)
        return self._weeks

    def _begin(self, heading: Heading) -> None:
        about = "\n".join(_text(paragraph) for paragraph in self._paragraphs if paragraph)
        self._paragraphs = []
        if not heading.is_day:
            self._weeks.append(WrittenWeek(heading.text, about))
            return
        self._limits.spend(sessions=1)
        self._week().days.append(WrittenDay(heading.text, about, heading.line))

    def _week(self) -> WrittenWeek:
        if not self._weeks:
            self._weeks.append(WrittenWeek(""))
        return self._weeks[-1]

    def _day(self) -> WrittenDay:
        week = self._week()
        if not week.days:
            self._limits.spend(sessions=1)
            week.days.append(WrittenDay(""))
        return week.days[-1]

    def _add(self, pieces: tuple[Piece, ...]) -> None:
        descriptions = tuple(
            Description(paragraph[0].line, _text(paragraph))
            for paragraph in self._paragraphs
            if paragraph
        )
        self._paragraphs = []
        self._limits.spend(exercises=1)
        line, text = pieces[0].line, "".join(piece.text for piece in pieces)
        if "/" not in text:
            self._losses.add(f"{_shown(text)}: no exercise; one is written: Squat / 3x8", line)
            return
        head, exercise = None, None
        try:
            head = parse_head(text.partition("/")[0])
            exercise = parse_exercise(pieces, self._losses)
        except InvalidValueError as mistake:
            self._losses.add(f"{_shown(text)}: {mistake.message}; {mistake.expected}", line)
        is_template = exercise.is_template if exercise else looks_like_template(pieces)
        self._day().entries.append(WrittenEntry(line, head, exercise, descriptions, is_template))


def _shown(text: str) -> str:
    text = text.replace(SCRIPT, "{~ … ~}").strip()
    return f'the line "{text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"}"'


def _text(paragraph: list[Comment]) -> str:
    return "\n".join(re.sub(r"^ ", "", comment.text or "") for comment in paragraph)
