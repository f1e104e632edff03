"""Lines from a pipe: all of them, whole, and their end."""

from __future__ import annotations

import os
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from benchside.plain.keys import NoKeys, StreamKeys, ThreadKeys, standard_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.plain.keys import Keys


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def all_lines(keys: Keys) -> list[str]:
    lines: list[str] = []
    while keys.is_open:
        lines += keys.wait(0.01)
    return lines


def test_nothing_typed_is_no_line(pipe: tuple[int, int]) -> None:
    keys = StreamKeys(pipe[0])

    assert keys.wait(0) == []
    assert keys.is_open


def test_a_line_counts_once_it_is_whole(pipe: tuple[int, int]) -> None:
    keys = StreamKeys(pipe[0])
    os.write(pipe[1], b"note l\xc3")
    first = keys.wait(0)
    os.write(pipe[1], b"\xb6\n\n")

    assert first == []
    assert keys.wait(0) == ["note lö", ""]


def test_the_end_of_a_pipe_ends_its_last_line(pipe: tuple[int, int]) -> None:
    os.write(pipe[1], b"go\nfinish")
    os.close(pipe[1])

    assert all_lines(StreamKeys(pipe[0])) == ["go", "finish"]


def test_an_endless_line_costs_no_memory(pipe: tuple[int, int]) -> None:
    keys = StreamKeys(pipe[0])
    for _ in range(10):
        os.write(pipe[1], b"x" * 4096)
        keys.wait(0)
    os.write(pipe[1], b"\n")

    [line] = keys.wait(0)

    assert len(line) < 20_000


def test_a_thread_reads_the_same_lines() -> None:
    keys = ThreadKeys(StringIO("go\nfinish"))

    assert [line.strip() for line in all_lines(keys)] == ["go", "finish"]


def test_a_closed_input_brings_no_lines() -> None:
    keys = standard_keys(None)

    assert isinstance(keys, NoKeys)
    assert keys.wait(0) == []
