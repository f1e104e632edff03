"""What no disk has taken, printed so that it is not lost with the program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchside.cli.output.lines import echo

if TYPE_CHECKING:
    from benchside.log import Record

NOT_SAVED = "the session could not be saved; this is its line for the log:"


def tell_unsaved(record: Record | None) -> None:
    """Print a session as its line of the log, on standard error."""
    if record is None:
        return
    from benchside.log import encode_record

    echo(NOT_SAVED, err=True)
    echo(json.dumps(encode_record(record), ensure_ascii=False, separators=(",", ":")), err=True)
