"""What a lifter expects where a session says nothing.

Rest between heavy sets is three minutes and between sets for size ninety seconds (ACSM 2009,
Grgic 2018, Singer 2024); forty-five seconds for activation are a choice. Within a round there is
no rest, that is what makes it a circuit.
"""

from __future__ import annotations

from benchside.session.values.rest import RestWindow
from benchside.session.values.units import MS_PER_SECOND
from benchside.session.values.vocabulary import BlockKind, Goal

SWITCH_MS = 10 * MS_PER_SECOND
"""Between sides."""

PART_REST_MS = 15 * MS_PER_SECOND
"""Between the parts of a set."""

FIRST_PREPARE_MS = 10 * MS_PER_SECOND
"""Before the first set of a session that would begin with work at once."""

RAMP_REST = RestWindow(60 * MS_PER_SECOND, 60 * MS_PER_SECOND)
"""Between ramp sets; the last one gets the working rest."""

NO_REST = RestWindow(0, 0)

_BY_GOAL_S = {Goal.STRENGTH: 180, Goal.HYPERTROPHY: 90, Goal.ACTIVATION: 45}
_WARM_UP_S = 45
_OTHERWISE_S = 90


def rest_after(*, goal: Goal | None, kind: BlockKind, is_within_round: bool) -> RestWindow:
    """Return the rest after a set of a block."""
    if is_within_round:
        return NO_REST
    otherwise_s = _BY_GOAL_S.get(goal, _OTHERWISE_S) if goal else _OTHERWISE_S
    ms = (_WARM_UP_S if kind is BlockKind.WARM_UP else otherwise_s) * MS_PER_SECOND
    return RestWindow(ms, ms)
