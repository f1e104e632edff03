"""What a hook can wait for, and what its command is told of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from benchside.player.hooks.occasions import Occasion, OccasionWatch, message_of
from benchside.runner.commands import Abandon, Amend, Close, Go, Pause, Redo, Undo
from benchside.runner.runner import Runner
from benchside.testing import A_MOMENT, a_block, a_set, an_agenda

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.events import Event
    from benchside.timeline.agenda import Agenda

TWO_SETS = an_agenda(
    a_block(
        a_set("Squat", number=1, of=2, reps=5, load="100 kg", rest="60s", prepare="3s"),
        a_set("Squat", number=2, of=2, reps=5, load="100 kg", prepare="3s"),
    )
)


class Told:
    """A session whose every event is turned into what hooks are told."""

    def __init__(self, agenda: Agenda = TWO_SETS, *, is_resumed: bool = False) -> None:
        self.runner = Runner(agenda)
        self.watch = OccasionWatch(is_resumed=is_resumed)
        self.messages: list[dict[str, Any]] = []

    def at(self, ms: int, command: Command | None = None) -> list[str]:
        """Let time pass, carry a command out, and name the occasions of both."""
        names = self._told(self.runner.advance(ms))
        return names if command is None else names + self._told(self.runner.feed(command, ms))

    def _told(self, events: tuple[Event, ...]) -> list[str]:
        names = []
        for event in events:
            for occasion in self.watch.occasions(event, self.runner.run):
                message = message_of(
                    occasion, event, self.runner.run, moment=A_MOMENT, is_rehearsal=False
                )
                self.messages.append(json.loads(message))
                names.append(str(occasion))
        return names

    def last(self, occasion: Occasion) -> dict[str, Any]:
        return next(one for one in reversed(self.messages) if one["event"] == occasion)


def test_a_session_is_told_from_its_start_to_its_end() -> None:
    told = Told()

    assert told.at(0, Go()) == ["session-started", "count-in-started"]
    assert told.at(3_000) == ["set-started"]
    assert told.at(20_000, Go()) == ["set-finished", "rest-started"]
    assert told.at(77_000) == ["count-in-started"]
    assert told.at(80_000) == ["set-started", "set-changed"]  # how long was rested is known now
    assert told.at(100_000, Go()) == ["set-finished", "review-started"]
    assert told.at(110_000, Go()) == ["session-finished"]


def test_a_session_that_never_began_has_no_end_either() -> None:
    assert Told().at(0, Abandon()) == []


def test_a_session_that_was_interrupted_is_resumed_and_does_not_start_anew() -> None:
    told = Told()
    told.at(0, Go())
    told.at(20_000, Go())
    told.watch = OccasionWatch(is_resumed=True)

    assert told.at(30_000, Pause()) == ["session-resumed", "paused"]
    finished = told.runner.run.results.sets[0].set
    assert told.at(31_000, Amend(finished, reps=4)) == ["set-changed"]


def test_a_pause_and_its_end_are_told_once_each() -> None:
    told = Told()
    told.at(0, Go())

    assert told.at(5_000, Pause()) == ["set-started", "paused"]
    assert told.at(60_000) == []
    assert told.at(61_000, Pause()) == ["continued"]


def test_a_session_that_is_given_up_in_a_pause_does_not_go_on() -> None:
    told = Told()
    told.at(0, Go())
    told.at(1_000, Pause())

    assert told.at(2_000, Abandon()) == ["session-finished"]


def test_a_correction_is_no_second_set() -> None:
    told = Told()
    told.at(0, Go())
    told.at(20_000, Go())
    finished = told.runner.run.results.sets[0].set

    assert told.at(25_000, Amend(finished, reps=4)) == ["set-changed"]
    assert told.last(Occasion.SET_CHANGED)["result"]["actual_reps"] == 4


def test_a_set_that_is_done_again_is_finished_again() -> None:
    told = Told()
    told.at(0, Go())
    told.at(20_000, Go())
    told.at(30_000, Redo())
    told.at(40_000)

    assert told.at(50_000, Go())[0] == "set-finished"


def test_a_set_that_is_taken_back_is_finished_again_later() -> None:
    told = Told()
    told.at(0, Go())
    told.at(20_000, Go())

    assert told.at(22_000, Undo()) == ["set-withdrawn", "set-started"]
    assert told.at(30_000, Go())[0] == "set-finished"


def test_a_finished_set_is_told_as_the_log_has_it() -> None:
    told = Told()
    told.at(0, Go())
    told.at(20_000, Go())

    message = told.last(Occasion.SET_FINISHED)

    assert message["set"] == {
        "block": "Main",
        "exercise": "Squat",
        "number": 1,
        "of": 2,
        "type": "working",
        "ramp": False,
        "target": "5",
        "load": "100 kg",
    }
    assert message["result"]["status"] == "done"
    assert message["result"]["actual_reps"] == 5
    assert message["result"]["actual_load"] == "100 kg"
    assert (message["sets_done"], message["sets_left"]) == (1, 1)


def test_a_rest_is_told_with_its_length_and_what_comes_next() -> None:
    told = Told()
    told.at(0, Go())
    told.at(20_000, Go())

    message = told.last(Occasion.REST_STARTED)

    assert message["rest_ms"] == 57_000  # the count-in of three seconds is the end of the minute
    assert message["set"]["number"] == 1
    assert message["next"]["number"] == 2


def test_the_end_is_told_with_how_the_session_ended() -> None:
    told = Told()
    told.at(0, Go())
    told.at(1_000, Abandon())

    assert told.last(Occasion.SESSION_FINISHED)["status"] == "abandoned"


def test_what_is_told_is_a_line_of_ascii_whatever_the_session_is_called() -> None:
    agenda = an_agenda(a_block(a_set("Kniebeuge \x1b[31m\n€", prepare="0s")))
    runner = Runner(agenda)
    events = runner.feed(Go(), 0)

    message = message_of(
        Occasion.SESSION_STARTED, events[-1], runner.run, moment=A_MOMENT, is_rehearsal=True
    )

    assert message.isascii()
    assert message.endswith(b"}\n")
    assert message.count(b"\n") == 1
    assert b"\x1b" not in message
    assert json.loads(message)["rehearsal"] is True


@pytest.mark.parametrize("sides", [(), ("left", "right")])
def test_each_side_of_a_set_is_started(sides: tuple[str, ...]) -> None:
    told = Told(an_agenda(a_block(a_set(sides=sides, prepare="0s", switch="5s"))))
    names = told.at(0, Go()) + told.at(20_000, Go()) + told.at(60_000)

    started = [one["set"].get("side", "") for one in told.messages if one["event"] == "set-started"]

    assert names.count("set-started") == max(len(sides), 1)
    assert started == list(sides or [""])


def test_every_occasion_can_come_about() -> None:
    told = Told()
    for ms, command in (
        (0, Go()),
        (5_000, Pause()),
        (6_000, Pause()),
        (20_000, Go()),
        (21_000, Undo()),
        (30_000, Go()),
        (80_000, None),
        (95_000, None),
        (100_000, Go()),
    ):
        told.at(ms, command)
    told.at(101_000, Amend(told.runner.run.results.sets[0].set, reps=4))
    told.at(102_000, Close())
    resumed = Told(is_resumed=True)
    resumed.at(0, Go())

    heard = {one["event"] for one in (*told.messages, *resumed.messages)}

    assert heard == {str(one) for one in Occasion}
