"""Settings: how the program sounds, looks and counts in for this athlete.

Every setting stands here with what it means. A file that is wrong stops nothing: it gives its
problems and the settings that hold without it, and is never written over.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, get_args

import tomli_w
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from benchside.session import (
    DurationMs,
    InvalidValueError,
    Problem,
    Text,
    Unit,
    UnitField,
    add_value,
    choices,
    closest,
    located,
    parsed_toml,
    quote_value,
    set_value,
    validated,
)
from benchside.storage import is_plain_name, is_there, read_text, stamp, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SoundChoice: TypeAlias = Literal["miniaudio", "simpleaudio", "bell", "silent"]
AfterRest: TypeAlias = Literal["wait", "start"]
Tick: TypeAlias = Literal["long", "off", "always"]
Words: TypeAlias = Literal["motion", "textbook"]
Voice: TypeAlias = Literal["off", "en", "de"]


def _volume(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
        raise InvalidValueError(
            f"{quote_value(value)} is not a volume", "write a whole number from 0 to 100"
        )
    return value


def _truth(value: object) -> object:
    if not isinstance(value, bool):
        raise InvalidValueError(
            f"{quote_value(value)} is neither true nor false", "write true or false"
        )
    return value


def _pack(name: object) -> object:
    if isinstance(name, str) and not is_plain_name(name):
        raise InvalidValueError(
            f"{quote_value(name)} is not the name of a pack", 'write a name such as "classic"'
        )
    return name


def _athlete(name: object) -> object:
    if not isinstance(name, str) or (name and not is_plain_name(name)):
        raise InvalidValueError(
            f"{quote_value(name)} is not the name of an athlete", 'write a name such as "anna"'
        )
    return name


def _one_of(*words: str) -> Callable[[object], object]:
    """Make the check of a choice."""

    def check(value: object) -> object:
        if value in words:
            return value
        close = closest(value, words) if isinstance(value, str) else None
        hint = f"write {choices(words)}"
        raise InvalidValueError(
            f"{quote_value(value)} is not known here",
            f'did you mean "{close}"? {hint}' if close else hint,
        )

    return check


OnOff: TypeAlias = Annotated[bool, BeforeValidator(_truth)]


class Settings(BaseModel):
    """What `settings.toml` may say; a setting that it leaves out has its default."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)

    volume: Annotated[int, BeforeValidator(_volume)] = 80
    """Loudness of the cues; 0 is silence, 100 as loud as they were made."""
    mute: OnOff = False
    """Start with the sound off; a key turns it on."""
    sound: Annotated[SoundChoice, BeforeValidator(_one_of(*get_args(SoundChoice)))] = "miniaudio"
    """What plays the cues: a sound library, the terminal's bell, or nothing."""
    sounds: Annotated[Text, BeforeValidator(_pack)] = "gym"
    """The pack of cue sounds: one that ships, or a folder of your own."""
    voice: Annotated[Voice, BeforeValidator(_one_of(*get_args(Voice)))] = "off"
    """The language of spoken cues; off means sounds only."""
    tick: Annotated[Tick, BeforeValidator(_one_of(*get_args(Tick)))] = "long"
    """A soft tick every second, higher on the way up: in phases of 3 s and more; always: of 2 s."""
    unit: UnitField = Unit.KG
    """The unit of totals; a load is shown in the unit it was written in."""
    prepare_ms: DurationMs = Field(default=10_000, alias="prepare")
    """The count-in before a set where the session says nothing, written like "10s"."""
    after_rest: Annotated[AfterRest, BeforeValidator(_one_of(*get_args(AfterRest)))] = "wait"
    """What a set with a weight does after a rest: wait for the athlete, or start by itself."""
    words: Annotated[Words, BeforeValidator(_one_of(*get_args(Words)))] = "motion"
    """The large words of a rep: those of the exercise's motion (UP, PULL), or the textbook's."""
    figure: OnOff = True
    """Show a figure that moves with the rep."""
    reduced_motion: OnOff = False
    """Let nothing move by itself: the figure stands where the phase leads."""
    theme: Text = "benchside-dark"
    """The colours of the screen, by the name that the command palette gives them."""
    athlete: Annotated[str, BeforeValidator(_athlete)] = ""
    """Who lifts: the name of a file among the athletes'; empty is the one of no name."""
    keep_awake: OnOff = True
    """Keep the screen on while a session runs."""
    bluetooth: OnOff = False
    """Keep a Bluetooth link awake by a tone too quiet to hear, or it swallows the next cue."""
    own_keys: dict[str, Any] = Field(default_factory=dict, alias="keys")
    """Keys of your own: {settings.open} opens the file, where each line below [keys] is one."""

    @property
    def language(self) -> str:
        """Of what is spoken; empty where nothing is."""
        return "" if self.voice == "off" else self.voice


def read_settings(text: str, *, file: str) -> Settings | tuple[Problem, ...]:
    """Read settings from TOML, or tell every problem of it."""
    data = parsed_toml(text, file=file)
    if isinstance(data, Problem):
        return (data,)
    settings = validated(Settings, data)
    return located(settings, text=text, file=file) if isinstance(settings, list) else settings


def write_settings(settings: Settings) -> str:
    """Write settings as TOML: each of them, so that a reader sees what there is to set."""
    return tomli_w.dumps(settings.model_dump(by_alias=True))


def load_settings(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Load the settings; the defaults, with the problems, where the file is wrong."""
    if not is_there(path):
        return Settings.model_construct(), ()  # nothing to validate, so no validator is built
    text = read_text(path)
    if isinstance(text, Problem):
        return Settings(), (text,)
    settings = read_settings(text, file=str(path))
    return (settings, ()) if isinstance(settings, Settings) else (Settings(), settings)


def changed_settings(text: str, before: Settings, settings: Settings) -> str:
    """Write into a text of settings what has changed; the rest stays to the letter."""
    changed = text
    old = before.model_dump(by_alias=True)
    for key, value in settings.model_dump(by_alias=True).items():
        if value == old[key]:
            continue
        line = tomli_w.dumps({key: value})
        written = line.partition(" = ")[2].strip()
        with_it = set_value(changed, key, written)
        changed = add_value(changed, key, written) if with_it == changed else with_it
    is_right = read_settings(changed, file="") == settings
    return changed if is_right else write_settings(settings)


def save_settings(path: Path, settings: Settings) -> None:
    """Replace the settings file in one step; comments that somebody wrote into it stay.

    Raises OSError where that fails, or where the file has problems: what somebody wrote by hand
    and only mistyped is not written over.
    """
    text = "" if stamp(path) is None else read_text(path)
    before = text if isinstance(text, Problem) else read_settings(text, file=str(path))
    if isinstance(text, Problem) or not isinstance(before, Settings):
        raise OSError(errno.EINVAL, "the settings have problems; mend the file first", str(path))
    is_new = not text.strip()
    written = write_settings(settings) if is_new else changed_settings(text, before, settings)
    write_atomically(path, written, follows_links=True)
