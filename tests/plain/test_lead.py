"""A session on plain lines: what is said, what typed lines do, what happens without any."""

from __future__ import annotations

import pytest

from benchside.plain.lead import PlainSession
from benchside.plain.replies import sound_of
from benchside.player.ports import SoundState, SpeakerStatus
from benchside.runner.machine import State
from benchside.runner.results import SessionStatus
from benchside.session.values.tempo import StartsWith
from benchside.testing import a_block, a_set, an_agenda
from benchside.timeline.cues import CueKind
from tests.gym import FailingSink, a_gym
from tests.plain.leading import Script, lead

TEMPO = a_set("Glute bridge", reps=2, tempo="2-0-1-0", load="20 kg", prepare="5s", rest="1m")
AT_WILL = a_set("Row", reps=3, prepare="5s", rest="30s")


def test_a_tempo_session_is_told_from_announcement_to_rest() -> None:
    timeline = an_agenda(TEMPO, AT_WILL)

    led = lead(timeline, (0, ""), (90_000, ""), (92_000, ""), muted=True)

    assert led.lines == [
        "Block: Main.",
        "Glute bridge, set 1 of 1: 2 reps, 20 kg, tempo up 1, down 2.",
        'Press enter to begin; write "help" for more.',
        "Get ready: 5 seconds.",
        "Sound: muted.",
        "3",
        "2",
        "1",
        "Go.",
        "1",
        "2",
        "Set 1 of 1 is over: 2 reps, 20 kg.",
        "Rest 1:00.",
        "Next: Row, set 1 of 1: 3 reps.",
        "30 seconds left.",
        "10 seconds left.",
        "Get ready: 5 seconds.",
        "3",
        "2",
        "1",
        "Go. Press enter when the set is done.",
        "Set 1 of 1 done: 3 reps.",
        'All sets are over. Press enter to save; "sets" lists the sets.',
    ]


def test_cues_that_are_heard_count_and_lines_do_not_talk_over_them() -> None:
    timeline = an_agenda(TEMPO, AT_WILL)

    led = lead(timeline, (0, ""), (90_000, ""), (92_000, ""))

    assert not {"1", "2", "3", "Go."} & set(led.lines)
    assert "Go. Press enter when the set is done." in led.lines
    assert "10 seconds left." in led.lines


def test_news_of_the_sound_waits_until_the_set_is_over() -> None:
    timeline = an_agenda(a_set("Row", reps=3, prepare="0s"))

    led = lead(timeline, (0, ""), (4_000, ""), (6_000, ""))

    assert led.lines.index("Sound on: a fake.") > led.lines.index("Set 1 of 1 done: 3 reps.")


def test_sides_are_named_when_they_change() -> None:
    timeline = an_agenda(
        a_set("Side plank", reps=None, time="10s", sides=("left", "right"), prepare="0s")
    )

    led = lead(timeline, (0, ""), (40_000, ""))

    assert "Side plank, set 1 of 1: 10s, left first." in led.lines
    assert "Switch to right: 10 seconds." in led.lines


def test_rounds_are_told() -> None:
    block = a_block(a_set("Row", reps=None, time="10s", rest="20s"), rounds=2, name="Circuit")

    led = lead(an_agenda(block), (0, ""), (60_000, ""))

    assert "Block: Circuit." in led.lines
    assert "Round 1 of 2. Row: 10s." in led.lines
    assert "Round 2 of 2. Next: Row: 10s." in led.lines


def test_the_last_rep_of_a_squat_is_told_although_its_set_ends_with_it() -> None:
    squat = a_set("Squat", reps=2, tempo="1-0-1-0", prepare="0s", starts_with=StartsWith.ECCENTRIC)

    led = lead(an_agenda(squat), (0, ""), (10_000, ""), muted=True)

    reps_and_end = [line for line in led.lines if line.startswith(("1", "2", "Set"))]
    assert reps_and_end == ["1", "2", "Set 1 of 1 is over: 2 reps."]


def test_one_second_is_told_as_one_second() -> None:
    led = lead(an_agenda(a_set("Row", reps=3, prepare="1s")), (0, ""), (2_000, ""), (4_000, ""))

    assert "Get ready: 1 second." in led.lines


def test_a_session_whose_input_is_closed_goes_on_to_the_log_but_is_never_complete() -> None:
    open_rest = a_set("Squat", reps=5, rest="20s+")
    open_beat = a_set("Bridge", reps="3+", tempo="1-0-1-0")
    timeline = an_agenda(TEMPO, open_rest, AT_WILL, open_beat)

    led = lead(timeline, ends_ms=0)

    assert "No more keys can come: the session goes on by itself." in led.lines
    assert led.is_over
    assert led.view.status is SessionStatus.PARTIAL
    assert [one["status"] for one in led.sets] == ["assumed"] * 4
    assert [one["actual_reps"] for one in led.sets] == [2, 5, 3, 3]


