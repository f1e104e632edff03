"""Some hundred mutations of everything that may come from a stranger; all of them is a benchmark.

`python benchmarks/mutations.py` opens ten thousand of each kind, and tells the shortest input of
each failure.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from benchmarks.mutation_kinds import KINDS
from benchmarks.mutations import run_kind
from benchmarks.mutator import mutated, shrunk

if TYPE_CHECKING:
    from benchmarks.mutations import Outcome

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded as Linux does")

SEED = "few"
FEWER = {"sessions": 100, "journals": 50, "terminal": 30, "screens": 40}
"""Of kinds whose inputs take their time."""


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    """How each kind did; two at a time, for they are processes of their own."""
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(
            lambda kind: run_kind(kind, seed=SEED, count=FEWER.get(kind.name, 200)), KINDS.values()
        )
        return {outcome.kind: outcome for outcome in found}


def test_ten_mutations_of_a_journal_are_no_traceback_no_signal_and_take_not_long() -> None:
    outcome = run_kind(KINDS["journals"], seed=SEED, count=10)

    assert outcome.count == 10
    assert outcome.failures == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_no_mutation_is_a_traceback_a_signal_or_takes_long(
    kind: str, outcomes: dict[str, Outcome]
) -> None:
    outcome = outcomes[kind]

    assert outcome.count > 0
    assert outcome.failures == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_mutation_is_known_by_its_seed_and_its_number(kind: str) -> None:
    good = KINDS[kind].good()

    numbers = [f"{kind}/{SEED}/{number}" for number in range(30)]
    changed = [mutated(key, good, KINDS[kind].tokens, 10_000) for key in numbers]

    assert changed == [mutated(key, good, KINDS[kind].tokens, 10_000) for key in numbers]
    assert len(set(changed)) > 20


def test_a_failing_input_is_made_short() -> None:
    assert shrunk(b"x" * 500 + b"ab" + b"y" * 500, lambda data: b"ab" in data) == b"ab"
