"""What the work of a side amounts to: reps completed and time under tension."""

from __future__ import annotations

import pytest

from benchside.runner.progress import completed_reps, side_result, span_at, time_under_tension
from benchside.runner.results import Tut
from benchside.session.values.tempo import StartsWith
from tests.builders import a_set, the_work

ECCENTRIC, CONCENTRIC = StartsWith.ECCENTRIC, StartsWith.CONCENTRIC


@pytest.mark.parametrize(
    ("starts_with", "elapsed_s", "reps"),
    [
        (CONCENTRIC, 0, 0),
        (CONCENTRIC, 1.999, 0),
        (CONCENTRIC, 2, 1),
        (CONCENTRIC, 8.999, 1),
        (CONCENTRIC, 9, 2),
        (CONCENTRIC, 21, 3),
        (ECCENTRIC, 5.999, 0),
        (ECCENTRIC, 6, 1),
        (ECCENTRIC, 7, 1),
        (ECCENTRIC, 13, 2),
        (ECCENTRIC, 21, 3),
    ],
)
def test_a_rep_counts_when_its_concentric_ends(
    starts_with: StartsWith, elapsed_s: float, reps: int
) -> None:
    planned = a_set(3, tempo="3-1-2-1", starts_with=starts_with)
    step = the_work(planned)

    assert completed_reps(step, planned, int(elapsed_s * 1_000)) == reps


def test_there_are_never_more_reps_than_were_cued() -> None:
    planned = a_set(3, tempo="3-0-0-0")
    step = the_work(planned)

    assert completed_reps(step, planned, 9_000) == 3


def test_reps_at_will_are_not_counted() -> None:
    planned = a_set(3)
    step = the_work(planned)

    assert completed_reps(step, planned, 60_000) == 0


@pytest.mark.parametrize(
    ("elapsed_s", "tut"),
    [
        (0, Tut()),
        (1, Tut(concentric_ms=1_000)),
        (3.5, Tut(concentric_ms=2_000, pause_contracted_ms=1_000, eccentric_ms=500)),
        (
            7,
            Tut(
                concentric_ms=2_000,
                pause_contracted_ms=1_000,
                eccentric_ms=3_000,
                pause_stretched_ms=1_000,
            ),
        ),
        (8, Tut(3_000, 1_000, 3_000, 1_000)),
    ],
)
def test_time_under_tension_is_counted_by_phase(elapsed_s: float, tut: Tut) -> None:
    step = the_work(a_set(3, tempo="3-1-2-1"))

    under_tension = time_under_tension(step, int(elapsed_s * 1_000))

    assert under_tension == tut
    assert under_tension.total_ms == elapsed_s * 1_000


def test_the_phase_that_is_on_ends_before_the_next_begins() -> None:
    step = the_work(a_set(1, tempo="1-0-1-0"))

    assert span_at(step, 999) == step.spans[0]
    assert span_at(step, 1_000) == step.spans[1]
    assert span_at(step, 2_000) == step.spans[1]


def test_without_a_tempo_there_is_no_phase() -> None:
    step = the_work(a_set(time="20s"))

    assert span_at(step, 1_000) is None


@pytest.mark.parametrize(("reps", "taken_for"), [(8, 8), ("5-8", 8), ("8+", 8), ("max", None)])
def test_reps_at_will_are_taken_for_what_was_planned(
    reps: int | str, taken_for: int | None
) -> None:
    planned = a_set(reps)
    step = the_work(planned)

    assert side_result(step, planned, 30_000, is_whole=True).reps == taken_for


def test_reps_in_a_time_are_not_known_until_they_are_told() -> None:
    planned = a_set("max", time="20s")
    step = the_work(planned)

    assert side_result(step, planned, 20_000, is_whole=True).reps is None


def test_reps_at_will_that_were_cut_off_are_not_known() -> None:
    planned = a_set(8)
    step = the_work(planned)

    assert side_result(step, planned, 20_000, is_whole=False).reps is None


def test_a_hold_has_no_reps() -> None:
    planned = a_set(time="20s")
    step = the_work(planned)

    assert side_result(step, planned, 20_000, is_whole=True).reps is None
