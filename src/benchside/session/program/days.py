"""The days of a program: whether each is a session of the library that goes with every week."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from benchside.session.file.findings import At, KeyProblem
from benchside.session.plan.schemes import NOT_HERE
from benchside.session.read import Options, Reading, read
from benchside.session.values.errors import closest, printable, quote_value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from benchside.session.file.asked import SetEntry
    from benchside.session.program.model import Week

MAX_READINGS = 300
"""Of sessions with the schemes of a week; what is left of a longer program is looked at when it is
its turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundProgram:
    """The days and weeks of a program that nothing is wrong with in themselves, by their places."""

    days: Mapping[int, str]
    weeks: Mapping[int, Week]
    has_all_days: bool


@dataclass(slots=True, kw_only=True)
class DayCheck:
    """Looks at the sessions of a program; each is read once for every set of schemes it gets."""

    text_of: Callable[[str], str | None]
    """Gives the text of a session of the library, None where there is none."""
    names: Callable[[], Iterable[str]]
    """Names the sessions of the library; asked only where a name leads to none."""
    options: Options
    _readings: dict[object, Reading] = field(default_factory=dict)

    def findings(self, program: SoundProgram) -> list[KeyProblem]:
        """Return all that is wrong with the days of a program and the schemes of its weeks."""
        alone = {day: self._reading(day, {}) for day in program.days.values()}
        found = [
            problem
            for place, day in program.days.items()
            for problem in self._day(place, day, alone[day], has_weeks=bool(program.weeks))
        ]
        known = {day: one for day, one in alone.items() if one is not None}
        asked = {name for one in known.values() for name in one.asked_schemes}
        knows_all = len(known) == len(alone) and program.has_all_days
        for place, week in program.weeks.items():
            for day, reading in known.items():
                if _is_sound(reading):
                    found += self._week(place, week, day, reading)
            found += _unasked(place, week, asked, knows_all=knows_all)
        return found

    def _reading(self, day: str, schemes: dict[str, tuple[SetEntry, ...]]) -> Reading | None:
        """Read a session with the schemes of a week; None where there is no such session."""
        kept = (day, *schemes.items())
        if kept not in self._readings:
            text = self.text_of(day)
            if text is None:
                return None
            self._readings[kept] = read(
                text,
                file=day,
                include=self.text_of,
                names=self.names,
                options=replace(self.options, schemes=schemes),
            )
        return self._readings[kept]

    def _day(
        self, place: int, day: str, reading: Reading | None, *, has_weeks: bool
    ) -> Iterator[KeyProblem]:
        """Yield a day that is no session, or one that cannot be run."""
        path, name = ("days", place), quote_value(day)
        if reading is None:
            near = closest(day, self.names())
            hint = f'did you mean "{printable(near)}"?' if near else "write the name of one"
            yield KeyProblem(
                path=path, message=f"days {name} is no session of the library", hint=hint
            )
        elif not _is_sound(reading):
            message = f"days {name} has a problem of its own: {_first_of_its_own(reading)}"
            yield KeyProblem(path=path, message=message)
        elif reading.missing_schemes and not has_weeks:
            scheme = reading.missing_schemes[0]
            message = (
                f"days {name} asks for the scheme {quote_value(scheme)}, and there are no weeks"
            )
            hint = f'write [[week]] with {scheme} = ["65% x 5"]'
            yield KeyProblem(path=path, message=message, hint=hint)

    def _week(self, place: int, week: Week, day: str, alone: Reading) -> Iterator[KeyProblem]:
        """Yield the schemes that a week lacks for a day, or that do not go with it."""
        missing = [name for name in alone.missing_schemes if name not in week.schemes]
        for name in missing:
            yield KeyProblem(
                path=("week", place, name),
                at=At.MISSING,
                message=f"missing key {quote_value(name)}",
                hint=f'the sets of {quote_value(day)}: write {name} = ["65% x 5"]',
            )
        given = {name: week.schemes[name] for name in alone.asked_schemes if name in week.schemes}
        if missing or not given or len(self._readings) >= MAX_READINGS:
            return
        reading = self._reading(day, given)
        if reading is not None and reading.problems:
            name = next(iter(given))
            message = f"{name} does not go with {quote_value(day)}: {reading.problems[0].message}"
            yield KeyProblem(path=("week", place, name), message=message)


def _is_sound(reading: Reading) -> bool:
    return not reading.problems or reading.is_whole_but_for_schemes


def _first_of_its_own(reading: Reading) -> str:
    messages = [problem.message for problem in reading.problems]
    return next(message for message in messages if not message.endswith(NOT_HERE))


def _unasked(place: int, week: Week, asked: set[str], *, knows_all: bool) -> Iterator[KeyProblem]:
    """Yield schemes that no day asks for; a misspelled one is not missing as well.

    Where not every day is known only a misspelled one can be told.
    """
    for name in week.schemes.keys() - asked:
        meant = closest(name, asked - week.schemes.keys()) or ""
        if knows_all or meant:
            yield KeyProblem(
                path=("week", place, name),
                at=At.KEY,
                message=f"no day asks for the scheme {quote_value(name)}",
                hint=f'did you mean "{meant}"?'
                if meant
                else f'write sets = "{name}" in one of them',
                meant=meant,
            )
