"""What is set up on this machine: who is new, which packs there are, and what settings change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.app.program import Program
from benchside.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.timeline.cues import CueKind


def program(home: Path) -> Program:
    return Program({"BENCHSIDE_HOME": str(home)})


def test_somebody_is_new_until_settings_are_kept(tmp_path: Path) -> None:
    assert program(tmp_path).setup.is_new

    program(tmp_path).save_settings(Settings())

    assert not program(tmp_path).setup.is_new


@pytest.mark.parametrize("name", ["log.jsonl", "journal.jsonl", "settings.toml"])
def test_who_has_a_log_a_journal_or_settings_is_not_new(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()

    assert not program(tmp_path).setup.is_new


def test_the_packs_that_ship_and_ones_own_are_named(tmp_path: Path) -> None:
    (tmp_path / "sounds" / "mine").mkdir(parents=True)
    (tmp_path / "sounds" / "mine" / "pack.toml").write_text('title = "Mine"\n')

    assert {"classic", "gym", "soft", "mine"} <= set(program(tmp_path).setup.packs())


def test_every_place_is_in_the_home_of_the_athlete(tmp_path: Path) -> None:
    places = program(tmp_path).setup.places()

    assert all(path.is_relative_to(tmp_path) for path in places.values())


def test_nothing_is_told_where_there_is_nothing_to_listen_to(tmp_path: Path) -> None:
    bench = program(tmp_path)
    bench.settings = Settings(sound="silent")
    told: list[CueKind] = []

    said = bench.setup.listen(told.append, one_rep=True)

    assert said.startswith("nothing was heard")
    assert told == []


def test_another_count_in_holds_for_the_sessions_at_once(tmp_path: Path) -> None:
    bench = program(tmp_path)
    before = bench.shelf.library

    bench.save_settings(bench.settings.model_copy(update={"prepare_ms": 3_000}))

    assert bench.shelf.library is not before
    plan = bench.shelf.find("glute-activation").plan
    assert plan is not None


def test_another_volume_reads_no_session_anew(tmp_path: Path) -> None:
    bench = program(tmp_path)
    before = bench.shelf.library

    bench.save_settings(bench.settings.model_copy(update={"volume": 10, "theme": "nord"}))

    assert bench.shelf.library is before


def test_settings_that_were_edited_hold_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = program(tmp_path)
    assert bench.settings.volume == 80
    monkeypatch.setenv("VISUAL", "sed -i 's/volume = 80/volume = 35/'")

    problem = bench.setup.edit_settings()

    assert problem == ""
    assert bench.settings.volume == 35
