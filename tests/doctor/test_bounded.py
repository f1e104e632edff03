"""A check that hangs or is refused is a line."""

from __future__ import annotations

import threading

import pytest

from benchside.doctor.bounded import run_bounded
from benchside.doctor.result import CheckResult, CheckState, fault, ok

PATIENCE_S = 60.0


def test_what_a_check_tells_is_returned() -> None:
    assert run_bounded("a", lambda: ok("a", "fine"), limit_s=PATIENCE_S) == ok("a", "fine")


@pytest.mark.parametrize("state", [CheckState.FAULT, CheckState.WARNING])
def test_a_check_that_hangs_costs_its_limit_and_says_so(state: CheckState) -> None:
    answer = threading.Event()

    def hang() -> CheckResult:
        answer.wait()
        return ok("sound", "too late")

    result = run_bounded("sound", hang, limit_s=0.05, on_hang=state, hang_hint="start it anew")

    answer.set()
    assert result == CheckResult("sound", state, "no answer within 0.05 s", "start it anew")


def test_what_the_system_refuses_is_a_fault_with_its_reason() -> None:
    def refused() -> CheckResult:
        raise PermissionError(13, "Permission denied", "log.jsonl")

    result = run_bounded("log", refused, limit_s=PATIENCE_S)

    assert result == fault("log", "log.jsonl: permission denied")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_the_program_is_a_line_too() -> None:
    def broken() -> CheckResult:
        raise AssertionError

    result = run_bounded("log", broken, limit_s=PATIENCE_S)

    assert result.state is CheckState.FAULT
    assert result.told == "the check broke off by a fault of the program"
