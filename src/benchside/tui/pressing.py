"""Text that does something when it is clicked: the actions of keys, whatever the keys are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.style import Style

if TYPE_CHECKING:
    from textual import events
    from textual.content import Content
    from textual.screen import Screen

_META: Final = "actions"


def acting(text: Content, *actions: str) -> Content:
    """Return a text that does these actions of its screen, one after the other."""
    return text.stylize(Style.from_meta({_META: " ".join(actions)}))


async def act_on_click(screen: Screen[object], event: events.Click, default: str) -> None:
    """Do the actions of the text that was clicked, or the default one beside it."""
    event.stop()
    for action in str(event.style.meta.get(_META, default)).split():
        await screen.run_action(action)
