"""The history on the screen: what was done, found again, corrected and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from benchside.log.logbook import FileLogbook
from benchside.runner.results import SetStatus
from benchside.testing import a_record, a_set_record
from benchside.tui.screens.exercise_history import ExerciseHistoryScreen
from benchside.tui.screens.history import HistoryScreen
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.screens.past_session import PastSessionScreen
from benchside.tui.screens.settings import SettingsScreen
from tests.tui.past import FIRST, NOW, PastLog, looking_back, strength, ten_weeks

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.past import Looking


@pytest.fixture
def log(tmp_path: Path) -> PastLog:
    """The log of ten weeks."""
    log = PastLog(tmp_path)
    log.write(ten_weeks())
    return log


async def open_last_session(looking: Looking) -> None:
    """Open the last session in full."""
    await looking.shows("18 sessions")
    await looking.press("tab")
    await looking.shows("knee")
    await looking.press("enter")
    await looking.stands_on(PastSessionScreen)
    await looking.shows("tension", "Plan")


@pytest.mark.parametrize("key", ["1", "escape"])
async def test_2_opens_the_history_and_1_or_escape_goes_back(log: PastLog, key: str) -> None:
    async with looking_back(log) as looking:
        await looking.press(key)

        await looking.stands_on(LibraryScreen)


async def test_3_leads_from_the_history_to_the_settings_and_2_back(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await looking.press("3")
        await looking.stands_on(SettingsScreen)

        await looking.press("2")
        await looking.stands_on(HistoryScreen)

        await looking.shows("18 sessions")


async def test_an_empty_log_says_that_the_first_session_will_stand_here(tmp_path: Path) -> None:
    async with looking_back(PastLog(tmp_path)) as looking:
        screen = await looking.shows("nothing logged yet")

        assert "your first session will stand here" in screen
        assert "Mon" in screen


async def test_the_sums_stand_beside_the_calendar(log: PastLog) -> None:
    async with looking_back(log) as looking:
        screen = await looking.shows("18 sessions")

        for fact in ("12 h 27 min", "4 weeks in a row", "5 weeks at most"):
            assert fact in screen


async def test_a_day_with_fewer_sets_than_usual_has_another_sign_than_the_others(
    log: PastLog,
) -> None:
    async with looking_back(log) as looking:
        screen = await looking.shows("18 sessions")

        rows = {line.strip(" │")[:3]: line for line in screen.splitlines()}
        assert rows["Mon"].count("▇▇") == 9
        assert rows["Fri"].count("▃▃") == 9
        assert not set("▃▇") & set(rows["Sun"].partition("▇ what is chosen")[0])


async def test_the_exercises_are_listed_with_their_best_and_how_they_go(log: PastLog) -> None:
    async with looking_back(log) as looking:
        screen = await looking.shows("18 sessions")

        row = next(line for line in screen.splitlines() if " 115.50 kg  " in line)
        assert "Back squat" in row
        assert "▁▁▂▃▄ ▅▆▇█" in row
        assert "7 reps" in screen
        assert "48s" in screen


async def test_the_page_of_an_exercise_has_its_last_sessions_with_their_records(
    log: PastLog,
) -> None:
    async with looking_back(log) as looking:
        screen = await looking.shows("5 5 @ 99 kg")

        row = next(line for line in screen.splitlines() if "5 5 @ 99 kg" in line)
        assert "20 Mar" in row
        assert "load, e1RM, volume" in row
        assert "⠤" in screen or "⣀" in screen or "⠒" in screen


async def test_one_exercise_in_full_has_every_session_and_the_best_of_all(log: PastLog) -> None:
    async with looking_back(log, size=(120, 50)) as looking:
        await looking.shows("18 sessions")
        await looking.press("down", "down", "enter")
        await looking.stands_on(ExerciseHistoryScreen)
        screen = await looking.shows("most volume")

        assert "tempo 2-1-X-1" in screen
        assert screen.count(" @ ") >= 9
        assert "e1RM 114.00 kg" in screen
        assert "8 8 8 @ 90 kg" in screen


async def test_j_and_k_go_through_a_list_as_arrows_do(log: PastLog) -> None:
    async with looking_back(log, size=(120, 50)) as looking:
        await looking.shows("18 sessions")
        await looking.press("j", "j", "j", "k", "enter")
        await looking.stands_on(ExerciseHistoryScreen)

        assert "8 8 8 @ 90 kg" in await looking.shows("e1RM 114.00 kg")


async def test_the_volume_is_drawn_in_place_of_the_best_and_back(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await looking.shows("18 sessions")
        await looking.press("enter")
        await looking.shows("most volume")

        await looking.press("v")
        await looking.shows("950 ┈")

        await looking.press("v")
        await looking.shows("110 ┈")


async def test_sessions_at_another_tempo_are_drawn_apart(log: PastLog) -> None:
    slow = [
        replace(one, tempo="4-1-1-3", actual_load="60 kg")
        for one in strength(9).sets
        if one.tempo is not None
    ]
    log.write([*ten_weeks(), a_record(*slow, started=NOW - timedelta(days=1), athlete="Anna")])

    async with looking_back(log) as looking:
        await looking.shows("19 sessions")
        await looking.press("enter")
        await looking.shows("e1RM · tempo 2-1-X-1", "4-1-1-3")

        await looking.press("t")

        await looking.shows("tempo 4-1-1-3", "one session is a point")


async def test_a_session_in_full_tells_its_sets_its_records_and_its_plan(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await open_last_session(looking)
        screen = looking.bench.seen()

    for text in ("Leg day", "stopped early", '"knee"', "Back squat: top load 99 kg, before 98"):
        assert text in screen
    assert "3 of 5 done; 2 not reached" in " ".join(screen.split())
    assert "before: 5 5 @ 98 kg" in screen
    assert "left heel lifts" in screen


async def test_a_set_of_the_past_is_corrected_by_a_line_more_and_u_takes_it_back(
    log: PastLog,
) -> None:
    async with looking_back(log) as looking:
        await open_last_session(looking)
        await looking.press("e", "4", "tab", *"95", "enter")
        await looking.shows("corrected: Leg day", "4 of 5")

        assert log.lines == 19
        assert log.records[-1].sets[0].actual_reps == 4
        assert log.records[-1].sets[0].actual_load == "95 kg"

        await looking.press("u")
        await looking.hides("4 of 5")

        assert log.lines == 20
        assert log.records[-1].sets[0].actual_reps == 5
        assert log.records[-1].sets[0].actual_load == "99 kg"


async def test_what_cannot_be_read_is_told_in_the_dialog_and_changes_nothing(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await open_last_session(looking)
        await looking.press("e", "tab", "tab", *"11", "enter")

        await looking.shows("11 is not an RPE")
        assert log.lines == 18


async def test_an_assumed_set_that_is_corrected_has_been_answered_for(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    assumed = replace(a_set_record(), status=SetStatus.ASSUMED)
    log.write([a_record(assumed, started=FIRST, athlete="Anna")])

    async with looking_back(log) as looking:
        await looking.shows("1 session")
        await looking.press("tab", "enter")
        await looking.shows("~5")
        await looking.press("e", "4", "enter")
        await looking.shows("4 of 5")

    assert log.records[0].sets[0].status is SetStatus.DONE


async def test_a_note_is_written_on_a_session_of_the_past(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await open_last_session(looking)
        await looking.press("n", *"s", "enter")
        await looking.shows("knees")

    assert log.records[-1].note == "knees"


async def test_a_deleted_session_is_gone_from_the_list_and_u_brings_it_back(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await open_last_session(looking)
        await looking.press("delete")
        await looking.stands_on(HistoryScreen)
        await looking.shows("17 sessions", "deleted: Leg day")

        await looking.press("u")

        await looking.shows("18 sessions", "is in the log again")
    assert len(log.records) == 18


async def test_a_delete_key_that_is_held_deletes_one_session(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await open_last_session(looking)
        await looking.bench.hold("delete")
        await looking.shows("17 sessions")

    assert len(log.records) == 17


async def test_a_session_that_was_changed_meanwhile_is_left_alone_and_shown_anew(
    log: PastLog,
) -> None:
    async with looking_back(log) as looking:
        await open_last_session(looking)
        other = FileLogbook(log.path)
        other.amend(replace(log.records[-1], note="from another machine"), at=NOW)

        await looking.press("delete")

        await looking.shows("changed meanwhile by another program", "from another machine")
    assert len(log.records) == 18


async def test_there_is_nothing_to_undo_before_something_is_changed(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await looking.shows("18 sessions")

        assert "undo" not in looking.bench.seen()


@pytest.mark.parametrize(
    ("typed", "sessions", "exercise"),
    [
        ("squat", "9 sessions", "Back squat"),
        ("LEG DAY", "9 sessions", "Pull-up"),
        ("2026-01", "6 sessions", "Side plank"),
        ("2026-03-01..", "6 sessions", "Pull-up"),
        ("2w", "3 sessions", "Side plank"),
        ("plank 2026-02", "3 sessions", "Side plank"),
    ],
)
async def test_words_and_times_filter_the_history(
    log: PastLog, typed: str, sessions: str, exercise: str
) -> None:
    async with looking_back(log) as looking:
        await looking.shows("18 sessions")
        await looking.press("slash")
        await looking.write(typed)
        screen = await looking.shows(sessions)

        assert exercise in screen


async def test_escape_shows_everything_again_and_then_goes_back(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await looking.press("slash", *"squat")
        await looking.shows("9 sessions")

        await looking.press("escape")
        await looking.shows("18 sessions")

        await looking.press("escape")
        await looking.stands_on(LibraryScreen)


async def test_a_filter_that_nothing_passes_says_so(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await looking.shows("18 sessions")
        await looking.press("slash", *"bench")

        await looking.shows("nothing passes the filter; esc shows everything")


async def test_a_time_that_cannot_be_read_is_told_while_the_rest_stands(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await looking.shows("18 sessions")
        await looking.press("slash")
        await looking.write("2026-13")

        screen = await looking.shows('"2026-13" is no day')
        assert "18 sessions" in screen


async def test_each_athlete_sees_their_own_history_and_at_shows_anothers(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    log.write([*ten_weeks(), *ten_weeks("Ben")[:4]])

    async with looking_back(log) as looking:
        await looking.shows("BENCHSIDE  Anna", "18 sessions")

        await looking.press("slash")
        await looking.write("@be")
        await looking.shows("BENCHSIDE  Ben", "4 sessions")


async def test_who_has_logged_nothing_is_told_who_has(tmp_path: Path) -> None:
    log = PastLog(tmp_path, own_name="Cleo")
    log.write([*ten_weeks(), *ten_weeks("Ben")])

    async with looking_back(log) as looking:
        await looking.shows('Cleo has logged nothing yet; / and "@Anna" or "@Ben"')


async def test_the_only_athlete_of_the_log_is_shown_whoever_lifts_now(tmp_path: Path) -> None:
    log = PastLog(tmp_path, own_name="Cleo")
    log.write(ten_weeks())

    async with looking_back(log) as looking:
        await looking.shows("18 sessions")


async def test_lines_that_cannot_be_read_are_told_and_the_rest_is_shown(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    log.write(ten_weeks(), '{"v": 2, "id"', '{"v": 99}')

    async with looking_back(log) as looking:
        told = "2 lines of the log cannot be read (benchside log check tells each)"
        screen = await looking.shows("18 sessions", told)

        assert "line 19: it is not whole JSON" in " ".join(screen.split())


async def test_a_log_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    log.path.mkdir()

    async with looking_back(log) as looking:
        await looking.shows("directory")


async def test_a_week_counts_a_set_once_for_what_it_trains_and_half_for_what_helps(
    log: PastLog,
) -> None:
    async with looking_back(log, size=(160, 40)) as looking:
        await looking.shows("18 sessions")
        await looking.press("tab", "tab")
        screen = await looking.shows("W12", "glutes")

        glutes = next(line for line in screen.splitlines() if "glutes" in line)
        assert "5  " in glutes
        assert "1 where it is trained, 0.5 where it helps" in screen
        assert "7 of 9 planned sets done" in screen


async def test_enter_on_a_week_leads_to_its_sessions(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await looking.shows("18 sessions")
        await looking.press("tab", "tab")
        await looking.shows("W11")
        await looking.press("down", "enter")

        await looking.shows("13 March 2026")


async def test_a_week_without_training_is_told_as_one(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await looking.shows("18 sessions")
        await looking.press("tab", "tab")
        screen = await looking.shows("W08")

        assert "–" in next(line for line in screen.splitlines() if "W08" in line)


@pytest.mark.slow
async def test_a_list_of_thousands_is_walked_from_end_to_end(tmp_path: Path) -> None:
    log = PastLog(tmp_path)
    plain = [
        a_record(
            a_set_record(),
            session=f"Session {number}",
            started=FIRST - timedelta(hours=21 * number),
            athlete="Anna",
        )
        for number in range(4_000)
    ]
    log.write(plain)

    async with looking_back(log) as looking:
        await looking.shows("4000 sessions")
        await looking.press("tab", "end")

        await looking.shows("Session 3999 ")


async def test_a_click_chooses_and_another_one_opens(log: PastLog) -> None:
    async with looking_back(log) as looking:
        screen = await looking.shows("18 sessions")
        row = next(n for n, line in enumerate(screen.splitlines()) if "Pull-up" in line)

        await looking.bench.pilot.click(offset=(10, row))
        await looking.shows("most reps 7 reps")
        await looking.bench.pilot.click(offset=(10, row))

        await looking.stands_on(ExerciseHistoryScreen)


async def test_a_click_on_the_name_of_a_list_shows_it(log: PastLog) -> None:
    async with looking_back(log) as looking:
        screen = await looking.shows("18 sessions")
        row = next(n for n, line in enumerate(screen.splitlines()) if "Sessions  Weeks" in line)

        await looking.bench.pilot.click(
            offset=(screen.splitlines()[row].index("Sessions") + 1, row)
        )

        await looking.shows("20 Mar  Leg day")


async def test_one_from_anywhere_in_the_history_leads_to_the_library(log: PastLog) -> None:
    async with looking_back(log) as looking:
        await looking.shows("18 sessions")
        await looking.press("enter")
        await looking.shows("most volume")
        await looking.press("enter")
        await looking.stands_on(PastSessionScreen)

        await looking.press("1")

        await looking.stands_on(LibraryScreen)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 12), (20, 6)])
async def test_a_small_terminal_shows_the_list_and_opens_what_is_in_it(
    log: PastLog, size: tuple[int, int]
) -> None:
    async with looking_back(log, size=size) as looking:
        await looking.shows("Back sq")
        await looking.press("enter")
        await looking.shows("20 Mar")
        await looking.press("enter")

        await looking.stands_on(PastSessionScreen)


async def test_names_from_the_log_are_shown_as_they_are_however_they_are_written(
    tmp_path: Path,
) -> None:
    log = PastLog(tmp_path)
    hostile = replace(a_set_record("[b]Squat[/b] \x1b[31m漢字" * 4), note="[red]heavy[/red]")
    log.write([a_record(hostile, session="[u]Legs[/u]", started=FIRST, athlete="Anna")])

    async with looking_back(log) as looking:
        await looking.shows("[b]Squat[/b]")
        await looking.press("enter")
        await looking.shows("[red]heavy")
        await looking.press("enter")

        screen = await looking.shows("[u]Legs[/u]", "[b]Squat[/b]")
        assert "\x1b" not in screen
