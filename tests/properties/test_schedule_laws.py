"""The schedule is what the runner does when an ideal athlete presses the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings

from benchside.runner.commands import Proceed
from benchside.runner.events import CueReached, StepStarted
from benchside.runner.runner import Runner
from benchside.session.values.rest import RestWindow
from benchside.timeline.agenda import agenda_of
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.schedule import schedule_of
from benchside.timeline.set_id import SetId
from benchside.timeline.steps import Review, StepKind, Work, kind_of
from tests.builders import a_block, a_set, an_agenda
from tests.properties.plans import EXAMPLES, plans

if TYPE_CHECKING:
    from benchside.runner.events import Event
    from benchside.session.plan.plan import Plan
    from benchside.timeline.agenda import Agenda

Begun = tuple[int, StepKind, SetId, str | None]

MINUTE_MS = 60_000


def ideally_led(agenda: Agenda) -> tuple[list[Begun], list[Cue], int]:
    """Lead a session; each step that waits for a key is ended when its nominal time is over."""
    runner = Runner(agenda)
    events: list[Event] = []
    pressed_ms: set[int] = set()
    events += runner.feed(Proceed(), 0)
    while not isinstance(step := runner.run.step, Review):
        over_ms = runner.run.over_ms
        is_open = step.duration_ms is None or step.duration_ms != step.nominal_ms
        due_ms = runner.run.clock.origin_ms + step.nominal_ms if is_open else over_ms
        assert due_ms is not None
        due_ms = min(due_ms, runner.run.cap_ms or due_ms)
        events += runner.advance(due_ms)
        if runner.run.step is step and is_open:
            if isinstance(step, Work):
                pressed_ms.add(due_ms)
            events += runner.feed(Proceed(), due_ms)
    begun = [
        (event.at_ms, event.kind, event.set, event.side)
        for event in events
        if isinstance(event, StepStarted)
    ]
    cues = [event.cue for event in events if isinstance(event, CueReached)]
    return begun, [cue for cue in cues if not _is_cut_short(cue, pressed_ms)], runner.run.session_ms


def _is_cut_short(cue: Cue, pressed_ms: set[int]) -> bool:
    """Whether the key that ends a set comes at the moment of a phase that would have begun."""
    is_end = cue.kind in (CueKind.SET_DONE, CueKind.SESSION_DONE, CueKind.GO, CueKind.SWITCH)
    is_between = cue.kind in (CueKind.COUNT_IN, CueKind.REST_OVER, CueKind.TEN_SECONDS)
    return cue.at_ms in pressed_ms and not is_end and not is_between


def told(cues: list[Cue]) -> list[tuple[int, str]]:
    return sorted((cue.at_ms, cue.kind.value) for cue in cues)


@settings(max_examples=5 * EXAMPLES, deadline=None)
@given(plans)
def test_the_schedule_is_what_happens_when_every_key_comes_in_time(plan: Plan) -> None:
    agenda = agenda_of(plan)
    schedule = schedule_of(agenda)

    begun, cues, end_ms = ideally_led(agenda)

    assert begun == [
        (one.start_ms, kind_of(one.step), one.step.set, one.step.side) for one in schedule.steps
    ]
    assert end_ms == schedule.end_ms
    phases = {
        moment
        for one in schedule.steps
        if isinstance(one.step, Work) and one.duration_ms != one.step.duration_ms
        for moment in (one.end_ms,)
    }
    expected = [cue for cue in schedule.cues if not _is_cut_short(cue, phases)]
    heard = [cue for cue in cues if not _is_cut_short(cue, phases)]
    assert told(heard) == told(expected)


def test_an_amrap_lasts_its_cap_whatever_the_pace() -> None:
    for pace_ms in (3_000, 7_000, 100_000):
        runner = Runner(an_agenda(a_block(a_set(3), time_cap="10m")))
        runner.feed(Proceed(), 0)

        for at_ms in range(pace_ms, 10 * MINUTE_MS, pace_ms):
            runner.feed(Proceed(), at_ms)
        runner.advance(11 * MINUTE_MS)

        assert isinstance(runner.run.step, Review)
        assert runner.run.ended_ms == 10 * MINUTE_MS
        assert len(runner.run.results.sets) == -(-10 * MINUTE_MS // pace_ms)


def test_an_open_rest_is_as_long_in_the_schedule_as_it_has_to_be() -> None:
    agenda = an_agenda(a_set(time="20s", rest="2m+"), a_set(time="20s"))

    assert agenda.sets[0].rest == RestWindow(2 * MINUTE_MS, None)
    assert schedule_of(agenda).end_ms == 20_000 + 2 * MINUTE_MS + 20_000
