"""The keys of a line that the index reads, with the types that `record.py` gives them. Pure.

Dictionaries that pydantic makes take a quarter of the time of a checked record.
"""

import sys
from typing import TYPE_CHECKING, Annotated, Final, Literal, NotRequired

from pydantic import ConfigDict, Field, with_config

from benchside.log.moments import Moment
from benchside.log.record import MAX_NUMBER, MAX_WHOLE, Revision
from benchside.runner import SessionStatus, SetStatus
from benchside.session import SetType

if sys.version_info >= (3, 12) or TYPE_CHECKING:
    from typing import TypedDict
else:  # pydantic cannot read the one of the standard library before, and brings this one along
    from typing_extensions import TypedDict

_STRICT: Final = ConfigDict(strict=True, extra="ignore")
_Whole = Annotated[int, Field(ge=-MAX_WHOLE, le=MAX_WHOLE)]
_Number = Annotated[float, Field(ge=-MAX_NUMBER, le=MAX_NUMBER)]


@with_config(_STRICT)
class TutKeys(TypedDict):
    """Of time under tension."""

    eccentric_ms: _Whole
    pause_stretched_ms: _Whole
    concentric_ms: _Whole
    pause_contracted_ms: _Whole


@with_config(_STRICT)
class SideKeys(TypedDict):
    """Of a side."""

    reps: NotRequired[_Whole]
    work_ms: NotRequired[_Whole]


@with_config(_STRICT)
class SetKeys(TypedDict):
    """Of a set."""

    exercise: str
    type: SetType
    ramp: bool
    status: SetStatus
    actual_reps: NotRequired[_Whole]
    actual_load: NotRequired[str]
    actual_load_kg: NotRequired[_Number]
    tempo: NotRequired[str]
    tut: NotRequired[TutKeys]
    sides: NotRequired[list[SideKeys]]
    target_time_ms: NotRequired[_Whole]
    actual_time_ms: NotRequired[_Whole]
    actual_distance_m: NotRequired[_Number]
    work_ms: NotRequired[_Whole]


@with_config(_STRICT)
class SourceKeys(TypedDict):
    """Of the session file."""

    name: str
    file: NotRequired[str]


@with_config(_STRICT)
class ProgramKeys(TypedDict):
    """Of the day of a program: what `ProgramDay` has."""

    name: str
    week: NotRequired[_Whole]
    day: NotRequired[_Whole]
    cycle: NotRequired[_Whole]


@with_config(_STRICT)
class ImportKeys(TypedDict):
    """Of where a session was imported from."""

    program: str


@with_config(_STRICT)
class SessionKeys(TypedDict):
    """Of a line."""

    v: Literal[1, 2]
    id: str
    rev: NotRequired[Revision]
    amended: NotRequired[Moment]
    deleted: NotRequired[object]
    session: SourceKeys
    program: NotRequired[ProgramKeys]
    imported: NotRequired[ImportKeys]
    started: Moment
    day_only: NotRequired[bool]
    finished: NotRequired[Moment]
    status: SessionStatus
    away_ms: NotRequired[_Whole]
    athlete: str
    note: NotRequired[str]
    planned_sets: _Whole
    sets: list[SetKeys]