def test_a_set_that_was_ended_by_a_key_stays_done_when_the_input_is_closed_later() -> None:
    led = lead(an_agenda(AT_WILL, TEMPO), (0, ""), (10_000, ""), ends_ms=12_000)

    assert [one["status"] for one in led.sets] == ["done", "assumed"]
    assert led.view.status is SessionStatus.COMPLETE


def test_enter_in_the_review_confirms_what_counted_itself() -> None:
    led = lead(an_agenda(TEMPO), (0, ""), (15_000, ""))

    assert led.lines[-1] == (
        "All sets are over. 1 set is not confirmed yet: press enter to confirm it and save, "
        'write "close" to save without; "sets" lists the sets.'
    )
    assert [one["status"] for one in led.sets] == ["done"]
    assert led.record["status"] == "complete"


def test_close_in_the_review_saves_without_confirming() -> None:
    led = lead(an_agenda(TEMPO), (0, ""), (15_000, "close"))

    assert [one["status"] for one in led.sets] == ["assumed"]
    assert led.record["status"] == "partial"


def test_the_end_of_a_session_is_heard_before_the_program_ends() -> None:
    led = lead(an_agenda(TEMPO), (0, ""), ends_ms=0)

    assert led.is_over
    assert [due.cue.kind for due in led.gym.speaker.heard][-2:] == [
        CueKind.SET_DONE,
        CueKind.SESSION_DONE,
    ]


def test_what_keeps_the_sound_from_being_heard_is_told() -> None:
    no_voice = SpeakerStatus(SoundState.ON, "a card", 0, "no spoken cues: install espeak-ng")
    no_card = SpeakerStatus(SoundState.NO_DEVICE, detail="there is no sound card, only a dummy")

    assert sound_of(no_voice) == "Sound on: a card; no spoken cues: install espeak-ng."
    assert sound_of(no_card) == "Sound: no device; there is no sound card, only a dummy."
    no_speaker = SpeakerStatus(SoundState.NO_DEVICE, detail="no speaker found (failed: -401)")
    assert sound_of(no_speaker) == "Sound: no device; no speaker found."


def test_nobody_is_waited_for_at_the_end_when_nobody_can_tell_the_reps() -> None:
    led = lead(an_agenda(a_set("Frog pump", time="20s", reps="max")), ends_ms=0)

    assert led.sets[0]["work_ms"] == 20_000
    assert "actual_reps" not in led.sets[0]
    assert led.view.elapsed_s < 40


def test_a_set_at_will_lasts_as_long_as_estimated_when_nobody_can_end_it() -> None:
    led = lead(an_agenda(AT_WILL), ends_ms=0)

    assert 12_000 <= led.sets[0]["work_ms"] < 12_200


def test_a_paused_session_goes_on_when_the_input_ends() -> None:
    led = lead(an_agenda(TEMPO), (0, ""), (2_000, "p"), ends_ms=10_000)

    assert "Paused. Press enter to go on." in led.lines
    assert [one["actual_reps"] for one in led.sets] == [2]


def test_lines_of_a_pipe_are_taken_one_by_one_when_the_session_asks() -> None:
    timeline = an_agenda(TEMPO, AT_WILL)
    answers = [(0, ""), (0, ""), (0, "reps 5"), (0, "note easy"), (0, "")]

    led = lead(timeline, *answers, typed=False)

    first, second = led.sets
    assert first["actual_reps"] == 2
    assert second["actual_reps"] == 5
    assert second["work_ms"] < 1_000
    assert second["note"] == "easy"


def test_two_keys_typed_at_once_are_not_saved_up() -> None:
    led = lead(
        an_agenda(TEMPO, AT_WILL),
        (0, ""),
        (0, ""),
        (100_000, "finish"),
        (100_100, "finish"),
        (101_000, ""),
    )

    assert "Too soon, once more." in led.lines
    assert led.view.status is SessionStatus.PARTIAL


def test_enter_right_after_go_is_asked_for_once_more() -> None:
    led = lead(an_agenda(AT_WILL), (0, ""), (5_300, ""), (8_000, ""), (10_000, ""))

    assert led.lines.count("Too soon, once more.") == 1
    assert [one["status"] for one in led.sets] == ["done"]


def test_enter_held_down_acts_once() -> None:
    held = [(at_ms, "") for at_ms in (6_000, *range(6_500, 11_000, 33))]

    led = lead(an_agenda(AT_WILL, AT_WILL, AT_WILL), (0, ""), *held, (12_000, "quit"))

    assert led.view.sets_done == 1
    assert led.view.state is State.RESTING


def test_quitting_leaves_the_session_to_go_on_with_later() -> None:
    led = lead(an_agenda(TEMPO), (0, ""), (2_000, "quit"))

    assert not led.is_over
    assert led.view.status is None
    assert not led.gym.logbook.lines


