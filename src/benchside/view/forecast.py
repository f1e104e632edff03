"""What is still to come of a session, as far as it can be known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.runner import State
from benchside.timeline import Prepare, Rest, Review, is_open, schedule_after, schedule_from

if TYPE_CHECKING:
    from benchside.runner import RunState
    from benchside.timeline import Schedule

_OVER: Final = {State.REVIEWING, State.FINISHED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What comes after the current step, for an ideal athlete."""

    after_step_ms: int
    """From the end of the step to the end of the session."""
    after_block_ms: int
    """From the end of the block, where a time cap ends it, to the end of the session."""
    sets_total: int
    """Sets that are done, and those to come."""

    def remaining_ms(self, run: RunState) -> int:
        """Return what is left of the session now."""
        step = run.step
        if run.state in _OVER or isinstance(step, Review):
            return 0
        length_ms = step.nominal_ms
        if run.ends_ms is not None:
            length_ms = run.ends_ms - run.clock.origin_ms
        left_ms = max(length_ms - run.elapsed_ms, 0) + self.after_step_ms
        if run.cap_ms is None:
            return left_ms
        # A set that is begun again as the cap is reached has nothing left of it.
        until_cap_ms = max(run.cap_ms - run.clock.origin_ms - run.elapsed_ms, 0)
        capped_ms = until_cap_ms + self.after_block_ms
        return capped_ms if is_open(run.block) else min(left_ms, capped_ms)


def forecast_of(run: RunState) -> Forecast:
    """Look ahead from the current step; it holds until the step, the agenda or a result changes."""
    left = {one.id for one in run.agenda.left(run.results.ids)}
    if isinstance(run.step, Review):
        total = len(run.results.sets) + len(left)
        return Forecast(after_step_ms=0, after_block_ms=0, sets_total=total)
    coming = _coming(run)
    after_block_ms = 0
    if run.cap_ms is not None:
        agenda = run.agenda.closed(run.set.id.block)
        last = agenda.as_last_of_block(run.set)
        after_block_ms = schedule_after(agenda, last, done=run.results.worked).end_ms
    sets = left | run.results.ids | {one.id for one in coming.sets}
    if not isinstance(run.step, Rest):
        sets |= {run.step.set}
    return Forecast(
        after_step_ms=_steps_left_ms(run) + coming.end_ms,
        after_block_ms=after_block_ms,
        sets_total=len(sets),
    )


def _steps_left_ms(run: RunState) -> int:
    return sum(step.nominal_ms for step in run.steps_left if not isinstance(step, Review))


def _coming(run: RunState) -> Schedule:
    """Lay out what comes after the set that is going on, or after the rest."""
    step = run.step
    if isinstance(step, Rest):
        following = run.agenda.at(step.following)
        return schedule_from(
            run.agenda,
            following,
            done=run.results.worked,
            cap_left_ms=_cap_left_ms(run, step.nominal_ms),
        )
    length_ms = 0 if isinstance(step, Review) else step.nominal_ms + _steps_left_ms(run)
    return schedule_after(
        run.agenda,
        run.set,
        done=run.results.worked | {step.set},
        cap_left_ms=_cap_left_ms(run, length_ms),
    )


def _cap_left_ms(run: RunState, length_ms: int) -> int | None:
    """Return what is left of the time cap once so much of the step and its set is over."""
    if run.cap_ms is not None:
        return max(run.cap_ms - run.clock.origin_ms - length_ms, 0)
    cap_ms = run.block.time_cap_ms
    is_to_begin = isinstance(run.step, Prepare) and run.block_clock_ms is None
    if cap_ms is None or not is_to_begin:
        return None
    return max(cap_ms - _steps_left_ms(run), 0)
