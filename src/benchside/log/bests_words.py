"""How the best of an exercise is said, the same on the screen and in commands.

Pure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchside.log.last_time import sets_words
from benchside.log.words import clock_words, e1rm_words
from benchside.view import counted, volume_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from benchside.log.bests import Bests, BracketBest


class BestRow(NamedTuple):
    """One thing that was never done better."""

    name: str
    """`top load`, `4-6 reps`, `most volume`."""
    told: str
    """The sets it was, or how much."""
    when: datetime
    """When its session began."""


def best_rows(bests: Bests) -> Iterator[BestRow]:
    """Yield the best of an exercise at one tempo: loads, e1RM, holds, reps, sums of a session."""
    if bests.heaviest.load:
        yield BestRow("top load", sets_words([bests.heaviest]), bests.heaviest.date)
    if bests.e1rm:
        name = f"e1RM {e1rm_words(bests.e1rm)}"
        yield BestRow(name, sets_words([bests.e1rm]), bests.e1rm.date)
    if bests.longest:
        yield BestRow("longest", sets_words([bests.longest]), bests.longest.date)
    for bracket in bests.brackets:
        yield BestRow(_reps_of(bracket), sets_words([bracket.best]), bracket.best.date)
    if bests.volume:
        yield BestRow("most volume", volume_of(bests.volume.value), bests.volume.date)
    if bests.tension:
        told = clock_words(int(bests.tension.value))
        yield BestRow("most time under tension", told, bests.tension.date)


def _reps_of(bracket: BracketBest) -> str:
    if bracket.high is None:
        return f"{bracket.low} reps and more"
    if bracket.low == bracket.high:
        return counted(bracket.low, "rep")
    return f"{bracket.low}-{bracket.high} reps"
