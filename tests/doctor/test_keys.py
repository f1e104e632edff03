"""Which keys arrive, and what is said of those that do not."""

from __future__ import annotations

import pytest

from benchside.doctor.keyboard import ask_for_keys
from benchside.doctor.keys_verdict import AskedKey, KeyAnswer, judge_keys, key_name
from benchside.doctor.result import CheckState


class Typist:
    """A keyboard on which one key after the other is pressed; nothing for an empty one."""

    def __init__(self, *keys: bytes) -> None:
        self.keys = list(keys)
        self.told: list[str] = []

    def drop_typed(self) -> None:
        pass

    def read(self, limit_s: float) -> bytes:  # noqa: ARG002
        return self.keys.pop(0)

    def answers(self) -> list[KeyAnswer]:
        return ask_for_keys(self, self.told.append)


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        (b" ", "space"),
        (b"\x1b[A", "up"),
        (b"\x1bOB", "down"),
        (b"\x1b[6~", "page down"),
        (b"\r", "enter"),
        (b"k", "k"),
        ("ж".encode(), "ж"),
        (b"\x1b[6;5~", "ESC [6;5~"),
        (b"   ", "space"),
        (b"\x1b[A\x1b[A\x1b[A", "up"),
        (b"\x1bk", "ESC k"),
        ("жж".encode(), "ж"),
        (b"\xc3\xa0", "à"),
        (b"\xff", "\ufffd"),
        (b"\x01", "\\x01"),
        (b"", ""),
    ],
)
def test_a_key_has_the_name_that_is_printed_on_it(sent: bytes, name: str) -> None:
    assert key_name(sent) == name


def test_keys_that_arrive_are_well() -> None:
    typist = Typist(b" ", b"\x1b[C", b"\x1b[6~", b"p")

    result = judge_keys(typist.answers())

    assert result.state is CheckState.OK
    assert result.told == (
        "space arrived; an arrow arrived as right; page down arrived; a letter arrived as p"
    )
    assert typist.told[0] == "press space (enter, or 8 s, leave it out)"
    assert len(typist.told) == 4


def test_enter_leaves_a_key_out() -> None:
    result = judge_keys(Typist(b" ", b"\x1b[C", b"\n", b"p").answers())

    assert result.state is CheckState.OK
    assert "page down was left out" in result.told


def test_where_nobody_presses_a_key_the_others_are_not_asked_for() -> None:
    typist = Typist(b" ", b"")

    answers = typist.answers()

    assert [answer.asked for answer in answers] == list(AskedKey)
    assert len(typist.told) == 2
    assert judge_keys(answers).state is CheckState.OK


@pytest.mark.parametrize("key", [b"", b"\n"])
def test_keys_that_were_all_left_out_are_skipped(key: bytes) -> None:
    assert judge_keys(Typist(key, key, key, key).answers()).state is CheckState.SKIPPED


def test_a_key_that_arrives_as_another_is_told() -> None:
    result = judge_keys(Typist(b" ", b"\x1b[C", b"\x1b[5~", b"p").answers())

    assert result.state is CheckState.WARNING
    assert "page down arrived as page up" in result.told


def test_a_letter_of_another_layout_says_which_keys_it_takes_away() -> None:
    result = judge_keys(Typist(b" ", b"\x1b[C", b"\x1b[6~", "ж".encode()).answers())

    assert result.state is CheckState.WARNING
    assert "Latin" in result.hint


def test_a_capital_is_a_letter_too() -> None:
    assert judge_keys([KeyAnswer(AskedKey.LETTER, "P")]).state is CheckState.OK
