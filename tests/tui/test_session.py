"""The session screen: what it shows of a view, and what its keys tell the session."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from textual.binding import Binding

from benchside.player.ports import SoundState, SpeakerStatus
from benchside.runner.commands import (
    Abandon,
    AddTime,
    Amend,
    Back,
    FinishEarly,
    Go,
    Note,
    Pause,
    Skip,
    Undo,
)
from benchside.runner.machine import MOVES, State
from benchside.runner.results import SetStatus
from benchside.settings import Settings
from benchside.timeline.cues import CueKind
from benchside.tui import session_keys
from benchside.tui.screens.correct import CorrectScreen
from benchside.tui.screens.session import SessionScreen
from benchside.tui.screens.summary import SummaryScreen
from benchside.tui.widgets.activity_banner import LARGE, WORD_S, ActivityBanner
from benchside.tui.widgets.big_text import BigText
from benchside.tui.widgets.glyphs import draw, fitting_scale
from benchside.tui.widgets.last_card import LastCard
from benchside.tui.widgets.pacer import Pacer
from benchside.tui.widgets.phase_bar import PhaseBar
from benchside.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH
from benchside.view.view import Activity, View
from benchside.view.words.activities import activity_word
from tests.builders import SET_7, a_set
from tests.tui import views
from tests.tui.fakes import FakeServices, FakeSession
from tests.tui.looking import session
from tests.tui.training import training


def shows(screen: str, text: str, scale: int) -> bool:
    """Whether a text stands on the screen in large glyphs."""
    return all(row.strip() in screen for row in draw(text, scale))


def is_large(screen: str, text: str) -> bool:
    """Whether a text stands on the screen in large glyphs of any size."""
    return any(shows(screen, text, scale) for scale in range(1, 7))


async def test_the_word_of_every_mood_is_there_large() -> None:
    async with session(views.READY) as bench:
        for view in views.ALL.values():
            await bench.show(view)

            assert is_large(bench.seen(), activity_word(view)), view.mood


async def test_a_working_set_shows_rep_set_load_plates_tempo_and_what_comes_next() -> None:
    async with session(views.CONCENTRIC, size=(120, 36)) as bench:
        screen = bench.seen()

    assert shows(screen, "4", 3)
    for text in ("Barbell hip thrust", "100 kg", "set 2/5", "rep", "of 5-8"):
        assert shows(screen, text, 1), text
    for text in (
        "25 + 15 kg each side",
        "UP fast · HOLD 1",
        "DOWN 2 · WAIT 1",
        "set 3 of 5",
        "16 min",
        "21 min to go",
    ):
        assert text in screen


async def test_a_rest_shows_the_set_just_done_and_how_to_correct_it() -> None:
    async with session(views.REST) as bench:
        screen = bench.seen()

    assert "LAST SET  set 1 of 5 · 100 kg" in screen
    assert is_large(screen, "8 reps")
    assert "type the number, or ↑ ↓" in screen
    assert "how hard?" in screen


async def test_a_set_whose_reps_nobody_knows_asks_for_them() -> None:
    last = replace(views.LAST, reps=None, asks_reps=True)

    async with session(replace(views.REST, last=last)) as bench:
        assert "How many reps?" in bench.seen()


async def test_a_pause_says_what_it_interrupted() -> None:
    async with session(views.PAUSED) as bench:
        assert "paused in the set" in bench.seen()


async def test_the_side_is_there_large() -> None:
    async with session(views.HOLD) as bench:
        assert shows(bench.seen(), "LEFT", 1)
        assert "Set 1 of 2" in bench.seen()


async def test_the_last_set_says_that_it_is_the_last() -> None:
    async with session(views.HOLD) as bench:
        assert "then you are done" in bench.seen()


KEYS = (
    ("space", Go()),
    ("enter", Go()),
    ("pagedown", Go()),
    ("p", Pause()),
    ("left", Back()),
    ("right", Skip()),
    ("plus", AddTime(15_000)),
    ("equals_sign", AddTime(15_000)),
    ("minus", AddTime(-15_000)),
    ("underscore", AddTime(-15_000)),
    ("up", Amend(SET_7, reps=9)),
    ("down", Amend(SET_7, reps=7)),
    ("9", Amend(SET_7, reps=9)),
    ("u", Undo()),
)
"""Keys of a rest, and what they tell the session."""


async def test_a_key_becomes_its_command() -> None:
    async with session(views.REST) as bench:
        for key, command in KEYS:
            bench.session.told.clear()

            await bench.press(key)

            assert bench.session.told == [command], key


@pytest.mark.parametrize(
    "state", [one for one in State if one not in (State.REVIEWING, State.FINISHED)]
)
async def test_the_footer_shows_what_the_table_of_moves_allows(state: State) -> None:
    view = views.at(state, Activity.REST if state is State.RESTING else Activity.READY)

    async with session(view, size=(160, 40)) as bench:
        footer = bench.seen().splitlines()[-1]

    for command, key in (
        (Go, "space"),
        (Pause, "p pause"),
        (AddTime, "+-"),
        (Note, "n note"),
        (Undo, "u undo"),
    ):
        if command is Pause and state is State.PAUSED:
            key = "p go on"
        assert (key in footer) == (command in MOVES[state])
    if Go in MOVES[state]:
        assert f"space {MOVES[state][Go]}" in footer


async def test_the_keys_follow_the_state() -> None:
    async with session(views.REST) as bench:
        assert "space next set" in bench.seen()

        await bench.show(views.CONCENTRIC)

        assert "space set done" in bench.seen()


async def test_a_cue_shows_its_word_though_muted() -> None:
    async with session(views.CONCENTRIC) as bench:
        await bench.press("m")

        await bench.show(replace(views.CONCENTRIC, flash=CueKind.SWITCH))

        assert "SWITCH SIDES" in bench.seen()


async def test_a_cue_lights_the_banner_for_a_moment_and_its_word_stays_longer() -> None:
    async with session(views.CONCENTRIC) as bench:
        banner = bench.screen.query_one(ActivityBanner)

        await bench.show(replace(views.CONCENTRIC, flash=CueKind.SWITCH))
        assert banner.has_class("-lit")

        await bench.show(views.CONCENTRIC)
        assert not banner.has_class("-lit")
        assert "SWITCH SIDES" in bench.seen()
        await bench.pass_s(WORD_S)
        assert "SWITCH SIDES" not in bench.seen()


async def test_what_only_a_cue_tells_takes_the_place_of_the_phase_for_a_moment() -> None:
    async with session(views.CONCENTRIC) as bench:
        word = bench.screen.query_one("#word", BigText)

        await bench.show(replace(views.CONCENTRIC, flash=CueKind.LAST_REP))
        assert word.text == "LAST REP"

        await bench.pass_s(WORD_S)
        assert word.text == "UP!"


async def test_the_next_phase_does_not_wait_for_the_word_of_a_cue() -> None:
    async with session(views.CONCENTRIC) as bench:
        word = bench.screen.query_one("#word", BigText)
        await bench.show(replace(views.CONCENTRIC, flash=CueKind.HALFWAY))

        await bench.show(replace(views.CONCENTRIC, mood=Activity.ECCENTRIC))

        assert word.text == "DOWN"


async def test_the_last_rep_is_told_before_it_begins_and_stays_long_enough_to_be_read() -> None:
    async with session(views.CONCENTRIC) as bench:
        word = bench.screen.query_one("#word", BigText)
        await bench.show(replace(views.CONCENTRIC, flash=CueKind.LAST_REP))
        await bench.pass_s(0.4)

        await bench.show(replace(views.CONCENTRIC, mood=Activity.ECCENTRIC))
        assert word.text == "LAST REP"

        await bench.pass_s(WORD_S - 0.4)
        assert word.text == "DOWN"


async def test_the_hint_below_a_large_word_is_that_of_now() -> None:
    async with session(views.CONCENTRIC) as bench:
        await bench.show(replace(views.REST, flash=CueKind.SET_DONE))

        assert "starts early" in bench.seen()


async def test_a_word_that_is_to_be_read_from_the_bench_is_large_on_any_screen() -> None:
    async with session(views.REST, size=(MIN_WIDTH, MIN_HEIGHT)) as bench:
        word = bench.screen.query_one("#word", BigText)
        for cue in sorted(LARGE):
            await bench.show(replace(views.REST, flash=cue))

            assert fitting_scale(word.text, *word.content_size) >= 1, cue


async def test_mute_is_told_to_the_session_and_shown() -> None:
    async with session(views.REST) as bench:
        await bench.press("m")

        assert bench.session.muted
        assert "muted" in bench.seen()


async def test_the_status_line_says_in_words_that_nothing_is_heard() -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        bench.session.sound = SpeakerStatus(SoundState.NO_DEVICE, dropped=3)
        bench.session.problem = "the journal cannot be written: disk full"
        await bench.show(replace(views.REST, seconds=164))

        screen = bench.seen()

    assert "no speaker" in screen
    assert "3 cues" not in screen
    assert "the journal cannot be written" in screen


async def test_finishing_asks_and_training_goes_on_by_default() -> None:
    async with session(views.REST) as bench:
        await bench.press("q", "space")

        assert bench.session.told == []
        assert isinstance(bench.app.screen, SessionScreen)


async def test_finishing_keeps_what_was_done() -> None:
    async with session(views.REST) as bench:
        await bench.press("q", "f")

        assert bench.session.told == [FinishEarly()]


async def test_a_session_that_has_not_begun_is_left_without_a_question() -> None:
    async with session(views.READY) as bench:
        await bench.press("q")

        assert bench.session.told == [Abandon()]


async def test_a_dialog_does_not_stop_the_clock() -> None:
    async with session(views.REST) as bench:
        screen = bench.screen
        await bench.press("n")
        bench.session.change(replace(views.REST, seconds=164))

        await bench.until(lambda: screen.view.seconds == 164)


async def test_the_session_is_let_go_however_the_program_is_left() -> None:
    async with session(views.REST) as bench:
        await bench.press("ctrl+c")

    assert bench.session.is_closed
    assert bench.session.told == []


async def test_the_sound_ends_with_the_key_that_ends_the_program_and_not_with_its_screens() -> None:
    async with session(views.CONCENTRIC) as bench:
        bench.app.exit()
        assert bench.session.is_hushed
        assert not bench.session.is_closed


async def test_help_lists_every_key_from_the_bindings() -> None:
    async with session(views.REST, size=(120, 40)) as bench:
        await bench.press("question_mark")
        screen = bench.seen()

    for binding in session_keys.SESSION:
        assert isinstance(binding, Binding)
        assert binding.description in screen
        assert binding.tooltip[:30] in screen


async def test_equal_views_repaint_nothing() -> None:
    async with session(views.REST) as bench:
        painted: list[object] = []
        for widget in bench.screen.query("*"):
            widget.refresh = lambda *_, **__: painted.append(1)  # type: ignore

        for _ in range(3):
            await bench.show(replace(views.REST))

        assert painted == []


async def test_the_volume_is_told() -> None:
    async with session(views.REST) as bench:
        assert "volume 80%" in bench.seen()

        await bench.press("comma", "comma")
        assert "volume 60%" in bench.seen()

        await bench.press("full_stop")
        assert "volume 70%" in bench.seen()


async def test_the_volume_is_kept_for_the_next_session() -> None:
    async with session(views.REST) as bench:
        await bench.press("comma", "comma")

        assert bench.services.settings.volume == 60


async def test_a_session_goes_on_though_the_volume_cannot_be_kept() -> None:
    async with session(views.REST) as bench:
        bench.services.cannot_save = OSError(30, "Read-only file system")

        await bench.press("comma")

        assert "Read-only file system" in bench.seen()
        assert isinstance(bench.app.screen, SessionScreen)
        assert bench.session.volume == 0.7


async def test_a_speaker_that_is_not_there_is_told_in_words_of_the_gym() -> None:
    silent = SpeakerStatus(SoundState.NO_DEVICE, detail="no speaker found (failed to init -401)")
    async with session(views.REST, size=(120, 36)) as bench:
        bench.session.sound = silent
        bench.session.change(views.REST)
        await bench.until(lambda: "no speaker: screen cues only" in bench.seen())
        told = " ".join(bench.seen().replace("▌", " ").split())

    assert "No speaker found. Cues flash on the screen." in told
    assert "tells more." in told
    assert "-401" not in told


async def test_a_voice_that_is_missing_is_told_once_and_nothing_else_changes() -> None:
    without = SpeakerStatus(SoundState.ON, detail="no spoken cues: install espeak-ng")
    async with session(views.REST) as bench:
        bench.session.sound = without
        bench.session.change(views.REST)
        await bench.until(lambda: "install espeak-ng" in bench.seen())
        assert "sound on" in bench.seen()

        bench.session.sound = SpeakerStatus(SoundState.LOST)
        bench.session.change(views.REST)
        await bench.until(lambda: "sound lost" in bench.seen())
        bench.session.sound = without
        bench.session.change(views.REST)
        await bench.until(lambda: "sound on" in bench.seen())

        assert bench.seen().count("install espeak-ng") == 1


async def test_an_arrow_corrects_the_side_that_is_named_beside_it_and_leaves_the_other() -> None:
    lunge = a_set(4, tempo="1-0-1-0", sides=("left", "right"), switch="3s", rest="60s")
    async with training(lunge, lunge) as gym:
        await gym.begin()
        await gym.pass_time(11_000)
        await gym.press("space")
        assert "type the number (right)" in gym.seen()

        await gym.burst("up")
        await gym.burst("up", "up", "up")

        assert [(side.side, side.reps) for side in gym.done(0).sides] == [("left", 4), ("right", 5)]


async def test_a_key_held_since_before_the_set_ended_does_not_tell_its_reps() -> None:
    async with training(a_set(time="3s", reps="max", rest="60s"), a_set(5)) as gym:
        await gym.begin()
        for _ in range(4):
            await gym.bench.press("8", "down")
            await gym.pass_time(1_000)
        await gym.bench.press("8", "down")

        assert gym.runner.state is State.RESTING
        assert gym.done(0).reps is None


async def test_a_hold_is_not_said_to_have_reps_to_correct() -> None:
    async with session(replace(views.REST, last=replace(views.LAST, counts_reps=False))) as bench:
        assert "type the number" not in bench.seen()
        assert "e edits its load" in bench.seen()


async def test_done_leads_to_the_summary_with_the_go_key() -> None:
    async with session(views.REST) as bench:
        await bench.show(views.REVIEWING)
        assert "space summary" in bench.seen()

        await bench.press("space")

        assert isinstance(bench.app.screen, SummaryScreen)
        assert bench.session.told == []


async def test_the_footer_takes_the_room_that_a_wider_terminal_gives() -> None:
    async with session(views.REST) as bench:
        assert "← back" in bench.seen()

        await bench.pilot.resize_terminal(120, 36)
        await bench.until(lambda: "← restart rest" in bench.seen())


ASSUMED = replace(views.REST, last=replace(views.LAST, status=SetStatus.ASSUMED))


async def test_reps_that_nobody_has_answered_for_are_marked_until_enter_keeps_them() -> None:
    async with session(ASSUMED) as bench:
        assert is_large(bench.seen(), "~8 reps")
        assert "↵ keeps this" in bench.seen()

        await bench.press("enter")
        assert bench.session.told == [Amend(SET_7)]

        await bench.show(views.REST)
        await bench.press("enter")
        assert bench.session.told[-1] == Go()


async def test_the_rpe_is_told_by_a_key_and_a_digit_and_stands_out_then() -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        await bench.press("r")
        assert "type it: 8" in bench.seen()

        await bench.press("8", "5")

        assert bench.session.told == [
            Amend(SET_7, rpe=Decimal(8)),
            Amend(SET_7, rpe=Decimal("8.5")),
        ]


async def test_the_words_of_the_textbook_are_a_setting() -> None:
    services = FakeServices(FakeSession(views.CONCENTRIC), settings=Settings(words="textbook"))
    async with session(views.CONCENTRIC, size=(120, 36), services=services) as bench:
        assert is_large(bench.seen(), "CONCENTRIC!")
        assert "CONCENTRIC fast" in bench.seen()


async def test_the_lifter_is_there_at_work_and_by_a_setting_only_a_marker() -> None:
    for figure, is_there in ((True, True), (False, False)):
        services = FakeServices(FakeSession(views.CONCENTRIC), settings=Settings(figure=figure))
        async with session(views.CONCENTRIC, size=(120, 36), services=services) as bench:
            assert any("⠀" < sign <= "⣿" for sign in bench.seen()) is is_there
            assert bench.screen.query_one(Pacer).display

            await bench.show(views.REST)
            assert not bench.screen.query_one(Pacer).display


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_no_word_of_a_set_jumps_in_size(size: tuple[int, int]) -> None:
    async with session(views.CONCENTRIC, size=size) as bench:
        heights = set()
        for view in (views.CONCENTRIC, views.ECCENTRIC, views.PAUSE):
            await bench.show(view)
            word = bench.screen.query_one("#word", BigText)
            heights.add(sum(1 for row in word.render().plain.splitlines() if row.strip()))

    assert len(heights) == 1


async def test_a_click_on_the_band_is_the_go_key_and_one_on_the_last_set_edits_it() -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        await bench.pilot.click(ActivityBanner)
        await bench.settle()
        assert bench.session.told == [Go()]

        await bench.pilot.click(LastCard)
        await bench.settle()
        assert isinstance(bench.app.screen, CorrectScreen)


async def test_the_bar_of_a_rest_and_the_text_beside_its_time_change_how_long_it_is() -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        (row,) = (row for row in bench.seen().splitlines() if "+ / - 15 s" in row)
        y, x = bench.seen().splitlines().index(row), row.index("+ / - 15 s")
        await bench.pilot.click(offset=(x, y))
        await bench.pilot.click(offset=(x + 4, y))
        await bench.pilot.click(PhaseBar)
        await bench.settle()

        assert bench.session.told == [AddTime(15_000), AddTime(-15_000), AddTime(15_000)]


async def test_a_click_on_the_bar_of_a_set_changes_nothing() -> None:
    async with session(views.CONCENTRIC, size=(120, 36)) as bench:
        await bench.pilot.click(PhaseBar)
        await bench.settle()

        assert bench.session.told == []


async def test_a_phase_is_seen_when_its_cue_is_heard() -> None:
    async with session(views.CONCENTRIC) as bench:
        bench.session.sound = SpeakerStatus(SoundState.ON, delay_ms=90)
        screen = bench.app.screen
        assert isinstance(screen, SessionScreen)

        bench.session.change(views.HOLD)
        await bench.settle()
        assert screen.view is views.CONCENTRIC

        await bench.pass_s(0.1)
        assert screen.view is views.HOLD


@pytest.mark.parametrize("view", [views.REST, views.REVIEWING])
async def test_a_hook_that_fails_is_told_in_a_notice_and_the_session_goes_on(view: View) -> None:
    fakes = FakeSession(views.REST)
    async with session(views.REST, services=FakeServices(fakes)) as bench:
        fakes.change(view)
        await bench.settle()
        fakes.side_problems = ("hook [b]lights[/b]: status 3",)
        fakes.change(view)
        await bench.settle()

        assert bench.seen().count("hook [b]lights[/b]: status 3") == 1
        assert not fakes.is_closed
