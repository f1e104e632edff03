"""The athlete: training maxes, and the bar and plates at hand.

    name   = "Anna"
    unit   = "kg"
    bar    = "20 kg"
    plates = ["20 kg", "10 kg", "5 kg", "2 x 2.5 kg", "1.25 kg"]   # "2 x": only one pair

    [training_max]
    "Barbell hip thrust" = "140 kg"

What is left out is what a gym has. Loads in the unit that the file does not speak of are loaded
from the usual bar and plates of that unit.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, TypeAlias

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)

from benchside.session.athlete.plates import Plate, Rack
from benchside.session.file.fields import Listed, Text, UnitField
from benchside.session.file.findings import KeyProblem
from benchside.session.file.positions import located
from benchside.session.file.problems import Problem
from benchside.session.file.toml_text import parsed_toml, without_mark
from benchside.session.file.validation import validated
from benchside.session.values.errors import InvalidValueError, quote_value
from benchside.session.values.load import MASS, Mass, Unit, format_mass, parse_mass

if TYPE_CHECKING:
    from benchside.session.exercises.catalogue import Catalogue

MAX_SIZES = 12
"""Sizes of plates in one unit; no gym has more."""

_USUAL = {
    Unit.KG: ("20", ("25", "20", "15", "10", "5", "2.5", "1.25")),
    Unit.LB: ("45", ("45", "35", "25", "10", "5", "2.5")),
}
_PLATE = re.compile(r"(?:([1-9][0-9]?) ?[x×] ?)?([0-9]{1,3}(?:\.[0-9]{1,2})? ?(?:kg|lb))")


def _mass(value: object) -> Mass:
    if isinstance(value, Mass):
        return value
    try:
        return parse_mass(value)
    except InvalidValueError:
        raise InvalidValueError(
            f"{quote_value(value)} is not a weight", 'write "100 kg" or "225 lb"'
        ) from None


def _plate(value: object) -> Plate:
    if isinstance(value, Plate):
        return value
    match = _PLATE.fullmatch(value.strip()) if isinstance(value, str) else None
    expected = 'write "10 kg", or "4 x 10 kg" for two on each side'
    if match is None:
        raise InvalidValueError(f"{quote_value(value)} is not a plate", expected)
    count = int(match[1]) if match[1] else None
    mass = parse_mass(match[2])
    if count is not None and count % 2:
        raise InvalidValueError(f"{quote_value(value)} is not the same on both sides", expected)
    return Plate(mass, None if count is None else count // 2)


def _plate_written(plate: Plate) -> str:
    count = "" if plate.pairs is None else f"{2 * plate.pairs} x "
    return f"{count}{format_mass(plate.mass)}"


MassField: TypeAlias = Annotated[
    Mass,
    PlainValidator(_mass),
    PlainSerializer(format_mass, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^(?:{MASS})$"}),
]
PlateField: TypeAlias = Annotated[
    Plate,
    PlainValidator(_plate),
    PlainSerializer(_plate_written, return_type=str),
    WithJsonSchema({"type": "string", "pattern": f"^(?:{_PLATE.pattern})$"}),
]


class Athlete(BaseModel):
    """Who lifts, and with what."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)

    name: Text = Field(default="athlete", description="Who lifts; the log records it.")
    unit: UnitField = Field(default=Unit.KG, description="The unit of the bar.")
    bar: MassField | None = Field(
        default=None, description="The empty bar; 20 kg or 45 lb where nothing is said."
    )
    plates: Annotated[tuple[PlateField, ...], Listed] | None = Field(
        default=None, description='The plates: "10 kg", or "4 x 10 kg" for two on each side.'
    )
    training_max: dict[Text, MassField] = Field(
        default={}, description="By exercise; a load such as 80% is a part of it."
    )

    def max_of(self, exercise: str, catalogue: Catalogue) -> Mass | None:
        """Return the training max of an exercise by any of its names; None where there is none."""
        wanted = _key(exercise, catalogue)
        maxes = self.training_max.items()
        return next((mass for name, mass in maxes if _key(name, catalogue) == wanted), None)

    def rack(self, unit: Unit) -> Rack:
        """Return the bar and plates of a unit."""
        return self._racks[unit]

    @cached_property
    def _racks(self) -> dict[Unit, Rack]:
        return {unit: self._rack(unit) for unit in Unit}

    def _rack(self, unit: Unit) -> Rack:
        usual_bar, usual_sizes = _USUAL[unit]
        bar = self.bar if self.bar and self.bar.unit is unit else parse_mass(f"{usual_bar} {unit}")
        own = tuple(plate for plate in self.plates or () if plate.mass.unit is unit)
        is_own_unit = self.plates is not None and unit is self.unit
        usual = tuple(Plate(parse_mass(f"{size} {unit}")) for size in usual_sizes)
        return Rack(bar, own if own or is_own_unit else usual)


DEFAULT_ATHLETE = Athlete.model_construct()
"""Somebody in a gym with the usual plates, without any training max."""


def read_athlete(text: str, *, file: str) -> Athlete | tuple[Problem, ...]:
    """Read an athlete file, or tell every problem of it."""
    text = without_mark(text)
    data = parsed_toml(text, file=file)
    if isinstance(data, Problem):
        return (data,)
    athlete = validated(Athlete, data)
    findings = athlete if isinstance(athlete, list) else _misfits(athlete)
    if isinstance(athlete, list) or findings:
        return located(findings, text=text, file=file)
    return athlete


def _misfits(athlete: Athlete) -> list[KeyProblem]:
    """Return what does not go together in an athlete's gym."""
    found = []
    if athlete.bar and athlete.bar.unit is not athlete.unit:
        found.append(
            KeyProblem(
                path=("bar",),
                message=f"bar {format_mass(athlete.bar)} is not in {athlete.unit}, the unit here",
                hint=f'write it in {athlete.unit}, or unit = "{athlete.bar.unit}"',
            )
        )
    sizes = {plate.mass for plate in athlete.plates or ()}
    if len(sizes) > MAX_SIZES:
        found.append(
            KeyProblem(path=("plates",), message=f"plates has more than {MAX_SIZES} sizes", hint="")
        )
    return found


def _key(name: str, catalogue: Catalogue) -> str:
    """Reduce an exercise's names to one."""
    entry = catalogue.find(name)
    return (entry.name if entry else " ".join(name.split())).casefold()


def plates_per_side(mass: Mass, athlete: Athlete) -> tuple[Mass, ...] | None:
    """Return the plates on each side of the athlete's bar; None where the load cannot be loaded."""
    return athlete.rack(mass.unit).per_side(mass)


def round_down(mass: Mass, athlete: Athlete) -> Mass:
    """Return the heaviest load of the athlete's bar and plates that is not above the mass."""
    return athlete.rack(mass.unit).loadable(mass)
