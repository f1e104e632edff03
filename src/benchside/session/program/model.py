"""A program as it is written: days in turn, and weeks with schemes of sets.

    name = "5/3/1"
    days = ["press-day", "deadlift-day"]      # sessions of the library

    [[week]]
    name = "Fives"
    main = ["65% x 5", "75% x 5", "85% x 5+"]

A program has no state of its own: what is next follows from the log (`next_day`).
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from benchside.session.file.asked import AskedScheme, SetEntry, Written, key
from benchside.session.file.fields import Lines, Listed, SessionName, Text


class Week(Written):
    """A week of a program: any key but its name is a scheme, a list of sets."""

    model_config = ConfigDict(extra="allow")

    named: ClassVar[type[SetEntry]] = SetEntry

    __pydantic_extra__: dict[str, AskedScheme] = Field(init=False)

    name: Text | None = key("What the week is called.", "Fives")

    @property
    def schemes(self) -> dict[str, tuple[SetEntry, ...]]:
        """Its lists of sets by name."""
        return self.__pydantic_extra__ or {}


class TrainingProgram(Written):
    """A program, as its file says it."""

    name: Text = Field(description="What the program is called.", examples=["5/3/1"])
    about: Lines | None = key("What it is for, in a sentence or a few.", "Four weeks of percents.")
    days: Annotated[tuple[SessionName, ...], Listed] = Field(
        description="Sessions of the library, in turn.", examples=[["novice-a", "novice-b"]]
    )
    weeks: Annotated[tuple[Week, ...], Listed] = Field(
        default=(), alias="week", description="The weeks, in order, each with its schemes."
    )
