"""The sections of a Liftosaur line that tell of sets: `3x8-12 @8 60kg 90s`, `warmup: 1x5 50%`.

Three things are understood beyond Liftosaur, for sessions that are asked for in this form: a hold
(`3x45s`), a tempo (`2-1-X-1`) and `bodyweight`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Keys: TypeAlias = dict[str, object]
"""Keys of a session file with their values."""

LeaveOut: TypeAlias = "Callable[[str], None]"
"""Takes down what a session cannot say."""

MAX_SETS: Final = 100
"""More in one line are a slip of the finger."""

_SETS = re.compile(
    r"(?P<sets>[0-9]{1,6})(?P<more>\+)?\s*x\s*"
    r"(?P<reps>[0-9]{1,6}(?:-[0-9]{1,6})?)(?P<more_reps>\+)?"
    r"(?P<hold>[sm])?(?P<rest>(?:\s.*)?)"
)
_LABEL = re.compile(r"\([^()]*+\)")
_WEIGHT = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)(kg|lb)(\+)?")
_PERCENT = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)%(\+)?")
_RPE = re.compile(r"@([0-9]{1,2}(?:\.[0-9])?)\+?")
_TIMER = re.compile(r"[0-9]{1,5}[sm]")
_TEMPO = re.compile(r"[0-9]{1,2}-[0-9]{1,2}-(?:[0-9]{1,2}|[Xx])-[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class SetGroup:
    """So many sets that ask for the same."""

    count: int
    keys: Keys


def parse_sets(section: str, leave_out: LeaveOut) -> list[SetGroup] | None:
    """Read `1x5 @8, 5x5 50%`; None where the section tells of no sets."""
    if not re.match(r"[0-9]+\+?\s*x\s*[0-9]", section):
        return None
    groups = (_group(part.strip(), leave_out) for part in section.split(","))
    return [group for group in groups if group is not None]


def parse_shared(section: str, leave_out: LeaveOut) -> Keys:
    """Read what holds for every set of the line: `60kg 90s @8`."""
    keys: Keys = {}
    for label in _LABEL.findall(section):
        leave_out(f"label {label}")
    for word in _LABEL.sub(" ", section).split():
        keys |= _attribute(word, leave_out)
    return keys


def parse_warmup(section: str, leave_out: LeaveOut) -> list[SetGroup]:
    """Read `1x5 45lb, 1x3 80%`; `none` is no warm-up."""
    if section.strip() == "none":
        return []
    found = parse_sets(section.strip(), leave_out)
    if found is None:
        leave_out(f"warmup: {section.strip()}")
    return found or []


def as_ramp(warmup: list[SetGroup]) -> list[str] | None:
    """Write warm-up sets as a ramp; None where one is not a part of the working load."""
    entries = []
    for group in warmup:
        load = group.keys.get("load")
        is_part = isinstance(load, str) and load.endswith("%") and Decimal(load[:-1]) < 100
        if not is_part or not isinstance(group.keys.get("reps"), int):
            return None
        entries += [f"{load} x {group.keys['reps']}"] * group.count
    return entries


def _group(text: str, leave_out: LeaveOut) -> SetGroup | None:
    match = _SETS.fullmatch(text)
    if match is None or not 1 <= int(match["sets"]) <= MAX_SETS:
        leave_out(text)
        return None
    if match["more"]:
        leave_out(f'"+" of {match["sets"]}+ sets')
    asked: Keys = (
        {"time": match["reps"] + match["hold"]} if match["hold"] else _reps(match, leave_out)
    )
    return SetGroup(int(match["sets"]), asked | parse_shared(match["rest"], leave_out))


def _reps(match: re.Match[str], leave_out: LeaveOut) -> Keys:
    low, _, high = match["reps"].partition("-")
    if not match["more_reps"]:
        return {"reps": match["reps"] if high else int(low)}
    if high:
        leave_out(f"upper end of {match['reps']}+ reps")
    return {"reps": f"{low}+"}


def _attribute(word: str, leave_out: LeaveOut) -> Keys:
    """Read one word behind the reps."""
    if match := _WEIGHT.fullmatch(word):
        if match[3]:
            leave_out(f'"+" of {word}')
        return {"load": f"{match[1]} {match[2]}"}
    if match := _PERCENT.fullmatch(word):
        if match[2]:
            leave_out(f'"+" of {word}')
        return {"load": f"{match[1]}%"}
    if match := _RPE.fullmatch(word):
        rpe = float(match[1])
        return {"rpe": int(rpe) if rpe == int(rpe) else rpe}
    if _TIMER.fullmatch(word):
        return {"rest": word}
    if _TEMPO.fullmatch(word):
        return {"tempo": word}
    if word == "bodyweight":
        return {"load": word}
    leave_out(word)
    return {}
