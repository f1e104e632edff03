"""A screen that stands over one view of a session: which set its keys mean, and which keys work."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.reactive import Initialize, reactive

from benchside.runner import State
from benchside.tui import footer
from benchside.tui.screens.sets import SetScreen

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

    from benchside.timeline import SetId
    from benchside.view import LastSetView, NoteTarget, View

T = TypeVar("T")


def _view_of_session(screen: ViewedScreen[object]) -> View:
    return screen.session.state.view


class ViewedScreen(SetScreen[T]):
    """Takes its keys, and what they mean, from the view."""

    view: reactive[View] = reactive(Initialize(_view_of_session), repaint=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Return whether a key does anything now."""
        return footer.is_legal(action, self.view)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, in the words of the table of moves."""
        active = super().active_bindings
        width = self.size.width
        return {
            key: footer.worded(binding, self.view, width=width) for key, binding in active.items()
        }

    def on_resize(self) -> None:
        """Word the keys for the room that there is now."""
        self.refresh_bindings()

    @property
    def corrected(self) -> LastSetView | None:
        """The set that was worked last, where it is seen."""
        return self.view.last if footer.is_correctable(self.view) else None

    @property
    def meant(self) -> SetId | None:
        """The set that is going on or comes next; None once all are over."""
        return None if self.view.state is State.REVIEWING else self.view.set.id

    @property
    def noted(self) -> NoteTarget:
        """The set that stands here now."""
        return self.view.note
