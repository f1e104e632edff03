"""What is spoken, from one file a language in `voices/`. Pure but for reading that file once."""

from __future__ import annotations

import tomllib
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from benchside.log.last_time import result_words
from benchside.runner.results import SetStatus
from benchside.session.values.load import format_load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.log.facts import SetFact
    from benchside.log.last_time import LastTime
    from benchside.session.values.load import Load
    from benchside.session.values.reps import RepTarget
    from benchside.timeline.cues import Cue

FOLDER = Path(__file__).parent / "voices"


def languages() -> list[str]:
    """List the languages there are texts for."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


class VoicePhrases:
    """The texts of a language."""

    def __init__(self, texts: Mapping[str, Mapping[str, str]]) -> None:
        self._texts = texts

    def for_cue(self, cue: Cue) -> str:
        """Word a cue; empty where it is better only heard."""
        template = self._texts["cues"].get(cue.kind.value, "")
        return (
            "" if "{count}" in template and cue.count is None else template.format(count=cue.count)
        )

    def for_set(
        self, number: int, of: int, *, reps: RepTarget | None = None, load: Load | None = None
    ) -> str:
        """Word a set: "Set 3 of 5, 8 reps, 100 kilos"."""
        kind = "any" if number < of else "last" if of > 1 else "only"
        first = self._texts["set"][kind].format(number=number, of=of)
        return ", ".join(filter(None, (first, self._worded_reps(reps), self._worded_load(load))))

    def for_last_time(self, last: LastTime) -> str:
        """Word the sets that the athlete answered for: "Last time 8, 8, 7 at 97.5 kilos"."""
        texts = self._texts["last-time"]
        answered = [one for one in last.sets if one.status is not SetStatus.ASSUMED]
        told = []
        for load, alike in groupby(answered, key=lambda one: one.load):
            results = ", ".join(map(self._worded_result, alike))
            at = texts["at"].format(load=self._worded_load(load)) if load else ""
            told.append(f"{results} {at}".rstrip())
        return texts["sets"].format(sets=", ".join(told))

    def _worded_result(self, one: SetFact) -> str:
        if one.reps is None and one.held_ms is not None and not (one.distance or one.calories):
            return self._texts["last-time"]["seconds"].format(n=round(one.held_ms / 1_000))
        return self._worded(result_words(one))

    def _worded_reps(self, reps: RepTarget | None) -> str:
        if reps is None:
            return ""
        texts = self._texts["reps"]
        match reps.low, reps.high:
            case 0, None:
                return texts["max"]
            case low, None:
                return texts["at-least"].format(n=low)
            case low, high if low == high:
                return texts["one" if low == 1 else "many"].format(n=low)
            case low, high:
                return texts["range"].format(n=low, m=high)
        raise AssertionError(reps)

    def _worded_load(self, load: Load | None) -> str:
        return "" if load is None else self._worded(format_load(load))

    def _worded(self, written: str) -> str:
        return " ".join(self._texts["words"].get(word, word) for word in written.split())


def load_phrases(language: str) -> VoicePhrases:
    """Load the texts of a language; raises ValueError where there are none."""
    if language not in languages():
        raise ValueError(f'no texts for "{language}"; there are {", ".join(languages())}')
    return VoicePhrases(tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8")))
