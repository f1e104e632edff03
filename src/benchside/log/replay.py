"""Replay: a journal's commands, fed to a fresh runner at their times.

Exact to the millisecond, for the runner knows nothing but commands and times. What the journal
says was done is compared with what the replay says; where they differ, which takes a damaged
journal or a program that has changed meanwhile, the journal wins, and the difference is told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchside.log.entries import CommandEntry, EndEntry, Header, ResultEntry, StepEntry
from benchside.runner import Refused, SetFinished, StepStarted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchside.log.entries import JournalEntry
    from benchside.runner import Event, Outcome, Runner, SessionStatus, SetResult
    from benchside.timeline import SetId


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayResult:
    """Where a session stood when its journal ended."""

    at_ms: int
    """The moment of the last line, in milliseconds since the session began."""
    outcome: Outcome
    """Each finished set once, in the order they were begun, and when they were over."""
    status: SessionStatus | None
    """How the session had ended; None where it was interrupted."""
    problems: tuple[str, ...]
    """Where the replay differs from the journal; empty means that the session can go on."""


def replay(runner: Runner, lines: Sequence[JournalEntry]) -> ReplayResult:
    """Bring a fresh runner to where the journal ends."""
    events: list[Event] = []
    problems: list[str] = []
    for line in lines:
        if isinstance(line, CommandEntry):
            try:
                events += runner.feed(line.command, line.at_ms)
            except Refused as refusal:
                problems.append(f"at {line.at_ms} ms: {refusal}")
    at_ms = max((line.at_ms for line in lines if not isinstance(line, Header)), default=0)
    events += runner.advance(at_ms)
    doubted, differences = _compare(lines, events)
    known = [result for result in doubted if result.set in runner.run.agenda]
    ends = [line.status for line in lines if isinstance(line, EndEntry)]
    return ReplayResult(
        at_ms=at_ms,
        outcome=replace(runner.run.outcome, sets=_merged(runner.run.results.sets, known)),
        status=ends[-1] if ends else runner.run.status,
        problems=(*problems, *differences),
    )


def _compare(
    lines: Iterable[JournalEntry], events: Iterable[Event]
) -> tuple[list[SetResult], list[str]]:
    """Results that the journal tells otherwise than the replay, and all differences in words."""
    replayed = {event for event in events if isinstance(event, SetFinished | StepStarted)}
    results: dict[SetId, tuple[SetResult, bool]] = {}
    differences = []
    for line in lines:
        match line:
            case ResultEntry(at_ms, result):
                agrees = SetFinished(at_ms, result) in replayed
                results[result.set] = (result, agrees)
                if not agrees:
                    differences.append(f"at {at_ms} ms: set {result.set} was another")
            case StepEntry(at_ms, kind, set_id, side):
                if StepStarted(at_ms, kind, set_id, side) not in replayed:
                    differences.append(f"at {at_ms} ms: {kind} of set {set_id} did not begin")
            case _:
                pass
    return [result for result, agrees in results.values() if not agrees], differences


def _merged(
    replayed: Iterable[SetResult], journalled: Iterable[SetResult]
) -> tuple[SetResult, ...]:
    """Return every result once; the journal's where both have it."""
    results = {result.set: result for result in (*replayed, *journalled)}
    return tuple(sorted(results.values(), key=lambda one: one.started_ms))
