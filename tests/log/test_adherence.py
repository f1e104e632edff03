"""What was planned against what was done."""

from __future__ import annotations

from benchside.log.adherence import (
    LoadAdherence,
    RepAdherence,
    RestAdherence,
    SetAdherence,
    adherence_of,
    rests_of,
)
from benchside.runner.results import SetStatus
from tests.log.facts import a_fact, a_session_of


def test_every_planned_set_is_told_by_what_became_of_it() -> None:
    session = a_session_of(
        a_fact(),
        a_fact(),
        a_fact(status=SetStatus.ASSUMED),
        a_fact(status=SetStatus.CUT),
        a_fact(status=SetStatus.SKIPPED),
        planned_sets=8,
    )

    assert adherence_of([session]).sets == SetAdherence(
        planned=8, done=2, assumed=1, cut=1, skipped=1, unreached=3
    )


def test_loads_are_as_planned_lighter_or_heavier() -> None:
    session = a_session_of(
        a_fact(),
        a_fact(load="225 lb", planned="225 lb"),
        a_fact(load="95 kg", planned="100 kg"),
        a_fact(load="red band", planned="band"),
        a_fact(load="2 x 26 kg", planned="2 x 24 kg"),
        a_fact(load="bodyweight - 10 kg", planned="bodyweight - 20 kg"),
        a_fact(load=None),
        a_fact(load="50 kg", planned="100 kg", is_ramp=True),
    )

    assert adherence_of([session]).loads == LoadAdherence(as_planned=2, lighter=2, heavier=2)


def test_reps_reach_what_was_asked_for_or_are_fewer() -> None:
    session = a_session_of(
        a_fact(5, target="5"),
        a_fact(6, target="5-8"),
        a_fact(9, target="8+"),
        a_fact(4, target="5-8"),
        a_fact(12, target="max"),
        a_fact(None, target="5"),
        a_fact(4, target="5", status=SetStatus.ASSUMED),
    )

    assert adherence_of([session]).reps == RepAdherence(reached=3, fewer=1)


def test_rests_are_added_up_where_both_are_known() -> None:
    sets = [
        a_fact(planned_rest_ms=180_000, taken_rest_ms=200_000),
        a_fact(planned_rest_ms=60_000, taken_rest_ms=0),
        a_fact(planned_rest_ms=60_000),
        a_fact(taken_rest_ms=90_000),
        a_fact(),
    ]

    assert rests_of(sets) == RestAdherence(rests=2, planned_ms=240_000, taken_ms=200_000)


def test_nothing_done_is_nothing_planned() -> None:
    nothing = adherence_of([])

    assert nothing.sets.planned == nothing.rests.rests == nothing.reps.reached == 0
