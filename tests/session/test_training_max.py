"""Writing a training max into the athlete's file."""

from __future__ import annotations

import pytest

from benchside.session.athlete.training_max import with_training_max
from benchside.session.values.errors import InvalidValueError
from benchside.session.values.load import parse_mass

ANNA = """\
name = "Anna"            # who
plates = ["20 kg", "10 kg"]

[training_max]           # tested in autumn
"Back squat" = "110 kg"  # belt
Deadlift     = '140 kg'
"""


def test_a_max_is_replaced_and_all_else_stays_to_the_letter() -> None:
    changed = with_training_max(ANNA, "Back squat", parse_mass("115 kg"))

    assert changed == ANNA.replace('"110 kg"', '"115 kg"')


def test_a_name_without_quotes_is_found_too() -> None:
    assert 'Deadlift     = "145 kg"' in with_training_max(ANNA, "Deadlift", parse_mass("145 kg"))


def test_a_max_that_is_not_there_yet_is_added_to_its_table() -> None:
    changed = with_training_max(ANNA, "Überzug", parse_mass("40 kg"))

    assert '[training_max]           # tested in autumn\n"Überzug" = "40 kg"\n' in changed


@pytest.mark.parametrize("text", ["", 'name = "Ben"\n', 'name = "Ben"'])
def test_a_file_without_maxes_gets_their_table(text: str) -> None:
    changed = with_training_max(text, "Back squat", parse_mass("225 lb"))

    assert changed.endswith('[training_max]\n"Back squat" = "225 lb"\n')
    assert changed.startswith(text.strip())


def test_lines_that_end_as_on_windows_stay_so() -> None:
    changed = with_training_max(ANNA.replace("\n", "\r\n"), "Front squat", parse_mass("90 kg"))

    assert changed.count("\r\n") == changed.count("\n")


def test_a_max_in_an_inline_table_or_behind_dots_is_replaced() -> None:
    inline = 'training_max = { "Back squat" = "110 kg", Row = "80 kg" }\n'
    dotted = 'training_max."Back squat" = "110 kg"\n'

    for text in (inline, dotted):
        changed = with_training_max(text, "Back squat", parse_mass("115 kg"))
        assert changed == text.replace("110 kg", "115 kg")


@pytest.mark.parametrize(
    "text", ['training_max = { Row = "80 kg" }\n', 'training_max.Row = "80 kg"\n', "name = 3\n"]
)
def test_what_a_program_cannot_write_is_told_with_what_to_write_by_hand(text: str) -> None:
    with pytest.raises(InvalidValueError) as refused:
        with_training_max(text, "Back squat", parse_mass("115 kg"))

    assert '"Back squat" = "115 kg"' in refused.value.expected
