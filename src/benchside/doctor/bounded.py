"""Runs a check within a time limit: what hangs costs some seconds and is told."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from benchside.doctor.result import CheckResult, CheckState, fault, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable


def run_bounded(
    name: str,
    check: Callable[[], CheckResult],
    *,
    limit_s: float,
    on_hang: CheckState = CheckState.FAULT,
    hang_hint: str = "",
) -> CheckResult:
    """Return what a check tells; `on_hang` where it gives no answer in time.

    A check that hangs goes on in a thread that does not keep the program from ending. What the
    system refuses is a fault with its reason.
    """
    outcome: list[CheckResult] = []
    thread = threading.Thread(
        target=lambda: outcome.append(_refusals_told(name, check)),
        name=f"doctor {name}",
        daemon=True,
    )
    thread.start()
    thread.join(limit_s)
    if outcome:
        return outcome[0]
    if thread.is_alive():
        return CheckResult(name, on_hang, f"no answer within {limit_s:g} s", hang_hint)
    return fault(
        name,
        "the check broke off by a fault of the program",
        "report it with the traceback that was printed",
    )


def _refusals_told(name: str, check: Callable[[], CheckResult]) -> CheckResult:
    try:
        return check()
    except OSError as refusal:
        where = f"{refusal.filename}: " if refusal.filename else ""
        return fault(name, f"{where}{reason_of(refusal)}")
