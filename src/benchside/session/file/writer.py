"""A session becomes a text again.

Promises that reading the text gives the same session: parse, write, parse is a fixed point. Only
what was set is written, in the model's order, each value in its one form. Comments are not kept.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import tomli_w

if TYPE_CHECKING:
    from benchside.session.file.model import Session

SCHEMA_LINE = "#:schema ./session.schema.json\n"
"""Where an editor finds what completes and checks the file."""


def write_session(session: Session) -> str:
    """Write a session as TOML, with the line that leads an editor to the schema."""
    tables = session.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    blocks = tables.pop("block")
    parts = [SCHEMA_LINE + _written(tables)]
    for block in blocks:
        exercises = block.pop("exercise", [])
        parts.append(_within("block", block))
        parts.extend(_within("block.exercise", exercise) for exercise in exercises)
    return "\n".join(parts)


def _written(table: dict[str, Any]) -> str:
    return tomli_w.dumps(table, multiline_strings=True)


def _within(path: str, table: dict[str, Any]) -> str:
    """Write a table of a list; long sets get a header of their own, here with its whole path."""
    return f"[[{path}]]\n" + re.sub(r"(?m)^\[\[sets\]\]$", f"[[{path}.sets]]", _written(table))
