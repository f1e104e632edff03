from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.audio.voice import languages, load_phrases
from benchside.log.last_time import last_time
from benchside.runner.results import SetStatus
from benchside.session.values.load import parse_load
from benchside.session.values.reps import parse_reps
from benchside.timeline.cues import Cue, CueKind
from tests.log.facts import EXERCISE, a_fact

if TYPE_CHECKING:
    from benchside.log.facts import SetFact


def test_english_and_german_are_there() -> None:
    assert languages() == ["de", "en"]


def test_a_set_is_announced_with_its_reps_and_its_load() -> None:
    phrases = load_phrases("en")

    text = phrases.for_set(3, 5, reps=parse_reps(8), load=parse_load("100 kg"))

    assert text == "Set 3 of 5, 8 reps, 100 kilos"


@pytest.mark.parametrize(
    ("reps", "spoken"),
    [
        (1, "Set 1 of 2, one rep"),
        ("5-8", "Set 1 of 2, 5 to 8 reps"),
        ("8+", "Set 1 of 2, 8 reps or more"),
        ("max", "Set 1 of 2, as many reps as you can"),
    ],
)
def test_reps_are_worded_as_a_coach_would(reps: int | str, spoken: str) -> None:
    assert load_phrases("en").for_set(1, 2, reps=parse_reps(reps)) == spoken


def test_the_last_set_is_called_so_and_an_only_one_is_not() -> None:
    phrases = load_phrases("de")

    assert phrases.for_set(5, 5) == "Letzter Satz"
    assert phrases.for_set(1, 1) == "Ein Satz"
    assert phrases.for_set(1, 2, load=parse_load("2 x 24 kg")) == "Satz 1 von 2, 2 mal 24 Kilo"


@pytest.mark.parametrize("language", languages())
def test_a_rep_is_counted_aloud_and_a_side_switched(language: str) -> None:
    phrases = load_phrases(language)

    assert phrases.for_cue(Cue(0, CueKind.REP_DONE, 4)) == "4"
    assert phrases.for_cue(Cue(0, CueKind.SWITCH))


@pytest.mark.parametrize("language", languages())
def test_no_phase_and_no_count_in_is_spoken(language: str) -> None:
    phrases = load_phrases(language)

    for kind in (CueKind.ECCENTRIC, CueKind.COUNT_IN, CueKind.GO):
        assert phrases.for_cue(Cue(0, kind, 3)) == ""


def test_another_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match='no texts for "fr"; there are de, en'):
        load_phrases("fr")


@pytest.mark.parametrize(
    ("facts", "spoken"),
    [
        (
            [a_fact(8, "97.5 kg"), a_fact(8, "97.5 kg"), a_fact(7, "97.5 kg", rpe="8")],
            "Last time 8, 8, 7 at 97.5 kilos",
        ),
        (
            [a_fact(5, "105 kg"), a_fact(8, "100 kg")],
            "Last time 5 at 105 kilos, 8 at 100 kilos",
        ),
        ([a_fact(10, "bodyweight - 20 kg")], "Last time 10 at bodyweight minus 20 kilos"),
        ([a_fact(12, None)], "Last time 12"),
        ([a_fact(None, None, time_ms=45_000)], "Last time 45 seconds"),
        ([a_fact(None, None, distance="40 m")], "Last time 40 metres"),
        ([a_fact(None, "100 kg")], "Last time not counted at 100 kilos"),
        ([a_fact(8), a_fact(8, status=SetStatus.ASSUMED)], "Last time 8 at 100 kilos"),
    ],
)
def test_last_time_is_told_in_few_words(facts: list[SetFact], spoken: str) -> None:
    last = last_time(facts, EXERCISE)

    assert last is not None
    assert load_phrases("en").for_last_time(last) == spoken


@pytest.mark.parametrize("language", languages())
def test_last_time_is_told_in_every_language(language: str) -> None:
    last = last_time([a_fact(8), a_fact(None, None, time_ms=30_000)], EXERCISE)

    assert last is not None
    told = load_phrases(language).for_last_time(last)
    assert "8" in told
    assert "30" in told
    assert "{" not in told
