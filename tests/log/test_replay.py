"""Bringing an interrupted session back from its journal."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, strategies as st

from benchside.log.entries import CommandEntry, EndEntry, JournalEntry, ResultEntry, StepEntry
from benchside.log.replay import replay
from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Back,
    Close,
    Command,
    FinishEarly,
    Go,
    Note,
    Pause,
    Skip,
    Undo,
)
from benchside.runner.machine import State
from benchside.runner.results import SessionStatus
from benchside.runner.runner import Runner
from benchside.session.values.load import parse_load
from benchside.testing import a_block, a_set, an_agenda
from benchside.timeline.set_id import SetId
from benchside.timeline.steps import StepKind
from benchside.view.viewer import Viewer
from tests.builders import SET_1
from tests.log.leading import HEADER, led

TIMELINE = an_agenda(
    a_set(tempo="2-1-X-1", reps=3, load="100 kg", rest="20s", prepare="5s"),
    a_set("Side plank", reps=None, time="10s", sides=("left", "right"), switch="5s", rest="15s+"),
    a_set("Frog pump", reps="8+", rest="10s", prepare="0s"),
    a_block(a_set("Swing", tempo="1010", reps=4, prepare="0s"), rounds=2, every="30s"),
)

keys: st.SearchStrategy[list[tuple[int, Command]]] = st.lists(
    st.tuples(
        st.integers(0, 20_000),
        st.sampled_from(
            [
                Go(),
                Go(),
                Pause(),
                Skip(),
                Back(),
                AddTime(15_000),
                AddTime(-15_000),
                Amend(SET_1, reps=7, load=parse_load("102.5 kg")),
                Note(SET_1, "light"),
                Undo(),
                FinishEarly(),
                Close(),
            ]
        ),
    ),
    max_size=30,
)


def pressed(gaps: list[tuple[int, Command]]) -> list[tuple[int, Command]]:
    moment_ms = 0
    presses: list[tuple[int, Command]] = [(0, Go())]
    for gap_ms, command in gaps:
        moment_ms += gap_ms
        presses.append((moment_ms, command))
    return presses


@given(keys)
def test_a_session_goes_on_exactly_where_its_journal_ends(gaps: list[tuple[int, Command]]) -> None:
    session = led(TIMELINE, *pressed(gaps))
    back = Runner(TIMELINE)

    result = replay(back, [HEADER, *session.lines])
    back.advance(session.runner.now_ms)

    assert result.problems == ()
    assert result.status is session.runner.run.status
    assert back.run.results.sets == session.runner.run.results.sets
    assert Viewer(back).view() == Viewer(session.runner).view()


@given(keys, st.integers(min_value=0))
def test_wherever_the_journal_was_cut_no_set_is_lost_and_none_is_there_twice(
    gaps: list[tuple[int, Command]], cut: int
) -> None:
    session = led(TIMELINE, *pressed(gaps))
    lines = session.lines[: cut % (len(session.lines) + 1)]

    result = replay(Runner(TIMELINE), lines)

    last = {line.result.set: line.result for line in lines if isinstance(line, ResultEntry)}
    if any(isinstance(line, CommandEntry) and line.command == Undo() for line in lines):
        last = {}  # what was undone is not there any more
    back = {done.set: done for done in result.outcome.sets}
    assert result.problems == ()
    assert last.keys() <= back.keys()
    assert len(back) == len(result.outcome.sets)
    assert list(back) == sorted(back)


def test_a_set_that_ended_by_itself_is_there_without_any_key() -> None:
    session = led(TIMELINE, (0, Go()), until_ms=25_000)
    back = Runner(TIMELINE)

    result = replay(back, session.lines)

    assert [done.reps for done in result.outcome.sets] == [3]
    assert back.state is State.RESTING
    assert result.at_ms == 5_000 + 3 * 5_000


def test_an_empty_journal_is_a_session_that_has_not_begun() -> None:
    result = replay(back := Runner(TIMELINE), [HEADER])

    assert result.at_ms == 0
    assert result.outcome.sets == ()
    assert back.state is State.READY


def test_a_session_that_was_over_is_known_to_be_over() -> None:
    session = led(TIMELINE, (0, Go()), (30_000, FinishEarly()), (31_000, Close()))
    without_end = [line for line in session.lines if not isinstance(line, EndEntry)]

    results = [replay(Runner(TIMELINE), lines) for lines in (session.lines, without_end)]

    assert [result.status for result in results] == [SessionStatus.PARTIAL] * 2


def test_a_session_that_was_given_up_is_known_to_be_given_up() -> None:
    session = led(TIMELINE, (0, Go()), (30_000, Abandon()))

    result = replay(Runner(TIMELINE), session.lines)

    assert result.status is SessionStatus.ABANDONED


def test_where_the_program_has_changed_the_sets_of_the_journal_hold() -> None:
    session = led(TIMELINE, (0, Go()), until_ms=25_000)
    changed = an_agenda(a_set(tempo="2-1-X-1", reps=4, load="100 kg", prepare="5s"), a_set())

    result = replay(Runner(changed), session.lines)

    assert result.outcome.sets == session.runner.run.results.sets
    assert result.problems == (
        "at 20000 ms: set 1.1.1 was another",
        "at 20000 ms: rest of set 1.1.1 did not begin",
    )


def test_where_a_key_is_missing_the_sets_of_the_journal_hold() -> None:
    session = led(TIMELINE, (0, Go()), (8_000, Go()), until_ms=40_000)
    lines = [line for line in session.lines if line != CommandEntry(8_000, Go())]

    result = replay(Runner(TIMELINE), lines)

    assert result.outcome.sets[0] == session.runner.run.results.sets[0]
    assert result.problems[0] == "at 8000 ms: set 1.1.1 was another"


def test_a_key_that_makes_no_sense_is_told_and_left_out() -> None:
    lines: list[JournalEntry] = [
        CommandEntry(0, Go()),
        StepEntry(0, StepKind.PREPARE, SET_1),
        CommandEntry(1_000, Go()),
    ]
    lines.append(CommandEntry(1_100, Close()))

    result = replay(Runner(TIMELINE), lines)

    assert result.problems == ("at 1100 ms: close does nothing while working",)


def test_a_set_that_the_session_does_not_have_is_told_and_left_out() -> None:
    session = led(TIMELINE, (0, Go()), until_ms=25_000)
    stray = ResultEntry(20_000, replace(session.runner.run.results.sets[0], set=SetId(0, 0, 99)))

    result = replay(Runner(TIMELINE), [*session.lines, stray])

    assert result.outcome.sets == session.runner.run.results.sets
    assert result.problems == ("at 20000 ms: set 1.1.99 was another",)
