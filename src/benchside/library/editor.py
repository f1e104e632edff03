"""The athlete's editor: chosen by VISUAL or EDITOR, started on one file, waited for."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

EDITORS: Final = ("editor", "nano", "vim", "vi")
"""Looked for in this order where the environment names none; `editor` is Debian's choice."""


def edit_file(path: Path) -> str:
    """Open a file in the editor until it is left; return what failed, or an empty text."""
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


def _editor() -> list[str]:
    """Return the command of VISUAL or EDITOR as words, or the first editor found; empty if none.

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