def test_giving_a_session_up_logs_nothing_and_keeps_its_journal_aside() -> None:
    led = lead(an_agenda(AT_WILL), (0, ""), (2_000, "abandon"))

    assert led.is_over
    assert not led.gym.logbook.lines
    assert led.gym.journal.is_set_aside


def test_finishing_in_a_set_tells_that_it_was_broken_off_and_asks_for_its_reps() -> None:
    led = lead(
        an_agenda(AT_WILL),
        (0, ""),
        (7_000, "finish"),
        (7_100, "finish"),
        (9_000, "where"),
        (9_500, "reps 2"),
        (10_000, ""),
    )

    after = led.lines[led.lines.index("Set 1 of 1 broken off.") :]
    assert after[1] == 'How many reps? Write "reps" and the number.'
    assert after[-1] == "Corrected, Row, set 1 of 1, broken off: 2 reps."
    assert [(one["status"], one["actual_reps"]) for one in led.sets] == [("cut", 2)]


def test_finishing_in_a_pause_tells_no_correction() -> None:
    led = lead(
        an_agenda(AT_WILL, AT_WILL),
        (0, ""),
        (7_000, ""),
        (9_000, "p"),
        (10_000, "finish"),
        (10_100, "finish"),
        (11_000, ""),
    )

    assert led.lines[-3:] == [
        "Paused. Press enter to go on.",
        '1 set of 2 done. Write "finish" again to end here.',
        'The session ends here. Press enter to save; "sets" lists the sets.',
    ]


def test_skipping_a_set_before_it_began_is_told() -> None:
    led = lead(an_agenda(AT_WILL), (0, ""), (2_000, "skip"), (4_000, "close"))

    assert "Set 1 of 1 skipped." in led.lines


def test_a_set_that_was_broken_off_is_told_again_once_it_has_been_done_after_all() -> None:
    led = lead(
        an_agenda(AT_WILL), (0, ""), (7_000, "skip"), (9_000, "back"), (16_000, ""), (18_000, "")
    )

    told = [line for line in led.lines if line.startswith("Set 1 of 1")]
    assert told == ["Set 1 of 1 broken off.", "Set 1 of 1 done: 3 reps."]


def test_only_words_that_do_something_here_are_offered() -> None:
    led = lead(an_agenda(AT_WILL), (0, ""), (7_000, ""), (9_000, "skip"), (10_000, ""))

    assert (
        "That does nothing now. What does: enter (confirm and save), close (save as it is)."
        in led.lines
    )


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("hepl", '"hepl" is not known here; did you mean "help"?'),
        (
            "where",
            "Starts in 3 seconds: Glute bridge, set 1 of 1. Set 1 of 1 in all. Less than a minute",
        ),
        ("reps 8", "no set is done yet; correct one after it"),
        ("set 1 reps 8", 'there is no set 1 yet; "sets" lists those there are'),
        ("note fine", "Noted, Glute bridge, set 1 of 1: fine"),
        ("note", '"note" needs a value; write "note TEXT"'),
        ("close", "That does nothing now. What does: enter (start now), p (pause)"),
        ("louder", "Volume 100%."),
        ("quieter", "Volume 90%."),
        ("help", "quit: stop here and go on later."),
    ],
)
def test_a_line_is_answered(line: str, answer: str) -> None:
    led = lead(an_agenda(TEMPO), (0, ""), (2_000, line), (2_200, "quit"))

    assert any(told.startswith(answer) for told in led.lines)


def test_text_of_a_file_commands_no_terminal() -> None:
    evil = a_set("Row \x1b[2J", reps=2, tempo="1-0-1-0")

    led = lead(an_agenda(a_block(evil, name="\x1b]0;title\x07")), ends_ms=0)

    assert not any("\x1b" in line or "\x07" in line for line in led.lines)


def test_a_program_that_was_stopped_in_a_set_pauses_there_and_invents_no_set() -> None:
    gym = a_gym(an_agenda(TEMPO, AT_WILL))
    lines: list[str] = []

    stops = Stops(gym, [(0, ""), (60_000, "quit")])
    PlainSession(gym.player, stops, lines.append, is_typed=True).lead()

    assert "The laptop slept, or the program was stopped: 20 seconds." in lines
    assert lines[-1] == "Paused. Press enter to go on."
    assert gym.player.sets.recorded == ()


class Stops(Script):
    """The program is stopped for a while, early in its first set."""

    def idle(self, seconds: float) -> None:
        if 6_000 <= self.now_ms < 6_050:
            self.gym.clock.advance(20_000)
        super().idle(seconds)


def test_a_hook_that_fails_is_told_once_and_not_in_the_middle_of_a_set() -> None:
    timeline = an_agenda(a_set("Row", reps=3, prepare="0s"))
    failing = FailingSink("hook lights at set-started: there is no such program")

    led = lead(timeline, (0, ""), (4_000, ""), (6_000, ""), sinks=(failing,))

    told = "Hook lights at set-started: there is no such program."
    assert led.lines.count(told) == 1
    assert led.view.status is SessionStatus.COMPLETE
