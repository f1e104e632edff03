"""When a set is announced, and how much is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.audio.voice import load_phrases
from benchside.player.announcing import announcements_in
from benchside.player.gaps import NS_PER_MS
from benchside.runner.commands import Go
from benchside.testing import FakeClock
from benchside.timeline.schedule import schedule_of
from benchside.view.sets import set_view
from tests.builders import a_block, a_set, an_agenda
from tests.gym import a_gym

if TYPE_CHECKING:
    from benchside.timeline.agenda import Agenda


def planned(agenda: Agenda) -> list[tuple[float, bool]]:
    """When each set is announced, in seconds, and whether in brief."""
    announced = announcements_in(schedule_of(agenda))
    return [(one.at_ms / 1_000, one.is_brief) for one in announced]


def heard(agenda: Agenda) -> list[tuple[float, str]]:
    """What a player hands over to be said in a whole session, in seconds."""
    gym = a_gym(agenda, voice="en")
    gym.player.press(Go())
    gym.pass_time(schedule_of(agenda).end_ms)
    origin_ns = FakeClock().now_ns()
    return [
        ((due_ns - origin_ns) / NS_PER_MS / 1_000, text) for due_ns, text in gym.speaker.phrases
    ]


def test_a_set_is_announced_when_its_count_in_has_begun() -> None:
    assert planned(an_agenda(a_set(time="20s", prepare="10s"))) == [(0.4, False)]


def test_a_set_with_a_short_count_in_is_announced_in_the_rest_before_it() -> None:
    agenda = an_agenda(a_set(time="20s", rest="30s"), a_set(time="20s", prepare="5s"))

    assert planned(agenda) == [(41.5, False)]


def test_a_set_without_a_count_in_is_announced_in_the_rest_before_it() -> None:
    agenda = an_agenda(a_set(time="20s", rest="30s"), a_set(time="20s"))

    assert planned(agenda) == [(41.5, False)]


@pytest.mark.parametrize("prepare", ["5s", "3s", "0s"])
def test_a_rest_that_is_short_too_leaves_time_for_the_most_needed(prepare: str) -> None:
    agenda = an_agenda(a_set(time="20s", rest="5s"), a_set(time="20s", prepare=prepare))

    assert planned(agenda) == [(20.4, True)]


def test_a_set_whose_rest_a_key_ends_is_announced_in_its_count_in() -> None:
    agenda = an_agenda(a_set(time="20s", rest="60s+"), a_set(time="20s", prepare="10s"))

    assert planned(agenda) == [(80.4, False)]


@pytest.mark.parametrize(
    "agenda",
    [
        an_agenda(
            a_block(
                a_set(time="20s", prepare="3s", rest="10s"),
                a_set(4, tempo="1-0-1-1", prepare="5s", rest="25s"),
                a_set(time="30s", sides=("left", "right")),
                rounds=3,
                round_rest="40s",
            )
        ),
        an_agenda(*(a_set(time="20s", prepare="10s", rest="10s") for _ in range(4))),
        an_agenda(a_block(a_set(time="20s", prepare="10s"), rounds=4, every="1m")),
    ],
    ids=["circuit", "tabata", "on the minute"],
)
def test_a_player_announces_every_set_when_the_file_of_a_session_does(agenda: Agenda) -> None:
    phrases = load_phrases("en")

    assert heard(agenda) == [
        (
            one.at_ms / 1_000,
            phrases.for_set(set_view(agenda, agenda.at(one.set)), is_brief=one.is_brief),
        )
        for one in announcements_in(schedule_of(agenda))
    ]
