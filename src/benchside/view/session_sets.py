"""The sets of a running session, as a face lists them, corrects them and changes their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.view.overview import overview_of
from benchside.view.sets import look_back

if TYPE_CHECKING:
    from benchside.runner import RunState
    from benchside.timeline import Agenda
    from benchside.view.overview import OverviewSet
    from benchside.view.view import LastSetView


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSets:
    """Every set of a session at one moment."""

    agenda: Agenda
    """The sets as they are to be done now."""
    recorded: tuple[LastSetView, ...]
    """Those that have a record, in the order in which they were begun, as they can be corrected."""
    overview: tuple[OverviewSet, ...]
    """Those done, going on, and to come."""


def sets_of(run: RunState) -> SessionSets:
    """Return the sets of a running session as they are now."""
    return SessionSets(
        agenda=run.agenda,
        recorded=tuple(look_back(run.agenda, one) for one in run.results.sets),
        overview=overview_of(run),
    )
