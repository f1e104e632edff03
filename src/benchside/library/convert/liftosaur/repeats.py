"""Lines spread over the weeks that they hold for: `Squat[1-4]`, and descriptions that go on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchside.library.convert.conversion import Limits, Losses
    from benchside.library.convert.liftosaur.document import Description, WrittenEntry, WrittenWeek
    from benchside.library.convert.liftosaur.movements import Key


def spread(weeks: list[WrittenWeek], losses: Losses, limits: Limits) -> None:
    """Put every line into all of its weeks, in the order in which a day's exercises are done.

    A later week that has the exercise on the same day keeps its own line. A description goes on in
    later weeks until the next one. Raises `InvalidValueError` where that makes too many exercises.
    """
    _mark_templates(weeks)
    last: dict[tuple[int, Key], tuple[Description, ...]] = {}
    for number, week in enumerate(weeks, 1):
        for place, day in enumerate(week.days):
            day.entries = [_described(entry, place, last) for entry in day.entries]
            for entry in day.entries:
                if entry.head and not entry.is_repeated:
                    _repeat(entry, weeks, (number, place), losses, limits)
    for week in weeks:
        for day in week.days:
            day.entries.sort(key=_turn)


def _mark_templates(weeks: list[WrittenWeek]) -> None:
    """Make every line of a template's name one, and number the lines of a day.

    As in Liftosaur, a line counts unless it says itself that it is a template.
    """
    days = [day for week in weeks for day in week.days]
    templates = {
        entry.head.key for day in days for entry in day.entries if entry.head and entry.is_template
    }
    for day in days:
        position = 0
        entries: list[WrittenEntry] = []
        for entry in day.entries:
            is_template = entry.is_template or (entry.head and entry.head.key) in templates
            entries.append(replace(entry, is_template=is_template, position=position))
            position += not entry.is_template
        day.entries = entries


def _described(
    entry: WrittenEntry, place: int, last: dict[tuple[int, Key], tuple[Description, ...]]
) -> WrittenEntry:
    """Return a line with the description of its exercise from the same day of an earlier week."""
    if entry.head is None:
        return entry
    descriptions = entry.descriptions or last.get((place, entry.head.key), ())
    last[place, entry.head.key] = descriptions
    return replace(entry, descriptions=descriptions)


def _repeat(
    entry: WrittenEntry,
    weeks: list[WrittenWeek],
    written: tuple[int, int],
    losses: Losses,
    limits: Limits,
) -> None:
    assert entry.head is not None
    number, place = written
    for target in entry.head.weeks:
        if not 1 <= target <= len(weeks):
            losses.add(
                f"{entry.head.movement.title}: it is repeated in week {target}, "
                f"and there are {len(weeks)}",
                entry.line,
            )
            return
        days = weeks[target - 1].days
        if target == number or place >= len(days):
            continue
        taken = {other.head.key for other in days[place].entries if other.head}
        if entry.head.key not in taken:
            limits.spend(exercises=1)
            days[place].entries.append(replace(entry, is_repeated=True))


def _turn(entry: WrittenEntry) -> tuple[int, int, bool]:
    """Return what a day's exercises are sorted by; what is equal keeps its order."""
    order = entry.head.order if entry.head else 0
    return order, entry.position, not entry.is_repeated
