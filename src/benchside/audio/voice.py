"""What is spoken, from one file a language in `voices/`. Pure but for reading that file once."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

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

    def for_set(self, number: int, of: int, *, reps: str = "", load: str = "") -> str:
        """Word a set, reps and load as sessions write them: "Set 3 of 5, 8 reps, 100 kilos"."""
        kind = "any" if number < of else "last" if of > 1 else "only"
        first = self._texts["set"][kind].format(number=number, of=of)
        return ", ".join(filter(None, (first, self._worded_reps(reps), self._worded_load(load))))

    def _worded_reps(self, reps: str) -> str:
        texts = self._texts["reps"]
        match re.fullmatch(r"(\d+)(?:-(\d+)|(\+))?", reps):
            case None:
                return texts["max"] if reps == "max" else ""
            case found if found[2]:
                return texts["range"].format(n=found[1], m=found[2])
            case found if found[3]:
                return texts["at-least"].format(n=found[1])
            case found:
                return texts["one" if found[1] == "1" else "many"].format(n=found[1])

    def _worded_load(self, load: str) -> str:
        return " ".join(self._texts["words"].get(word, word) for word in load.split())


def load_phrases(language: str) -> VoicePhrases:
    """Load the texts of a language; raises ValueError where there are none."""
    if language not in languages():
        raise ValueError(f'no texts for "{language}"; there are {", ".join(languages())}')
    return VoicePhrases(tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8")))
