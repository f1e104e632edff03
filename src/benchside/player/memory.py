"""What the log knows of the set that is shown, beside what was done today.

The log is read elsewhere, by whoever opens the session, and what it knows may come at any time:
until then nobody remembers anything, and the session goes on all the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from benchside.log import (
    NO_MEMORY,
    RecordKind,
    coming_sets,
    fact_of_set,
    key_of,
    load_changes,
    records_since,
    review_of,
    set_record,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from benchside.log import (
        ExerciseKey,
        LastTime,
        LoadOffer,
        PersonalRecord,
        Proposal,
        Record,
        SessionMemory,
        SessionReview,
        SetFact,
    )
    from benchside.runner import ChangeLoad, RunState, SetResult
    from benchside.session import Load
    from benchside.timeline import SetId

    Recall: TypeAlias = Callable[[], SessionMemory | None]
    """Returns what the log knows of the session; None while it is not read yet."""

_OF_A_SET = frozenset({RecordKind.LOAD, RecordKind.REPS, RecordKind.E1RM})
"""Records of a single set; those of a session are told when it is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """A load that the log proposes, as long as no set that it is for is done."""

    exercise: str
    sets: tuple[SetId, ...]
    proposal: Proposal
    written: Load | None
    """As the session offers it by itself."""
    is_taken: bool
    commands: tuple[ChangeLoad, ...]
    """What takes it, or puts the session's load back where it is taken; () where nothing can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMemory:
    """What the log knows of the set that is shown, and what is to be said of the session so far."""

    exercise: str
    last: LastTime | None
    """The exercise as it was done last; None where it never was."""
    proposal: Proposal | None
    """What to lift today, where a rule asks for it and the athlete has not said otherwise."""
    goal_reps: int
    """Reps to reach in this set by the proposal; 0 where there is none."""
    offers: tuple[OfferView, ...]
    """Loads that can still be taken, in all of the session, in its order."""
    records: tuple[PersonalRecord, ...]
    """Of the sets that the athlete has answered for, the oldest first."""
    new_records: tuple[PersonalRecord, ...]
    """Of these the ones of the set that was worked last."""

    @property
    def offer(self) -> OfferView | None:
        """What can be taken for the exercise that is shown; None where nothing can."""
        return next((one for one in self.offers if one.proposal is self.proposal), None)

    @property
    def take(self) -> tuple[ChangeLoad, ...]:
        """What takes every offer; where all are taken, what puts the session's loads back."""
        left = [one for one in self.offers if not one.is_taken]
        return tuple(command for one in left or self.offers for command in one.commands)


