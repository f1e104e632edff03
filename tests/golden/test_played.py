"""Every shipped session, played: which keys it takes, and what it holds in the end.

Once each by an athlete who does what is asked and presses nothing but the one key, when a set at
will should be over or an open rest has been long enough; and one by somebody who tries every key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.runner.commands import AddTime, Amend, Back, FinishEarly, Go, Pause, Skip
from benchside.runner.runner import Runner
from benchside.timeline.set_id import SetId
from benchside.timeline.steps import Rest, Review
from tests.golden.shipped_sessions import agenda_of_shipped, clock, paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchside.runner.commands import Command
    from benchside.runner.results import SetResult, SideResult

SESSIONS = [path.stem for path in paths()]
LONGER_MS = 5_000
"""What the athlete takes beyond an open rest."""

REVIEW_MS = 3_000
"""How long the athlete looks at what was done."""

CURIOUS: tuple[tuple[int, Command], ...] = (
    (0, Go()),
    (2_000, AddTime(15_000)),
    (8_000, Go()),  # no waiting for the count-in
    (25_500, Go()),  # five reps at will
    (42_000, Pause()),
    (60_000, Pause()),  # counts in, and begins the interrupted rep again
    (84_000, Skip()),  # the rest
    (86_000, Skip()),  # the set
    (88_000, Back()),  # no, not the set
    (110_000, Go()),
    (129_500, Go()),  # ends the bridge after three reps
    (131_000, AddTime(15_000)),
    (165_000, Pause()),  # in a hold: it goes on where it stood
    (172_000, Go()),
    (230_000, Go()),  # out of the open rest
    (262_000, Amend(SetId(2, 0, 1), reps=22)),  # as many as possible: entered in the rest
    (290_000, FinishEarly()),
    (292_000, Go()),
)


@pytest.mark.parametrize("name", SESSIONS)
def test_a_shipped_session_needs_only_the_one_key(
    name: str, assert_golden: Callable[[str, str], None]
) -> None:
    runner = Runner(agenda_of_shipped(name))

    keys = play_obediently(runner)

    assert {type(command) for _, command in keys} == {Go}
    assert_golden(f"{name}.played", played_text(runner, keys))


def test_a_session_survives_somebody_who_tries_every_key(
    assert_golden: Callable[[str, str], None],
) -> None:
    runner = Runner(agenda_of_shipped("first-session"))

    for at_ms, command in CURIOUS:
        runner.feed(command, at_ms)

    assert_golden("first-session.curious", played_text(runner, CURIOUS))


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


def played_text(runner: Runner, keys: tuple[tuple[int, Command], ...]) -> str:
    lines = [(at_ms, 0, f"key   {key_text(command)}") for at_ms, command in keys]
    lines += [
        (one.ended_ms, 1, f"set   {done_text(runner, one)}") for one in runner.run.results.sets
    ]
    told = [f"{clock(at_ms)}  {text}" for at_ms, _, text in sorted(lines)]
    return "\n".join(
        (runner.run.agenda.plan.name, *told, f"{clock(runner.now_ms)}  {runner.run.status}", "")
    )


def key_text(command: Command) -> str:
    match command:
        case AddTime(ms):
            return f"{ms / 1_000:+g} s"
        case Amend(reps=reps):
            return f"reps were {reps}"
        case FinishEarly():
            return "finish early"
        case _:
            return type(command).__name__.lower()


def done_text(runner: Runner, done: SetResult) -> str:
    planned = runner.run.agenda.at(done.set).planned
    sides = "; ".join(side_text(side) for side in done.sides)
    rest = "" if done.rest_ms is None else f", then {done.rest_ms / 1_000:g} s of rest"
    sort = "ramp " if planned.is_ramp else ""
    what = f"{planned.exercise} {sort}{planned.number}/{planned.of} {done.status}"
    return f"{what}: {sides}{rest}" if sides else f"{what}{rest}"


def side_text(side: SideResult) -> str:
    return " ".join(_parts(side))


def _parts(side: SideResult) -> Iterator[str]:
    if side.side:
        yield f"[{side.side}]"
    if side.reps is not None:
        yield f"{side.reps} reps in"
    yield f"{side.work_ms / 1_000:g} s"
    phases = (
        side.tut.eccentric_ms,
        side.tut.pause_stretched_ms,
        side.tut.concentric_ms,
        side.tut.pause_contracted_ms,
    )
    if any(phases):
        yield f"({' + '.join(f'{ms / 1_000:g}' for ms in phases)})"
