"""Commands, loads and finished sets as JSON, for the lines of the journal.

Every value comes back as it was, loads included that nobody could have written in a file. Reading
raises `UnreadableLine` for what no journal holds.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from benchside.log.problems import UnreadableLine
from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Away,
    Back,
    Close,
    FinishEarly,
    Go,
    Note,
    Pause,
    Proceed,
    Skip,
    Slept,
    Undo,
)
from benchside.runner.results import SetResult, SetStatus, SideResult, Tut
from benchside.session.values.load import Bodyweight, Label, Mass, Percent, Unit, Weight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.runner.commands import Command
    from benchside.session.values.load import Load

Json: TypeAlias = dict[str, object]

MAX_MS: Final = 10**11
"""Three years: longer than any session, and than any time that one was away."""

MAX_DECIMAL: Final = 10**6
"""Of a load in one piece, a percent or an RPE: ten times what a session file can say."""

MAX_PIECES: Final = 99
"""Of the same load, as in `2 x 24 kg`."""

_DECIMAL: Final = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?(?:E[+-]?[0-9])?")
"""A load, a percent or an RPE as `Decimal` writes it; an exponent of more digits is no weight."""

Plain: TypeAlias = Go | Pause | Skip | Back | Undo | FinishEarly | Close | Abandon | Proceed

_PLAIN: Final[Mapping[str, type[Plain]]] = {
    "go": Go,
    "pause": Pause,
    "skip": Skip,
    "back": Back,
    "undo": Undo,
    "finish-early": FinishEarly,
    "close": Close,
    "abandon": Abandon,
    "proceed": Proceed,
}
"""Commands that say everything by their name."""

_PLAIN_NAMES: Final = {command: name for name, command in _PLAIN.items()}


def encode_command(command: Command) -> Json:
    """Turn a command into JSON."""
    match command:
        case AddTime(ms):
            return {"name": "add-time", "ms": ms}
        case Slept(ms):
            return {"name": "slept", "ms": ms}
        case Away(ms):
            return {"name": "away", "ms": ms}
        case Note(set_index, text):
            return {"name": "note", "set_index": set_index, "text": text}
        case Amend():
            return {
                "name": "amend",
                "set_index": command.set_index,
                "reps": command.reps,
                "side": command.side,
                "load": encode_load(command.load),
                "rpe": _encode_decimal(command.rpe),
            }
        case _:
            return {"name": _PLAIN_NAMES[type(command)]}


def decode_command(value: object) -> Command:
    """Read a command."""
    data = as_table(value)
    match name := data.get("name"):
        case "add-time":
            return AddTime(whole(data, "ms"))
        case "slept":
            return Slept(whole(data, "ms"))
        case "away":
            return Away(whole(data, "ms"))
        case "note":
            return Note(whole(data, "set_index"), text(data, "text"))
        case "amend":
            return Amend(
                whole(data, "set_index"),
                side=None if data.get("side") is None else text(data, "side"),
                reps=whole_or_none(data, "reps"),
                load=decode_load(data.get("load")),
                rpe=_decimal_or_none(data, "rpe"),
            )
        case str() if name in _PLAIN:
            return _PLAIN[name]()
        case _:
            raise UnreadableLine(f"{name!r:.40} is no command")


def encode_set(done: SetResult) -> Json:
    """Turn a finished set into JSON."""
    return {
        "set_index": done.set_index,
        "status": done.status.value,
        "started_ms": done.started_ms,
        "ended_ms": done.ended_ms,
        "sides": [_encode_side(side) for side in done.sides],
        "load": encode_load(done.load),
        "rpe": _encode_decimal(done.rpe),
        "note": done.note,
        "rest_ms": done.rest_ms,
    }


def decode_set(value: object) -> SetResult:
    """Read a finished set."""
    data = as_table(value)
    sides = data.get("sides")
    if not isinstance(sides, list):
        raise UnreadableLine('"sides" is not a list')
    return SetResult(
        set_index=whole(data, "set_index"),
        status=_status(data),
        started_ms=whole(data, "started_ms"),
        ended_ms=whole(data, "ended_ms"),
        sides=tuple(_decode_side(side) for side in sides),
        load=decode_load(data.get("load")),
        rpe=_decimal_or_none(data, "rpe"),
        note=text(data, "note"),
        rest_ms=whole_or_none(data, "rest_ms"),
    )


def encode_load(load: Load | None) -> Json | None:
    """Turn a load into JSON, its numbers as text so that no digit is lost."""
    match load:
        case None:
            return None
        case Weight(each, count):
            return {"count": count, **_encode_mass(each)}
        case Percent(percent):
            return {"percent": str(percent)}
        case Bodyweight(plus):
            return {"bodyweight": None if plus is None else _encode_mass(plus)}
        case Label(label):
            return {"label": label}
        case _:
            assert_never(load)


def decode_load(value: object) -> Load | None:
    """Read a load."""
    if value is None:
        return None
    data = as_table(value)
    if "count" in data:
        return Weight(_decode_mass(data), whole(data, "count", bound=MAX_PIECES))
    if "percent" in data:
        return Percent(_decimal(data, "percent"))
    if "bodyweight" in data:
        plus = data["bodyweight"]
        return Bodyweight(None if plus is None else _decode_mass(as_table(plus)))
    return Label(text(data, "label"))


def as_table(value: object) -> Json:
    """A JSON object, or a refusal."""
    if not isinstance(value, dict):
        raise UnreadableLine("it is not a JSON object")
    return value


def whole(data: Json, key: str, *, bound: int = MAX_MS) -> int:
    """A whole number of an object within bounds, or a refusal."""
    value = data.get(key)
    if type(value) is not int:
        raise UnreadableLine(f'"{key}" is not a whole number')
    if not -bound <= value <= bound:
        raise UnreadableLine(f'"{key}" is larger than anything that a journal holds')
    return value


def whole_or_none(data: Json, key: str) -> int | None:
    """A whole number of an object, or None where it says null or nothing."""
    return None if data.get(key) is None else whole(data, key)


def text(data: Json, key: str) -> str:
    """A text of an object, or a refusal."""
    value = data.get(key)
    if not isinstance(value, str):
        raise UnreadableLine(f'"{key}" is not a text')
    return value


def _encode_side(side: SideResult) -> Json:
    tut = side.tut
    return {
        "side": side.side,
        "reps": side.reps,
        "work_ms": side.work_ms,
        "tut": {
            "eccentric_ms": tut.eccentric_ms,
            "pause_stretched_ms": tut.pause_stretched_ms,
            "concentric_ms": tut.concentric_ms,
            "pause_contracted_ms": tut.pause_contracted_ms,
        },
    }


def _decode_side(value: object) -> SideResult:
    data = as_table(value)
    tut = as_table(data.get("tut"))
    return SideResult(
        side=None if data.get("side") is None else text(data, "side"),
        reps=whole_or_none(data, "reps"),
        work_ms=whole(data, "work_ms"),
        tut=Tut(
            eccentric_ms=whole(tut, "eccentric_ms"),
            pause_stretched_ms=whole(tut, "pause_stretched_ms"),
            concentric_ms=whole(tut, "concentric_ms"),
            pause_contracted_ms=whole(tut, "pause_contracted_ms"),
        ),
    )


def _encode_mass(mass: Mass) -> Json:
    return {"amount": str(mass.amount), "unit": mass.unit.value}


def _decode_mass(data: Json) -> Mass:
    unit = text(data, "unit")
    if unit not in set(Unit):
        raise UnreadableLine('"unit" is neither kg nor lb')
    return Mass(_decimal(data, "amount"), Unit(unit))


def _encode_decimal(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal(data: Json, key: str) -> Decimal:
    written = text(data, key)
    if not _DECIMAL.fullmatch(written):
        raise UnreadableLine(f'"{key}" is not a number')
    number = Decimal(written)
    if abs(number) > MAX_DECIMAL:
        raise UnreadableLine(f'"{key}" is larger than anything that a journal holds')
    return number


def _decimal_or_none(data: Json, key: str) -> Decimal | None:
    return None if data.get(key) is None else _decimal(data, key)


def _status(data: Json) -> SetStatus:
    try:
        return SetStatus(text(data, "status"))
    except ValueError:
        raise UnreadableLine('"status" is no status of a set') from None
