"""The words of the settings and of the welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ABOUT: Final = "Changes are kept at once."
ON: Final = "on"
OFF: Final = "off"
HEAR: Final = "t plays all cues, T one rep of a hip thrust"
IS_PLAYING: Final = "♪"

SOUND: Final = "Sound"
SCREEN: Final = "Screen"
TRAINING: Final = "Training"
FILES: Final = "Files"

PANELS: Final[Mapping[str, tuple[str, ...]]] = {
    SOUND: ("sounds", "volume", "mute", "sound", "voice", "bluetooth"),
    SCREEN: ("theme", "words", "figure", "reduced_motion", "keep_awake"),
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
    "bluetooth": "Bluetooth keep-alive",
    "words": "Phase words",
    "keep_awake": "Keep screen awake",
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
    "Press t to hear one rep. Too quiet, or nothing? Change it here and press t again."
)
START_FIRST: Final = "Start the first session"
START_FIRST_ABOUT: Final = "five minutes, no weights: every kind of set once"
LOOK_AROUND: Final = "Look around first"
LOOK_AROUND_ABOUT: Final = "all of this is in the settings, key 3"
WELCOME_KEYS: Final = "↑↓ choose · ← → change · t hear · ↵ go · esc look around"


def label_of(name: str) -> str:
    """Return the name of a setting: `Count-in`.

    One that has no better name is called as in the file.
    """
    plain = name.removesuffix("_ms").replace("_", " ")
    return _LABELS.get(name, plain[:1].upper() + plain[1:])


def value_words(name: str, value: str) -> str:
    """Return the name of a value of a setting."""
    return _VALUES.get((name, value), value)
