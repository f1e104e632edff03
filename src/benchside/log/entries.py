"""The lines of the journal: a header, then what happened, each at its moment.

The header holds the plan as it was resolved, so a session goes on as it was begun even when its
file, the athlete's, or the reader of both has changed. line → JSON → line is the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from benchside.log.codec import (
    Json,
    as_table,
    decode_command,
    decode_plan,
    decode_result,
    decode_set_id,
    encode_command,
    encode_plan,
    encode_result,
    encode_set_id,
    text,
    whole,
)
from benchside.log.moments import LAST_MOMENT
from benchside.log.problems import UnreadableLine
from benchside.log.program_days import decode_program_day, encode_program_day
from benchside.runner import SessionStatus
from benchside.timeline import StepKind

if TYPE_CHECKING:
    from benchside.log.record import ProgramDay
    from benchside.runner import Command, SetResult
    from benchside.session import Plan
    from benchside.timeline import SetId

PLAUSIBLE_YEARS: Final = range(2000, LAST_MOMENT.year)
"""Other years are damage: a date beyond the calendar would come of adding to them."""

VERSION: Final = 3
"""Written into the header as `v`; a journal of another version is not replayed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What is being done, whole."""

    started: datetime
    """Date and time of day with its zone: millisecond 0 of the session."""
    plan: Plan
    """What the session asked for when it was begun."""
    file: str
    digest: str
    """Of the session's text: see `benchside.log.record.digest_of`."""
    athlete: str = ""
    program: ProgramDay | None = None
    """Which day of a program it is; None where it is none."""

    @property
    def session(self) -> str:
        """Name of the session."""
        return self.plan.name


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command that was carried out."""

    at_ms: int
    command: Command


@dataclass(frozen=True, slots=True)
class StepEntry:
    """A step has begun."""

    at_ms: int
    kind: StepKind
    set: SetId
    """Its set; of a rest the one before it."""
    side: str | None = None


@dataclass(frozen=True, slots=True)
class ResultEntry:
    """A set was finished, or what is known of a finished set has changed."""

    at_ms: int
    result: SetResult


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """All is done that will be; what is missing is the athlete's word."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class EndEntry:
    """The session has ended; what is missing is its line in the log."""

    at_ms: int
    status: SessionStatus


JournalEntry: TypeAlias = Header | CommandEntry | StepEntry | ResultEntry | ReviewEntry | EndEntry


def encode_entry(line: JournalEntry) -> Json:
    """Turn a line into what it holds on disk."""
    match line:
        case Header():
            return _encode_header(line)
        case CommandEntry(at_ms, command):
            return {"at_ms": at_ms, "command": encode_command(command)}
        case StepEntry(at_ms, kind, set_id, side):
            step = {"kind": kind.value, "set": encode_set_id(set_id), "side": side}
            return {"at_ms": at_ms, "step": step}
        case ResultEntry(at_ms, result):
            return {"at_ms": at_ms, "set": encode_result(result)}
        case ReviewEntry(at_ms):
            return {"at_ms": at_ms, "review": True}
        case EndEntry(at_ms, status):
            return {"at_ms": at_ms, "end": status.value}
        case _:
            assert_never(line)


def decode(written: str | bytes) -> JournalEntry:
    """Read a line; raises `UnreadableLine`."""
    try:
        value = json.loads(written)
    except (ValueError, RecursionError):
        raise UnreadableLine("it is not whole JSON") from None
    data = as_table(value)
    if "v" in data:
        return _decode_header(data)
    at_ms = whole(data, "at_ms")
    if "command" in data:
        return CommandEntry(at_ms, decode_command(data["command"]))
    if "step" in data:
        return _decode_step(at_ms, as_table(data["step"]))
    if "set" in data:
        return ResultEntry(at_ms, decode_result(data["set"]))
    if "review" in data:
        return ReviewEntry(at_ms)
    if "end" in data:
        return EndEntry(at_ms, _session_status(data))
    raise UnreadableLine("it is no line of a journal")


def _decode_step(at_ms: int, step: Json) -> StepEntry:
    side = step.get("side")
    try:
        kind = StepKind(text(step, "kind"))
    except ValueError:
        raise UnreadableLine('"kind" is no kind of step') from None
    return StepEntry(
        at_ms, kind, decode_set_id(step.get("set")), None if side is None else text(step, "side")
    )


def _encode_header(header: Header) -> Json:
    written: Json = {
        "v": VERSION,
        "started": header.started.isoformat(),
        "file": header.file,
        "digest": header.digest,
        "athlete": header.athlete,
    }
    if header.program is not None:
        written["program"] = encode_program_day(header.program)
    return written | {"plan": encode_plan(header.plan)}


def _decode_header(data: Json) -> Header:
    if data["v"] != VERSION:
        raise UnreadableLine(
            f"it has version {data['v']!r:.20}, this program reads version {VERSION}"
        )
    return Header(
        started=_started(data),
        plan=decode_plan(data.get("plan")),
        file=text(data, "file"),
        digest=text(data, "digest"),
        athlete=text(data, "athlete"),
        program=decode_program_day(data["program"]) if "program" in data else None,
    )


def _started(data: Json) -> datetime:
    try:
        started = datetime.fromisoformat(text(data, "started"))
    except ValueError:
        raise UnreadableLine('"started" is no date and time') from None
    if started.tzinfo is None:
        raise UnreadableLine('"started" has no zone')
    if started.year not in PLAUSIBLE_YEARS:
        raise UnreadableLine('"started" is no year of a session')
    return started


def _session_status(data: Json) -> SessionStatus:
    try:
        return SessionStatus(text(data, "end"))
    except ValueError:
        raise UnreadableLine('"end" is no status of a session') from None
