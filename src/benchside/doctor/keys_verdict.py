"""Which key bytes of a terminal stand for, and whether those that a session needs arrive. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from benchside.doctor.result import CheckResult, ok, skipped, warning

if TYPE_CHECKING:
    from collections.abc import Sequence


class AskedKey(StrEnum):
    """A key that somebody is asked to press."""

    SPACE = "space"
    ARROW = "an arrow"
    PAGE_DOWN = "page down"
    """What the button of a presenter or a pedal sends."""
    LETTER = "a letter"


ENTER: Final = "enter"
"""Leaves a key out."""

ARROWS: Final = ("up", "down", "right", "left")

_NAMES: Final = {
    b" ": "space",
    b"\r": ENTER,
    b"\n": ENTER,
    b"\t": "tab",
    b"\x1b": "escape",
    b"\x7f": "backspace",
    b"\x1b[5~": "page up",
    b"\x1b[6~": "page down",
    # What the Windows console sends, as its own library reads it.
    b"\xc3\xa0H": "up",
    b"\xc3\xa0P": "down",
    b"\xc3\xa0M": "right",
    b"\xc3\xa0K": "left",
    b"\xc3\xa0I": "page up",
    b"\xc3\xa0Q": "page down",
    **{
        prefix + letter.encode(): name
        for prefix in (b"\x1b[", b"\x1bO")
        for letter, name in zip("ABCD", ARROWS, strict=True)
    },
}


_ONE_KEY: Final = re.compile(rb"\x1b\[[0-9;]*[ -/]*[@-~]|\x1bO.|\x1b.?|\xc3\xa0.?", re.DOTALL)
"""What a key sends that sends several bytes; a letter is read as a character."""


@dataclass(frozen=True, slots=True)
class KeyAnswer:
    """A key that was asked for, and what arrived."""

    asked: AskedKey
    arrived: str
    """As `key_name` names it; empty where nothing came in time."""

    @property
    def is_left_out(self) -> bool:
        """Whether nobody has pressed it."""
        return self.arrived in ("", ENTER)

    @property
    def is_right(self) -> bool:
        """Whether it arrived as it was asked for."""
        match self.asked:
            case AskedKey.ARROW:
                return self.arrived in ARROWS
            case AskedKey.LETTER:
                return self.arrived.isascii() and self.arrived.isalpha() and len(self.arrived) == 1
            case _:
                return self.arrived == self.asked.value

    @property
    def told(self) -> str:
        """What is said of it."""
        if self.is_left_out:
            return f"{self.asked} was left out"
        if self.asked.value == self.arrived:
            return f"{self.asked} arrived"
        return f"{self.asked} arrived as {self.arrived}"


def key_name(sent: bytes) -> str:
    """Return the name of a key by what the terminal has sent; empty for nothing.

    Of several in a burst the first counts. A key that is not known is told by its bytes, so that it
    can be reported.
    """
    if not sent:
        return ""
    one = _ONE_KEY.match(sent)
    first = one[0] if one else sent.decode("utf-8", "replace")[0].encode()
    if first in _NAMES:
        return _NAMES[first]
    text = first.decode("utf-8", "replace")
    if text.isprintable():
        return text
    return text.replace("\x1b", "ESC ").encode("unicode_escape").decode("ascii")


def judge_keys(answers: Sequence[KeyAnswer]) -> CheckResult:
    """Return which keys arrived, and what came instead of those that did not."""
    told = "; ".join(answer.told for answer in answers)
    pressed = [answer for answer in answers if not answer.is_left_out]
    wrong = [answer for answer in pressed if not answer.is_right]
    if not pressed:
        return skipped("keys", "all were left out")
    if not wrong:
        return ok("keys", told)
    if wrong[0].asked is AskedKey.LETTER and not wrong[0].arrived.isascii():
        return warning(
            "keys", told, "switch the keyboard to a Latin layout for the keys that are letters"
        )
    return warning(
        "keys",
        told,
        "look for what takes it: the terminal's own shortcuts, tmux, a keyboard layout",
    )
