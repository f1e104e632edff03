"""Progress rules as they are written: what they mean, and what is refused with a way out."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from benchside.session.values.errors import InvalidValueError
from benchside.session.values.load import Mass, Unit
from benchside.session.values.progress import (
    PROGRESS,
    BackOff,
    Progress,
    format_progress,
    parse_progress,
)


def kg(amount: str) -> Mass:
    return Mass(Decimal(amount), Unit.KG)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("+2.5 kg", Progress(kg("2.5"))),
        ("+5 lb", Progress(Mass(Decimal(5), Unit.LB))),
        ("+2.5%", Progress(Decimal("2.5"))),
        ("+2.5 kg, -10% after 3", Progress(kg("2.5"), BackOff(Decimal(10), 3))),
        ("+2.5%, -7.5% after 2", Progress(Decimal("2.5"), BackOff(Decimal("7.5"), 2))),
        ("+5 kg a cycle", Progress(kg("5"), is_by_cycle=True)),
    ],
)
def test_a_rule_means_what_the_contract_says_and_is_written_back(
    written: str, meant: Progress
) -> None:
    assert parse_progress(written) == meant
    assert format_progress(meant) == written


@pytest.mark.parametrize(
    ("written", "form"),
    [
        (" + 2.50kg ", "+2.5 kg"),
        ("+2.5 %,- 10 % after 3", "+2.5%, -10% after 3"),
        ("\uff0b2.5 kg", "+2.5 kg"),
        ("+2.5 kg, \u221210% after 3", "+2.5 kg, -10% after 3"),
    ],
)
def test_blanks_and_the_signs_of_other_keyboards_do_not_matter(written: str, form: str) -> None:
    assert format_progress(parse_progress(written)) == form


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2.5 kg", 'write "+2.5 kg"'),
        ("+2,5 kg", 'write "+2.5 kg"'),
        ("+5 pounds", 'write "+5 lb"'),
        ("add 2.5 kgs", 'write "+2.5 kg"'),
        ("+2.5 kg -10% after 3", 'write "+2.5 kg, -10% after 3"'),
        ("+2.5 kg, -10% after 3 misses", 'write "+2.5 kg, -10% after 3"'),
        ("+2.5 kg then -10 percent after 3", 'write "+2.5 kg, -10% after 3"'),
        ("+5 kg per cycle", 'write "+5 kg a cycle"'),
        ("+5 kg every cycle", 'write "+5 kg a cycle"'),
        ("+2.5% a cycle", 'write "+5 kg a cycle"'),
        ("+80%", 'write "+2.5%"'),
        ("+0 kg", 'write "+2.5 kg"'),
        ("+0.0 lb", 'write "+2.5 kg"'),
        ("+0%", 'write "+2.5%"'),
        ("+2.5 kg, -10% after 0", 'write "+2.5 kg, -10% after 3"'),
        ("+2.5 kg, -0% after 3", 'write "+2.5 kg, -10% after 3"'),
        (2.5, 'write "+2.5 kg" or "+2.5 lb"'),
    ],
)
def test_what_is_no_rule_gets_the_one_that_was_probably_meant(
    written: object, expected: str
) -> None:
    with pytest.raises(InvalidValueError) as refused:
        parse_progress(written)

    assert refused.value.expected == expected


@pytest.mark.parametrize("written", ["", "+", "+2.5", "linear", "-10% after 3", True, None, ["+"]])
def test_what_cannot_be_guessed_gets_the_forms_there_are(written: object) -> None:
    with pytest.raises(InvalidValueError) as refused:
        parse_progress(written)

    assert '"+2.5 kg, -10% after 3"' in refused.value.expected
    assert "is not a progress rule" in refused.value.message


@given(
    st.one_of(st.text(), st.from_regex(re.compile(PROGRESS), fullmatch=True)),
)
def test_any_text_is_a_rule_or_refused_and_a_rule_survives_being_written(text: str) -> None:
    try:
        rule = parse_progress(text)
    except InvalidValueError:
        return

    written = format_progress(rule)

    assert parse_progress(written) == rule
    assert re.fullmatch(PROGRESS, written)
