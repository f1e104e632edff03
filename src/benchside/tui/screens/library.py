"""The library: sessions on the left, on the right what the chosen one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from benchside.timeline.totals import totals_of
from benchside.tui import keys
from benchside.tui.outline import outline
from benchside.tui.text import FILTER, NO_SESSIONS, TITLE, entry_name, plain
from benchside.tui.widgets.entry_card import EntryCard, Preview
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult

    from benchside.library import Entry
    from benchside.tui.services import Services


class LibraryScreen(Screen[None]):
    """Lists every session, broken ones too, and posts the one that was chosen."""

    BINDINGS: ClassVar = keys.LIBRARY

    class Chosen(Message):
        """A session is to be opened."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._entries: list[Entry] = []
        """Those that the filter lets through, in the order of the list."""

    def compose(self) -> ComposeResult:
        """List and card side by side."""
        with Horizontal():
            with Vertical(id="left"):
                yield Static(TITLE, id="title", markup=False)
                yield Input(placeholder=FILTER, id="filter")
                yield OptionList(id="sessions")
            yield EntryCard()
        yield Footer()
        yield TooSmall()

    def on_mount(self) -> None:
        """Name the sessions at once, and read them when the names are seen."""
        options = self.query_one("#sessions", OptionList)
        options.set_options(
            Option(Content.assemble(("○ ", "dim"), plain(title)))
            for title in self._services.titles()
        )
        options.focus()
        self.call_after_refresh(self._list, "")

    def on_screen_resume(self) -> None:
        """A session may have been done since: show it anew."""
        if self._entries:
            self._show(self._chosen())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only a session without problems can be started."""
        if action != "start":
            return True
        chosen = self._chosen()
        return None if chosen is None or chosen.problems else True

    def action_start(self) -> None:
        """Open the chosen session."""
        if (chosen := self._chosen()) is not None and not chosen.problems:
            self.post_message(self.Chosen(chosen))

    def action_filter(self) -> None:
        """Let names be typed."""
        self.add_class("-filtering")
        self.query_one("#filter").focus()

    def action_end_filter(self) -> None:
        """Show every session again."""
        self.query_one("#filter", Input).value = ""
        self._end_filter()

    def action_help(self) -> None:
        """Show every key."""
        from benchside.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(keys.LIBRARY))

    @on(OptionList.OptionSelected)
    def _start_selected(self) -> None:
        self.action_start()

    @on(OptionList.OptionHighlighted)
    def _show_highlighted(self) -> None:
        self._show(self._chosen())
        self.refresh_bindings()

    @on(Input.Changed)
    def _filter_by(self, event: Input.Changed) -> None:
        self._list(event.value)

    @on(Input.Submitted)
    def _end_filter(self) -> None:
        self.set_class(bool(self.query_one("#filter", Input).value), "-filtering")
        self.query_one("#sessions").focus()

    def _list(self, typed: str) -> None:
        """List the sessions whose name holds what was typed."""
        self._entries = [
            entry
            for entry in self._services.entries()
            if typed.casefold() in entry_name(entry).casefold()
        ]
        options = self.query_one("#sessions", OptionList)
        options.set_options(Option(_prompt(entry)) for entry in self._entries)
        if self._entries:
            options.highlighted = 0
        else:
            self._show(None)

    def _chosen(self) -> Entry | None:
        index = self.query_one("#sessions", OptionList).highlighted
        return self._entries[index] if index is not None and self._entries else None

    def _show(self, entry: Entry | None) -> None:
        card = self.query_one(EntryCard)
        if entry is None:
            card.show_problems(NO_SESSIONS, ())
            return
        timeline = entry.timeline()
        if timeline is None:
            card.show_problems(entry.name, entry.problems)
            return
        card.show_session(
            Preview(
                timeline=timeline,
                totals=totals_of(timeline),
                blocks=outline(timeline),
                last_done=self._last_done(entry),
            )
        )

    def _last_done(self, entry: Entry) -> datetime | None:
        try:
            return self._services.last_done(entry)
        except OSError as error:
            self.notify(str(error), severity="warning", markup=False)
            return None


def _prompt(entry: Entry) -> Content:
    """The name; a broken file is marked by a sign and a word, not by its colour alone."""
    name = plain(entry_name(entry))
    if entry.problems:
        return Content.assemble(("✗ ", "bold $text-error"), name, (" broken", "dim italic"))
    return Content.assemble(("● " if entry.is_own else "○ ", "dim"), name)
