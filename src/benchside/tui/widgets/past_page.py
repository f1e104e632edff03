"""A session or a week of the past, as lines that know how wide they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widget import Widget

from benchside.log import adherence_words, last_words, record_words, sets_words, sum_of
from benchside.session import format_amount
from benchside.tui.columns import Column, table
from benchside.tui.lines import MUTED, joined, wrapped
from benchside.tui.text import plain
from benchside.tui.text.history import SHARES, session_facts, unknown_muscles, week_facts
from benchside.tui.text.summary import sum_in_short
from benchside.view import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from decimal import Decimal

    from textual.geometry import Size

    from benchside.log import SessionPast, SessionReview, WeekSum

MAX_BAR: Final = 30
"""Cells of the longest bar."""

BESIDE: Final = 90
"""From so many cells on the time before stands beside an exercise, not below it."""

_PARTS: Final = " ▏▎▍▌▋▊▉"
"""Eighths of a cell."""


class PastPage(Widget):
    """As high as its lines are."""

    DEFAULT_CSS = """
    PastPage { width: 1fr; height: auto; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: Callable[[int], Iterable[Content]] = lambda _: ()

    def show(self, lines: Callable[[int], Iterable[Content]]) -> None:
        """Show other lines, made for a width."""
        self._lines = lines
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many rows as the lines take."""
        return len(self._written(width).wrap(width)) if width else 0

    def render(self) -> Content:
        """Write the lines."""
        return self._written(self.content_size.width)

    def _written(self, width: int) -> Content:
        return Content("\n").join(self._lines(width))


def session_lines(past: SessionPast, width: int) -> Iterator[Content]:
    """Yield a session: what it was, its records, each exercise beside the time before."""
    record, review = past.record, past.review
    yield plain(record.session.name).stylize("bold")
    yield wrapped(joined(plain(fact) for fact in session_facts(record)).stylize(MUTED), width)
    yield wrapped(plain(sum_in_short(sum_of(record))), width)
    if record.note:
        yield wrapped(plain(f'"{record.note}"').stylize("italic"), width)
    yield Content()
    yield from compared_lines(review, width)


def compared_lines(review: SessionReview, width: int) -> Iterator[Content]:
    """Yield each exercise beside the time before, then records and plan."""
    yield from _beside(review, width) if width >= BESIDE else _below(review, width)
    yield from review_lines(review, width)


def _below(review: SessionReview, width: int) -> Iterator[Content]:
    """Yield each exercise with the time before below it."""
    for one in review.exercises:
        yield plain(one.exercise).truncate(width, ellipsis=True)
        yield _indented(plain(sets_words(one.sets)).stylize("bold"), width)
        if one.last is not None:
            yield _indented(plain(f"before: {last_words(one.last)}").stylize(MUTED), width)


def _beside(review: SessionReview, width: int) -> Iterator[Content]:
    """Yield each exercise on a line."""
    laid = table(
        [
            Column("exercise", tuple(one.exercise for one in review.exercises), gives_way=True),
            Column(
                "sets",
                tuple(sets_words(one.sets) for one in review.exercises),
                style="bold",
                gives_way=True,
            ),
            Column(
                "the time before",
                tuple(last_words(one.last) if one.last else "" for one in review.exercises),
                style=MUTED,
                rank=1,
            ),
        ],
        width,
    )
    yield laid.head.stylize(MUTED)
    yield from laid.rows


def review_lines(review: SessionReview, width: int) -> Iterator[Content]:
    """Yield the records of a session, and how far it went as planned."""
    if review.records:
        yield Content()
        yield Content.styled("Records", "bold $text-success")
    for one in review.records:
        yield _indented(plain(f"{one.by.exercise}: {record_words(one)}"), width, label="")
    yield Content()
    yield Content.styled("Plan", "bold $text-primary")
    for what, told in adherence_words(review.adherence):
        yield _indented(plain(told), width, label=f"{what:<6}")


def week_lines(week: WeekSum, width: int, *, most_sets: Decimal) -> Iterator[Content]:
    """Yield a week: its sums, and the sets of each muscle beside a bar; the longest is `most`."""
    yield Content.assemble(
        (f"Week {week.name.partition('W')[2]}", "bold"), (f"  from {day_of(week)}", MUTED)
    )
    yield wrapped(joined(plain(fact) for fact in week_facts(week)), width)
    if not week.muscles.muscles:
        return
    yield Content()
    names = max(len(one.muscle) for one in week.muscles.muscles)
    room = max(min(MAX_BAR, width - names - 18), 0)
    for one in week.muscles.muscles:
        bar = _bar(float(one.sets / most_sets) * room if most_sets else 0)
        yield Content.assemble(
            plain(f"{one.muscle:<{names}}"),
            (f"{format_amount(one.sets):>6}  ", "bold"),
            (bar.ljust(room + 1), "$text-primary"),
            (counted(one.days, "day"), MUTED),
        )
    yield Content()
    yield wrapped(Content.styled(SHARES, MUTED), width)
    if unknown := unknown_muscles(week):
        yield wrapped(plain(unknown).stylize(MUTED), width)


def day_of(week: WeekSum) -> str:
    """Return the Monday of a week: `16 November 2026`."""
    return f"{week.monday.day} {week.monday:%B %Y}"


def _indented(content: Content, width: int, *, label: str = "  ") -> Content:
    """Return a text whose rows begin below each other, behind a label."""
    indent = max(len(label), 2)
    rows = wrapped(content, width - indent).wrap(max(width - indent, 1))
    labels = [label, *[" " * indent] * len(rows)]
    return Content("\n").join(
        Content.styled(before, MUTED) + row for before, row in zip(labels, rows, strict=False)
    )


def _bar(cells: float) -> str:
    """Return a bar of so many cells, to the eighth of one."""
    whole, eighths = divmod(round(cells * len(_PARTS)), len(_PARTS))
    return "█" * whole + (_PARTS[eighths] if eighths else "")
