"""The agenda: the sets of a session in the order in which they are to be done.

A frozen value. It says which set comes after which; what was done stands in the results, what is
going on in the runner. Changes of mind (`timeline.changes`) make a new agenda. Rounds without an
end come into being when they are reached, so a time cap is reached whatever the pace.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from benchside.timeline.rounds import (
    expected_rounds,
    is_for_time,
    rest_after,
    sets_before,
    start_on_clock_ms,
)
from benchside.timeline.set_id import SetId

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from benchside.session import Plan, PlannedBlock, PlannedSet, RestWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaSet:
    """A set in its place."""

    id: SetId
    planned: PlannedSet
    rest: RestWindow
    """What follows it, where another set follows."""
    on_clock_ms: int | None = None
    """Starts at this moment of its block's clock (EMOM); None where no clock starts it."""
    is_first_of_round: bool = False
    """It begins a round of so many for time, which has a cue of its own."""


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """The sets of a session, in order. Invariant: no two sets have the same id."""

    plan: Plan
    sets: tuple[AgendaSet, ...]
    expected_rounds: tuple[int, ...]
    """How many rounds each block is expected to have; 1 where it has none."""
    closed_blocks: frozenset[int] = frozenset()
    """Blocks whose time cap is reached: what is not done of them does not come any more."""

    @cached_property
    def _places(self) -> dict[SetId, int]:
        return {one.id: place for place, one in enumerate(self.sets)}

    def __contains__(self, set_id: object) -> bool:
        """Return whether a set is known by this name."""
        return set_id in self._places

    def at(self, set_id: SetId) -> AgendaSet:
        """Return the set of this name; raises KeyError where there is none."""
        return self.sets[self._places[set_id]]

    def place(self, set_id: SetId) -> int:
        """Return the place of a set in the order, from 0; raises KeyError where there is none."""
        return self._places[set_id]

    def due_on_clock_ms(self, set_id: SetId) -> int:
        """Return when the round of a set is due on the clock of its block; 0 without a clock."""
        one = self.at(set_id)
        if one.on_clock_ms is not None:
            return one.on_clock_ms
        return start_on_clock_ms(self.block_of(set_id), set_id.round or 1, 0, 0) or 0

    def block_of(self, set_id: SetId) -> PlannedBlock:
        """Return the block that a set belongs to."""
        return self.plan.blocks[set_id.block]

    def next_after(self, set_id: SetId, done: Container[SetId]) -> AgendaSet | None:
        """Return the first set after one that is not done; None where none follows."""
        later = islice(self.sets, self._places[set_id] + 1, None)
        return next((one for one in later if self._comes(one, done)), None)

    def before(self, set_id: SetId) -> AgendaSet | None:
        """Return the set right before one in the order; None for the first."""
        place = self._places[set_id]
        return self.sets[place - 1] if place else None

    def left(self, done: Container[SetId]) -> Iterator[AgendaSet]:
        """Yield the sets that are not done, in order; rounds without an end left out."""
        for one in self.sets:
            if self._comes(one, done) and not is_open(self.block_of(one.id)):
                yield one

    def _comes(self, one: AgendaSet, done: Container[SetId]) -> bool:
        return one.id not in done and one.id.block not in self.closed_blocks

    def reached(self, set_id: SetId) -> Agenda:
        """Return the agenda with one more round, if a set of the last known open round is entered.

        So what comes after a set is always known while the set is going on.
        """
        block = self.block_of(set_id)
        if not is_open(block) or set_id.round is None:
            return self
        if any(
            one.id.block == set_id.block and (one.id.round or 0) > set_id.round for one in self.sets
        ):
            return self
        last = max(place for place, one in enumerate(self.sets) if one.id.block == set_id.block)
        more = round_sets(block, set_id.block, set_id.round + 1, self.expected_rounds[set_id.block])
        fresh = tuple(one for one in more if one.id not in self)
        return replace(self, sets=(*self.sets[: last + 1], *fresh, *self.sets[last + 1 :]))

    def closed(self, block: int) -> Agenda:
        """Return the agenda in which no more sets of a block come: its time cap is reached."""
        return replace(self, closed_blocks=self.closed_blocks | {block})

    def as_last_of_block(self, one: AgendaSet) -> AgendaSet:
        """Return a set with the rest that follows its block, for it became the last one of it."""
        last = self.block_of(one.id).exercises[-1].sets[-1]
        return replace(one, rest=last.rest)


def agenda_of(plan: Plan) -> Agenda:
    """Return the sets of a plan in the order they are planned; of open rounds the first two."""
    expected = tuple(expected_rounds(block) for block in plan.blocks)
    sets = (
        one
        for index, block in enumerate(plan.blocks)
        for one in _planned_sets(block, index, expected[index])
    )
    return Agenda(plan=plan, sets=tuple(sets), expected_rounds=expected)


def goes_round(block: PlannedBlock) -> bool:
    """Return whether the exercises of a block take turns."""
    return block.rounds is not None or block.time_cap_ms is not None


def is_open(block: PlannedBlock) -> bool:
    """Return whether the rounds of a block have no end but its cap."""
    return block.rounds is None and block.time_cap_ms is not None


def round_sets(block: PlannedBlock, index: int, number: int, expected: int) -> Iterator[AgendaSet]:
    """Yield the sets of one round of a block; an exercise may sit it out."""
    written = [
        (position, planned)
        for position, exercise in enumerate(block.exercises)
        if (planned := exercise.set_of_round(number)) is not None
    ]
    has_next = is_open(block) or number < expected
    before = sets_before(block, number)
    for place, (position, asked) in enumerate(written):
        planned = replace(
            asked, number=number, of=max(_rounds_of(block, position, expected), number)
        )
        ends_round = place == len(written) - 1 and has_next
        yield AgendaSet(
            id=SetId(index, position, number, number),
            planned=planned,
            rest=rest_after(block, planned, ends_round=ends_round),
            on_clock_ms=start_on_clock_ms(block, number, place, before + place),
            is_first_of_round=is_for_time(block) and place == 0 and number > 1,
        )


def _rounds_of(block: PlannedBlock, position: int, expected: int) -> int:
    rounds = block.exercises[position].rounds
    return expected if rounds is None else min(rounds, expected)


def _planned_sets(block: PlannedBlock, index: int, expected: int) -> Iterator[AgendaSet]:
    if goes_round(block):
        for number in range(1, (2 if is_open(block) else expected) + 1):
            yield from round_sets(block, index, number, expected)
        return
    counted = 0
    for position, exercise in enumerate(block.exercises):
        for planned in exercise.sets:
            set_id = SetId(index, position, planned.number, is_ramp=planned.is_ramp)
            yield AgendaSet(
                id=set_id,
                planned=planned,
                rest=rest_after(block, planned, ends_round=False),
                on_clock_ms=start_on_clock_ms(block, 1, counted, counted),
            )
            counted += 1
