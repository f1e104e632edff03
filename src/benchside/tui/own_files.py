"""What the library does with session files: new, edited, copied, renamed, deleted and brought back.

Each ends with the list on the file that came of it, or with a message of why there is none.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from textual.app import SuspendNotSupported

from benchside.tui.dialogs import open_dialog
from benchside.tui.keyed_app import key_of
from benchside.tui.text import (
    DUPLICATE_KEYS,
    DUPLICATE_TITLE,
    copy_of,
    unshared,
    written_to,
)
from benchside.tui.text.own_files import (
    RENAME_KEYS,
    RENAME_TITLE,
    brought_back,
    in_trash,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping
    from pathlib import Path

    from textual.notifications import SeverityLevel
    from textual.screen import Screen

    from benchside.library import DeletedSession, Entry
    from benchside.tui.services import ListsSessions

NEEDS_OWN: Final = frozenset({"rename", "delete"})
"""What is done only with sessions of one's own."""
NEEDS_NO_PROBLEMS: Final = frozenset({"rename", "duplicate"})
"""What cannot be done with a file that cannot be read."""
NEEDS_SESSION: Final = NEEDS_OWN | NEEDS_NO_PROBLEMS | {"edit"}


class OwnFiles:
    """Does it, and keeps what was deleted until the program is left."""

    def __init__(self, screen: Screen[None], library: ListsSessions) -> None:
        self._screen = screen
        self._library = library
        self._deleted: list[DeletedSession] = []
        self._actions: Mapping[str, Callable[[], Awaitable[None]]] = {
            "new": self._new,
            "edit": self._edit,
            "duplicate": self._duplicate,
            "rename": self._rename,
            "delete": self._delete,
            "restore": self._restore,
        }

    async def do(self, what: str) -> None:
        """Do one of the actions, unless it cannot be done with what is chosen."""
        if self.can(what):
            await self._actions[what]()

    def can(self, what: str) -> bool:
        """Return whether an action can be done with what is chosen."""
        chosen = self._library.chosen
        if what == "restore":
            return bool(self._deleted)
        if what not in NEEDS_SESSION:
            return True
        if chosen is None or (what in NEEDS_OWN and not chosen.is_own):
            return False
        return not (chosen.problems and what in NEEDS_NO_PROBLEMS)

    async def _new(self) -> None:
        from benchside.tui.screens.new_session import NewSessionScreen

        def made(path: Path | None) -> None:
            if path is not None:
                self._written(path)

        await open_dialog(self._screen, NewSessionScreen(self._library.services.shelf.own), made)

    async def _edit(self) -> None:
        """Open the file in the athlete's editor, then show it as it is now."""
        chosen = self._chosen
        try:
            with self._screen.app.suspend():
                edited = self._library.services.shelf.own.edit(chosen)
        except SuspendNotSupported:
            self._complain(unshared(chosen, key_of(self._screen.app, "library.duplicate")))
            return
        if edited.message:
            severity: SeverityLevel = "error" if edited.is_failed else "information"
            self._screen.notify(edited.message, severity=severity, markup=False)
        self._library.list_anew(edited.path)

    async def _duplicate(self) -> None:
        chosen = self._chosen

        def duplicate(title: str | None) -> None:
            if title:
                with self._complaining():
                    made = self._library.services.shelf.own.duplicate(chosen, title)
                    if isinstance(made, tuple):
                        self._complain(made[0].message)
                    else:
                        self._written(made)

        from benchside.tui.screens.line import LineScreen

        dialog = LineScreen(DUPLICATE_TITLE, DUPLICATE_KEYS, copy_of(chosen.title))
        await open_dialog(self._screen, dialog, duplicate)

    async def _rename(self) -> None:
        chosen = self._chosen

        def rename(title: str | None) -> None:
            if title and title != chosen.title:
                with self._complaining():
                    problems = self._library.services.shelf.own.rename(chosen, title)
                    if problems:
                        self._complain(problems[0].message)
                    self._library.list_anew(chosen.path)

        from benchside.tui.screens.line import LineScreen

        await open_dialog(self._screen, LineScreen(RENAME_TITLE, RENAME_KEYS, chosen.title), rename)

    async def _delete(self) -> None:
        chosen = self._chosen
        with self._complaining():
            self._deleted.append(self._library.services.shelf.own.delete(chosen))
            told = in_trash(chosen.title, key_of(self._screen.app, "library.restore"))
            self._screen.notify(told, markup=False, timeout=10)
            self._library.list_anew()

    async def _restore(self) -> None:
        with self._complaining():
            path = self._library.services.shelf.own.restore(self._deleted.pop())
            self._screen.notify(brought_back(path), markup=False)
            self._library.list_anew(path)

    @property
    def _chosen(self) -> Entry:
        chosen = self._library.chosen
        assert chosen is not None
        return chosen

    def _written(self, path: Path) -> None:
        self._screen.notify(
            written_to(path, key_of(self._screen.app, "library.edit")), markup=False
        )
        self._library.list_anew(path)

    def _complain(self, problem: str) -> None:
        self._screen.notify(problem, severity="error", markup=False)

    @contextmanager
    def _complaining(self) -> Iterator[None]:
        """Say what the system refuses."""
        try:
            yield
        except OSError as error:
            self._complain(str(error))
