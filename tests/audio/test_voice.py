from __future__ import annotations

import pytest

from benchside.audio.voice import languages, load_phrases
from benchside.session.values.load import parse_load
from benchside.session.values.reps import parse_reps
from benchside.timeline.cues import Cue, CueKind


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
    assert phrases.for_cue(Cue(0, CueKind.PAUSE_CONTRACTED, 4, 9)) == "4"
    assert phrases.for_cue(Cue(0, CueKind.SWITCH))


def test_three_to_go_is_said_in_the_place_of_the_number() -> None:
    done = [Cue(0, CueKind.REP_DONE, rep, 8 - rep) for rep in range(4, 8)]

    assert [load_phrases("en").for_cue(cue) for cue in done] == ["4", "Three to go", "6", "7"]
    assert load_phrases("de").for_cue(done[1]) == "Noch drei"


@pytest.mark.parametrize("language", languages())
def test_no_phase_and_no_count_in_is_spoken(language: str) -> None:
    phrases = load_phrases(language)

    for kind in (CueKind.ECCENTRIC, CueKind.TICK, CueKind.COUNT_IN, CueKind.GO):
        assert phrases.for_cue(Cue(0, kind, 3)) == ""


def test_another_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match='no texts for "fr"; there are de, en'):
        load_phrases("fr")
