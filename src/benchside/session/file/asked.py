"""What may be said of a set and of its exercise, key by key: in the set, the exercise, its block
or the defaults.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, PlainValidator, Tag

from benchside.session.file.fields import (
    Count,
    DurationMs,
    Listed,
    SchemeName,
    StartsWithField,
    Text,
    TypeField,
    pattern_of,
    schema_of,
)
from benchside.session.file.set_fields import (
    CaloriesField,
    DistanceField,
    LoadField,
    ProgressField,
    RampField,
    RepMs,
    RepsField,
    RestField,
    RirField,
    RpeField,
    TempoField,
    TimeField,
    WordsField,
)
from benchside.session.values.set_line import SET_LINE, parse_set_line


def key(description: str, *examples: Any, **more: Any) -> Any:
    """Describe a key that may be left out; the examples are for editors."""
    return Field(default=None, description=description, examples=list(examples), **more)


class Written(BaseModel):
    """A table of a session file."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)

    named: ClassVar[type[BaseModel] | None] = None
    """What a key holds whose name somebody chose; None where there are none of them."""


class Asked(Written):
    """What may be said of a set: in the set, its exercise, its block or the defaults."""

    type: TypeField | None = key("What the set is for; working where nothing is said.", "back-off")
    reps: RepsField | None = key(
        "How many reps: a number, a range, at least so many, as many as possible, or in parts.",
        8,
        "5-8",
        "8+",
        "max",
        "2+2+2",
    )
    time: TimeField | None = key(
        "A hold or an interval: so long, at least so long, as long as possible, or in parts;"
        ' with reps = "max" as many reps as possible in a time that ends by itself.',
        "45s",
        "1m30s",
        "30s+",
        "60s-90s",
        "max",
        "6 x 7s",
    )
    distance: DistanceField | None = key(
        "How far: a carry, a row, a run.", "40 m", "2 km", "60 yd", "1 mi"
    )
    calories: CaloriesField | None = key("How many calories on a machine.", 15)
    load: LoadField | None = key(
        "What is lifted: a weight, a pair, a percentage of the training max, more or less than"
        " today's heaviest set, or any label.",
        "100 kg",
        "225 lb",
        "2 x 24 kg",
        "80%",
        "bodyweight",
        "bodyweight + 10 kg",
        "bodyweight - 20 kg",
        "-10%",
        "-20 kg",
        "red band",
        "none",
    )
    tempo: TempoField | None = key(
        "Seconds of eccentric, pause stretched, concentric, pause contracted; X is explosive.",
        "3-1-X-0",
        "31X0",
        "none",
    )
    rest: RestField | None = key(
        'The rest after the set; "3m+" waits for you, "2m-3m" is ready at 2m and starts at 3m.',
        "90s",
        "3m",
        "3m+",
        "2m-3m",
    )
    prepare_ms: DurationMs | None = key("The count-in before the set.", "10s", alias="prepare")
    part_rest_ms: DurationMs | None = key(
        "The rest between the parts of a set.", "15s", alias="part_rest"
    )
    sides: Annotated[tuple[Text, ...], Listed] | None = key(
        "Sides to train in turn, the weaker first; all of them are one set.", ["left", "right"]
    )
    switch_ms: DurationMs | None = key("The pause between sides.", "10s", alias="switch")
    rpe: RpeField | None = key("How hard the set should be, 1 to 10 in halves.", 8, 8.5)
    rir: RirField | None = key("How many reps are to be left in reserve; 2 is an RPE of 8.", 2)
    starts_with: StartsWithField | None = key(
        "The phase that a rep begins with; the exercise catalogue knows it for most exercises.",
        "concentric",
    )
    words: WordsField | None = key(
        "Words for the phases of a rep, in the order of the tempo.", ["down", "low", "up", "tall"]
    )
    rep_time_ms: RepMs | None = key(
        "How long a rep lasts where no tempo says so; for estimates.", "2s", 0.5, alias="rep_time"
    )
    cues: Annotated[tuple[Text, ...], Listed] | None = key(
        "Coaching cues, shown in turn.", ["Ribs down", "Chin tucked"]
    )


class SetEntry(Asked):
    """One of several sets that differ."""


def _set_on_a_line(value: object) -> SetEntry:
    """Read `"85% x 5+"`, the same as `{ load = "85%", reps = "5+" }`."""
    line = parse_set_line(value)
    return SetEntry.model_validate({"load": line.load, "reps": line.reps})


def _form_of_entry(value: object) -> str:
    return "line" if isinstance(value, str) else "table"


AskedEntry: TypeAlias = Annotated[
    Annotated[SetEntry, Tag("table")]
    | Annotated[
        SetEntry, PlainValidator(_set_on_a_line), schema_of(pattern_of(SET_LINE)), Tag("line")
    ],
    Discriminator(_form_of_entry),
]
"""A set as a table, or on one line."""

AskedScheme: TypeAlias = Annotated[tuple[AskedEntry, ...], Listed]
"""A list of sets."""


def _form_of_sets(value: object) -> str:
    match value:
        case str():
            return "scheme"
        case list() | tuple():
            return "list"
        case _:
            return "count"


Sets: TypeAlias = Annotated[
    Annotated[Count, Tag("count")]
    | Annotated[AskedScheme, Tag("list")]
    | Annotated[SchemeName, Tag("scheme")],
    Discriminator(_form_of_sets),
]
"""A number of sets that are alike, a list of sets that differ, or the name of such a list."""


class Repeated(Written):
    """How often an exercise is done, and what leads up to it."""

    ramp: Annotated[tuple[RampField, ...], Listed] | None = key(
        "Warm-up sets before the working sets, in percent of the working load.",
        ["50% x 8", "70% x 5", "85% x 2"],
    )
    ramp_rest: RestField | None = key(
        "The rest between ramp sets; the last one gets the working rest.", "60s"
    )
    sets: Sets | None = key(
        "How many sets, a list of sets that differ, or the name of a scheme.",
        3,
        [{"reps": 5, "load": "100 kg"}],
        ["65% x 5", "75% x 5", "85% x 5+"],
        "main",
    )
    progress: ProgressField | None = key(
        "What is added once the reps are there.",
        "+2.5 kg",
        "+2.5%",
        "+2.5 kg, -10% after 3",
        "+5 kg a cycle",
    )


class AskedExercise(Asked, Repeated):
    """What may be said of an exercise: in the exercise, its block or the defaults."""
