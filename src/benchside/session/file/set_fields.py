"""The value types of what a set asks for and how it is done; see `fields`."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, PlainSerializer, PlainValidator

from benchside.session.file.fields import (
    AS_DURATION,
    SECONDS,
    Listed,
    longer_than_nothing_ms,
    pattern_of,
    schema_of,
    value_of,
)
from benchside.session.values.calories import MAX_CALORIES, parse_calories
from benchside.session.values.distance import (
    DISTANCE,
    Distance,
    format_distance,
    parse_distance,
)
from benchside.session.values.errors import InvalidValueError, quote_value
from benchside.session.values.load import Bodyweight, Label, Percent, Weight
from benchside.session.values.phase_words import MAX_WORD, PHASES, checked_words, parse_word
from benchside.session.values.progress import (
    PROGRESS,
    Progress,
    format_progress,
    parse_progress,
)
from benchside.session.values.ramp import RAMP, RampEntry, format_ramp, parse_ramp
from benchside.session.values.relative_load import (
    WRITTEN_LOAD,
    NoLoad,
    RelativeLoad,
    WrittenLoad,
    format_written_load,
    parse_written_load,
)
from benchside.session.values.reps import (
    MAX_REPS,
    REP_PARTS,
    REPS,
    AskedReps,
    RepParts,
    RepTarget,
    format_reps,
    parse_asked_reps,
)
from benchside.session.values.rest import RestWindow, format_rest, parse_rest
from benchside.session.values.rpe import format_rpe, parse_rir, parse_rpe
from benchside.session.values.tempo import (
    WRITTEN_TEMPO,
    NoTempo,
    Tempo,
    WrittenTempo,
    format_written_tempo,
    parse_written_tempo,
)
from benchside.session.values.time_target import (
    TIME,
    AskedTime,
    TimeParts,
    TimeTarget,
    format_time,
    parse_time,
)
from benchside.session.values.units import DURATION, MS_PER_MINUTE
from benchside.session.values.windows import WINDOW

MAX_REP_MS = 10 * MS_PER_MINUTE
"""No rep lasts longer."""


def _reps_written(target: AskedReps) -> int | str:
    is_number = isinstance(target, RepTarget) and target.low == target.high
    return target.low if is_number and isinstance(target, RepTarget) else format_reps(target)


def _rep_ms(value: object) -> int:
    ms = longer_than_nothing_ms(value)
    if ms > MAX_REP_MS:
        raise InvalidValueError(
            f"{quote_value(value)} is longer than 10 minutes", 'write seconds such as "2s"'
        )
    return ms


RepsField: TypeAlias = Annotated[
    AskedReps,
    value_of(parse_asked_reps, RepTarget, RepParts),
    PlainSerializer(_reps_written),
    schema_of(
        {"type": "integer", "minimum": 1, "maximum": MAX_REPS}, pattern_of(f"{REP_PARTS}|{REPS}")
    ),
]
TimeField: TypeAlias = Annotated[
    AskedTime,
    value_of(parse_time, TimeTarget, TimeParts),
    PlainSerializer(format_time, return_type=str),
    schema_of({**SECONDS, "exclusiveMinimum": 0}, pattern_of(TIME)),
]
DistanceField: TypeAlias = Annotated[
    Distance,
    value_of(parse_distance, Distance),
    PlainSerializer(format_distance, return_type=str),
    schema_of(pattern_of(DISTANCE)),
]
CaloriesField: TypeAlias = Annotated[
    int,
    PlainValidator(parse_calories),
    schema_of({"type": "integer", "minimum": 1, "maximum": MAX_CALORIES}),
]
LoadField: TypeAlias = Annotated[
    WrittenLoad,
    value_of(parse_written_load, Weight, Percent, Bodyweight, Label, RelativeLoad, NoLoad),
    PlainSerializer(format_written_load, return_type=str),
    schema_of(pattern_of(WRITTEN_LOAD)),
]
TempoField: TypeAlias = Annotated[
    WrittenTempo,
    value_of(parse_written_tempo, Tempo, NoTempo),
    PlainSerializer(format_written_tempo, return_type=str),
    schema_of(pattern_of(WRITTEN_TEMPO)),
]
RestField: TypeAlias = Annotated[
    RestWindow,
    value_of(parse_rest, RestWindow),
    PlainSerializer(format_rest, return_type=str),
    schema_of(SECONDS, pattern_of(WINDOW)),
]
RampField: TypeAlias = Annotated[
    RampEntry,
    value_of(parse_ramp, RampEntry),
    PlainSerializer(format_ramp, return_type=str),
    schema_of(pattern_of(RAMP)),
]
RpeField: TypeAlias = Annotated[
    Decimal,
    PlainValidator(parse_rpe),
    PlainSerializer(format_rpe),
    schema_of({"type": "number", "minimum": 1, "maximum": 10, "multipleOf": 0.5}),
]
RirField: TypeAlias = Annotated[
    Decimal,
    PlainValidator(parse_rir),
    PlainSerializer(format_rpe),
    schema_of({"type": "number", "minimum": 0, "maximum": 9, "multipleOf": 0.5}),
]
RepMs: TypeAlias = Annotated[
    int,
    PlainValidator(_rep_ms),
    AS_DURATION,
    schema_of({**SECONDS, "exclusiveMinimum": 0}, pattern_of(DURATION)),
]
"""How long a rep lasts, in milliseconds."""
WordField: TypeAlias = Annotated[
    str,
    PlainValidator(parse_word),
    schema_of({"type": "string", "minLength": 1}),
]
WordsField: TypeAlias = Annotated[
    tuple[WordField, ...],
    Listed,
    AfterValidator(checked_words),
    schema_of(
        {
            "type": "array",
            "items": {"type": "string", "pattern": rf"^\s*\S{{1,{MAX_WORD}}}\s*$"},
            "minItems": PHASES,
            "maxItems": PHASES,
        }
    ),
]
"""Words for the phases of a rep."""
ProgressField: TypeAlias = Annotated[
    Progress,
    value_of(parse_progress, Progress),
    PlainSerializer(format_progress, return_type=str),
    schema_of(pattern_of(PROGRESS)),
]
