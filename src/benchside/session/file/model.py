"""The session as it is written: what a file may say, key by key.

Frozen and strict, unknown keys refused, nothing inherited yet: a key that the file leaves out is
None here. A field's alias is its key in the file, and the fields stand in the order in which they
are written. Which keys may stand together is told by `rules`, what they mean by `resolve`.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from benchside.session.file.fields import (
    Count,
    DurationMs,
    GoalField,
    KindField,
    Lines,
    Listed,
    LoadField,
    RampField,
    RepsField,
    RestField,
    RpeField,
    SessionName,
    SpanMs,
    StartsWithField,
    TempoField,
    Text,
    TypeField,
)


def key(description: str, *examples: Any, **more: Any) -> Any:
    """Describe a key that may be left out; the examples are for editors."""
    return Field(default=None, description=description, examples=list(examples), **more)


class Written(BaseModel):
    """A table of a session file."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


class Asked(Written):
    """What may be said of a set: in the set, its exercise, its block or the defaults."""

    type: TypeField | None = key("What the set is for; working where nothing is said.", "back-off")
    reps: RepsField | None = key(
        "How many reps: a number, a range, at least so many, or as many as possible.",
        8,
        "5-8",
        "8+",
        "max",
    )
    time_ms: SpanMs | None = key(
        'A hold or an interval of this length; with reps = "max" as many reps as possible in it.',
        "45s",
        "1m30s",
        alias="time",
    )
    load: LoadField | None = key(
        "What is lifted: a weight, a pair, a percentage of the training max, or any label.",
        "100 kg",
        "225 lb",
        "2 x 24 kg",
        "80%",
        "bodyweight",
        "bodyweight + 10 kg",
        "bodyweight - 20 kg",
        "red band",
    )
    tempo: TempoField | None = key(
        "Seconds of eccentric, pause stretched, concentric, pause contracted; X is explosive.",
        "3-1-X-0",
        "31X0",
    )
    rest: RestField | None = key(
        'The rest after the set; "3m+" waits for you, "2m-3m" is ready at 2m and starts at 3m.',
        "90s",
        "3m",
        "3m+",
        "2m-3m",
    )
    prepare_ms: DurationMs | None = key("The count-in before the set.", "10s", alias="prepare")
    sides: Annotated[tuple[Text, ...], Listed] | None = key(
        "Sides to train in turn, the weaker first; all of them are one set.", ["left", "right"]
    )
    switch_ms: DurationMs | None = key("The pause between sides.", "10s", alias="switch")
    rpe: RpeField | None = key("How hard the set should be, 1 to 10 in halves.", 8, 8.5)
    starts_with: StartsWithField | None = key(
        "The phase that a rep begins with; the exercise catalogue knows it for most exercises.",
        "concentric",
    )
    cues: Annotated[tuple[Text, ...], Listed] | None = key(
        "Coaching cues, shown in turn.", ["Ribs down", "Chin tucked"]
    )


class SetEntry(Asked):
    """One of several sets that differ."""


def _form_of_sets(value: object) -> str:
    return "list" if isinstance(value, list | tuple) else "count"


Sets: TypeAlias = Annotated[
    Annotated[Count, Tag("count")] | Annotated[tuple[SetEntry, ...], Listed, Tag("list")],
    Discriminator(_form_of_sets),
]
"""A number of sets that are alike, or a list of sets that differ."""


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
        "How many sets, or a list of sets that differ.", 3, [{"reps": 5, "load": "100 kg"}]
    )


class AskedExercise(Asked, Repeated):
    """What may be said of an exercise: in the exercise, its block or the defaults."""


class Defaults(AskedExercise):
    """What holds for every exercise of the session that says nothing nearer."""


class ExerciseHead(Written):
    """What only an exercise has."""

    name: Text = Field(
        description="The exercise; a name of the catalogue, or any other.",
        examples=["Barbell hip thrust"],
    )


class Exercise(AskedExercise, ExerciseHead):
    """An exercise of a block."""


class BlockHead(Written):
    """What only a block has."""

    name: Text | None = key("The block's name; its kind where nothing is said.", "Activation")
    kind: KindField | None = key(
        "Where in the session it stands; main where nothing is said.", "warm-up"
    )
    include: SessionName | None = key(
        "The blocks of another session of the library stand here.", "glute-activation"
    )
    rounds: Count | None = key("The exercises run as a circuit, so many times: A B, A B.", 3)
    round_rest_ms: DurationMs | None = key("The rest between rounds.", "45s", alias="round_rest")
    every_ms: SpanMs | None = key(
        "Each round starts on the clock (EMOM); what is left of it is rest.", "60s", alias="every"
    )
    time_cap_ms: SpanMs | None = key(
        "Rounds of the exercises until this time is over (AMRAP).", "10m", alias="time_cap"
    )


class Block(AskedExercise, BlockHead):
    """A part of the session: exercises with a shape, or the blocks of another session."""

    exercises: Annotated[tuple[Exercise, ...], Listed] = Field(
        default=(), alias="exercise", description="The exercises, in order."
    )


class Session(Written):
    """A session, as its file says it."""

    name: Text = Field(
        description="What the session is called.", examples=["Hip thrust: primary strength"]
    )
    about: Lines | None = key("What it is for, in a sentence or a few.", "Heavy sets of five.")
    goal: GoalField | None = key(
        "What it trains; it decides how long an unsaid rest is.", "strength"
    )
    defaults: Defaults | None = key(
        "Holds for every exercise that says nothing nearer.", {"prepare": "10s", "rest": "3m"}
    )
    blocks: Annotated[tuple[Block, ...], Listed] = Field(
        alias="block", description="The blocks, in order."
    )
