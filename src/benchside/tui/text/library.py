"""The rows of the library's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from benchside.tui.text import plain

if TYPE_CHECKING:
    from benchside.library.library import Entry, EntryLabel

MAX_BESIDE = 22
"""Cells of a title and a name of a file on one line: so many has the narrowest list."""


def library_row(entry: Entry, label: EntryLabel) -> Content:
    """The name; a broken file is marked by a sign and a word, not by its colour alone."""
    name = named(label)
    if entry.problems:
        return Content.assemble(("✗ ", "bold"), name, (" broken", "italic"))
    return Content.assemble("● " if entry.is_own else "○ ", name)


def named(label: EntryLabel) -> Content:
    """The title; beside it, or below where it is long, the file of one of several alike."""
    title, name = plain(label.title), plain(label.name).stylize("italic")
    if not label.name:
        return title
    fits = title.cell_length + name.cell_length < MAX_BESIDE
    return Content.assemble(title, "  " if fits else "\n  ", name)
