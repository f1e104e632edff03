"""The welcome, once: hear a cue, choose sounds, volume and unit, and begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from benchside.tui import dialog_keys
from benchside.tui.hearing import Hearing
from benchside.tui.keeping import keep_setting
from benchside.tui.keyed_app import with_keys
from benchside.tui.screens.settings import choice_row, offered
from benchside.tui.setting_rows import setting_rows
from benchside.tui.text import plain
from benchside.tui.text.settings import (
    LOOK_AROUND,
    LOOK_AROUND_ABOUT,
    START_FIRST,
    START_FIRST_ABOUT,
    WELCOME,
    WELCOME_HEAR,
    WELCOME_KEYS,
    WELCOME_TITLE,
)
from benchside.tui.widgets.action_row import ActionRow
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.tui.services import Services
    from benchside.tui.widgets.choice_row import ChoiceRow

ASKED: Final = ("sounds", "volume", "unit", "theme")
"""The settings that are asked for."""


class WelcomeScreen(Screen[bool]):
    """Is dismissed with whether the first session is to be started."""

    CSS_PATH = "welcome.tcss"
    BINDINGS: ClassVar = dialog_keys.WELCOME

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._hearing = Hearing(self, self._tell)

    def compose(self) -> ComposeResult:
        """Yield what it is, how it sounds, and how to go on."""
        settings = self._services.settings
        panels = setting_rows(settings, offered(self, self._services))
        rows = {row.name: row for rows in panels.values() for row in rows}
        with VerticalScroll(id="welcome", can_focus=False):
            yield Static(WELCOME_TITLE, id="title", markup=False)
            yield Static(WELCOME, classes="text", markup=False)
            yield Static(
                with_keys(self.app, WELCOME_HEAR), id="heard", classes="text", markup=False
            )
            for name in ASKED:
                yield choice_row(rows[name], getattr(settings, name))
            yield ActionRow(START_FIRST, START_FIRST_ABOUT, id="start")
            yield ActionRow(LOOK_AROUND, with_keys(self.app, LOOK_AROUND_ABOUT), id="look")
            yield Static(with_keys(self.app, WELCOME_KEYS), id="keys", markup=False)
        yield TooSmall()

    def on_mount(self) -> None:
        """Offer the first session."""
        self.set_focus(self.query_one("#start"))

    def on_unmount(self) -> None:
        """Play nothing any more."""
        self._services.setup.stop()

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        """Keep what was chosen."""
        keep_setting(self, self._services, event.row.setting, event.value)
        self.call_later(self._show, event.row)

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        """Go on."""
        self.dismiss(event.row.id == "start")

    def action_hear(self) -> None:
        """Play one rep."""
        self._hearing.toggle(self._services.setup, one_rep=True)

    def _show(self, row: ChoiceRow) -> None:
        row.show(getattr(self._services.settings, row.setting))

    def _tell(self, heard: str) -> None:
        self.query_one("#heard", Static).update(plain(heard or with_keys(self.app, WELCOME_HEAR)))
