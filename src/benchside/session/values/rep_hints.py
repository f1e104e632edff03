"""What to write instead of a rep target that is none: the key or the form that was meant."""

from __future__ import annotations

import re
from typing import Final

from benchside.session.values.errors import quote_value

EXPECTED: Final = 'write 8, "5-8", "8+" or "max"'

_NUMBER = r"[1-9][0-9]{0,2}"
"""A number of reps that may be asked for."""

_OPEN: Final = ("max", "maximum", "amrap", "all", "failure", "to failure", "as many as possible")
_SIDES = re.compile(
    rf"({_NUMBER}) ?(?:reps? )?(?:(?:/|per|each|a|on each|x) ?)?"
    r"(?:side|sides|leg|legs|arm|arms|es|e/s|ea|each|e|l/r)\.?"
)
_PAIR = re.compile(rf"({_NUMBER}) ?[/:|] ?({_NUMBER})")
_RANGE = re.compile(rf"({_NUMBER}) ?(?:–|—|‒|−|to|\.\.+|~) ?({_NUMBER})")
_SETS = re.compile(rf"([1-9][0-9]?) ?[x×*] ?({_NUMBER}(?:-{_NUMBER})?\+?|max)")
_LISTED = re.compile(
    rf"{_NUMBER}(?:(?: ?[,;] ?{_NUMBER})+|(?: ?[/|-] ?{_NUMBER}){{2,}}|(?: {_NUMBER})+)"
)
_PART = rf"(?:{_NUMBER}(?:-{_NUMBER})?|max|amrap)"
_PARTS = re.compile(rf"\(?({_PART}(?: ?[+] ?{_PART})+)\)?(?: ?reps?)?")
_DOTTED = re.compile(r"[1-9][0-9]?(?:\.[1-9][0-9]?){2,}")
_OTHER_KEYS: Final = (
    (re.compile(rf"({_NUMBER}(?:\.[0-9]{1, 3})?) ?(?:s|secs?|seconds?)"), 'time = "{}s"'),
    (re.compile(rf"({_NUMBER}(?:\.[0-9]{1, 3})?) ?(?:min|mins|minutes?)"), 'time = "{}m"'),
    (re.compile(rf"({_NUMBER}(?:\.[0-9]{1, 3})?) ?(?:m|met(?:er|re)s?)"), 'distance = "{} m"'),
    (
        re.compile(rf"({_NUMBER}(?:\.[0-9]{1, 3})?) ?(?:km|kilomet(?:er|re)s?)"),
        'distance = "{} km"',
    ),
    (re.compile(rf"({_NUMBER}) ?(?:k?cals?|calories)"), "calories = {}"),
)
"""Amounts that are no reps, each with the key that asks for them."""


def rep_hint(value: object) -> str:
    """Return what to write instead of a value that is no rep target."""
    match value:
        case str() if len(value) <= 60:
            return _of_text(" ".join(value.lower().split()))
        case float() if 1 <= value <= 999 and value == int(value):
            return f"write {int(value)}"
        case [*entries] if entries and all(_is_count(entry) for entry in entries):
            return _as_sets([str(entry) for entry in entries])
        case _:
            return EXPECTED


def _of_text(text: str) -> str:
    if text.strip("*!. ") in _OPEN:
        return 'write "max"'
    if match := re.fullmatch(rf"({_NUMBER}(?:-{_NUMBER})?\+?|max) ?(?:reps?|repetitions)\.?", text):
        return f"write {_written(match[1])}"
    if match := _SIDES.fullmatch(text):
        return _each_side(match[1])
    if match := _PAIR.fullmatch(text):
        return _each_side(match[1]) if match[1] == match[2] else _uneven(match[1], match[2])
    if match := _RANGE.fullmatch(text):
        return f'write "{match[1]}-{match[2]}"'
    if match := _SETS.fullmatch(text):
        return f"write sets = {match[1]} and reps = {_written(match[2])}"
    if _LISTED.fullmatch(text):
        return _as_sets(re.findall(_NUMBER, text))
    if match := _PARTS.fullmatch(text):
        return f'write "{match[1].replace(" ", "").replace("amrap", "max")}"'
    if _DOTTED.fullmatch(text):
        return f'write "{text.replace(".", "+")}" for one set of parts'
    for pattern, key in _OTHER_KEYS:
        if match := pattern.fullmatch(text):
            return f"write {key.format(match[1])}"
    return 'write "2+2+2" for one set of parts' if text.count("+") > 1 else EXPECTED


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= 999


def _written(reps: str) -> str:
    return reps if reps.isdecimal() else quote_value(reps)


def _each_side(reps: str) -> str:
    return f'write reps = {reps} and sides = ["left", "right"]'


def _uneven(left: str, right: str) -> str:
    """Sides that differ are sets that differ."""
    return (
        f'write sets = [{{ reps = {left}, sides = ["left"] }},'
        f' {{ reps = {right}, sides = ["right"] }}]'
    )


def _as_sets(counts: list[str]) -> str:
    """Return what to write instead where reps differ from set to set, or from part to part."""
    if len(counts) == 1:
        return f"write {counts[0]}"
    listed = ", ".join(f"{{ reps = {count} }}" for count in counts[:3])
    more = ", …" if len(counts) > 3 else ""
    return f"write sets = [{listed}{more}]"
