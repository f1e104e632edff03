"""The field that filters what a screen lists."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.screen import Screen

if TYPE_CHECKING:
    from textual.widgets import Input

FIELD: Final = "filter"
"""The id of the field."""


class FilterScreen(Screen[Any]):
    """A key opens its field, another one takes it away; enter leads back to the list."""

    FILTER_HINT: ClassVar[str]
    """What stands in the field before something is typed."""
    FILTER_BEFORE: ClassVar[str]
    """The widget above which the field stands, as a selector."""

    typed: str = ""
    """What is in the field; empty without one."""

    @property
    def is_filtering(self) -> bool:
        """Whether the field is there."""
        return bool(self.query(f"#{FIELD}"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now; while a filter is typed letters are text."""
        is_typing = self.focused is not None and self.focused.id == FIELD
        if is_typing and action in ("filter", "own"):
            return False
        return super().check_action(action, parameters)

    @abstractmethod
    def filter(self) -> None:
        """List what passes."""

    @abstractmethod
    def focus_list(self) -> None:
        """Give the keys back to what is listed."""

    async def action_filter(self) -> None:
        """Let a filter be typed."""
        from textual.widgets import Input  # the first frame has no field, and does not wait for it

        if not self.is_filtering:
            place = self.query_one(self.FILTER_BEFORE)
            field = Input(self.typed, placeholder=self.FILTER_HINT, id=FIELD)
            await self.mount(field, before=place)
        self.set_focus(self.query_one(f"#{FIELD}"))  # at once: the next key is its own

    async def action_end_filter(self) -> None:
        """List everything again."""
        await self.query(f"#{FIELD}").remove()
        self.typed = ""
        self.focus_list()
        self.filter()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take what is typed into the field."""
        self.typed = event.value
        self.filter()

    def on_input_submitted(self) -> None:
        """Go on to what passed."""
        self.focus_list()
