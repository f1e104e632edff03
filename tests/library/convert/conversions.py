"""What the tests of conversions ask of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tomli_w

from benchside.library.convert import convert
from benchside.session.read import read

if TYPE_CHECKING:
    from benchside.library.convert import Conversion


def converted(text: str, title: str = "Mine") -> Conversion:
    """Convert a plan; every session of it is one that the reader takes."""
    conversion = convert(text, title=title)
    for session in conversion.sessions:
        reading = read(tomli_w.dumps(session.tables), file="mine.toml")
        assert reading.problems == ()
    return conversion


def blocks_of(conversion: Conversion, session: int = 0) -> list[dict[str, Any]]:
    blocks = conversion.sessions[session].tables["block"]
    assert isinstance(blocks, list)
    return blocks


def exercise(text: str) -> dict[str, Any]:
    """Convert a plan of one exercise, and return that one as its file has it."""
    [block] = blocks_of(converted(text))
    [table] = block["exercise"]
    assert isinstance(table, dict)
    return table


def lost(conversion: Conversion) -> list[str]:
    """What is left out, each with the numbers of its lines."""
    return [
        f"{', '.join(map(str, one.lines))}: {one.text}" if one.lines else one.text
        for one in conversion.left_out
    ]
