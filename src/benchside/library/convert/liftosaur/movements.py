"""What stands before the first slash: `t1: Squat, Barbell | ! Pistol Squat[1,1-4]`.

A label in front, an equipment behind a comma, movements to choose from between `|`, and in brackets
the place among the exercises of its day and the weeks that it is repeated in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from benchside.session import InvalidValueError, quote_value

EQUIPMENT: Final = frozenset(
    {
        "band",
        "barbell",
        "bodyweight",
        "cable",
        "dumbbell",
        "ez bar",
        "kettlebell",
        "leverage machine",
        "medicine ball",
        "smith machine",
        "trap bar",
    }
)
"""Words behind the last comma of a name, in small letters; others are a part of the name."""

MAX_WEEK: Final = 1_000
"""No program is longer."""


@dataclass(frozen=True, slots=True)
class Movement:
    """An exercise by its name."""

    name: str
    equipment: str = ""
    """As it is written; empty where nothing is said."""

    @property
    def title(self) -> str:
        """The name of a session's exercise: `Bench Press (Dumbbell)`."""
        return f"{self.name} ({self.equipment})" if self.equipment else self.name

    @property
    def full_name(self) -> str:
        """The name as other lines refer to it, in small letters."""
        return ", ".join(part for part in (self.name, self.equipment) if part).casefold()


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two lines the same exercise, and what `...Squat` refers to."""

    label: str
    """In small letters; empty without one."""
    name: str
    """With its equipment, in small letters."""
    bare_name: str
    """Without it."""


@dataclass(frozen=True, slots=True)
class Head:
    """A line up to its first slash."""

    key: Key
    label: str
    movement: Movement
    """The one that is chosen: marked with `!`, else the first."""
    others: tuple[Movement, ...] = ()
    """Those that are not chosen."""
    order: int = 0
    """Its place among the exercises of its day; 0 where nothing is said."""
    weeks: tuple[int, ...] = ()
    """The weeks that it is repeated in, from 1; empty for its own alone."""


def parse_head(text: str) -> Head:
    """Read what stands before the first slash; raises `InvalidValueError` where that is no name."""
    names, brackets = _without_brackets(text)
    label, movements, chosen = _movements(names)
    order, weeks = _brackets(brackets) if brackets is not None else (0, ())
    return Head(
        key=_key(label, movements),
        label=label,
        movement=movements[chosen],
        others=(*movements[:chosen], *movements[chosen + 1 :]),
        order=order,
        weeks=weeks,
    )


def parse_key(text: str) -> Key:
    """Read a name that another line refers to: `t3: Seated Row`."""
    label, movements, _ = _movements(text)
    return _key(label, movements)


def _key(label: str, movements: tuple[Movement, ...]) -> Key:
    return Key(
        label=label.casefold(),
        name="|".join(movement.full_name for movement in movements),
        bare_name="|".join(movement.name.casefold() for movement in movements),
    )


def _without_brackets(text: str) -> tuple[str, str | None]:
    text = text.strip()
    start = text.rfind("[")
    if start < 0 or not text.endswith("]"):
        return text, None
    return text[:start].strip(), text[start + 1 : -1]


def _movements(text: str) -> tuple[str, tuple[Movement, ...], int]:
    """Read the label, the movements, and which of them is chosen."""
    label = ""
    movements: list[Movement] = []
    marked: list[int] = []
    for place, written in enumerate(text.split("|")):
        name = written.strip()
        if name.startswith("!"):
            marked.append(place)
            name = name.lstrip("! ")
        before, colon, after = name.partition(":")
        if colon:
            name = after.strip()
            label = label or before.strip()
        movements.append(_movement(name))
    return label, tuple(movements), marked[0] if marked else 0


def _movement(text: str) -> Movement:
    if not text or any(mark in text for mark in "[]{}"):
        raise InvalidValueError(
            f"{quote_value(text)} is no name of an exercise", "a line begins with one: Squat / 3x8"
        )
    name, comma, equipment = (part.strip() for part in text.rpartition(","))
    if comma and name and equipment.casefold() in EQUIPMENT:
        return Movement(name, equipment)
    return Movement(" ".join(text.split()))


def _brackets(text: str) -> tuple[int, tuple[int, ...]]:
    """Read `1,1-4`: the place in the day, and the weeks."""
    order, weeks = 0, range(0)
    for part in text.split(","):
        match = re.fullmatch(r"\s*([0-9]{1,4})\s*(?:-\s*([0-9]{1,4})\s*)?", part)
        if match is None or int(match[2] or 0) > MAX_WEEK:
            raise _no_brackets(text)
        if match[2]:
            if weeks:
                raise _no_brackets(text)
            weeks = range(int(match[1]), int(match[2]) + 1)
        else:
            order = order or int(match[1])
    return order, tuple(weeks)


def _no_brackets(text: str) -> InvalidValueError:
    return InvalidValueError(
        f"{quote_value(f'[{text}]')} is not understood", "weeks are written [1-4], or [2,1-4]"
    )
