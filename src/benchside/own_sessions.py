"""The athlete's own session files: copied from others, and opened in the editor of their choice.

What ships with the program is never changed: whoever edits it gets a file of their own, which from
then on stands before it under the same name.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from benchside.drafts import Draft, copy, free_name, keep, slug, with_schema_line

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.library import Entry, Library
    from benchside.session.problems import Problem


EDITORS: Final = ("editor", "nano", "vim", "vi")
"""Looked for in this order where the environment names none; `editor` is Debian's choice."""


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
        """Open a file in the athlete's editor until it is left; tells what failed."""
        editor = _editor()
        if not editor:
            return "no editor was found; set EDITOR to one that is there"
        name = editor[0] if len(editor) == 1 else shlex.join(editor)
        try:
            status = subprocess.call([*editor, str(path)])
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return f"{name}: {reason.lower()}; set EDITOR to an editor that is there"
        if status == 0:
            return ""
        end = f"status {status}" if status > 0 else f"signal {-status}"
        return f"{name} ended with {end}; look whether the file is as you want it"

    def _copied(self, entry: Entry, title: str, name: str) -> Draft:
        file = str(self._folder / f"{name}.toml")
        return copy(entry.text or "", title, file=file, include=self._library.include)


def _editor() -> list[str]:
    """The words that start the editor of VISUAL or EDITOR, or the first one found; empty if none.

    Debian's `sensible-editor` is not asked: it may begin with a question of its own.
    """
    for name in ("VISUAL", "EDITOR"):
        if written := os.environ.get(name, "").strip():
            return _words(written)
    if os.name == "nt":
        return ["notepad"]
    return [one for one in EDITORS if shutil.which(one)][:1]


def _words(command: str) -> list[str]:
    """Split as a shell does; a path with a blank or a quote that is there is one word."""
    if shutil.which(command):
        return [command]
    try:
        words = shlex.split(command)
    except ValueError:  # a quote without its end: no such program, then
        words = []
    return words if words and words[0] else [command]
