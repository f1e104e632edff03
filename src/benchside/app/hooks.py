"""Opens the hooks of a session: the commands of `hooks.toml`, if there are any."""

from __future__ import annotations

import atexit
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from benchside.storage import is_there

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.player import Clock, HookSink
    from benchside.session import Problem


def open_hooks(
    path: Path, *, clock: Clock, is_resumed: bool, is_rehearsal: bool
) -> tuple[HookSink, ...]:
    """Return the sink that runs the hooks of a file; none where it has none that can be run.

    The end of the program waits a moment for what is not started yet, and tells on standard error
    what failed since the session was closed. A file with problems runs nothing: see
    `hook_problems`.
    """
    if not is_there(path):
        return ()
    from benchside.player import HookSink, ProcessRunner, load_hooks

    hooks, _ = load_hooks(path)
    if not hooks:
        return ()
    sink = HookSink(
        hooks,
        runner=ProcessRunner(),
        clock=clock,
        is_resumed=is_resumed,
        is_rehearsal=is_rehearsal,
    )
    atexit.register(_end, sink)
    return (sink,)


def hook_problems(path: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a file of hooks; nothing where there is no file."""
    if not is_there(path):
        return ()
    from benchside.player import load_hooks

    return load_hooks(path)[1]


def _end(sink: HookSink) -> None:
    """Let the hooks of a session come to their end, and tell what nobody was told yet."""
    sink.close()
    problems = sink.take_problems()
    if sys.stderr is not None:
        with suppress(OSError, ValueError):  # nobody reads it any more
            sys.stderr.writelines(f"{problem}\n" for problem in problems)
