"""Every shipped session, compiled: when each step begins, and what is heard in it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest

from benchside.session.values.load import format_load
from benchside.session.values.reps import format_reps
from benchside.timeline.cues import CueKind
from benchside.timeline.steps import StepKind
from benchside.timeline.totals import schedule, totals_of
from tests.golden.shipped_sessions import clock, paths, timeline_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchside.session.plan.plan import PlannedSet
    from benchside.timeline.cues import Cue
    from benchside.timeline.steps import Step, Timeline, TimelineBlock, TimelineSet
    from benchside.timeline.totals import Placed

SESSIONS = [path.stem for path in paths()]
MAX_LINES = 400
"""More than this nobody reviews."""


@pytest.mark.parametrize("name", SESSIONS)
def test_a_shipped_session_runs_as_it_was_reviewed(
    name: str, assert_golden: Callable[[str, str], None]
) -> None:
    timeline = timeline_of(name)

    text = timeline_text(timeline)

    assert text.count("\n") <= MAX_LINES
    assert_golden(name, text)


def timeline_text(timeline: Timeline) -> str:
    return "\n".join(timeline_lines(timeline)) + "\n"


def timeline_lines(timeline: Timeline) -> Iterator[str]:
    totals = totals_of(timeline)
    yield timeline.name
    yield (
        f"{clock(totals.duration_ms)} in all, {totals.working_sets} working sets of {totals.sets}, "
        f"{totals.reps} reps, {seconds(totals.tut_ms)} s under tension, {totals.volume_kg} kg"
    )
    placed = schedule(timeline)
    for block in timeline.blocks:
        yield ""
        yield block_line(block)
        for one in placed:
            if block.first_step <= one.step.index < block.end_step:
                yield from step_lines(one, timeline.sets[one.step.set_index])


def block_line(block: TimelineBlock) -> str:
    shape = [
        f"{block.rounds} rounds" if block.rounds else "",
        f"every {seconds(block.every_ms)} s" if block.every_ms else "",
        f"cap {seconds(block.time_cap_ms)} s" if block.time_cap_ms else "",
    ]
    return ", ".join([f"{block.name}: {block.kind}", *filter(None, shape)])


def step_lines(placed: Placed, its_set: TimelineSet) -> Iterator[str]:
    step = placed.step
    head = [clock(placed.start_ms), f"{step.kind:7}", length(step)]
    if step.kind is StepKind.WORK:
        head.append(set_text(its_set.plan))
    if step.side:
        head.append(f"[{step.side}]")
    tempo = its_set.plan.tempo
    if step.kind is StepKind.WORK and tempo is not None:
        yield "  ".join(head)
        yield from rep_lines(step.cues, tempo.rep_ms)
    else:
        yield "  ".join([*head, *([cues_text(step.cues)] if step.cues else [])])


def length(step: Step) -> str:
    """Seconds that a step lasts, `~` where a key ends it, and when a rest is ready before that."""
    mark = "~" if step.duration_ms is None else " "
    is_ready_earlier = step.ready_ms not in (None, step.nominal_ms)
    ready = f" (ready {seconds(step.ready_ms or 0)})" if is_ready_earlier else ""
    return f"{mark}{seconds(step.nominal_ms):>7}{ready}"


def set_text(planned: PlannedSet) -> str:
    target = [
        f"{format_reps(planned.reps)} reps" if planned.reps else "",
        f"in {seconds(planned.time_ms)} s" if planned.time_ms else "",
        f"at {format_load(planned.load)}" if planned.load else "",
    ]
    sort = "ramp" if planned.is_ramp else planned.type
    return " ".join(
        [f"{planned.exercise} {sort} {planned.number}/{planned.of}:", *filter(None, target)]
    )


def rep_lines(cues: tuple[Cue, ...], rep_ms: int) -> Iterator[str]:
    """Reps that sound alike share a line; times count from the start of their rep."""
    by_rep = sorted(cues, key=lambda cue: rep_of(cue, rep_ms))
    reps = [
        (rep, cues_text(tuple(group), from_ms=rep * rep_ms))
        for rep, group in groupby(by_rep, key=lambda cue: rep_of(cue, rep_ms))
    ]
    for text, group in groupby(reps, key=lambda rep: rep[1]):
        numbers = [number + 1 for number, _ in group]
        last = f"-{numbers[-1]}" if len(numbers) > 1 else ""
        yield f"{'':12}{f'rep {numbers[0]}{last}':9} {text}"


def rep_of(cue: Cue, rep_ms: int) -> int:
    """The rep, from 0, that a cue belongs to: one that ends a rep is not of the next."""
    ends_rep = cue.kind in (CueKind.REP_DONE, CueKind.SET_DONE)
    return (cue.at_ms - 1 if ends_rep else cue.at_ms) // rep_ms


def cues_text(cues: tuple[Cue, ...], *, from_ms: int = 0) -> str:
    """Cues as `2 count-in 3, 3 count-in 2`: seconds, name, and what is counted but reps."""
    return ", ".join(
        f"{seconds(cue.at_ms - from_ms)} {cue.kind.value}"
        + (f" {cue.count}" if cue.kind is CueKind.COUNT_IN else "")
        for cue in cues
    )


def seconds(ms: int) -> str:
    """Seconds without zeros that say nothing."""
    return f"{ms / 1_000:g}"
