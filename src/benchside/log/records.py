"""Personal records: what a set or a session did better than all before it.

Derived from the log each time and stored nowhere, so an edited or deleted session mends them. They
count sets of work that the athlete answered for; an assumed set never counts. Each athlete,
exercise and tempo has records of its own. The first session of one is its baseline and breaks
nothing; after that only what is strictly better does.

Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.log.as_facts import facts_of_totals
from benchside.log.e1rm import e1rm_kg, lifted_kg
from benchside.log.facts import exercise_key
from benchside.session import Bodyweight, Label, Load, Weight, load_kg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchside.log.answers import ExerciseTotals
    from benchside.log.facts import SetFact

LEAST_SHARE: Final = Decimal("0.6")
"""Reps are a record from this share of the top load on. A choice: below it they are noise."""


class RecordKind(StrEnum):
    """What can be a record."""

    LOAD = "top load"
    REPS = "reps"
    """The most reps at a load."""
    E1RM = "e1rm"
    """The estimated one-rep maximum."""
    VOLUME = "volume"
    """Load times reps of an exercise in one session."""
    TENSION = "time under tension"
    """Time under tension of an exercise in one session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalRecord:
    """Something done better than ever before."""

    kind: RecordKind
    value: Decimal
    """Kilograms (a load, an e1RM, a volume), reps, or milliseconds, by the kind.

    A load on the body is what was added to it, so help is below zero.
    """
    before: Decimal
    """The best until then, in the same unit."""
    by: SetFact
    """The set that is the record; of volume and tension the last one of the session."""
    former: SetFact
    """The set that held it; of volume and tension the last one of that session."""


@dataclass(slots=True)
class _Scale:
    """Loads that can be compared with each other, and the best at them so far."""

    baseline: str
    """The session that came first."""
    most_reps: dict[Decimal, SetFact] = field(default_factory=dict)
    """By load in kilograms: the set of most reps."""
    top: SetFact | None = None
    e1rm: SetFact | None = None


@dataclass(slots=True)
class _History:
    """An exercise at a tempo, as far as it has been told."""

    scales: dict[str, _Scale] = field(default_factory=dict)
    volume: tuple[Decimal, SetFact] | None = None
    tension: tuple[Decimal, SetFact] | None = None


_Key: TypeAlias = tuple[str, str, str]
"""Athlete, exercise and tempo."""

_Histories: TypeAlias = dict[_Key, _History]


def find_records(facts: Iterable[SetFact]) -> tuple[PersonalRecord, ...]:
    """Return every record there ever was, the oldest first, from sets in any order of sessions.

    The sets of one session have to come in the order in which they were done.
    """
    return tuple(_find({}, facts))


def records_of(facts: Iterable[SetFact], session: str) -> tuple[PersonalRecord, ...]:
    """Return the records of one session, by its id; `facts` are those of the whole log."""
    facts = tuple(facts)
    keys = {_key(one) for one in facts if one.session == session}
    found = find_records(one for one in facts if _key(one) in keys)
    return tuple(one for one in found if one.by.session == session)


def records_since(
    earlier: Iterable[ExerciseTotals], sets: Iterable[SetFact]
) -> tuple[PersonalRecord, ...]:
    """Return the records of one session against what the earlier ones came to.

    `earlier` is `History.series` of the athlete, which is read faster than the sessions are. It
    does not know what the body weighed, so a set on it has no e1RM here, and no volume of it.
    """
    sets = [replace(one, body_kg=None) for one in sets]
    histories: _Histories = {}
    for totals in earlier:
        for athlete in {one.athlete for one in sets}:
            _take_totals(histories, totals, athlete)
    return tuple(_find(histories, sets))


def best_of_each(records: Iterable[PersonalRecord]) -> tuple[PersonalRecord, ...]:
    """Keep the last record of each kind, exercise and tempo; of reps that at each load."""
    kept: dict[tuple[object, ...], PersonalRecord] = {}
    for one in records:
        load = one.by.load if one.kind is RecordKind.REPS else None
        key = (one.kind, one.by.athlete, exercise_key(one.by.exercise), one.by.tempo, load)
        kept.pop(key, None)
        kept[key] = one
    return tuple(kept.values())


def load_on_scale(one: SetFact) -> Decimal:
    """Return a set's load as records compare it: kilograms, on the body what is added to it."""
    return load_kg(one.load) or Decimal(0)


def scale_of(load: Load | None) -> str:
    """Return what a load can be compared with: weights, loads on the body, or the same label."""
    match load:
        case Weight():
            return "weight"
        case Bodyweight():
            return "bodyweight"
        case Label(text):
            return f"label {text.casefold()}"
        case _:
            return ""


def _find(histories: _Histories, facts: Iterable[SetFact]) -> Iterator[PersonalRecord]:
    """Yield the records of sets after what the histories have, and take them into these."""
    counted = sorted((one for one in facts if one.is_counted), key=_session_of)
    for _, sets in groupby(counted, key=_session_of):
        by_exercise: dict[_Key, list[SetFact]] = {}
        for one in sets:
            by_exercise.setdefault(_key(one), []).append(one)
            yield from _of_set(histories.setdefault(_key(one), _History()), one)
        for key, own in by_exercise.items():
            yield from _of_session(histories[key], own)


