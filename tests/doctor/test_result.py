"""Results and their lines."""

from __future__ import annotations

from benchside.doctor.result import (
    CheckState,
    fault,
    has_fault,
    lines_of,
    ok,
    reason_of,
    skipped,
    summary_of,
    warning,
)


def test_a_line_begins_with_its_mark_in_letters() -> None:
    results = [ok("a", "x"), skipped("a", "x"), warning("a", "x"), fault("a", "x")]

    marks = [lines_of(result, width=80)[0].split()[0] for result in results]

    assert marks == [state.value for state in CheckState]


def test_what_to_do_stands_below_what_was_found() -> None:
    lines = lines_of(fault("sound", "no device", "connect one"), width=80)

    assert lines == [
        "fault    sound            no device",
        "                          -> connect one",
    ]


def test_a_narrow_terminal_gets_more_lines_and_whole_paths() -> None:
    path = "/home/anna/.local/share/benchside/sessions"

    lines = lines_of(ok("data folder", f"one two three four five six {path}"), width=50)

    assert lines[0].endswith("  one two three four five")
    assert lines[-1].split() == [path]


def test_the_last_line_counts_what_came_out() -> None:
    results = [ok("a", ""), ok("b", ""), warning("c", ""), fault("d", ""), skipped("e", "")]

    assert summary_of(results) == "5 checks: 2 ok, 1 skipped, 1 warning, 1 fault"
    assert summary_of(results[:1]) == "1 check: 1 ok"


def test_a_warning_is_no_fault() -> None:
    assert not has_fault([ok("a", ""), skipped("b", ""), warning("c", "")])
    assert has_fault([fault("d", "")])


def test_a_refusal_is_told_by_its_reason() -> None:
    assert reason_of(PermissionError(13, "Permission denied", "a")) == "permission denied"
    assert reason_of(ImportError("No module")) == "no module"
    assert reason_of(RuntimeError()) == "RuntimeError"
