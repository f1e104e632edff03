"""Random keys at random times: no set lost or doubled, no time below zero, one end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from benchside.runner.commands import Abandon, Close, FinishEarly, Go, Pause, Proceed, Undo
from benchside.runner.events import SessionFinished, SetFinished, SetWithdrawn
from benchside.runner.machine import MOVES, Refused, State
from benchside.runner.results import SessionStatus, SetResult, SetStatus
from benchside.runner.runner import Runner
from benchside.timeline.agenda import agenda_of
from benchside.view.view import BAR_PARTS
from benchside.view.viewer import Viewer
from tests.properties.plans import EXAMPLES, commands, plans, waits_ms

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.session.plan.plan import Plan
    from benchside.timeline.set_id import SetId

KEPT = {SetStatus.DONE, SetStatus.ASSUMED, SetStatus.CUT}


class RandomKeys(RuleBasedStateMachine):
    """A session, and beside it what has been told of it so far."""

    @initialize(plan=plans)
    def begin(self, plan: Plan) -> None:
        self.runner = Runner(agenda_of(plan))
        self.told: dict[SetId, SetResult] = {}
        self.ends: list[SessionFinished] = []
        self.take(self.runner.feed(Go(), 0))

    def take(self, events: tuple[Event, ...], *, is_undone: bool = False) -> None:
        for event in events:
            assert not self.ends, "no event comes after the end"
            if isinstance(event, SetFinished):
                before = self.told.get(event.result.set)
                is_kept = before is None or before.status not in KEPT or event.result.status in KEPT
                assert is_kept or is_undone
                self.told[event.result.set] = event.result
            if isinstance(event, SetWithdrawn):
                assert is_undone
                del self.told[event.set]
            if isinstance(event, SessionFinished):
                self.ends.append(event)

    @rule(wait_ms=waits_ms)
    def let_time_pass(self, wait_ms: int) -> None:
        self.take(self.runner.advance(self.runner.now_ms + wait_ms))

    @rule(wait_ms=waits_ms, command=commands)
    def press(self, wait_ms: int, command: Command) -> None:
        self.feed(command, self.runner.now_ms + wait_ms)

    @rule()
    def go_on(self) -> None:
        self.feed(Go(), self.runner.now_ms + 1_000)

    @precondition(lambda self: len(self.told) > 2)
    @rule(sure=st.integers(0, 5), last=st.sampled_from([Abandon(), Close()]))
    def end(self, sure: int, last: Command) -> None:
        if sure == 0:
            self.feed(last, self.runner.now_ms)

    @precondition(lambda self: self.runner.state is State.REVIEWING)
    @rule()
    def confirm(self) -> None:
        self.feed(Go(), self.runner.now_ms + 1_000)
        assert self.runner.state is State.FINISHED
        assert not any(done.status is SetStatus.ASSUMED for done in self.runner.run.results.sets)

    def feed(self, command: Command, now_ms: int) -> None:
        was_paused = self.runner.state is State.PAUSED
        before = Viewer(self.runner).view(), self.runner.run.results.sets, self.runner.now_ms
        try:
            events = self.runner.feed(command, now_ms)
        except Refused:
            assert (
                Viewer(self.runner).view(),
                self.runner.run.results.sets,
                self.runner.now_ms,
            ) == before
        else:
            assert self.runner.now_ms == now_ms
            if was_paused and not isinstance(command, Go | Pause | Proceed | FinishEarly | Undo):
                assert self.runner.state is State.PAUSED or isinstance(command, Abandon)
            self.take(events, is_undone=command == Undo())

    @invariant()
    def no_set_is_lost_or_doubled(self) -> None:
        kept = {done.set: done for done in self.runner.run.results.sets}
        assert len(kept) == len(self.runner.run.results.sets)
        assert kept == self.told

    @invariant()
    def the_view_can_always_be_seen(self) -> None:
        view = Viewer(self.runner).view()
        assert 0 <= view.bar <= BAR_PARTS
        assert (view.seconds or 0) >= 0
        assert view.elapsed_s >= 0
        assert view.remaining_s >= 0
        assert view.sets_done <= view.sets_total
        assert view.reps_done is None or view.reps_done >= 0
        assert view.allowed <= MOVES[view.state].keys()

    @invariant()
    def no_set_has_more_work_than_time(self) -> None:
        for done in self.runner.run.results.sets:
            assert 0 <= done.started_ms <= done.ended_ms <= self.runner.now_ms
            for side in done.sides:
                assert 0 <= side.work_ms <= done.ended_ms - done.started_ms

    @invariant()
    def the_session_ends_once(self) -> None:
        assert len(self.ends) <= 1
        assert (self.runner.state is State.FINISHED) == bool(self.ends)
        assert self.runner.run.status == (self.ends[0].status if self.ends else None)
        if self.runner.run.status is SessionStatus.COMPLETE:
            assert any(done.status is SetStatus.DONE for done in self.runner.run.results.sets)
            uncapped = [
                one.id
                for one in self.runner.run.agenda.sets
                if self.runner.run.agenda.block_of(one.id).time_cap_ms is None
            ]
            assert set(uncapped) <= self.told.keys()


RandomKeys.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

TestNoSetIsLostWhateverKeysArePressed = RandomKeys.TestCase
