"""What `benchside show --at` prints: one moment of a session, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchside.cli.output.lines import Styled, echo
from benchside.report.as_json import set_json, stage_json
from benchside.timeline.steps import StepKind
from benchside.view.build import clock_text
from benchside.view.sets import set_card
from benchside.view.words import announced

if TYPE_CHECKING:
    from benchside.report.report import Report, Stage
    from benchside.timeline.steps import TimelineSet


def print_moment(report: Report, moment_ms: int) -> None:
    """Print what happens at a moment, and what follows; nothing if that is past the end."""
    stage = report.at(moment_ms)
    if stage is None:
        return
    block = report.timeline.blocks[_set_of(report, stage).block]
    echo(Styled(f"{_clock(moment_ms)} · {block.name}", bold=True))
    echo(f"  now   {_told(report, stage)}; {_clock(stage.end_ms - moment_ms)} left")
    if phase := _phase_at(stage, moment_ms):
        echo(f"  rep   {phase}")
    following = _after(report, stage)
    if following is None:
        echo("  then  the session is done")
    else:
        echo(f"  then  at {_clock(following.start_ms)}: {_told(report, following)}")


def moment_json(report: Report, moment_ms: int) -> dict[str, Any]:
    """Give a moment as values that JSON has; without a step if that is past the end."""
    stage = report.at(moment_ms)
    following = None if stage is None else _after(report, stage)
    return {
        "at_ms": moment_ms,
        "step": None if stage is None else stage_json(report, stage),
        "set": None if stage is None else set_json(_set_of(report, stage)),
        "next": None if following is None else stage_json(report, following),
    }


def _set_of(report: Report, stage: Stage) -> TimelineSet:
    return report.sets[report.place_of(stage.step.set_index)]


def _told(report: Report, stage: Stage) -> str:
    one = _set_of(report, stage)
    card = set_card(report.timeline, one.index, side=stage.step.side or "")
    told = announced(card, in_round=one.round is not None)
    match stage.step.kind:
        case StepKind.PREPARE:
            return f"get ready for {told}"
        case StepKind.SWITCH:
            return f"switch to {card.side}"
        case StepKind.REST:
            return f"rest after {card.exercise}"
        case StepKind.WORK:
            return told


def _phase_at(stage: Stage, moment_ms: int) -> str:
    """The rep and its phase: `3, concentric`; empty where no tempo is cued."""
    spans = (span for span in stage.spans if span.start_ms <= moment_ms < span.end_ms)
    return next((f"{span.rep}, {span.phase}" for span in spans), "")


def _after(report: Report, stage: Stage) -> Stage | None:
    return next((one for one in report.stages if one.start_ms >= stage.end_ms), None)


def _clock(ms: int) -> str:
    return clock_text(ms // 1000)
