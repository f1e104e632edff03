"""Tempo: how long each phase of a rep lasts.

The order of the digits is always eccentric, pause stretched, concentric, pause contracted. Which
of them a rep begins with is another matter: see `StartsWith`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import partial
from math import ceil
from typing import TypeAlias

from benchside.session.values.errors import InvalidValueError, quote_value, suggestion

TEMPO = (
    r"@?[0-9]{2}[0-9Xx][0-9]?"
    r"|@?[0-9]{1,2}-[0-9]{1,2}-(?:[0-9]{1,2}|[Xx])(?:-[0-9]{1,2})?"
    r"|@?[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{1,2}|[Xx])(?:/[0-9]{1,2})?"
    r"|@?[0-9]{1,2} [0-9]{1,2} (?:[0-9]{1,2}|[Xx])(?: [0-9]{1,2})?"
)
"""Any written tempo, as a pattern."""

WRITTEN_TEMPO = rf"[Nn][Oo][Nn][Ee]|{TEMPO}"
"""Any tempo of a file: one, or `none`."""

EXPLOSIVE_MS = 1_000
"""The second of clock that an explosive concentric gets."""

_PART = r"(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)s?|[Xx]"
_WITHIN = re.compile(rf"(?<![\w.,/-])(?:{TEMPO})(?![\w.,/-])")
"""A tempo within a longer text."""

_CONCENTRIC = 2
"""Its place in the order of a tempo."""

_EXPECTED = 'write "3-1-X-0": eccentric, pause, concentric, pause in seconds'


class Phase(StrEnum):
    """A part of a rep. "Top" and "bottom" are ambiguous, so the phases are named for the muscle."""

    ECCENTRIC = "eccentric"
    PAUSE_STRETCHED = "pause stretched"
    CONCENTRIC = "concentric"
    PAUSE_CONTRACTED = "pause contracted"


class StartsWith(StrEnum):
    """The phase that a rep begins with: a hip thrust with the concentric, a squat not."""

    CONCENTRIC = "concentric"
    ECCENTRIC = "eccentric"


@dataclass(frozen=True, slots=True)
class Tempo:
    """The four phases of a rep in milliseconds; the rep as a whole lasts longer than nothing."""

    eccentric_ms: int
    pause_stretched_ms: int
    concentric_ms: int
    pause_contracted_ms: int
    is_explosive: bool = False
    """The concentric was written `X`: one second of clock, and a cue of its own."""

    @property
    def rep_ms(self) -> int:
        """Duration of one rep."""
        return sum(ms for _, ms in self.phases(StartsWith.ECCENTRIC))

    def phases(self, starts_with: StartsWith) -> tuple[tuple[Phase, int], ...]:
        """Phases of a rep in the order they are lifted, with their durations; may include 0."""
        eccentric = (
            (Phase.ECCENTRIC, self.eccentric_ms),
            (Phase.PAUSE_STRETCHED, self.pause_stretched_ms),
        )
        concentric = (
            (Phase.CONCENTRIC, self.concentric_ms),
            (Phase.PAUSE_CONTRACTED, self.pause_contracted_ms),
        )
        if starts_with is StartsWith.CONCENTRIC:
            return concentric + eccentric
        return eccentric + concentric


@dataclass(frozen=True, slots=True)
class NoTempo:
    """`none`: takes an inherited tempo back."""


WrittenTempo: TypeAlias = Tempo | NoTempo


def parse_written_tempo(value: object) -> WrittenTempo:
    """Read a tempo of a file, or `none`; raises `InvalidValueError`."""
    if isinstance(value, str) and value.strip().lower() == "none":
        return NoTempo()
    return parse_tempo(value)


def format_written_tempo(tempo: WrittenTempo) -> str:
    """Write a tempo of a file in its one form: `3-1-X-0`, `none`."""
    return "none" if isinstance(tempo, NoTempo) else format_tempo(tempo)


def parse_tempo(text: object) -> Tempo:
    """Read a tempo: `3-1-X-0`, `31X0`, `3/1/X/0`, `3 1 X 0`, `@31X0`.

    Without the last pause it is 0. Raises `InvalidValueError`.
    """
    if not isinstance(text, str):
        as_text = f'write "{text}"' if _is_digits(text) else _EXPECTED
        raise InvalidValueError(f"{quote_value(text)} is not a tempo", as_text)
    if re.fullmatch(TEMPO, text.strip()) is None:
        raise InvalidValueError(f"{quote_value(text)} is not a tempo", partial(_nearest_form, text))
    bare = text.strip().removeprefix("@")
    parts = re.split("[-/ ]", bare) if re.search("[-/ ]", bare) else list(bare)
    eccentric, pause_stretched, concentric, pause_contracted = (*parts, "0")[:4]
    is_explosive = concentric in "Xx"
    tempo = Tempo(
        eccentric_ms=int(eccentric) * 1_000,
        pause_stretched_ms=int(pause_stretched) * 1_000,
        concentric_ms=EXPLOSIVE_MS if is_explosive else int(concentric) * 1_000,
        pause_contracted_ms=int(pause_contracted) * 1_000,
        is_explosive=is_explosive,
    )
    if tempo.rep_ms == 0:
        raise InvalidValueError(f"{quote_value(text)} is a tempo without any time", _EXPECTED)
    return tempo


def format_tempo(tempo: Tempo) -> str:
    """Write a tempo in its one form: `3-1-X-0`."""
    concentric = "X" if tempo.is_explosive else str(tempo.concentric_ms // 1_000)
    others = (tempo.eccentric_ms, tempo.pause_stretched_ms, tempo.pause_contracted_ms)
    eccentric, stretched, contracted = (str(ms // 1_000) for ms in others)
    return "-".join((eccentric, stretched, concentric, contracted))


def _is_digits(value: object) -> bool:
    """Return whether a number reads like a tempo without its quotes: 3110."""
    return (
        isinstance(value, int)
        and not isinstance(value, bool)
        and 100 <= value <= 9_999  # three or four digits, so 0 as the first is lost already
    )


def _nearest_form(text: str) -> str:
    """Return what to write instead: the X where it may stand, whole seconds, one separator.

    Nothing is guessed from a text of which a part would be passed over.
    """
    parts = _parts_of(text[:40].strip().removeprefix("@"))
    if len(parts) not in (3, 4):
        within = _WITHIN.search(text[:40])
        return suggestion(parse_tempo, within[0], otherwise=_EXPECTED) if within else _EXPECTED
    if any(part in "Xx" for place, part in enumerate(parts) if place != _CONCENTRIC):
        return 'X stands only for the concentric, the third: write "3-1-X-0"'
    parts = [part.upper() for part in (*parts, "0")[:4]]
    if any("." in part for part in parts):
        return _in_whole_seconds(parts)
    return suggestion(parse_tempo, "-".join(parts), otherwise=_EXPECTED)


def _parts_of(text: str) -> list[str]:
    """Take a tempo apart by whatever separates it; empty where it is none."""
    if re.fullmatch("[0-9Xx]{3,4}", text):
        return list(text)
    for separator in (r" *[-–—/_|:;] *| +", ", *", r"\."):
        parts = [part.replace(",", ".") for part in re.split(separator, text)]
        if len(parts) > 2 and all(re.fullmatch(_PART, part) for part in parts):
            return [part.removesuffix("s") for part in parts]
    return []


def _in_whole_seconds(parts: list[str]) -> str:
    """Round every phase up, for what is short is a second or explosive, never nothing."""
    whole = [part if part == "X" else str(ceil(Decimal(part))) for part in parts]
    if any(len(part) > 2 for part in whole):
        return _EXPECTED
    hint = f'a phase lasts whole seconds: write "{"-".join(whole)}"'
    if "." not in parts[_CONCENTRIC]:
        return hint
    explosive = [*whole[:_CONCENTRIC], "X", *whole[_CONCENTRIC + 1 :]]
    return f'{hint}, or "{"-".join(explosive)}" for explosive'
