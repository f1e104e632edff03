"""The budget of a session: its steps and hours, spent before anything is unrolled."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchside.session.file.findings import KeyProblem
from benchside.session.plan.limits import (
    MAX_STEPS,
    in_rounds,
    least_ms,
    rounds_needed,
    steps_of,
    steps_of_block,
    work_ms,
)
from benchside.session.values.rest import RestWindow
from benchside.session.values.units import MAX_DURATION_MS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.session.file.findings import KeyPath
    from benchside.session.plan.plan import PlannedBlock, PlannedExercise, PlannedSet


class TooMuchError(Exception):
    """The session is beyond the bounds: nothing more of it is unrolled."""


@dataclass(slots=True)
class Budget:
    """What is left of a session's steps and hours; what there is not enough of is found."""

    findings: list[KeyProblem]
    steps: int = MAX_STEPS
    ms: int = MAX_DURATION_MS

    def spend(self, *, steps: int, ms: int, path: KeyPath) -> None:
        """Take steps and time for what stands at a path; raises `TooMuchError`."""
        self.steps -= steps
        self.ms -= ms
        what = ""
        if self.steps < 0:
            what = f"the session has more than {MAX_STEPS:,} steps"
        elif self.ms < 0:
            what = "the session is longer than 24 hours"
        if what:
            self.findings.append(
                KeyProblem(path=path, message=what, hint="ask for fewer rounds or sets")
            )
            raise TooMuchError

    def spend_sets(self, sets: Sequence[PlannedSet], path: KeyPath, *, times: int = 1) -> None:
        """Take what sets that follow each other cost, so many times."""
        steps, ms = sum(map(steps_of, sets)), sum(map(least_ms, sets))
        self.spend(steps=times * steps, ms=times * ms, path=path)

    def spend_rounds(self, block: PlannedBlock, path: KeyPath) -> None:
        """Take what a block costs whose exercises take turns."""
        rounds = rounds_needed(block)
        if block.time_cap_ms is not None:
            ms = block.time_cap_ms
        elif block.every_ms is not None:
            ms = rounds * block.every_ms
        elif block.every_set_ms is not None:
            clock_ms = block.every_set_ms
            ms = sum(in_rounds(each, rounds, lambda _: clock_ms) for each in block.exercises)
        else:
            ms = sum(
                in_rounds(_with_round_rest(block, each), rounds, least_ms)
                for each in block.exercises
            )
        self.spend(steps=steps_of_block(block), ms=ms, path=path)

    def spend_clock(self, block: PlannedBlock, path: KeyPath) -> None:
        """Take the time that sets on the clock last longer than what was taken for them."""
        clock_ms = block.every_set_ms or 0
        sets = [one for each in block.exercises for one in each.sets]
        more_ms = sum(max(clock_ms, work_ms(one)) - least_ms(one) for one in sets)
        self.spend(steps=0, ms=max(more_ms, 0), path=path)


def _with_round_rest(block: PlannedBlock, exercise: PlannedExercise) -> PlannedExercise:
    """Return the last exercise of a round with the rest that follows the round."""
    if block.round_rest_ms is None or exercise is not block.exercises[-1]:
        return exercise
    rest = RestWindow(block.round_rest_ms, block.round_rest_ms)
    return exercise.with_each_set(lambda one: replace(one, rest=rest))
