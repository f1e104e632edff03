"""The sets of an exercise: all of them in a row with its ramp, or one for each round."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from benchside.session.file.asked import SetEntry
from benchside.session.file.findings import KeyProblem
from benchside.session.file.rules import asks_nothing
from benchside.session.plan import defaults, ramp_sets
from benchside.session.plan.inheritance import planned_set
from benchside.session.plan.levels import Level, first, place_of
from benchside.session.plan.plan import PlannedExercise
from benchside.session.plan.relative_loads import (
    HeaviestSets,
    can_change,
    lift_of,
    with_load_from,
)
from benchside.session.values.errors import quote_value
from benchside.session.values.load import Percent
from benchside.session.values.relative_load import format_written_load
from benchside.session.values.reps import RepTarget
from benchside.session.values.vocabulary import SetType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.session.athlete.athlete import Athlete
    from benchside.session.exercises.catalogue import Catalogue
    from benchside.session.file.model import Block, Session
    from benchside.session.plan.budget import Budget
    from benchside.session.plan.inheritance import Unsaid
    from benchside.session.plan.levels import ExerciseLevels, Levels
    from benchside.session.plan.plan import PlannedSet
    from benchside.session.plan.schemes import SchemeLookup
    from benchside.session.values.relative_load import RelativeLoad


@dataclass(frozen=True, slots=True)
class _AskedSets:
    """How many sets an exercise has, and what is said of each."""

    entries: tuple[Levels, ...]
    """One for all of them where they are alike."""
    count: int | None
    """None where no level says how many."""


@dataclass(slots=True, kw_only=True)
class ExerciseResolver:
    """Makes the exercises of a session in their order; knows the heaviest set of each lift."""

    athlete: Athlete
    catalogue: Catalogue
    schemes: SchemeLookup
    budget: Budget
    findings: list[KeyProblem]
    is_partial: bool
    _heaviest: dict[str, HeaviestSets] = field(default_factory=dict)
    """By lift."""

    def resolve(
        self, session: Session, block: Block, levels: ExerciseLevels, unsaid: Unsaid
    ) -> PlannedExercise:
        """Make an exercise with its sets: those of a row, or those of the rounds it takes part in.

        What `[defaults]` say of the number of sets does not hold for rounds.
        """
        goes_round = block.rounds is not None or block.time_cap_ms is not None
        asked = self._asked(session, levels, saying=levels[:2] if goes_round else levels)
        sets = list(self._sets(asked, unsaid))
        rounds = None
        if goes_round:
            is_in_all = asked.count == block.rounds and len(asked.entries) == 1
            rounds = None if block.rounds is None or is_in_all else asked.count
            self._check_rounds(rounds, block.rounds, levels)
        else:
            sets = self._straight(sets, asked, levels)
        return PlannedExercise(
            name=unsaid.exercise,
            sets=tuple(sets),
            rounds=rounds,
            progress=first(level.asked.progress for level in levels),
        )

    def _asked(
        self, session: Session, levels: ExerciseLevels, *, saying: ExerciseLevels
    ) -> _AskedSets:
        """Return the sets that the nearest of some levels asks for."""
        level = next((level for level in saying if level.asked.sets is not None), levels[0])
        sets = level.asked.sets
        if sets is None or isinstance(sets, int):
            return _AskedSets((levels,), sets)
        path, is_elsewhere = level.place_of("sets"), level.is_elsewhere
        if isinstance(sets, str):
            found = self.schemes.find(sets, session, path)
            if not is_elsewhere and sets not in self.schemes.of_week:
                path = ("scheme", sets)
            is_elsewhere = is_elsewhere or sets in self.schemes.of_week
            if not found:
                return _AskedSets(((Level(_harmless(), path, is_elsewhere), *levels),), None)
            sets = found
        entries = (
            Level(entry, path if is_elsewhere else (*path, i), is_elsewhere)
            for i, entry in enumerate(sets)
        )
        return _AskedSets(tuple((entry, *levels) for entry in entries), len(sets))

    def _sets(self, asked: _AskedSets, unsaid: Unsaid) -> Iterator[PlannedSet]:
        """Make the sets, one of those that are alike."""
        made = _rested_by_easy_sets(
            [self._set(levels, unsaid) for levels in asked.entries], asked.entries
        )
        heaviest = self._heaviest.setdefault(
            lift_of(unsaid.exercise, self.catalogue), HeaviestSets()
        )
        coming = HeaviestSets()
        for one in made:
            coming.add(one.load, None)
        for one, levels in zip(made, asked.entries, strict=True):
            whole = self._with_load(one, levels, heaviest, coming)
            heaviest.add(whole.load, whole.relative)
            yield whole

    def _set(self, levels: Levels, unsaid: Unsaid) -> PlannedSet:
        """Make a set; one that asks for nothing is found, and something harmless stands for it."""
        planned = planned_set(levels, unsaid)
        if planned is None:
            self.findings.append(asks_nothing(levels[0].path))
            planned = planned_set((Level(_harmless(), levels[0].path), *levels), unsaid)
        assert planned is not None
        return planned

    def _with_load(
        self, planned: PlannedSet, levels: Levels, heaviest: HeaviestSets, coming: HeaviestSets
    ) -> PlannedSet:
        """Resolve a relative load; find one that there is nothing to measure from."""
        relative = planned.relative
        if relative is None:
            return planned
        basis = heaviest.basis_of(relative) or coming.basis_of(relative)
        if basis is not None and can_change(basis, relative):
            return with_load_from(planned, basis, athlete=self.athlete, catalogue=self.catalogue)
        if not self.is_partial:
            written = quote_value(planned.written_load)
            what, hint = (
                ("has no set to go from", _basis_hint(relative))
                if basis is None
                else ("is a part of a body's weight", 'write a change such as "-5 kg"')
            )
            path = place_of(levels, "load")
            self.findings.append(KeyProblem(path=path, message=f"load {written} {what}", hint=hint))
        return planned

    def _check_rounds(
        self, rounds: int | None, of_block: int | None, levels: ExerciseLevels
    ) -> None:
        """Find sets for which there is no round."""
        if rounds is None or of_block is None or rounds <= of_block:
            return
        self.findings.append(
            KeyProblem(
                path=place_of(levels[:2], "sets"),
                message=f"sets has {rounds} for {of_block} round{'s' if of_block > 1 else ''}",
                hint=f"write rounds = {rounds}, or fewer sets",
            )
        )

    def _straight(
        self, sets: list[PlannedSet], asked: _AskedSets, levels: ExerciseLevels
    ) -> list[PlannedSet]:
        """Number all sets of an exercise, ramp sets first."""
        path = levels[0].place_of("sets")
        count = asked.count or 1
        if len(sets) == 1:
            self.budget.spend_sets(sets, path, times=count)
            sets = sets * count
        else:
            self.budget.spend_sets(sets, path)
        sets = [replace(one, number=i, of=count) for i, one in enumerate(sets, 1)]
        return [*self._ramp(sets, levels), *sets]

    def _ramp(self, sets: list[PlannedSet], levels: ExerciseLevels) -> tuple[PlannedSet, ...]:
        entries = first(level.asked.ramp for level in levels)
        if not entries:
            return ()
        working = ramp_sets.first_working(sets)
        if not ramp_sets.can_lead_to(working.load):
            if levels[0].asked.ramp and not self._lacks_load(working):
                self.findings.append(
                    KeyProblem(
                        path=levels[0].place_of("ramp"),
                        message="ramp has no weight to lead up to",
                        hint='write a load in kg or lb, such as load = "100 kg"',
                    )
                )
            return ()
        rest = first(level.asked.ramp_rest for level in levels) or defaults.RAMP_REST
        self.budget.spend_sets((working,), levels[0].place_of("ramp"), times=len(entries))
        return ramp_sets.ramp_sets(
            entries, working, rest=rest, athlete=self.athlete, catalogue=self.catalogue
        )

    def _lacks_load(self, working: PlannedSet) -> bool:
        """Return whether a load is unknown here: it is wrong elsewhere, or needs a training max."""
        return working.relative is not None


def _rested_by_easy_sets(sets: list[PlannedSet], entries: tuple[Levels, ...]) -> list[PlannedSet]:
    """Leave the rest before an easy set out, unless it is written: the easy set is the rest."""
    following = (*(one.type for one in sets[1:]), None)
    return [
        replace(one, rest=defaults.NO_REST)
        if after is SetType.EASY and first(level.asked.rest for level in levels) is None
        else one
        for one, levels, after in zip(sets, entries, following, strict=True)
    ]


def _basis_hint(relative: RelativeLoad) -> str:
    """Return what to write instead of a load that is relative to nothing; a weight may be help."""
    before = 'a load in kg or lb before, such as "100 kg"'
    if isinstance(relative.change, Percent):
        return f"write {before}"
    sign, amount = format_written_load(relative)[0], format_written_load(relative)[1:]
    return f'write "bodyweight {sign} {amount}", or {before}'


def _harmless() -> SetEntry:
    """Return a set that stands for one that is wrong."""
    return SetEntry(reps=RepTarget(1, 1))
