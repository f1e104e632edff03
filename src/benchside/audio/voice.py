"""What is spoken, from one file a language in `voices/`. Pure but for reading that file once."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from benchside.log import result_words
from benchside.runner import SetStatus
from benchside.session import Bodyweight, format_distance, format_load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.log import LastTime, SetFact
    from benchside.session import Load, RepTarget, TimeTarget
    from benchside.timeline import Cue
    from benchside.view import SetView

FOLDER = Path(__file__).parent / "voices"

MAX_NAME = 60
"""Characters of an exercise that are said; what it asks for would come too late otherwise."""


def languages() -> list[str]:
    """Return the languages there are texts for."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


class VoicePhrases:
    """The texts of a language."""

    def __init__(self, texts: Mapping[str, Mapping[str, str]]) -> None:
        self._texts = texts

    def for_cue(self, cue: Cue) -> str:
        """Return the words for a cue; empty where it is better only heard."""
        template = self._texts["cues"].get(cue.kind.value, "")
        if "{count}" not in template:
            return template
        counted = "" if cue.count is None else template.format(count=cue.count)
        return self._texts["left"].get(str(cue.left), counted)

    def for_set(self, coming: SetView, *, is_brief: bool = False) -> str:
        """Return "Clamshell, left, 12, set 2 of 3, 20 kilos" for a set; in brief up to the 12."""
        needed = (coming.exercise[:MAX_NAME], self._word(coming.side), self._target(coming))
        more = () if is_brief else (self._number(coming), self._load(coming.load))
        return ", ".join(filter(None, (*needed, *more)))

    def _number(self, coming: SetView) -> str:
        number, of = coming.number, coming.of
        kind = "any" if number < of else "last" if of > 1 else "only"
        return self._texts["set"][kind].format(number=number, of=of)

    def for_last_time(self, last: LastTime) -> str:
        """Return "Last time 8, 8, 7 at 97.5 kilos" for the sets that the athlete answered for."""
        texts = self._texts["last-time"]
        answered = [one for one in last.sets if one.status is not SetStatus.ASSUMED]
        told = []
        for load, alike in groupby(answered, key=lambda one: one.load):
            results = ", ".join(map(self._result, alike))
            spoken = self._load(load)
            told.append(f"{results} {texts['at'].format(load=spoken)}" if spoken else results)
        return texts["sets"].format(sets=", ".join(told))

    def _result(self, one: SetFact) -> str:
        if one.reps is None and one.held_ms is not None and not (one.distance or one.calories):
            return self._time(round(one.held_ms, -3))
        return self._words(result_words(one))

    def _target(self, coming: SetView) -> str:
        """Word what is asked for: 12, 5 to 8, 30 seconds, 6 times 7 seconds, 40 metres."""
        parts = [self._piece(part.reps, part.time_ms) for part in coming.parts]
        if parts:
            is_alike = len(set(parts)) == 1
            times = self._texts["target"]["times"]
            return times.format(n=len(parts), what=parts[0]) if is_alike else ", ".join(parts)
        if coming.open_time is not None:
            return self._open_time(coming.open_time)
        if coming.distance is not None:
            return self._words(format_distance(coming.distance))
        if coming.calories is not None:
            return self._texts["target"]["calories"].format(n=coming.calories)
        return self._piece(coming.reps, coming.time_ms)

    def _piece(self, reps: RepTarget | None, time_ms: int | None) -> str:
        if time_ms is not None:
            return self._time(time_ms)
        return "" if reps is None else self._reps(reps)

    def _reps(self, reps: RepTarget) -> str:
        texts = self._texts["target"]
        match reps.low, reps.high:
            case 0, None:
                return texts["max"]
            case low, None:
                return texts["at-least"].format(what=low)
            case low, high if low == high:
                return str(low)
            case low, high:
                return texts["range"].format(low=low, high=high)
        raise AssertionError(reps)

    def _open_time(self, time: TimeTarget) -> str:
        texts = self._texts["target"]
        if time.low_ms == 0:
            return texts["longest"]
        low = self._time(time.low_ms)
        if time.high_ms is None:
            return texts["at-least"].format(what=low)
        return texts["range"].format(low=low, high=self._time(time.high_ms))

    def _time(self, ms: int) -> str:
        minutes, rest_ms = divmod(ms, 60_000)
        parts = ((minutes, "minute"), (Decimal(rest_ms) / 1000, "second"))
        said = (
            f"{amount:f} {self._texts['units'][unit if amount == 1 else unit + 's']}"
            for amount, unit in ((Decimal(amount), unit) for amount, unit in parts)
            if amount
        )
        return " ".join(said)

    def _load(self, load: Load | None) -> str:
        """Word a load; that of the body alone goes without saying."""
        return "" if load in (None, Bodyweight(None)) else self._words(format_load(load))

    def _words(self, text: str) -> str:
        return " ".join(self._word(word) for word in text.split())

    def _word(self, word: str) -> str:
        return self._texts["words"].get(word, word)


def load_phrases(language: str) -> VoicePhrases:
    """Load the texts of a language; raises ValueError where there are none."""
    if language not in languages():
        raise ValueError(f'no texts for "{language}"; there are {", ".join(languages())}')
    return VoicePhrases(tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8")))
