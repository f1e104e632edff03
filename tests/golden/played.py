"""A session that was played, as text: the keys, and what it holds in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.runner.commands import AddTime, Amend, FinishEarly
from tests.golden.shipped_sessions import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.runner.commands import Command
    from benchside.runner.results import SetResult, SideResult
    from benchside.runner.runner import Runner


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
