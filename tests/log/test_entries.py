"""The lines of the journal."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchside.log.entries import CommandLine, Line, decode, encode
from benchside.log.entry_values import decode_load, encode_load
from benchside.log.problems import UnreadableLine
from benchside.runner.commands import Command, Go
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
def test_a_line_is_the_same_when_it_is_read_again(line: Line) -> None:
    assert decode(json.dumps(encode(line))) == line


@given(loads)
def test_a_load_keeps_every_digit(load: Load) -> None:
    assert str(decode_load(encode_load(load))) == str(load)


@given(commands)
def test_a_command_line_holds_its_moment_and_its_name(command: Command) -> None:
    line = encode(CommandLine(1_500, command))

    assert line["at_ms"] == 1_500
    assert "name" in line["command"]  # type: ignore[operator] # JSON


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "it is not whole JSON"),
        ("[]", "it is not a JSON object"),
        ('{"v":1}', "it has version 1, this program reads version 2"),
        ('{"at_ms":"1","step":2}', '"at_ms" is not a whole number'),
        ('{"at_ms":1}', "it is no line of a journal"),
        ('{"at_ms":1,"command":{"name":"jump"}}', "'jump' is no command"),
        ('{"at_ms":1,"command":{"name":"note","set_index":0}}', '"text" is not a text'),
        ('{"at_ms":1,"command":{"name":"note"}}', '"set_index" is not a whole number'),
        ('{"at_ms":1,"end":"bored"}', '"end" is no status of a session'),
        ('{"at_ms":1,"set":{}}', '"sides" is not a list'),
        (
            '{"at_ms":1,"command":{"name":"amend","set_index":0,"load":{"count":1,"unit":"st","amount":"1"}}}',
            '"unit" is neither kg nor lb',
        ),
        (
            '{"at_ms":1,"command":{"name":"amend","set_index":0,"rpe":"hard"}}',
            '"rpe" is not a number',
        ),
        (
            '{"at_ms":1,"command":{"name":"amend","set_index":0,"rpe":"9E9"}}',
            '"rpe" is larger than anything that a journal holds',
        ),
        (
            '{"at_ms":1,"command":{"name":"amend","set_index":0,"load":{"count":100,"unit":"kg","amount":"1"}}}',
            '"count" is larger than anything that a journal holds',
        ),
        (
            '{"at_ms":1,"command":{"name":"amend","set_index":0,"rpe":"NaN"}}',
            '"rpe" is not a number',
        ),
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

    assert line is None or decode(json.dumps(encode(line))) == line


def test_the_simplest_line_is_short() -> None:
    assert encode(CommandLine(0, Go())) == {"at_ms": 0, "command": {"name": "go"}}
