"""Some faults of each kind, in real sessions: `benchmarks/chaos.py` has the whole programme."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc"),
]

BENCH = Path(__file__).parents[1] / "benchmarks" / "chaos.py"

FEW = 3
"""Of each kind: all of them together last as long as one session, and the time to take it up."""

KINDS = (
    "killed at a random instant",
    "death or signal at every operation",
    "death while saving",
    "death while resuming",
    "told to end",
    "errors, once, ten times, for ever",
    "errors while saving",
    "power cut, then saved",
    "power cut, then resumed",
    "kill, power cut while saving",
    "terminal gone",
)


@pytest.fixture(scope="module")
def table() -> dict[str, list[str]]:
    """Run the bench, and read its rows by their names."""
    result = subprocess.run(
        [sys.executable, str(BENCH), "--quick", "--few", str(FEW), *KINDS],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    cells = [[cell.strip() for cell in line.split("|")] for line in result.stdout.splitlines()]
    rows = {row[1]: row[2:-2] for row in cells if len(row) > 3}
    assert rows, result.stderr
    rows["told"] = [result.stderr]
    return rows


@pytest.mark.parametrize("kind", KINDS)
def test_no_set_is_lost_doubled_invented_or_changed_and_no_way_out_hangs(
    table: dict[str, list[str]], kind: str
) -> None:
    runs, *figures = next(row for name, row in table.items() if name.startswith(kind))

    assert int(runs) == FEW
    assert figures == ["0"] * len(figures), table["told"]
