"""What a terminal can show: its streams and size, colours, and characters. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.doctor.result import CheckResult, ok, warning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WHOLE_WIDTH: Final = 80
WHOLE_HEIGHT: Final = 24
"""The size from which on a screen shows all it has."""

PLAIN: Final = '"benchside run SESSION --plain" needs none'

SIGNS: Final = "×·–…▼▲●■━░█╵"
"""Characters of pages and screens beyond ASCII."""

TRUE_COLOUR: Final = ("truecolor", "24bit")

_PORTABLE_LOCALES: Final = ("", "C", "POSIX")
"""Locales in which nothing but ASCII has a meaning."""

_COERCED_TO: Final = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python sets LC_CTYPE to by itself where the locale is one of them."""


@dataclass(frozen=True, slots=True)
class StreamFacts:
    """A standard stream."""

    name: str
    """`input`, `output` or `error`."""
    is_terminal: bool
    encoding: str


@dataclass(frozen=True, slots=True)
class TerminalFacts:
    """What is known of the terminal without asking it."""

    streams: tuple[StreamFacts, ...]
    columns: int = 0
    lines: int = 0
    """Both 0 where there is no terminal, or where it does not tell."""
    is_windows: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether a screen can be drawn and keys can be read."""
        return all(stream.is_terminal for stream in self.streams)


def judge_terminal(facts: TerminalFacts, environment: Mapping[str, str]) -> CheckResult:
    """Return which streams are a terminal, how large it is, and what it is called."""
    term = environment.get("TERM", "")
    if not facts.is_whole:
        return _judge_streams([one.name for one in facts.streams if not one.is_terminal])
    size = f"{facts.columns} x {facts.lines}" if facts.columns and facts.lines else "unknown size"
    told = ", ".join(part for part in (size, term) if part)
    if term == "dumb":
        return warning(
            "terminal", f"{told}: no screen can be drawn on it", f"TERM is dumb; {PLAIN}"
        )
    if size == "unknown size":
        return warning("terminal", told, 'tell it, as in "stty columns 80 rows 24"')
    if facts.columns < WHOLE_WIDTH or facts.lines < WHOLE_HEIGHT:
        return warning(
            "terminal",
            f"{told}: the screens are made for {WHOLE_WIDTH} x {WHOLE_HEIGHT} and more",
            "make the window larger, or its font smaller",
        )
    if not term and not facts.is_windows:
        return warning("terminal", f"{told}, TERM is not set", "set it, as in TERM=xterm-256color")
    return ok("terminal", told)


def judge_colours(facts: TerminalFacts, environment: Mapping[str, str]) -> CheckResult:
    """Return how many colours there are, by what the environment says."""
    term = environment.get("TERM", "").casefold()
    colours = environment.get("COLORTERM", "").strip().casefold()
    refusal = environment.get("NO_COLOR")
    if refusal is not None:
        where = "none" if refusal else "none on the screens"
        value = "set" if refusal else "set, though it is empty"
        return ok("colours", f"{where}: NO_COLOR is {value}", "unset it to see colours")
    if colours in TRUE_COLOUR:
        return ok("colours", f"16.7 million (COLORTERM is {colours})")
    if facts.is_windows:
        return ok("colours", "as many as the Windows console has")
    if term in ("dumb", "unknown"):
        return warning("colours", f"none (TERM is {term})", "set TERM to what the terminal is")
    if "256color" in term or term == "kitty":
        return ok("colours", f"256 (TERM is {term})")
    known = f"TERM is {term}" if term else "TERM is not set"
    return warning(
        "colours",
        f"16 ({known}): themes are shown by the nearest of them",
        "if the terminal has more, set TERM=xterm-256color or COLORTERM=truecolor",
    )


def judge_unicode(facts: TerminalFacts, environment: Mapping[str, str]) -> CheckResult:
    """Return the encoding of what is written, and what of it becomes a question mark."""
    encodings = {stream.encoding.casefold() for stream in facts.streams if stream.name != "input"}
    told = " and ".join(sorted(encodings))
    lost = sorted({sign for name in encodings for sign in SIGNS if not _can_write(sign, name)})
    hint = "set LANG to a locale with UTF-8, such as C.UTF-8"
    if facts.is_windows:
        hint = "set PYTHONUTF8=1, and choose a font with block characters"
    if lost:
        what = "bars, arrows and dots" if len(lost) == len(SIGNS) else f"{len(lost)} signs"
        return warning("unicode", f"{told}: {what} are written as question marks", hint)
    locale = _locale(environment)
    if not facts.is_windows and not _is_utf_8(locale):
        named = f'"{locale}"' if locale else "not set"
        return warning(
            "unicode",
            f"{told}, but the locale is {named}: a terminal that goes by it shows wrong signs",
            hint,
        )
    return ok("unicode", told)


def _judge_streams(others: Sequence[str]) -> CheckResult:
    *firsts, last = others
    names = f"{', '.join(firsts)} and {last}" if firsts else last
    verb = "are" if firsts else "is"
    return warning(
        "terminal", f"standard {names} {verb} no terminal", f"the screen needs all three; {PLAIN}"
    )


def _can_write(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _locale(environment: Mapping[str, str]) -> str:
    """Return the locale that the user has set.

    What Python has set by itself is not taken for it.
    """
    language = environment.get("LANG", "")
    chosen = environment.get("LC_ALL", "")
    if chosen:
        return chosen
    of_characters = environment.get("LC_CTYPE", "")
    is_coerced = of_characters in _COERCED_TO and not _is_utf_8(language)
    return language if is_coerced else of_characters or language


def _is_utf_8(locale: str) -> bool:
    return locale not in _PORTABLE_LOCALES and "utf8" in locale.casefold().replace("-", "")
