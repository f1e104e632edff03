"""The library screen: what it lists, what it shows of a session, and what it starts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from textual.events import Key

from benchside.session.file.problems import Problem
from benchside.session.program.next import DueDay
from benchside.tui.screens.library import RELOAD_S, LibraryScreen
from benchside.tui.screens.session import SessionScreen
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import entries, library
from tests.tui.views import READY

if TYPE_CHECKING:
    from pathlib import Path

    from benchside.library.library import Entry
    from tests.tui.looking import Program

SQUATS = """
name = "Squats"
about = "Three sets, that is all."
goal = "strength"

[[block]]
name = "Legs"

  [[block.exercise]]
  name = "Back squat"
  ramp = ["50% x 5"]
  sets = 3
  reps = "5-8"
  load = "80 kg"
  tempo = "3-1-X-0"
  rest = "2m"
"""
BROKEN = SQUATS.replace('"5-8"', '"5-x"').replace("tempo", "temp")


def services(folder: Path, **files: str) -> FakeServices:
    return FakeServices(FakeSession(READY), library=entries(folder, **files))


async def test_a_session_is_shown_with_its_blocks_sets_length_and_when_it_was_last_done(
    tmp_path: Path,
) -> None:
    fakes = services(tmp_path, squats=SQUATS)
    fakes.done["squats"] = [datetime(2026, 11, 3, 18, 5, tzinfo=UTC)]

    async with library(fakes) as bench:
        screen = bench.seen()

    for text in (
        "Three sets, that is all.",
        "3 working sets",
        "about 9 min",
        "3 November 2026",
        "Back squat",
        "ramp  40 kg × 5",
        "3 × 5-8  80 kg · 3-1-X-0 · rest 2m",
    ):
        assert text in screen


async def test_rounds_until_a_cap_are_not_counted_for_nobody_knows_how_many_there_will_be(
    tmp_path: Path,
) -> None:
    amrap = SQUATS.replace('name = "Legs"', 'name = "Legs"\ntime_cap = "10m"').replace(
        'ramp = ["50% x 5"]\n  sets = 3\n  reps = "5-8"', "reps = 5"
    )

    async with library(services(tmp_path, amrap=amrap)) as bench:
        screen = bench.seen()

    assert "about 10 min" in screen
    assert "5 working sets" in screen
    assert "5  80 kg · 3-1-X-0 · rest 2m" in screen
    assert "× 5" not in screen


async def test_a_broken_file_is_listed_with_its_problems(tmp_path: Path) -> None:
    async with library(services(tmp_path, push=BROKEN)) as bench:
        screen = bench.seen()

    assert "✗ push" in screen
    assert "2 problems" in screen.splitlines()[3]
    assert "2 problems in this file" in screen
    assert 'line 13: reps "5-x" is not a rep target' in screen
    assert '"tempo"?' in screen


async def test_the_caret_stands_below_the_mistake_of_a_long_line(tmp_path: Path) -> None:
    long = SQUATS.replace("reps = ", f'cues = ["{"x" * 200}", 7]\n  reps = ')

    async with library(services(tmp_path, long=long), size=(200, 60)) as bench:
        rows = bench.seen().splitlines()

    (caret,) = (row.index("^") for row in rows if row.endswith("^"))
    assert [row[caret] for row in rows if "xxx" in row] == ["7"]


async def test_a_broken_file_cannot_be_started(tmp_path: Path) -> None:
    async with library(services(tmp_path, push=BROKEN)) as bench:
        await bench.press("enter", "space")

        assert bench.services.asked == []


async def test_enter_starts_the_chosen_session(tmp_path: Path) -> None:
    async with library(services(tmp_path, pulls=SQUATS, squats=SQUATS)) as bench:
        await bench.press("down", "enter")

        assert bench.services.asked == ["play squats"]
        assert isinstance(bench.app.screen, SessionScreen)


async def test_space_starts_too(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("space")

        assert bench.services.asked == ["play squats"]


async def test_typing_filters_by_name_and_escape_shows_all_again(tmp_path: Path) -> None:
    fakes = services(tmp_path, squats=SQUATS, rows=SQUATS.replace("Squats", "Rows"))

    async with library(fakes) as bench:
        await bench.press("slash", *"squ", "enter")
        assert "Rows" not in bench.seen()

        await bench.press("escape")

        assert "Rows" in bench.seen()


async def test_what_is_typed_at_once_behind_the_filter_key_is_in_the_filter(tmp_path: Path) -> None:
    fakes = services(tmp_path, squats=SQUATS, rows=SQUATS.replace("Squats", "Rows"))

    async with library(fakes) as bench:
        for key, character in (("slash", "/"), *((letter, letter) for letter in "need")):
            bench.app.post_message(Key(key, character))
        await bench.settle()

        assert isinstance(bench.app.screen, LibraryScreen)
        assert bench.app.screen.typed == "need"


async def test_a_filter_that_nothing_passes_says_so(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("slash", *"zzz")

        assert "No sessions found" in bench.seen()


async def test_what_the_system_refuses_is_said_and_the_library_stays(tmp_path: Path) -> None:
    fakes = services(tmp_path, squats=SQUATS)
    fakes.refusal = OSError("the disk is [full]")

    async with library(fakes) as bench:
        await bench.press("enter")
        await bench.until(lambda: "the disk is [full]" in bench.seen())

        assert isinstance(bench.app.screen, LibraryScreen)


async def test_text_from_a_file_is_shown_as_text(tmp_path: Path) -> None:
    hostile = SQUATS.replace("Squats", "[red]x[/] [@click=app.quit]y[/]").replace(
        "that is all.", "\\u001b[31mred\\u0007 [b]bold[/b]"
    )

    async with library(services(tmp_path, hostile=hostile)) as bench:
        screen = bench.seen()

    assert "[red]x[/] [@click=app.quit]y[/]" in screen or "control" in screen
    assert "\x1b" not in screen
    assert "\x07" not in screen


async def test_the_problems_of_a_hostile_file_are_shown_as_text(tmp_path: Path) -> None:
    hostile = 'name = "[red]x[/]"\n[[block]]\n"[b]key[/b]" = "[@click=app.quit]"\n'

    async with library(services(tmp_path, hostile=hostile), size=(120, 36)) as bench:
        assert "[b]key[/b]" in bench.seen()


async def test_a_file_that_changes_is_shown_as_it_is_now(tmp_path: Path) -> None:
    fakes = services(tmp_path, squats=SQUATS)

    async with library(fakes) as bench:
        fakes.library = entries(tmp_path, squats=BROKEN)

        await bench.pass_s(RELOAD_S)
        await bench.until(lambda: "✗ squats" in bench.seen())
        assert "2 problems in this file" in bench.seen()


async def test_the_library_opens_on_the_session_that_was_just_written(tmp_path: Path) -> None:
    fakes = services(tmp_path, pulls=SQUATS, squats=SQUATS.replace("Three", "Four"))

    async with library(fakes, chosen="squats") as bench:
        await bench.until(lambda: "Four sets, that is all." in bench.seen())


async def test_a_copy_is_made_under_the_name_that_is_typed(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("d")
        assert "Squats (copy)" in bench.seen()

        await bench.press(*"Legs", "enter")

        assert bench.services.asked == ["duplicate squats as Legs"]


async def test_a_copy_that_was_thought_better_of_is_not_made(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("d", "escape")

        assert bench.services.asked == []


async def test_the_copy_is_chosen_in_the_list(tmp_path: Path) -> None:
    fakes = services(tmp_path, squats=SQUATS)

    async with library(fakes) as bench:
        fakes.own.path = tmp_path / "zz.toml"
        fakes.library = entries(tmp_path, zz=SQUATS.replace("Three", "Four"))
        await bench.press("d", "enter")

        await bench.until(lambda: "Four sets, that is all." in bench.seen())


async def test_a_copy_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        bench.services.own.refusal = OSError("the disk is [full]")
        await bench.press("d", "enter")

        await bench.until(lambda: "the disk is [full]" in bench.seen())


async def test_a_broken_file_can_be_edited_but_not_copied(tmp_path: Path) -> None:
    async with library(services(tmp_path, push=BROKEN)) as bench:
        await bench.press("d")
        assert "Name the copy" not in bench.seen()

        await bench.press("e")

        await bench.until(lambda: "cannot be lent" in bench.seen())


async def test_a_terminal_that_cannot_be_lent_to_an_editor_says_where_the_file_is(
    tmp_path: Path,
) -> None:
    async with library(services(tmp_path, squats=SQUATS), size=(120, 36)) as bench:
        await bench.press("e")

        await bench.until(lambda: "cannot be lent to an editor" in bench.seen())
        assert "squats.toml" in bench.seen().replace("\n", "")


async def test_one_click_shows_a_session_and_one_more_starts_it(tmp_path: Path) -> None:
    fakes = services(tmp_path, pulls=SQUATS, squats=SQUATS.replace("Three", "Four"))

    async with library(fakes) as bench:
        await bench.pilot.click("#sessions", offset=(5, 2))
        assert "Four sets, that is all." in bench.seen()
        assert bench.services.asked == []

        await bench.pilot.click("#sessions", offset=(5, 2))

        assert bench.services.asked == ["play squats"]


async def test_enter_starts_what_a_click_has_chosen(tmp_path: Path) -> None:
    fakes = services(tmp_path, pulls=SQUATS, squats=SQUATS.replace("Three", "Four"))

    async with library(fakes) as bench:
        await bench.pilot.click("#sessions", offset=(5, 2))
        await bench.press("enter")

        assert bench.services.asked == ["play squats"]


async def test_a_click_below_the_sessions_does_nothing_and_enter_starts_as_ever(
    tmp_path: Path,
) -> None:
    fakes = services(tmp_path, pulls=SQUATS, squats=SQUATS)

    async with library(fakes) as bench:
        await bench.pilot.click("#sessions", offset=(5, 9))
        assert bench.services.asked == []

        await bench.press("down", "enter")

        assert bench.services.asked == ["play squats"]


async def test_sessions_of_the_same_title_have_their_files_beside_it(tmp_path: Path) -> None:
    rows = SQUATS.replace("Squats", "Rows")

    async with library(services(tmp_path, heavy=SQUATS, light=SQUATS, rows=rows)) as bench:
        await bench.until(lambda: "Squats  heavy" in bench.seen())
        screen = bench.seen()

    assert "Squats  light" in screen
    assert "Rows  rows" not in screen


async def test_a_long_title_that_is_there_twice_has_its_file_below(tmp_path: Path) -> None:
    long = SQUATS.replace("Squats", "Squats of the long and heavy sort")

    async with library(services(tmp_path, heavy=long, light=long)) as bench:
        await bench.until(lambda: "light" in bench.seen())
        names = [row[:28].strip() for row in bench.seen().splitlines()]

    assert "heavy" in names
    assert "light" in names


async def test_typing_filters_by_the_file_too(tmp_path: Path) -> None:
    fakes = services(tmp_path, monday=SQUATS, friday=SQUATS.replace("Three", "Four"))

    async with library(fakes) as bench:
        await bench.press("slash", *"mond", "enter")
        assert "Four sets" not in bench.seen()
        assert "Three sets" in bench.seen()

        await bench.press("enter")

        assert bench.services.asked == ["play monday"]


async def test_a_folder_that_cannot_be_read_is_told_above_the_list(tmp_path: Path) -> None:
    fakes = services(tmp_path, squats=SQUATS)
    fakes.problems = (Problem(file="sessions", message="the folder cannot be read: why"),)

    async with library(fakes) as bench:
        await bench.until(lambda: "cannot be read" in bench.seen())
        assert "Squats" in bench.seen()

        fakes.problems = ()
        await bench.pass_s(RELOAD_S)
        await bench.until(lambda: "cannot be read" not in bench.seen())


async def test_the_chosen_session_stays_chosen_when_another_comes_before_it(
    tmp_path: Path,
) -> None:
    fakes = services(tmp_path, squats=SQUATS.replace("Three", "Four"))

    async with library(fakes) as bench:
        fakes.library = entries(tmp_path, pulls=SQUATS)
        await bench.pass_s(RELOAD_S)
        await bench.until(lambda: "pulls" in bench.seen() or bench.seen().count("Squats") > 2)

        assert "Four sets, that is all." in bench.seen()


def weeks_ago(*weeks: int) -> list[datetime]:
    """Evenings of the weekday that it is for the fakes: a Thursday."""
    return [datetime(2026, 11, 26, 18, tzinfo=UTC) - timedelta(weeks=each) for each in weeks]


def days_ago(*days: int) -> list[datetime]:
    return [datetime(2026, 11, 26, 18, tzinfo=UTC) - timedelta(days=each) for each in days]


def rows_of(bench: Program) -> list[str]:
    """What the list says, without the page beside it."""
    width = bench.app.screen.query_one("#left").size.width
    rows = [row[:width].strip() for row in bench.seen().splitlines()[1:-1]]
    return [re.sub("   +", "  ", row) for row in rows if row]


THREE = {name: SQUATS.replace("Squats", name.title()) for name in ("arms", "legs", "pulls")}


async def test_the_library_opens_on_what_is_usually_done_on_this_weekday(tmp_path: Path) -> None:
    fakes = services(tmp_path, **THREE)
    fakes.done = {"legs": weeks_ago(1, 2, 3), "arms": days_ago(2)}

    async with library(fakes) as bench:
        assert rows_of(bench) == [
            "TODAY  usual on Thursdays",
            "Legs  9 min  7 d",
            "YOURS",
            "Arms  9 min  2 d",
            "Pulls  9 min  –",
        ]

        await bench.press("enter")

        assert fakes.asked == ["play legs"]


async def test_without_a_habit_of_the_day_the_one_that_was_not_done_for_longest_is_next(
    tmp_path: Path,
) -> None:
    fakes = services(tmp_path, **THREE)
    fakes.done = {"arms": days_ago(1, 4), "legs": days_ago(2, 5), "pulls": days_ago(3, 6)}

    async with library(fakes) as bench:
        assert rows_of(bench)[:2] == ["NEXT  longest not done", "Pulls  9 min  3 d"]


async def test_the_library_opens_on_what_was_done_last_where_nothing_is_due(tmp_path: Path) -> None:
    fakes = services(tmp_path, **THREE)
    fakes.done = {"legs": days_ago(0), "arms": days_ago(5)}

    async with library(fakes) as bench:
        assert rows_of(bench)[0] == "YOURS"

        await bench.press("enter")

        assert fakes.asked == ["play legs"]


async def test_a_session_that_was_asked_for_is_chosen_and_not_what_is_due(tmp_path: Path) -> None:
    fakes = services(tmp_path, **THREE)
    fakes.done = {"legs": weeks_ago(1, 2)}

    async with library(fakes, chosen="arms") as bench:
        await bench.press("enter")

    assert fakes.asked == ["play arms"]


async def test_sessions_that_ship_stand_below_those_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "shipped").mkdir()
    own = entries(tmp_path / "own", squats=SQUATS)
    shipped = [replace(one, is_own=False) for one in entries(tmp_path / "shipped", **THREE)]
    fakes = FakeServices(FakeSession(READY), library=[*own, *shipped])

    async with library(fakes) as bench:
        names = [row.split("  ")[0] for row in rows_of(bench)]

    assert names == ["YOURS", "Squats", "BUILT IN", "Arms", "Legs", "Pulls"]


async def test_the_length_is_left_out_of_every_row_where_a_name_has_no_room(tmp_path: Path) -> None:
    long = SQUATS.replace("Squats", "Squats of the long sort")

    async with library(services(tmp_path, long=long, squats=SQUATS)) as bench:
        assert rows_of(bench)[1:] == [
            "Squats of the long sort  –",
            "Squats  –",
        ]


async def test_a_wide_terminal_shows_the_last_time_in_a_column_of_its_own(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS), size=(200, 60)) as bench:
        plan = bench.app.screen.query_one("#plan").region
        memory = bench.app.screen.query_one("MemoryTable").region

    assert memory.x >= plan.right
    assert memory.y == plan.y


async def test_the_card_says_when_a_session_was_done_last_and_how_often(tmp_path: Path) -> None:
    fakes = services(tmp_path, squats=SQUATS)
    fakes.done["squats"] = weeks_ago(1, 2, 3)

    async with library(fakes, size=(120, 36)) as bench:
        assert "last done  19 November 2026 · 7 days ago · 3 times" in bench.seen()


async def test_a_log_that_cannot_be_read_is_told_and_the_list_stays(tmp_path: Path) -> None:
    fakes = services(tmp_path, squats=SQUATS)
    fakes.unreadable_log = OSError("the log is [gone]")

    async with library(fakes) as bench:
        await bench.until(lambda: "the log is [gone]" in bench.seen())

        assert "Squats" in bench.seen()


async def test_a_click_on_a_heading_chooses_nothing(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.pilot.click("#sessions", offset=(2, 0))
        await bench.pilot.click("#sessions", offset=(2, 0))

        assert bench.services.asked == []
        assert "Three sets" in bench.seen()


async def test_a_new_session_is_written_a_line_an_exercise(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("n", *"Legs", "enter")
        await bench.press(*"Squat / 3x5 60kg", "enter", *"Plank / 2x30s", "enter", "enter")

        assert bench.services.asked == ["create Legs for strength: Squat, Plank"]


async def test_a_line_that_is_not_understood_stays_to_be_mended(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("n", *"Legs", "enter", *"Squat", "enter")
        assert 'not understood: the line "Squat"' in bench.seen()

        await bench.press(*" / 3x5", "enter", "enter")

        assert bench.services.asked == ["create Legs for strength: Squat"]


async def test_a_new_session_needs_a_name_and_an_exercise(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("n", "enter", "enter")
        assert "give it a name" in bench.seen()

        await bench.press(*"Legs", "enter", "enter")
        assert "write at least one exercise" in bench.seen()

        await bench.press("escape")
        assert bench.services.asked == []


async def test_a_new_session_that_cannot_be_written_says_why_and_keeps_what_was_typed(
    tmp_path: Path,
) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        bench.services.own.refusal = OSError("the disk is [full]")
        await bench.press("n", *"Legs", "enter", *"Squat / 3x5", "enter", "enter")

        assert "the disk is [full]" in bench.seen()
        assert "Squat / 3x5" in bench.seen()


async def test_a_session_of_ones_own_is_renamed(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("r", *"Heavy", "enter")

        assert bench.services.asked == ["rename squats to Heavy"]


async def test_a_session_is_deleted_and_brought_back(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        await bench.press("u")
        assert bench.services.asked == []

        await bench.press("delete")
        assert "in the trash" in bench.seen()
        await bench.press("u", "u")

        assert bench.services.asked == ["delete squats", "restore squats"]


async def test_a_deleted_session_tells_the_own_key_that_brings_it_back(tmp_path: Path) -> None:
    own = services(tmp_path, squats=SQUATS)
    own.setup.settings_text = '[keys]\n"library.restore" = "f4"\n'
    async with library(own) as bench:
        await bench.press("delete")
        assert "f4 brings it back" in " ".join(bench.seen().replace("▌", " ").split())

        await bench.press("f4")

        assert own.asked == ["delete squats", "restore squats"]


async def test_a_session_that_ships_is_neither_renamed_nor_deleted(tmp_path: Path) -> None:
    (own,) = entries(tmp_path, squats=SQUATS)
    fakes = FakeServices(FakeSession(READY), library=[replace(own, is_own=False)])

    async with library(fakes) as bench:
        await bench.press("r", "delete")

        assert fakes.asked == []
        assert isinstance(bench.app.screen, LibraryScreen)


async def test_a_session_that_cannot_be_deleted_says_why(tmp_path: Path) -> None:
    async with library(services(tmp_path, squats=SQUATS)) as bench:
        bench.services.own.refusal = OSError("the folder is [locked]")
        await bench.press("delete")

        await bench.until(lambda: "the folder is [locked]" in bench.seen())


def due_in_base(fakes: FakeServices, name: str) -> Entry:
    """The session of the library as a day of a program."""
    entry = next(one for one in fakes.library if one.name == name)
    return replace(entry, due=DueDay(program="Base", week=2, day=3, cycle=1))


async def test_the_library_opens_on_the_session_that_is_due_in_the_program(tmp_path: Path) -> None:
    fakes = services(tmp_path, **THREE)
    fakes.done = {"legs": weeks_ago(1, 2, 3)}
    fakes.followed = due_in_base(fakes, "pulls")

    async with library(fakes) as bench:
        assert rows_of(bench)[:2] == ["TODAY  Base, week 2, day 3", "Pulls  9 min  –"]

        await bench.press("enter")

        assert fakes.played == [fakes.followed]


async def test_of_the_session_that_is_due_the_library_shows_what_its_week_asks_for(
    tmp_path: Path,
) -> None:
    fakes = services(tmp_path, **THREE)
    (tmp_path / "week").mkdir()
    of_week = entries(tmp_path / "week", pulls=SQUATS.replace("80 kg", "95 kg"))[0]
    plain = next(one for one in fakes.library if one.name == "pulls")
    fakes.followed = replace(due_in_base(fakes, "pulls"), reading=of_week.reading)
    assert plain.reading != of_week.reading

    async with library(fakes) as bench:
        assert "95 kg" in bench.seen()


async def test_a_session_that_gets_its_sets_from_a_program_is_no_broken_one(tmp_path: Path) -> None:
    day = SQUATS.replace("sets = 3", 'sets = "main"').replace('  reps = "5-8"\n', "")
    fakes = services(tmp_path, legs=day, squats=SQUATS)
    fakes.days_only = frozenset({"legs"})

    async with library(fakes, chosen="legs") as bench:
        assert rows_of(bench)[1].startswith("legs  in a program")
        assert "A day of a program" in bench.seen()
        assert "problem" not in bench.seen()

        await bench.press("enter")

        assert fakes.played == []


async def test_j_and_k_go_through_the_list_and_are_typed_into_the_filter(tmp_path: Path) -> None:
    fakes = services(tmp_path, pulls=SQUATS, squats=SQUATS.replace("Three", "Four"))
    async with library(fakes) as bench:
        await bench.press("j")
        assert "Four sets, that is all." in bench.seen()

        await bench.press("k")
        assert "Three sets, that is all." in bench.seen()

        await bench.press("slash", "j")
        assert "Three sets" not in bench.seen()
