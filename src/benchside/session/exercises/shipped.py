"""The exercises that ship: read from the data of this package when one is first asked for.

The data is a part of the program as its modules are. It is loaded through the importer, so this
opens no file of the athlete's, and gives the same in every process.
"""

from __future__ import annotations

import pkgutil
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


@cache
def shipped_exercises() -> tuple[CatalogueEntry, ...]:
    """Return every exercise that ships, grouped by family."""
    return tuple(
        _entry(table)
        for family in FAMILIES
        for table in tomllib.loads(shipped_text(family))["exercise"]
    )


def shipped_text(family: str) -> str:
    """Return the text of a family's file."""
    data = pkgutil.get_data("benchside.session.exercises", f"data/{family}.toml")
    assert data is not None, "the importer of the package cannot give its data"
    return data.decode()


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