class MemoryViewer:
    """Looks at a run with the eyes of the log. Works anew only what has changed."""

    def __init__(self, recall: Recall) -> None:
        self._recall = recall
        self._seen: tuple[tuple[object, ...], SetMemory] | None = None
        self._facts: dict[SetId, tuple[SetResult, SetFact]] = {}
        self._records: dict[ExerciseKey, tuple[list[SetFact], tuple[PersonalRecord, ...]]] = {}
        self._reviewed: tuple[Record, SessionMemory, SessionReview] | None = None

    def see(self, run: RunState, *, started: datetime | None) -> SetMemory | None:
        """Return what is known of the set that is shown; None while the log is not read.

        `started` is when the session began, None before it has.
        """
        memory = self._recall()
        if memory is None:
            return None
        moment = (memory, run.agenda, run.results.sets, run.shown_set.id, run.results.last_id)
        if self._seen is None or not _is_same(self._seen[0], moment):
            self._seen = moment, self._look(memory, run, started)
        return self._seen[1]

    def review(self, record: Record) -> SessionReview:
        """Return a session against what was known before it."""
        memory = self._recall() or NO_MEMORY
        kept = self._reviewed
        if kept is None or kept[1] is not memory or kept[0] != record:
            kept = self._reviewed = record, memory, review_of(record, memory)
        return kept[2]

    def _look(self, memory: SessionMemory, run: RunState, started: datetime | None) -> SetMemory:
        shown = run.shown_set
        known = memory.of(shown.planned)
        offers = tuple(
            view
            for offer in memory.offers
            if offer.is_change and (view := _offer_view(offer, run)) is not None
        )
        proposal, goal_reps = _proposal_of(memory, run, offers)
        records = self._all_records(memory, run, started)
        last = None if run.results.last_id is None else self._facts.get(run.results.last_id)
        return SetMemory(
            exercise=shown.planned.exercise,
            last=known.last if known else None,
            proposal=proposal,
            goal_reps=goal_reps,
            offers=offers,
            records=records,
            new_records=tuple(one for one in records if last is not None and one.by == last[1]),
        )

    def _all_records(
        self, memory: SessionMemory, run: RunState, started: datetime | None
    ) -> tuple[PersonalRecord, ...]:
        """Return the records of single sets so far, in the order of the sets."""
        if started is None:
            return ()
        facts: dict[ExerciseKey, list[SetFact]] = {}
        for result in run.results.sets:
            planned = run.agenda.at(result.set).planned
            facts.setdefault(key_of(planned), []).append(self._fact(result, run, started))
        found: list[PersonalRecord] = []
        for key, sets in facts.items():
            known = memory.exercises.get(key)
            kept = self._records.get(key)
            if known is None:
                continue
            if kept is None or kept[0] != sets:
                told = records_since(known.earlier, sets)
                records = tuple(one for one in told if one.kind in _OF_A_SET)
                kept = self._records[key] = sets, records
            found += kept[1]
        return tuple(found)

    def _fact(self, result: SetResult, run: RunState, started: datetime) -> SetFact:
        result = replace(result, rest_ms=None)  # which goes on after the set is told
        kept = self._facts.get(result.set)
        if kept is None or kept[0] != result:
            record = set_record(run.agenda, result, started=started)
            fact = fact_of_set(record, session="today", file="", date=started, athlete="")
            kept = self._facts[result.set] = result, fact
        return kept[1]


def nothing_known() -> None:
    """Remember nothing: there is no log to read."""


def _is_same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    """Return whether two moments look alike: a run that was not changed keeps its values."""
    *kept, shown, last = before
    *values, now_shown, now_last = now
    is_kept = all(one is other for one, other in zip(kept, values, strict=True))
    return is_kept and (shown, last) == (now_shown, now_last)


def _offer_view(offer: LoadOffer, run: RunState) -> OfferView | None:
    """Return an offer that can still be taken; None from its first set on."""
    group, load = offer.group, offer.proposal.load
    coming = coming_sets(group, run.agenda, run.results.ids)
    if load is None or not coming or any(set_id in run.results.ids for set_id in group.sets):
        return None
    is_taken = all(one.planned.load == load for one in coming)
    other = group.load if is_taken else load
    return OfferView(
        exercise=group.exercise,
        sets=tuple(one.id for one in coming),
        proposal=offer.proposal,
        written=group.load,
        is_taken=is_taken,
        commands=() if other is None else load_changes(group, other, run.agenda, run.results.ids),
    )


def _proposal_of(
    memory: SessionMemory, run: RunState, offers: tuple[OfferView, ...]
) -> tuple[Proposal | None, int]:
    """Return the proposal for the set that is shown, and the reps to reach in it.

    A load that was not taken before the first set was refused: nothing is proposed any more.
    """
    shown = run.shown_set
    of_ramp = (shown.id.block, shown.id.exercise) if shown.id.is_ramp else None
    for offer in memory.offers:
        sets, proposal = offer.group.sets, offer.proposal
        is_of_ramp = of_ramp in [(one.block, one.exercise) for one in sets]
        if shown.id not in sets and not is_of_ramp:
            continue
        is_open = any(one.proposal is proposal for one in offers)
        lifted = shown.planned.load
        if is_open or is_of_ramp or proposal.load in (None, lifted):
            place = sets.index(shown.id) if shown.id in sets else None
            has_goal = place is not None and place < len(proposal.reps)
            return proposal, proposal.reps[place] if has_goal and place is not None else 0
    return None, 0
