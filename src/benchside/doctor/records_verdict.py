"""Whether the log and the journal can be read, and what waits in them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.doctor.result import CheckResult, fault, ok, warning
from benchside.session import quote_value
from benchside.view import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.log import JournalReading, LineProblem
    from benchside.session import Problem

MAX_TOLD: Final = 3
"""Problems that are told; the rest are counted."""

READ_BY_OTHERS: Final = 0o077


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFacts:
    """The log as far as it was read."""

    path: str
    is_there: bool = True
    sessions: int = 0
    """Lines that could be read."""
    problems: tuple[LineProblem, ...] = ()
    is_cut_short: bool = False
    """There was no time for the rest of it."""
    mode: int | None = None
    """Who may do what with the file; None where the system has no such thing."""
    can_append: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFacts:
    """The journal as it was found."""

    path: str
    leftover: JournalReading | None = None
    """None where no session was interrupted, or where it is in use."""
    is_in_use: bool = False


def judge_log(facts: LogFacts) -> CheckResult:
    """Return how many sessions are logged, which lines cannot be read, and who else may read it."""
    if not facts.is_there:
        return ok("log", "no session is logged yet")
    told = counted(facts.sessions, "session")
    if facts.is_cut_short:
        told = f"the first {told} were read; there was no time for more"
    if not facts.can_append:
        return fault(
            "log",
            f"{told}, but {facts.path} cannot be written",
            "give yourself the right to write it, or no session can be added",
        )
    if facts.problems:
        lines = len(facts.problems)
        told = f"{told}, {counted(lines, 'line')} cannot be read: {_first_of(facts.problems)}"
        hint = f"mend it in {facts.path}, or leave it: it stays as it is and stops nothing"
        return (warning if facts.sessions else fault)("log", told, hint)
    if facts.mode is not None and facts.mode & READ_BY_OTHERS:
        return warning(
            "log",
            f"{told}; others on this machine may read it (mode {facts.mode:o})",
            f"it tells of your health: chmod 600 {facts.path}",
        )
    mode = f", mode {facts.mode:o}" if facts.mode is not None else ""
    return ok("log", f"{told}, every line can be read{mode}" if facts.sessions else f"empty{mode}")


def judge_journal(facts: JournalFacts) -> CheckResult:
    """Return whether a session waits, whether it can be taken up, or whether it is going on."""
    if facts.is_in_use:
        return warning(
            "journal",
            "another Benchside is leading a session",
            "end it before another session begins",
        )
    left = facts.leftover
    if left is None:
        return ok("journal", "no session was interrupted")
    problems = _first_of(left.problems)
    if left.header is None:
        why = problems or "its first line is missing"
        return fault("journal", f"an interrupted session cannot be taken up: {why}", _way_out(why))
    which = f"{left.header.session} of {left.header.started:%Y-%m-%d %H:%M} was interrupted"
    if left.problems:
        damaged = counted(len(left.problems), "damaged line")
        return fault(
            "journal",
            f"{which}; {damaged} in {facts.path}: {problems}",
            '"benchside run --save-leftover" logs every set that can be read',
        )
    return warning(
        "journal",
        which,
        '"benchside run --resume" goes on with it; --save-leftover logs what was done of it',
    )


def judge_aside(names: Sequence[str], folder: str) -> CheckResult:
    """Return how many journals of sessions were set aside."""
    if not names:
        return ok("set aside", "no session was set aside")
    return ok(
        "set aside",
        f"{counted(len(names), 'session')} in {folder}, the latest {names[0]}",
        '"benchside run --resume NAME" goes on with one that can be read',
    )


def judge_settings(path: str, problems: Sequence[Problem], *, is_there: bool) -> CheckResult:
    """Return whether the settings hold."""
    if problems:
        return fault(
            "settings",
            f"{counted(len(problems), 'problem')}, so the defaults hold: {_places(problems)}",
            f"mend {path}; {problems[0].hint}" if problems[0].hint else f"mend {path}",
        )
    return ok("settings", path if is_there else f"the defaults; there is no {path}")


def judge_own_keys(count: int, problems: Sequence[Problem]) -> CheckResult:
    """Return how many actions have keys of the athlete's own; the others keep theirs."""
    told = f"{counted(count, 'action')} with a key of your own" if count else "those that ship"
    if problems:
        wrong = f"{counted(len(problems), 'problem')}: {_places(problems)}"
        return warning("own keys", f"{told}; {wrong}", problems[0].hint)
    return ok("own keys", told)


def judge_athletes(count: int, problems: Sequence[Problem]) -> CheckResult:
    """Return whether the files of the athletes hold."""
    if problems:
        return fault(
            "athletes",
            f"{counted(len(problems), 'problem')}: {problems[0].file}, {_places(problems)}",
            problems[0].hint,
        )
    if not count:
        return ok("athletes", "none; the bar and plates of a usual gym hold")
    return ok("athletes", counted(count, "file"))


def judge_exercises(count: int, problems: Sequence[Problem]) -> CheckResult:
    """Return whether the athlete's own exercises hold."""
    if problems:
        return fault(
            "exercises",
            f"{counted(len(problems), 'problem')}: {problems[0].file}, {_places(problems)}",
            problems[0].hint,
        )
    if not count:
        return ok("exercises", "none of your own; those that ship hold")
    return ok("exercises", f"{count} of your own")


def judge_hooks(
    programs: Sequence[str], missing: Sequence[str], problems: Sequence[Problem]
) -> CheckResult:
    """Tell whether the commands of `hooks.toml` can be run; a session is led without them, too."""
    if problems:
        told = f"{counted(len(problems), 'problem')}, so none is run: {problems[0].file}"
        return warning("hooks", f"{told}, {_places(problems)}", problems[0].hint)
    if missing:
        return warning(
            "hooks",
            f"no program {quote_value(missing[0])} is found",
            "install it, or write its whole path into hooks.toml",
        )
    return ok("hooks", counted(len(programs), "command") if programs else "none")


def _way_out(why: str) -> str:
    """Return what to do with a journal whose first line cannot be read."""
    run = '"benchside run" sets it aside and tells the sets that can be read'
    if "version" not in why:
        return run
    return f"another version of Benchside began it and can go on with it; {run}"


def _first_of(problems: Sequence[LineProblem]) -> str:
    told = "; ".join(str(problem) for problem in problems[:MAX_TOLD])
    more = len(problems) - MAX_TOLD
    return f"{told}; and {more} more" if more > 0 else told


def _places(problems: Sequence[Problem]) -> str:
    first = problems[0]
    place = f"line {first.line}: " if first.line else ""
    return f"{place}{first.message}"
