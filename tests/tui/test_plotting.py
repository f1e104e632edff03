"""Charts, sparklines and tables as text."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from benchside.tui.columns import Column, table
from benchside.tui.pacer.frames import Dots, dot_text
from benchside.tui.plotting import Axis, axis_of, day_marks, line_dots, placed_labels
from benchside.tui.widgets.trend import sparkline

FINITE = st.floats(-1e6, 1e6, allow_nan=False, allow_infinity=False)
NAMES = st.text(alphabet="abc 漢é", max_size=30)


@given(st.lists(FINITE, min_size=1, max_size=30), st.integers(1, 12), st.booleans())
def test_an_axis_holds_its_values_and_few_round_numbers_in_order(
    values: list[float], most: int, is_whole: bool
) -> None:
    axis = axis_of(values, most_ticks=most, is_whole=is_whole)

    assert axis.low < axis.high
    assert axis.low <= min(values)
    assert max(values) <= axis.high
    assert len(axis.ticks) <= most
    assert all(one < other for one, other in pairwise(axis.ticks))
    if is_whole:
        assert all(tick == int(tick) for tick in axis.ticks)


def test_numbers_at_the_side_are_round() -> None:
    assert axis_of([101.3, 126.67], most_ticks=4).ticks == (100, 110, 120)
    assert axis_of([12, 14], most_ticks=4, is_whole=True).ticks == (12, 13, 14)


@given(
    st.lists(st.tuples(st.floats(0, 100), FINITE), min_size=1, max_size=40),
    st.integers(2, 160),
    st.integers(4, 60),
)
def test_a_line_stays_on_its_place_and_goes_through_every_point(
    points: list[tuple[float, float]], width: int, height: int
) -> None:
    points.sort()
    axis = axis_of([value for _, value in points], most_ticks=4)

    rows = line_dots(points, span=(0, 100), axis=axis, width=width, height=height)

    assert len(rows) == height
    assert all(0 <= row < 1 << width for row in rows)
    first, last = (round(x / 100 * (width - 1)) for x in (points[0][0], points[-1][0]))
    filled = [any(row >> x & 1 for row in rows) for x in range(first, last + 1)]
    assert all(filled)


def test_a_line_that_rises_is_drawn_from_below_left_to_above_right() -> None:
    rows = line_dots([(0, 0.0), (8, 8.0)], span=(0, 8), axis=Axis(0, 8, ()), width=8, height=8)

    drawn = dot_text(rows, 8, Dots.ASCII)
    assert drawn[0].rstrip().endswith("*")
    assert drawn[-1].lstrip().startswith("*")


@pytest.mark.parametrize("dots", [*Dots])
def test_dots_are_drawn_with_what_the_terminal_has(dots: Dots) -> None:
    rows = line_dots([(0, 0.0), (8, 8.0)], span=(0, 8), axis=Axis(0, 8, ()), width=8, height=8)

    text = "".join(dot_text(rows, 4, dots))

    text.encode({Dots.BRAILLE: "utf-8", Dots.HALF_BLOCKS: "cp437", Dots.ASCII: "ascii"}[dots])
    assert text.strip()


@pytest.mark.parametrize(
    ("weeks", "labels"),
    [
        (6, ["12 Jan", "19 Jan"]),
        (26, ["Feb", "Mar"]),
        (60, ["Feb", "Mar"]),
        (150, ["2027", "2028"]),
    ],
)
def test_dates_are_days_then_months_then_years(weeks: int, labels: list[str]) -> None:
    first = date(2026, 1, 12)

    marks = [mark.label for mark in day_marks(first, first + timedelta(weeks=weeks))]

    assert marks[:2] == labels


def test_a_year_begins_with_its_number() -> None:
    marks = [mark.label for mark in day_marks(date(2025, 11, 3), date(2026, 3, 2))]

    assert marks == ["Dec", "2026", "Feb", "Mar"]


def test_dates_that_have_no_room_are_left_out() -> None:
    marks = list(day_marks(date(2026, 1, 1), date(2026, 12, 31)))

    placed = placed_labels(marks, lambda day: day.month - 1, 12)

    assert [label for _, label in placed] == ["2026", "Jun", "Oct"]


def test_a_sparkline_goes_from_the_least_to_the_most_with_blanks_where_nothing_was() -> None:
    values = [None, Decimal(100), Decimal(105), None, Decimal(110)]

    assert sparkline(values) == " ▁▄ █"
    assert sparkline([Decimal(5), Decimal(5)]) == "▄▄"
    assert sparkline([]) == ""
    assert sparkline([None]) == " "


def rows_of(*columns: Column, width: int) -> list[str]:
    laid = table(columns, width)
    return [laid.head.plain, *(row.plain for row in laid.rows)]


def test_columns_stand_below_their_heads_and_numbers_to_the_right() -> None:
    assert rows_of(
        Column("name", ("Squat", "Row")),
        Column("kg", ("100", "60"), is_right=True),
        Column("note", ("", "")),
        width=40,
    ) == ["name    kg", "Squat  100", "Row     60"]


def test_what_matters_least_goes_first_where_there_is_no_room() -> None:
    columns = (
        Column("sets", ("8 8 8 @ 100 kg",), gives_way=True),
        Column("RPE", ("8.5",), rank=2),
        Column("note", ("left heel lifts",), gives_way=True, rank=3),
    )

    assert rows_of(*columns, width=40)[1] == "8 8 8 @ 100 kg  8.5  left heel lifts"
    assert rows_of(*columns, width=32)[1] == "8 8 8 @ 100 kg  8.5  left heel …"
    assert rows_of(*columns, width=24)[1] == "8 8 8 @ 100 kg  8.5"
    assert rows_of(*columns, width=16)[1] == "8 8 8 @ 100 kg"
    assert rows_of(*columns, width=10)[1] == "8 8 8 @ 1…"


@given(
    st.lists(st.tuples(NAMES, NAMES, NAMES), min_size=1, max_size=5),
    st.lists(st.booleans(), min_size=3, max_size=3),
    st.integers(1, 80),
)
def test_no_row_is_wider_than_its_place(
    rows: list[tuple[str, str, str]], gives_way: list[bool], width: int
) -> None:
    columns = [
        Column(f"head {place}", tuple(row[place] for row in rows), gives_way=gives, rank=place)
        for place, gives in enumerate(gives_way)
    ]

    laid = table(columns, width)

    assert all(row.cell_length <= width for row in (laid.head, *laid.rows))
    assert len(laid.rows) == len(rows)
