"""Large letters and digits."""

from __future__ import annotations

import pytest

from benchside.session.exercises.words import PLAIN_WORDS, TEXTBOOK_WORDS, WORDS_BY_MOTION
from benchside.tui.widgets.glyphs import GLYPHS, ROWS, can_draw, draw, fitting_scale, size_of
from benchside.view.view import Activity
from benchside.view.words.activities import word_for
from tests.tui import views

WORDS = sorted(
    {word_for(activity, views.HIP_THRUST) for activity in Activity}
    | {word for words in (*WORDS_BY_MOTION.values(), PLAIN_WORDS, TEXTBOOK_WORDS) for word in words}
)


@pytest.mark.parametrize("character", GLYPHS)
def test_every_glyph_has_its_rows_of_one_width(character: str) -> None:
    glyph = GLYPHS[character]

    assert len(glyph) == ROWS
    assert len({len(row) for row in glyph}) == 1
    assert set("".join(glyph)) <= set("#o.")


@pytest.mark.parametrize("word", WORDS)
def test_every_mood_can_be_drawn_and_fits_eighty_columns(word: str) -> None:
    assert can_draw(word)
    assert fitting_scale(word, 74, 3) == 1


def test_no_two_digits_look_alike() -> None:
    drawn = {draw(digit, scale) for digit in "0123456789" for scale in (1, 2, 3)}

    assert len(drawn) == 30


@pytest.mark.parametrize("scale", range(1, 8))
def test_a_text_takes_the_room_that_its_size_says(scale: int) -> None:
    lines = draw("12:45", scale)

    width, height = size_of("12:45", scale)
    assert len(lines) == height
    assert {len(line) for line in lines} == {width}


def test_the_largest_scale_that_fits_is_taken() -> None:
    scale = fitting_scale("2:45", 80, 12)

    width, height = size_of("2:45", scale)
    assert width <= 80
    assert height <= 12
    assert size_of("2:45", scale + 1)[0] > 80 or size_of("2:45", scale + 1)[1] > 12


def test_what_does_not_fit_is_not_drawn() -> None:
    assert fitting_scale("2:45", 15, 12) == 0
    assert fitting_scale("2:45", 80, 2) == 0


def test_small_letters_are_drawn_as_capitals_and_strange_ones_not_at_all() -> None:
    assert draw("left", 1) == draw("LEFT", 1)
    assert not can_draw("é")
