"""Looks at the settings, the athletes, the log and the journal. Changes nothing."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Final

from benchside.doctor.records_verdict import (
    JournalFacts,
    LogFacts,
    judge_aside,
    judge_athletes,
    judge_exercises,
    judge_hooks,
    judge_journal,
    judge_log,
)
from benchside.library import load_exercises
from benchside.log import (
    ASIDE_FOLDER,
    JournalInUse,
    count_sessions,
    journals_aside,
    log_files,
    own_file,
    read_journal,
)
from benchside.player import find_program, load_hooks
from benchside.session import Athlete, read_athlete
from benchside.storage import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from benchside.doctor.result import CheckResult
    from benchside.session import Problem

READ_S: Final = 5.0
"""A log that takes longer is told as far as it was read."""


def check_log(path: Path) -> CheckResult:
    """Read the log, at most for some seconds; raises OSError where it cannot be opened."""
    files = [file for file in log_files(path) if file.exists()]
    if not files:
        return judge_log(LogFacts(path=str(path), is_there=False))
    own = own_file(path)
    deadline = time.monotonic() + READ_S
    counted = count_sessions(path, goes_on=lambda: time.monotonic() < deadline)
    return judge_log(
        LogFacts(
            path=str(own),
            sessions=counted.sessions,
            problems=counted.problems,
            is_cut_short=counted.is_cut_short,
            mode=None if os.name == "nt" else _widest_mode(files),
            can_append=os.access(own if own.exists() else own.parent, os.W_OK),
        )
    )


def _widest_mode(files: Iterable[Path]) -> int:
    """Return what anybody may do with any of the files."""
    mode = 0
    for file in files:
        mode |= file.stat().st_mode & 0o777
    return mode


def check_journal(path: Path) -> CheckResult:
    """Read the journal as a command would that asks for an interrupted session; raises OSError."""
    try:
        facts = JournalFacts(path=str(path), leftover=read_journal(path))
    except JournalInUse:
        facts = JournalFacts(path=str(path), is_in_use=True)
    return judge_journal(facts)


def check_aside(journal: Path) -> CheckResult:
    """Return the journals that were set aside."""
    return judge_aside(
        [path.stem for path in journals_aside(journal)], str(journal.parent / ASIDE_FOLDER)
    )


def check_athletes(folder: Path) -> CheckResult:
    """Read the file of every athlete; raises OSError where they cannot be listed."""
    files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    problems = [problem for file in files for problem in _problems_of(file)]
    return judge_athletes(len(files), problems)


def check_exercises(path: Path) -> CheckResult:
    """Read the athlete's own exercises."""
    reading = load_exercises(path)
    return judge_exercises(len(reading.catalogue.own), reading.problems)


def check_hooks(path: Path) -> CheckResult:
    """Read the hooks and look for their programs; none is run."""
    hooks, problems = load_hooks(path)
    programs = [hook.run[0] for hook in hooks]
    missing = [program for program in programs if find_program(program) is None]
    return judge_hooks(programs, missing, problems)


def _problems_of(file: Path) -> tuple[Problem, ...]:
    text = read_text(file)
    if not isinstance(text, str):
        return (text,)
    athlete = read_athlete(text, file=str(file))
    return () if isinstance(athlete, Athlete) else athlete
