"""The lines of the journal."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, strategies as st

from benchside.log.entries import CommandEntry, JournalEntry, decode, encode_entry
from benchside.log.problems import UnreadableLine
from benchside.runner.commands import Amend, Command, Go
from tests.builders import SET_1
from tests.log.strategies import commands, lines, loads

if TYPE_CHECKING:
    from benchside.session.values.load import Load

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
keys = st.sampled_from(["v", "at_ms", "command", "step", "set", "end", "started", "text"])


@given(lines)
def test_a_line_is_the_same_when_it_is_read_again(line: JournalEntry) -> None:
    assert decode(json.dumps(encode_entry(line))) == line


@given(loads)
def test_a_load_keeps_every_digit(load: Load) -> None:
    line = CommandEntry(0, Amend(SET_1, load=load))

    assert str(decode(json.dumps(encode_entry(line)))) == str(line)


@given(commands)
def test_a_command_line_holds_its_moment_and_its_name(command: Command) -> None:
    line = encode_entry(CommandEntry(1_500, command))

    assert line["at_ms"] == 1_500
    assert "name" in line["command"]  # type: ignore[operator] # JSON


STRANGE = "it holds something that no journal holds"
TOO_LARGE = "a number is larger than anything that a journal holds"


def amend(values: str) -> str:
    named = '"name":"amend","set":{"block":0,"exercise":0,"number":1}'
    return f'{{"at_ms":1,"command":{{{named},{values}}}}}'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "it is not whole JSON"),
        ("[]", "it is not a JSON object"),
        ('{"v":2}', "it has version 2, this program reads version 3"),
        ('{"at_ms":"1","step":2}', '"at_ms" is not a whole number'),
        ('{"at_ms":1}', "it is no line of a journal"),
        ('{"at_ms":1,"step":2}', "it is not a JSON object"),
        ('{"at_ms":1,"step":{"kind":"play"}}', '"kind" is no kind of step'),
        ('{"at_ms":1,"command":{"name":"leap"}}', "'leap' is no command"),
        ('{"at_ms":1,"command":{"name":"note"}}', '"set": field required'),
        ('{"at_ms":1,"end":"bored"}', '"end" is no status of a session'),
        ('{"at_ms":1,"set":{}}', '"set": field required'),
        (amend('"load":{"each":{"amount":"1","unit":"st"},"count":1}'), STRANGE),
        (amend('"load":{"stones":"12"}'), STRANGE),
        (amend('"rpe":"hard"'), '"rpe": input should be a valid decimal'),
        (amend('"rpe":"9E9"'), TOO_LARGE),
        (amend('"rpe":"1E-99"'), TOO_LARGE),
        (amend('"reps":999999999999'), TOO_LARGE),
        (amend('"rpe":"NaN"'), '"rpe": input should be a finite number'),
    ],
)
def test_a_damaged_line_says_what_is_wrong_with_it(line: str, message: str) -> None:
    with pytest.raises(UnreadableLine) as wrong:
        decode(line)

    assert str(wrong.value) == message


@given(st.dictionaries(keys, json_values).map(json.dumps) | st.text())
@example("[" * 100_000)
@example('{"at_ms":1,"end":"complete"}')
def test_whatever_stands_in_a_line_reading_it_gives_a_line_or_a_reason(written: str) -> None:
    line = None
    with suppress(UnreadableLine):
        line = decode(written)

    assert line is None or decode(json.dumps(encode_entry(line))) == line


def test_the_simplest_line_is_short() -> None:
    assert encode_entry(CommandEntry(0, Go())) == {"at_ms": 0, "command": {"name": "go"}}
