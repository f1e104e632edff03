"""The athlete's own session files: copied from others, and opened in the editor of their choice.

What ships with the program is never changed: whoever edits it gets a file of their own, which from
then on stands in its place under the same name. Without a change there is no such file.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from benchside.library.editor import edit_file
from benchside.library.new_files import (
    NewSession,
    compose_session,
    copy_session,
    free_name,
    name_for,
    retitled,
    save_new,
    save_new_session,
    slug,
    with_schema_line,
)
from benchside.library.session_files import SUFFIX
from benchside.session import read
from benchside.storage import write_atomically

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from benchside.library.library import Entry, Library
    from benchside.session import Problem


TRASH: Final = ".trash"
"""The folder that deleted sessions are moved to; hidden, so that nothing in it is listed."""

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


@dataclass(frozen=True, slots=True)
class DeletedSession:
    """A session that was moved to the trash."""

    path: Path
    """Where it was."""
    trashed: Path
    """Where it is."""


class OwnSessions:
    """A folder of session files that can be written."""

    def __init__(self, folder: Path, library: Library) -> None:
        self._folder = folder
        self._library = library

    def create(
        self, title: str, goal: str, exercises: Sequence[Mapping[str, Any]]
    ) -> Path | tuple[Problem, ...]:
        """Write a new session of one block; problems where that cannot be one.

        Raises FileExistsError where there is one of this title, OSError where it cannot be written.
        """
        name = name_for(self._folder, title)
        block = [{"exercise": [*exercises]}]
        tables = {"name": title, **({"goal": goal} if goal else {}), "block": block}
        file = str(self._folder / f"{name}{SUFFIX}")
        draft = compose_session(tables, file=file, include=self._library.include)
        return draft.problems or save_new(self._folder, name, draft.text)

    def rename(self, entry: Entry, title: str) -> tuple[Problem, ...]:
        """Give an own session another title; return problems where that cannot be one.

        The file keeps its name, so the log, programs and sessions that include it still know it.
        Raises OSError where it cannot be written.
        """
        file = str(entry.path)
        text = retitled(entry.text or "", title)
        problems = read(text, file=file, include=self._library.include).problems
        if not problems:
            write_atomically(entry.path, text, follows_links=True)
        return problems

    def delete(self, entry: Entry) -> DeletedSession:
        """Move an own session to the trash; raises OSError where that fails."""
        trash = self._folder / TRASH
        if trash.is_symlink():  # nothing is moved through it
            trash.unlink()
        place = trash / entry.path.relative_to(self._folder)
        place.parent.mkdir(parents=True, exist_ok=True)
        trashed = place.parent / f"{free_name(place.parent, entry.path.stem)}{SUFFIX}"
        entry.path.rename(trashed)
        return DeletedSession(entry.path, trashed)

    def restore(self, deleted: DeletedSession) -> Path:
        """Bring a session back from the trash, under a free name where its own is taken.

        Raises OSError where it is gone, or cannot be moved.
        """
        folder = deleted.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        taken = os.path.lexists(deleted.path)
        name = free_name(folder, deleted.path.stem) + SUFFIX if taken else deleted.path.name
        deleted.trashed.rename(folder / name)
        return folder / name

    def duplicate(self, entry: Entry, title: str) -> Path | tuple[Problem, ...]:
        """Copy a session under another title; problems where that cannot be one.

        Never writes over another file. Raises OSError where it cannot be written.
        """
        name = free_name(self._folder, slug(title))
        draft = self._copied(entry, title, name)
        return draft.problems or save_new(self._folder, name, draft.text)

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
        return copy_session(entry.text or "", title, file=file, include=self._library.include)
