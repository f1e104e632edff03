"""What the log knows of a session's exercises, asked once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given, strategies as st

from benchside.log.answers import ExerciseTotals, RepsAtLoad
from benchside.log.recall import MAX_RECALLED, recall, telling_totals
from benchside.log.records import records_since
from benchside.runner.results import SetStatus
from benchside.session.values.progress import parse_progress
from benchside.testing import A_MOMENT, a_plan, a_record, a_set, a_set_record
from benchside.testing.history import a_history
from tests.log.facts import EXERCISE, a_fact, day

if TYPE_CHECKING:
    from benchside.session.plan.plan import Plan


def growing(plan: Plan, rule: str) -> Plan:
    """The plan with a progress rule in its first exercise."""
    block, *blocks = plan.blocks
    first, *others = block.exercises
    first = replace(first, progress=parse_progress(rule))
    return replace(plan, blocks=(replace(block, exercises=(first, *others)), *blocks))


def test_every_exercise_is_recalled_with_its_last_time_at_its_own_tempo() -> None:
    plan = a_plan(a_set(load="100 kg"), a_set("Plank", reps=None, time="30s"))
    history = a_history(
        a_record(a_set_record(reps=8), started=day(0)),
        a_record(a_set_record(reps=3, tempo="4-0-1-0"), started=day(1)),
    )

    memory = recall(plan, history, athlete="me", file="a-session.toml")

    last = memory.exercises["barbell hip thrust", ""].last
    assert last is not None
    assert [one.reps for one in last.sets] == [8]
    assert memory.exercises["plank", ""].last is None
    assert memory.offers == ()


def test_an_exercise_that_was_only_done_at_another_tempo_says_so() -> None:
    history = a_history(a_record(a_set_record(reps=3, tempo="4-0-1-0")))

    memory = recall(a_plan(a_set()), history, athlete="me", file="")

    last = memory.exercises["barbell hip thrust", ""].last
    assert last is not None
    assert not last.is_same_tempo


def test_a_session_in_which_nobody_answered_is_not_the_last_time() -> None:
    guessed = [
        a_record(a_set_record(reps=9, status=SetStatus.ASSUMED), started=day(number))
        for number in range(1, MAX_RECALLED)
    ]
    history = a_history(a_record(a_set_record(reps=8), started=day(0)), *guessed)

    memory = recall(a_plan(a_set()), history, athlete="me", file="")

    last = memory.exercises["barbell hip thrust", ""].last
    assert last is not None
    assert last.date == day(0)


def test_another_load_is_offered_where_a_rule_asks_for_it() -> None:
    plan = growing(a_plan(a_set(load="100 kg")), "+2.5 kg")
    history = a_history(a_record(a_set_record(reps=5)))

    memory = recall(plan, history, athlete="me", file="a-session.toml")

    [offer] = memory.offers
    assert offer.is_change
    assert offer.proposal.reason == "all 1 × 5 at 100 kg"


bests = st.builds(
    RepsAtLoad,
    load_kg=st.sampled_from([Decimal(60), Decimal(100), Decimal(105), None]),
    reps=st.integers(0, 12),
    load=st.just(""),
).map(lambda one: replace(one, load=f"{one.load_kg} kg" if one.load_kg else "band"))


@st.composite
def series(draw: st.DrawFn) -> tuple[ExerciseTotals, ...]:
    found = []
    for number in range(draw(st.integers(0, 8))):
        own = tuple(draw(st.lists(bests, max_size=3)))
        found.append(
            ExerciseTotals(
                id=f"session {number}",
                exercise=EXERCISE,
                tempo=None,
                started=A_MOMENT + timedelta(days=number),
                sets=max(len(own), 1),
                reps=sum(one.reps for one in own),
                volume_kg=Decimal(draw(st.sampled_from([0, 500, 1000]))),
                tut_ms=draw(st.sampled_from([0, 9_000])),
                longest_ms=None if own else draw(st.none() | st.sampled_from([10_000, 20_000])),
                distance_m=None,
                bests=own,
            )
        )
    return tuple(found)


@given(
    series(),
    st.lists(
        st.tuples(st.integers(1, 13), st.sampled_from(["60 kg", "105 kg", "110 kg", "band"])),
        max_size=4,
    ),
)
def test_the_sessions_that_are_kept_tell_the_same_records_as_all_of_them(
    earlier: tuple[ExerciseTotals, ...], lifted: list[tuple[int, str]]
) -> None:
    today = [
        a_fact(reps, load, on=100, number=number, tension_ms=5_000)
        for number, (reps, load) in enumerate(lifted, 1)
    ]

    assert records_since(telling_totals(earlier), today) == records_since(earlier, today)


def test_a_thousand_sessions_of_the_same_are_kept_as_one() -> None:
    history = a_history(
        *(a_record(a_set_record(reps=8), started=day(number)) for number in range(1_000))
    )

    assert len(telling_totals(history.series(EXERCISE))) == 1
