"""Each command: what it prints, and how it ends."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from benchside.log.record import encode_record
from benchside.testing import a_record, a_set_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Answer

SQUATS = """
name = "Squats"
goal = "strength"

[[block]]
name = "Squat"

  [[block.exercise]]
  name = "Squat"
  ramp = ["50% x 5"]
  sets = 2
  reps = 5
  tempo = "3-1-X-0"
  load = "100 kg"
  rest = "2m"
"""

BROKEN = SQUATS.replace("reps = 5", 'reps = "5-x"').replace("tempo", "temp")


@pytest.fixture
def squats(tmp_path: Path) -> str:
    path = tmp_path / "folder" / "squats.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(SQUATS)
    return str(path)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    path = tmp_path / "folder" / "broken.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(BROKEN)
    return str(path)


def test_list_names_what_ships_and_what_is_broken(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "sessions" / "mine.toml").write_text(BROKEN)

    answer = benchside("list")

    head, first, *others = answer.out.splitlines()
    assert head.split() == ["name", "title", "goal", "lasts", "sets", "where"]
    assert first.startswith("mine")
    assert "2 problems" in first
    assert any(line.startswith("hip-thrust-strength") for line in others)
    assert answer.status == 0


def test_list_as_json_is_one_array(benchside: Callable[..., Answer]) -> None:
    answer = benchside("list", "--json")

    sessions = {one["name"]: one for one in json.loads(answer.out)}
    tabata = sessions["glute-tabata"]
    assert tabata["title"] == "Glute Tabata"
    assert tabata["sets"] == 15
    assert tabata["problems"] == 0


def test_show_is_a_page(benchside: Callable[..., Answer], squats: str) -> None:
    answer = benchside("show", squats)

    assert answer.status == 0
    assert "strength · 5:25, of which 4:10 of rest" in answer.out
    assert "Squat · tempo 3-1-X-0 ▼▼▼■▲" in answer.out
    assert "ramp  1 × 5  50 kg   15 kg each side" in answer.out
    assert "2 × 5  100 kg  25 + 15 kg each side  rest 2m" in answer.out
    assert "volume 1,000 kg" in answer.out
    assert "\x1b" not in answer.out


def test_no_line_of_a_page_is_wider_than_the_terminal(
    benchside: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")

    answer = benchside("show", "lower-body-day")

    assert max(len(line) for line in answer.out.splitlines()) <= 60


def test_show_as_json_holds_every_cue(benchside: Callable[..., Answer], squats: str) -> None:
    told = json.loads(benchside("show", squats, "--json").out)

    kinds = [step["kind"] for step in told["steps"]]
    assert kinds == ["prepare", "work", "rest", "prepare", "work", "rest", "prepare", "work"]
    assert told["steps"][1]["cues"][0] == {"at_ms": 10_000, "cue": "go", "count": None}


def test_show_tells_what_happens_at_a_moment(benchside: Callable[..., Answer], squats: str) -> None:
    answer = benchside("show", squats, "--at", "12s")

    assert "0:12 · Squat" in answer.out
    assert "rep   1, eccentric" in answer.out


@pytest.mark.parametrize(
    ("moment", "message"),
    [
        ("2h", "the session is over after"),
        ("soon", '"soon" is not a duration; write "90s"'),
    ],
)
def test_a_moment_that_there_is_not_is_a_usage_error(
    benchside: Callable[..., Answer], squats: str, moment: str, message: str
) -> None:
    answer = benchside("show", squats, "--at", moment)

    assert answer.status == 2
    assert message in answer.err


def test_check_is_quiet_about_what_is_well(benchside: Callable[..., Answer], squats: str) -> None:
    answer = benchside("check", squats)

    assert answer.status == 0
    assert answer.out == "1 file checked, no problems\n"


def test_check_tells_every_problem_of_a_folder_once(
    benchside: Callable[..., Answer], squats: str, broken: str, tmp_path: Path
) -> None:
    folder = str(tmp_path / "folder")

    answer = benchside("check", folder, f"{folder}/broken.toml")

    assert answer.status == 1
    assert answer.out.count("is not a rep target") == 1
    assert f"{broken}:" in answer.out
    assert "2 files checked, 2 problems in 1 of them" in answer.err


def test_check_as_json_is_for_editors(benchside: Callable[..., Answer], broken: str) -> None:
    answer = benchside("check", broken, "--json")

    problems = json.loads(answer.out)
    assert answer.status == 1
    assert [one["file"] for one in problems] == [broken, broken]
    assert {"line", "column", "width", "message", "hint"} <= problems[0].keys()


def test_check_without_a_path_checks_the_library(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "sessions" / "mine.toml").write_text(BROKEN)

    assert benchside("check").status == 1


def test_an_empty_log_says_so(benchside: Callable[..., Answer]) -> None:
    assert benchside("log").out == "no session is logged yet\n"


def test_the_log_is_a_table_and_an_array(benchside: Callable[..., Answer], home: Path) -> None:
    record = a_record(a_set_record(reps=5, load_kg=100), session="Squats", minutes=45)
    (home / "log.jsonl").write_text(json.dumps(encode_record(record)) + "\nbroken\n")

    table = benchside("log")
    array = benchside("log", "--json")

    assert "Squats" in table.out
    assert "1/1   45:00  500 kg" in table.out
    assert "line 2" in table.err
    assert json.loads(array.out) == [encode_record(record)]


def test_the_log_has_a_path(benchside: Callable[..., Answer], home: Path) -> None:
    assert benchside("log", "path").out == f"{home / 'log.jsonl'}\n"


@pytest.mark.parametrize("command", ["show", "run"])
def test_a_broken_session_is_shown_with_its_problems(
    benchside: Callable[..., Answer], broken: str, command: str
) -> None:
    answer = benchside(command, broken)

    assert answer.status == 1
    assert "is not a rep target" in answer.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "glute-tabatta"), 'there is no session "glute-tabatta"; did you mean'),
        (("run",), "which session?"),
        (("run", "--resume", "first-session"), 'no session "first-session" was set aside'),
        (("run", "first-session", "--faster"), "no such option"),
        (("check", "nowhere.toml"), 'there is no file "nowhere.toml"'),
        (("fly",), 'there is no command "fly"'),
        (("list", "--athlete", "Anna"), "no such option"),
        (("run", "first-session", "--athlete", "nobody"), "nobody"),
    ],
)
def test_a_slip_on_the_command_line_is_one_line(
    benchside: Callable[..., Answer], arguments: tuple[str, ...], message: str
) -> None:
    answer = benchside(*arguments)

    assert answer.status in (1, 2)
    assert answer.out == ""
    assert message in answer.err
    assert "Traceback" not in answer.err


def test_without_a_terminal_the_screen_says_what_needs_none(
    benchside: Callable[..., Answer],
) -> None:
    answer = benchside("run", "first-session")

    assert answer.status == 3
    assert "benchside run --plain" in answer.err


def test_a_file_that_cannot_be_read_is_one_line(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "log.jsonl").mkdir()

    answer = benchside("log")

    assert answer.status == 3
    assert answer.err == f"benchside: {home / 'log.jsonl'}: is a directory\n"


def test_a_log_of_which_nothing_can_be_read_is_not_an_empty_one(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "log.jsonl").write_text("broken\n")

    table, array = benchside("log"), benchside("log", "--json")

    assert (table.status, array.status) == (1, 1)
    assert "no session" not in table.out
    assert "no line of the log could be read" in table.err
    assert array.out == "[]\n"


def test_one_broken_line_does_not_make_the_log_fail(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "log.jsonl").write_text("broken\n" + json.dumps(encode_record(a_record())) + "\n")

    answer = benchside("log")

    assert answer.status == 0
    assert "line 1" in answer.err


def test_a_session_is_dated_in_the_zone_where_it_was_done(
    benchside: Callable[..., Answer], home: Path
) -> None:
    tokyo = timezone(timedelta(hours=9))
    started = datetime(2026, 3, 1, 7, 30, tzinfo=tokyo)
    (home / "log.jsonl").write_text(json.dumps(encode_record(a_record(started=started))) + "\n")

    assert "2026-03-01 07:30" in benchside("log").out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("runn",), '"runn"; did you mean "run"?'),
        (("LIST",), '"LIST"; did you mean "list"?'),
        (("s",), '"s"; did you mean "show", "settings", "sound", "serve" or "schema"?'),
        (("log", "pth"), '"pth"; did you mean "path"?'),
        (("sound", "tests"), '"tests"; did you mean "test"?'),
        (("first-session",), '"first-session"; see "benchside --help"'),
        (("sound", "zzz"), '"zzz"; see "benchside sound --help"'),
    ],
)
def test_a_command_that_there_is_not_gets_the_nearest_one_told(
    benchside: Callable[..., Answer], typed: tuple[str, ...], meant: str
) -> None:
    answer = benchside(*typed)

    assert answer.status == 2
    assert answer.err == f"benchside: there is no command {meant}\n"


@pytest.mark.parametrize("command", ["check", "show", "run"])
@pytest.mark.parametrize("path", ["/nope.toml", "./nope", "nope.toml", "folder/nope"])
def test_a_path_that_leads_nowhere_is_a_file_that_is_not_there(
    benchside: Callable[..., Answer], command: str, path: str
) -> None:
    answer = benchside(command, path)

    assert answer.status == 2
    assert answer.err.startswith(f'benchside: there is no file "{Path(path)}"')


def test_a_plan_that_is_not_there_is_a_usage_error(benchside: Callable[..., Answer]) -> None:
    answer = benchside("import", "nope.json")

    assert answer.status == 2
    assert answer.err == 'benchside: there is no file "nope.json"\n'


def test_own_sessions_that_cannot_be_read_are_told_and_the_status_says_so(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "sessions").rmdir()
    (home / "sessions").write_text("not a folder")

    listed = benchside("list")
    checked = benchside("check")
    sought = benchside("show", "mine")

    told = f"{home / 'sessions'}: this is not a folder"
    assert listed.status == 3
    assert told in listed.err
    assert "ships with Benchside" in listed.out
    assert checked.status == 1
    assert told in checked.out
    assert "no problems, 1 folder not read" in checked.err
    assert told in sought.err


def test_sessions_of_one_title_are_listed_with_their_files(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "sessions" / "week").mkdir()
    (home / "sessions" / "legs.toml").write_text(SQUATS)
    (home / "sessions" / "week" / "legs.TOML").write_text(SQUATS)

    listed = benchside("list").out
    checked = benchside("check", str(home / "sessions"))

    assert [line.split()[0] for line in listed.splitlines() if "Squats" in line] == [
        "legs",
        "week/legs",
    ]
    assert checked.out == "2 files checked, no problems\n"
    assert benchside("show", "week/legs").status == 0


def test_a_session_in_place_of_one_that_ships_says_so(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "sessions" / "glute-tabata.toml").write_text(SQUATS)

    listed = benchside("list")
    as_json = {one["name"]: one for one in json.loads(benchside("list", "--json").out)}

    assert "replaces what ships: " in listed.out
    assert as_json["glute-tabata"]["is_in_place_of_shipped"]
    assert not as_json["first-session"]["is_in_place_of_shipped"]


def test_two_athletes_of_one_name_are_told_for_the_log_would_mix_them_up(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "athletes").mkdir()
    for file in ("anna", "anna-2"):
        (home / "athletes" / f"{file}.toml").write_text('name = "Anna"')
    (home / "athletes" / "ben.toml").write_text('unit = "lb"')

    anna = benchside("show", "first-session", "--athlete", "anna")
    ben = benchside("show", "first-session", "--athlete", "ben")

    assert anna.status == 0
    assert 'anna-2.toml: "Anna" is the name of anna.toml, too' in anna.err
    assert ben.err == ""


def test_an_athlete_that_cannot_be_read_is_told(
    benchside: Callable[..., Answer], home: Path
) -> None:
    (home / "athletes").symlink_to(home / "athletes")

    answer = benchside("list")

    assert "Too many levels of symbolic links" in answer.err
    assert "first-session" in answer.out


def test_check_goes_on_past_links_that_lead_nowhere(
    benchside: Callable[..., Answer], home: Path
) -> None:
    folder = home / "sessions"
    (folder / "dead.toml").symlink_to(folder / "gone.toml")
    (folder / "loop.toml").symlink_to("loop.toml")
    (folder / "legs.toml").write_text(SQUATS)

    answer = benchside("check", str(folder))

    assert answer.status == 1
    assert "dead.toml: the file cannot be read: No such file" in answer.out
    assert "loop.toml: the file cannot be read: Too many levels" in answer.out
    assert "3 files checked, 2 problems in 2 of them" in answer.err


def test_show_tells_sets_in_the_order_in_which_they_are_done(
    benchside: Callable[..., Answer], tmp_path: Path
) -> None:
    session = tmp_path / "rows.toml"
    session.write_text(
        'name = "Rows"\n[[block]]\n[[block.exercise]]\nname = "Row"\nrest = "2m"\n'
        'sets = [{ distance = "250 m" }, { distance = "500 m" }, { distance = "250 m" }]\n'
    )

    shown = benchside("show", str(session)).out

    rows = [line.split("rest")[0].strip() for line in shown.splitlines() if "×" in line]
    assert rows == ["1 × 250 m", "1 × 500 m", "1 × 250 m"]


def test_show_tells_how_a_block_goes_and_no_rest_that_is_not_taken(
    benchside: Callable[..., Answer], tmp_path: Path
) -> None:
    session = tmp_path / "race.toml"
    session.write_text(
        'name = "Race"\n[[block]]\nname = "Race"\nrounds = 3\ntime_cap = "10m"\n'
        '[[block.exercise]]\nname = "Thruster"\nreps = 9\n'
        '[[block]]\nname = "Minutes"\nrounds = 2\nevery_set = "1m"\n'
        '[[block.exercise]]\nname = "Burpee"\nreps = 5\n'
        '[[block]]\nname = "Run"\n[[block.exercise]]\nname = "Run"\ntime = "5m"\n'
    )

    shown = benchside("show", str(session)).out

    assert "Race · main · 3 rounds · for time, at most 10m" in shown
    assert "Minutes · main · 2 rounds · a set every 1m" in shown
    assert "━ by time" in shown
    assert [line.split() for line in shown.splitlines() if "  rest 1" in line] == [
        ["1", "×", "9", "rest", "1m30s"]
    ]
