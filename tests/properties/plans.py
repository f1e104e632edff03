"""Hypothesis strategies: any plan of a few sets, any command."""

from __future__ import annotations

import os
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import settings, strategies as st

from benchside.runner.commands import (
    AddSet,
    AddTime,
    Amend,
    Away,
    Back,
    ChangeLoad,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Jump,
    Note,
    Pause,
    Proceed,
    Redo,
    Skip,
    Slept,
    Swap,
    Undo,
)
from benchside.session.plan.plan import SetPart
from benchside.session.values.load import Label
from benchside.session.values.reps import AS_MANY_AS_POSSIBLE, RepTarget
from benchside.session.values.rest import RestWindow
from benchside.session.values.tempo import StartsWith, Tempo
from benchside.session.values.vocabulary import SetType
from benchside.timeline.set_id import SetId
from tests.builders import a_block, a_plan, a_set, an_exercise

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.session.plan.plan import Plan, PlannedBlock, PlannedSet

SECOND_MS = 1_000

EXAMPLES = int(os.environ.get("EXAMPLES", "25"))
"""How many random runs a law is held to: few in a run of all tests, 200 by
`make laws`, thousands in a search."""

quickly = settings(max_examples=EXAMPLES, deadline=None)
"""No deadline: the machine may be busy."""


def _seconds(most: int, *, least: int = 0) -> st.SearchStrategy[int]:
    return st.integers(least, most).map(lambda seconds: seconds * SECOND_MS)


tempos = (
    st.builds(Tempo, _seconds(3), _seconds(2), _seconds(2), _seconds(2))
    | st.builds(Tempo, _seconds(3), _seconds(2), st.just(SECOND_MS), _seconds(2), st.just(True))
).filter(lambda tempo: tempo.rep_ms > 0)

rep_targets = st.sampled_from(
    [RepTarget(1, 1), RepTarget(3, 3), RepTarget(2, 4), RepTarget(2, None), AS_MANY_AS_POSSIBLE]
)

rests = (
    _seconds(40).map(lambda ms: RestWindow(ms, ms))
    | _seconds(20).map(lambda ms: RestWindow(ms, None))
    | st.builds(
        lambda ready_ms, more_ms: RestWindow(ready_ms, ready_ms + more_ms),
        _seconds(20),
        _seconds(20),
    )
)


# What is drawn from is made once: made anew for every set it would cost more than the sets.
what_to_do = (
    st.tuples(rep_targets, st.none(), tempos)
    | st.tuples(rep_targets, st.none(), st.none())
    | st.tuples(st.none(), _seconds(70, least=1), st.none())
    | st.tuples(st.just(AS_MANY_AS_POSSIBLE), _seconds(40, least=1), st.none())
)
sides_of_a_set = st.sampled_from([(), (), ("left",), ("left", "right")])
switches_ms = _seconds(10)
prepares_ms = _seconds(12)
coaching_cues = st.sampled_from([(), ("Ribs down", "Chin tucked")])
first_phases = st.sampled_from(StartsWith)
set_types = st.sampled_from(SetType)


clusters = st.lists(
    st.builds(
        SetPart, reps=st.sampled_from([RepTarget(2, 2), AS_MANY_AS_POSSIBLE]), time_ms=st.none()
    ),
    min_size=2,
    max_size=3,
).map(tuple)
part_rests_ms = _seconds(15)


@st.composite
def planned_sets(draw: st.DrawFn) -> PlannedSet:
    """Any set: tempo reps, reps at will, a cluster, a hold, all that is possible in a time."""
    reps, time_ms, tempo = draw(what_to_do)
    sides = draw(sides_of_a_set)
    is_at_will = reps is not None and time_ms is None and tempo is None
    parts = draw(st.just(()) | clusters) if is_at_will else ()
    return replace(
        a_set(cues=draw(coaching_cues)),
        reps=reps,
        time_ms=time_ms,
        tempo=tempo,
        sides=sides,
        switch_ms=draw(switches_ms) if sides else 0,
        rest=draw(rests),
        prepare_ms=draw(prepares_ms),
        starts_with=draw(first_phases),
        type=draw(set_types),
        parts=parts,
        part_rest_ms=draw(part_rests_ms) if parts else 0,
    )


sets_of_a_block = st.lists(planned_sets(), min_size=1, max_size=3)
shapes = st.sampled_from(["straight", "circuit", "emom", "amrap", "for time"])
rounds_of_a_block = st.integers(1, 3)
round_rests_ms = st.none() | _seconds(30)
block_clocks_ms = _seconds(90, least=5)


@st.composite
def planned_blocks(draw: st.DrawFn) -> PlannedBlock:
    """Straight sets, a circuit, an EMOM, an AMRAP or rounds for time."""
    sets = draw(sets_of_a_block)
    match draw(shapes):
        case "circuit":
            rounds, rest_ms = draw(rounds_of_a_block), draw(round_rests_ms)
            return replace(a_block(*sets), rounds=rounds, round_rest_ms=rest_ms)
        case "emom":
            rounds, every_ms = draw(rounds_of_a_block), draw(block_clocks_ms)
            return replace(a_block(*sets), rounds=rounds, every_ms=every_ms)
        case "for time":
            rounds, cap_ms = draw(rounds_of_a_block), draw(block_clocks_ms)
            return replace(a_block(*sets), rounds=rounds, time_cap_ms=cap_ms)
        case "amrap":
            return replace(a_block(*sets), time_cap_ms=draw(block_clocks_ms))
    return a_block(an_exercise(*sets))


plans: st.SearchStrategy[Plan] = st.lists(planned_blocks(), min_size=1, max_size=2).map(
    lambda blocks: a_plan(*blocks)
)


def _set_id(block: int, exercise: int, number: int, goes_round: bool) -> SetId:
    return SetId(block, exercise, number, number if goes_round else None)


set_ids = st.builds(_set_id, st.integers(0, 1), st.integers(0, 2), st.integers(1, 3), st.booleans())
"""Names of sets, most of which a plan has."""

replannings: st.SearchStrategy[Command] = st.one_of(
    *(st.builds(kind, set_ids) for kind in (Jump, Defer, AddSet, DropSet)),
    st.builds(ChangeLoad, set_ids, st.just(Label("band")), st.booleans()),
    st.builds(Swap, set_ids, st.just("Frog pump"), st.sampled_from(StartsWith)),
    st.just(Redo()),
)
"""Every command that changes what comes."""

commands: st.SearchStrategy[Command] = st.one_of(
    *(st.just(Go()) for _ in range(5)),
    st.just(Pause()),
    st.just(Skip()),
    st.just(Back()),
    st.sampled_from([-60_000, -15_000, 15_000]).map(AddTime),
    st.builds(
        Amend,
        set_ids,
        reps=st.none() | st.integers(0, 20),
        side=st.sampled_from([None, None, "left"]),
        rpe=st.sampled_from([None, Decimal(8)]),
    ),
    replannings,
    st.builds(Note, set_ids, st.sampled_from(["", "felt light"])),
    st.just(Undo()),
    st.just(Proceed()),
    st.sampled_from([1, 4_000, 100_000]).map(Slept),
    st.sampled_from([1, 100_000]).map(Away),
    st.just(FinishEarly()),
)
"""Every command but those that end the session for good."""

waits_ms = st.integers(0, 30_000) | st.sampled_from([0, 1, 500, 1_000, 5_000, 10_000, 600_000])
"""How long until the next command: seldom a round number, often a dangerous one."""
