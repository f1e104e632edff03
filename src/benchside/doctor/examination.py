"""Every check in its order, each bounded in time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from benchside.doctor.bounded import run_bounded
from benchside.doctor.folder_verdict import (
    ATHLETES,
    CONFIG,
    DATA,
    SESSIONS,
    SOUNDS,
    judge_disk,
    judge_folder,
)
from benchside.doctor.folders import look_at_disk, look_at_folder
from benchside.doctor.keyboard import ask_for_keys, open_keyboard
from benchside.doctor.keys_verdict import judge_keys
from benchside.doctor.machine import check_clock, check_keep_awake, check_program, look_at_terminal
from benchside.doctor.records import (
    check_aside,
    check_athletes,
    check_exercises,
    check_hooks,
    check_journal,
    check_log,
)
from benchside.doctor.records_verdict import judge_own_keys, judge_settings
from benchside.doctor.result import CheckResult, CheckState, fault, reason_of, skipped, warning
from benchside.doctor.sounding import check_sound, check_voice
from benchside.doctor.terminal_verdict import judge_colours, judge_terminal, judge_unicode
from benchside.settings import Settings, load_settings
from benchside.storage import find_home, stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from benchside.doctor.folder_verdict import FolderRole
    from benchside.doctor.terminal_verdict import TerminalFacts
    from benchside.session import Problem
    from benchside.storage import UserFolders

OwnKeysCheck: TypeAlias = "Callable[[Path], tuple[int, Sequence[Problem]]]"

FILES_S: Final = 3.0
"""A disk of this machine answers at once; a network that is gone does not."""

LOG_S: Final = 10.0
SOUND_S: Final = 20.0
"""Devices, pack and speaker have their own limits, which together are less."""

VOICE_S: Final = 8.0
DESKTOP_S: Final = 5.0

FILES_HINT: Final = "the disk or the network folder does not answer; BENCHSIDE_HOME names another"
SOUND_HINT: Final = "the sound server of the system hangs; start it anew, or log in again"
DESKTOP_HINT: Final = "turn off blanking in the settings of the system before a session"


def examine(
    environment: Mapping[str, str], *, tell: Callable[[str], None] | None, own_keys: OwnKeysCheck
) -> Iterator[CheckResult]:
    """Make every check and return what it tells, as it comes.

    `tell` shows a line to whoever sits at the keyboard; None where nobody is to be asked.
    `own_keys` reads the keys that a file of settings gives: how many, and what is wrong.
    """
    terminal = look_at_terminal()
    yield check_program()
    yield judge_terminal(terminal, environment)
    yield judge_colours(terminal, environment)
    yield judge_unicode(terminal, environment)
    yield _check_keys(terminal, tell)
    try:
        home = find_home(environment)
    except OSError as refusal:
        yield fault("folders", reason_of(refusal), "set BENCHSIDE_HOME to a folder of yours")
        yield _bounded("clock", lambda: check_clock(None))
        return
    yield from _check_home(home, own_keys)


def _check_home(home: UserFolders, own_keys: OwnKeysCheck) -> Iterator[CheckResult]:
    """Check what lies in the folders, then what the settings there choose."""
    for role, path in _folders(home):
        yield _bounded(role.name, partial(_check_folder, role, path))
    yield _bounded("disk", lambda: judge_disk(look_at_disk(home.data)))
    loaded: list[Settings] = []
    yield _bounded("settings", lambda: _check_settings(home.settings, loaded))
    settings = loaded[0] if loaded else Settings()
    yield _bounded("own keys", lambda: judge_own_keys(*own_keys(home.settings)))
    yield _bounded("athletes", lambda: check_athletes(home.athletes))
    yield _bounded("exercises", lambda: check_exercises(home.exercises))
    yield _bounded("hooks", lambda: check_hooks(home.hooks))
    yield _bounded("log", lambda: check_log(home.log), limit_s=LOG_S)
    yield _bounded("journal", lambda: check_journal(home.journal), limit_s=LOG_S)
    yield _bounded("set aside", lambda: check_aside(home.journal))
    yield run_bounded(
        "sound", lambda: check_sound(settings, home), limit_s=SOUND_S, hang_hint=SOUND_HINT
    )
    yield run_bounded(
        "voice", lambda: check_voice(settings), limit_s=VOICE_S, on_hang=CheckState.WARNING
    )
    yield run_bounded(
        "keep awake",
        lambda: check_keep_awake(settings),
        limit_s=DESKTOP_S,
        on_hang=CheckState.WARNING,
        hang_hint=DESKTOP_HINT,
    )
    yield _bounded("clock", lambda: check_clock(home.log))


def _bounded(
    name: str, check: Callable[[], CheckResult], *, limit_s: float = FILES_S
) -> CheckResult:
    return run_bounded(name, check, limit_s=limit_s, hang_hint=FILES_HINT)


def _folders(home: UserFolders) -> tuple[tuple[FolderRole, Path], ...]:
    return (
        (CONFIG, home.config),
        (DATA, home.data),
        (SESSIONS, home.sessions),
        (ATHLETES, home.athletes),
        (SOUNDS, home.sounds),
    )


def _check_folder(role: FolderRole, path: Path) -> CheckResult:
    return judge_folder(role, look_at_folder(path))


def _check_settings(path: Path, loaded: list[Settings]) -> CheckResult:
    """Load the settings; they are kept for the checks that follow."""
    settings, problems = load_settings(path)
    loaded.append(settings)
    return judge_settings(str(path), problems, is_there=stamp(path) is not None)


def _check_keys(terminal: TerminalFacts, tell: Callable[[str], None] | None) -> CheckResult:
    """Ask for some keys; this has its own time limit, and the keyboard is the main thread's."""
    if tell is None:
        return skipped("keys", "nobody is asked with --json")
    if not terminal.is_whole:
        return skipped("keys", "there is no terminal to press them on")
    try:
        with open_keyboard() as keyboard:
            return judge_keys(ask_for_keys(keyboard, tell))
    except OSError as refusal:
        return warning("keys", f"the terminal cannot be read: {reason_of(refusal)}")
