from __future__ import annotations

import pytest

from benchside.session.exercises import timed_work
from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE
from benchside.session.exercises.entry import TimedWork


def timed_work_of(name: str) -> TimedWork:
    return timed_work.timed_work_of(name, SHIPPED_CATALOGUE.find(name))


@pytest.mark.parametrize("name", ["Plank", "Side planks", "Glute Bridge Hold", "Hollow body hold"])
def test_a_plank_or_a_hold_of_the_catalogue_is_held(name: str) -> None:
    assert timed_work_of(name) is TimedWork.HOLD


@pytest.mark.parametrize("name", ["Frog pump", "Banded hip thrust", "Mountain climbers", "Squat"])
def test_reps_of_the_catalogue_are_work_though_they_go_by_time(name: str) -> None:
    assert timed_work_of(name) is TimedWork.WORK


@pytest.mark.parametrize("name", ["Monster walk", "Farmer's walk", "Yoke walk", "Suitcase carry"])
def test_a_walk_or_a_carry_is_walked(name: str) -> None:
    assert timed_work_of(name) is TimedWork.WALK


@pytest.mark.parametrize("name", ["Couch stretch", "Child's pose", "Calf stretch on a step"])
def test_a_stretch_is_stretched(name: str) -> None:
    assert timed_work_of(name) is TimedWork.STRETCH


@pytest.mark.parametrize(
    "name",
    [
        "Chair sit",
        "Wall sits (20 kg)",
        "Straddle sit",
        "One-arm hang",
        "Reverse plank with feet raised",
        "Squat hold at the bottom",
        "Isometric split squat",
        "Copenhagen plank, short lever",
    ],
)
def test_an_unknown_exercise_is_held_if_its_name_says_so(name: str) -> None:
    assert timed_work_of(name) is TimedWork.HOLD


@pytest.mark.parametrize(
    "name",
    [
        "Decline sit-up",
        "Sit to stand",
        "Hang clean pull",
        "Hanging windshield wiper",
        "Plank jacks",
        "Plank to push-up",
        "Walkout",
        "Man makers",
        "Threshold intervals",
        "臀推",
        "…",
        "",
    ],
)
def test_an_unknown_exercise_is_work_if_its_name_says_nothing_else(name: str) -> None:
    assert timed_work_of(name) is TimedWork.WORK
