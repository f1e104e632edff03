"""What a session holds, block by block, in the few words that its preview has room for."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from benchside.session import SetType, format_duration, target_text
from benchside.timeline import is_open
from benchside.view import EACH_SIDE, load_of, rests_of, rpe_of, shape_of, written_tempo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchside.session import BlockKind, PlannedBlock, PlannedSet
    from benchside.timeline import Agenda, AgendaSet, SetId


@dataclass(frozen=True, slots=True)
class Row:
    """Sets of one exercise that are alike in load, tempo and rest."""

    exercise: str
    """Empty where it is the same as in the row above."""
    sets: str
    """`5 × 5-8`, `2 × 30s`; ramp sets in full: `50 kg × 8, 70 kg × 5`."""
    details: str
    """`100 kg · 2-1-X-1 · rest 3m`."""


@dataclass(frozen=True, slots=True)
class BlockOutline:
    """A block with its rows."""

    name: str
    about: str
    """`warm-up · 2 rounds`."""
    rows: tuple[Row, ...]


def outline(agenda: Agenda) -> tuple[BlockOutline, ...]:
    """Return what each block of a session holds."""
    rests = rests_of(agenda)
    return tuple(
        BlockOutline(
            block.name,
            shape_of(block),
            tuple(_rows([one for one in agenda.sets if one.id.block == index], block, rests)),
        )
        for index, block in enumerate(agenda.plan.blocks)
    )


def _rows(sets: Sequence[AgendaSet], block: PlannedBlock, rests: Mapping[SetId, str]) -> list[Row]:
    """Return a row for each exercise and sort of set, in the order they first come.

    How many rounds are done until a cap nobody knows, so sets are not counted there.
    """
    rows: list[Row] = []
    for exercise in dict.fromkeys(each.planned.exercise for each in sets):
        own = [each for each in sets if each.planned.exercise == exercise]
        ramp = [each.planned for each in own if each.id.is_ramp]
        others = [each for each in own if not each.id.is_ramp]
        fresh = [_ramp_row(ramp)] if ramp else []
        fresh += [
            Row("", target if is_open(block) else f"{len(list(alike))} × {target}", details)
            for (target, details), alike in groupby(
                others,
                key=lambda each: (
                    _target(each.planned),
                    _details(each.planned, block.kind, rests[each.id]),
                ),
            )
        ]
        rows += [
            Row(exercise if position == 0 else "", row.sets, row.details)
            for position, row in enumerate(fresh)
        ]
    return rows


def _ramp_row(ramp: Sequence[PlannedSet]) -> Row:
    sets = ", ".join(
        f"{load_of(each.load)} × {_target(each)}" if each.load else _target(each) for each in ramp
    )
    return Row("", "ramp", sets)


def _target(planned: PlannedSet) -> str:
    if planned.reps is not None and planned.time_ms is not None and not planned.parts:
        return f"max in {format_duration(planned.time_ms)}"
    return target_text(planned)


def _details(planned: PlannedSet, kind: BlockKind, rest: str) -> str:
    is_told = planned.type is SetType.WORKING or planned.type.value == kind.value
    parts = (
        "" if is_told else planned.type,
        load_of(planned.load),
        written_tempo(planned.tempo),
        rpe_of(planned.rpe),
        EACH_SIDE if planned.sides else "",
        rest,
    )
    return " · ".join(part for part in parts if part)
