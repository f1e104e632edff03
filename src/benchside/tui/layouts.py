"""Letters of other keyboards: a key acts by its place, whatever is written on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.binding import Binding

_CYRILLIC: Final = dict(
    zip("qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфывапролдячсмить", strict=True)
)
"""The letter on the key of a Latin one, on the common Russian layout."""

_LATIN: Final = {cyrillic: letter for letter, cyrillic in _CYRILLIC.items()}


def latin(character: str) -> str:
    """Return the small Latin letter on the key of a letter, and anything else as it is."""
    small = character.lower()
    return _LATIN.get(small, small)


def reachable(binding: Binding, *, is_first: bool = True) -> Binding:
    """Let a letter act with Caps Lock too, and on a Cyrillic keyboard by its place.

    Where it `is_first` it acts before the next key is read (priority), so that a key behind it is
    never read by the wrong screen.
    """
    keys = binding.key.split(",")
    places = [_CYRILLIC[key] for key in keys if key in _CYRILLIC]
    letters = [*keys, *places]
    capitals = [key.upper() for key in letters if len(key) == 1 and key.isalpha()]
    return replace(
        binding,
        key=",".join([*letters, *capitals]),
        key_display=binding.key_display or keys[0],
        priority=is_first,
    )
