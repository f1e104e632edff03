"""Names of intervals in which nothing is done, in the languages of the app and some more.

A name is a rest if every word of it is: a word for a rest, one that says which ("short"), or its
length. "Active rest" and "Pause squat" are exercises.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

RESTS: Final = frozenset(
    {
        *(
            "rest",
            "rests",
            "resting",
            "break",
            "pause",
            "recovery",
            "recover",
            "breathe",
            "breather",
        ),
        *("pause", "ruhe", "rast", "erholung", "ruhepause", "kurzpause"),
        *("repos", "récupération", "récup"),
        *("riposo", "pausa", "recupero"),
        *("descanso", "reposo", "recuperación", "descansar", "intervalo", "recuperação"),
        *("отдых", "пауза", "перерыв", "передышка", "відпочинок", "перерва", "почивка"),
        *("dinlenme", "dinlen", "mola"),
        *("rust", "pauze", "rustpauze", "vila", "paus", "hvile", "hvil", "lepo", "tauko"),
        *("odpoczynek", "przerwa", "pauza", "odpočinek", "přestávka", "oddych"),
        *("pihenő", "szünet", "pauză", "odihnă", "ανάπαυση", "διάλειμμα"),
        *(
            "休憩",
            "休み",
            "休息",
            "휴식",
            "istirahat",
            "nghỉ",
            "راحة",
            "استراحة",
            "מנוחה",
            "विश्राम",
        ),
    }
)
"""Words for a rest, in small letters."""

QUALIFIERS: Final = frozenset(
    {
        *("short", "long", "quick", "little", "big", "small", "full", "final", "last", "mini"),
        *("water", "between", "sets", "set", "exercises", "rounds", "round", "time", "period", "a"),
        *("kurze", "kurz", "lange", "lang", "kleine", "große", "zwischen", "sätzen", "trink"),
        *("petit", "petite", "court", "courte", "long", "longue", "grande"),
        *("breve", "lungo", "lunga", "corto", "corta", "largo", "larga", "curto", "longo"),
        *("короткий", "длинный", "короткая", "длинная", "kısa", "uzun", "korte"),
    }
)
"""Words that say which rest it is."""

_LENGTH: Final = re.compile(
    r"[0-9]+(?:[.,:][0-9]+)?\s*(?:(?:secs?|seconds|sek|сек|sn|s|с|mins?|minutes|мин|dk|m)\b)?"
)


def _cut(name: str) -> str:
    """Return a name as the app's export writes it: a byte for each character, whatever it needs."""
    return "".join(chr(ord(mark) & 0xFF) for mark in name).strip()


_CUT: Final = frozenset(map(_cut, ("Отдых", "отдых")))
"""What exports make of the app's Russian word, whose letters do not fit into a byte."""


def is_rest(name: str) -> bool:
    """Return whether a name says that nothing is done."""
    if name.strip() in _CUT:
        return True
    text = unicodedata.normalize("NFKC", name).casefold()
    words = re.findall(r"[^\W\d_]+", _LENGTH.sub(" ", text))
    return any(word in RESTS for word in words) and all(
        word in RESTS or word in QUALIFIERS for word in words
    )
