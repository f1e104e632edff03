"""The session screen: what it shows of a view, and what its keys tell the player."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from textual.binding import Binding

from benchside.ports import SoundState, SpeakerStatus
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
)
from benchside.runner.machine import MOVES, State
from benchside.runner.view import Mood
from benchside.session.load import parse_load
from benchside.testing.builders import a_record
from benchside.timeline.cues import CueKind
from benchside.tui import keys
from benchside.tui.screens.session import SessionScreen
from benchside.tui.text.session import MOODS
from benchside.tui.widgets.big_text import BigText
from benchside.tui.widgets.glyphs import draw, fitting_scale
from benchside.tui.widgets.mood_banner import LARGE, MoodBanner
from benchside.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH
from tests.tui import views
from tests.tui.looking import session


def shows(screen: str, text: str, scale: int) -> bool:
    """Whether a text stands on the screen in large glyphs."""
    return all(row.strip() in screen for row in draw(text, scale))


@pytest.mark.parametrize("name", views.ALL)
async def test_the_word_of_every_mood_is_there_large(name: str) -> None:
    view = views.ALL[name]

    async with session(view) as bench:
        assert shows(bench.seen(), MOODS[view.mood], 1)


async def test_a_working_set_shows_rep_set_load_plates_tempo_and_what_comes_next() -> None:
    async with session(views.CONCENTRIC, size=(120, 36)) as bench:
        screen = bench.seen()

    assert shows(screen, "4/8", 4)
    assert shows(screen, "100 kg", 1)
    for text in (
        "Set 2 of 5",
        "25 + 15 per side",
        "2 - 1 - X - 1",
        "set 3 of 5",
        "16 min",
        "21 min to go",
    ):
        assert text in screen


async def test_a_rest_shows_the_set_just_done_and_how_to_correct_it() -> None:
    async with session(views.REST) as bench:
        screen = bench.seen()

    assert "LAST SET  8 reps @ 100 kg · set 1 of 5 · Barbell" in screen
    assert "↑↓ reps" in screen


async def test_a_set_whose_reps_nobody_knows_asks_for_them() -> None:
    last = replace(views.LAST, reps=None, asks_reps=True)

    async with session(replace(views.REST, last=last)) as bench:
        assert "How many reps?" in bench.seen()


async def test_a_pause_says_what_it_interrupted() -> None:
    async with session(views.PAUSED) as bench:
        assert "paused in the concentric" in bench.seen()


async def test_the_side_is_there_large() -> None:
    async with session(views.HOLD) as bench:
        assert shows(bench.seen(), "LEFT", 1)


async def test_the_last_set_says_that_it_is_the_last() -> None:
    async with session(views.HOLD) as bench:
        assert "then you are done" in bench.seen()


@pytest.mark.parametrize(
    ("key", "command"),
    [
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
        ("up", Amend(reps=9)),
        ("down", Amend(reps=7)),
    ],
)
async def test_a_key_becomes_its_command(key: str, command: object) -> None:
    async with session(views.REST) as bench:
        await bench.press(key)

        assert bench.player.pressed == [command]


@pytest.mark.parametrize("state", State)
async def test_the_footer_shows_what_the_table_of_moves_allows(state: State) -> None:
    view = views.at(state, Mood.REST if state is State.RESTING else Mood.READY)

    async with session(view, size=(160, 40)) as bench:
        footer = bench.seen().splitlines()[-1]

    for command, key in ((Go, "space"), (Pause, "p pause"), (AddTime, "+-"), (Note, "n note")):
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

        await bench.show(replace(views.CONCENTRIC, flash=CueKind.EXPLOSIVE))

        assert "EXPLODE" in bench.seen()


async def test_a_cue_lights_the_banner_for_a_moment_and_its_word_stays_longer() -> None:
    async with session(views.CONCENTRIC) as bench:
        banner = bench.screen.query_one(MoodBanner)

        await bench.show(replace(views.CONCENTRIC, flash=CueKind.EXPLOSIVE))
        assert banner.has_class("-lit")

        await bench.show(views.CONCENTRIC)
        assert not banner.has_class("-lit")
        assert "EXPLODE" in bench.seen()
        await bench.until(lambda: "EXPLODE" not in bench.seen())


async def test_what_only_a_cue_tells_takes_the_place_of_the_phase_for_a_moment() -> None:
    async with session(views.CONCENTRIC) as bench:
        word = bench.screen.query_one("#word", BigText)

        await bench.show(replace(views.CONCENTRIC, flash=CueKind.LAST_REP))
        assert word.text == "LAST REP"

        await bench.until(lambda: word.text == "CONCENTRIC")


async def test_the_next_phase_does_not_wait_for_the_word_of_a_cue() -> None:
    async with session(views.CONCENTRIC) as bench:
        word = bench.screen.query_one("#word", BigText)
        await bench.show(replace(views.CONCENTRIC, flash=CueKind.LAST_REP))

        await bench.show(replace(views.CONCENTRIC, mood=Mood.ECCENTRIC))

        assert word.text == "ECCENTRIC"


async def test_the_hint_below_a_large_word_is_that_of_now() -> None:
    async with session(views.CONCENTRIC) as bench:
        await bench.show(replace(views.REST, flash=CueKind.SET_DONE))

        assert "starts early" in bench.seen()


@pytest.mark.parametrize("cue", sorted(LARGE))
async def test_a_word_that_is_to_be_read_from_the_bench_is_large_on_any_screen(
    cue: CueKind,
) -> None:
    async with session(views.REST, size=(MIN_WIDTH, MIN_HEIGHT)) as bench:
        word = bench.screen.query_one("#word", BigText)

        await bench.show(replace(views.REST, flash=cue))

        assert fitting_scale(word.text, *word.content_size) >= 1


async def test_mute_is_told_to_the_player_and_shown() -> None:
    async with session(views.REST) as bench:
        await bench.press("m")

        assert bench.player.muted
        assert "muted" in bench.seen()


async def test_the_status_line_says_in_words_that_nothing_is_heard() -> None:
    async with session(views.REST, size=(120, 36)) as bench:
        bench.player.sound = SpeakerStatus(SoundState.NO_DEVICE, dropped=3)
        bench.player.trouble = "the journal cannot be written: disk full"
        await bench.show(replace(views.REST, digits="2:44"))

        screen = bench.seen()

    assert "no speaker" in screen
    assert "3 cues" not in screen
    assert "the journal cannot be written" in screen


async def test_finishing_asks_and_training_goes_on_by_default() -> None:
    async with session(views.REST) as bench:
        await bench.press("q", "space")

        assert bench.player.pressed == []
        assert isinstance(bench.app.screen, SessionScreen)


async def test_finishing_keeps_what_was_done() -> None:
    async with session(views.REST) as bench:
        await bench.press("q", "f")

        assert bench.player.pressed == [FinishEarly()]


async def test_giving_up_asks_twice() -> None:
    async with session(views.REST) as bench:
        await bench.press("q", "g")
        assert bench.player.pressed == []
        assert "cannot be brought back" in bench.seen()

        await bench.press("g")

        assert bench.player.pressed == [Abandon()]


async def test_giving_up_can_be_thought_better_of() -> None:
    async with session(views.REST) as bench:
        await bench.press("q", "g", "escape")

        assert bench.player.pressed == []
        assert isinstance(bench.app.screen, SessionScreen)


async def test_a_session_that_has_not_begun_is_left_without_a_question() -> None:
    async with session(views.READY) as bench:
        await bench.press("q")

        assert bench.player.pressed == [Abandon()]


async def test_the_last_set_is_corrected_field_by_field() -> None:
    async with session(views.REST) as bench:
        await bench.press("e", "backspace", "7", "tab", *["backspace"] * 6)
        await bench.press(*"102.5", "space", "k", "g", "tab", *"8,5", "enter")

        assert bench.player.pressed == [
            Amend(reps=7, load=parse_load("102.5 kg"), rpe=Decimal("8.5"))
        ]


async def test_a_correction_that_cannot_be_read_says_what_to_write() -> None:
    async with session(views.REST) as bench:
        await bench.press("e", "x", "enter")

        assert '"x" is not a number of reps' in bench.seen()
        assert bench.player.pressed == []


async def test_a_correction_that_changes_nothing_tells_nothing() -> None:
    async with session(views.REST) as bench:
        await bench.press("e", "enter")

        assert bench.player.pressed == []
        assert isinstance(bench.app.screen, SessionScreen)


async def test_a_note_is_written_down() -> None:
    async with session(views.REST) as bench:
        await bench.press("n", *"easy", "enter")

        assert bench.player.pressed == [Note("easy")]


async def test_a_dialog_does_not_stop_the_clock() -> None:
    async with session(views.REST) as bench:
        screen = bench.screen
        await bench.press("n")
        bench.player.view = replace(views.REST, digits="2:44")

        await bench.until(lambda: screen.view.digits == "2:44")


async def test_a_session_that_ends_below_a_dialog_leaves_once_the_dialog_has_gone() -> None:
    async with session(views.REST) as bench:
        screen = bench.screen
        await bench.press("n")
        bench.player.record = a_record()
        bench.player.view = views.FINISHED
        await bench.until(lambda: screen.view == views.FINISHED)

        await bench.press("escape")

        await bench.until(lambda: "Saved." in bench.seen())


async def test_the_player_is_let_go_however_the_program_is_left() -> None:
    async with session(views.REST) as bench:
        await bench.press("ctrl+c")

    assert bench.player.is_closed
    assert bench.player.pressed == []


async def test_the_sound_ends_with_the_key_that_ends_the_program_and_not_with_its_screens() -> None:
    async with session(views.CONCENTRIC) as bench:
        bench.app.exit()
        assert bench.player.is_hushed
        assert not bench.player.is_closed


async def test_help_lists_every_key_from_the_bindings() -> None:
    async with session(views.REST, size=(120, 40)) as bench:
        await bench.press("question_mark")
        screen = bench.seen()

    for binding in keys.SESSION:
        assert isinstance(binding, Binding)
        assert binding.description in screen
        assert binding.tooltip[:30] in screen


async def test_equal_views_repaint_nothing() -> None:
    async with session(views.REST) as bench:
        painted: list[object] = []
        for widget in bench.screen.query("*"):
            widget.refresh = lambda *_, **__: painted.append(1)  # type: ignore
        ticks = bench.player.ticks

        await bench.until(lambda: bench.player.ticks >= ticks + 3)

        assert painted == []


async def test_the_volume_is_told_when_somebody_changes_it() -> None:
    async with session(views.REST) as bench:
        assert "volume" not in bench.seen()

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
        assert bench.player.volume == 0.7


async def test_a_voice_that_is_missing_is_told_once_and_nothing_else_changes() -> None:
    without = SpeakerStatus(SoundState.ON, detail="no spoken cues: install espeak-ng")
    async with session(views.REST) as bench:
        bench.player.sound = without
        await bench.until(lambda: "install espeak-ng" in bench.seen())
        assert "sound on" in bench.seen()

        bench.player.sound = SpeakerStatus(SoundState.LOST)
        await bench.until(lambda: "sound lost" in bench.seen())
        bench.player.sound = without
        await bench.until(lambda: "sound on" in bench.seen())

        assert bench.seen().count("install espeak-ng") == 1
