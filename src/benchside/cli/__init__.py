"""TYPED: a command each, imported only when it is used. No logic: they call the wiring and print.

Whatever goes wrong by the user's hand or the system's is one line on standard error and an exit
status, never a traceback. What can be answered without the library for command lines is answered
before that is loaded.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from benchside.cli.exits import Exit
from benchside.cli.streams import ReaderGone, prepare_streams, settle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COMMANDS: Final[Mapping[str, str]] = {
    "run": "Lead through a session.",
    "next": "The session of a program that is due.",
    "list": "List the sessions and programs of the library.",
    "show": "Preview a session: sets, loads, timeline.",
    "check": "Check session files.",
    "new": "Write a new session.",
    "edit": "Open a session in $EDITOR.",
    "import": "Turn a plan of another program into sessions.",
    "log": "Your training history.",
    "settings": "Print or edit the settings.",
    "sound": "List sound devices and packs, or play every cue.",
    "serve": "Open the library in a browser.",
    "doctor": "Check terminal, sound, folders, log and clock.",
    "schema": "Print the JSON Schema of session files.",
    "completion": "Print what a shell completes by.",
}
"""Every command with what it does; the module of its name is imported when it is called."""


def main(arguments: Sequence[str] | None = None, *, standalone_mode: bool = True) -> int:
    """Run a command and give its exit status; in standalone mode end the process with it."""
    prepare_streams()
    status = _run([*(sys.argv[1:] if arguments is None else arguments)])
    settle(sys.stdout)
    settle(sys.stderr)
    if standalone_mode:
        sys.exit(status)
    return status


def _run(arguments: list[str]) -> int:
    from benchside.cli import shortcuts

    try:
        status = shortcuts.answer(arguments)
        if status is None:
            from benchside.cli.command_line import run

            status = run(arguments)
        sys.stdout.flush()
    except (ReaderGone, BrokenPipeError):
        return Exit.BROKEN_PIPE
    except OSError as error:
        from benchside.cli.command_line import tell_refusal

        return tell_refusal(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    return status
