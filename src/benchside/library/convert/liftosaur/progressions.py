"""Progressions that a session can say: `lp(2.5kg)`, and `dp(2.5kg, 8, 12)` of sets of 8 to 12.

Liftosaur keeps the numbers in the program and changes them wherever the exercise stands; here a
rule goes by the log of the exercise. Both come to the same where the exercise asks for the same
everywhere, with one weight. Any other progression is told with its line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from benchside.library.convert.liftosaur.set_words import BODYWEIGHT
from benchside.session import InvalidValueError, parse_progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.library.convert.conversion import Losses
    from benchside.library.convert.liftosaur.document import WrittenWeek
    from benchside.library.convert.liftosaur.planning import ResolvedDay, ResolvedExercise

_STEP: Final = r"(?P<step>[0-9]{1,4}(?:\.[0-9]{1,3})?)(?P<unit>kg|lb)"
_LINEAR: Final = re.compile(
    rf"lp\({_STEP}(?:,1(?:,0(?:,0(?:kg|lb|%)?(?:,[0-9]{{1,3}}){{0,2}})?)?)?\)"
)
"""Every success adds, and nothing is ever taken off."""

_DOUBLE: Final = re.compile(rf"dp\({_STEP},(?P<low>[0-9]{{1,3}}),(?P<high>[0-9]{{1,3}})\)")


@dataclass(frozen=True, slots=True)
class WrittenProgress:
    """A `progress:` section."""

    line: int
    text: str
    """As it is told where it is left out."""
    rule: str = ""
    """As a session file has it; empty where none says the same."""
    reps: str = ""
    """The reps that the rule is for; empty for any but a range."""

    @property
    def unit(self) -> str:
        """What the rule adds."""
        return self.rule[-2:]


def parse_progression(line: int, value: str, *, told: str) -> WrittenProgress:
    """Read what stands behind `progress:`."""
    text = "".join(value.split())
    match = _LINEAR.fullmatch(text) or _DOUBLE.fullmatch(text)
    if match is None:
        return WrittenProgress(line, told)
    rule = f"+{match['step']} {match['unit']}"
    try:
        parse_progress(rule)
    except InvalidValueError:  # a step of nothing
        return WrittenProgress(line, told)
    if match.re is not _DOUBLE:
        return WrittenProgress(line, told, rule)
    reps = f"{int(match['low'])}-{int(match['high'])}"
    nearest = f'{told}; the nearest is reps = "{reps}" with progress = "{rule}"'
    return WrittenProgress(line, nearest, rule, reps)


def with_progress(
    weeks: list[list[ResolvedDay]], written: list[WrittenWeek], losses: Losses
) -> list[list[ResolvedDay]]:
    """Give exercises the rules that say what the plan does, and return the other progressions."""
    by_title: dict[str, list[ResolvedExercise]] = defaultdict(list)
    for exercise in (one for days in weeks for day in days for one in day.exercises):
        by_title[exercise.title].append(exercise)
    rules = {title: rule for title, group in by_title.items() if (rule := _rule_of(group))}
    said = _written_in(by_title[title] for title in rules)
    unsaid = _written_in(group for title, group in by_title.items() if title not in rules)
    for progress in _progressions(written):
        if id(progress) not in said or id(progress) in unsaid:
            losses.add(progress.text, progress.line)
    return [
        [
            replace(
                day,
                exercises=tuple(
                    replace(one, progress=rules.get(one.title, "")) for one in day.exercises
                ),
            )
            for day in days
        ]
        for days in weeks
    ]


def _written_in(groups: Iterable[list[ResolvedExercise]]) -> set[int]:
    return {id(one.written_progress) for group in groups for one in group}


def _progressions(weeks: list[WrittenWeek]) -> Iterable[WrittenProgress]:
    for entry in (entry for week in weeks for day in week.days for entry in day.entries):
        if entry.exercise and entry.exercise.progress:
            yield entry.exercise.progress


def _rule_of(exercises: list[ResolvedExercise]) -> str:
    """Return the rule of an exercise wherever it stands; empty where no rule says the same."""
    first = exercises[0]
    declared = {id(one.written_progress): one.written_progress for one in exercises}
    declared.pop(id(None), None)
    if len(declared) != 1 or any(not _is_like(first, one) for one in exercises):
        return ""
    [progress] = declared.values()
    assert progress is not None
    return progress.rule if progress.rule and _goes_by(progress, first) else ""


def _is_like(one: ResolvedExercise, other: ResolvedExercise) -> bool:
    """Return whether an exercise asks for the same in two places, and nothing else changes it."""
    sets = [[replace(group, line=0, label=None) for group in each.sets] for each in (one, other)]
    return other.is_steady and one.label == other.label and sets[0] == sets[1]


def _goes_by(progress: WrittenProgress, exercise: ResolvedExercise) -> bool:
    """Return whether a rule does to an exercise what its progression does."""
    loads = {sets.load for sets in exercise.sets}
    load = loads.pop() if len(loads) == 1 else None
    if load is None or not (load == BODYWEIGHT or load.endswith(progress.unit)):
        return False
    return all(
        sets.rpe is None
        and not sets.hold_s
        and (sets.reps == progress.reps if progress.reps else "-" not in str(sets.reps))
        for sets in exercise.sets
    )
