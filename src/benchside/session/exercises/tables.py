"""The tables of an exercises file, those that ship and the athlete's own: what each key may say.

[[exercise]]
name        = "Zercher squat"
motion      = "squat"
rep_time    = 4
equipment   = ["barbell", "rack"]
muscles     = { main = ["quads", "glutes"], helping = ["upper back"] }
cues        = ["Elbows high", "Sit between the knees"]
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from benchside.session.exercises.entry import (
    CatalogueEntry,
    Category,
    Equipment,
    Motion,
    Muscle,
    MusclesTrained,
    TimedWork,
)
from benchside.session.exercises.timed_work import timed_work_of
from benchside.session.file.fields import Listed, StartsWithField, Text, word_of
from benchside.session.values.errors import InvalidValueError, quote_value
from benchside.session.values.tempo import StartsWith
from benchside.session.values.units import MS_PER_MINUTE, parse_duration_ms

if TYPE_CHECKING:
    from benchside.session.exercises.entry import PhaseWords

MAX_WORD = 8
"""Letters of a phase word; longer ones would make the screen's large letters small."""

MAX_REP_MS = 10 * MS_PER_MINUTE
"""The longest usual rep: a lap, a length of a pool."""

OTHER_NAMES = {
    "abdominals": "abs",
    "back": "upper back",
    "calf": "calves",
    "core": "abs",
    "deltoids": "shoulders",
    "delts": "shoulders",
    "erectors": "lower back",
    "glute medius": "abductors",
    "hams": "hamstrings",
    "hips": "glutes",
    "pecs": "chest",
    "quadriceps": "quads",
    "rear delts": "shoulders",
    "side glutes": "abductors",
    "tibialis": "shins",
    "trapezius": "traps",
}
"""What muscles are called elsewhere, for the hint."""


def _muscle(value: object) -> Muscle:
    if isinstance(value, str) and (meant := OTHER_NAMES.get(value.strip().lower())):
        raise InvalidValueError(f"{quote_value(value)} is not known here", f'write "{meant}"')
    return word_of(Muscle)(value)


def _rep_time_ms(value: object) -> int:
    if not 0 < (ms := parse_duration_ms(value)) <= MAX_REP_MS:
        raise InvalidValueError(
            f"{quote_value(value)} is not between 0 and 10 minutes",
            "write the seconds of a usual rep, such as 3 or 0.5",
        )
    return ms


def _words(value: object) -> PhaseWords:
    match value:
        case [str(eccentric), str(stretched), str(concentric), str(contracted)]:
            words = (eccentric, stretched, concentric, contracted)
            if all(word.isalpha() and len(word) <= MAX_WORD for word in words):
                return words
    raise InvalidValueError(
        f"{quote_value(value)} is not four words of at most {MAX_WORD} letters",
        'write them in the order of a tempo: ["down", "wait", "up", "hold"]',
    )


CategoryField: TypeAlias = Annotated[Category, PlainValidator(word_of(Category))]
EquipmentField: TypeAlias = Annotated[Equipment, PlainValidator(word_of(Equipment))]
MotionField: TypeAlias = Annotated[Motion, PlainValidator(word_of(Motion))]
MuscleField: TypeAlias = Annotated[Muscle, PlainValidator(_muscle)]
TimedWorkField: TypeAlias = Annotated[TimedWork, PlainValidator(word_of(TimedWork))]


class _Table(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


class MusclesTable(_Table):
    """The muscles that an exercise trains."""

    main: Annotated[tuple[MuscleField, ...], Listed] = ()
    helping: Annotated[tuple[MuscleField, ...], Listed] = ()


class ExerciseTable(_Table):
    """What a file says of one exercise; see `CatalogueEntry` for what the keys mean.

    The defaults only stand for keys that are left out: those of the entry hold.
    """

    name: Text
    aliases: Annotated[tuple[Text, ...], Listed] = ()
    category: CategoryField = Category.STRENGTH
    starts_with: StartsWithField = StartsWith.ECCENTRIC
    motion: MotionField | None = None
    words: Annotated[tuple[str, str, str, str], PlainValidator(_words)] | None = None
    rep_time_ms: Annotated[int, PlainValidator(_rep_time_ms)] | None = Field(
        default=None, alias="rep_time"
    )
    timed: TimedWorkField = TimedWork.WORK
    equipment: Annotated[tuple[EquipmentField, ...], Listed] = ()
    muscles: MusclesTable = MusclesTable.model_construct()
    cues: Annotated[tuple[Text, ...], Listed] = ()


class ExercisesFile(_Table):
    """A whole file."""

    exercises: Annotated[tuple[ExerciseTable, ...], Listed] = Field(default=(), alias="exercise")


def entry_of(table: ExerciseTable, known: CatalogueEntry | None = None) -> CatalogueEntry:
    """Make the entry that a table says; a key that it leaves out stays as it is `known`.

    Names are added to those that are known. Of a new exercise the name says what is done in a set
    that goes by time, as of one in no file.
    """
    said: dict[str, Any] = {key: getattr(table, key) for key in table.model_fields_set}
    del said["name"]
    if "muscles" in said:
        said["muscles"] = MusclesTrained(table.muscles.main, table.muscles.helping)
    if known is None:
        said.setdefault("timed", timed_work_of(table.name, None))
        return CatalogueEntry(name=table.name, **said)
    said["aliases"] = tuple(dict.fromkeys((*known.aliases, *table.aliases)))
    if "motion" in said:
        said.setdefault("words", None)  # those that are known belong to the motion that was
    return replace(known, **said)
