"""Key names as somebody writes them, read into those that Textual tells when a key is pressed."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding
from textual.keys import KEY_ALIASES, Keys, key_to_character

from benchside.session import InvalidValueError, closest, quote_value

_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})

_NAMED: Final = frozenset(
    name for key in Keys if "<" not in (name := key.value.rpartition("+")[2]) and len(name) > 1
)
"""The keys that type nothing, such as `pagedown` and `f5`."""

_CALLED: Final = {
    "←": "left",
    "→": "right",
    "↑": "up",
    "↓": "down",
    "↵": "enter",
    "⏎": "enter",
    "bar": "space",
    "bksp": "backspace",
    "del": "delete",
    "dot": "full_stop",
    "esc": "escape",
    "ins": "insert",
    "period": "full_stop",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "return": "enter",
    "spacebar": "space",
}
"""What keys are called elsewhere, and in our own footer."""

_SENT_AS: Final = {alias: key for key, aliases in KEY_ALIASES.items() for alias in aliases}
"""Keys that a terminal cannot tell from another one."""


def read_key_names(written: object) -> tuple[str, ...]:
    """Return the keys of a text such as `space,b`; raises InvalidValueError."""
    if not isinstance(written, str):
        raise InvalidValueError(
            f"{quote_value(written)} is not a key", 'write "b", or several: "space,b"'
        )
    names = [one.strip() for one in written.split(",")]
    if not all(names):
        raise InvalidValueError(
            f"{quote_value(written)} would leave it without a key",
            'write a key, such as "b"; the comma itself is "comma"',
        )
    return tuple(dict.fromkeys(map(_read, names)))


def types_text(key: str) -> bool:
    """Return whether a key writes a character where text is typed."""
    character = key_to_character(key)
    return character is not None and character.isprintable()


def _read(name: str) -> str:
    if name in _CALLED:
        raise _unknown(name)
    if len(name) == 1:
        return _canonical(name)
    *modifiers, base = name.split("+")
    if not _MODIFIERS.issuperset(modifiers):
        raise _unknown(name)
    character = key_to_character(base)
    is_character = character is not None and character.isprintable()
    if base not in _NAMED and not (is_character and (len(base) == 1 or base == base.lower())):
        raise _unknown(name)
    if modifiers == ["shift"] and character is not None and character.isalpha():
        raise _unknown(name, f'write "{character.upper()}"')
    key = base if base in _NAMED or character is None else _canonical(character)
    key = "+".join([*sorted(set(modifiers)), key])
    if key in _SENT_AS:
        raise _unknown(name, f'a terminal sends it as "{_SENT_AS[key]}"; write that')
    return key


def _canonical(character: str) -> str:
    """Return what Textual calls the key of a character."""
    (made,) = Binding.make_bindings([Binding(character, "")])
    return made.key


def _unknown(name: str, hint: str = "") -> InvalidValueError:
    *modifiers, base = name.lower().replace("^", "ctrl+").replace("-", "+").split("+")
    meant = _CALLED.get(base, base)
    if len(meant) > 1 and meant not in _NAMED and key_to_character(meant) is None:
        meant = closest(meant, {*_NAMED, "space", "comma", "full_stop", "slash"}) or ""
    known = _MODIFIERS.issuperset(modifiers)
    if not hint and meant and known:
        hint = f'did you mean "{"+".join([*modifiers, meant])}"?'
    usual = 'write a letter, or a name such as "space", "pagedown", "f5" or "ctrl+s"'
    return InvalidValueError(f"{quote_value(name)} is not a key", hint or usual)
