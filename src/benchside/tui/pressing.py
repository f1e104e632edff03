"""Text that presses keys when it is clicked, so that whatever a key does the mouse does as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.style import Style

if TYPE_CHECKING:
    from textual import events
    from textual.app import App
    from textual.content import Content

_META: Final = "keys"


def pressing(text: Content, *keys: str) -> Content:
    """Return a text that presses these keys, one after the other."""
    return text.stylize(Style.from_meta({_META: " ".join(keys)}))


def press_clicked(app: App[object], event: events.Click, default: str) -> None:
    """Press the keys of the text that was clicked, or the default one beside it."""
    event.stop()
    for key in str(event.style.meta.get(_META, default)).split():
        app.simulate_key(key)
