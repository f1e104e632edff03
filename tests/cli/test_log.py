"""Questions to the log on the command line, and its repairs."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from benchside.log.reading import read_log
from benchside.log.record import encode_record
from benchside.testing import A_MOMENT, a_record, a_set_record
from tests.logged import write_sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from benchside.log.record import Record
    from tests.cli.conftest import Answer

    Benchside = Callable[..., Answer]

TOKYO = timezone(timedelta(hours=9))


@pytest.fixture
def logged(benchside: Benchside, home: Path) -> Benchside:
    """The commands, with the log of the examples."""
    write_sample(home)
    return benchside


def log_of(home: Path, *records: Record) -> None:
    lines = (json.dumps(encode_record(record)) for record in records)
    (home / "log.jsonl").write_text("".join(f"{line}\n" for line in lines))


def in_one_line(text: str) -> str:
    """A text without its columns."""
    return " ".join(text.split())


def two_athletes(home: Path) -> None:
    log_of(
        home,
        a_record(a_set_record(load_kg=80), athlete="Anna"),
        a_record(a_set_record(load_kg=120), athlete="Ben", started=A_MOMENT + timedelta(days=1)),
    )


def test_the_list_tells_the_exercises_of_each_session(logged: Benchside) -> None:
    assert "Barbell hip thrust, Clams" in logged("log").out


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        (("--exercise", "clamshell"), ["2024-01-15", "2024-01-08"]),
        (("--exercise", "CLAM"), ["2024-01-15", "2024-01-08"]),
        (("--session", "hip thrust"), ["2024-01-23", "2024-01-15", "2024-01-08"]),
        (("--since", "2024-01-15"), ["2024-01-23", "2024-01-15"]),
        (("--until", "2024-01-15"), ["2024-01-15", "2024-01-08"]),
        (("--since", "2024-01-09", "--until", "2024-01"), ["2024-01-23", "2024-01-15"]),
        (("--since", "2024", "--until", "2024"), ["2024-01-23", "2024-01-15", "2024-01-08"]),
        (("--since", "2025"), []),
        (("--athlete", "anna", "-n", "1"), ["2024-01-23"]),
    ],
)
def test_filters_let_through_what_they_say(
    logged: Benchside, filters: tuple[str, ...], days: list[str]
) -> None:
    array = json.loads(logged("log", "--json", *filters).out)

    assert [one["started"][:10] for one in array] == days


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("log", "--exercise", "squat"), 'the log has no exercise "squat"'),
        (("log", "--exercise", "clamshel1"), 'did you mean "Clamshell"?'),
        (("log", "--session", "legs"), 'the log has no session "legs"'),
        (("log", "--athlete", "ann"), 'no athlete "ann"; did you mean "Anna"?'),
        (("log", "--since", "2024-02-30"), '"2024-02-30" is no day; write 2026-01-31'),
        (("log", "--until", "yesterday"), '"yesterday" is no day'),
        (("log", "--until", "2024-13"), '"2024-13" is no day'),
        (("log", "show", "2024-02"), 'the log has no session "2024-02"'),
        (("log", "show", "2024"), '"2024-01-08 18:00", "2024-01-15 18:00" or "2024-01-23 18:00"'),
        (("log", "best", "deadlift"), 'the log has no exercise "deadlift"'),
        (("log", "last", "hip", "--tempo", "slow"), '"slow" is not a tempo'),
        (("log", "edit"), "say what is to be corrected"),
        (("log", "edit", "--reps", "8"), "say which set"),
        (("log", "edit", "--set", "9", "--reps", "8"), "no set 9; it has 4"),
        (("log", "edit", "--set", "1", "--reps", "many"), '"many" is not a number of reps'),
        (("log", "edit", "--set", "1", "--load", "heavy 1 kg"), 'write "1 kg"'),
        (("log", "edit", "--bodyweight", "80"), '"80" is not a weight; write "80 kg"'),
        (("log", "delete", "2023"), 'the log has no session "2023"'),
        (("log", "undelete", "2024-01-08"), 'the log never had a session "2024-01-08"'),
    ],
)
def test_what_is_not_there_is_told_on_one_line(
    logged: Benchside, arguments: tuple[str, ...], message: str
) -> None:
    answer = logged(*arguments)

    assert (answer.status, answer.out) == (2, "")
    assert message in answer.err
    assert answer.err.count("\n") == 1


def test_a_day_is_that_of_the_place_where_the_session_was_done(
    benchside: Benchside, home: Path
) -> None:
    """It is still the day before in the zone of the machine."""
    log_of(home, a_record(started=datetime(2026, 3, 1, 7, 30, tzinfo=TOKYO)))

    assert len(json.loads(benchside("log", "--json", "--since", "2026-03-01").out)) == 1
    assert json.loads(benchside("log", "--json", "--until", "2026-02-28").out) == []
    assert "2026-03-01 07:30" in benchside("log", "show", "2026-03-01").out
    assert "2026-03-01" in benchside("log", "best", "hip thrust").out


def test_a_session_is_shown_with_what_was_asked_for_and_its_records(logged: Benchside) -> None:
    shown = logged("log", "show").out

    assert "note: slept badly" in shown
    assert "5 of 5-8 102.5 kg of 105 kg" in in_one_line(shown)
    assert "left heel lifts" in shown
    assert "top load 105 kg, before 97.5" in shown


def test_the_json_of_a_session_is_its_line_with_the_records(logged: Benchside) -> None:
    shown = json.loads(logged("log", "show", "2024-01-23", "--json").out)

    records = shown.pop("records")
    assert [shown] == json.loads(logged("log", "--json", "-n", "1").out)
    assert [(one["kind"], one["value"], one["unit"]) for one in records] == [
        ("top load", 105, "kg"),
        ("e1rm", 126, "kg"),
    ]


@pytest.mark.parametrize("typed", ["2024-01-15", "2024-01-15 18:00", "2024-01-15T18:00:00+01:00"])
def test_a_session_is_found_by_the_beginning_of_its_id(logged: Benchside, typed: str) -> None:
    assert "2024-01-15 18:00 · complete" in logged("log", "show", typed).out


def test_two_sessions_of_one_minute_are_told_apart_by_their_whole_ids(
    benchside: Benchside, home: Path
) -> None:
    records = [a_record(session="Legs"), a_record(session="Arms")]
    log_of(home, *records)

    refused = benchside("log", "show", "2026-01-12")

    assert all(record.id in refused.err for record in records)
    assert "Arms" in benchside("log", "show", records[1].id).out


def test_last_tells_the_newest_session_first_and_its_words_are_those_of_the_rest(
    logged: Benchside,
) -> None:
    told = json.loads(logged("log", "last", "hip thrust", "-n", "2", "--json").out)

    assert [one["told"] for one in told] == [
        "6 6 @ 105 kg, 5 @ 102.5 kg, RPE 9",
        "8 8 8 @ 97.5 kg, RPE 8",
    ]
    assert told[0]["note"] == "left heel lifts"
    assert told[0]["session"] == "Hip thrust: strength"


def test_last_can_be_asked_for_one_tempo(logged: Benchside) -> None:
    assert len(json.loads(logged("log", "last", "hip", "--tempo", "21X1", "--json").out)) == 3
    assert "at 3-0-1-0" in logged("log", "last", "hip", "--tempo", "3010").out


def test_words_that_are_in_two_exercises_need_one_of_them(benchside: Benchside, home: Path) -> None:
    log_of(home, a_record(a_set_record("Back squat"), a_set_record("Front squat")))

    refused = benchside("log", "best", "squat")

    assert refused.status == 2
    assert 'in "Back squat" or "Front squat"; write one of them' in refused.err
    assert "Front squat · 1 set" in benchside("log", "best", "front").out


def test_two_athletes_are_never_mixed_up(benchside: Benchside, home: Path) -> None:
    two_athletes(home)

    assert "athlete" in benchside("log").out
    for command in (("best", "hip"), ("last", "hip"), ("stats",)):
        refused = benchside("log", *command)
        assert refused.status == 2
        assert 'sessions of "Anna" or "Ben"; choose by --athlete' in refused.err
        assert benchside("log", *command, "--athlete", "Ben").status == 0


def test_without_a_choice_it_is_the_athlete_of_the_file(benchside: Benchside, home: Path) -> None:
    two_athletes(home)
    (home / "athletes").mkdir()
    (home / "athletes" / "default.toml").write_text('name = "Anna"\n')

    assert "80 kg" in benchside("log", "best", "hip").out


def test_stats_of_an_exercise_are_those_of_its_sets_alone(logged: Benchside) -> None:
    whole = json.loads(logged("log", "stats", "--json").out)
    part = json.loads(logged("log", "stats", "--exercise", "clamshell", "--json").out)

    assert [one["exercise"] for one in whole["exercises"]] == ["Barbell hip thrust", "Clamshell"]
    assert (whole["plan"]["planned"], part["plan"]["planned"]) == (18, 4)
    assert [one["exercise"] for one in part["exercises"]] == ["Clamshell"]


def test_stats_count_half_a_set_for_a_muscle_that_helps(benchside: Benchside, home: Path) -> None:
    bench = a_set_record("Bench press")
    log_of(home, a_record(*[replace(bench, number=number) for number in range(1, 5)]))

    (week,) = json.loads(benchside("log", "stats", "--json").out)["weeks"]

    sets = {one["muscle"]: one["sets"] for one in week["muscles"]}
    assert (sets["chest"], sets["triceps"]) == (4, 2)


def test_an_exercise_that_the_catalogue_does_not_know_is_said(
    benchside: Benchside, home: Path
) -> None:
    log_of(home, a_record(a_set_record("Frobnicate")))

    assert "for no muscle: Frobnicate" in benchside("log", "stats").out


@pytest.mark.parametrize("command", [(), ("show",), ("stats",)])
def test_an_empty_log_is_said_whatever_is_asked(
    benchside: Benchside, command: tuple[str, ...]
) -> None:
    assert benchside("log", *command).out == "no session is logged yet\n"


def test_a_set_is_corrected_and_the_former_line_stays(logged: Benchside, home: Path) -> None:
    before = (home / "log.jsonl").read_bytes()

    told = logged("log", "edit", "--set", "4", "--reps", "6", "--load", "105", "--rpe", "9,5")

    assert told.out.endswith("set 4: Barbell hip thrust, 6 @ 105 kg, RPE 9.5\n")
    assert (home / "log.jsonl").read_bytes().startswith(before)
    assert [one.rev for one in read_log(home / "log.jsonl").records] == [0, 0, 1]
    assert "set 3 of 3 6 of 5-8 105 kg" in in_one_line(logged("log", "show").out)


def test_the_session_itself_is_corrected(logged: Benchside, home: Path) -> None:
    logged("log", "edit", "2024-01-08", "--note", "good", "--bodyweight", "64,5 kg")
    logged("log", "edit", "2024-01-08", "--athlete", "Ben")

    corrected = read_log(home / "log.jsonl").records[0]

    assert (corrected.note, str(corrected.bodyweight_kg)) == ("good", "64.5")
    assert (corrected.athlete, corrected.rev) == ("Ben", 2)


def test_what_is_said_already_changes_nothing(logged: Benchside, home: Path) -> None:
    before = (home / "log.jsonl").read_bytes()

    assert "nothing is changed" in logged("log", "edit", "--note", "slept badly").out
    assert (home / "log.jsonl").read_bytes() == before


def test_a_deleted_session_is_gone_until_it_is_taken_back(logged: Benchside, home: Path) -> None:
    everything = logged("log", "--json").out

    told = logged("log", "delete", "2024-01-15", "--yes").out
    gone = logged("log").out
    (record_id,) = (word.strip('"') for word in told.split() if word.startswith("2024-01-15T"))
    back = logged("log", "undelete", record_id).out

    assert "2024-01-15" not in gone
    assert back == "in the log: Hip thrust: strength, 2024-01-15 18:00\n"
    listed = [one["id"] for one in json.loads(logged("log", "--json").out)]
    assert listed == [one["id"] for one in json.loads(everything)]


@pytest.mark.parametrize(
    ("typed", "status", "told"),
    [("", 3, "--yes deletes without one"), ("no\n", 0, ""), ("\n", 0, "")],
)
def test_without_a_yes_nothing_is_deleted(home: Path, typed: str, status: int, told: str) -> None:
    write_sample(home)
    before = (home / "log.jsonl").read_bytes()

    answer = subprocess.run(
        [sys.executable, "-m", "benchside", "log", "delete", "2024-01-15"],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert answer.returncode == status
    assert told in answer.stderr
    assert (home / "log.jsonl").read_bytes() == before


def test_the_check_names_every_line_that_cannot_be_read(logged: Benchside, home: Path) -> None:
    assert logged("log", "check").out == "3 sessions in 1 file; no line that cannot be read\n"
    with (home / "log.jsonl").open("a") as log:
        log.write("broken\n")
    (home / "log-laptop.jsonl").write_text("torn\n")

    told, array = logged("log", "check"), json.loads(logged("log", "check", "--json").out)

    assert told.status == 1
    assert f"{home / 'log.jsonl'}:4: it is not whole JSON\n" in told.out
    assert f"{home / 'log-laptop.jsonl'}:1: it is not whole JSON\n" in told.out
    assert told.out.endswith("3 sessions in 2 files; 2 lines that cannot be read\n")
    assert [one["line"] for one in array] == [4, 1]


def test_text_of_the_log_does_not_command_the_terminal(benchside: Benchside, home: Path) -> None:
    nasty = replace(a_set_record("Squat\x1b[2J"), note="\x1b]0;x\x07")
    log_of(home, replace(a_record(nasty, session="\x1b[31m"), note="\x9b1m"))

    for command in ((), ("show",), ("stats",), ("best", "squat"), ("last", "squat")):
        answer = benchside("log", *command)
        assert answer.status == 0
        assert not set("\x1b\x07\x9b") & set(answer.out + answer.err)


def test_a_set_on_the_body_has_a_volume_once_its_weight_is_known(
    benchside: Benchside, home: Path
) -> None:
    pull_up = replace(a_set_record("Pull-up", reps=8), actual_load="bodyweight")
    log_of(home, a_record(replace(pull_up, actual_load_kg=None)))

    before = benchside("log").out
    benchside("log", "edit", "--bodyweight", "80 kg")

    assert "640 kg" not in before
    assert "640 kg" in benchside("log").out
    assert "e1RM 101.33 kg" in benchside("log", "best", "pull").out
    assert "640 kg" in benchside("log", "stats").out


@pytest.mark.parametrize("columns", [60, 72, 80, 100, 200])
def test_in_a_narrow_terminal_the_exercises_give_way_before_the_dates(
    logged: Benchside, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))

    lines = logged("log").out.splitlines()

    assert max(map(len, lines)) <= columns
    assert ("2024-01-23 18:00" in lines[1]) is (columns >= 72)
    assert ("Barbell hip thrust, Clamshell" in lines[2]) is (columns == 200)


def test_a_session_that_the_index_has_and_nobody_can_read_is_told(
    benchside: Benchside, home: Path
) -> None:
    wrong = a_record(a_set_record(load_kg=80), started=A_MOMENT + timedelta(days=1))
    log_of(home, a_record(a_set_record(load_kg=120)), wrong)
    log = home / "log.jsonl"
    first, second = log.read_text().splitlines()
    unreadable = second.replace('"block": "Main"', '"block": 7')
    log.write_text(f"{first}\n{unreadable}\n")

    answer = benchside("log")

    assert len(answer.out.splitlines()) == 2
    told = '1 session cannot be read; "benchside log check" says why'
    assert told in answer.err
    assert benchside("log", "check").status == 1


def test_the_log_is_asked_without_making_an_index_where_there_is_no_log(
    benchside: Benchside, home: Path
) -> None:
    assert "no session is logged yet" in benchside("log").out
    assert not (home / "cache").exists()


def test_questions_to_the_log_are_answered_alike_with_an_index_and_without(
    logged: Benchside, home: Path
) -> None:
    questions = (["log"], ["log", "last", "thrust"], ["log", "show"], ["log", "stats"])
    first = [logged(*question).out for question in questions]

    assert list((home / "cache").glob("*.sqlite"))
    assert [logged(*question).out for question in questions] == first
