"""The day of a program in the header of a journal."""

from __future__ import annotations

import json

import pytest

from benchside.log.entries import Header, decode, encode_entry
from benchside.log.problems import UnreadableLine
from benchside.log.record import ProgramDay
from benchside.testing import A_MOMENT, a_set, an_agenda


def a_header(day: ProgramDay | None) -> Header:
    plan = an_agenda(a_set(reps=5)).plan
    return Header(started=A_MOMENT, plan=plan, file="a.toml", digest="0", program=day)


@pytest.mark.parametrize(
    "day", [None, ProgramDay(name="Wave", week=2, day=1, cycle=1), ProgramDay(name="A", day=3)]
)
def test_the_day_of_a_program_comes_back_from_the_journal_as_it_was(day: ProgramDay | None) -> None:
    header = a_header(day)

    assert decode(json.dumps(encode_entry(header))) == header


@pytest.mark.parametrize("damage", [None, 5, {}, {"name": 3}, {"name": "A", "week": "2"}])
def test_a_header_with_a_damaged_day_is_refused(damage: object) -> None:
    written = encode_entry(a_header(None)) | {"program": damage}

    with pytest.raises(UnreadableLine, match='"program" is no day of a program'):
        decode(json.dumps(written))
