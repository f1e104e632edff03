"""The lines of the journal: a header, then what happened, each at its moment.

The header holds everything that is needed to compile the same timeline again, so a session goes
on even when its file has changed or gone. line → JSON → line is the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from benchside.log.entry_values import (
    Json,
    as_table,
    decode_command,
    decode_set,
    encode_command,
    encode_set,
    text,
    whole,
    whole_or_none,
)
from benchside.log.problems import UnreadableLine
from benchside.runner.results import SessionStatus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.runner.commands import Command
    from benchside.runner.results import SetResult

YEARS: Final = range(2000, 2200)
"""Other years are damage: a date beyond the calendar would come of adding to them."""

VERSION: Final = 2
"""Written into the header as `v`; a journal of another version is not replayed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What is being done, whole."""

    started: datetime
    """Date and time of day with its zone: millisecond 0 of the session."""
    session: str
    file: str
    digest: str
    """Of `text`: see `benchside.log.record.digest_of`."""
    text: str
    """The session's whole text."""
    includes: Mapping[str, str] = field(default_factory=dict)
    """The texts of the sessions that it includes, by the name they are included by."""
    prepare_ms: int | None = None
    """The count-in where the session says none; None means the program's own."""
    athlete: str = ""
    athlete_text: str = ""
    """The athlete's own file: training maxes, bar and plates; empty where there is none."""


@dataclass(frozen=True, slots=True)
class CommandLine:
    """A command that was carried out."""

    at_ms: int
    command: Command


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step has begun."""

    at_ms: int
    step: int


@dataclass(frozen=True, slots=True)
class SetLine:
    """A set was finished, or what is known of a finished set has changed."""

    at_ms: int
    done: SetResult


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """All is done that will be; what is missing is the athlete's word."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class EndLine:
    """The session has ended; what is missing is its line in the log."""

    at_ms: int
    status: SessionStatus


Line: TypeAlias = Header | CommandLine | StepLine | SetLine | ReviewLine | EndLine


def encode(line: Line) -> Json:
    """Turn a line into what it holds on disk."""
    match line:
        case Header():
            return _encode_header(line)
        case CommandLine(at_ms, command):
            return {"at_ms": at_ms, "command": encode_command(command)}
        case StepLine(at_ms, step):
            return {"at_ms": at_ms, "step": step}
        case SetLine(at_ms, done):
            return {"at_ms": at_ms, "set": encode_set(done)}
        case ReviewLine(at_ms):
            return {"at_ms": at_ms, "review": True}
        case EndLine(at_ms, status):
            return {"at_ms": at_ms, "end": status.value}
        case _:
            assert_never(line)


def decode(written: str | bytes) -> Line:
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
        return CommandLine(at_ms, decode_command(data["command"]))
    if "step" in data:
        return StepLine(at_ms, whole(data, "step"))
    if "set" in data:
        return SetLine(at_ms, decode_set(data["set"]))
    if "review" in data:
        return ReviewLine(at_ms)
    if "end" in data:
        return EndLine(at_ms, _session_status(data))
    raise UnreadableLine("it is no line of a journal")


def _encode_header(header: Header) -> Json:
    return {
        "v": VERSION,
        "started": header.started.isoformat(),
        "session": header.session,
        "file": header.file,
        "digest": header.digest,
        "text": header.text,
        "includes": dict(header.includes),
        "prepare_ms": header.prepare_ms,
        "athlete": header.athlete,
        "athlete_text": header.athlete_text,
    }


def _decode_header(data: Json) -> Header:
    if data["v"] != VERSION:
        raise UnreadableLine(
            f"it has version {data['v']!r:.20}, this program reads version {VERSION}"
        )
    includes = as_table(data.get("includes"))
    return Header(
        started=_moment(data),
        session=text(data, "session"),
        file=text(data, "file"),
        digest=text(data, "digest"),
        text=text(data, "text"),
        includes={name: text(includes, name) for name in includes},
        prepare_ms=whole_or_none(data, "prepare_ms"),
        athlete=text(data, "athlete"),
        athlete_text=text(data, "athlete_text"),
    )


def _moment(data: Json) -> datetime:
    try:
        started = datetime.fromisoformat(text(data, "started"))
    except ValueError:
        raise UnreadableLine('"started" is no date and time') from None
    if started.tzinfo is None:
        raise UnreadableLine('"started" has no zone')
    if started.year not in YEARS:
        raise UnreadableLine('"started" is no year of a session')
    return started


def _session_status(data: Json) -> SessionStatus:
    try:
        return SessionStatus(text(data, "end"))
    except ValueError:
        raise UnreadableLine('"end" is no status of a session') from None
