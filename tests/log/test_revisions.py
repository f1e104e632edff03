"""Which line of a session holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from benchside.log.problems import UnreadableLine
from benchside.log.record import encode_record
from benchside.log.revisions import (
    Deletion,
    Latest,
    canonical,
    decode_entry,
    encode_deletion,
    rank_of,
)
from benchside.testing import A_MOMENT, a_record, a_set_record
from tests.log.strategies import deletions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchside.log.record import Record

LOGGED = a_record(a_set_record(reps=8))
LATER = A_MOMENT + timedelta(days=1)


def line_of(entry: Record | Deletion) -> bytes:
    line = encode_deletion(entry) if isinstance(entry, Deletion) else encode_record(entry)
    return json.dumps(line).encode()


def amended(reps: int, rev: int, *, hours: int = 0) -> bytes:
    changed = replace(
        a_record(a_set_record(reps=reps)), rev=rev, amended=LATER + timedelta(hours=hours)
    )
    return line_of(changed)


def deleted(rev: int, *, hours: int = 0) -> bytes:
    return line_of(Deletion(v=2, id=LOGGED.id, rev=rev, deleted=LATER + timedelta(hours=hours)))


def held(lines: Iterable[bytes]) -> bytes:
    latest: Latest[bytes] = Latest(lambda line: line)
    for line in lines:
        entry = decode_entry(line)
        latest.take(entry.id, rank_of(entry), line)
    (one,) = latest.places()
    return one


@pytest.mark.parametrize(
    ("holds", "others"),
    [
        pytest.param(amended(7, 1), [line_of(LOGGED)], id="what was changed"),
        pytest.param(amended(7, 10), [amended(9, 9, hours=5)], id="the higher rev"),
        pytest.param(amended(7, 1, hours=2), [amended(9, 1, hours=1)], id="the later of two"),
        pytest.param(deleted(1), [line_of(LOGGED)], id="what was deleted"),
        pytest.param(deleted(1, hours=2), [amended(9, 1)], id="deleted after it was changed"),
        pytest.param(amended(8, 2), [deleted(1), line_of(LOGGED)], id="what was taken back"),
        pytest.param(amended(8, 1), [amended(7, 1)], id="the greater JSON of two at once"),
    ],
)
def test_one_line_of_a_session_holds_in_whatever_order_they_come(
    holds: bytes, others: list[bytes]
) -> None:
    for lines in permutations([holds, *others]):
        assert held(lines) == holds


def test_lines_that_say_the_same_in_another_form_are_told_apart_by_their_bytes() -> None:
    tight = json.dumps(encode_record(LOGGED), separators=(",", ":")).encode()
    loose = json.dumps(encode_record(LOGGED), sort_keys=True).encode()

    assert canonical(tight)[0] == canonical(loose)[0]
    assert held([tight, loose]) == held([loose, tight])


@given(deletions)
def test_a_deletion_is_the_same_when_its_line_is_read_again(deletion: Deletion) -> None:
    assert decode_entry(line_of(deletion)) == deletion


def test_a_session_with_a_note_about_what_was_deleted_is_no_deletion() -> None:
    record = replace(LOGGED, note='{"deleted":"no"}', athlete='"deleted"')

    assert decode_entry(line_of(record)) == record


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"v":3,"id":"a","rev":1,"deleted":"2026-01-12T18:00:00Z"}', "it has version 3"),
        (b'{"v":2,"id":"a","deleted":"2026-01-12T18:00:00Z"}', "rev: field required"),
        (b'{"v":2,"id":"a","rev":-1,"deleted":"2026-01-12T18:00:00Z"}', "rev: input should be"),
        (b'{"v":2,"id":"a","rev":1,"deleted":"yesterday"}', "deleted: input should be"),
        (b'{"v":2,"id":"a","rev":1,"deleted":', "it is not whole JSON"),
    ],
)
def test_a_wrong_deletion_is_told_by_its_first_wrong_key(line: bytes, message: str) -> None:
    with pytest.raises(UnreadableLine, match=message):
        decode_entry(line)


@given(st.binary())
def test_any_bytes_have_one_canonical_form(line: bytes) -> None:
    assert canonical(line) == canonical(line)
    assert canonical(line)[1] == line
