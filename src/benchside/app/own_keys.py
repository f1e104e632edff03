"""The athlete's own keys, from the file of settings; the screens are asked what can have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.storage import glance, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchside.session import Problem
    from benchside.tui import OwnKeys


def keys_told(settings: Path) -> tuple[int, Sequence[Problem]]:
    """Return how many actions have keys of the athlete's own, and what is wrong with others."""
    own = own_keys_of(settings)
    return (0, ()) if own is None else (len(own.keys), own.problems)


def own_keys_of(settings: Path) -> OwnKeys | None:
    """Return the keys that a file of settings gives; None where it has no table for them."""
    if not glance(settings).get("keys"):
        return None
    from benchside.tui import read_own_keys

    text = read_text(settings)
    return read_own_keys(text, file=str(settings)) if isinstance(text, str) else None
