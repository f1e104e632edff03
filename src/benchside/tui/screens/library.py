"""The library: sessions on the left, on the right what the chosen one holds."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import OptionList, Static

from benchside.library import is_called, labelled
from benchside.tui import keys
from benchside.tui.filtering import FilterScreen
from benchside.tui.own_files import OwnFiles
from benchside.tui.screens.athlete import AthleteActions
from benchside.tui.tabs import TabScreen
from benchside.tui.text import FILTER, plain, unlisted
from benchside.tui.text.library import (
    DAY_ONLY,
    day_line,
    first_group,
    first_groups,
    grouped,
    in_order,
)
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.session_list import SessionList
from benchside.tui.widgets.tab_line import TabLine
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from benchside.library import Entry
    from benchside.log import Habits, ThisWeek
    from benchside.tui.services import Services
    from benchside.tui.text.library import FirstGroup
    from benchside.tui.widgets.entry_card import EntryCard

RELOAD_S = 1.0
"""How often the library looks whether a file has changed."""


class LibraryScreen(AthleteActions, FilterScreen, TabScreen):
    """Lists every session, broken ones too, and posts the one that was chosen."""

    TAB = "sessions"
    BINDINGS: ClassVar = keys.LIBRARY
    FILTER_HINT = FILTER
    FILTER_BEFORE = "#sessions"

    class Chosen(Message):
        """A session is to be opened."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, services: Services, chosen: str = "") -> None:
        super().__init__()
        self.services = services
        self._first = chosen
        """Name of the session that is chosen at first; empty for what is due."""
        self._entries: list[Entry] = []
        """Those that the filter lets through, in the order of the list."""
        self._habits: Habits | None = None
        """None until the log has been read."""
        self._followed: Entry | None = None
        """What is due in the program that is trained, read for its week; None without one."""
        self.knows_habits = False
        """Whether the log has been read."""
        self._lengths: dict[Path, str] = {}
        """How long each takes; of a day of a program that it is one."""
        self._waits_on: Path | None = None
        """What was chosen for want of anything better, until it is known what is due."""
        self._card: EntryCard | None = None
        """None until the names have been seen."""
        self._is_listed = False
        """Whether the sessions have been read, not only their names."""
        self._files = OwnFiles(self, self)

    def compose(self) -> ComposeResult:
        """Yield the list with the names of the sessions; the card comes beside it."""
        sessions = SessionList(id="sessions")
        labels = self.services.shelf.labels()
        sessions.show(first_groups(labels), 0 if labels else None)
        yield TabLine(self.TAB, day_line(self.services.setup.today, ()))
        with Horizontal(), Vertical(id="left"):
            yield Static(id="problem", markup=False)
            yield sessions
        yield KeyLine(has_palette=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Read the sessions when their names are seen."""
        self.set_focus(self.query_one(SessionList))
        self.call_after_refresh(self._list_first)

    def on_screen_resume(self) -> None:
        """Show the chosen session anew: it may have been done since."""
        if self._entries:
            self._show(self.chosen)
            self._look()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything now; None where it is shown dim."""
        if not super().check_action(action, parameters):
            return False
        if (action, parameters) == ("own", ("restore",)):
            return self._files.can("restore")
        if action == "own" and self._is_listed:
            return self._files.can(str(parameters[0])) or None
        if action == "start" and self._is_listed:
            return (self.chosen is not None and not self.chosen.problems) or None
        return True  # a key that comes before they are listed has them read

    def action_start(self) -> None:
        """Open the chosen session."""
        self._list_once()
        if (chosen := self.chosen) is not None and not chosen.problems:
            self.post_message(self.Chosen(chosen))

    async def action_own(self, what: str) -> None:
        """Do something with session files."""
        self._list_once()
        await self._files.do(what)
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _start_selected(self) -> None:
        self.action_start()

    @on(OptionList.OptionHighlighted)
    def _show_highlighted(self) -> None:
        self._show(self.chosen)
        self.refresh_bindings()

    @property
    def chosen(self) -> Entry | None:
        """The session that is highlighted; None where there is none."""
        place = self.query_one(SessionList).place
        return self._entries[place] if place is not None and place < len(self._entries) else None

    def filter(self) -> None:
        """List the sessions whose title or file holds what was typed."""
        self._list()

    def focus_list(self) -> None:
        """Give the keys back to the sessions."""
        self.set_focus(self.query_one(SessionList))

    def list_anew(self, path: Path | None = None) -> None:
        """Show everything with the numbers of the athlete of now, and choose a file."""
        self._tell_day()
        self._list(path)
        self._look()

    def _passing(self) -> list[Entry]:
        """Return the sessions whose title or file holds what was typed, in their order."""
        passing = (each for each in self._every() if is_called(each, self.typed))
        return in_order(passing, self._first_group)

    def _every(self) -> list[Entry]:
        """Return the sessions of the library, the one that is due as its week has it."""
        due = self._followed
        return [
            due if due is not None and each.path == due.path else each
            for each in self.services.shelf.entries()
        ]

    @property
    def _first_group(self) -> FirstGroup | None:
        return first_group(self._habits, self._followed, today=self.services.setup.today)

    def _reload(self) -> None:
        """List anew what has changed on disk, a broken file with its problems."""
        if self.is_current and self._passing() != self._entries:
            self._list()
            self._look()
        self._tell_unlisted()
        self._tell_day()

    def _tell_unlisted(self) -> None:
        """Say which folders cannot be read; nothing where all can."""
        problem = self.query_one("#problem", Static)
        told = unlisted(self.services.shelf.problems)
        if told != str(problem.content):
            problem.update(plain(told))
            problem.display = bool(told)

    def _tell_day(self) -> None:
        athletes = self.services.athletes.labels()
        self.query_one(TabLine).update(day_line(self.services.setup.today, athletes))

    async def _list_first(self) -> None:
        """List everything for the first time, with the card of what is chosen beside it."""
        from benchside.tui.widgets.entry_card import EntryCard

        self._card = EntryCard(self.services)
        await self.query_one(Horizontal).mount(self._card)
        self._list_once()
        self._tell_unlisted()
        self._tell_day()
        self._look()
        self.set_interval(RELOAD_S, self._reload)

    def _list_once(self) -> None:
        """Read and list the sessions, unless that was done; who has moved has chosen by name."""
        if self._is_listed:
            return
        self._is_listed = True
        has_chosen = bool(self.query_one(SessionList).place)
        named = (entry for entry in self.services.shelf.entries() if entry.name == self._first)
        first = None if has_chosen else next(named, None)
        self._list(first.path if first else None)
        if first is None and not has_chosen and self.chosen is not None:
            self._waits_on = self.chosen.path

    def _list(self, path: Path | None = None) -> None:
        """List what passes the filter, and choose a file; without one, what was chosen stays so."""
        sessions = self.query_one(SessionList)
        before, place = self.chosen, sessions.place or 0
        if path is None and before is not None:
            path = before.path
        self._entries = self._passing()
        every = self._every()
        seen = labelled([(entry.name, entry.title) for entry in every])
        by_path = dict(zip((entry.path for entry in every), seen, strict=True))
        places = [at for at, entry in enumerate(self._entries) if entry.path == path]
        place = places[0] if places else min(place, len(self._entries) - 1)
        sessions.show(
            grouped(
                self._entries,
                by_path,
                self._habits,
                self._first_group,
                today=self.services.setup.today,
                lengths=self._lengths,
            ),
            place if self._entries else None,
        )
        if not self._entries:
            self._show(None)

    def _look(self) -> None:
        """Ask the log, on a thread: the list is there before, and nobody waits for it."""
        entries = [*self.services.shelf.entries()]

        def run() -> None:
            from benchside.log import Habits  # the names stand before these are loaded
            from benchside.tui.widgets.entry_card import length_of

            habits, followed = Habits(), None
            try:
                habits = self.services.habits(entries)
                followed = self.services.due()
            except OSError as error:
                self.call_later(self.notify, str(error), severity="warning", markup=False)
            lengths = {entry.path: length_of(entry) for entry in entries if not entry.problems}
            is_day_only = self.services.shelf.is_day_only
            lengths |= {entry.path: DAY_ONLY for entry in entries if is_day_only(entry)}
            if followed is not None:
                lengths[followed.path] = length_of(followed)
            self.call_later(self._know, habits, followed, lengths)
            with suppress(OSError):  # it was told above
                self.call_later(self._tell_week, self.services.history.this_week())

        # Not a worker of Textual's: a program that is left does not wait for this one.
        threading.Thread(target=run, name="habits", daemon=True).start()

    def _tell_week(self, week: ThisWeek | None) -> None:
        """Show what was done this week below the sessions, where there is room."""
        if week is not None or self.query("WeekLine"):
            from benchside.tui.widgets.week_line import tell_week  # not for the first frame

            tell_week(self, week)

    def _know(self, habits: Habits, followed: Entry | None, lengths: dict[Path, str]) -> None:
        """Show what the log has answered; what is due is chosen, unless somebody has chosen."""
        self.knows_habits = True
        if (habits, followed, lengths) == (self._habits, self._followed, self._lengths):
            return
        self._habits, self._followed, self._lengths = habits, followed, lengths
        path, chosen = None, self.chosen
        if chosen is not None and chosen.path == self._waits_on:
            first = self._first_group
            wanted = first.file if first else habits.latest
            path = next((one.path for one in self._entries if str(one.path) == wanted), None)
        self._waits_on = None
        self._list(path)

    def _show(self, entry: Entry | None) -> None:
        if self._card is not None:
            is_day_only = entry is not None and self._lengths.get(entry.path) == DAY_ONLY
            self._card.show(entry, self._habits, is_day_only=is_day_only)
