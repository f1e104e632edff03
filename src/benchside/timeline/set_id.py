"""The name of a set within its session."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class SetId:
    """Names one set. It stays the same whatever is moved, added or dropped around the set."""

    block: int
    """Index of the block in the plan, from 0."""
    exercise: int
    """Index of the exercise in its block, from 0."""
    number: int
    """Counts from 1 within its exercise; ramp sets and the others are counted apart."""
    round: int | None = None
    """Counts from 1; None where the block has no rounds."""
    is_ramp: bool = False

    def __str__(self) -> str:
        """Return the name as it is typed and printed: `1.2.3`, of a ramp set `1.2.r1`."""
        mark = "r" if self.is_ramp else ""
        return f"{self.block + 1}.{self.exercise + 1}.{mark}{self.number}"
