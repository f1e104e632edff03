"""What the log knows, on the screens: the card, the session, the summary, and who lifts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from benchside.log.as_facts import facts_of
from benchside.log.last_time import last_time
from benchside.log.progression import Advice, Proposal
from benchside.log.recall import recall
from benchside.log.records import find_records
from benchside.log.review import review_of
from benchside.player.memory import OfferView, SetMemory
from benchside.runner.commands import ChangeLoad, NoteSession
from benchside.session.file.problems import Problem
from benchside.session.values.load import parse_load, parse_mass
from benchside.testing import a_record, a_set_record
from benchside.testing.history import a_history
from benchside.tui.widgets.memory_table import SETTLED_S
from tests.builders import SET_1
from tests.log.facts import day
from tests.tui.fakes import FakeAthlete, FakeAthletes, FakeServices, FakeSession
from tests.tui.looking import entries, library, session
from tests.tui.views import CONCENTRIC, READY, REST, REVIEWING

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.log.record import Record

SQUATS = """
name = "Squats"

[[block]]
  [[block.exercise]]
  name = "Back squat"
  sets = 3
  reps = 5
  load = "100 kg"
  progress = "+2.5 kg"
"""
CYCLE = SQUATS.replace('"100 kg"', '"80%"').replace('"+2.5 kg"', '"+5 kg a cycle"')

TAKE = ChangeLoad(SET_1, parse_load("102.5 kg"), all_left=True)


def squats(load: str, *, on: int, note: str = "") -> Record:
    """A session of three sets of five."""
    sets = [
        replace(
            a_set_record("Back squat", number=number, of=3, load_kg=load, started=day(on)),
            note=note if number == 3 else "",
        )
        for number in (1, 2, 3)
    ]
    return a_record(*sets, started=day(on), session="Squats", athlete="me")


def a_memory(*, is_taken: bool = False, has_record: bool = False) -> SetMemory:
    """What is known before the first squat, a week after three sets at 100 kg."""
    facts = [*facts_of(squats("100", on=0, note="left heel lifts")).sets]
    records = find_records([*facts, *facts_of(squats("105", on=7)).sets])[:1]
    proposal = Proposal(
        load=parse_load("102.5 kg"), reps=(5, 5, 5), advice=Advice.ADD, reason="all 3 × 5"
    )
    offer = OfferView(
        exercise="Back squat",
        sets=(SET_1,),
        proposal=proposal,
        written=parse_load("100 kg"),
        is_taken=is_taken,
        commands=(TAKE,),
    )
    return SetMemory(
        exercise="Back squat",
        last=last_time(facts, "Back squat"),
        proposal=proposal,
        goal_reps=5,
        offers=(offer,),
        records=records if has_record else (),
        new_records=records if has_record else (),
    )


async def test_the_card_shows_the_last_time_and_what_to_lift_once_the_log_is_read(
    tmp_path: Path,
) -> None:
    [entry] = entries(tmp_path, squats=SQUATS)
    assert entry.plan is not None
    history = a_history(squats("100", on=0, note="left heel lifts"))
    memory = recall(entry.plan, history, athlete="me", file="a-session.toml")
    fakes = FakeServices(FakeSession(READY), library=(entry,), memory=memory)

    async with library(fakes, size=(120, 36)) as bench:
        at_first = bench.seen()
        await bench.pass_s(SETTLED_S)
        await bench.until(lambda: "LAST TIME" in bench.seen())
        screen = bench.seen()

    assert "LAST TIME" not in at_first
    assert "Back squat  5 5 5 @ 100 kg · 12 Jan" in screen
    assert '"left heel lifts"' in screen
    assert "→ 102.5 kg for 5 5 5: all 3 × 5 at 100 kg" in screen


async def test_last_time_its_note_and_what_to_lift_stand_beside_the_set(tmp_path: Path) -> None:
    fakes = FakeServices(FakeSession(READY, memory=a_memory()))

    async with session(READY, services=fakes) as bench:
        screen = bench.seen()

    assert 'LAST TIME  5 5 5 @ 100 kg · "left heel lifts"' in screen
    assert "TODAY  y takes 102.5 kg for 5 5 5: all 3 × 5" in screen


async def test_a_record_stands_in_the_rest_after_its_set() -> None:
    fakes = FakeServices(FakeSession(REST, memory=a_memory(has_record=True)))

    async with session(REST, services=fakes) as bench:
        assert "RECORD  top load 105 kg, before 100" in bench.seen()


async def test_in_a_set_nothing_is_told_but_what_is_new() -> None:
    fakes = FakeServices(FakeSession(CONCENTRIC, memory=a_memory(has_record=True)))

    async with session(CONCENTRIC, services=fakes) as bench:
        screen = bench.seen()

    assert "RECORD" in screen
    assert "LAST TIME" not in screen
    assert "TODAY" not in screen


async def test_a_key_takes_the_load_that_is_proposed() -> None:
    fakes = FakeServices(FakeSession(READY, memory=a_memory()))

    async with session(READY, services=fakes) as bench:
        await bench.press("y")

    assert bench.session.told == [TAKE]


async def test_a_load_that_is_taken_says_how_it_is_put_back() -> None:
    fakes = FakeServices(FakeSession(READY, memory=a_memory(is_taken=True)))

    async with session(READY, services=fakes, size=(120, 36)) as bench:
        assert "TODAY  taken (y puts 100 kg back): 102.5 kg for 5 5 5" in bench.seen()


async def test_where_nothing_is_proposed_the_key_says_so() -> None:
    async with session(READY) as bench:
        await bench.press("y")

        assert "no other load is offered now" in bench.seen()
    assert bench.session.told == []


async def test_the_summary_tells_records_last_time_the_plan_and_what_is_next(
    tmp_path: Path,
) -> None:
    [entry] = entries(tmp_path, squats=SQUATS)
    assert entry.plan is not None
    memory = recall(entry.plan, a_history(squats("100", on=0)), athlete="me", file="")
    record = squats("105", on=7)
    fake = FakeSession(REVIEWING, record=record, review=review_of(record, memory))

    async with session(REVIEWING, services=FakeServices(fake), size=(120, 40)) as bench:
        await bench.press("space")
        screen = bench.seen()

    for told in (
        "record     Back squat: top load 105 kg, before 100",
        "today      Back squat: 5 5 5 @ 105 kg; last time 5 5 5 @ 100 kg",
        "plan       sets 3 of 3 done",
    ):
        assert told in screen


async def test_a_note_on_the_session_is_written_in_the_summary() -> None:
    record = replace(squats("100", on=0), note="slept")
    fakes = FakeServices(FakeSession(REVIEWING, record=record))

    async with session(REVIEWING, services=fakes) as bench:
        await bench.press("space", "s")
        await bench.press("space", "b", "a", "d", "l", "y", "enter")

    assert bench.session.told == [NoteSession("slept badly")]


async def test_another_athlete_is_chosen_in_the_library(tmp_path: Path) -> None:
    people = [FakeAthlete("", "athlete", is_chosen=True), FakeAthlete("anna", "Anna")]
    fakes = FakeServices(FakeSession(READY), library=entries(tmp_path, squats=SQUATS))
    fakes.athletes = FakeAthletes(people)

    async with library(fakes) as bench:
        before = bench.seen()
        await bench.press("at")
        asked = bench.seen()
        await bench.press("2")
        after = bench.seen()

    assert "November · athlete" in before
    assert "anna.toml" in asked
    assert "November · Anna" in after


async def test_an_athlete_whose_file_is_broken_is_not_taken(tmp_path: Path) -> None:
    people = [FakeAthlete("", "athlete", is_chosen=True), FakeAthlete("anna", "Anna")]
    fakes = FakeServices(FakeSession(READY), library=entries(tmp_path, squats=SQUATS))
    fakes.athletes = FakeAthletes(people, problems=(Problem(file="anna.toml", message="is odd"),))

    async with library(fakes) as bench:
        await bench.press("at", "2")

        assert "is odd" in bench.seen()
        assert "November · athlete" in bench.seen()


async def test_training_maxes_go_up_only_where_the_athlete_says_that_the_cycle_is_done(
    tmp_path: Path,
) -> None:
    [entry] = entries(tmp_path, squats=CYCLE)
    assert entry.reading is not None
    assert entry.plan is not None
    athlete = entry.plan.athlete.model_copy(
        update={"training_max": {"Back squat": parse_mass("100 kg")}}
    )
    reading = replace(entry.reading, plan=replace(entry.plan, athlete=athlete))
    fakes = FakeServices(FakeSession(READY), library=(replace(entry, reading=reading),))

    async with library(fakes) as bench:
        await bench.press("m")
        asked = bench.seen()
        await bench.press("k")
        refused = dict(fakes.athletes.maxes)
        await bench.press("m", "r")

    assert "Back squat: 100 kg → 105 kg" in asked
    assert refused == {}
    assert fakes.athletes.maxes == {"Back squat": parse_mass("105 kg")}


async def test_a_session_without_such_a_rule_says_that_nothing_goes_up(tmp_path: Path) -> None:
    fakes = FakeServices(FakeSession(READY), library=entries(tmp_path, squats=SQUATS))

    async with library(fakes) as bench:
        await bench.press("m")

        assert "no exercise here has a training max" in bench.seen()
