"""Anything that can happen in a session, for the properties of what is kept of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

from hypothesis import strategies as st

from benchside.log.entries import (
    CommandEntry,
    EndEntry,
    Header,
    JournalEntry,
    ResultEntry,
    ReviewEntry,
    StepEntry,
)
from benchside.log.record import (
    ImportSource,
    PartRecord,
    ProgramDay,
    Record,
    SessionSource,
    SetRecord,
    SideRecord,
    TutRecord,
)
from benchside.log.revisions import Deletion, LogEntry
from benchside.runner.commands import (
    Abandon,
    AddSet,
    AddTime,
    Amend,
    Away,
    Back,
    ChangeLoad,
    Close,
    Command,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Jump,
    Note,
    Pause,
    Proceed,
    Redo,
    Skip,
    Slept,
    Swap,
    Undo,
)
from benchside.runner.results import SessionStatus, SetResult, SetStatus, SideResult, Tut
from benchside.session.values.load import Bodyweight, Label, Load, Mass, Percent, Unit, Weight
from benchside.session.values.tempo import StartsWith
from benchside.session.values.vocabulary import SetType
from benchside.timeline.set_id import SetId
from benchside.timeline.steps import StepKind
from tests.properties.plans import plans

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
times_ms = st.integers(0, 24 * 3_600_000)
counts = st.integers(0, 1_000)
amounts = st.decimals(Decimal("0.001"), 99_999, places=3)
rpes = st.decimals(1, 10, places=1)
moments = st.datetimes(
    datetime(2000, 1, 1),
    datetime(2100, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-3, minutes=-30))]),
)


def assisting(mass: Mass) -> Mass:
    """Take the mass off the body, instead of adding it."""
    return Mass(-mass.amount, mass.unit)


masses = st.builds(Mass, amounts, st.sampled_from(Unit))
loads: st.SearchStrategy[Load] = st.one_of(
    st.builds(Weight, masses, st.integers(1, 99)),
    st.builds(Percent, st.decimals(1, 200, places=3)),
    st.builds(Bodyweight, st.none() | masses | st.builds(assisting, masses)),
    st.builds(Label, texts),
)
indices = st.integers(0, 500)
set_ids = st.builds(SetId, indices, indices, counts, st.none() | counts, st.booleans())
commands: st.SearchStrategy[Command] = st.one_of(
    st.sampled_from(
        [
            Go(),
            Pause(),
            Skip(),
            Back(),
            Undo(),
            FinishEarly(),
            Close(),
            Abandon(),
            Proceed(),
            Redo(),
        ]
    ),
    st.builds(AddTime, st.integers(-60_000, 60_000)),
    st.builds(Slept, times_ms),
    st.builds(Away, times_ms),
    st.builds(Note, set_ids, texts),
    *(st.builds(kind, set_ids) for kind in (Jump, Defer, AddSet, DropSet)),
    st.builds(ChangeLoad, set_ids, loads, st.booleans()),
    st.builds(
        Swap, set_ids, texts, st.sampled_from(StartsWith), st.lists(texts, max_size=2).map(tuple)
    ),
    st.builds(
        Amend,
        set_ids,
        reps=st.none() | counts,
        side=st.none() | texts,
        load=st.none() | loads,
        rpe=st.none() | rpes,
    ),
)

tuts = st.builds(Tut, times_ms, times_ms, times_ms, times_ms)
sides_done = st.builds(
    SideResult, side=st.none() | texts, reps=st.none() | counts, work_ms=times_ms, tut=tuts
)
sets_done = st.builds(
    SetResult,
    set=set_ids,
    status=st.sampled_from(SetStatus),
    started_ms=times_ms,
    ended_ms=times_ms,
    sides=st.lists(sides_done, max_size=2).map(tuple),
    load=st.none() | loads,
    rpe=st.none() | rpes,
    note=texts,
    rest_ms=st.none() | times_ms,
)

headers = st.builds(
    Header,
    started=moments,
    plan=plans,
    file=texts,
    digest=texts,
    athlete=texts,
)
lines: st.SearchStrategy[JournalEntry] = st.one_of(
    headers,
    st.builds(CommandEntry, times_ms, commands),
    st.builds(StepEntry, times_ms, st.sampled_from(StepKind), set_ids, st.none() | texts),
    st.builds(ResultEntry, times_ms, sets_done),
    st.builds(ReviewEntry, times_ms),
    st.builds(EndEntry, times_ms, st.sampled_from(SessionStatus)),
)

tut_records = st.builds(
    TutRecord,
    eccentric_ms=times_ms,
    pause_stretched_ms=times_ms,
    concentric_ms=times_ms,
    pause_contracted_ms=times_ms,
)
part_records = st.builds(
    PartRecord,
    target_reps=st.none() | texts,
    actual_reps=st.none() | counts,
    target_time_ms=st.none() | times_ms,
    work_ms=st.none() | times_ms,
    rest_ms=st.none() | times_ms,
)
parts = st.lists(part_records, max_size=2).map(tuple)
side_records = st.builds(
    SideRecord,
    side=texts,
    reps=st.none() | counts,
    work_ms=st.none() | times_ms,
    tut=st.none() | tut_records,
    parts=parts,
)
numbers = st.none() | st.decimals(0, 9_999, places=11)
kilograms = st.none() | st.decimals(-9_999, 9_999, places=11)
set_records = st.builds(
    SetRecord,
    block=texts,
    exercise=texts,
    number=counts,
    of=counts,
    block_index=st.none() | counts,
    exercise_index=st.none() | counts,
    superset=st.none() | counts,
    type=st.sampled_from(SetType),
    ramp=st.booleans(),
    round=st.none() | counts,
    status=st.sampled_from(SetStatus),
    started=st.none() | moments,
    target_reps=st.none() | texts,
    actual_reps=st.none() | counts,
    target_time=st.none() | texts,
    target_time_ms=st.none() | times_ms,
    actual_time_ms=st.none() | times_ms,
    target_distance=st.none() | texts,
    target_distance_m=numbers,
    actual_distance=st.none() | texts,
    actual_distance_m=numbers,
    target_calories=st.none() | counts,
    actual_calories=st.none() | counts,
    parts=parts,
    work_ms=st.none() | times_ms,
    written_load=st.none() | texts,
    target_load=st.none() | texts,
    target_load_kg=kilograms,
    actual_load=st.none() | texts,
    actual_load_kg=kilograms,
    target_rpe=st.none() | rpes,
    actual_rpe=st.none() | rpes,
    tempo=st.none() | texts,
    tut=st.none() | tut_records,
    sides=st.lists(side_records, max_size=2).map(tuple),
    planned_rest_ms=st.none() | times_ms,
    taken_rest_ms=st.none() | times_ms,
    note=texts,
    exercise_note=texts,
)
records = st.builds(
    Record,
    v=st.sampled_from([1, 2]),
    id=texts,
    rev=counts,
    amended=st.none() | moments,
    session=st.builds(SessionSource, name=texts, file=texts, digest=texts),
    program=st.none()
    | st.builds(
        ProgramDay,
        name=texts,
        week=st.none() | counts,
        day=st.none() | counts,
        cycle=st.none() | counts,
    ),
    imported=st.none() | st.builds(ImportSource, program=texts, id=texts, file=texts, digest=texts),
    started=moments,
    day_only=st.booleans(),
    finished=st.none() | moments,
    status=st.sampled_from(SessionStatus),
    away_ms=times_ms,
    athlete=texts,
    bodyweight_kg=numbers,
    note=texts,
    planned_sets=counts,
    sets=st.lists(set_records, max_size=3).map(tuple),
)
deletions = st.builds(Deletion, v=st.just(2), id=texts, rev=counts, deleted=moments)
log_entries: st.SearchStrategy[LogEntry] = st.one_of(records, deletions)
