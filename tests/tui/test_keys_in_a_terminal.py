"""Keys as a terminal sends them: in bursts, held down, in pastes, over a real pseudo-terminal."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

from benchside.tui.widgets.glyphs import draw
from tests.terminal import WRITTEN_TWICE, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SQUATS = """
name = "Squats"

[defaults]
prepare = "0.1s"
rest = "5m"

[[block]]
name = "Legs"

  [[block.exercise]]
  name = "Squat"
  sets = 3
  reps = 5
  load = "60 kg"
"""

ENTER = "\r"
PAGE_UP, PAGE_DOWN = "\x1b[5~", "\x1b[6~"
BACKSPACE = "\x7f"
AGAIN_S = 1.5
"""A key that comes again after this time is pressed anew, not held."""

PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\n')
    (tmp_path / "squats.toml").write_text(SQUATS)
    return tmp_path


def training(home: Path, *arguments: str) -> Terminal:
    """Run the squats."""
    return Terminal(home, "run", *(arguments or (str(home / "squats.toml"),)))


def press_until(terminal: Terminal, key: str, is_done: Callable[[str], bool]) -> None:
    """Press a key, not as if it were held, until it has been taken: it may come too soon."""
    pressed_s = 0.0

    def is_taken(text: str) -> bool:
        nonlocal pressed_s
        if is_done(text):
            return True
        if time.monotonic() - pressed_s > AGAIN_S:
            pressed_s = time.monotonic()
            terminal.press(key)
        return False

    terminal.wait_for(is_taken)


def is_seen_large(word: str, text: str) -> bool:
    """Return whether a word is drawn in glyphs, of whatever size."""
    return any(all(row.strip() in text for row in draw(word, scale)) for scale in (1, 2, 3))


def rests_after(number: int, reps: str, load: str = "60 kg") -> Callable[[str], bool]:
    """Tell whether the rest after a set stands on the screen, with its reps drawn large."""

    def is_there(text: str) -> bool:
        is_drawn = all(is_seen_large(word, text) for word in reps.split())
        return is_drawn and f"LAST SET  set {number} of 3 · {load}" in text

    return is_there


def do_a_set(terminal: Terminal, number: int = 1) -> None:
    """Begin a set and end it, up to its rest."""
    terminal.wait_for(lambda text: "SPACE begins" in text or "space next set" in text)
    press_until(terminal, " ", lambda text: "space set done" in text)
    press_until(terminal, " ", rests_after(number, "5 reps"))


@pytest.mark.slow
def test_a_correction_sent_in_one_burst_is_what_is_kept(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)

        terminal.press("e7" + ENTER)

        terminal.wait_for(rests_after(1, "7 reps"))


@pytest.mark.slow
def test_fields_and_edits_sent_in_one_burst_stay_in_their_order(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)

        terminal.press("e" + BACKSPACE + "12" + BACKSPACE + "\t62,5\t8" + ENTER)

        terminal.wait_for(rests_after(1, "1 rep", "62.5 kg"))


@pytest.mark.slow
def test_a_note_sent_in_one_burst_is_kept_whole(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)

        terminal.press("nleft heel lifts" + ENTER)

        terminal.wait_for("left heel lifts")
        terminal.press("n; slips" + ENTER)
        terminal.wait_for("left heel lifts; slips")


@pytest.mark.slow
def test_enter_sent_twice_keeps_what_was_typed_and_nothing_else(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)

        terminal.press("e7" + ENTER + ENTER)

        terminal.wait_for(rests_after(1, "7 reps"))
        terminal.wait_for("NEXT  set 2 of 3")
        assert "space next set" in terminal.text


@pytest.mark.slow
def test_two_sets_are_corrected_in_one_burst(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)
        do_a_set(terminal, 2)

        terminal.press("e2" + PAGE_UP + "1" + PAGE_DOWN + "3" + ENTER)

        terminal.wait_for(rests_after(2, "3 reps"))
        terminal.press("e" + PAGE_UP)
        terminal.wait_for("Squat, set 1 of 3")
        terminal.press("\x1b")


@pytest.mark.slow
def test_two_pasted_lines_become_one_note(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)

        terminal.press("n" + PASTE + "left heel\r\npad slipped" + PASTE_END + ENTER)

        terminal.wait_for("left heel pad slipped")


@pytest.mark.slow
def test_letters_act_on_a_cyrillic_keyboard_and_with_caps_lock(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)

        terminal.press("У7" + ENTER)
        terminal.wait_for(rests_after(1, "7 reps"))
        terminal.press("E8" + ENTER)
        terminal.wait_for(rests_after(1, "8 reps"))


def test_a_letter_that_does_nothing_points_to_the_keys(home: Path) -> None:
    with training(home) as terminal:
        terminal.wait_for("SPACE begins")

        terminal.press("z")

        terminal.wait_for("? shows")


def test_the_terminal_is_sent_no_style_that_stands(home: Path) -> None:
    with training(home) as terminal:
        terminal.wait_for("SPACE begins")

        assert not WRITTEN_TWICE.search(terminal.written)


@pytest.mark.slow
def test_control_c_has_its_exit_status_and_says_how_to_go_on(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)

        terminal.press("\x03")

        assert terminal.wait_for_end() == 130
        assert "benchside run --resume" in terminal.written.decode()


@pytest.mark.slow
def test_resume_goes_on_without_a_question(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)
        terminal.press("\x03")
        terminal.wait_for_end()

    with training(home, "--resume") as terminal:
        terminal.wait_for("SPACE goes on")

        terminal.wait_for("LAST SET  5 reps @ 60 kg")
        terminal.press("\x03")
        terminal.wait_for_end()


@pytest.mark.slow
def test_a_summary_is_confirmed_and_saved(home: Path) -> None:
    with training(home) as terminal:
        do_a_set(terminal)
        terminal.press("qf")
        terminal.wait_for("Enter saves the session")
        terminal.press("e6" + ENTER)
        terminal.wait_for("✓ set 1     6")
        press_until(terminal, ENTER, lambda _: (home / "log.jsonl").exists())

        assert terminal.wait_for_end() == 0
        assert "Saved in" in terminal.written.decode()

    (line,) = (home / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["sets"][0]["actual_reps"] == 6
