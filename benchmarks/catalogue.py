"""Compare the first look-up of an exercise with what else a command waits for.

The exercises that ship are TOML, read when one is first looked up. Each run is a process of its own
in which the session's reader is loaded already, as it is when the first name is looked up. Prints
medians and ratios: against importing Textual, which stands before the library's first frame, and
against `json.loads` of the same data, the least that reading it could cost. Then it looks whether
the first frame reads them at all. Nothing here is a gate: machines differ, the ratios much less.

    python benchmarks/catalogue.py [RUNS]
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from typing import Final

RUNS: Final = 15

TIMED: Final = """
import time
import benchside.session.read
{before}
began_s = time.perf_counter()
{timed}
print(time.perf_counter() - began_s)
"""

TABLES: Final = """
import json, tomllib
from benchside.session.exercises.shipped import FAMILIES, shipped_text
texts = [json.dumps(tomllib.loads(shipped_text(family))) for family in FAMILIES]
"""

FOUND: Final = "from benchside.session.exercises.catalogue import SHIPPED_CATALOGUE as found\n"

OWN: Final = """
from benchside.session.exercises.own import read_exercises
text = '[[exercise]]\\\\nname = "Row"\\\\nrep_time = 2\\\\n'
"""

CASES: Final = {
    "first look-up": ("", FOUND + 'assert found.find("Row")'),
    "second look-up": (FOUND + 'found.find("Row")', 'assert found.find("Curl")'),
    "json.loads of the same": (TABLES, "tables = [json.loads(text) for text in texts]"),
    "import of Textual": ("", "import textual.app"),
    "a file of one's own": (FOUND + 'found.find("Row")', OWN + 'read_exercises(text, file="")'),
}

LABELS: Final = """
import sys
from benchside.app.program import Program
assert Program({}).labels()
print("benchside.session.exercises.shipped" in sys.modules)
"""
"""What the library's first frame shows."""


def told_by(code: str, home: str) -> str:
    """Return what a fresh Python prints that runs the code."""
    environment = {**os.environ, "BENCHSIDE_HOME": home}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def main() -> None:
    """Print the medians, and what they are of the first look-up."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    times_ms: dict[str, list[float]] = {name: [] for name in CASES}
    with tempfile.TemporaryDirectory() as home:
        for run in range(runs + 1):
            for name, (before, timed) in CASES.items():
                spent_s = float(told_by(TIMED.format(before=before, timed=timed), home))
                if run:  # the first one warms the file cache
                    times_ms[name].append(spent_s * 1_000)
        reads = json.loads(told_by(LABELS.replace("{}", "__import__('os').environ"), home).lower())
    first_ms = statistics.median(times_ms["first look-up"])
    for name, spent_ms in times_ms.items():
        median_ms = statistics.median(spent_ms)
        print(f"{name:24}{median_ms:9.2f} ms   first look-up = {first_ms / median_ms:8.2f} of it")
    print(f"{'first frame reads them':24}{'yes' if reads else 'no':>9}")


if __name__ == "__main__":
    main()
