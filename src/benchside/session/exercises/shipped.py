"""The exercises that ship: TOML in the data of this package, read when one is asked for.

The data is a part of the program as its modules are. It is loaded through the importer, so this
opens no file of the athlete's, and gives the same in every process. At first only names are looked
for; a table is read with its exercise, since a session names few and all take ten milliseconds.
"""

from __future__ import annotations

import pkgutil
import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from benchside.session.exercises.entry import (
    CatalogueEntry,
    Category,
    Equipment,
    Motion,
    Muscle,
    MusclesTrained,
    TimedWork,
    spelling,
)
from benchside.session.values.tempo import StartsWith
from benchside.session.values.units import parse_duration_ms

if TYPE_CHECKING:
    from collections.abc import Mapping

FAMILIES: Final = (
    "hip_thrusts",
    "glutes",
    "squats",
    "hinges",
    "pushes",
    "pulls",
    "weightlifting",
    "trunk",
    "conditioning",
    "stretches",
    "breathing",
)
"""The files of `data`, in the order in which exercises are listed."""


_TABLE: Final = "[[exercise]]\n"
_AFTER_NAMES: Final = "\nstarts_with = "
"""Begins the line that follows name and aliases in every table of the data."""


def shipped_exercises() -> tuple[CatalogueEntry, ...]:
    """Return every exercise that ships, grouped by family."""
    return tuple(map(_read, _tables()))


def shipped_exercise(name: str) -> CatalogueEntry | None:
    """Return the exercise whose name or alias is spelled so (see `spelling`); None for none."""
    table = _tables_by_spelling().get(name)
    return None if table is None else _read(table)


def shipped_text(family: str) -> str:
    """Return the text of a family's file."""
    data = pkgutil.get_data("benchside.session.exercises", f"data/{family}.toml")
    assert data is not None, "the importer of the package cannot give its data"
    return data.decode()


@cache
def _tables() -> tuple[str, ...]:
    """Return the text of every exercise's table, in order."""
    return tuple(table for family in FAMILIES for table in shipped_text(family).split(_TABLE)[1:])


@cache
def _tables_by_spelling() -> Mapping[str, str]:
    return {
        spelling(name): table
        for table in _tables()
        for name in re.findall('"(.*?)"', table.partition(_AFTER_NAMES)[0])
    }


@cache
def _read(table: str) -> CatalogueEntry:
    return _entry(tomllib.loads(table))


def _entry(table: Mapping[str, Any]) -> CatalogueEntry:
    """Make an entry of a table that a test has found to be right.

    The checks that an athlete's own file needs would take as long as reading the file does.
    """
    muscles = table.get("muscles", {})
    motion = table.get("motion")
    words = table.get("words")
    rep_time = table.get("rep_time")
    return CatalogueEntry(
        name=table["name"],
        aliases=tuple(table.get("aliases", ())),
        category=Category(table.get("category", Category.STRENGTH)),
        starts_with=StartsWith(table["starts_with"]),
        motion=None if motion is None else Motion(motion),
        words=None if words is None else tuple(words),
        rep_time_ms=None if rep_time is None else parse_duration_ms(rep_time),
        timed=TimedWork(table.get("timed", TimedWork.WORK)),
        equipment=tuple(map(Equipment, table["equipment"])),
        muscles=MusclesTrained(
            main=tuple(map(Muscle, muscles.get("main", ()))),
            helping=tuple(map(Muscle, muscles.get("helping", ()))),
        ),
        cues=tuple(table["cues"]),
    )
