"""How blocks are said: their shape on one line, and the rests between their sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.session import format_duration, format_rest
from benchside.timeline import is_open
from benchside.view.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.session import PlannedBlock
    from benchside.timeline import Agenda, AgendaSet, SetId


def shape_of(block: PlannedBlock) -> str:
    """Return what a block is and how it goes: `main · 3 rounds · for time, at most 10m`."""
    parts = (
        block.kind.value,
        counted(block.rounds, "round") if block.rounds is not None else "",
        f"every {format_duration(block.every_ms)}" if block.every_ms is not None else "",
        f"a set every {format_duration(block.every_set_ms)}" if block.every_set_ms else "",
        _cap(block),
    )
    return listed(parts)


def _cap(block: PlannedBlock) -> str:
    if block.time_cap_ms is None:
        return ""
    cap = format_duration(block.time_cap_ms)
    return f"as many rounds as possible in {cap}" if is_open(block) else f"for time, at most {cap}"


def rests_of(agenda: Agenda) -> Mapping[SetId, str]:
    """Return the rest after each set, `rest 3m`; empty where there is none, or the clock decides.

    After the session's last set there is none: it is told together with the sets before it.
    """
    told = {one.id: _rest(agenda.block_of(one.id), one) for one in agenda.sets}
    *before, last = agenda.sets
    alike = [one.id for one in before if _sort(one) == _sort(last)]
    return {**told, last.id: told[alike[-1]] if alike else ""}


def _rest(block: PlannedBlock, one: AgendaSet) -> str:
    is_on_clock = block.every_ms is not None or block.every_set_ms is not None
    return f"rest {format_rest(one.rest)}" if one.rest.ready_ms and not is_on_clock else ""


def _sort(one: AgendaSet) -> tuple[int, int, bool]:
    return one.id.block, one.id.exercise, one.id.is_ramp
