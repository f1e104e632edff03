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
from benchside.testing import a_block, a_set, a_timeline
from benchside.timeline.compile import compile_plan
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.estimate import nominal_side_ms
from benchside.timeline.steps import StepKind, Timeline
from benchside.view.viewer import Viewer
from tests import builders

SHIPPED = sorted((Path(__file__).parents[2] / "sessions").glob("*.toml"))


def shipped(path: Path) -> Timeline:
    reading = read(path.read_text(encoding="utf-8"), file=path.name)
    assert reading.plan is not None, reading.problems
    return compile_plan(reading.plan)


def played(timeline: Timeline) -> tuple[list[Cue], int]:
    """Every cue, and the end, of an athlete who needs as long as estimated and never waits."""
    runner = Runner(timeline)
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
        if _waits(runner, timeline):
            events += runner.feed(Go(), now_ms)
        if runner.state is State.REVIEWING:
            events += runner.feed(Close(), now_ms)


def _waits(runner: Runner, timeline: Timeline) -> bool:
    if runner.state is State.WAITING:
        return True
    view = Viewer(runner).view()
    if runner.state is not State.WORKING or not view.counts_up:
        return False
    minutes, seconds = view.digits.split(":")
    worked_ms = (int(minutes) * 60 + int(seconds)) * 1_000
    return worked_ms >= nominal_side_ms(timeline.sets[view.set.index].plan)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_cues_of_a_shipped_session_are_those_that_will_be_heard(path: Path) -> None:
    timeline = shipped(path)

    heard, end_ms = played(timeline)

    report = report_on(timeline)
    assert sorted(report.cues) == sorted(heard)
    assert report.totals.duration_ms == end_ms


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_steps_of_a_session_follow_each_other_without_gaps(path: Path) -> None:
    report = report_on(shipped(path))

    ends = [stage.end_ms for stage in report.stages]
    assert [stage.start_ms for stage in report.stages] == [0, *ends[:-1]]
    assert ends[-1] == report.totals.duration_ms


def test_rest_and_work_together_are_the_session() -> None:
    report = report_on(a_timeline(a_set(reps=None, time="20s", prepare="10s")))

    assert report.rest_ms == 10_000
    assert report.totals.duration_ms == 30_000


def test_an_emom_starts_every_round_on_the_clock() -> None:
    timeline = a_timeline(
        a_block(a_set(reps=None, time="20s", prepare="10s"), rounds=3, every="60s")
    )

    report = report_on(timeline)

    starts = [one.start_ms for one in report.stages if one.step.kind is StepKind.WORK]
    assert starts == [10_000, 70_000, 130_000]
    assert [cue.at_ms for cue in report.cues if cue.kind is CueKind.GO] == starts


def test_a_report_has_the_sets_that_are_expected_and_not_all_that_there_is_room_for() -> None:
    block = a_block(a_set(reps=5, rest="0s", prepare="0s"), time_cap="10m")
    timeline = a_timeline(block, a_set(reps=5))

    report = report_on(timeline)
    data = report_json(report)

    assert len(timeline.sets) > 800
    assert report.totals.sets == len(report.sets) == len(data["sets"]) == 31
    assert {step["set"] for step in data["steps"]} == set(range(31))
    assert data["sets"][data["steps"][-1]["set"]]["block"] == 1


def test_an_exercise_that_the_cap_leaves_no_room_for_is_shown_all_the_same() -> None:
    long = builders.a_set(time="2m")

    report = report_on(a_timeline(builders.a_block(long, long, time_cap="1m")))

    assert len(report.sets) == 2
    assert report.totals.sets == 1


def test_a_time_cap_cuts_the_last_round_off() -> None:
    timeline = a_timeline(a_block(a_set(reps=None, time="20s", rest="10s"), time_cap="50s"))

    report = report_on(timeline)

    work = [one for one in report.stages if one.step.kind is StepKind.WORK]
    assert report.totals.duration_ms == work[0].start_ms + 50_000
    assert len(work) == 2


def test_an_exercise_is_added_up_without_its_warm_ups() -> None:
    timeline = a_timeline(
        a_set("Squat", number=1, of=2, reps=5, load="100 kg", tempo="3-0-1-0"),
        a_set("Squat", number=2, of=2, reps=3, load="100 kg", tempo="3-0-1-0"),
    )

    [squat] = report_on(timeline).exercises

    assert (squat.sets, squat.reps, squat.tut_ms) == (2, 8, 32_000)
    assert squat.volume_kg == 800


def test_a_moment_is_found_in_its_step() -> None:
    report = report_on(a_timeline(a_set(reps=None, time="20s", prepare="10s")))

    kinds = [stage.step.kind if (stage := report.at(ms)) else None for ms in (0, 10_000, 30_000)]

    assert kinds == [StepKind.PREPARE, StepKind.WORK, None]


def test_json_holds_the_whole_report() -> None:
    report = report_on(a_timeline(a_set(reps=2, tempo="2-0-1-0", load="100 kg")))

    told = json.loads(json.dumps(report_json(report)))

    assert told["version"] == 1
    assert told["totals"]["volume_kg"] == 200
    assert [step["kind"] for step in told["steps"]] == ["prepare", "work"]
    assert [phase["rep"] for phase in told["steps"][1]["phases"]] == [1, 1, 2, 2]
    heard = [cue["at_ms"] for step in told["steps"] for cue in step["cues"]]
    assert [*heard, told["end"]["cues"][0]["at_ms"]] == [cue.at_ms for cue in report.cues]


def test_a_strip_tells_what_each_part_is_mostly_made_of() -> None:
    report = report_on(a_timeline(a_set(reps=None, time="20s", prepare="10s")))

    assert bar_of(report, 3) == (SegmentKind.PREPARE, SegmentKind.HOLD, SegmentKind.HOLD)
    assert bar_of(report, 1) == (SegmentKind.HOLD,)


def test_a_strip_may_be_finer_than_the_steps() -> None:
    report = report_on(a_timeline(a_set(reps=1, tempo="2-0-1-1", prepare="4s")))

    assert len(bar_of(report, 500)) == 500
