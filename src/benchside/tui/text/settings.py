"""The words of the settings and of the welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ABOUT: Final = "Changes are kept at once."
ON: Final = "on"
OFF: Final = "off"
HEAR: Final = "{settings.hear} plays all cues, {settings.hear_rep} one rep of a hip thrust"
KEYS: Final = "own_keys"
"""The setting that is a table, and is written by hand."""
KEYS_BY_HAND: Final = "keys are given in the file of settings; {settings.open} opens it"
IS_PLAYING: Final = "♪"

SOUND: Final = "Sound"
SCREEN: Final = "Screen"
TRAINING: Final = "Training"
FILES: Final = "Files"

PANELS: Final[Mapping[str, tuple[str, ...]]] = {
    SOUND: ("sounds", "volume", "mute", "sound", "voice", "tick", "bluetooth"),
    SCREEN: ("theme", "words", "figure", "reduced_motion", "keep_awake", "own_keys"),
    TRAINING: ("unit", "prepare_ms", "after_rest"),
    FILES: ("athlete",),
}
"""Where each setting stands."""

OTHERS: Final = TRAINING
"""Where those stand that are named nowhere."""

COLUMNS: Final = ((SOUND, TRAINING), (SCREEN, FILES))
"""The panels as they stand side by side."""

_LABELS: Final[Mapping[str, str]] = {
    "sounds": "Cues",
    "sound": "Output",
    "mute": "Mute at start",
    "tick": "Tick every second",
    "bluetooth": "Bluetooth keep-alive",
    "words": "Phase words",
    "keep_awake": "Keep screen awake",
    "own_keys": "Keys",
    "prepare_ms": "Count-in",
    "after_rest": "After a rest",
}

_VALUES: Final[Mapping[tuple[str, str], str]] = {
    ("voice", "en"): "English",
    ("voice", "de"): "Deutsch",
    ("sound", "miniaudio"): "speaker",
    ("sound", "simpleaudio"): "simpleaudio",
    ("sound", "bell"): "terminal bell",
    ("sound", "silent"): "none",
    ("tick", "long"): "on long phases (3 s +)",
    ("words", "motion"): "UP / DOWN",
    ("words", "textbook"): "CONCENTRIC",
    ("after_rest", "wait"): "wait for me",
    ("after_rest", "start"): "start itself",
    ("athlete", ""): "nobody named",
}

BANDS: Final = (("up", "UP"), ("down", "DOWN"), ("rest", "REST"), ("ready", "GET READY"))
"""What the preview shows, each in the colours of its role."""

WELCOME_TITLE: Final = "Welcome to Benchside"
WELCOME: Final = (
    "It leads you through a session by sound, and by a screen that you can read from the bench. "
    "A cue rises when you go up and falls when you go down."
)
WELCOME_HEAR: Final = (
    "Press {welcome.hear} to hear one rep. "
    "Too quiet, or nothing? Change it here and press {welcome.hear} again."
)
START_FIRST: Final = "Start the first session"
START_FIRST_ABOUT: Final = "five minutes, no weights: every kind of set once"
LOOK_AROUND: Final = "Look around first"
LOOK_AROUND_ABOUT: Final = "all of this is in the settings, key {tab.settings}"
WELCOME_KEYS: Final = (
    "{row.up} choose · {row.left} change · {welcome.hear} hear · {row.press} go · "
    "{welcome.leave} look around"
)


def label_of(name: str) -> str:
    """Return the name of a setting: `Count-in`.

    One that has no better name is called as in the file.
    """
    plain = name.removesuffix("_ms").replace("_", " ")
    return _LABELS.get(name, plain[:1].upper() + plain[1:])


def keys_words(table: Mapping[str, object]) -> str:
    """Return how many keys a table of settings changes: `none changed`, `3 changed`."""
    count = sum(len(one) if isinstance(one, dict) else 1 for one in table.values())
    return f"{count} changed" if count else "none changed"


def value_words(name: str, value: str) -> str:
    """Return the name of a value of a setting."""
    return _VALUES.get((name, value), value)
