"""A session becomes a plan: blocks with their shapes, exercises with all their sets.

Promises nothing but what the file says or `habits` expects; trusts that `rules` has passed it.
Finds what only values can tell: a ramp that leads up to no weight, a session beyond the bounds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from benchside.session.file.findings import KeyProblem, Path
from benchside.session.file.model import AskedExercise, Block, Defaults, Session, SetEntry
from benchside.session.plan import defaults, ramp_sets
from benchside.session.plan.inheritance import Unsaid, first, planned_set
from benchside.session.plan.limits import Budget, least_ms, rounds_until, steps_of
from benchside.session.plan.plan import Plan, PlannedBlock, PlannedExercise, PlannedSet
from benchside.session.values.rest import Rest
from benchside.session.values.vocabulary import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from benchside.session.athlete.athlete import Athlete
    from benchside.session.exercises.catalogue import Catalogue


class _TooMuchError(Exception):
    """The session is beyond the bounds: nothing more of it is unrolled."""


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
    findings: list[KeyProblem] = field(default_factory=list)
    _budget: Budget = field(default_factory=Budget)

    def plan(self, session: Session) -> Plan | None:
        """Make the plan, or None where something is found."""
        try:
            blocks = tuple(self._blocks(session, None))
        except _TooMuchError:
            return None
        if self.findings:
            return None
        return Plan(
            name=session.name,
            about=session.about or "",
            goal=session.goal,
            blocks=blocks,
            athlete=self.athlete,
            catalogue=self.catalogue,
        )

    def _blocks(self, session: Session, within: Path | None) -> Iterator[PlannedBlock]:
        """Resolve blocks; what is wrong with included ones is found where they are included."""
        for i, block in enumerate(session.blocks):
            if block.include is not None:
                inner = self.included.get(block.include)
                if inner is not None:
                    yield from self._blocks(inner, within or ("block", i, "include"))
            else:
                yield self._block(session, block, within or ("block", i), is_inner=bool(within))

    def _block(self, session: Session, block: Block, path: Path, *, is_inner: bool) -> PlannedBlock:
        kind = _kind(block)
        exercises = []
        for j, exercise in enumerate(block.exercises):
            here = path if is_inner else (*path, "exercise", j)
            levels = (exercise, block, session.defaults or Defaults())
            is_last = j == len(block.exercises) - 1
            rest = defaults.rest_after(
                goal=session.goal, kind=kind, is_within_round=goes_round(block) and not is_last
            )
            unsaid = Unsaid(
                exercise=exercise.name,
                rest=rest,
                prepare_ms=self.prepare_ms,
                athlete=self.athlete,
                catalogue=self.catalogue,
            )
            if goes_round(block):
                sets: tuple[PlannedSet, ...] = (planned_set(levels, unsaid),)
            else:
                sets = self._straight(levels, unsaid, here)
            exercises.append(PlannedExercise(name=exercise.name, sets=sets))
        planned = _shaped(block, session.defaults, exercises)
        if goes_round(block):
            self._spend_rounds(planned, path if is_inner else _shape_key(block, path))
        return planned

    def _straight(
        self, levels: tuple[AskedExercise, ...], unsaid: Unsaid, path: Path
    ) -> tuple[PlannedSet, ...]:
        """All sets of an exercise, ramp sets first."""
        asked: int | tuple[SetEntry, ...] = first(level.sets for level in levels) or 1
        if isinstance(asked, int):
            planned = planned_set(levels, unsaid)
            self._spend((planned,), asked, (*path, "sets"))
            sets = [replace(planned, number=i, of=asked) for i in range(1, asked + 1)]
        else:
            sets = []
            for i, entry in enumerate(asked, 1):
                planned = planned_set((entry, *levels), unsaid)
                self._spend((planned,), 1, (*path, "sets"))
                sets.append(replace(planned, number=i, of=len(asked)))
        return (*self._ramp(levels, sets, path), *sets)

    def _ramp(
        self, levels: tuple[AskedExercise, ...], sets: list[PlannedSet], path: Path
    ) -> tuple[PlannedSet, ...]:
        entries = first(level.ramp for level in levels)
        if not entries:
            return ()
        working = ramp_sets.first_working(sets)
        if not ramp_sets.can_lead_to(working.load):
            if levels[0].ramp:
                self.findings.append(
                    KeyProblem(
                        path=(*path, "ramp"),
                        message="ramp has no weight to lead up to",
                        hint='write a load in kg or lb, such as load = "100 kg"',
                    )
                )
            return ()
        rest = first(level.ramp_rest for level in levels) or defaults.RAMP_REST
        self._spend((working,), len(entries), (*path, "ramp"))
        return ramp_sets.ramp_sets(
            entries, working, rest=rest, athlete=self.athlete, catalogue=self.catalogue
        )

    def _spend_rounds(self, block: PlannedBlock, path: Path) -> None:
        sets = tuple(exercise.sets[0] for exercise in block.exercises)
        if block.time_cap_ms is not None:
            self._take(
                steps=rounds_until(block.time_cap_ms, sets) * sum(map(steps_of, sets)),
                ms=block.time_cap_ms,
                path=path,
            )
        elif block.every_ms is not None and block.rounds is not None:
            steps = block.rounds * sum(map(steps_of, sets))
            self._take(steps=steps, ms=block.rounds * block.every_ms, path=path)
        else:
            last = sets[-1]
            if (ms := block.round_rest_ms) is not None:
                last = replace(last, rest=Rest(ms, ms))
            self._spend((*sets[:-1], last), block.rounds or 1, path)

    def _spend(self, sets: tuple[PlannedSet, ...], times: int, path: Path) -> None:
        steps, ms = sum(map(steps_of, sets)), sum(map(least_ms, sets))
        self._take(steps=times * steps, ms=times * ms, path=path)

    def _take(self, *, steps: int, ms: int, path: Path) -> None:
        if what := self._budget.spend(steps=steps, ms=ms):
            self.findings.append(
                KeyProblem(path=path, message=what, hint="ask for fewer rounds or sets")
            )
            raise _TooMuchError


def goes_round(block: Block) -> bool:
    """Tell whether the exercises of a block take turns."""
    return block.rounds is not None or block.time_cap_ms is not None


def _shape_key(block: Block, path: Path) -> Path:
    return (*path, "time_cap" if block.rounds is None else "rounds")


def _kind(block: Block) -> BlockKind:
    return block.kind or BlockKind.MAIN


def _shaped(
    block: Block, defaults: Defaults | None, exercises: list[PlannedExercise]
) -> PlannedBlock:
    """The block with its shape; between rounds until a cap is only the rest that is said."""
    levels = (*block.exercises[-1:], block, defaults)
    says_rest = any(level.rest is not None for level in levels if level)
    is_restless = block.time_cap_ms is not None and not says_rest
    return PlannedBlock(
        name=block.name or _kind(block).value.capitalize(),
        kind=_kind(block),
        exercises=tuple(exercises),
        rounds=block.rounds,
        round_rest_ms=block.round_rest_ms or 0 if is_restless else block.round_rest_ms,
        every_ms=block.every_ms,
        time_cap_ms=block.time_cap_ms,
    )
