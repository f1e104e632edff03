"""Last time: the sets of an exercise in the last session that had it, beside today's.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from benchside.log.e1rm import best_e1rm
from benchside.log.facts import exercise_key
from benchside.log.words import seconds_words
from benchside.runner import SetStatus
from benchside.session import format_load, format_rpe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from benchside.log.facts import SetFact


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """The sets of an exercise in one session."""

    session: str
    """The session's `id` in the log."""
    date: datetime
    """When it began, in the zone where it was done."""
    tempo: str
    """Of the sets; empty where the athlete lifted at will."""
    is_same_tempo: bool
    """False where the exercise was never done at the tempo that was asked for."""
    sets: tuple[SetFact, ...]
    """In the order they were done; at least one that the athlete answered for, none skipped."""

    @property
    def note(self) -> str:
        """What the athlete wrote down then, of the exercise and its sets, each note once."""
        notes = (*(one.exercise_note for one in self.sets), *(one.note for one in self.sets))
        return " · ".join(dict.fromkeys(note for note in notes if note))

    @property
    def best(self) -> SetFact | None:
        """The set of the best e1RM; None where there is none."""
        return best_e1rm(one for one in self.sets if one.is_counted)

    @property
    def volume_kg(self) -> Decimal:
        """Volume of its sets of work."""
        return sum((one.volume_kg for one in self.sets if one.is_lifted), Decimal(0))

    @property
    def tension_ms(self) -> int:
        """Time under tension of its sets of work."""
        return sum(one.tension_ms for one in self.sets if one.is_lifted)


def last_time(
    facts: Iterable[SetFact], exercise: str, *, tempo: str | None = "", athlete: str | None = None
) -> LastTime | None:
    """Return the last session's sets of an exercise; None where it was never done.

    The last one at the same tempo goes before later ones at another; `tempo` None is any tempo,
    `athlete` None anybody. Ramp sets are left out, and warm-ups beside sets of work.
    """
    own = [one for one in facts if _is_of(one, exercise, athlete)]
    same = [one for one in own if tempo is None or one.tempo == tempo]
    found = _newest(same) or _newest(own)
    if not found:
        return None
    return LastTime(
        session=found[0].session,
        date=found[0].date,
        tempo=found[0].tempo,
        is_same_tempo=tempo in (None, found[0].tempo),
        sets=found,
    )


def last_times(
    facts: Iterable[SetFact], exercise: str, *, tempo: str | None = None
) -> tuple[LastTime, ...]:
    """Return an exercise in each session that had it, the last one first, each tempo apart.

    `tempo` None is any tempo. Sessions of which nobody answered for a set are left out.
    """
    own = [one for one in facts if _is_of(one, exercise, None) and tempo in (None, one.tempo)]
    by_session: dict[tuple[datetime, str, str], list[SetFact]] = {}
    for one in own:
        by_session.setdefault((one.date, one.session, one.tempo), []).append(one)
    ordered = sorted(by_session.items(), key=lambda item: item[0][:2], reverse=True)
    found = ((key, _newest(sets)) for key, sets in ordered)
    return tuple(
        LastTime(session=session, date=date, tempo=at, is_same_tempo=True, sets=sets)
        for (date, session, at), sets in found
        if sets
    )


def last_time_words(last: LastTime) -> str:
    """Return the sets of last time on one line: `8 8 7 @ 97.5 kg, RPE 8`.

    A question mark is behind what nobody answered for.
    """
    return sets_words(last.sets)


def sets_words(sets: Sequence[SetFact]) -> str:
    """Return sets on one line, those of one load together: `5 @ 105 kg, 8 8 @ 100 kg, RPE 8-9`."""
    rpe = rpe_words(sets)
    return ", ".join((results_words(sets), f"RPE {rpe}") if rpe else (results_words(sets),))


def results_words(sets: Sequence[SetFact]) -> str:
    """Return sets on one line without their RPE: `5 @ 105 kg, 8 8 @ 100 kg`."""
    parts = []
    for load, alike in groupby(sets, key=lambda one: one.load):
        results = " ".join(result_words(one) for one in alike)
        parts.append(f"{results} @ {format_load(load)}" if load else results)
    return ", ".join(parts)


def result_words(one: SetFact) -> str:
    """Return what came of a set: `8`, `40 m`, `15 cal`, `45s`; `?` where nobody counted."""
    told = one.distance
    if one.reps is not None:
        told = str(one.reps)
    elif one.calories is not None:
        told = f"{one.calories} cal"
    elif not told and one.held_ms is not None:
        told = seconds_words(one.held_ms)
    return f"{told}?" if one.status is SetStatus.ASSUMED or not told else told


def rpe_words(sets: Sequence[SetFact]) -> str:
    """Return how hard sets were: `8`, `8-9`; empty where nobody said."""
    known = [one.rpe for one in sets if one.rpe is not None]
    if not known:
        return ""
    low, high = format_rpe(min(known)), format_rpe(max(known))
    return f"{low}" if low == high else f"{low}-{high}"


def _is_of(one: SetFact, exercise: str, athlete: str | None) -> bool:
    return (
        exercise_key(one.exercise) == exercise_key(exercise)
        and athlete in (None, one.athlete)
        and not one.is_ramp
        and one.status is not SetStatus.SKIPPED
    )


def _newest(sets: Sequence[SetFact]) -> tuple[SetFact, ...]:
    """Return the sets of the last session of which the athlete answered for one; () if none."""
    answered = [one for one in sets if one.status is not SetStatus.ASSUMED]
    if not answered:
        return ()
    newest = max(answered, key=lambda one: (one.date, one.session))
    own = [one for one in sets if one.session == newest.session and one.tempo == newest.tempo]
    return tuple([one for one in own if one.is_work] or own)
