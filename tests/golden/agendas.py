"""A compiled session as text: when each step begins, and what is heard in it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from benchside.session.plan.target import target_text
from benchside.session.values.load import format_load
from benchside.session.values.reps import format_reps
from benchside.timeline.cueing import LAST_REP_AHEAD_MS
from benchside.timeline.cues import CueKind
from benchside.timeline.schedule import schedule_of
from benchside.timeline.steps import PartRest, Rest, Work, kind_of
from benchside.timeline.totals import totals_of
from tests.golden.shipped_sessions import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.session.plan.plan import PlannedBlock, PlannedSet
    from benchside.timeline.agenda import Agenda
    from benchside.timeline.cues import Cue
    from benchside.timeline.schedule import ScheduledStep
    from benchside.timeline.steps import TimedStep


def agenda_text(agenda: Agenda) -> str:
    return "\n".join(agenda_lines(agenda)) + "\n"


def agenda_lines(agenda: Agenda) -> Iterator[str]:
    schedule = schedule_of(agenda)
    totals = totals_of(schedule)
    yield agenda.plan.name
    yield (
        f"{clock(totals.duration_ms)} in all, {totals.working_sets} working sets of {totals.sets}, "
        f"{totals.reps} reps, {seconds(totals.tut_ms)} s under tension, {totals.volume_kg} kg"
    )
    for index, block in enumerate(agenda.plan.blocks):
        yield ""
        yield block_line(block)
        for one in schedule.steps:
            if one.step.set.block == index:
                yield from step_lines(one)


def block_line(block: PlannedBlock) -> str:
    shape = [
        f"{block.rounds} rounds" if block.rounds else "",
        f"every {seconds(block.every_ms)} s" if block.every_ms else "",
        f"a set every {seconds(block.every_set_ms)} s" if block.every_set_ms else "",
        f"cap {seconds(block.time_cap_ms)} s" if block.time_cap_ms else "",
    ]
    return ", ".join([f"{block.name}: {block.kind}", *filter(None, shape)])


def step_lines(one: ScheduledStep) -> Iterator[str]:
    step = one.step
    head = [clock(one.start_ms), f"{kind_of(step):7}", length(step)]
    if isinstance(step, Work):
        head.append(set_text(one.planned))
    if isinstance(step, Work | PartRest) and step.part:
        head.append(f"(part {step.part})")
    if step.side:
        head.append(f"[{step.side}]")
    tempo = one.planned.tempo
    if isinstance(step, Work) and tempo is not None:
        yield "  ".join(head)
        yield from rep_lines(step.cues, tempo.rep_ms)
    else:
        yield "  ".join([*head, *([cues_text(step.cues)] if step.cues else [])])


def length(step: TimedStep) -> str:
    """Seconds that a step lasts, `~` where a key ends it, and when a rest is ready before that."""
    mark = "~" if step.duration_ms is None else " "
    is_ready_earlier = isinstance(step, Rest) and step.ready_ms != step.nominal_ms
    ready = (
        f" (ready {seconds(step.ready_ms)})" if isinstance(step, Rest) and is_ready_earlier else ""
    )
    return f"{mark}{seconds(step.nominal_ms):>7}{ready}"


def set_text(planned: PlannedSet) -> str:
    is_plain = not (planned.parts or planned.open_time or planned.distance or planned.calories)
    target = [
        "" if is_plain else target_text(planned),
        f"{format_reps(planned.reps)} reps" if planned.reps and is_plain else "",
        f"in {seconds(planned.time_ms)} s" if planned.time_ms and is_plain else "",
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
    if cue.kind is CueKind.LAST_REP:
        return (cue.at_ms + LAST_REP_AHEAD_MS) // rep_ms
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
