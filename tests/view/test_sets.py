"""Sets as they are announced."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from benchside.session.values.load import parse_load, parse_mass
from benchside.session.values.reps import RepTarget
from benchside.session.values.tempo import parse_tempo
from benchside.view.sets import set_view
from benchside.view.viewer import Viewer
from tests.builders import a_block, a_set, a_started, an_agenda, an_exercise

PLATES = (parse_mass("25 kg"), parse_mass("15 kg"))


def test_a_set_is_announced_with_all_that_is_known_of_it() -> None:
    planned = replace(
        a_set(8, tempo="2-1-X-1", load="100 kg", cues=("Ribs down",)),
        rpe=Decimal("8.5"),
        plates=PLATES,
    )
    agenda = an_agenda(a_block(an_exercise(planned, planned, name="Hip thrust"), name="Heavy"))

    card = set_view(agenda, agenda.sets[1])

    assert (card.block, card.exercise, card.number, card.of) == ("Heavy", "Hip thrust", 2, 2)
    assert (card.reps, card.load, card.plates) == (RepTarget(8, 8), parse_load("100 kg"), PLATES)
    assert (card.rpe, card.cues) == (Decimal("8.5"), ("Ribs down",))
    assert card.tempo == parse_tempo("2-1-X-1")
    assert card.words == ("DOWN", "WAIT", "UP", "HOLD")
    assert (card.type, card.is_ramp, card.side) == ("working", False, "")


def test_what_a_set_does_not_say_is_left_empty() -> None:
    agenda = an_agenda(a_set(8))

    card = set_view(agenda, agenda.sets[0])

    assert (card.load, card.plates, card.tempo, card.rpe, card.side) == (None, (), None, None, "")


def test_the_set_that_was_done_last_tells_how_long_each_side_was_held() -> None:
    held = a_set(time="20s", sides=("left", "right"), switch="5s", rest="60s")
    runner = a_started(held, a_set(5))

    runner.advance(50_000)

    last = Viewer(runner).view().last
    assert last is not None
    assert (last.reps, last.held_ms) == (None, (20_000, 20_000))


def test_the_first_side_is_named_where_no_other_is() -> None:
    agenda = an_agenda(a_set(8, sides=("left", "right")))

    assert set_view(agenda, agenda.sets[0]).side == "left"
    assert set_view(agenda, agenda.sets[0], side="right").side == "right"
