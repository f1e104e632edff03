"""The page that `benchside show` prints: the report for somebody who reads."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import click

from benchside.cli.output.lines import Styled, echo, echo_text
from benchside.cli.output.table import aligned, cut, terminal_width
from benchside.report import SEGMENT_OF_PHASE, SegmentKind, bar_of
from benchside.session import clock_text, printable, target_text
from benchside.timeline import Rest, is_open
from benchside.view import (
    counted,
    load_of,
    plates_of,
    rests_of,
    rpe_of,
    set_view,
    shape_of,
    volume_of,
    written_tempo,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.report import Report
    from benchside.session import PlannedBlock, PlannedSet
    from benchside.timeline import AgendaSet

MAX_WIDTH: Final = 120
"""A page that is wider is harder to read."""

INDENT: Final = "  "
MARGIN: Final = "     "
"""As wide as the clock before the bar."""

SIGNS: Final = {
    SegmentKind.PREPARE: ("·", "yellow"),
    SegmentKind.ECCENTRIC: ("▼", "blue"),
    SegmentKind.CONCENTRIC: ("▲", "green"),
    SegmentKind.PAUSE: ("■", "magenta"),
    SegmentKind.LIFT: ("●", "green"),
    SegmentKind.HOLD: ("━", "cyan"),
    SegmentKind.REST: ("░", None),
}
"""A sign and a colour each: never told apart by colour alone."""

Line: TypeAlias = "tuple[str | Styled, ...]"
"""A line of the page in its parts."""


class _Exercise(NamedTuple):
    """An exercise of a block: what its sets share, and a row for each sort of them."""

    block: PlannedBlock
    head: str
    rows: tuple[tuple[str, ...], ...]


def print_page(report: Report) -> None:
    """Print the whole page, as wide as the terminal."""
    width = min(terminal_width(), MAX_WIDTH)
    plan = report.plan
    echo(Styled(cut(printable(plan.name), width), bold=True))
    for line in plan.about.splitlines():
        echo_text(click.wrap_text(printable(line), width))
    echo()
    for line in _summary(report):
        echo_text(click.wrap_text(line, width))
    echo()
    for parts in (*_strip(report, width), *_blocks(report, width), *_sums(report, width)):
        echo(*parts)
    for note in report.notes:
        echo_text(click.wrap_text(printable(f"note: {note}"), width))


def print_brief(report: Report) -> None:
    """Print what the session asks for, without its bar, its sums and its text."""
    width = min(terminal_width(), MAX_WIDTH)
    echo(Styled(cut(printable(report.plan.name), width), bold=True))
    for line in _summary(report):
        echo_text(click.wrap_text(line, width))
    for parts in _blocks(report, width):
        echo(*parts)


def _summary(report: Report) -> Iterator[str]:
    totals = report.totals
    whole, rest = clock_text(totals.duration_ms // 1000), clock_text(report.rest_ms // 1000)
    goal = f"{report.plan.goal} · " if report.plan.goal else ""
    yield f"{goal}{whole}, of which {rest} of rest and count-in"
    sums = (
        f"{counted(totals.sets, 'set')}, {totals.working_sets} of them working",
        counted(totals.reps, "rep") if totals.reps else "",
        f"time under tension {clock_text(totals.tut_ms // 1000)}" if totals.tut_ms else "",
        f"volume {volume_of(totals.volume_kg)}" if totals.volume_kg else "",
    )
    yield " · ".join(part for part in sums if part)


def _strip(report: Report, width: int) -> Iterator[Line]:
    """Yield the bar with its ends, the blocks under it, and what the signs mean."""
    end = clock_text(report.totals.duration_ms // 1000)
    parts = max(width - len(f"0:00  {end}"), 10)
    strip = bar_of(report, parts)
    if not strip:
        return
    bar = (_sign(stuff, times=len(list(run))) for stuff, run in groupby(strip))
    yield ("0:00 ", *bar, f" {end}")
    yield (f"{MARGIN}{_block_marks(report, parts)}".rstrip(),)
    yield from _legend([stuff for stuff in SIGNS if stuff in strip], width)


def _legend(stuffs: list[SegmentKind], width: int) -> Iterator[Line]:
    """Yield what the signs mean, as many on a line as fit."""
    room = width - len(MARGIN)
    line: Line = (MARGIN,)
    used = 0
    for stuff in stuffs:
        cells = len(f"x {stuff}  ")
        if used and used + cells > room:
            yield line
            line, used = (MARGIN,), 0
        gap = ("  ",) if used else ()
        line, used = (*line, *gap, _sign(stuff), f" {stuff}"), used + cells
    yield line


def _sign(stuff: SegmentKind, *, times: int = 1) -> Styled:
    sign, colour = SIGNS[stuff]
    return Styled(sign * times, fg=colour, dim=True if colour is None else None)


def _block_marks(report: Report, parts: int) -> str:
    """Return names of the blocks where they begin; a name ends where the next block begins."""
    blocks = report.plan.blocks
    starts = [
        _begin_ms(report, index) * parts // report.totals.duration_ms
        for index in range(len(blocks))
    ]
    marks = ""
    for block, start, end in zip(blocks, starts, (*starts[1:], parts), strict=True):
        name = printable(f"╵{block.name}")
        marks += name[: max(end - start - 1, 1)].ljust(end - start) if end > start else ""
    return marks


def _begin_ms(report: Report, block: int) -> int:
    steps = report.schedule.steps
    return next(
        one.start_ms
        for one in steps
        if one.step.set.block == block and not isinstance(one.step, Rest)
    )


def _blocks(report: Report, width: int) -> Iterator[Line]:
    """Yield each block with its exercises; all sets stand in the same columns."""
    parts = list(_exercises(report))
    rows = [row for part in parts for row in part.rows]
    lines = iter(aligned(rows, width=width - 2 * len(INDENT)))
    block = None
    for part in parts:
        if part.block is not block:
            block = part.block
            yield ()
            yield (Styled(cut(printable(f"{block.name} · {shape_of(block)}"), width), bold=True),)
        yield (cut(f"{INDENT}{printable(part.head)}", width),)
        yield from ((f"{INDENT}{INDENT}{next(lines)}",) for _ in part.rows)


def _exercises(report: Report) -> Iterator[_Exercise]:
    for number, own in groupby(report.sets, key=lambda one: one.id.block):
        block = report.plan.blocks[number]
        by_name: dict[str, list[AgendaSet]] = {}
        for one in own:
            by_name.setdefault(one.planned.exercise, []).append(one)
        for name, sets in by_name.items():
            traits = [_traits(one.planned) for one in sets]
            shared = {text for text in traits[0] if all(text in others for others in traits)}
            head = " · ".join((name, *(text for text in traits[0] if text in shared)))
            yield _Exercise(block, head, _rows(report, block, sets, shared))


def _rows(
    report: Report, block: PlannedBlock, sets: list[AgendaSet], shared: set[str]
) -> tuple[tuple[str, ...], ...]:
    """Return a row for the sets that follow each other and ask for the same.

    Of rounds that nobody can count one stands for all.
    """
    rests = rests_of(report.schedule.agenda)
    rows = [(*_asked(report, one, shared), rests[one.id]) for one in sets]
    if is_open(block):
        return tuple(dict.fromkeys(rows))
    counted_rows = ((row, len(list(alike))) for row, alike in groupby(rows))
    return tuple(
        (sort, f"{count} × {target}", *others) for (sort, target, *others), count in counted_rows
    )


def _asked(report: Report, one: AgendaSet, shared: set[str]) -> tuple[str, ...]:
    card = set_view(report.schedule.agenda, one)
    plan = one.planned
    return (
        "ramp" if card.is_ramp else "" if plan.type == "working" else plan.type,
        target_text(card),
        load_of(card.load),
        plates_of(card.plates),
        " · ".join(text for text in _traits(plan) if text not in shared),
    )


def _traits(plan: PlannedSet) -> tuple[str, ...]:
    """Return what the sets of an exercise mostly share, so that it is said once."""
    traits = (
        f"tempo {written_tempo(plan.tempo)} {_rep_strip(plan)}" if plan.tempo else "",
        ", then ".join(plan.sides),
        rpe_of(plan.rpe),
    )
    return tuple(trait for trait in traits if trait)


def _rep_strip(plan: PlannedSet) -> str:
    """Return one rep as it is lifted, a sign a second: `▲■▼▼`."""
    if plan.tempo is None:
        return ""
    phases = plan.tempo.phases(plan.starts_with)
    return "".join(SIGNS[SEGMENT_OF_PHASE[phase]][0] * (ms // 1000) for phase, ms in phases)


def _sums(report: Report, width: int) -> Iterator[Line]:
    if not report.exercises:
        return
    rows = [("without warm-ups", "sets", "reps", "TUT", "volume")]
    rows += [
        (
            one.name,
            str(one.sets),
            str(one.reps or ""),
            clock_text(one.tut_ms // 1000) if one.tut_ms else "",
            volume_of(one.volume_kg) if one.volume_kg else "",
        )
        for one in report.exercises
    ]
    head, *lines = aligned(rows, width=width, right=frozenset(range(1, 5)))
    yield ()
    yield (Styled(head, bold=True),)
    yield from ((line,) for line in lines)
