"""What to write instead of a time that is told in words: `max hold`, `7s on 3s off x 6`."""

from __future__ import annotations

import re
from typing import Final

_LENGTH = r"(?:[0-9]{1,4}(?:\.[0-9])?|[0-9]{1,2}:[0-5][0-9])"
_UNIT = r"(?:s|secs?|seconds?|m|mins?|minutes?)?"
_OPEN: Final = (
    re.compile(rf"[>≥] ?=? ?({_LENGTH}) ?({_UNIT})"),
    re.compile(rf"({_LENGTH}) ?({_UNIT}) ?(?:-|to) ?(?:max|failure)"),
    re.compile(rf"(?:at least|min\.?) ({_LENGTH}) ?({_UNIT})"),
    re.compile(rf"({_LENGTH}) ?({_UNIT}) (?:or more|minimum|min|at least)"),
)
_WORK_AND_REST: Final = (
    re.compile(
        rf"(?P<count>[0-9]{{1,2}}) ?[x×] ?\(?(?P<work>{_LENGTH}) ?(?P<unit>{_UNIT}) ?(?:on)?"
        rf" ?[/: ,] ?(?P<rest>{_LENGTH}) ?(?P<rest_unit>{_UNIT}) ?(?:off|rest)?\)?"
    ),
    re.compile(
        rf"\(?(?P<work>{_LENGTH}) ?(?P<unit>{_UNIT}) ?(?:on)? ?[/: ,] ?(?P<rest>{_LENGTH}) ?"
        rf"(?P<rest_unit>{_UNIT}) ?(?:off|rest)?\)? ?[x×] ?(?P<count>[0-9]{{1,2}})"
    ),
)
_EACH_SIDE = re.compile(
    rf"(?:(?P<count>[0-9]{{1,2}}) ?[x×] ?)?(?P<length>{_LENGTH}) ?(?P<unit>{_UNIT})"
    r" ?(?:/|per|each|a) ?(?:side|leg|arm|es)?"
)
_WITH_NOUN = re.compile(rf"({_LENGTH}) ?({_UNIT}) (?:holds?|hangs?|work|iso|isometric|static)")


def time_hint(text: str) -> str:
    """Return what to write instead; empty where nobody can tell."""
    text = " ".join(text.lower().split())
    if re.fullmatch(r"max(?:imum|imal)? ?(?:hold|time|hang|effort)|as long as .*", text):
        return 'write "max"'
    for pattern in _OPEN:
        if match := pattern.fullmatch(text):
            return f'write "{_length(match[1], match[2])}+"'
    for pattern in _WORK_AND_REST:
        if match := pattern.fullmatch(text):
            work = _length(match["work"], match["unit"])
            rest = _length(match["rest"], match["rest_unit"])
            return f'write time = "{match["count"]} x {work}" and part_rest = "{rest}"'
    if match := _EACH_SIDE.fullmatch(text):
        sets = f"sets = {match['count']}, " if match["count"] else ""
        length = _length(match["length"], match["unit"])
        return f'write {sets}time = "{length}" and sides = ["left", "right"]'
    match = _WITH_NOUN.fullmatch(text)
    return f'write "{_length(match[1], match[2])}"' if match else ""


def _length(number: str, unit: str) -> str:
    """Write a length with its unit; without one it is seconds."""
    if ":" in number:
        return number
    return f"{number}{unit[:1] or 's'}"
