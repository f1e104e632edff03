"""Finds the lines that other lines refer to, and what is declared once for an exercise."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.library.convert.liftosaur.document import WrittenEntry, WrittenWeek
    from benchside.library.convert.liftosaur.exercises import Reuse
    from benchside.library.convert.liftosaur.movements import Key
    from benchside.library.convert.liftosaur.progressions import WrittenProgress
    from benchside.library.convert.liftosaur.warm_ups import WarmUpSet


class Lookup:
    """Every line of a program by its week and name."""

    def __init__(self, weeks: list[WrittenWeek]) -> None:
        self._entries: dict[tuple[int, str, str], list[tuple[int, WrittenEntry]]] = defaultdict(
            list
        )
        self._warm_ups: dict[Key, tuple[WarmUpSet, ...]] = {}
        self._body_signs: dict[Key, str] = {}
        self._progressions: dict[Key, WrittenProgress] = {}
        self._unsteady: set[Key] = set()
        for number, week in enumerate(weeks, 1):
            for day_number, day in enumerate(week.days, 1):
                for entry in day.entries:
                    self._add(number, day_number, entry)

    def _add(self, week: int, day: int, entry: WrittenEntry) -> None:
        if entry.head is None:
            return
        key, exercise = entry.head.key, entry.exercise
        self._entries[week, key.label, key.bare_name].append((day, entry))
        if exercise is None:
            return
        if exercise.warm_up is not None:
            self._warm_ups.setdefault(key, exercise.warm_up)
        if exercise.body_sign is not None:
            self._body_signs.setdefault(key, exercise.body_sign)
        if exercise.progress is not None:
            self._progressions.setdefault(key, exercise.progress)
        if exercise.stops_progress or exercise.has_script or exercise.body_sign == "-":
            self._unsteady.add(key)

    def find(self, reuse: Reuse, week: int) -> list[WrittenEntry]:
        """Return the lines that a reference in this week may mean, in the order of the days.

        A name without an equipment means the exercise with its usual one, which nobody has to
        write; here it means the one line of that name.
        """
        key = reuse.key
        named = self._entries.get((reuse.week or week, key.label, key.bare_name), ())
        near = [entry for day, entry in named if reuse.day in (None, day)]
        exact = [entry for entry in near if entry.head and entry.head.key.name == key.name]
        return exact or [entry for entry in near if _leaves_equipment_open(entry, key)]

    def warm_up(self, key: Key) -> tuple[WarmUpSet, ...] | None:
        """Return the warm-up that an exercise declares somewhere; None where it does not."""
        return self._warm_ups.get(key)

    def body_sign(self, key: Key) -> str | None:
        """Return what an exercise's loads are to the body's weight; None where they are loads."""
        return self._body_signs.get(key)

    def progression(self, key: Key) -> WrittenProgress | None:
        """Return the progression that an exercise declares somewhere; None where it does not."""
        return self._progressions.get(key)

    def is_steady(self, key: Key) -> bool:
        """Return whether a progression is all that changes what an exercise asks for.

        A script may do so too, a day may stop the progression, and more assistance is less load.
        """
        return key not in self._unsteady


def _leaves_equipment_open(entry: WrittenEntry, key: Key) -> bool:
    """Return whether one of the two names says no equipment."""
    assert entry.head is not None
    return entry.head.key.bare_name in (entry.head.key.name, key.name)
