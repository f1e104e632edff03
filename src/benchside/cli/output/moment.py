"""What `benchside show --at` prints: one moment of a session, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchside.cli.output.lines import Styled, echo
from benchside.report import set_json, step_json
from benchside.session import clock_text
from benchside.timeline import PartRest, Prepare, Rest, Switch, Work
from benchside.view import announced, set_view

if TYPE_CHECKING:
    from benchside.report import Report
    from benchside.timeline import AgendaSet, ScheduledStep


def print_moment(report: Report, moment_ms: int) -> None:
    """Print what happens at a moment, and what follows; nothing if that is past the end."""
    one = report.schedule.at(moment_ms)
    if one is None:
        return
    block = report.plan.blocks[_set_of(report, one).id.block]
    echo(Styled(f"{_clock(moment_ms)} · {block.name}", bold=True))
    echo(f"  now   {_told(report, one)}; {_clock(one.end_ms - moment_ms)} left")
    if phase := _phase_at(one, moment_ms):
        echo(f"  rep   {phase}")
    following = _after(report, one)
    if following is None:
        echo("  then  the session is done")
    else:
        echo(f"  then  at {_clock(following.start_ms)}: {_told(report, following)}")


def moment_json(report: Report, moment_ms: int) -> dict[str, Any]:
    """Return a moment as values that JSON has; without a step if that is past the end."""
    one = report.schedule.at(moment_ms)
    following = None if one is None else _after(report, one)
    return {
        "at_ms": moment_ms,
        "step": None if one is None else step_json(report, one),
        "set": None if one is None else set_json(_set_of(report, one)),
        "next": None if following is None else step_json(report, following),
    }


def _set_of(report: Report, one: ScheduledStep) -> AgendaSet:
    return report.sets[report.place_of(one.step.set)]


def _told(report: Report, one: ScheduledStep) -> str:
    place = _set_of(report, one)
    view = set_view(report.schedule.agenda, place, side=one.step.side or "")
    told = announced(view, in_round=place.id.round is not None)
    match one.step:
        case Prepare():
            return f"get ready for {told}"
        case Switch():
            return f"switch to {view.side}"
        case PartRest():
            return f"short rest, then part {one.step.part}"
        case Rest():
            return f"rest after {view.exercise}"
        case Work():
            return told


def _phase_at(one: ScheduledStep, moment_ms: int) -> str:
    """Return the rep and its phase: `3, concentric`; empty where no tempo is cued."""
    spans = (span for span in one.spans if span.start_ms <= moment_ms < span.end_ms)
    return next((f"{span.rep}, {span.phase}" for span in spans), "")


def _after(report: Report, one: ScheduledStep) -> ScheduledStep | None:
    return next((each for each in report.schedule.steps if each.start_ms >= one.end_ms), None)


def _clock(ms: int) -> str:
    return clock_text(ms // 1000)
