"""The session as it is written: what a file may say, key by key.

Frozen and strict, unknown keys refused, nothing inherited yet: a key that the file leaves out is
None here. A field's alias is its key in the file, and the fields stand in the order in which they
are written. Which keys may stand together is told by `rules`, what they mean by `resolve`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from benchside.session.file.asked import AskedExercise, AskedScheme, Written, key
from benchside.session.file.fields import (
    Count,
    GoalField,
    KindField,
    Lines,
    Listed,
    SchemeKey,
    SessionName,
    SpanMs,
    Text,
)
from benchside.session.file.set_fields import RestField


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
    round_rest: RestField | None = key("The rest between rounds.", "45s", "1m-2m")
    every_ms: SpanMs | None = key(
        "Each round starts on the clock (EMOM); what is left of it is rest.", "60s", alias="every"
    )
    every_set_ms: SpanMs | None = key(
        "Each set starts on the clock; what is left of it is rest.", "2m", alias="every_set"
    )
    time_cap_ms: SpanMs | None = key(
        "Rounds until this time is over (AMRAP); with rounds so many, at most so long (for time).",
        "10m",
        alias="time_cap",
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
    schemes: dict[SchemeKey, AskedScheme] = Field(
        default={},
        alias="scheme",
        description="Lists of sets by name; those of a program's week win.",
        examples=[{"main": ["65% x 5", "75% x 5", "85% x 5+"]}],
    )
    blocks: Annotated[tuple[Block, ...], Listed] = Field(
        alias="block", description="The blocks, in order."
    )
