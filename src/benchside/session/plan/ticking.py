"""Which seconds of a phase are ticked: the athlete's choice, in every set of a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan
    from benchside.session.values.vocabulary import Ticks


def with_ticks(plan: Plan, ticks: Ticks) -> Plan:
    """Return a plan whose sets tick as the athlete has chosen."""
    blocks = (
        block.with_each_set(lambda planned: replace(planned, ticks=ticks)) for block in plan.blocks
    )
    return replace(plan, blocks=tuple(blocks))
