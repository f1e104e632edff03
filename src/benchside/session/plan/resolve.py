"""A session becomes a plan: blocks with their shapes, exercises with all their sets.

Promises nothing but what the file says or `defaults` expects; trusts that `rules` has passed it.
Finds what only values can tell: a ramp that leads up to no weight, a session beyond the bounds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from benchside.session.file.findings import KeyProblem
from benchside.session.file.model import Block, Defaults, Session
from benchside.session.plan.budget import Budget, TooMuchError
from benchside.session.plan.defaults import FIRST_PREPARE_MS, rest_after
from benchside.session.plan.exercise_sets import ExerciseResolver
from benchside.session.plan.first_count_in import with_first_count_in
from benchside.session.plan.inheritance import Unsaid
from benchside.session.plan.levels import ExerciseLevel
from benchside.session.plan.plan import Plan, PlannedBlock, PlannedExercise
from benchside.session.plan.schemes import SchemeLookup
from benchside.session.values.rest import RestWindow
from benchside.session.values.vocabulary import BlockKind, SetType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchside.session.athlete.athlete import Athlete
    from benchside.session.exercises.catalogue import Catalogue
    from benchside.session.file.asked import SetEntry
    from benchside.session.file.findings import KeyPath
    from benchside.session.plan.levels import ExerciseLevels


@dataclass(slots=True, kw_only=True)
class Resolver:
    """Makes the plan of one session; collects what it finds wrong on the way."""

    included: Mapping[str, Session]
    """Sessions that are included, directly or not, by name; no circles. One that is not here has
    been found to be wrong, and is passed over."""
    prepare_ms: int
    """The count-in where nothing is said."""
    athlete: Athlete
    catalogue: Catalogue
    of_week: Mapping[str, tuple[SetEntry, ...]]
    """Schemes of the week of a program; they win over those of the session."""
    is_partial: bool = False
    """Something of the session has been found to be wrong and was left out, so that nothing can be
    said of what an exercise has to do with another."""
    findings: list[KeyProblem] = field(default_factory=list)
    schemes: SchemeLookup = field(init=False)
    _budget: Budget = field(init=False)
    _exercises: ExerciseResolver = field(init=False)

    def __post_init__(self) -> None:
        self.schemes = SchemeLookup(of_week=self.of_week)
        self._budget = Budget(self.findings)
        self._exercises = ExerciseResolver(
            athlete=self.athlete,
            catalogue=self.catalogue,
            schemes=self.schemes,
            budget=self._budget,
            findings=self.findings,
            is_partial=self.is_partial,
        )

    def plan(self, session: Session) -> Plan | None:
        """Make the plan, or None where something is found."""
        try:
            blocks = self._begun(tuple(self._blocks(session, None)))
        except TooMuchError:
            return None
        if self.findings or self.schemes.findings:
            return None
        return Plan(
            name=session.name,
            about=session.about or "",
            goal=session.goal,
            blocks=blocks,
            athlete=self.athlete,
            catalogue=self.catalogue,
        )

    def _begun(self, blocks: tuple[PlannedBlock, ...]) -> tuple[PlannedBlock, ...]:
        """Blocks that do not begin with work at once."""
        begun = with_first_count_in(blocks)
        if begun is not blocks:
            self._budget.spend(steps=1, ms=FIRST_PREPARE_MS, path=("block", 0))
        return begun

    def _blocks(self, session: Session, within: KeyPath | None) -> Iterator[PlannedBlock]:
        """Resolve blocks; what is wrong with included ones is found where they are included."""
        for i, block in enumerate(session.blocks):
            if block.include is not None:
                inner = self.included.get(block.include)
                if inner is not None:
                    yield from self._blocks(inner, within or ("block", i, "include"))
            else:
                yield self._block(session, block, i, within)

    def _block(
        self, session: Session, block: Block, index: int, within: KeyPath | None
    ) -> PlannedBlock:
        path = within or ("block", index)
        here = ExerciseLevel(block, path, is_elsewhere=within is not None)
        above = ExerciseLevel(session.defaults or Defaults(), within or ("defaults",), bool(within))
        exercises = []
        for j, exercise in enumerate(block.exercises):
            own = ExerciseLevel(exercise, within or (*path, "exercise", j), bool(within))
            is_last = j == len(block.exercises) - 1
            rest = rest_after(
                goal=session.goal,
                kind=_kind(block),
                is_within_round=goes_round(block) and not is_last,
            )
            unsaid = Unsaid(
                exercise=exercise.name,
                rest=rest,
                prepare_ms=self.prepare_ms,
                athlete=self.athlete,
                catalogue=self.catalogue,
            )
            levels: ExerciseLevels = (own, here, above)
            exercises.append(self._exercises.resolve(session, block, levels, unsaid))
        planned = _shaped(block, session.defaults, exercises)
        self._check_shape(planned, here)
        return planned

    def _check_shape(self, block: PlannedBlock, level: ExerciseLevel) -> None:
        if block.goes_round:
            key = "time_cap" if block.rounds is None else "rounds"
            self._budget.spend_rounds(block, level.place_of(key))
            self._check_rounds(block, level.place_of("rounds"))
        elif block.every_set_ms is not None:
            self._budget.spend_clock(block, level.place_of("every_set"))

    def _check_rounds(self, block: PlannedBlock, path: KeyPath) -> None:
        """Find rounds in which nobody does anything."""
        if block.rounds is None or self.is_partial:
            return
        most = max(each.rounds or block.rounds for each in block.exercises)
        if most < block.rounds:
            self.findings.append(
                KeyProblem(
                    path=path,
                    message=f"rounds {block.rounds} has no set for round {most + 1}",
                    hint=f"write rounds = {most}, or more sets",
                )
            )


def goes_round(block: Block) -> bool:
    """Return whether the exercises of a block take turns."""
    return block.rounds is not None or block.time_cap_ms is not None


def _kind(block: Block) -> BlockKind:
    return block.kind or BlockKind.MAIN


def _shaped(
    block: Block, defaults: Defaults | None, exercises: list[PlannedExercise]
) -> PlannedBlock:
    """Return the block with its shape; against a cap and easy work only rests that are said."""
    levels = (*block.exercises[-1:], block, defaults)
    says_rest = any(level.rest is not None for level in levels if level)
    begins_easy = goes_round(block) and exercises[0].sets[0].type is SetType.EASY
    is_restless = (block.time_cap_ms is not None or begins_easy) and not says_rest
    round_rest = block.round_rest
    if round_rest is None and is_restless:
        round_rest = RestWindow(0, 0)
    planned = PlannedBlock(
        name=block.name or _kind(block).value.capitalize(),
        kind=_kind(block),
        exercises=tuple(exercises),
        rounds=block.rounds,
        round_rest_ms=None,
        every_ms=block.every_ms,
        time_cap_ms=block.time_cap_ms,
        every_set_ms=block.every_set_ms,
    )
    if round_rest is None:
        return planned
    ends_ms = round_rest.ready_ms if round_rest.ends_ms is None else round_rest.ends_ms
    return replace(planned, round_rest_ms=ends_ms, round_rest=round_rest)
