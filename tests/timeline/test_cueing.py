"""Where the cues of a step stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchside.session.values.tempo import StartsWith
from benchside.session.values.vocabulary import Ticks
from benchside.timeline import cueing
from benchside.timeline.cues import TICKS, Cue, CueKind
from benchside.timeline.steps import Rest
from tests.builders import a_set, an_agenda, laid_out, the_work

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.session.plan.plan import PlannedSet


def seconds(cues: Iterable[Cue]) -> list[tuple[float, str]]:
    return [(cue.at_ms / 1_000, cue.kind.value) for cue in cues]


def cues_of(planned: PlannedSet) -> list[tuple[float, str]]:
    return seconds(the_work(planned).cues)


def a_rest(rest: str, *, prepare: str = "0s") -> Rest:
    timeline = an_agenda(a_set(time="20s", rest=rest), a_set(time="20s", prepare=prepare))
    return next(step for step in laid_out(timeline) if isinstance(step, Rest))


def test_a_count_in_chirps_at_three_two_and_one() -> None:
    assert cueing.count_in(10_000) == (
        Cue(7_000, CueKind.COUNT_IN, 3),
        Cue(8_000, CueKind.COUNT_IN, 2),
        Cue(9_000, CueKind.COUNT_IN, 1),
    )


def test_a_short_count_in_chirps_as_often_as_it_has_time_for() -> None:
    assert seconds(cueing.count_in(2_500)) == [(0.5, "count-in"), (1.5, "count-in")]
    assert cueing.count_in(0) == ()


def test_a_switch_is_told_and_then_counted_in() -> None:
    assert seconds(cueing.switch(2_000)) == [(0, "switch"), (0, "count-in"), (1, "count-in")]


def test_a_tempo_set_has_a_cue_for_every_phase_and_every_rep() -> None:
    assert cues_of(a_set(2, tempo="2-1-X-1")) == [
        (0, "go"),
        (1, "pause-contracted"),
        (2, "eccentric"),
        (4, "pause-stretched"),
        (4.6, "last-rep"),
        (5, "explosive"),
        (6, "pause-contracted"),
        (7, "eccentric"),
        (9, "pause-stretched"),
        (10, "set-done"),
    ]


def test_a_phase_that_lasts_no_time_has_no_cue() -> None:
    assert cues_of(a_set(1, tempo="2-0-1-0")) == [
        (0, "go"),
        (1, "rep-done"),
        (1, "eccentric"),
        (3, "set-done"),
    ]


def test_a_phase_of_three_seconds_or_more_ticks_every_second_between_its_cue_and_the_next() -> None:
    assert cues_of(a_set(1, tempo="4-0-1-2")) == [
        (0, "go"),
        (1, "pause-contracted"),
        (3, "eccentric"),
        (4, "tick-eccentric"),
        (5, "tick-eccentric"),
        (6, "tick-eccentric"),
        (7, "set-done"),
    ]


def test_no_tick_falls_together_with_another_cue() -> None:
    for ticked in (Ticks.LONG, Ticks.ALWAYS):
        cues = the_work(replace(a_set(3, tempo="3-3-5-4"), ticks=ticked)).cues

        ticks = [cue.at_ms for cue in cues if cue.kind in TICKS]

        assert len(ticks) == 3 * (2 + 2 + 4 + 3)
        assert not {cue.at_ms for cue in cues if cue.kind not in TICKS} & set(ticks)


def test_the_pitch_of_a_tick_tells_the_phase() -> None:
    cues = cues_of(a_set(1, tempo="3-3-3-3", starts_with=StartsWith.ECCENTRIC))

    assert [kind for _, kind in cues if kind.startswith("tick")] == [
        *["tick-eccentric"] * 2,
        *["tick"] * 2,
        *["tick-concentric"] * 2,
        *["tick"] * 2,
    ]


@pytest.mark.parametrize(
    ("ticks", "at_s"), [(Ticks.OFF, []), (Ticks.LONG, [6, 7]), (Ticks.ALWAYS, [1, 4, 6, 7])]
)
def test_who_wants_more_or_fewer_ticks_gets_them_and_every_other_cue_stays(
    ticks: Ticks, at_s: list[int]
) -> None:
    planned = a_set(2, tempo="2-1-2-3", starts_with=StartsWith.ECCENTRIC)
    told = the_work(replace(planned, ticks=ticks)).cues
    usual = the_work(replace(planned, ticks=Ticks.OFF)).cues

    assert [cue for cue in told if cue.kind not in TICKS] == [*usual]
    assert [cue.at_ms // 1_000 for cue in told if cue.kind in TICKS] == [
        *at_s,
        *(one + 8 for one in at_s),
    ]


def test_phases_of_a_second_have_no_tick_whatever_is_chosen() -> None:
    planned = replace(a_set(3, tempo="1-1-1-1"), ticks=Ticks.ALWAYS)

    assert not {cue.kind for cue in the_work(planned).cues} & TICKS


def test_a_set_that_ends_with_its_last_concentric_tells_only_that_it_is_done() -> None:
    planned = a_set(1, tempo="2-0-1-0", starts_with=StartsWith.ECCENTRIC)

    assert cues_of(planned) == [(0, "go"), (2, "concentric"), (3, "set-done")]


def test_go_stands_for_the_first_phase_and_nothing_else_is_heard_with_it() -> None:
    for starts_with in StartsWith:
        cues = cues_of(a_set(2, tempo="2-1-1-1", starts_with=starts_with))

        assert [kind for at_s, kind in cues if at_s == 0] == ["go"]


@pytest.mark.parametrize(
    ("tempo", "at_s"),
    [("2-0-1-0", 2.6), ("3-0-1-0", 3.6), ("1-0-X-0", 1.6), ("0-0-1-0", 0.6)],
)
def test_the_last_rep_is_told_apart_from_every_other_cue(tempo: str, at_s: float) -> None:
    cues = cues_of(a_set(2, tempo=tempo))

    assert (at_s, "last-rep") in cues
    assert all(abs(other_s - at_s) > 0.39 for other_s, kind in cues if kind != "last-rep")


def test_a_rep_that_ends_in_a_pause_is_told_by_the_cue_of_the_pause_alone() -> None:
    assert "rep-done" not in [kind for _, kind in cues_of(a_set(3, tempo="2-0-1-1"))]
    assert "rep-done" in [kind for _, kind in cues_of(a_set(3, tempo="2-1-1-0"))]


@pytest.mark.parametrize(
    ("tempo", "kind"),
    [("1-0-1-0", CueKind.REP_DONE), ("1-0-1-1", CueKind.PAUSE_CONTRACTED)],
)
def test_reps_are_counted_and_those_left_too(tempo: str, kind: CueKind) -> None:
    work = the_work(a_set(3, tempo=tempo))

    counted = [(cue.count, cue.left) for cue in work.cues if cue.kind is kind]

    assert counted == [(1, 2), (2, 1), (3, 0)]


def test_nobody_knows_how_many_reps_of_an_open_set_are_left() -> None:
    work = the_work(a_set("3+", tempo="1-0-1-0"))

    assert {cue.left for cue in work.cues} == {None}


def test_an_open_set_has_no_last_rep() -> None:
    work = the_work(a_set("3+", tempo="1-0-1-0"))

    assert all(cue.kind is not CueKind.LAST_REP for cue in work.cues)


def test_reps_at_will_only_hear_go() -> None:
    assert cues_of(a_set(5)) == [(0, "go")]


def test_a_long_hold_is_told_its_halfway() -> None:
    assert cues_of(a_set(time="30s")) == [(0, "go"), (15, "halfway"), (30, "set-done")]
    assert cues_of(a_set(time="29s")) == [(0, "go"), (29, "set-done")]


def test_the_first_side_ends_with_the_switch_and_only_the_last_with_set_done() -> None:
    timeline = an_agenda(a_set(time="10s", sides=("left", "right"), switch="0s"))

    assert [seconds(step.cues) for step in laid_out(timeline)] == [
        [(0, "go")],
        [(0, "switch")],
        [(0, "go"), (10, "set-done")],
    ]


def test_a_rest_warns_ten_seconds_before_its_end_and_tells_the_end() -> None:
    assert seconds(a_rest("60s", prepare="10s").cues) == [(40, "ten-seconds"), (50, "rest-over")]


def test_a_short_rest_has_no_warning() -> None:
    assert seconds(a_rest("29s", prepare="10s").cues) == [(19, "rest-over")]


def test_a_rest_whose_end_the_count_in_tells_has_no_cue_for_it() -> None:
    assert seconds(a_rest("10s", prepare="3s").cues) == []


def test_an_open_rest_tells_when_the_athlete_may_start() -> None:
    assert seconds(a_rest("60s+", prepare="10s").cues) == [(50, "ten-seconds"), (60, "rest-over")]


def test_an_open_rest_of_no_time_tells_nothing() -> None:
    assert seconds(a_rest("0s+").cues) == []


def test_a_range_of_rest_tells_when_the_athlete_may_start_and_not_when_it_ends() -> None:
    assert seconds(a_rest("20s-60s", prepare="10s").cues) == [
        (20, "rest-over"),
        (40, "ten-seconds"),
    ]


@pytest.mark.parametrize(
    ("length_s", "cues"),
    [
        (65, [(55, "ten-seconds"), (65, "rest-over")]),
        (35, [(25, "ten-seconds"), (35, "rest-over")]),
        (15, [(15, "rest-over")]),
        (0, []),
    ],
)
def test_a_rest_that_was_changed_is_over_when_it_ends(
    length_s: int, cues: list[tuple[float, str]]
) -> None:
    rest = a_rest("60s", prepare="10s")

    assert seconds(cueing.cues_for(rest, length_s * 1_000)) == cues


def test_a_range_of_rest_that_was_changed_is_still_ready_when_it_was() -> None:
    rest = a_rest("20s-60s", prepare="10s")

    assert seconds(cueing.cues_for(rest, 65_000)) == [(20, "rest-over"), (55, "ten-seconds")]
    assert seconds(cueing.cues_for(rest, 15_000)) == [(15, "rest-over")]


def test_a_count_in_that_was_changed_chirps_before_its_new_end() -> None:
    prepare = laid_out(an_agenda(a_set(5, prepare="10s")))[0]

    assert cueing.cues_for(prepare, 25_000) == cueing.count_in(25_000)


def test_a_switch_that_was_changed_chirps_before_its_new_end() -> None:
    switch = laid_out(an_agenda(a_set(5, sides=("left", "right"))))[1]

    assert cueing.cues_for(switch, 25_000) == cueing.switch(25_000)


def test_a_step_that_is_as_long_as_planned_has_the_cues_as_planned() -> None:
    rest = a_rest("60s", prepare="10s")

    assert cueing.cues_for(rest, rest.duration_ms) is rest.cues
