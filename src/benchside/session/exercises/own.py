"""The athlete's own exercises: the text of their file becomes a catalogue, or problems.

A table changes the exercise that its name means, or adds one that nobody knew. Promises that a
wrong table costs only itself: the others hold, and every problem has its place. Raises nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from benchside.session.exercises.catalogue import (
    SHIPPED_CATALOGUE,
    Catalogue,
    ExercisesReading,
)
from benchside.session.exercises.entry import spelling
from benchside.session.exercises.tables import ExercisesFile, ExerciseTable, entry_of
from benchside.session.file.findings import KeyPath, KeyProblem
from benchside.session.file.positions import located
from benchside.session.file.problems import Problem
from benchside.session.file.toml_text import parsed_toml, without_mark
from benchside.session.file.validation import validated
from benchside.session.values.errors import quote_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from benchside.session.exercises.entry import CatalogueEntry


def read_exercises(text: str, *, file: str) -> ExercisesReading:
    """Read the text of an exercises file."""
    text = without_mark(text)
    data = parsed_toml(text, file=file)
    if isinstance(data, Problem):
        return ExercisesReading(problems=(data,))
    checked = validated(ExercisesFile, data)
    findings = checked if isinstance(checked, list) else []
    names = OwnNames()
    own = []
    for place, table in _right_tables(data):
        entry = entry_of(table, SHIPPED_CATALOGUE.find(table.name))
        wrong = [*_misfits(table, place), *_clashes(table, entry, place, names)]
        findings += wrong
        if not wrong:
            names.take(entry, (table.name, entry.name, *table.aliases))
            own.append(entry)
    catalogue = Catalogue(tuple(map(names.without_those_of_others, own)))
    return ExercisesReading(catalogue, located(findings, text=text, file=file))


def _right_tables(data: Mapping[str, object]) -> Iterator[tuple[KeyPath, ExerciseTable]]:
    """Yield each table that is right by itself, with its place."""
    tables = data.get("exercise")
    for i, table in enumerate(tables if isinstance(tables, list) else ()):
        checked = validated(ExerciseTable, table) if isinstance(table, dict) else None
        if isinstance(checked, ExerciseTable):
            yield ("exercise", i), checked


def _misfits(table: ExerciseTable, place: KeyPath) -> Iterator[KeyProblem]:
    """Yield what does not go together in a table."""
    if not spelling(table.name):
        yield KeyProblem(
            path=(*place, "name"),
            message=f"name {quote_value(table.name)} has neither letter nor digit",
            hint="write what the exercise is called",
        )
    for i, muscle in enumerate(table.muscles.helping):
        if muscle in table.muscles.main:
            yield KeyProblem(
                path=(*place, "muscles", "helping", i),
                message=f'helping "{muscle}" is a main muscle here, too',
                hint="name it in one of the two",
            )


def _clashes(
    table: ExerciseTable, entry: CatalogueEntry, place: KeyPath, names: OwnNames
) -> Iterator[KeyProblem]:
    """Yield the names of a table that mean another exercise."""
    if owner := names.owner(table.name) or names.owner(entry.name):
        what = f"name {quote_value(table.name)}"
        meant = "" if owner == table.name else f" means {quote_value(owner)}, which"
        yield KeyProblem(
            path=(*place, "name"),
            message=f"{what}{meant} stands above already",
            hint="say all of an exercise in one table",
        )
        return
    for i, alias in enumerate(table.aliases):
        owner = names.owner(alias) or _shipped_under(alias)
        if owner and owner != entry.name:
            yield KeyProblem(
                path=(*place, "aliases", i),
                message=f"alias {quote_value(alias)} is a name of {quote_value(owner)}",
                hint=f"leave it out, or write a table with name = {quote_value(owner)}",
            )


def _shipped_under(name: str) -> str:
    """Return the exercise that ships under exactly this name.

    Empty where it is an alias, or unknown.
    """
    entry = SHIPPED_CATALOGUE.find(name)
    return entry.name if entry and spelling(entry.name) == spelling(name) else ""


@dataclass(slots=True)
class OwnNames:
    """The names that the tables so far have taken; an alias of what ships may be taken over."""

    _owners: dict[str, str] = field(default_factory=dict)

    def take(self, entry: CatalogueEntry, names: Iterable[str]) -> None:
        """Note the names that a table says for its exercise."""
        self._owners.update({key: entry.name for key in map(spelling, names) if key})

    def owner(self, name: str) -> str:
        """Return the exercise of the file that has a name; empty where none has."""
        key = spelling(name)
        return self._owners.get(key) or self._owners.get(key.removesuffix("s")) or ""

    def without_those_of_others(self, entry: CatalogueEntry) -> CatalogueEntry:
        """Return an exercise without the aliases that another table has taken over."""
        kept = [one for one in entry.aliases if self.owner(one) in ("", entry.name)]
        return replace(entry, aliases=tuple(kept))
