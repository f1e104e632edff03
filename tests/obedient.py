"""An athlete who does what is asked, and presses nothing but the one key when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.runner.commands import Go
from benchside.timeline.steps import Rest, Review

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.runner import Runner

LONGER_MS = 5_000
"""What the athlete takes beyond an open rest."""

REVIEW_MS = 3_000
"""How long the athlete looks at what was done."""


def play_obediently(runner: Runner) -> tuple[tuple[int, Command], ...]:
    keys: list[tuple[int, Command]] = [(0, Go())]
    runner.feed(Go(), 0)
    while (step := runner.run.step) and not isinstance(step, Review):
        due_ms = runner.run.clock.origin_ms + step.nominal_ms
        if step.duration_ms is None:
            due_ms += LONGER_MS if isinstance(step, Rest) else 0
            keys.append((due_ms, Go()))
            runner.feed(Go(), due_ms)
        else:
            runner.advance(due_ms)
    keys.append((runner.now_ms + REVIEW_MS, Go()))
    runner.feed(Go(), runner.now_ms + REVIEW_MS)
    return tuple(keys)
