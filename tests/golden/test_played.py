"""Every shipped session, played: which keys it takes, and what it holds in the end.

Once each by an athlete who does what is asked and presses nothing but the one key, when a set at
will should be over or an open rest has been long enough; and one by somebody who tries every key.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.runner.commands import AddTime, Amend, Back, FinishEarly, Go, Pause, Skip
from benchside.runner.runner import Runner
from benchside.timeline.set_id import SetId
from tests.golden.played import played_text
from tests.golden.shipped_sessions import agenda_of_shipped, paths
from tests.obedient import play_obediently

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.runner.commands import Command

SESSIONS = [path.stem for path in paths()]
CURIOUS: tuple[tuple[int, Command], ...] = (
    (0, Go()),
    (2_000, AddTime(15_000)),
    (8_000, Go()),  # no waiting for the count-in
    (25_500, Go()),  # five reps at will
    (42_000, Pause()),
    (60_000, Pause()),  # counts in, and begins the interrupted rep again
    (84_000, Skip()),  # the rest
    (86_000, Skip()),  # the set
    (88_000, Back()),  # no, not the set
    (110_000, Go()),
    (129_500, Go()),  # ends the bridge after three reps
    (131_000, AddTime(15_000)),
    (165_000, Pause()),  # in a hold: it goes on where it stood
    (172_000, Go()),
    (230_000, Go()),  # out of the open rest
    (262_000, Amend(SetId(2, 0, 1), reps=22)),  # as many as possible: entered in the rest
    (290_000, FinishEarly()),
    (292_000, Go()),
)


@pytest.mark.parametrize("name", SESSIONS)
def test_a_shipped_session_needs_only_the_one_key(
    name: str, assert_golden: Callable[[str, str], None]
) -> None:
    runner = Runner(agenda_of_shipped(name))

    keys = play_obediently(runner)

    assert {type(command) for _, command in keys} == {Go}
    assert_golden(f"{name}.played", played_text(runner, keys))


def test_a_session_survives_somebody_who_tries_every_key(
    assert_golden: Callable[[str, str], None],
) -> None:
    runner = Runner(agenda_of_shipped("first-session"))

    for at_ms, command in CURIOUS:
        runner.feed(command, at_ms)

    assert_golden("first-session.curious", played_text(runner, CURIOUS))
