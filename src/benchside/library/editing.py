"""The athlete's own session files: copied from others, and opened in the editor of their choice.

What ships with the program is never changed: whoever edits it gets a file of their own, which from
then on stands in its place under the same name. Without a change there is no such file.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.library.editor import edit_file
from benchside.library.new_files import (
    NewSession,
    copy,
    free_name,
    keep,
    save_new_session,
    slug,
    with_schema_line,
)
from benchside.library.session_files import SUFFIX
from benchside.storage.files import write_atomically

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.library.library import Entry, Library
    from benchside.session.file.problems import Problem


DRAFTS: Final = ".drafts"
"""The folder for what is being edited; hidden, so that nothing in it is listed."""

UNCHANGED: Final = "nothing was changed, so no copy is kept"


@dataclass(frozen=True, slots=True)
class Edited:
    """What came of editing a session."""

    path: Path
    """The file to show from now on."""
    message: str = ""
    """What is to be told; empty where the session itself tells it."""
    is_failed: bool = True
    """Whether the message tells a failure."""


class OwnSessions:
    """A folder of session files that can be written."""

    def __init__(self, folder: Path, library: Library) -> None:
        self._folder = folder
        self._library = library

    def duplicate(self, entry: Entry, title: str) -> Path | tuple[Problem, ...]:
        """Copy a session under another title; problems where that cannot be one.

        Never writes over another file. Raises OSError where it cannot be written.
        """
        name = free_name(self._folder, slug(title))
        draft = self._copied(entry, title, name)
        return draft.problems or keep(self._folder, name, draft.text)

    def edit(self, entry: Entry) -> Edited:
        """Open a session in the editor of VISUAL or EDITOR until it is left.

        What ships is edited as a draft, which is kept, broken or not, if its text was changed.
        Raises nothing: a terminal that is lent to an editor has to be taken back.
        """
        try:
            if entry.is_own or entry.text is None:
                return Edited(entry.path, edit_file(entry.path))
            return self._edit_draft(entry, with_schema_line(entry.text))
        except OSError as error:
            return Edited(entry.path, str(error))

    def _edit_draft(self, entry: Entry, text: str) -> Edited:
        draft = self._folder / DRAFTS / f"{entry.name}{SUFFIX}"
        for place in (draft.parent, draft):
            if place.is_symlink():  # nothing is written through it
                place.unlink()
        if not draft.is_file():  # one that lies there was typed when the program was killed
            write_atomically(draft, text)
        problem = edit_file(draft)
        if draft.is_file() and draft.read_bytes() != text.encode():
            edited = Edited(save_new_session(draft, self._folder, entry.name), problem)
        else:
            draft.unlink(missing_ok=True)
            edited = Edited(entry.path, problem or UNCHANGED, is_failed=bool(problem))
        with suppress(OSError):  # another draft lies there
            draft.parent.rmdir()
        return edited

    def _copied(self, entry: Entry, title: str, name: str) -> NewSession:
        file = str(self._folder / f"{name}.toml")
        return copy(entry.text or "", title, file=file, include=self._library.include)
