"""Today's sets at a glance: what is done, what is going on, and what is to come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from benchside.runner import SetStatus
from benchside.view.sets import look_back, set_view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.runner import RunState
    from benchside.timeline import AgendaSet, SetId
    from benchside.view.view import LastSetView, SetView


class SetStage(Enum):
    """How far a set is."""

    DONE = "done"
    ASSUMED = "assumed"
    """Done, and nobody has answered for it yet."""
    SKIPPED = "skipped"
    NOW = "now"
    """Going on, or the one that comes next."""
    TO_COME = "to come"
    PASSED_OVER = "passed over"
    """To come, though sets after it are done: the session went on without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewSet:
    """A set of the session, with its result where it has one."""

    set: SetView
    stage: SetStage
    result: LastSetView | None

    @property
    def id(self) -> SetId:
        """The name of the set."""
        return self.set.id


def overview_of(run: RunState) -> tuple[OverviewSet, ...]:
    """Return every set of the session that is known, in order; of open rounds those reached."""
    return tuple(_overview(run))


def _overview(run: RunState) -> Iterator[OverviewSet]:
    now = run.set_to_come
    now_place = len(run.agenda.sets) if now is None else run.agenda.place(now)
    for place, one in enumerate(run.agenda.sets):
        result = run.results.of(one.id)
        is_closed = one.id.block in run.agenda.closed_blocks
        if result is None and is_closed:
            continue
        yield OverviewSet(
            set=set_view(run.agenda, one),
            stage=_stage(run, one, is_before=place < now_place),
            result=None if result is None else look_back(run.agenda, result),
        )


def _stage(run: RunState, one: AgendaSet, *, is_before: bool) -> SetStage:
    result = run.results.of(one.id)
    if one.id == run.set_to_come:
        return SetStage.NOW
    if result is None:
        return SetStage.PASSED_OVER if is_before else SetStage.TO_COME
    match result.status:
        case SetStatus.ASSUMED:
            return SetStage.ASSUMED
        case SetStatus.SKIPPED:
            return SetStage.SKIPPED
        case SetStatus.DONE | SetStatus.CUT:
            return SetStage.DONE
