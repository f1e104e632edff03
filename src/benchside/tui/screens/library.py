"""The library: sessions on the left, on the right what the chosen one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import SuspendNotSupported
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from benchside.library.library import is_called, labelled
from benchside.tui import keys
from benchside.tui.screens.athlete import AthleteActions
from benchside.tui.text import (
    DUPLICATE_KEYS,
    DUPLICATE_TITLE,
    FILTER,
    IN_PLACE_OF_SHIPPED,
    NO_SESSIONS,
    TITLE,
    copy_of,
    plain,
    titled,
    unlisted,
    unshared,
    written_to,
)
from benchside.tui.text.library import library_row, named
from benchside.tui.widgets.entry_card import EntryCard, Preview
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.session_list import SessionList
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.notifications import SeverityLevel
    from textual.widgets import Input

    from benchside.library.library import Entry
    from benchside.tui.services import Services

RELOAD_S = 1.0
"""How often the library looks whether a file has changed."""


class LibraryScreen(AthleteActions):
    """Lists every session, broken ones too, and posts the one that was chosen."""

    BINDINGS: ClassVar = keys.LIBRARY

    class Chosen(Message):
        """A session is to be opened."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, services: Services, chosen: str = "") -> None:
        super().__init__()
        self.services = services
        self._first = chosen
        """Name of the session that is chosen at first; empty for the first one."""
        self._entries: list[Entry] = []
        """Those that the filter lets through, in the order of the list."""
        self._typed = ""
        """What a name has to hold to pass the filter."""

    def compose(self) -> ComposeResult:
        """List and card side by side."""
        with Horizontal():
            with Vertical(id="left"):
                yield Static(TITLE, id="title", markup=False)
                yield Static(id="problem", markup=False)
                yield SessionList(id="sessions")
            yield EntryCard()
        yield KeyLine(has_palette=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Name the sessions at once, and read them when the names are seen."""
        options = self.query_one("#sessions", OptionList)
        options.set_options(
            Option(Content.assemble("○ ", named(label))) for label in self.services.labels()
        )
        options.focus()
        self.call_after_refresh(self._list_first)
        self.set_interval(RELOAD_S, self._reload)

    def on_screen_resume(self) -> None:
        """A session may have been done since: show it anew."""
        if self._entries:
            self._show(self.chosen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only a session without problems can be started, or be copied; edited can be any."""
        if action not in ("start", "duplicate", "edit"):
            return True
        chosen = self.chosen
        if chosen is None or (chosen.problems and action != "edit"):
            return None
        return True

    def action_start(self) -> None:
        """Open the chosen session."""
        if (chosen := self.chosen) is not None and not chosen.problems:
            self.post_message(self.Chosen(chosen))

    def action_edit(self) -> None:
        """Open the file in the athlete's editor, then show it as it is now."""
        if (chosen := self.chosen) is None:
            return
        try:
            with self.app.suspend():
                edited = self.services.own.edit(chosen)
        except SuspendNotSupported:
            self._complain(unshared(chosen))
            return
        if edited.message:
            severity: SeverityLevel = "error" if edited.is_failed else "information"
            self.notify(edited.message, severity=severity, markup=False)
        self._list(edited.path)

    def action_duplicate(self) -> None:
        """Ask how the copy is called, and make it."""
        from benchside.tui.screens.line import LineScreen

        if (chosen := self.chosen) is None:
            return

        def duplicate(title: str | None) -> None:
            if title:
                self._duplicate(chosen, title)

        name = copy_of(chosen.title)
        self.app.push_screen(LineScreen(DUPLICATE_TITLE, DUPLICATE_KEYS, name), duplicate)

    async def action_filter(self) -> None:
        """Let names be typed."""
        from textual.widgets import Input

        if not self.query("#filter"):
            field = Input(placeholder=FILTER, id="filter")
            await self.query_one("#left").mount(field, before="#sessions")
        self.query_one("#filter").focus()

    async def action_end_filter(self) -> None:
        """Show every session again."""
        await self.query("#filter").remove()
        self.query_one("#sessions").focus()
        self._typed = ""
        self._list()

    def action_history(self) -> None:
        """Show what was done."""
        from benchside.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.services.history))

    def action_help(self) -> None:
        """Show every key."""
        from benchside.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(keys.LIBRARY))

    @on(OptionList.OptionSelected)
    def _start_selected(self) -> None:
        self.action_start()

    @on(OptionList.OptionHighlighted)
    def _show_highlighted(self) -> None:
        self._show(self.chosen)
        self.refresh_bindings()

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what passes."""
        self._typed = event.value
        self._list()

    def on_input_submitted(self) -> None:
        """Go on to what passed."""
        self.query_one("#sessions").focus()

    def _passing(self) -> list[Entry]:
        """The sessions whose title or file holds what was typed."""
        return [entry for entry in self.services.entries() if is_called(entry, self._typed)]

    def _reload(self) -> None:
        """List anew what has changed on disk, a broken file with its problems."""
        if self.is_current and self._passing() != self._entries:
            self._list()
        self._tell_unlisted()

    def _tell_unlisted(self) -> None:
        """Say which folders cannot be read; nothing where all can."""
        problem = self.query_one("#problem", Static)
        told = unlisted(self.services.library_problems)
        if told != str(problem.content):
            problem.update(plain(told))
            problem.display = bool(told)

    def list_anew(self) -> None:
        """Show everything with the numbers of the athlete of now."""
        self._title()
        self._list()

    def _title(self) -> None:
        self.query_one("#title", Static).update(plain(titled(self.services.athletes.labels())))

    def _list_first(self) -> None:
        """List everything for the first time."""
        named = (entry for entry in self.services.entries() if entry.name == self._first)
        first = next(named, None)
        self._tell_unlisted()
        self._title()
        self._list(first.path if first else None)

    def _list(self, path: Path | None = None) -> None:
        """List what passes the filter, and choose a file; without one, what was chosen stays so."""
        options = self.query_one("#sessions", OptionList)
        before, index = self.chosen, options.highlighted or 0
        if path is None and before is not None:
            path = before.path
        self._entries = self._passing()
        every = self.services.entries()
        seen = labelled([(entry.name, entry.title) for entry in every])
        by_path = dict(zip((entry.path for entry in every), seen, strict=True))
        options.set_options(Option(library_row(each, by_path[each.path])) for each in self._entries)
        if self._entries:
            places = [place for place, entry in enumerate(self._entries) if entry.path == path]
            options.highlighted = places[0] if places else min(index, len(self._entries) - 1)
        else:
            self._show(None)

    def _duplicate(self, entry: Entry, title: str) -> None:
        try:
            made = self.services.own.duplicate(entry, title)
        except OSError as error:
            self._complain(str(error))
            return
        if isinstance(made, tuple):
            self._complain(made[0].message)
            return
        self.notify(written_to(made), markup=False)
        self._list(made)

    def _complain(self, problem: str) -> None:
        self.notify(problem, severity="error", markup=False)

    @property
    def chosen(self) -> Entry | None:
        """The session that is highlighted; None where there is none."""
        index = self.query_one("#sessions", OptionList).highlighted
        return self._entries[index] if index is not None and self._entries else None

    def _show(self, entry: Entry | None) -> None:
        card = self.query_one(EntryCard)
        if entry is None:
            card.show_problems(NO_SESSIONS, ())
            return
        agenda = entry.agenda()
        if agenda is None:
            card.show_problems(entry.name, entry.problems)
            return
        from benchside.report.outline import outline  # the names stand before these are loaded
        from benchside.timeline.schedule import schedule_of
        from benchside.timeline.totals import totals_of

        card.show_session(
            Preview(
                plan=agenda.plan,
                totals=totals_of(schedule_of(agenda)),
                blocks=outline(agenda),
                last_done=self._last_done(entry),
                recall=lambda: self.services.recall(entry),
                about_file=IN_PLACE_OF_SHIPPED if entry.is_in_place_of_shipped else "",
            )
        )

    def _last_done(self, entry: Entry) -> datetime | None:
        try:
            return self.services.last_done(entry)
        except OSError as error:
            self.notify(str(error), severity="warning", markup=False)
            return None
