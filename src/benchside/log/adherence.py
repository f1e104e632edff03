"""Adherence: what was planned against what was done, in sets, loads, reps and rests.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.log.attempts import compare_loads
from benchside.runner import SetStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchside.log.facts import SessionFact, SetFact


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAdherence:
    """Sets by what became of them; together they are those that were planned, or more."""

    planned: int
    done: int
    assumed: int
    """Nobody has answered for them."""
    cut: int
    skipped: int
    unreached: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadAdherence:
    """Loads of done sets of work against those that were offered."""

    as_planned: int
    lighter: int
    """With less, or with another thing."""
    heavier: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RepAdherence:
    """Reps of done sets of work against what they asked for at least."""

    reached: int
    fewer: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestAdherence:
    """Rests of which both the planned and the taken length are known."""

    rests: int
    planned_ms: int
    """All together."""
    taken_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """How far sessions went as planned."""

    sets: SetAdherence
    loads: LoadAdherence
    reps: RepAdherence
    rests: RestAdherence


def adherence_of(sessions: Iterable[SessionFact]) -> Adherence:
    """Compare sessions with their plans."""
    sessions = tuple(sessions)
    sets = [one for session in sessions for one in session.sets]
    work = [one for one in sets if one.is_counted]
    return Adherence(
        sets=_sets(sessions, sets),
        loads=_loads(work),
        reps=_reps(work),
        rests=rests_of(sets),
    )


def rests_of(sets: Iterable[SetFact]) -> RestAdherence:
    """Add up rests that were planned and taken."""
    rests = [
        (one.planned_rest_ms, one.taken_rest_ms)
        for one in sets
        if one.planned_rest_ms is not None and one.taken_rest_ms is not None
    ]
    return RestAdherence(
        rests=len(rests),
        planned_ms=sum(planned for planned, _ in rests),
        taken_ms=sum(taken for _, taken in rests),
    )


def _sets(sessions: Sequence[SessionFact], sets: Sequence[SetFact]) -> SetAdherence:
    statuses = [one.status for one in sets]
    return SetAdherence(
        planned=sum(session.planned_sets for session in sessions),
        done=statuses.count(SetStatus.DONE),
        assumed=statuses.count(SetStatus.ASSUMED),
        cut=statuses.count(SetStatus.CUT),
        skipped=statuses.count(SetStatus.SKIPPED),
        unreached=sum(max(one.planned_sets - len(one.sets), 0) for one in sessions),
    )


def _loads(work: Iterable[SetFact]) -> LoadAdherence:
    compared = [
        compare_loads(one.load, one.target_load)
        for one in work
        if one.load is not None and one.target_load is not None
    ]
    return LoadAdherence(
        as_planned=compared.count(0), lighter=compared.count(-1), heavier=compared.count(1)
    )


def _reps(work: Iterable[SetFact]) -> RepAdherence:
    reached = [
        one.reps >= one.target_reps.low
        for one in work
        if one.reps is not None and one.target_reps is not None and one.target_reps.low
    ]
    return RepAdherence(reached=reached.count(True), fewer=reached.count(False))
