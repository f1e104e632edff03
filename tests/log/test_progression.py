"""What to lift today: every row of the table of worked examples, and the rules behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from benchside.log.attempts import AskedSets
from benchside.log.progression import Advice, Proposal, propose, propose_max
from benchside.runner.results import SetStatus
from benchside.session.athlete.athlete import Athlete, read_athlete
from benchside.session.plan.load_steps import Gym
from benchside.session.values.load import (
    Load,
    format_load,
    format_mass,
    load_kg,
    parse_load,
    parse_mass,
)
from benchside.session.values.progress import parse_progress
from benchside.session.values.reps import parse_reps
from benchside.session.values.vocabulary import SetType
from tests.log.facts import EXERCISE, a_fact

if TYPE_CHECKING:
    from benchside.log.facts import SetFact

BACK_OFF = "+2.5 kg, -10% after 3"
MACHINE = "Leg press"


def a_goal(
    target: str = "5",
    load: str | None = "100 kg",
    *,
    sets: int = 5,
    exercise: str = EXERCISE,
    tempo: str = "",
    file: str = "legs.toml",
) -> AskedSets:
    return AskedSets(
        exercise=exercise,
        athlete="me",
        tempo=tempo,
        reps=(parse_reps(target),) * sets,
        load=None if load is None else parse_load(load),
        file=file,
    )


def a_session(
    *reps: int,
    load: str | None = "100 kg",
    loads: tuple[str, ...] = (),
    sides: tuple[tuple[int, int], ...] = (),
    planned: str | None = None,
    written: str | None = None,
    target: str = "5",
    of: int | None = None,
    on: int = 0,
    tempo: str = "",
    exercise: str = EXERCISE,
    status: SetStatus = SetStatus.DONE,
    set_type: SetType = SetType.WORKING,
    file: str = "legs.toml",
) -> list[SetFact]:
    """The working sets of a session with these reps, done as planned unless told otherwise."""
    both: tuple[tuple[int, ...], ...] = sides or tuple(() for _ in reps)
    return [
        a_fact(
            had,
            loads[index] if loads else load,
            planned=planned or load,
            written=written,
            target=target,
            number=index + 1,
            of=of or len(both),
            sides=side,
            on=on,
            tempo=tempo,
            exercise=exercise,
            status=status,
            set_type=set_type,
            file=file,
        )
        for index, (had, side) in enumerate(zip(reps or (0,) * len(both), both, strict=True))
    ]


def proposed(
    facts: list[SetFact], goal: AskedSets | None = None, rule: str = BACK_OFF, **at: Gym
) -> Proposal:
    """What is proposed; it has to be something."""
    proposal = propose(parse_progress(rule), goal or a_goal(), facts, **at)
    assert proposal is not None
    return proposal


def text(load: Load | None) -> str:
    return format_load(load) if load else ""


@pytest.mark.parametrize(
    ("last", "load", "reason"),
    [
        (a_session(5, 5, 5, 5, 5), "102.5 kg", "all 5 × 5 at 100 kg"),
        (a_session(5, 5, 5, 4, 5), "100 kg", "missed, 1 of 3"),
        (
            [
                *a_session(5, 5, 5, 4, 5),
                *a_session(5, 4, 4, 4, 4, on=1),
                *a_session(4, 4, 3, 3, 3, on=2),
            ],
            "90 kg",
            "missed 3 times in a row: 10% off 100 kg, rounded down",
        ),
        (
            a_session(5, 5, 5, 5, 5, load="95 kg", planned="100 kg"),
            "100 kg",
            "lighter than planned last time: it counts as nothing",
        ),
        (
            a_session(5, 5, 5, 5, 5, load="102.5 kg", planned="100 kg"),
            "105 kg",
            "all 5 × 5 at 102.5 kg, the lightest of the sets",
        ),
        (
            a_session(5, 5, 5, of=5),
            "100 kg",
            "3 of 5 sets last time: not whole, and no miss",
        ),
    ],
    ids=["met", "missed", "third miss", "lighter", "heavier", "finished early"],
)
def test_linear_progression_is_what_the_table_of_examples_says(
    last: list[SetFact], load: str, reason: str
) -> None:
    proposal = proposed(last)

    assert text(proposal.load) == load
    assert proposal.reps == (5, 5, 5, 5, 5)
    assert proposal.reason == reason


def test_a_third_miss_is_rounded_down_to_what_the_plates_make() -> None:
    goal = a_goal(load="102.5 kg")
    misses = [one for on in range(3) for one in a_session(5, 5, 5, 5, 4, load="102.5 kg", on=on)]

    assert text(proposed(misses, goal).load) == "90 kg"
    assert proposed(misses, goal).advice is Advice.BACK_OFF


def test_a_set_lighter_than_planned_keeps_the_load() -> None:
    loads = ("40 kg", "45 kg", "40 kg", "45 kg")
    last = a_session(5, 5, 5, 5, loads=loads, planned="42.5 kg")

    assert text(proposed(last, a_goal(load="42.5 kg", sets=4)).load) == "42.5 kg"


@pytest.mark.parametrize(
    ("reps", "load", "goals"),
    [
        ((8, 8, 8), "42 kg", (9, 9, 9)),
        ((12, 12, 11), "42 kg", (12, 12, 12)),
        ((12, 12, 12), "48 kg", (8, 8, 8)),
        ((12, 10, 7), "42 kg", (12, 11, 8)),
    ],
)
def test_double_progression_is_what_the_table_of_examples_says(
    reps: tuple[int, ...], load: str, goals: tuple[int, ...]
) -> None:
    goal = a_goal("8-12", "42 kg", sets=3, exercise=MACHINE)
    last = a_session(*reps, load="42 kg", target="8-12", exercise=MACHINE)

    proposal = proposed(last, goal, "+6 kg, -10% after 3")

    assert (text(proposal.load), proposal.reps) == (load, goals)


def test_double_progression_says_what_is_short() -> None:
    goal = a_goal("8-12", "42 kg", sets=3)

    held = proposed(a_session(12, 12, 11, load="42 kg", target="8-12"), goal)
    missed = proposed(a_session(12, 10, 7, load="42 kg", target="8-12"), goal)

    assert held.reason == "12 12 11 at 42 kg, short of 3 × 12"
    assert missed.reason == "missed, 1 of 3"


def test_the_weaker_side_decides() -> None:
    goal = a_goal("8-10", "20 kg", sets=3, exercise=MACHINE)
    weak = a_session(
        sides=((10, 10), (10, 10), (9, 10)), load="20 kg", target="8-10", exercise=MACHINE
    )
    even = a_session(
        sides=((10, 10), (10, 10), (10, 10)), load="20 kg", target="8-10", exercise=MACHINE
    )

    assert text(proposed(weak, goal).load) == "20 kg"
    assert proposed(weak, goal).reps == (10, 10, 10)
    assert text(proposed(even, goal).load) == "22.5 kg"


@pytest.mark.parametrize(
    ("exercise", "target", "load", "rule", "reps", "expected", "goals"),
    [
        (EXERCISE, "5", "225 lb", "+5 lb", (5, 5, 5), "230 lb", (5, 5, 5)),
        ("Dumbbell row", "8", "2 x 24 kg", "+2 kg", (8, 8, 8), "2 x 26 kg", (8, 8, 8)),
        (
            "Pull-up",
            "6-10",
            "bodyweight",
            "+2.5 kg",
            (10, 10, 10),
            "bodyweight + 2.5 kg",
            (6, 6, 6),
        ),
        (
            "Pull-up",
            "8",
            "bodyweight - 20 kg",
            "+2.5 kg",
            (8, 8, 8),
            "bodyweight - 17.5 kg",
            (8, 8, 8),
        ),
        ("Clamshell", "12", "band", "+2.5 kg", (12, 12, 12), "band", (12, 12, 12)),
    ],
)
def test_a_load_grows_in_the_unit_and_pieces_it_is_written_in(
    exercise: str,
    target: str,
    load: str,
    rule: str,
    reps: tuple[int, ...],
    expected: str,
    goals: tuple[int, ...],
) -> None:
    goal = a_goal(target, load, sets=3, exercise=exercise)
    last = a_session(*reps, load=load, target=target, exercise=exercise)

    proposal = proposed(last, goal, rule)

    assert (text(proposal.load), proposal.reps) == (expected, goals)


def test_a_band_has_no_number_to_add_to() -> None:
    last = a_session(12, 12, load="band", target="12", exercise="Clamshell")
    goal = a_goal("12", "band", sets=2, exercise="Clamshell")

    proposal = proposed(last, goal)

    assert proposal.advice is Advice.REPEAT
    assert proposal.reason == "all 2 × 12 at band, but +2.5 kg cannot be added to band"


def test_another_tempo_last_time_is_passed_over() -> None:
    same, other = a_session(5, 5, tempo="2-1-X-1"), a_session(3, 3, on=1, tempo="4-0-1-0")
    goal = a_goal(sets=2, tempo="2-1-X-1")

    assert text(proposed([*same, *other], goal).load) == "102.5 kg"


def test_sets_of_another_rep_target_are_passed_over() -> None:
    fives, eights = a_session(5, 5), a_session(6, 6, target="8", load="80 kg", on=1)

    assert text(proposed([*fives, *eights], a_goal(sets=2)).load) == "102.5 kg"


def test_a_percentage_is_added_and_rounded_up_to_what_can_be_loaded() -> None:
    assert text(proposed(a_session(5, 5), a_goal(sets=2), "+2.5%").load) == "102.5 kg"
    assert text(proposed(a_session(5, 5), a_goal(sets=2), "+3%").load) == "105 kg"


@pytest.mark.parametrize(
    ("exercise", "load", "expected"),
    [(MACHINE, "42 kg", "45 kg"), ("Dumbbell row", "2 x 24 kg", "2 x 26 kg")],
)
def test_a_percentage_without_a_bar_goes_by_usual_steps(
    exercise: str, load: str, expected: str
) -> None:
    last = a_session(5, 5, load=load, exercise=exercise)

    assert text(proposed(last, a_goal("5", load, sets=2, exercise=exercise), "+2.5%").load) == (
        expected
    )


def a_gym(text: str) -> Gym:
    athlete = read_athlete(text, file="me.toml")
    assert isinstance(athlete, Athlete)
    return Gym(athlete)


def test_the_next_load_is_one_that_the_plates_make() -> None:
    gym = a_gym('plates = ["20 kg", "10 kg", "5 kg", "2.5 kg"]\n')

    proposal = proposed(a_session(5, 5), a_goal(sets=2), "+2.5 kg", gym=gym)

    assert text(proposal.load) == "105 kg"
    assert proposal.reason == "all 2 × 5 at 100 kg; the next load that the plates make"


def test_where_the_plates_end_the_load_stays_and_the_reason_says_so() -> None:
    gym = a_gym('plates = ["2 x 20 kg"]\n')
    last = a_session(5, 5, load="60 kg")

    proposal = proposed(last, a_goal("5", "60 kg", sets=2), "+2.5 kg", gym=gym)

    assert text(proposal.load) == "60 kg"
    assert proposal.reason == "all 2 × 5 at 60 kg, but the plates do not make more"


def test_a_rule_in_another_unit_converts_nothing() -> None:
    proposal = proposed(a_session(5, 5), a_goal(sets=2), "+5 lb")

    assert text(proposal.load) == "100 kg"
    assert proposal.reason == "all 2 × 5 at 100 kg, but +5 lb is not in kg"


@pytest.mark.parametrize(
    ("rule", "load", "expected"),
    [
        ("+6 kg, -10% after 1", "42 kg", "36 kg"),
        ("+2.5%, -10% after 1", "42 kg", "37.5 kg"),
        ("+2 kg, -10% after 1", "2 x 24 kg", "2 x 20 kg"),
        ("+5 lb, -10% after 1", "90 lb", "80 lb"),
        ("+2.5 kg, -10% after 1", "bodyweight + 20 kg", "bodyweight + 17.5 kg"),
        ("+2.5 kg, -10% after 1", "bodyweight + 2.5 kg", "bodyweight"),
        ("+2.5 kg, -10% after 1", "bodyweight", "bodyweight"),
        ("+2.5 kg, -10% after 1", "bodyweight - 20 kg", "bodyweight - 20 kg"),
        ("+2.5 kg, -10% after 1", "band", "band"),
    ],
)
def test_a_back_off_goes_down_by_the_steps_of_the_rule(rule: str, load: str, expected: str) -> None:
    last = a_session(4, 4, load=load, exercise=MACHINE)

    assert text(proposed(last, a_goal("5", load, sets=2, exercise=MACHINE), rule).load) == expected


def test_without_a_back_off_a_missed_load_is_repeated_for_good() -> None:
    misses = [one for on in range(5) for one in a_session(4, 4, on=on)]

    proposal = proposed(misses, a_goal(sets=2), "+2.5 kg")

    assert (text(proposal.load), proposal.reason) == ("100 kg", "missed, 5 times in a row")


def test_what_counts_as_nothing_does_not_end_a_row_of_misses() -> None:
    row = [
        *a_session(4, 4),
        *a_session(4, 4, on=1),
        *a_session(5, 5, load="80 kg", planned="100 kg", written="100 kg", on=2),
        *a_session(4, of=2, on=3),
    ]

    assert proposed(row, a_goal(sets=2)).advice is Advice.BACK_OFF


def test_reps_in_the_range_end_a_row_of_misses() -> None:
    goal = a_goal("5-8", sets=2)
    row = [
        *a_session(4, 5, target="5-8"),
        *a_session(4, 5, target="5-8", on=1),
        *a_session(6, 6, target="5-8", on=2),
        *a_session(4, 5, target="5-8", on=3),
    ]

    assert proposed(row, goal).reason == "missed, 1 of 3"


def test_after_a_back_off_misses_are_counted_anew() -> None:
    row = [
        *[one for on in range(3) for one in a_session(4, 4, on=on)],
        *a_session(4, 4, load="90 kg", planned="90 kg", written="100 kg", on=3),
    ]

    proposal = proposed(row, a_goal(sets=2))

    assert (text(proposal.load), proposal.reason) == ("90 kg", "missed, 1 of 3")


def test_progress_goes_on_from_what_was_offered_and_not_from_the_file() -> None:
    offered = a_session(5, 5, load="110 kg", written="100 kg", on=4)

    assert text(proposed([*a_session(5, 5), *offered], a_goal(sets=2)).load) == "112.5 kg"


def test_a_load_that_was_changed_in_the_file_wins() -> None:
    offered = a_session(5, 5, load="110 kg", written="100 kg", on=4)

    proposal = proposed([*a_session(5, 5), *offered], a_goal(load="95 kg", sets=2))

    assert text(proposal.load) == "95 kg"
    assert proposal.advice is Advice.AS_WRITTEN
    assert proposal.reason == "the file was changed from 100 kg: its number holds"


def test_progress_starts_from_the_changed_load() -> None:
    before = a_session(5, 5, load="110 kg", written="100 kg")
    since = a_session(5, 5, load="95 kg", on=1)

    assert text(proposed([*before, *since], a_goal(load="95 kg", sets=2)).load) == "97.5 kg"


def test_a_load_that_was_changed_back_does_not_bring_the_old_progress_back() -> None:
    before = a_session(5, 5, load="110 kg", written="100 kg")
    light = a_session(5, 5, load="95 kg", on=1)

    assert text(proposed([*before, *light], a_goal(sets=2)).load) == "100 kg"


def test_a_light_day_of_another_file_is_passed_over() -> None:
    heavy = a_session(5, 5)
    light = a_session(5, 5, load="80 kg", file="light.toml", on=1)

    assert text(proposed([*heavy, *light], a_goal(sets=2)).load) == "102.5 kg"


@pytest.mark.parametrize("status", [SetStatus.ASSUMED, SetStatus.SKIPPED, SetStatus.CUT])
def test_sets_that_nobody_answered_for_raise_nothing(status: SetStatus) -> None:
    proposal = proposed(a_session(5, 5, status=status), a_goal(sets=2))

    assert text(proposal.load) == "100 kg"
    assert proposal.reason == "0 of 2 sets last time: not whole, and no miss"


def test_back_off_sets_and_ramp_sets_are_no_attempts() -> None:
    goal = a_goal(sets=2)

    assert (
        propose(parse_progress(BACK_OFF), goal, a_session(5, 5, set_type=SetType.BACK_OFF)) is None
    )


def test_a_back_off_set_that_was_left_out_makes_the_session_unfinished() -> None:
    assert proposed(a_session(5, 5, of=3), a_goal(sets=2)).advice is Advice.REPEAT


def test_an_unfinished_session_of_a_range_keeps_the_goals_of_the_one_before() -> None:
    goal = a_goal("8-12", "42 kg", sets=3)
    before = a_session(9, 9, 8, load="42 kg", target="8-12")
    cut = a_session(12, load="42 kg", target="8-12", of=3, on=1)

    assert proposed([*before, *cut], goal).reps == (10, 10, 9)
    assert proposed(cut, goal).reps == (8, 8, 8)


def test_an_open_target_is_met_at_its_least_reps() -> None:
    goal = AskedSets(
        exercise=EXERCISE,
        athlete="me",
        tempo="",
        reps=(parse_reps(5), parse_reps(5), parse_reps("5+")),
        load=parse_load("100 kg"),
    )
    fives = a_session(5, 5, of=3)

    met = proposed([*fives, a_fact(9, target="5+", number=3, of=3)], goal)
    missed = proposed([*fives, a_fact(4, target="5+", number=3, of=3)], goal)

    assert text(met.load) == "102.5 kg"
    assert met.reps == (5, 5, 5)
    assert missed.reason == "missed, 1 of 3"


def test_as_many_reps_as_possible_is_no_number_to_reach() -> None:
    proposal = proposed(a_session(20, 18, target="max"), a_goal("max", sets=2))

    assert text(proposal.load) == "100 kg"


def test_nothing_is_proposed_for_what_was_never_done_nor_to_others() -> None:
    assert propose(parse_progress(BACK_OFF), a_goal(), []) is None
    assert (
        propose(parse_progress(BACK_OFF), a_goal(), [a_fact(5, athlete="Ben", target="5")]) is None
    )


def test_a_training_max_is_raised_when_the_cycle_is_done() -> None:
    rule = parse_progress("+5 kg a cycle")

    raised = propose_max(rule, parse_mass("140 kg"), is_cycle_done=True)

    assert raised is not None
    assert format_mass(raised.training_max) == "145 kg"
    assert raised.reason == "the last week is done: 140 kg and 5 kg"
    assert propose_max(rule, parse_mass("140 kg"), is_cycle_done=False) is None
    assert propose_max(rule, parse_mass("300 lb"), is_cycle_done=True) is None
    assert propose_max(parse_progress("+5 kg"), parse_mass("140 kg"), is_cycle_done=True) is None
    assert propose(rule, a_goal(), a_session(5, 5, 5, 5, 5)) is None


reps_of_sessions = st.lists(
    st.lists(st.integers(0, 12), min_size=1, max_size=4), min_size=1, max_size=6
)


@given(reps_of_sessions, st.sampled_from(["+2.5 kg", BACK_OFF, "+2.5%", "+1 kg, -5% after 1"]))
def test_a_load_goes_up_only_when_every_rep_was_there(sessions: list[list[int]], rule: str) -> None:
    goal = a_goal("5-8", sets=len(sessions[-1]))
    facts = [
        one for on, reps in enumerate(sessions) for one in a_session(*reps, target="5-8", on=on)
    ]

    proposal = proposed(facts, goal, rule)

    now, then = load_kg(proposal.load), load_kg(goal.load)
    assert now is not None
    assert then is not None
    assert (now > then) is all(reps >= 8 for reps in sessions[-1])
    assert all(5 <= reps <= 8 for reps in proposal.reps)
    assert len(proposal.reps) == len(goal.reps)
