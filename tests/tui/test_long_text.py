"""Names, notes and loads as long as a file allows: what is needed beside them stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from benchside.session.values.load import Label
from benchside.testing.builders import a_record, a_set_record
from tests.marks import slow
from tests.tui import views
from tests.tui.looking import session, summary

if TYPE_CHECKING:
    from benchside.view.view import View

SIZES = [(80, 24), *slow((120, 36), (200, 60))]
NAMES = {
    "words": "Barbell hip thrust with a pause " * 16,
    "letters": "x" * 500,
    "wide": "臀推" * 250,
    "marks": "Ẑ\u0323\u0489" * 160,
}


def everything_named(name: str) -> View:
    card = replace(views.HIP_THRUST, exercise=name, block=name, cues=(name,))
    last = replace(views.LAST, exercise=name, note=name)
    coming = replace(card, number=3)
    return replace(views.REST, session=name, set=card, next=coming, last=last, coaching=name)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
async def test_a_long_name_hides_neither_reps_nor_load_nor_time(
    name: str, size: tuple[int, int]
) -> None:
    async with session(everything_named(name), size=size) as bench:
        rows = bench.seen().splitlines()

    screen = "\n".join(rows)
    for needed in ("set 2 of 5", "5-8 reps · RPE 8", "25 + 15 kg each side", "16 min", "space"):
        assert needed in screen
    assert any("set 3 of 5 · 5-8 reps · 100 kg" in row for row in rows)
    assert "set 1 of 5 · 100 kg" in screen
    assert "type the number, or ↑ ↓" in screen


async def test_a_long_load_and_a_long_note_leave_the_reps_readable() -> None:
    label = "the red band around both knees " * 16
    card = replace(views.HIP_THRUST, load=Label(label))
    last = replace(views.LAST, load=Label(label), note=label)
    view = replace(views.REST, set=card, next=card, last=last)

    async with session(view, size=(80, 24)) as bench:
        screen = bench.seen()

    for needed in ("LAST SET  set 1 of 5", "NEXT  set 2 of 5", "5-8 reps · RPE 8", "UP fast"):
        assert needed in screen


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
async def test_a_long_name_leaves_the_fields_of_a_correction_in_sight(name: str) -> None:
    async with session(everything_named(name), size=(80, 24)) as bench:
        await bench.press("e")
        screen = bench.seen()

    for needed in ("set 1 of 5", "Reps", "Load", "RPE", "esc"):
        assert needed in screen


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
async def test_a_long_name_leaves_the_sum_and_the_sets_of_a_summary_in_sight(name: str) -> None:
    done = replace(a_set_record(name), block=name, target_load=name, actual_load="100 kg")
    async with summary(a_record(done, session=name, minutes=36)) as bench:
        screen = bench.seen()

    for needed in ("36 min", "set 1", "Enter saves"):
        assert needed in screen
