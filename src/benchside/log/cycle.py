"""Training maxes that a session's rules raise when a cycle of weeks is done.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.log.progression import propose_max
from benchside.session import lift_of

if TYPE_CHECKING:
    from benchside.log.progression import MaxProposal
    from benchside.session import Mass, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class MaxRaise:
    """A training max to ask the athlete about."""

    name: str
    """The exercise as the athlete's file has it."""
    before: Mass
    proposal: MaxProposal


def max_raises(plan: Plan) -> tuple[MaxRaise, ...]:
    """Return what a cycle that is done adds to the training maxes of a session, each once."""
    catalogue = plan.catalogue
    names = {lift_of(name, catalogue): name for name in plan.athlete.training_max}
    found: dict[str, MaxRaise] = {}
    for block in plan.blocks:
        for exercise in block.exercises:
            name = names.get(lift_of(exercise.name, catalogue))
            if exercise.progress is None or name is None or name in found:
                continue
            before = plan.athlete.training_max[name]
            proposal = propose_max(exercise.progress, before, is_cycle_done=True)
            if proposal is not None:
                found[name] = MaxRaise(name=name, before=before, proposal=proposal)
    return tuple(found.values())
