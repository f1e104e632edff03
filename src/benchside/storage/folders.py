"""What stands in a folder, made as durable as the files themselves."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def force_folder(folder: Path) -> None:
    """Make a file's new name, or its removal, as durable as its text."""
    if sys.platform == "win32":  # cannot open a folder, and needs no help
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
