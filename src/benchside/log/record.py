"""The record of a session: what was asked for and what was done, set by set.

One record is one line of the log, and `docs/log-format.md` is its contract. record → line →
record is the same. What does not apply to a set is left out of its line. Reading ignores keys it
does not know, for a later program may add some; it refuses lines of another version.

Dataclasses with slots, for a log of ten years is held in memory at once, and pydantic models take
four to five times as much (76 MB against 350 MB for 4,000 sessions of 20 sets).
"""

import hashlib
import json
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import (
    AwareDatetime,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
)
from pydantic.dataclasses import dataclass

from benchside.log.problems import UnreadableLine
from benchside.runner.results import SessionStatus, SetStatus
from benchside.session.values.vocabulary import SetType

VERSION: Final = 1
"""Written into every line as `v`; it changes when a key changes its meaning."""

_STRICT: Final = ConfigDict(strict=True, extra="ignore")


def _as_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


MAX_WHOLE: Final = 10**18
"""Of a whole number: more milliseconds than anybody lives, and sums of them stay short."""

MAX_NUMBER: Final = 10**9
"""Of a load or an RPE: more than anybody lifts. A number without bounds costs time and memory."""

Whole = Annotated[int, Field(ge=-MAX_WHOLE, le=MAX_WHOLE)]
"""A count, or milliseconds."""

Number = Annotated[
    Decimal,
    Field(ge=-MAX_NUMBER, le=MAX_NUMBER),
    PlainSerializer(_as_number, return_type=int | float, when_used="json"),
]
"""A decimal number of at most 15 digits: JSON's own numbers hold it exactly."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class TutRecord:
    """Time under tension by phase."""

    eccentric_ms: Whole
    pause_stretched_ms: Whole
    concentric_ms: Whole
    pause_contracted_ms: Whole


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class SideRecord:
    """One side of a set."""

    side: str
    reps: Whole | None = None
    work_ms: Whole
    tut: TutRecord | None = None


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class SetRecord:
    """One set, both sides together: its target and what it was."""

    block: str
    exercise: str
    number: Whole
    """Counts from 1 within its exercise; ramp sets and the others are counted apart."""
    of: Whole
    type: SetType
    ramp: bool
    round: Whole | None = None
    status: SetStatus
    started: AwareDatetime
    target_reps: str | None = None
    """As written: `8`, `5-8`, `8+`, `max`."""
    actual_reps: Whole | None = None
    """Of the weaker side where there are sides; None where nobody counted."""
    target_time_ms: Whole | None = None
    work_ms: Whole
    """How long was worked, all sides together, pauses left out."""
    target_load: str | None = None
    """As written: `100 kg`, `2 x 24 kg`, `band`."""
    target_load_kg: Number | None = None
    """None where the load is no number of kilograms."""
    actual_load: str | None = None
    actual_load_kg: Number | None = None
    target_rpe: Number | None = None
    actual_rpe: Number | None = None
    tempo: str | None = None
    tut: TutRecord | None = None
    """All sides together; None where no tempo was cued."""
    sides: tuple[SideRecord, ...] = ()
    """In the order they were trained; empty where both worked at once."""
    planned_rest_ms: Whole | None = None
    """Up to the next set's first rep; None after the last set."""
    taken_rest_ms: Whole | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class SessionSource:
    """Which session it was."""

    name: str
    file: str
    digest: str
    """Of the file's text: see `digest_of`."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Record:
    """A session as it was done."""

    v: Literal[1]
    id: str
    """The same for every attempt to log the same session: see `record_id`."""
    session: SessionSource
    started: AwareDatetime
    finished: AwareDatetime
    status: SessionStatus
    """Never `abandoned`: such a session is not logged."""
    away_ms: Whole = 0
    """Of the time between the two: how long it was interrupted, not trained and not rested."""
    athlete: str
    planned_sets: Whole
    """How many sets the session asks for, however many were reached."""
    sets: tuple[SetRecord, ...]


_RECORD: Final = TypeAdapter(Record)


def digest_of(text: str) -> str:
    """Fingerprint of a session's text: SHA-256 in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def record_id(started: datetime, digest: str) -> str:
    """Name a session by when it began and what it was, so that it is logged only once."""
    return f"{started.isoformat()}/{digest[:12]}"


def encode(record: Record) -> dict[str, object]:
    """Turn a record into what its line holds."""
    line: dict[str, object] = _RECORD.dump_python(record, mode="json", exclude_defaults=True)
    return line


def decode(line: str | bytes) -> Record:
    """Read a line of the log; raises `UnreadableLine`."""
    try:
        return _RECORD.validate_json(line)
    except ValidationError as wrong:
        raise UnreadableLine(_what_is_wrong(line, wrong)) from None


def _what_is_wrong(line: str | bytes, wrong: ValidationError) -> str:
    first = wrong.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "it is not whole JSON"
    if first["loc"] == ("v",) and first["type"] == "literal_error":
        read: Any = json.loads(line)["v"]
        return f"it has version {read!r:.20}, this program reads version {VERSION}"
    place = ".".join(str(part) for part in first["loc"])
    message = first["msg"][:1].lower() + first["msg"][1:]
    return f"{place}: {message}" if place else message
