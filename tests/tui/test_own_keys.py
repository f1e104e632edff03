"""Keys of the athlete's own: what the table of the settings may say, and what shows them then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.binding import Binding

from benchside.runner.commands import FinishEarly, Go, Pause
from benchside.tui import dialog_keys, history_keys, keys, session_keys, set_keys
from benchside.tui.key_table import SCREENS, keys_of, named_bindings
from benchside.tui.own_keys import OwnKeys, read_own_keys
from benchside.tui.widgets.activity_banner import ActivityBanner
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.next_card import NextCard
from tests.tui import views
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import library, session
from tests.tui.test_settings import choose

if TYPE_CHECKING:
    from benchside.view.view import View

OWN = """
[keys]
"session.go" = "b"
"session.pause" = "f5"
help = "h"
"""

WRONG = {
    '"session.og" = "b"': ('no action is called "session.og"', 'did you mean "session.go"?'),
    'go = "b"': ('no action is called "go"', 'did you mean "session.go"?'),
    '"session.go" = 5': ("session.go 5 is not a key", 'write "b", or several: "space,b"'),
    '"session.go" = "esc"': ('session.go "esc" is not a key', 'did you mean "escape"?'),
    '"session.go" = "PgDn"': ('session.go "PgDn" is not a key', 'did you mean "pagedown"?'),
    '"session.go" = "ctrl-s"': ('session.go "ctrl-s" is not a key', 'did you mean "ctrl+s"?'),
    '"session.go" = "shift+b"': ('session.go "shift+b" is not a key', 'write "B"'),
    '"session.go" = "ctrl+m"': (
        'session.go "ctrl+m" is not a key',
        'a terminal sends it as "enter"; write that',
    ),
    '"session.go" = "hjkl"': (
        'session.go "hjkl" is not a key',
        'write a letter, or a name such as "space", "pagedown", "f5" or "ctrl+s"',
    ),
    '"session.go" = "p"': (
        'session.go "p" is a key of session.pause (pause) too, in a session',
        "choose another key, or give session.pause another one",
    ),
    '"session.go" = "ctrl+c"': (
        'session.go "ctrl+c" is a key of app.interrupt (quit) too, in a session',
        "choose another key, or give app.interrupt another one",
    ),
    '"history.open" = "up"': (
        'history.open "up" is a key of the list in the history',
        "choose another key",
    ),
    '"question.kep" = "b"': (
        'no action is called "question.kep"',
        'did you mean "question.keep"?',
    ),
    '"question.keep" = "f"': (
        'question.keep "f" is a key of question.finish (finish) too, in a question',
        "choose another key, or give question.finish another one",
    ),
    '"question.discard" = "down"': (
        'question.discard "down" is a key of the list in a question',
        "choose another key",
    ),
    '"question.finish" = "3"': (
        'question.finish "3" is a key of a list with numbers in a question',
        "choose another key",
    ),
    '"correct.next_set" = "j"': (
        'correct.next_set works while text is typed, too, and "j" is text',
        'write a key that types nothing, such as "ctrl+x" or "f10"',
    ),
    '"correct.set_before" = "home"': (
        'correct.set_before "home" is a key of the field where a set is corrected',
        "choose another key",
    ),
    '"correct.set_before" = "enter"': (
        'correct.set_before "enter" is a key of the field where a set is corrected',
        "choose another key",
    ),
    '"welcome.hear" = "pagedown"': (
        'welcome.hear "pagedown" is a key of row.press (go) too, at a way out of the welcome',
        "choose another key, or give row.press another one",
    ),
}


def own_keys(text: str) -> OwnKeys:
    return read_own_keys(f"[keys]\n{text}\n", file="settings.toml")


def services(text: str, *, view: View = views.REST) -> FakeServices:
    made = FakeServices(FakeSession(view))
    made.setup.settings_text = text
    return made


def words(seen: str) -> str:
    """Return what is seen without the edge of notices and the breaks of lines."""
    return " ".join(seen.replace("▌", " ").split())


def last_row(text: str) -> str:
    return text.rstrip("\n").splitlines()[-1]


def test_every_key_of_every_screen_has_a_name() -> None:
    tables = (
        *(keys.APP, keys.LIBRARY, keys.CHOICE_ROW, keys.SETTINGS),
        *(session_keys.SESSION, session_keys.SUMMARY, set_keys.OVERVIEW),
        *(history_keys.HISTORY, history_keys.EXERCISE, history_keys.SESSION),
        *(dialog_keys.QUESTION, dialog_keys.KEYS_HELP, dialog_keys.OTHER_SETS),
        *(dialog_keys.WELCOME, dialog_keys.ACTION_ROW),
    )
    every = [binding for table in tables for binding in table]

    assert every
    assert [one for one in every if not isinstance(one, Binding) or one.id is None] == []
    assert {one.id for one in every if isinstance(one, Binding)} == set(named_bindings())


@pytest.mark.parametrize("where", SCREENS)
def test_no_two_actions_of_a_screen_ship_with_one_key(where: str) -> None:
    owners: dict[str, set[str | None]] = {}
    for binding in SCREENS[where]:
        assert isinstance(binding, Binding)
        for key in keys_of(binding):
            owners.setdefault(key, set()).add(binding.id)

    assert owners
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("written", WRONG)
def test_what_is_wrong_with_a_key_is_told_with_its_place_and_a_way_out(written: str) -> None:
    own = own_keys(written)

    assert own.keys == {}
    (problem,) = own.problems
    assert (problem.message, problem.hint) == WRONG[written]
    assert problem.line == 2


@pytest.mark.parametrize("name", ["session.go", "help", "app.quit", "library.quit"])
@pytest.mark.parametrize("nothing", ["", " ", ",", "b,"])
def test_no_action_is_left_without_a_key(name: str, nothing: str) -> None:
    own = own_keys(f'"{name}" = "{nothing}"')

    assert own.keys == {}
    (problem,) = own.problems
    assert "would leave it without a key" in problem.message


def test_leaving_the_program_needs_a_key_that_types_nothing() -> None:
    assert own_keys('"app.quit" = "z"').keys == {}
    assert own_keys('"app.quit" = "f10"').keys == {"app.quit": ("f10",)}


def test_a_key_that_ends_a_filter_has_to_be_more_than_a_letter() -> None:
    assert own_keys('"history.leave" = "b"').keys == {}
    assert own_keys('"history.leave" = "b,escape"').keys == {"history.leave": ("b", "escape")}


def test_a_wrong_line_is_left_out_and_the_others_hold() -> None:
    own = own_keys('"session.go" = "b"\n"session.mute" = "e"\n"session.no" = "z"')

    assert own.keys == {"session.go": ("b",)}
    assert [problem.line for problem in own.problems] == [3, 4]


def test_two_actions_can_change_their_keys_with_each_other() -> None:
    own = own_keys('"session.go" = "p"\n"session.pause" = "space"')

    assert own.keys == {"session.go": ("p",), "session.pause": ("space",)}


def test_of_two_actions_that_want_one_key_the_first_has_it() -> None:
    own = own_keys('"session.go" = "z"\n"session.pause" = "Z"')

    assert own.keys == {"session.go": ("z",)}
    assert [problem.line for problem in own.problems] == [3]


def test_a_name_without_quotes_means_the_same() -> None:
    assert own_keys('session.go = "b"').keys == own_keys('"session.go" = "b"').keys


def test_a_name_that_is_written_in_both_ways_is_told_once() -> None:
    own = own_keys('"session.go" = "b"\nsession.go = "z"')

    assert own.keys == {"session.go": ("b",)}
    assert [problem.message for problem in own.problems] == ["session.go stands here twice"]


def test_a_letter_of_ones_own_acts_with_caps_lock_and_by_its_place_on_a_cyrillic_keyboard() -> None:
    assert own_keys('"session.go" = "b"').keymap == {"session.go": "b,и,B,И"}


def test_keys_may_be_written_as_characters() -> None:
    assert own_keys('"session.go" = "ö, #, f5"').keys == {"session.go": ("ö", "number_sign", "f5")}


def test_settings_that_have_no_table_of_keys_change_nothing() -> None:
    assert read_own_keys("volume = 5\n", file="") == OwnKeys()
    assert read_own_keys("keys = 5\n", file="") == OwnKeys()
    assert read_own_keys("keys = [\n", file="") == OwnKeys()


@pytest.mark.parametrize("key", ["b", "B", "и"])
async def test_an_own_key_acts_in_place_of_the_one_that_ships(key: str) -> None:
    async with session(views.REST, services=services(OWN)) as bench:
        await bench.press("space", "p")
        assert bench.session.told == []

        await bench.press(key, "f5")

        assert bench.session.told == [Go(), Pause()]


async def test_the_last_row_keeps_its_order_and_shows_the_own_keys() -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        shipped = last_row(bench.seen())
    async with session(views.REST, size=(120, 36), services=services(OWN)) as bench:
        own = last_row(bench.seen())

    assert shipped.split()[:3] == ["space", "next", "set"]
    assert own.split() == (
        shipped.replace("space", "b").replace(" p ", " f5 ").replace("?", "h").split()
    )


async def test_help_shows_the_own_keys_and_closes_by_its_own() -> None:
    text = f'{OWN}"session.skip" = "x,right"\n"plan.swap" = "z"\n'
    async with session(views.REST, size=(120, 50), services=services(text)) as bench:
        await bench.press("h")
        seen = bench.seen()
        await bench.press("h")
        after = bench.seen()

    rows = {" ".join(row.replace("│", " ").split()) for row in seen.splitlines()}
    assert any("b go Start, set done, start the next set now, go on" in row for row in rows)
    assert any("f5 pause Stop the clock" in row for row in rows)
    assert any("x → skip Leave the set out" in row for row in rows)
    assert any("else the same as b" in row for row in rows)
    assert "also page down" not in seen
    assert "Stop the clock" not in after


async def test_the_hints_on_the_screen_name_the_own_keys() -> None:
    text = f'{OWN}"plan.change_load" = "c"\n"session.rate" = "i"\n'
    async with session(views.REST, size=(120, 36), services=services(text)) as bench:
        rest = bench.seen()
    async with session(views.READY, services=services(text, view=views.READY)) as bench:
        ready = bench.seen()

    assert "B starts early" in rest
    assert "c load" in rest
    assert "i, then a digit" in rest
    assert "B begins" in ready
    assert "SPACE" not in rest + ready


async def test_clicks_do_the_same_whatever_the_keys_are() -> None:
    async with session(views.REST, size=(120, 36), services=services(OWN)) as bench:
        await bench.pilot.click(ActivityBanner)
        await bench.settle()
        await bench.pilot.click(NextCard, offset=(2, 0))
        await bench.settle()
        await bench.pilot.click(KeyLine, offset=(last_row(bench.seen()).index("pause"), 0))
        await bench.settle()

        assert bench.session.told == [Go(), Go(), Pause()]


async def test_a_letter_that_does_nothing_points_to_the_own_key_of_help() -> None:
    async with session(views.REST, services=services(OWN)) as bench:
        await bench.press("z")

        assert "that key does nothing here; h shows" in words(bench.seen())


async def test_what_is_wrong_with_own_keys_is_told_when_the_program_begins() -> None:
    text = '[keys]\n"session.mute" = "e"\n'
    async with library(services(text), size=(120, 36)) as bench:
        assert 'session.mute "e" is a key of session.correct' in words(bench.seen())


async def test_the_tabs_show_the_keys_that_lead_to_them() -> None:
    async with library(services('[keys]\n"tab.settings" = "f3"\n'), size=(120, 36)) as bench:
        assert "f3 Settings" in bench.seen()

        await bench.press("f3")

        assert "Changes are kept at once." in bench.seen()


async def test_keys_that_were_edited_from_the_settings_act_at_once() -> None:
    async with library(size=(120, 36)) as bench:
        bench.services.setup.settings_text = '[keys]\n"settings.back" = "f9"\n'
        await bench.press("3", "o")
        assert "f9 back" in last_row(bench.seen())

        await bench.press("f9")

        assert "Changes are kept at once." not in bench.seen()


async def test_the_settings_say_how_many_keys_are_changed_and_where_that_is_done() -> None:
    own = services("")
    own.settings = own.settings.model_copy(
        update={"own_keys": {"session": {"go": "b"}, "help": "h"}}
    )
    async with library(own, size=(120, 36)) as bench:
        await bench.press("3")
        await choose(bench, "own_keys")
        assert "2 changed" in bench.seen()
        assert "o opens the file" in bench.seen()

        await bench.press("r")

        assert len(own.settings.own_keys) == 2
        assert "keys are given in the file of settings" in words(bench.seen())


DIALOGS = """
[keys]
"question.keep" = "j"
"question.finish" = "y"
"question.all_sets" = "g"
"correct.set_before" = "f5"
"keys.close" = "c"
"""


async def test_the_answers_of_a_question_have_own_keys_and_show_them() -> None:
    async with session(views.REST, size=(120, 36), services=services(DIALOGS)) as bench:
        await bench.press("q")
        seen = bench.seen()
        await bench.press("k", "f")
        assert "Finish here?" in bench.seen()

        await bench.press("y")

        assert bench.session.told == [FinishEarly()]
    rows = {" ".join(row.replace("│", " ").split()) for row in seen.splitlines()}
    assert any("j Keep training" in row for row in rows)
    assert any("y Finish" in row for row in rows)
    assert any("x Discard" in row for row in rows)


@pytest.mark.parametrize("key", ["J", "о"])
async def test_an_own_answer_acts_with_caps_lock_and_by_its_place(key: str) -> None:
    async with session(views.REST, services=services(DIALOGS)) as bench:
        await bench.press("q", key)

        assert "Finish here?" not in bench.seen()
        assert bench.session.told == []


async def test_help_tells_the_keys_of_a_question_and_of_no_other_one() -> None:
    async with session(views.REST, size=(120, 36), services=services(DIALOGS)) as bench:
        await bench.press("q", "question_mark")
        seen = bench.seen()
        await bench.press("c")
        after = bench.seen()

    rows = {" ".join(row.replace("│", " ").split()) for row in seen.splitlines()}
    assert any("j keep Answer that nothing changes" in row for row in rows)
    assert "all sets" not in seen
    assert any("c closes" in row for row in rows)
    assert "Finish here?" in after
    assert "Answer that nothing changes" not in after


async def test_a_question_is_answered_from_the_palette_too() -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        await bench.press("q", "ctrl+p", *"keep: ans")
        await bench.until(lambda: "Answer that nothing changes" in bench.seen())
        await bench.press("enter")
        await bench.until(lambda: "Finish here?" not in bench.seen())

        assert bench.session.told == []
