"""Lines that hold more than they have room for."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from textual.content import Content

from benchside.tui.lines import fitted, spread, wrapped

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60)


def test_the_longest_part_of_a_line_gives_way_and_the_others_stay() -> None:
    line = fitted([Content("n" * 500), Content("set 3 of 5"), Content("100 kg")], 40)

    assert line.plain == "n" * 17 + "… · set 3 of 5 · 100 kg"


def test_two_long_parts_share_what_room_there_is() -> None:
    line = fitted([Content("a" * 500), Content("8 reps"), Content("b" * 500)], 32)

    assert line.plain == "aaaaaaaaa… · 8 reps · bbbbbbbbb…"


def test_parts_that_fit_are_left_as_they_are() -> None:
    assert fitted([Content("Squat"), Content(), Content("100 kg")], 14).plain == "Squat · 100 kg"


@given(parts=st.lists(TEXTS, min_size=1, max_size=4), width=st.integers(30, 100))
def test_a_line_is_never_wider_than_its_place(parts: list[str], width: int) -> None:
    assert fitted(map(Content, parts), width).cell_length <= width
    assert spread(Content(parts[0]), Content(parts[-1]), width).cell_length == width


def test_a_long_name_takes_three_rows_and_says_that_there_is_more() -> None:
    rows = wrapped(Content("Barbell hip thrust " * 26), 28).plain.splitlines()

    assert len(rows) == 3
    assert rows[-1].endswith("…")
    assert all(len(row) <= 28 for row in rows)


@pytest.mark.parametrize(
    "name", ["n" * 500, "臀" * 250, "Z" + "\u0301" * 499, "a b" * 170, "👨‍👩‍👧" * 80]
)
@pytest.mark.parametrize("width", [1, 2, 7, 20, 38])
def test_a_name_of_any_script_keeps_to_three_rows(name: str, width: int) -> None:
    written = wrapped(Content(name), width)

    assert len(written.wrap(width)) <= 3


def test_a_long_right_end_leaves_the_left_one_half_of_the_line() -> None:
    line = spread(Content("Squat"), Content("b" * 500), 40)

    assert line.plain.startswith("Squat  bbb")
    assert (
        spread(Content("a" * 500), Content("b" * 500), 40).plain
        == "a" * 17 + "…  " + "b" * 19 + "…"
    )
