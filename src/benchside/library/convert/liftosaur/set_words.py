"""The words that tell of sets: `3x8-12 @8 60kg 90s`, `1x5 45lb`, `3x1 60s|30s`.

Three things are understood beyond Liftosaur, for sessions that are asked for in this form: a hold
(`3x45s`), a tempo (`2-1-X-1`) and `bodyweight`. What a word means here it means in Liftosaur; a
word that means nothing there is a mistake, for without it the set would be another one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.session import (
    InvalidValueError,
    format_load,
    format_rpe,
    parse_load,
    parse_reps,
    parse_rpe,
    parse_tempo,
    quote_value,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LeaveOut: TypeAlias = "Callable[[str], None]"
"""Takes down what a session does not say."""

MAX_SETS: Final = 100
"""More in one line are a slip of the finger."""

MAX_REST_MINUTES: Final = 10
"""A longer rest in `m` is as likely a distance in metres."""

BODYWEIGHT: Final = "bodyweight"

_Words: TypeAlias = "dict[str, re.Match[str]]"
"""The words of one part by what they tell."""

_END = r"(?![0-9A-Za-z.|])"
_WHOLE = r"[0-9]{1,6}"
_NUMBER = r"(?:[0-9]{1,6}(?:\.[0-9]{1,6})?|\.[0-9]{1,6})"
_TOKEN = re.compile(
    rf"""
      (?P<timer>(?P<hold>[0-9]{{1,5}})s(?P<open>\+)?\|(?:(?P<after>[0-9]{{1,5}})s|\?)){_END}
    | (?P<tempo>@?[0-9]{{1,2}}-[0-9]{{1,2}}-(?:[0-9]{{1,2}}|[Xx])-[0-9]{{1,2}}){_END}
    | (?P<sets>(?P<count>{_WHOLE})\ ?(?P<quick>\+)?\ ?x\ ?
        (?P<low>{_WHOLE})(?:\ ?-\ ?(?P<high>{_WHOLE}))?(?P<held>[sm])?\ ?(?P<more>\+)?){_END}
    | (?P<weight>(?P<sign>[+-])?(?P<amount>{_NUMBER})\ ?(?P<unit>kg|lb)(?P<asks>\+)?){_END}
    | (?P<percent>(?P<share>{_NUMBER})%(?P<asks_too>\+)?){_END}
    | (?P<rpe>@\ ?(?P<effort>[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?)?(?P<logs>\+)?){_END}
    | (?P<rest>(?P<length>[0-9]{{1,5}})(?P<of>[sm])){_END}
    | (?P<label>\([^()]*+\))
    | (?P<ask>\?\+)
    | (?P<auto>auto){_END}
    | (?P<body>bodyweight){_END}
    | (?P<comma>,)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class WrittenSets:
    """What stands between two commas; None where a word is not there."""

    line: int
    count: int | None = None
    """How many sets; None where the words hold for all sets of the exercise."""
    reps: int | str | None = None
    """As a session file has it: 8, "5-8", "8+"; None for a hold."""
    load: str | None = None
    rpe: int | float | None = None
    rest_s: int | None = None
    hold_s: int | None = None
    """How long the set itself lasts."""
    is_open: bool = False
    """Whether the hold goes on for as long as one can."""
    is_auto: bool | None = None
    """Whether the next set begins by itself after the rest."""
    tempo: str | None = None
    label: str | None = None


def parse_sets(section: str, line: int, leave_out: LeaveOut) -> tuple[WrittenSets, ...]:
    """Read `1x5 @8, 5x5 50%`; raises `InvalidValueError` for a word that means nothing here."""
    parts: list[_Words] = [{}]
    for token in _tokens(section):
        kind = token.lastgroup or ""
        if kind == "comma":
            parts.append({})
        elif kind not in parts[-1]:
            parts[-1][kind] = token
        elif kind == "sets":
            raise InvalidValueError(
                f"{quote_value(token[0])} follows other sets", "write a comma between them"
            )
        else:
            leave_out(f"{quote_value(token[0])}: of two that say the same the first holds")
    return tuple(_written(words, line, leave_out) for words in parts if words)


def _tokens(section: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(section):
        if section[position] == " ":
            position += 1
            continue
        token = _TOKEN.match(section, position)
        if token is None:
            raise _not_understood(re.split(r"[ ,]", section[position:], maxsplit=1)[0])
        yield token
        position = token.end()


def _not_understood(word: str) -> InvalidValueError:
    if re.fullmatch(r".*[0-9]m", word):
        return InvalidValueError(
            f"{quote_value(word)} may be metres or minutes", 'a time is written in seconds: "60s"'
        )
    return InvalidValueError(f"{quote_value(word)} is not understood", "sets are written: 3x8 60kg")


def _written(words: _Words, line: int, leave_out: LeaveOut) -> WrittenSets:
    """Put the words of one part together, each checked as a session file would."""
    sets, timer, rest = words.get("sets"), words.get("timer"), words.get("rest")
    hold_s = int(timer["hold"]) if timer else None
    if sets and sets["held"]:
        hold_s = _hold_s(sets)
    if "ask" in words:
        leave_out('"?+" asks for the weight: here every load can be corrected')
    rest_s = _rest_s(rest) if rest else None
    if timer:
        rest_s = int(timer["after"]) if timer["after"] else None
    return WrittenSets(
        line=line,
        count=_count(sets, leave_out) if sets else None,
        reps=_reps(sets, leave_out) if sets and not sets["held"] else None,
        load=_load(words, leave_out),
        rpe=_rpe(words["rpe"], leave_out) if "rpe" in words else None,
        rest_s=rest_s,
        hold_s=hold_s,
        is_open=bool(timer and timer["open"]),
        is_auto="auto" in words or None,
        tempo=_tempo(words),
        label=words["label"][0][1:-1].strip() or None if "label" in words else None,
    )


def _count(sets: re.Match[str], leave_out: LeaveOut) -> int:
    count = int(sets["count"])
    if not 1 <= count <= MAX_SETS:
        raise InvalidValueError(
            f"{quote_value(sets[0])} is not between 1 and {MAX_SETS} sets", "write 3x8"
        )
    if sets["quick"]:
        leave_out(f'"+" of {quote_value(sets[0])}: more sets than {count} are not asked for')
    return count


def _reps(sets: re.Match[str], leave_out: LeaveOut) -> int | str:
    low, high = int(sets["low"]), int(sets["high"] or sets["low"])
    if sets["more"]:
        if high != low:
            leave_out(f"the upper end of {quote_value(sets[0])}: the set is open")
        reps: int | str = f"{low}+" if low else "max"
    else:
        reps = low if low == high else f"{low}-{high}"
    parse_reps(reps)
    return reps


def _hold_s(sets: re.Match[str]) -> int:
    """Return the seconds of `3x45s`; a length in `m` might be metres."""
    if sets["held"] == "m":
        raise InvalidValueError(
            f"{quote_value(sets[0])} may be metres or minutes",
            'a hold is written in seconds: "3x45s"',
        )
    if sets["high"] or sets["more"] or not int(sets["low"]):
        raise InvalidValueError(
            f"{quote_value(sets[0])} is no hold", 'a hold is written in seconds: "3x45s"'
        )
    return int(sets["low"])


def _rest_s(rest: re.Match[str]) -> int:
    length = int(rest["length"])
    if rest["of"] == "s":
        return length
    if length > MAX_REST_MINUTES:
        raise InvalidValueError(
            f"{quote_value(rest[0])} may be metres or minutes",
            'a rest is written in seconds: "90s"',
        )
    return length * 60


def _load(words: _Words, leave_out: LeaveOut) -> str | None:
    """Return the load of a part; a weight goes before a percentage, as in Liftosaur."""
    weight, percent = words.get("weight"), words.get("percent")
    if (weight and weight["asks"]) or (percent and percent["asks_too"]):
        leave_out('"+" behind a weight asks for it: here every load can be corrected')
    if weight:
        if percent:
            leave_out(f"{quote_value(percent[0])}: the weight holds")
        if not Decimal(weight["amount"]):
            return BODYWEIGHT
        load = f"{Decimal(weight['amount']):f} {weight['unit']}"
        if weight["sign"] == "-":  # an assistance, which Liftosaur takes off the body's weight
            load = f"{BODYWEIGHT} - {load}"
    elif percent:
        load = f"{Decimal(percent['share']):f}%"
    else:
        return BODYWEIGHT if "body" in words else None
    return format_load(parse_load(load))


def _rpe(rpe: re.Match[str], leave_out: LeaveOut) -> int | float | None:
    """Return the RPE of a part.

    One that is off the scale is told, for without it the set stays right.
    """
    if rpe["logs"]:
        leave_out('"+" behind an RPE asks for it: here every set\'s RPE can be entered')
    if rpe["effort"] is None:
        return None
    try:
        return format_rpe(parse_rpe(Decimal(rpe["effort"])))
    except InvalidValueError as mistake:
        leave_out(f"{quote_value(rpe[0])}: {mistake.message}")
        return None


def _tempo(words: _Words) -> str | None:
    if "tempo" not in words:
        return None
    parse_tempo(words["tempo"][0])
    return words["tempo"][0]
