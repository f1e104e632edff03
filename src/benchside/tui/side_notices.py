"""Notices of what goes wrong beside a session: a hook that fails stops nothing, and is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from benchside.player import PlayerState

TOLD_S: Final = 10
"""How long a notice stands."""


class SideNotices:
    """Tells the problems beside one session, each once, whichever of its screens is there."""

    def __init__(self) -> None:
        self._told = 0

    def tell(self, face: App[Any] | Screen[Any], state: PlayerState) -> None:
        """Show a notice for each problem that was not told yet."""
        for problem in state.side_problems[self._told :]:
            face.notify(problem, severity="warning", markup=False, timeout=TOLD_S)
        self._told = len(state.side_problems)
