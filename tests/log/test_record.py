"""Records as lines of the log."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given, strategies as st

from benchside.log.index_rows import row_of
from benchside.log.problems import UnreadableLine
from benchside.log.record import Record, decode, digest_of, encode_record, record_id
from benchside.testing import A_MOMENT, a_record, a_set_record
from benchside.timeline.set_id import SetId
from tests.log.strategies import records


@given(records)
def test_a_record_is_the_same_when_its_line_is_read_again(record: Record) -> None:
    line = json.dumps(encode_record(record))

    assert decode(line) == record


def test_kilograms_are_numbers_that_keep_every_digit() -> None:
    record = a_record(a_set_record(load_kg="102.05828325"))

    line = json.dumps(encode_record(record))

    assert '"actual_load_kg": 102.05828325' in line
    assert decode(line).sets[0].actual_load_kg == Decimal("102.05828325")


def test_what_does_not_apply_to_a_set_is_left_out_of_its_line() -> None:
    record = a_record(a_set_record(load_kg=None, tempo=None))

    line = json.dumps(encode_record(record))

    left_out = ["actual_load", "tempo", "tut", "sides", "round", "note"]
    assert [key for key in left_out if key in line] == []


def test_keys_of_a_later_program_do_not_make_a_line_unreadable() -> None:
    line = encode_record(a_record()) | {"weather": "rain"}

    assert decode(json.dumps(line)) == a_record()


def test_a_line_of_the_first_version_is_read_as_one_of_the_second() -> None:
    first = encode_record(a_record()) | {"v": 1}

    assert decode(json.dumps(first)) == a_record()
    assert encode_record(decode(json.dumps(first)))["v"] == 2


def test_an_import_says_no_more_than_it_knows() -> None:
    line = {
        "v": 2,
        "id": "strong/2026-01-05 18:04:11/Legs",
        "session": {"name": "Legs"},
        "imported": {"program": "Strong", "id": "2026-01-05 18:04:11"},
        "started": "2026-01-05T18:04:11+01:00",
        "status": "complete",
        "athlete": "me",
        "planned_sets": 1,
        "sets": [
            {
                "block": "Legs",
                "exercise": "Plank",
                "number": 1,
                "of": 1,
                "type": "working",
                "ramp": False,
                "status": "done",
                "actual_time_ms": 60_000,
            }
        ],
    }

    assert encode_record(decode(json.dumps(line))) == line


def test_a_line_of_a_later_version_says_so() -> None:
    line = encode_record(a_record()) | {"v": 3}

    with pytest.raises(UnreadableLine, match="version 3, this program reads versions up to 2"):
        decode(json.dumps(line))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"athlete": 7}, "athlete: input should be a valid string"),
        ({"planned_sets": "7"}, "planned_sets: input should be a valid integer"),
        ({"started": "2026-01-12T18:00:00"}, "started: input should have timezone info"),
        ({"sets": [{}]}, "sets.0.block: field required"),
    ],
)
def test_a_wrong_line_is_told_by_its_first_wrong_key(
    change: dict[str, object], message: str
) -> None:
    line = encode_record(a_record()) | change

    with pytest.raises(UnreadableLine, match=message):
        decode(json.dumps(line))


def test_a_set_is_named_as_it_is_in_the_session() -> None:
    in_rounds = replace(a_set_record(), block_index=1, exercise_index=0, round=2)

    assert in_rounds.set_id == SetId(1, 0, number=1, round=2)
    assert a_set_record().set_id is None


def test_a_torn_line_is_told_to_be_torn() -> None:
    line = json.dumps(encode_record(a_record()))[:-1]

    with pytest.raises(UnreadableLine, match="it is not whole JSON"):
        decode(line)


@given(st.binary() | st.text().map(str.encode))
@example(b"\xff")
@example(b"[" * 10_000)
@example(b'{"v":"\\u001b"}')
@example(b"null")
def test_whatever_stands_in_a_line_reading_it_gives_a_record_or_a_reason(line: bytes) -> None:
    with pytest.raises(UnreadableLine, match=r"."):
        decode(line)


def test_a_session_has_the_same_id_however_often_it_is_recorded() -> None:
    ids = {record_id(A_MOMENT, digest_of("name = 'Legs'")) for _ in range(2)}

    assert ids == {"2026-01-12T18:00:00+01:00/" + digest_of("name = 'Legs'")[:12]}


@pytest.mark.parametrize(
    ("key", "value"),
    [("actual_load_kg", "1e5000"), ("actual_rpe", "-1e5000"), ("actual_reps", 10**4_000)],
)
def test_a_number_that_no_set_has_makes_its_line_unreadable(key: str, value: object) -> None:
    line = encode_record(a_record(a_set_record()))
    [one] = json.loads(json.dumps(line["sets"]))

    with pytest.raises(UnreadableLine, match=f"sets.0.{key}: input should be"):
        decode(json.dumps(line | {"sets": [one | {key: value}]}))


@pytest.mark.parametrize("key", ["started", "finished", "amended"])
@pytest.mark.parametrize("moment", ["0001-01-02T00:00:00+00:00", "9999-12-31T23:59:59-12:00"])
def test_a_session_of_a_year_in_which_nobody_trains_makes_its_line_unreadable(
    key: str, moment: str
) -> None:
    line = json.dumps(encode_record(a_record(a_set_record())) | {key: moment})

    with pytest.raises(UnreadableLine, match=key):
        decode(line)
    with pytest.raises(UnreadableLine, match=key):
        row_of(line.encode())
