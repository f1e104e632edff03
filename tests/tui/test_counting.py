"""What is counted, as one statement in large glyphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchside.session.plan.plan import SetPart
from benchside.session.values.load import parse_mass
from benchside.session.values.reps import RepTarget, parse_reps
from benchside.tui.text.counting import asked_large, counted_of
from benchside.tui.widgets.glyphs import draw
from benchside.tui.widgets.plates import drawn_bar
from benchside.tui.widgets.rep_counter import statement
from benchside.tui.widgets.top_line import way
from tests.tui import views

DONE = "█"
UNDER_WAY = "▓"
TO_COME = "░"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("concentric", "REP 4 OF 5-8"),
        ("paused", "REP 4 OF 5-8"),
        ("hold", "0:18 OF 0:30"),
        ("lift", "0:34 5-8 REPS"),
        ("prepare", "5-8 REPS"),
        ("switch", "0:30 EACH SIDE"),
        ("max", "0:18 OF 0:30"),
        ("done", "36:40 TOTAL"),
    ],
)
def test_a_number_never_stands_alone(name: str, told: str) -> None:
    assert counted_of(views.ALL[name]).text == told


def test_a_set_without_an_end_has_no_target_to_stand_beside_its_reps() -> None:
    card = replace(views.HIP_THRUST, reps=parse_reps("max"))

    assert counted_of(replace(views.CONCENTRIC, set=card)).text == "REP 4"


def test_a_set_to_come_asks_in_few_words() -> None:
    assert asked_large(views.HIP_THRUST) == "5-8 REPS"
    assert asked_large(replace(views.HIP_THRUST, reps=parse_reps(1))) == "1 REP"
    assert asked_large(views.MAX.set) == "MAX IN 0:30"


def test_reps_are_blocks_with_a_mark_behind_the_least() -> None:
    drawn = statement(counted_of(views.CONCENTRIC), 80, 10).plain
    (row,) = (row for row in drawn.splitlines() if UNDER_WAY in row)
    blocks = "".join(sign for sign in row[row.index(UNDER_WAY) - 12 :] if sign in "█▓░│")

    assert blocks == f"{DONE * 9}{UNDER_WAY * 3}{TO_COME * 3}│{TO_COME * 9}"


@pytest.mark.parametrize("size", [(82, 8), (54, 11), (140, 20), (40, 5)])
def test_the_size_of_the_digits_is_the_same_for_the_whole_set(size: tuple[int, int]) -> None:
    card = replace(views.HIP_THRUST, reps=parse_reps(12))
    of_twelve = replace(views.CONCENTRIC, set=card)
    first = statement(counted_of(replace(of_twelve, rep=1, reps_done=0)), *size).plain
    last = statement(counted_of(replace(of_twelve, rep=12, reps_done=11)), *size).plain

    def scales(drawn: str, number: str) -> set[int]:
        return {
            scale
            for scale in range(1, 7)
            if all(row.strip() in drawn for row in draw(number, scale))
        }

    assert scales(first, "1") & scales(last, "12")


@pytest.mark.parametrize("width", range(0, 130, 7))
@pytest.mark.parametrize("height", [1, 2, 3, 5, 8, 12])
def test_a_statement_never_leaves_its_place(width: int, height: int) -> None:
    for view in views.ALL.values():
        drawn = statement(counted_of(view), width, height)

        rows = drawn.split("\n", allow_blank=True)
        assert len(rows) <= height
        assert all(row.cell_length <= width for row in rows)


def test_plates_are_drawn_as_they_are_loaded_the_heaviest_inside() -> None:
    plates = tuple(map(parse_mass, ("25 kg", "15 kg", "2.5 kg")))

    assert drawn_bar(plates, 40) == "═▒▓█══════════════█▓▒═"
    assert drawn_bar(plates, 12) == "═▒▓█════█▓▒═"
    assert drawn_bar(plates, 9) == ""
    assert drawn_bar((), 40) == ""


def test_the_way_has_a_segment_for_each_set_and_none_of_them_is_lost() -> None:
    line = way(2, 5, 40).plain

    assert line.split() == ["━━━━━━━"] * 3 + ["┅┅┅┅┅┅┅"] * 2
    assert way(5, 5, 40).plain.split() == ["━━━━━━━"] * 5


@pytest.mark.parametrize("total", [1, 7, 40, 300])
@pytest.mark.parametrize("width", [1, 20, 76, 196])
def test_the_way_never_leaves_its_line(width: int, total: int) -> None:
    for done in (0, total // 2, total):
        assert 0 < way(done, total, width).cell_length <= width


@pytest.mark.parametrize(
    ("part", "text"), [(1, "REP 2 OF 4"), (2, "REP 2 OF 3"), (None, "REP 2 OF 7")]
)
def test_within_a_set_of_parts_the_reps_of_the_part_are_counted(
    part: int | None, text: str
) -> None:
    parts = (
        SetPart(reps=RepTarget(4, 4), time_ms=None),
        SetPart(reps=RepTarget(3, 3), time_ms=None),
    )
    card = replace(views.CONCENTRIC.set, reps=RepTarget(7, 7), parts=parts)

    counted = counted_of(replace(views.CONCENTRIC, set=card, part=part, rep=2, reps_done=1))

    assert counted.text == text
