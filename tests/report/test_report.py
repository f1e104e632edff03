"""The report agrees with what a runner would really do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchside.report.as_json import report_json
from benchside.report.bar import SegmentKind, bar_of
from benchside.report.report import report_on
from benchside.runner.commands import Close, Go
from benchside.runner.events import CueReached, SessionFinished
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.session.read import read
from benchside.testing import a_block, a_set, an_agenda
from benchside.timeline.agenda import Agenda, agenda_of
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.estimate import nominal_side_ms
from benchside.timeline.steps import Prepare, Work
from benchside.view.viewer import Viewer
from tests import builders

SHIPPED = sorted((Path(__file__).parents[2] / "sessions").glob("*.toml"))


def shipped(path: Path) -> Agenda:
    reading = read(path.read_text(encoding="utf-8"), file=path.name)
    assert reading.plan is not None, reading.problems
    return agenda_of(reading.plan)


def played(agenda: Agenda) -> tuple[list[Cue], int]:
    """Every cue, and the end, of an athlete who needs as long as estimated and never waits."""
    runner = Runner(agenda)
    cues: list[Cue] = []
    events = list(runner.feed(Go(), 0))
    now_ms = 0
    while True:
        cues += [event.cue for event in events if isinstance(event, CueReached)]
        for event in events:
            if isinstance(event, SessionFinished):
                return cues, event.at_ms
        now_ms += 1_000
        events = list(runner.advance(now_ms))
        if _waits(runner, agenda):
            events += runner.feed(Go(), now_ms)
        if runner.state is State.REVIEWING:
            events += runner.feed(Close(), now_ms)


def _waits(runner: Runner, agenda: Agenda) -> bool:
    if runner.state is State.WAITING:
        return True
    if runner.state is not State.WORKING:
        return False
    view = Viewer(runner).view()
    if not view.counts_up:
        return False
    return (view.seconds or 0) * 1_000 >= nominal_side_ms(agenda.at(view.set.id).planned)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_cues_of_a_shipped_session_are_those_that_will_be_heard(path: Path) -> None:
    agenda = shipped(path)

    heard, end_ms = played(agenda)

    report = report_on(agenda)
    assert sorted(report.schedule.cues) == sorted(heard)
    assert report.totals.duration_ms == end_ms


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_steps_of_a_session_follow_each_other_without_gaps(path: Path) -> None:
    report = report_on(shipped(path))

    ends = [stage.end_ms for stage in report.schedule.steps]
    assert [stage.start_ms for stage in report.schedule.steps] == [0, *ends[:-1]]
    assert ends[-1] == report.totals.duration_ms


def test_rest_and_work_together_are_the_session() -> None:
    report = report_on(an_agenda(a_set(reps=None, time="20s", prepare="10s")))

    assert report.rest_ms == 10_000
    assert report.totals.duration_ms == 30_000


def test_an_emom_starts_every_round_on_the_clock() -> None:
    agenda = an_agenda(a_block(a_set(reps=None, time="20s", prepare="10s"), rounds=3, every="60s"))

    report = report_on(agenda)

    starts = [one.start_ms for one in report.schedule.steps if isinstance(one.step, Work)]
    assert starts == [10_000, 70_000, 130_000]
    assert [cue.at_ms for cue in report.schedule.cues if cue.kind is CueKind.GO] == starts


def test_a_report_has_the_sets_that_are_expected_and_not_all_that_there_is_room_for() -> None:
    block = a_block(a_set(reps=5, rest="0s", prepare="0s"), time_cap="10m")
    agenda = an_agenda(block, a_set(reps=5))

    report = report_on(agenda)
    data = report_json(report)

    assert report.totals.sets == len(report.sets) == len(data["sets"]) == 31
    assert {step["set"] for step in data["steps"]} == set(range(31))
    assert data["sets"][data["steps"][-1]["set"]]["block"] == 1


def test_an_exercise_that_the_cap_leaves_no_room_for_is_shown_all_the_same() -> None:
    long = builders.a_set(time="2m")

    report = report_on(an_agenda(builders.a_block(long, long, time_cap="1m")))

    assert len(report.sets) == 2
    assert report.totals.sets == 1


def test_a_time_cap_cuts_the_last_round_off() -> None:
    agenda = an_agenda(a_block(a_set(reps=None, time="20s", rest="10s"), time_cap="50s"))

    report = report_on(agenda)

    work = [one for one in report.schedule.steps if isinstance(one.step, Work)]
    assert report.totals.duration_ms == work[0].start_ms + 50_000
    assert len(work) == 2


def test_an_exercise_is_added_up_without_its_warm_ups() -> None:
    agenda = an_agenda(
        a_set("Squat", number=1, of=2, reps=5, load="100 kg", tempo="3-0-1-0"),
        a_set("Squat", number=2, of=2, reps=3, load="100 kg", tempo="3-0-1-0"),
    )

    [squat] = report_on(agenda).exercises

    assert (squat.sets, squat.reps, squat.tut_ms) == (2, 8, 32_000)
    assert squat.volume_kg == 800


def test_a_moment_is_found_in_its_step() -> None:
    report = report_on(an_agenda(a_set(reps=None, time="20s", prepare="10s")))

    at = report.schedule.at
    steps = [type(one.step) if (one := at(ms)) else None for ms in (0, 10_000, 30_000)]

    assert steps == [Prepare, Work, None]


def test_json_holds_the_whole_report() -> None:
    report = report_on(an_agenda(a_set(reps=2, tempo="2-0-1-0", load="100 kg")))

    told = json.loads(json.dumps(report_json(report)))

    assert told["version"] == 1
    assert told["totals"]["volume_kg"] == 200
    assert [step["kind"] for step in told["steps"]] == ["prepare", "work"]
    assert [phase["rep"] for phase in told["steps"][1]["phases"]] == [1, 1, 2, 2]
    heard = [cue["at_ms"] for step in told["steps"] for cue in step["cues"]]
    assert [*heard, told["end"]["cues"][0]["at_ms"]] == [cue.at_ms for cue in report.schedule.cues]


def test_a_strip_tells_what_each_part_is_mostly_made_of() -> None:
    report = report_on(an_agenda(a_set(reps=None, time="20s", prepare="10s")))

    assert bar_of(report, 3) == (SegmentKind.PREPARE, SegmentKind.HOLD, SegmentKind.HOLD)
    assert bar_of(report, 1) == (SegmentKind.HOLD,)


def test_a_strip_may_be_finer_than_the_steps() -> None:
    report = report_on(an_agenda(a_set(reps=1, tempo="2-0-1-1", prepare="4s")))

    assert len(bar_of(report, 500)) == 500
