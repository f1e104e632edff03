"""Marks for single cases of a test; that of a whole test is `pytest.mark.slow`."""

from __future__ import annotations

import pytest


def slow(*cases: object) -> list[object]:
    """Mark cases of a test with one argument as slow."""
    return [pytest.param(case, marks=pytest.mark.slow) for case in cases]
