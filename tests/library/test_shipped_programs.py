"""The programs that ship can be done from their first day to their last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.app.program import Program
from benchside.session.program.next import DoneDay, next_day
from benchside.session.values.load import format_load
from benchside.storage.paths import shipped

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.library.programs import ProgramEntry

NAMES = sorted(path.stem for path in shipped("programs").glob("*.toml"))


def entry_of(home: Path, name: str) -> tuple[Program, ProgramEntry]:
    bench = Program({"BENCHSIDE_HOME": str(home)})
    [entry] = [one for one in bench.shelf.programs.entries() if one.name == name]
    return bench, entry


def test_three_programs_ship() -> None:
    assert NAMES == ["by-percent", "hip-thrust-block", "two-days-to-begin"]


@pytest.mark.parametrize("name", NAMES)
def test_every_day_of_every_week_can_be_led(tmp_path: Path, name: str) -> None:
    bench, entry = entry_of(tmp_path, name)
    program = entry.program
    assert program is not None, [problem.render() for problem in entry.problems]
    done: list[DoneDay] = []

    for _ in range(len(program.days) * max(len(program.weeks), 1)):
        following = next_day(program, done)
        found = bench.shelf.library.for_week(following.schemes).find(following.session)
        assert not isinstance(found, tuple)
        assert found.problems == ()
        assert found.agenda() is not None
        assert program.about
        done.append(DoneDay(week=following.week, day=following.day))

    again = next_day(program, done)
    assert (again.week, again.day) == (1, 1)


def test_the_percents_rise_for_three_weeks_and_the_fourth_is_easy(tmp_path: Path) -> None:
    (tmp_path / "athletes").mkdir()
    (tmp_path / "athletes" / "default.toml").write_text(
        '[training_max]\n"Back squat" = "100 kg"\n"Barbell hip thrust" = "200 kg"\n'
    )
    bench, entry = entry_of(tmp_path, "by-percent")
    assert entry.program is not None
    loads: dict[str, list[list[str]]] = {}

    for week in entry.program.weeks:
        for day in entry.program.days:
            found = bench.shelf.library.for_week(week.schemes).find(day)
            assert not isinstance(found, tuple)
            assert found.plan is not None
            sets = found.plan.blocks[0].exercises[0].sets
            loads.setdefault(day, []).append(
                [format_load(one.load) for one in sets if one.load and not one.is_ramp]
            )

    assert loads == {
        "squat-by-percent": [
            ["65 kg", "75 kg", "85 kg"],
            ["70 kg", "80 kg", "90 kg"],
            ["75 kg", "85 kg", "95 kg"],
            ["40 kg", "50 kg", "60 kg"],
        ],
        "hip-thrust-by-percent": [
            ["130 kg", "150 kg", "170 kg"],
            ["140 kg", "160 kg", "180 kg"],
            ["150 kg", "170 kg", "190 kg"],
            ["80 kg", "100 kg", "120 kg"],
        ],
    }
