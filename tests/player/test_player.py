"""The player: cues ahead of time, sets on disk, sleep, resume, problem."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchside.log.entries import CommandEntry, ResultEntry
from benchside.log.recall import recall
from benchside.log.replay import replay
from benchside.player.gaps import NS_PER_MS
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.player.state import Answer
from benchside.runner.commands import Abandon, AddTime, Amend, FinishEarly, Go, Pause, Skip, Undo
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.testing import (
    FakeClock,
    a_history,
    a_record,
    a_set,
    a_set_record,
    an_agenda,
)
from benchside.timeline.cues import CueKind
from tests.builders import SET_1
from tests.gym import FailingSink, Gym, a_gym, header_of

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.timeline.agenda import Agenda

TEMPO_SETS = an_agenda(
    a_set(number=1, of=2, reps=2, tempo="2-0-1-0", rest="30s"),
    a_set(number=2, of=2, reps=2, tempo="2-0-1-0"),
)
"""Ten seconds of count-in, six of work, twenty of rest, and again."""


def test_the_clock_of_a_session_starts_with_the_first_key() -> None:
    gym = a_gym(TEMPO_SETS)

    gym.pass_time(60_000)
    gym.player.press(Go())

    assert gym.player.state.view.elapsed_s == 0
    assert gym.player.state.view.state is State.PREPARING


def test_every_cue_is_with_the_speaker_seconds_before_it_is_due() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())

    gym.pass_time(6_500)

    told = [due.cue.kind for due in gym.speaker.cues]
    assert told[:3] == [CueKind.COUNT_IN] * 3
    assert CueKind.GO in told
    assert not gym.heard_ms(CueKind.GO)


def test_a_cue_is_heard_at_its_moment_whatever_the_ticks_do() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())

    gym.pass_time(9_000)
    gym.clock.advance(3_000)
    gym.player.tick()
    gym.pass_time(30_000)

    assert gym.heard_ms(CueKind.COUNT_IN)[:3] == [7_000, 8_000, 9_000]
    assert gym.heard_ms(CueKind.GO)[:1] == [10_000]
    assert gym.heard_ms(CueKind.CONCENTRIC)[:1] == [13_000]
    assert gym.speaker.dropped == 0


def test_a_cue_is_seen_the_millisecond_it_is_due_by_whoever_waits_as_long_as_he_may() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    seen_ms = []
    now_ms = ticks = 0

    while gym.player.state.view.state is not State.REVIEWING:
        wait_ms = round(gym.player.wait_s() * 1_000)
        gym.clock.advance(wait_ms)
        now_ms, ticks = now_ms + wait_ms, ticks + 1
        before = gym.player.state.view.flash
        flash = gym.player.tick().view.flash
        if flash is not None and flash is not before:
            seen_ms.append(now_ms)

    due_ms = {at_ms for kind in CueKind for at_ms in gym.heard_ms(kind)}
    assert seen_ms == sorted(due_ms)
    assert len(seen_ms) > 15
    assert ticks < now_ms // 100


def test_a_program_that_is_about_to_end_is_heard_no_more() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(8_500)

    gym.player.silence()
    gym.pass_time(1_000)

    assert gym.heard_ms(CueKind.COUNT_IN) == [7_000, 8_000]


def test_nothing_waits_longer_than_half_a_second_for_the_sound_wants_to_be_looked_after() -> None:
    gym = a_gym(TEMPO_SETS)
    assert gym.player.wait_s() == 0.5

    gym.player.press(Go())
    gym.player.press(Pause())

    assert gym.player.wait_s() == 0.5


def test_no_cue_is_heard_twice() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())

    gym.pass_time(60_000)

    heard = [(due.due_ns, due.cue.kind) for due in gym.speaker.heard]
    assert len(heard) == len(set(heard))


def test_a_pause_silences_what_is_not_yet_heard() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(6_000)

    gym.player.press(Pause())
    gym.pass_time(20_000)

    assert gym.heard_ms(CueKind.COUNT_IN) == []
    assert gym.speaker.cancels >= 1


def test_a_finished_set_is_in_the_journal_before_its_rest_begins() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())

    gym.pass_time(16_000)

    lines = gym.lines()
    sets = [index for index, line in enumerate(lines) if isinstance(line, ResultEntry)]
    assert len(sets) == 1
    assert gym.player.state.view.state is State.RESTING


def test_a_refused_key_leaves_no_trace_in_the_journal() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(500)
    before = len(gym.journal.lines)

    answer = gym.player.press(Go())

    assert answer is Answer.TOO_SOON
    assert len(gym.journal.lines) == before


def test_a_whole_session_becomes_one_line_and_its_journal_goes() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())

    gym.pass_time(60_000)
    assert gym.logbook.lines == []
    gym.player.press(Go())

    assert gym.player.state.view.state is State.FINISHED
    assert [line["status"] for line in gym.logbook.lines] == ["complete"]
    assert gym.player.state.record is not None
    assert gym.journal.is_discarded


def test_finishing_early_keeps_what_was_done_as_partial() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(20_000)

    gym.player.press(FinishEarly())
    gym.player.press(Go())

    [line] = gym.logbook.lines
    assert line["status"] == "partial"
    assert gym.player.state.record is not None
    assert [one.status for one in gym.player.state.record.sets] == ["done"]


def test_a_session_given_up_is_not_logged_and_its_journal_is_set_aside() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(20_000)

    gym.player.press(Abandon())

    assert gym.logbook.lines == []
    assert gym.journal.is_set_aside
    assert not gym.journal.is_discarded


def test_a_full_disk_is_told_and_the_session_goes_on() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.journal.failure = OSError(28, "No space left on device")

    gym.pass_time(16_000)

    assert "No space left" in gym.player.state.problem
    assert gym.player.state.view.state is State.RESTING

    gym.journal.failure = None
    gym.player.press(Skip())

    assert gym.player.state.problem == ""
    assert any(isinstance(line, ResultEntry) for line in gym.lines())


def test_a_session_that_cannot_be_logged_keeps_its_journal() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.logbook.failure = OSError(28, "No space left on device")

    gym.pass_time(60_000)
    gym.player.press(Go())

    assert gym.player.state.view.state is State.FINISHED
    assert not gym.journal.is_discarded
    assert "the journal has it: No space left" in gym.player.state.problem
    assert gym.player.state.unsaved is None


def test_what_a_full_disk_refused_is_tried_again_until_it_is_saved() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(12_000)
    gym.journal.failure = OSError(28, "No space left on device")
    gym.pass_time(8_000)
    assert "not saved since 18:00: No space left" in gym.player.state.problem

    gym.journal.failure = None
    gym.pass_time(2_100)

    assert gym.player.state.problem == ""
    assert any(isinstance(line, ResultEntry) for line in gym.lines())


def test_a_session_that_no_disk_takes_is_handed_over_whole() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.journal.failure = gym.logbook.failure = OSError(28, "No space left on device")
    gym.pass_time(60_000)
    gym.player.press(Go())

    gym.player.close()

    unsaved = gym.player.state.unsaved
    assert unsaved is not None
    assert [one.actual_reps for one in unsaved.sets] == [2, 2]
    assert unsaved.status == "complete"


def test_a_session_that_the_log_takes_later_needs_its_journal_no_more() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.journal.failure = gym.logbook.failure = OSError(28, "No space left on device")
    gym.pass_time(60_000)
    gym.player.press(Go())

    gym.logbook.failure = None
    gym.pass_time(2_100)

    assert gym.player.state.problem == ""
    assert gym.player.state.unsaved is None
    assert gym.player.state.record is not None
    assert len(gym.logbook.lines) == 1


def test_work_is_paused_when_the_lid_is_closed() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(12_000)

    gym.clock.sleep(600_000)
    gym.player.tick()

    assert gym.player.state.view.state is State.PAUSED
    assert gym.player.state.view.slept_s == 600


def test_a_rest_goes_on_while_the_lid_is_closed_but_starts_no_set() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(20_000)

    gym.clock.sleep(600_000)
    gym.player.tick()
    gym.pass_time(60_000)

    assert gym.player.state.view.state is State.WAITING
    assert gym.player.state.view.elapsed_s == 20 + 600 + 60


def test_a_short_hiccup_of_the_clocks_is_no_sleep() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(12_000)

    gym.clock.sleep(500)
    gym.player.tick()

    assert gym.player.state.view.state is State.WORKING


def test_a_session_taken_up_again_stands_paused_where_its_journal_ends() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(47_000)
    runner = Runner(TEMPO_SETS)
    stopped = replay(runner, gym.lines())

    recorder = SessionRecorder(
        journal=gym.journal,
        logbook=gym.logbook,
        header=lambda started: header_of(TEMPO_SETS, started),
    )
    recorder.take_up(header_of(TEMPO_SETS, gym.clock.wall()))
    player = Player(runner, clock=gym.clock, speaker=gym.speaker, recorder=recorder)
    player.resume(away_ms=3_600_000)

    assert stopped.at_ms == 46_000
    assert player.state.view.state is State.PAUSED
    assert player.state.view.sets_done == 1
    assert player.state.view.elapsed_s == 46


def test_a_session_taken_up_again_ends_with_every_set_once() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(47_000)
    runner = Runner(TEMPO_SETS)
    replay(runner, gym.lines())
    recorder = SessionRecorder(
        journal=gym.journal,
        logbook=gym.logbook,
        header=lambda started: header_of(TEMPO_SETS, started),
    )
    recorder.take_up(header_of(TEMPO_SETS, gym.clock.wall()))
    again = Gym(
        Player(runner, clock=gym.clock, speaker=gym.speaker, recorder=recorder),
        gym.clock,
        gym.speaker,
        gym.journal,
        gym.logbook,
    )
    again.player.resume(away_ms=1_000)

    assert again.player.press(Go()) is Answer.DONE
    again.pass_time(60_000)
    again.player.press(Go())

    assert again.player.state.record is not None
    assert [one.number for one in again.player.state.record.sets] == [1, 2]
    assert [one.actual_reps for one in again.player.state.record.sets] == [2, 2]


def test_a_rehearsal_goes_ten_times_as_fast() -> None:
    gym = a_gym(TEMPO_SETS, speed=10)
    gym.player.press(Go())

    gym.pass_time(1_700)

    assert gym.player.state.view.state is State.RESTING
    assert gym.heard_ms(CueKind.GO) == [1_000]


def test_muting_acts_at_once_and_is_seen() -> None:
    gym = a_gym(TEMPO_SETS)

    gym.player.mute(True)

    assert gym.speaker.is_muted
    assert gym.player.state.is_muted


def test_louder_and_quieter_act_at_once_and_stay_within_bounds() -> None:
    gym = a_gym(TEMPO_SETS)

    gym.player.change_volume(-3)
    assert gym.speaker.volume == 0.7

    gym.player.change_volume(9)
    assert gym.speaker.volume == 1.0


def test_who_makes_the_cues_louder_wants_to_hear_them() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.mute(True)

    gym.player.change_volume(-1)

    assert not gym.speaker.is_muted
    assert not gym.player.state.is_muted


def test_leaving_before_the_first_key_leaves_no_journal() -> None:
    gym = a_gym(TEMPO_SETS)

    gym.player.close()

    assert gym.journal.is_discarded
    assert gym.speaker.is_closed


def test_leaving_in_a_session_keeps_its_journal() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(1_000)

    gym.player.close()

    assert not gym.journal.is_discarded
    assert any(isinstance(line, CommandEntry) for line in gym.lines())


def announced(gym: Gym) -> list[tuple[int, str]]:
    """What was handed over to be said, with the session's milliseconds."""
    origin_ns = FakeClock().now_ns()
    return [((due_ns - origin_ns) // NS_PER_MS, text) for due_ns, text in gym.speaker.phrases]


def test_with_a_voice_the_set_is_announced_in_its_count_in() -> None:
    gym = a_gym(an_agenda(a_set(reps=2, tempo="2-0-1-0", load="100 kg")), voice="en")

    gym.player.press(Go())
    gym.pass_time(20_000)

    assert announced(gym) == [(400, "Barbell hip thrust, 2, 100 kilos")]


def test_a_set_is_announced_on_time_however_slowly_the_voice_renders_it() -> None:
    gym = a_gym(TEMPO_SETS, voice="en")
    gym.player.press(Go())

    gym.pass_time(17_000)
    assert gym.player.state.view.state is State.RESTING
    assert announced(gym)[1:] == [(36_400, "Barbell hip thrust, 2, last set")]

    gym.pass_time(20_000)
    assert len(announced(gym)) == 2


def test_a_set_that_comes_later_than_planned_is_announced_then() -> None:
    gym = a_gym(TEMPO_SETS, voice="en")
    gym.player.press(Go())
    gym.pass_time(17_000)

    gym.player.press(AddTime(15_000))

    assert announced(gym)[-1] == (51_400, "Barbell hip thrust, 2, last set")


def remembering_gym(agenda: Agenda) -> Gym:
    """A gym with a voice, whose athlete has done hip thrusts and rows before."""
    before = a_record(
        a_set_record(reps=8, load_kg=100), a_set_record("Row", reps=9, load_kg=60), athlete="Anna"
    )
    memory = recall(agenda.plan, a_history(before, athlete="Anna"), athlete="Anna", file="a.toml")
    return a_gym(agenda, voice="en", memory=memory)


def test_last_time_is_told_once_before_the_first_set_of_an_exercise() -> None:
    rows = [a_set("Row", number=number, of=2, reps=2, tempo="2-0-1-0") for number in (1, 2)]
    gym = remembering_gym(an_agenda(a_set(reps=2, tempo="2-0-1-0", rest="30s"), *rows))

    gym.player.press(Go())
    gym.pass_time(120_000)

    last_times = [(ms, text) for ms, text in announced(gym) if text.startswith("Last")]
    assert last_times == [(5_900, "Last time 8 at 100 kilos"), (19_000, "Last time 9 at 60 kilos")]


def test_in_a_short_rest_last_time_is_left_out_and_the_set_is_announced() -> None:
    row = a_set("Row", reps=2, tempo="2-0-1-0")
    gym = remembering_gym(an_agenda(a_set(reps=2, tempo="2-0-1-0", rest="14s"), row))

    gym.player.press(Go())
    gym.pass_time(60_000)

    told = [text for _, text in announced(gym)]
    assert "Last time 9 at 60 kilos" not in told
    assert any(text.startswith("Row, 2") for text in told)


AT_WILL = an_agenda(
    *(a_set(number=number, of=6, reps=5, rest="1m", prepare="5s") for number in range(1, 7))
)
"""Six sets that only a key ends."""


@pytest.mark.parametrize("every_ms", [15, 33, 100, 250, 400, 500, 650])
@pytest.mark.parametrize("delay_ms", [250, 500, 660])
@pytest.mark.parametrize("command", [Go(), Skip()], ids=["go", "skip"])
def test_a_key_that_is_held_acts_once(command: Command, every_ms: int, delay_ms: int) -> None:
    gym = a_gym(AT_WILL)
    gym.player.press(Go())
    gym.pass_time(3_000)

    gym.player.press(command)
    gym.pass_time(delay_ms)
    for _ in range(20_000 // every_ms):
        gym.player.press(command)
        gym.pass_time(every_ms, tick_ms=every_ms)

    acted = [line for line in gym.lines() if isinstance(line, CommandEntry)]
    assert [line.command for line in acted] == [Go(), command]


def test_a_key_that_is_pressed_again_and_again_in_vain_is_heard_soon() -> None:
    gym = a_gym(AT_WILL)
    gym.player.press(Go())

    answers = []
    for wait_ms in (350, 320, 370, 340):
        gym.pass_time(wait_ms, tick_ms=10)
        answers.append(gym.player.press(Go()))

    assert answers == [Answer.TOO_SOON, Answer.TOO_SOON, Answer.DONE, Answer.TOO_SOON]


def test_a_key_just_after_a_set_has_ended_by_itself_is_too_soon_and_then_heard() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(16_100)

    assert gym.player.press(Go()) is Answer.TOO_SOON
    gym.pass_time(650)
    assert gym.player.press(Go()) is Answer.DONE


def test_a_program_that_was_stopped_in_a_set_stands_paused_where_it_was() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(12_000)

    gym.clock.advance(25_000)
    gym.player.tick()

    assert gym.player.state.view.state is State.PAUSED
    assert gym.player.state.view.sets_done == 0
    gym.player.press(Go())
    gym.pass_time(6_000)
    assert gym.player.state.view.rep == 1


def test_a_program_that_was_stopped_in_a_rest_starts_no_set_by_itself() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(20_000)

    gym.clock.advance(600_000)
    gym.player.tick()
    gym.pass_time(60_000)

    assert gym.player.state.view.state is State.WAITING
    assert gym.player.state.view.sets_done == 1


def test_the_session_is_logged_when_the_program_is_left_in_its_review() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(60_000)

    gym.player.close()

    [line] = json.loads(json.dumps(gym.logbook.lines))
    assert (line["status"], [one["status"] for one in line["sets"]]) == ("partial", ["assumed"] * 2)


def test_a_set_that_was_just_marked_done_can_be_taken_back() -> None:
    gym = a_gym(AT_WILL)
    gym.player.press(Go())
    gym.pass_time(20_000)
    gym.player.press(Go())
    gym.pass_time(4_000)
    assert gym.player.state.view.sets_done == 1

    assert gym.player.press(Undo()) is Answer.DONE

    view = gym.player.state.view
    assert (view.state, view.sets_done, view.seconds) == (State.WORKING, 0, 19)


def test_what_was_taken_back_stays_so_after_a_crash() -> None:
    gym = a_gym(AT_WILL)
    gym.player.press(Go())
    gym.pass_time(20_000)
    gym.player.press(Go())
    gym.pass_time(4_000)
    gym.player.press(Amend(SET_1, reps=4))
    gym.player.press(Undo())
    back = Runner(AT_WILL)

    result = replay(back, gym.lines())

    assert result.problems == ()
    assert [done.reps for done in result.outcome.sets] == [5]


def test_in_the_review_the_session_is_shown_as_it_would_be_saved() -> None:
    gym = a_gym(TEMPO_SETS)
    gym.player.press(Go())
    gym.pass_time(60_000)

    record = gym.player.state.record

    assert record is not None
    assert record.status == "complete"
    assert [one.status for one in record.sets] == ["assumed", "assumed"]


def test_what_goes_wrong_beside_the_session_is_told_and_stops_nothing() -> None:
    hooks = FailingSink("hook lights at session-started: it ended with status 3")
    gym = a_gym(TEMPO_SETS, sinks=(hooks,))
    gym.player.press(Go())

    gym.pass_time(16_000)

    assert gym.player.state.view.state is State.RESTING
    assert gym.player.state.side_problems == (
        "hook lights at session-started: it ended with status 3",
    )
