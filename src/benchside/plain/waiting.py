"""What waits for a key, and for how long where no key can come. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.runner import State
from benchside.timeline import nominal_reps, nominal_side_ms
from benchside.view import Activity

if TYPE_CHECKING:
    from benchside.timeline import Agenda
    from benchside.view import View

_WAITING: Final = frozenset({State.READY, State.WAITING, State.PAUSED, State.REVIEWING})
"""States that only a key ends."""


def waits_for_key(view: View) -> bool:
    """Return whether nothing happens until the athlete says so."""
    return view.state in _WAITING or _is_open(view)


def is_over_by_itself(view: View, agenda: Agenda) -> bool:
    """Return whether what waits for a key has waited as long as it is estimated to take."""
    if view.state in _WAITING:
        return True
    planned = agenda.at(view.set.id).planned
    if view.mood is Activity.LIFT:
        return (view.seconds or 0) * 1_000 >= nominal_side_ms(planned)
    return _is_open(view) and (view.reps_done or 0) >= nominal_reps(planned)


def _is_open(view: View) -> bool:
    """Return whether a set is lifted at will, or to a beat without a last rep."""
    return view.mood is Activity.LIFT or (
        view.reps_done is not None and view.set.reps is not None and view.set.reps.high is None
    )
