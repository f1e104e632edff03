"""The record of a session: what was asked for and what was done, set by set.

One record is one line of the log, and `docs/log-format.md` is its contract. record → line →
record is the same. What does not apply to a set is left out of its line. Reading ignores keys it
does not know, for a later program may add some; it converts lines of version 1 and refuses those
of a later version. A line may also say that a session is deleted: `log/revisions.py`.

Dataclasses with slots, for a log of ten years is held in memory at once, and pydantic models take
four to five times as much (76 MB against 350 MB for 4,000 sessions of 20 sets).
"""

import hashlib
import json
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import (
    AfterValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    ValidationError,
)
from pydantic.dataclasses import dataclass

from benchside.log.moments import Moment
from benchside.log.problems import UnreadableLine
from benchside.runner import SessionStatus, SetStatus
from benchside.session import SetType
from benchside.timeline import SetId

Kind = TypeVar("Kind")

VERSION: Final = 2
"""Written into every line as `v`; it changes when a key changes its meaning."""

Version = Annotated[Literal[1, 2], AfterValidator(lambda _: VERSION)]
"""Versions that are read; a record always holds the newest, whatever its line said.

All that version 2 changed is that keys which were always there may be left out, so a line of
version 1 is one of version 2.
"""

_STRICT: Final = ConfigDict(strict=True, extra="ignore")


def _as_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


MAX_WHOLE: Final = 10**18
"""Of a whole number: more milliseconds than anybody lives, and sums of them stay short."""

MAX_NUMBER: Final = 10**9
"""Of a load or an RPE: more than anybody lifts. A number without bounds costs time and memory."""

Whole = Annotated[int, Field(ge=-MAX_WHOLE, le=MAX_WHOLE)]
"""A count, or milliseconds."""

