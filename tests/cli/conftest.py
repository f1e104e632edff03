"""The commands in this process, with a home of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from benchside.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True)
class Answer:
    """What a command has answered."""

    status: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    (folder / "sessions").mkdir(parents=True)
    (folder / "settings.toml").write_text(
        'sound = "silent"\nkeep_awake = false\nafter_rest = "start"\n'
    )
    monkeypatch.setenv("BENCHSIDE_HOME", str(folder))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return folder


@pytest.fixture
def benchside(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    def run(*arguments: str) -> Answer:
        status = main(arguments, standalone_mode=False)
        told = capsys.readouterr()
        return Answer(int(status), told.out, told.err)

    return run
