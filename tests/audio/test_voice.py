from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.audio.voice import languages, load_phrases
from benchside.log.last_time import last_time
from benchside.runner.results import SetStatus
from benchside.session.read import read
from benchside.testing import a_set, an_agenda
from benchside.timeline.cues import Cue, CueKind
from benchside.view.sets import set_view
from tests.log.facts import EXERCISE, a_fact

if TYPE_CHECKING:
    from benchside.log.facts import SetFact
    from benchside.session.plan.plan import PlannedSet


def test_english_and_german_are_there() -> None:
    assert languages() == ["de", "en"]


def announced(planned: PlannedSet, *, language: str = "en", is_brief: bool = False) -> str:
    agenda = an_agenda(planned)
    coming = set_view(agenda, agenda.sets[0])
    return load_phrases(language).for_set(coming, is_brief=is_brief)


def test_a_set_is_announced_with_all_that_one_has_to_know_with_closed_eyes() -> None:
    planned = a_set("Clamshell", number=2, of=3, reps=12, sides=("left", "right"), load="20 kg")

    assert announced(planned) == "Clamshell, left, 12, set 2 of 3, 20 kilos"
    assert announced(planned, language="de") == "Clamshell, links, 12, Satz 2 von 3, 20 Kilo"


def test_where_there_is_little_time_exercise_side_and_target_are_said() -> None:
    planned = a_set("Clamshell", number=2, of=3, reps=12, sides=("left", "right"), load="20 kg")

    assert announced(planned, is_brief=True) == "Clamshell, left, 12"


@pytest.mark.parametrize(
    ("reps", "spoken"),
    [
        (1, "Squat, 1"),
        ("5-8", "Squat, 5 to 8"),
        ("8+", "Squat, 8 or more"),
        ("max", "Squat, as many as you can"),
    ],
)
def test_reps_are_worded_as_a_coach_would(reps: int | str, spoken: str) -> None:
    assert announced(a_set("Squat", reps=reps)) == spoken


@pytest.mark.parametrize(
    ("time", "spoken"),
    [
        ("20s", "Plank, 20 seconds"),
        ("1s", "Plank, 1 second"),
        ("1m", "Plank, 1 minute"),
        ("90s", "Plank, 1 minute 30 seconds"),
        ("2m0.5s", "Plank, 2 minutes 0.5 seconds"),
    ],
)
def test_a_time_is_said_with_its_unit(time: str, spoken: str) -> None:
    assert announced(a_set("Plank", reps=None, time=time)) == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ('time = "30s+"', "Plank, 30 seconds or more"),
        ('time = "max"', "Plank, as long as you can"),
        ('time = "60s-90s"', "Plank, 1 minute to 1 minute 30 seconds"),
        ('time = "6 x 7s"', "Plank, 6 times 7 seconds"),
        ('reps = "6+4+2"', "Plank, 6, 4, 2"),
        ('distance = "40 m"', "Plank, 40 metres"),
        ("calories = 15", "Plank, 15 calories"),
    ],
)
def test_every_kind_of_target_is_said(written: str, spoken: str) -> None:
    text = f'name = "A"\n[[block]]\n[[block.exercise]]\nname = "Plank"\n{written}\n'
    plan = read(text, file="").plan
    assert plan is not None

    assert announced(plan.blocks[0].exercises[0].sets[0]) == spoken


def test_the_last_set_is_called_so_and_an_only_one_is_not() -> None:
    assert announced(a_set("Squat", number=5, of=5), language="de") == "Squat, 5, letzter Satz"
    assert announced(a_set("Squat"), language="de") == "Squat, 5"


def test_a_load_is_said_and_the_body_alone_is_not() -> None:
    assert announced(a_set("Squat", load="2 x 24 kg"), language="de") == "Squat, 5, 2 mal 24 Kilo"
    assert announced(a_set("Squat", load="bodyweight")) == "Squat, 5"
    assert (
        announced(a_set("Squat", load="bodyweight + 5 kg")) == "Squat, 5, bodyweight plus 5 kilos"
    )


def test_a_name_without_end_does_not_keep_its_target_from_being_said() -> None:
    assert announced(a_set("Hip " * 100)).endswith(", 5")


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
