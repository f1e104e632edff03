"""The views of one running session, and when the next one will look different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.view.build import build_view, next_change_ms
from benchside.view.forecast import forecast_of

if TYPE_CHECKING:
    from benchside.runner import Runner, RunState
    from benchside.view.forecast import Forecast
    from benchside.view.view import View


class Viewer:
    """Builds the views of a runner. Changes nothing in it."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._forecast: tuple[RunState, Forecast] | None = None

    def view(self) -> View:
        """Return what is to be seen at the runner's `now_ms`."""
        runner = self._runner
        forecast = self._forecast_now(runner.run)
        return build_view(runner.run, forecast, flashing=runner.flashing, can_undo=runner.can_undo)

    def next_change_ms(self) -> int | None:
        """Return the moment, since the session began, up to which the view stays as it is.

        If no command comes; it may be told too early, but not too late. None: until one comes.
        """
        changes = (self._runner.next_change_ms(), next_change_ms(self._runner.run))
        return min((change for change in changes if change is not None), default=None)

    def _forecast_now(self, run: RunState) -> Forecast:
        if self._forecast is not None:
            before, forecast = self._forecast
            if (
                before.agenda is run.agenda
                and before.step is run.step
                and before.results.sets is run.results.sets
            ):
                return forecast
        self._forecast = run, forecast_of(run)
        return self._forecast[1]