def _take_totals(histories: _Histories, totals: ExerciseTotals, athlete: str) -> None:
    """Take a session into a history from what it came to."""
    bests = [one for one in facts_of_totals(totals, athlete=athlete) if one.has_result]
    if not bests:
        return
    history = histories.setdefault(_key(bests[0]), _History())
    for one in bests:
        _take(history.scales.setdefault(scale_of(one.load), _Scale(baseline=one.session)), one)
    history.volume = _greater(history.volume, totals.volume_kg, bests[-1])
    history.tension = _greater(history.tension, Decimal(totals.tut_ms), bests[-1])


def _key(one: SetFact) -> _Key:
    return (one.athlete, exercise_key(one.exercise), one.tempo)


def _session_of(one: SetFact) -> tuple[object, ...]:
    return (one.date, one.session)


def _of_set(history: _History, one: SetFact) -> Iterator[PersonalRecord]:
    """Yield the records of a set, and take it into the history."""
    if not one.has_result:
        return
    name = scale_of(one.load)
    scale = history.scales.setdefault(name, _Scale(baseline=one.session))
    if scale.baseline != one.session:
        yield from _load_record(scale, one)
        yield from _reps_record(scale, one)
        yield from _e1rm_record(scale, one)
    _take(scale, one)


def _load_record(scale: _Scale, one: SetFact) -> Iterator[PersonalRecord]:
    if scale.top and load_on_scale(one) > load_on_scale(scale.top):
        yield PersonalRecord(
            kind=RecordKind.LOAD,
            value=load_on_scale(one),
            before=load_on_scale(scale.top),
            by=one,
            former=scale.top,
        )


def _reps_record(scale: _Scale, one: SetFact) -> Iterator[PersonalRecord]:
    load = load_on_scale(one)
    as_heavy = [held for at, held in scale.most_reps.items() if at >= load]
    if not one.reps or not as_heavy or not _is_heavy_enough(one, scale.top):
        return
    former = max(as_heavy, key=lambda held: (held.reps or 0, load_on_scale(held) == load))
    if one.reps > (former.reps or 0):
        yield PersonalRecord(
            kind=RecordKind.REPS,
            value=Decimal(one.reps),
            before=Decimal(former.reps or 0),
            by=one,
            former=former,
        )


def _is_heavy_enough(one: SetFact, top: SetFact | None) -> bool:
    """Return whether a load is no noise beside the top load.

    One that cannot be told is heavy enough.
    """
    if top is None:
        return True
    lifted, heaviest = lifted_kg(one), lifted_kg(top)
    return lifted is None or heaviest is None or lifted >= LEAST_SHARE * heaviest


def _e1rm_record(scale: _Scale, one: SetFact) -> Iterator[PersonalRecord]:
    now, before = e1rm_kg(one), e1rm_kg(scale.e1rm) if scale.e1rm else None
    if scale.e1rm and now is not None and before is not None and now > before:
        yield PersonalRecord(
            kind=RecordKind.E1RM, value=now, before=before, by=one, former=scale.e1rm
        )


def _take(scale: _Scale, one: SetFact) -> None:
    load = load_on_scale(one)
    if scale.top is None or load > load_on_scale(scale.top):
        scale.top = one
    held = scale.most_reps.get(load)
    if one.reps and (held is None or one.reps > (held.reps or 0)):
        scale.most_reps[load] = one
    now, before = e1rm_kg(one), e1rm_kg(scale.e1rm) if scale.e1rm else None
    if now is not None and (before is None or now > before):
        scale.e1rm = one


def _of_session(history: _History, sets: list[SetFact]) -> Iterator[PersonalRecord]:
    """Yield the records of an exercise's sets together, and take them into the history."""
    volume = sum((one.volume_kg for one in sets), Decimal(0))
    tension = Decimal(sum(one.tension_ms for one in sets))
    yield from _sum_record(RecordKind.VOLUME, volume, history.volume, sets[-1])
    yield from _sum_record(RecordKind.TENSION, tension, history.tension, sets[-1])
    history.volume = _greater(history.volume, volume, sets[-1])
    history.tension = _greater(history.tension, tension, sets[-1])


def _sum_record(
    kind: RecordKind, now: Decimal, held: tuple[Decimal, SetFact] | None, last: SetFact
) -> Iterator[PersonalRecord]:
    if held is not None and now > held[0]:
        yield PersonalRecord(kind=kind, value=now, before=held[0], by=last, former=held[1])


def _greater(
    held: tuple[Decimal, SetFact] | None, now: Decimal, last: SetFact
) -> tuple[Decimal, SetFact] | None:
    """Return the greater sum with its last set; nothing is no baseline."""
    if not now:
        return held
    return (now, last) if held is None or now > held[0] else held
