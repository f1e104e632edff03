"""Arrows and digits: which set and which side they correct, and when they answer for nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from benchside.runner.commands import Amend
from benchside.runner.machine import State
from benchside.tui.rep_keys import RepKeys
from benchside.view.view import Activity
from tests.builders import SET_7, SET_8
from tests.tui import views
from tests.tui.fakes import FakeSession
from tests.tui.test_key_runs import Stopwatch
from tests.tui.views import LAST

SIDES = replace(LAST, side="right", sides=(("left", 4), ("right", 1)), reps=1)


def told() -> tuple[RepKeys, FakeSession, Stopwatch]:
    """Keys for a session that only listens."""
    time = Stopwatch()
    session = FakeSession(views.REST)
    return RepKeys(session, now_s=time), session, time


def test_digits_that_follow_each_other_make_one_number() -> None:
    keys, session, time = told()

    keys.type(LAST, 1)
    time.wait(1)
    keys.type(LAST, 2)

    assert session.told == [Amend(SET_7, reps=1), Amend(SET_7, reps=12)]


def test_a_digit_that_comes_later_begins_anew() -> None:
    keys, session, time = told()

    keys.type(LAST, 1)
    time.wait(2)
    keys.type(LAST, 2)

    assert session.told[-1] == Amend(SET_7, reps=2)


def test_a_digit_after_an_arrow_begins_anew() -> None:
    keys, session, _ = told()

    keys.type(LAST, 1)
    keys.add(LAST, 1)
    keys.type(LAST, 2)

    assert session.told[-1] == Amend(SET_7, reps=2)


def test_a_number_has_three_digits_at_the_most() -> None:
    keys, session, _ = told()

    for digit in (1, 2, 3, 4):
        keys.type(LAST, digit)

    assert session.told[-1] == Amend(SET_7, reps=4)


def test_digits_for_another_set_begin_anew() -> None:
    keys, session, _ = told()

    keys.type(LAST, 1)
    keys.type(replace(LAST, id=SET_8), 2)

    assert session.told[-1] == Amend(SET_8, reps=2)


def test_reps_do_not_go_below_none() -> None:
    keys, session, _ = told()

    keys.add(replace(LAST, reps=0), -1)

    assert session.told == [Amend(SET_7, reps=0)]


def test_arrows_begin_at_one_where_nobody_has_counted() -> None:
    keys, session, _ = told()

    keys.add(replace(LAST, reps=None), 1)

    assert session.told == [Amend(SET_7, reps=1)]


def test_page_up_takes_a_rep_away_from_what_was_counted() -> None:
    keys, session, _ = told()

    keys.count(replace(LAST, reps=8))
    keys.count(replace(LAST, reps=7))

    assert session.told == [Amend(SET_7, reps=7), Amend(SET_7, reps=6)]


def test_page_up_counts_from_one_where_nobody_has_counted() -> None:
    keys, session, _ = told()

    for reps in (None, 1, 2):
        keys.count(replace(LAST, reps=reps))

    assert session.told == [Amend(SET_7, reps=reps) for reps in (1, 2, 3)]


def test_page_up_counts_each_side_that_nobody_has_counted() -> None:
    keys, session, time = told()
    uncounted = replace(LAST, reps=None, side="left", sides=(("left", None), ("right", None)))

    keys.count(uncounted)
    time.wait(2)
    keys.count(replace(uncounted, side="right", sides=(("left", 1), ("right", None))))

    assert session.told == [Amend(SET_7, reps=1, side=side) for side in ("left", "right")]


def test_a_set_that_counts_seconds_has_no_reps_to_correct() -> None:
    keys, session, _ = told()
    hold = replace(LAST, counts_reps=False, reps=None)

    keys.add(hold, 1)
    keys.type(hold, 8)

    assert session.told == []


def test_an_arrow_corrects_the_weaker_side_and_leaves_the_other() -> None:
    keys, session, _ = told()

    keys.add(SIDES, 1)

    assert session.told == [Amend(SET_7, reps=2, side="right")]


def test_an_arrow_stays_with_its_side_though_another_is_the_weaker_one_now() -> None:
    keys, session, time = told()
    keys.add(replace(SIDES, sides=(("left", 2), ("right", 2)), reps=2), 1)
    time.wait(5)

    keys.add(replace(SIDES, side="left", sides=(("left", 2), ("right", 3)), reps=2), -1)

    assert session.told == [Amend(SET_7, reps=3, side="right"), Amend(SET_7, reps=2, side="right")]


def test_digits_go_on_to_the_side_that_nobody_has_counted() -> None:
    keys, session, time = told()
    keys.type(replace(SIDES, side="left", sides=(("left", None), ("right", None)), reps=None), 1)
    left = replace(SIDES, side="right", sides=(("left", 1), ("right", None)), reps=None)
    keys.type(left, 2)
    time.wait(2)

    keys.type(replace(left, sides=(("left", 12), ("right", None))), 9)

    assert session.told == [
        Amend(SET_7, reps=1, side="left"),
        Amend(SET_7, reps=12, side="left"),
        Amend(SET_7, reps=9, side="right"),
    ]


def test_a_key_that_was_held_since_before_the_set_was_over_answers_for_nothing() -> None:
    keys, session, time = told()
    lifting = views.at(State.WORKING, Activity.LIFT)
    for _ in range(20):
        keys.add(None, 1)
        keys.type(None, 8)
        time.wait(0.1)

    keys.notice(lifting, replace(views.REST, last=replace(LAST, id=SET_8)))
    for _ in range(20):
        time.wait(0.1)
        keys.add(LAST, 1)
        keys.type(LAST, 8)

    assert session.told == []


def test_a_key_that_is_pressed_anew_once_the_set_is_over_answers() -> None:
    keys, session, time = told()
    keys.add(None, 1)

    keys.notice(views.at(State.WORKING, Activity.LIFT), views.REST)
    time.wait(1)
    keys.add(LAST, 1)

    assert session.told == [Amend(SET_7, reps=9)]


def rated(*digits: int) -> list[object]:
    keys, session, _ = told()
    keys.rate(LAST)
    for digit in digits:
        keys.type(LAST, digit)
    return list(session.told)


def test_r_and_a_digit_tell_the_rpe_and_a_second_one_its_half() -> None:
    assert rated(8) == [Amend(SET_7, rpe=Decimal(8))]
    assert rated(8, 5)[-1] == Amend(SET_7, rpe=Decimal("8.5"))
    assert rated(1, 0)[-1] == Amend(SET_7, rpe=Decimal(10))


def test_a_digit_that_makes_no_rpe_changes_nothing() -> None:
    assert rated(0) == []
    assert rated(8, 3) == [Amend(SET_7, rpe=Decimal(8))]
    assert rated(9, 5, 5)[-1] == Amend(SET_7, rpe=Decimal("9.5"))


def test_digits_after_a_rating_tell_reps_again_once_a_moment_has_passed() -> None:
    keys, session, time = told()
    keys.rate(LAST)
    was_rating = keys.is_rating
    keys.type(LAST, 8)

    time.wait(2)
    keys.type(LAST, 6)

    assert (was_rating, keys.is_rating) == (True, False)
    assert session.told == [Amend(SET_7, rpe=Decimal(8)), Amend(SET_7, reps=6)]


def test_a_rating_is_for_the_set_it_was_begun_for() -> None:
    keys, session, _ = told()
    keys.rate(LAST)

    keys.type(replace(LAST, id=SET_8), 8)

    assert session.told == [Amend(SET_8, reps=8)]


def test_another_set_ends_a_rating_that_was_begun() -> None:
    keys, _, _ = told()
    keys.rate(LAST)

    keys.notice(views.REST, replace(views.REST, last=replace(LAST, id=SET_8)))

    assert not keys.is_rating
