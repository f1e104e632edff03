"""Terminal, colours and Unicode, by what is known without asking the terminal."""

from __future__ import annotations

import pytest

from benchside.doctor.result import CheckState
from benchside.doctor.terminal_verdict import (
    StreamFacts,
    TerminalFacts,
    judge_colours,
    judge_terminal,
    judge_unicode,
)

NAMES = ("input", "output", "error")


def a_terminal(
    *,
    without: tuple[str, ...] = (),
    size: tuple[int, int] = (100, 30),
    encoding: str = "utf-8",
    is_windows: bool = False,
) -> TerminalFacts:
    streams = tuple(StreamFacts(name, name not in without, encoding) for name in NAMES)
    return TerminalFacts(streams, *size, is_windows=is_windows)


XTERM = {"TERM": "xterm-256color"}


def test_a_terminal_is_told_with_its_size_and_name() -> None:
    result = judge_terminal(a_terminal(), XTERM)

    assert result.state is CheckState.OK
    assert result.told == "100 x 30, xterm-256color"


@pytest.mark.parametrize(
    ("without", "told"),
    [
        (("input",), "standard input is no terminal"),
        (("output", "error"), "standard output and error are no terminal"),
        (NAMES, "standard input, output and error are no terminal"),
    ],
)
def test_a_stream_that_is_no_terminal_is_named(without: tuple[str, ...], told: str) -> None:
    result = judge_terminal(a_terminal(without=without), XTERM)

    assert result.state is CheckState.WARNING
    assert result.told == told
    assert "--plain" in result.hint


@pytest.mark.parametrize("size", [(79, 24), (80, 23), (40, 12)])
def test_a_terminal_below_80_x_24_is_told_to_grow(size: tuple[int, int]) -> None:
    result = judge_terminal(a_terminal(size=size), XTERM)

    assert result.state is CheckState.WARNING
    assert f"{size[0]} x {size[1]}" in result.told
    assert "larger" in result.hint


def test_80_x_24_is_enough() -> None:
    assert judge_terminal(a_terminal(size=(80, 24)), XTERM).state is CheckState.OK


def test_a_terminal_that_does_not_tell_its_size_can_be_told_it() -> None:
    result = judge_terminal(a_terminal(size=(0, 0)), XTERM)

    assert result.state is CheckState.WARNING
    assert "stty" in result.hint


def test_a_dumb_terminal_gets_plain_lines() -> None:
    result = judge_terminal(a_terminal(), {"TERM": "dumb"})

    assert result.state is CheckState.WARNING
    assert "--plain" in result.hint


def test_windows_has_no_term_and_needs_none() -> None:
    assert judge_terminal(a_terminal(is_windows=True), {}).state is CheckState.OK
    assert judge_terminal(a_terminal(), {}).state is CheckState.WARNING


@pytest.mark.parametrize(
    ("environment", "state", "told"),
    [
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, CheckState.OK, "16.7 million"),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, CheckState.OK, "16.7 million"),
        ({"TERM": "screen-256color"}, CheckState.OK, "256"),
        ({"TERM": "linux"}, CheckState.WARNING, "16 (TERM is linux)"),
        ({}, CheckState.WARNING, "16 (TERM is not set)"),
        ({"TERM": "dumb"}, CheckState.WARNING, "none (TERM is dumb)"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, CheckState.OK, "none: NO_COLOR is set"),
        ({"COLORTERM": "truecolor", "NO_COLOR": ""}, CheckState.OK, "none on the screens"),
    ],
)
def test_colours_are_counted_by_what_the_environment_says(
    environment: dict[str, str], state: CheckState, told: str
) -> None:
    result = judge_colours(a_terminal(), environment)

    assert result.state is state
    assert result.told.startswith(told)


def test_no_color_can_be_unset() -> None:
    assert "unset" in judge_colours(a_terminal(), {"NO_COLOR": "1"}).hint


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "de_DE.UTF-8"},
        {"LC_ALL": "en_GB.utf8", "LANG": "C"},
        {"LC_CTYPE": "en_GB.UTF-8"},
        {"LANG": "C.UTF-8", "LC_CTYPE": "C.UTF-8"},
    ],
)
def test_a_locale_with_utf_8_shows_every_sign(environment: dict[str, str]) -> None:
    assert judge_unicode(a_terminal(), environment).state is CheckState.OK


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"LANG": "C"}, 'is "C"'),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, 'is "C"'),  # Python has set it by itself
        ({"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}, 'is "POSIX"'),
        ({"LANG": "de_DE.ISO-8859-1"}, 'is "de_DE.ISO-8859-1"'),
        ({}, "is not set"),
    ],
)
def test_utf_8_in_a_locale_without_it_is_a_warning(environment: dict[str, str], named: str) -> None:
    result = judge_unicode(a_terminal(), environment)

    assert result.state is CheckState.WARNING
    assert named in result.told
    assert "C.UTF-8" in result.hint


def test_ascii_writes_question_marks_for_bars_and_arrows() -> None:
    result = judge_unicode(a_terminal(encoding="ascii"), {"LANG": "C"})

    assert result.state is CheckState.WARNING
    assert result.told.startswith("ascii: bars, arrows and dots are written as question marks")
    assert result.told.isascii()


def test_a_code_page_says_how_many_signs_it_lacks() -> None:
    result = judge_unicode(a_terminal(encoding="cp1252", is_windows=True), {})

    assert result.told == "cp1252: 8 signs are written as question marks"
    assert "PYTHONUTF8" in result.hint