Revision = Annotated[int, Field(ge=0, le=MAX_WHOLE)]
"""How often a session was changed since it was logged."""

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
class PartRecord:
    """One part of a set that has several: of a cluster, a rest-pause set, repeaters."""

    target_reps: str | None = None
    actual_reps: Whole | None = None
    target_time_ms: Whole | None = None
    work_ms: Whole | None = None
    """How long was worked; None where nobody knows."""
    rest_ms: Whole | None = None
    """Taken after it, up to the next part; None after the last."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class SideRecord:
    """One side of a set."""

    side: str
    reps: Whole | None = None
    work_ms: Whole | None = None
    """None where nobody knows."""
    tut: TutRecord | None = None
    parts: tuple[PartRecord, ...] = ()
    """As of the set."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class SetRecord:
    """One set, both sides together: its target and what it was.

    Within its session a set is named by `block_index`, `exercise_index`, `number`, `round` and
    `ramp`, whatever was moved, added or dropped around it.
    """

    block: str
    exercise: str
    block_index: Whole | None = None
    """Place of its block in the session, from 0; None where nobody knows, as in an import."""
    exercise_index: Whole | None = None
    """Place of its exercise in its block, from 0."""
    number: Whole
    """Counts from 1 within its exercise; ramp sets and the others are counted apart."""
    of: Whole
    type: SetType
    ramp: bool
    round: Whole | None = None
    superset: Whole | None = None
    """The same for all exercises of one superset; from 0, anew in each session."""
    status: SetStatus
    started: Moment | None = None
    """None where nobody knows."""
    target_reps: str | None = None
    """As written: `8`, `5-8`, `8+`, `max`, of a set of parts `2+2+2`."""
    actual_reps: Whole | None = None
    """Of the weaker side where there are sides; None where nobody counted."""
    target_time: str | None = None
    """As written, where the athlete ends it or it has parts: `30s+`, `60s-90s`, `max`, `6 x 7s`."""
    target_time_ms: Whole | None = None
    """The least of it where the athlete ends it; None where there is no least."""
    actual_time_ms: Whole | None = None
    """How long was held, of the shorter side; None where `target_time_ms` says all."""
    target_distance: str | None = None
    """As written: `40 m`, `2 km`, `1 mi`."""
    target_distance_m: Number | None = None
    actual_distance: str | None = None
    actual_distance_m: Number | None = None
    target_calories: Whole | None = None
    actual_calories: Whole | None = None
    parts: tuple[PartRecord, ...] = ()
    """Those of a cluster, in order; empty where the set has none, or where its sides have them."""
    work_ms: Whole | None = None
    """How long was worked, all sides together, pauses left out; None where nobody knows."""
    clock_ms: Whole | None = None
    """What the clock of a block with a time cap showed when it was over; None without a cap."""
    written_load: str | None = None
    """As the session file had it; None where it is the target."""
    target_load: str | None = None
    """As it was offered and taken: `100 kg`, `2 x 24 kg`, `bodyweight - 20 kg`, `band`."""
    target_load_kg: Number | None = None
    """None where the load is no number of kilograms; below 0 where it helps the body."""
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
    exercise_note: str = ""
    """Of the exercise as a whole in this session; stands with the first of its sets."""

    @property
    def set_id(self) -> SetId | None:
        """Return what names the set within its session; None where nobody knows its place."""
        if self.block_index is None or self.exercise_index is None:
            return None
        return SetId(self.block_index, self.exercise_index, self.number, self.round, self.ramp)


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class SessionSource:
    """Which session it was."""

    name: str
    file: str = ""
    """Empty where it was imported."""
    digest: str = ""
    """Of the file's text: see `digest_of`."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class ProgramDay:
    """Which day of a program it was."""

    name: str
    week: Whole | None = None
    """From 1; None where the program has no weeks."""
    day: Whole | None = None
    """From 1."""
    cycle: Whole | None = None
    """From 1: how often the program was begun."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class ImportSource:
    """Where an imported session comes from."""

    program: str
    """That wrote the file: `Strong`, `Hevy`."""
    id: str = ""
    """What names the session there; empty where nothing does."""
    file: str = ""
    """Name of the file, without its folder."""
    digest: str = ""
    """Of the file: sessions of one import have the same."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Record:
    """A session as it was done."""

    v: Version
    id: str
    """The same for every attempt to log the same session: see `record_id`."""
    rev: Revision = 0
    """Of the lines with this id, the one with the highest holds: see `log/revisions.py`."""
    amended: Moment | None = None
    """When it was last changed; None where it never was."""
    session: SessionSource
    program: ProgramDay | None = None
    imported: ImportSource | None = None
    """None where this program led the session."""
    started: Moment
    day_only: bool = False
    """Nobody knows the time of day: `started` is the noon of its day."""
    finished: Moment | None = None
    """None where nobody knows."""
    status: SessionStatus
    """Never `abandoned`: such a session is not logged."""
    away_ms: Whole = 0
    """Of the time between the two: how long it was interrupted, not trained and not rested."""
    athlete: str
    bodyweight_kg: Number | None = None
    """What the athlete weighed; None where it was not said."""
    note: str = ""
    """Of the session as a whole."""
    planned_sets: Whole
    """How many sets the session asks for, however many were reached."""
    sets: tuple[SetRecord, ...]


_RECORD: Final = TypeAdapter(Record)


def digest_of(text: str) -> str:
    """Fingerprint of a session's text: SHA-256 in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def record_id(started: datetime, digest: str) -> str:
    """Return the id of a session, made of its start and content, so that it is logged only once."""
    return f"{started.isoformat()}/{digest[:12]}"


def encode_record(record: Record) -> dict[str, object]:
    """Turn a record into what its line holds."""
    line: dict[str, object] = _RECORD.dump_python(record, mode="json", exclude_defaults=True)
    return line


def decode(line: str | bytes) -> Record:
    """Read a session of the log; raises `UnreadableLine`."""
    return decode_as(_RECORD, line)


def decode_as(kind: TypeAdapter[Kind], line: str | bytes) -> Kind:
    """Read a line of one kind; raises `UnreadableLine`."""
    try:
        return kind.validate_json(line)
    except ValidationError as wrong:
        raise UnreadableLine(_what_is_wrong(line, wrong)) from None


def _what_is_wrong(line: str | bytes, wrong: ValidationError) -> str:
    first = wrong.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "it is not whole JSON"
    if first["loc"] == ("v",) and first["type"] == "literal_error":
        read: Any = json.loads(line)["v"]
        return f"it has version {read!r:.20}, this program reads versions up to {VERSION}"
    place = ".".join(str(part) for part in first["loc"])
    message = first["msg"][:1].lower() + first["msg"][1:]
    return f"{place}: {message}" if place else message
