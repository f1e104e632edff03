"""Files of text: read within bounds, written in one step.

What cannot be read is a problem, never an exception; a reader of what is written here finds the
old text or the new one, never a part of either.
"""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from benchside.session import MAX_BYTES, Problem, parsed_toml, printable
from benchside.storage.folders import force_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Stamp: TypeAlias = tuple[int, int] | None
"""Time of change in nanoseconds and size; None where there is no file."""


def stamp(path: Path) -> Stamp:
    """Return what changes when the file does."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return None
    return status.st_mtime_ns, status.st_size


def is_there(path: Path) -> bool:
    """Return whether something has this name, even if it cannot be read or leads nowhere."""
    try:
        path.lstat()
    except (FileNotFoundError, ValueError):  # ValueError: a NUL in the name
        return False
    except OSError:  # a folder above cannot be read
        return True
    return True


def is_plain_name(name: str) -> bool:
    """Return whether a name stays in the folder that it is looked up in."""
    return name not in ("", ".", "..") and not any(mark in name for mark in "/\\:\0")


def glance(path: Path) -> Mapping[str, object]:
    """Return the tables of a TOML file, unchecked; empty where the reader would refuse the text."""
    text = read_text(path)
    return {} if isinstance(text, Problem) else _tables(text)


def glance_at_top(path: Path) -> Mapping[str, object]:
    """Return the keys before the first table of a TOML file, unchecked, in a fraction of the time.

    What is wrong further down does not matter. All tables where none are read before the first
    row that looks like one: it may stand in a list or a long text. Empty where these are refused.
    """
    text = read_text(path)
    if isinstance(text, Problem):
        return {}
    return _tables(text[: text.find("\n[") + 1]) or _tables(text)


def _tables(text: str) -> Mapping[str, object]:
    """Return the tables of a TOML text; empty where it is refused."""
    data = parsed_toml(text, file="")
    return {} if isinstance(data, Problem) else data


def read_text(path: Path) -> str | Problem:
    """Read a file of UTF-8 text, without the byte order mark that some editors put before it."""
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        return raw
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _undecodable(path, raw, error.start)


def read_bytes(path: Path) -> bytes | Problem:
    """Read a file of at most `MAX_BYTES`, whatever is in it."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for its writer
            return _refused(path, "this is not a file")
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return _refused(path, f"the file cannot be read: {error.strerror or error}")
    except ValueError:  # a NUL in the name
        return _refused(path, "no file has such a name")
    if len(raw) > MAX_BYTES:
        return _refused(path, "the file is larger than 1 MiB", "split it")
    return raw


def write_atomically(path: Path, text: str, *, follows_links: bool = False) -> None:
    """Replace a file's text in one step that survives a power cut.

    Makes the folder where there is none, for its owner alone: the log may come to lie in it. A link
    is replaced, what it points to stays as it is; with `follows_links` that is written instead, so
    that settings kept in a repository of dotfiles stay there. Raises OSError, and then the old text
    is untouched.
    """
    target = _target(path) if follows_links else path
    _make_folder(target.parent)
    with replacing(target, mode=0o644) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def replacing(target: Path, *, mode: int) -> Iterator[Path]:
    """Let a new file be written beside one, and put it in its place when that has succeeded.

    `mode` holds where there is no file yet. A link is replaced. Raises OSError, and then the old
    file is untouched and nothing is left of the new one.
    """
    target = _target(target.parent) / target.name
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from None  # not of the draft
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        with draft.open("r+b") as stream:
            os.fsync(stream.fileno())
        draft.chmod(_mode(target, mode))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    force_folder(target.parent)


def _refused(path: Path, message: str, hint: str = "") -> Problem:
    return Problem(file=printable(str(path)), message=message, hint=hint)


def _undecodable(path: Path, raw: bytes, position: int) -> Problem:
    start = raw.rfind(b"\n", 0, position) + 1
    line = raw[start:].partition(b"\n")[0]
    return Problem(
        file=printable(str(path)),
        message=f"the byte 0x{raw[position]:02x} is not UTF-8 text",
        hint="save it as UTF-8",
        line=raw.count(b"\n", 0, position) + 1,
        column=len(raw[start:position].decode()) + 1,
        source_line=printable(line.decode(errors="replace").replace("\t", " ")).rstrip(),
    )


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _target(path: Path) -> Path:
    """Return where a link leads; `Path.resolve` raises where links go in a circle."""
    return Path(os.path.realpath(path))


def _mode(path: Path, of_new: int) -> int:
    """Return the permissions of what is replaced; those of a new file where that is no file."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return of_new
    return status.st_mode & 0o777 if stat.S_ISREG(status.st_mode) else of_new
