"""The athlete's own session files: copied from others, and opened in the editor of their choice.

What ships with the program is never changed: whoever edits it gets a file of their own, which from
then on stands before it under the same name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.drafts import Draft, copy, free_name, keep, slug, with_schema_line

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.library import Entry, Library
    from benchside.session.problems import Problem


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

    def take(self, entry: Entry) -> Path:
        """Give the file of a session to be changed: of one that ships, a copy of one's own.

        Raises OSError where the copy cannot be written.
        """
        if entry.is_own or entry.text is None:
            return entry.path
        return keep(self._folder, entry.name, with_schema_line(entry.text))

    def edit(self, path: Path) -> str:
        """Open a file in the editor of VISUAL or EDITOR until it is left; tells what failed."""
        import click

        try:
            click.edit(filename=str(path))
        except click.ClickException as error:
            return f"{error.message}; set EDITOR to an editor that is there"
        return ""

    def _copied(self, entry: Entry, title: str, name: str) -> Draft:
        file = str(self._folder / f"{name}.toml")
        return copy(entry.text or "", title, file=file, include=self._library.include)
