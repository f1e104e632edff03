from __future__ import annotations

from array import array

from benchside.audio.samples import RATE
from benchside.audio.stage import LATE_NS, LEAD_NS, SPEECH_LATE_NS, CueScheduler

BLOCK = 2_400
BLOCK_NS = 50_000_000
MS = 1_000_000
START = 9_000_000_000
CLICK = array("h", [1_000] * 480)
SOUNDS = {"go": CLICK, "count-in": array("h", [2_000] * 480), "eccentric": CLICK}
PHRASE = array("h", [300] * RATE)


class Card:
    """A device that asks for a block every 50 ms, exactly."""

    def __init__(self, stage: CueScheduler) -> None:
        self._stage = stage
        self._blocks = 0
        self.heard = array("h")

    @property
    def now_ns(self) -> int:
        """When it asks next."""
        return START + self._blocks * BLOCK_NS

    def play(self, milliseconds: int) -> None:
        for _ in range(milliseconds // 50):
            self.heard += self._stage.pull(BLOCK, self.now_ns)
            self._blocks += 1

    def skip(self, milliseconds: int) -> None:
        """Let time go by without asking for anything."""
        self._blocks += milliseconds // 50

    def onsets(self) -> list[int]:
        """Give the frames at which a sound begins."""
        heard = self.heard
        return [at for at in range(1, len(heard)) if heard[at] and not heard[at - 1]]


def frame_of(due_ns: int) -> int:
    return (due_ns + LEAD_NS - START) * RATE // 1_000_000_000


def test_every_cue_begins_on_the_frame_of_its_moment() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    due = [START + ms * MS for ms in (313, 777, 1_501)]

    stage.schedule((moment, "go") for moment in due)
    card.play(3_000)

    assert card.onsets() == [frame_of(moment) for moment in due]


def test_a_cue_handed_over_just_when_it_is_due_still_begins_exactly() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    card.play(1_000)
    due_ns = card.now_ns - 20 * MS

    stage.schedule([(due_ns, "go")])
    card.play(1_000)

    assert card.onsets() == [frame_of(due_ns)]


def test_a_cue_that_is_a_little_late_begins_at_once() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    card.play(1_000)

    stage.schedule([(card.now_ns - LEAD_NS - LATE_NS, "go")])
    card.play(1_000)

    assert card.onsets() == [RATE]
    assert stage.dropped == 0


def test_a_cue_that_is_too_late_is_left_out_and_counted_and_the_next_is_not_moved() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    card.play(1_000)
    next_ns = card.now_ns + 300 * MS

    stage.schedule([(card.now_ns - LEAD_NS - LATE_NS - MS, "go"), (next_ns, "go")])
    card.play(1_000)

    assert card.onsets() == [frame_of(next_ns)]
    assert stage.dropped == 1


def test_nothing_of_what_was_not_due_at_a_cancel_is_heard() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    stage.schedule([(START + 1_001 * MS, "go"), (START + 5_000 * MS, "go")])

    card.play(1_000)
    stage.cancel()
    card.play(6_000)

    assert not any(card.heard)


def test_cues_that_come_after_a_cancel_sound() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    stage.schedule([(START + 500 * MS, "go")])
    stage.cancel()

    stage.schedule([(START + 700 * MS, "go")])
    card.play(1_000)

    assert card.onsets() == [frame_of(START + 700 * MS)]


def test_a_cue_without_a_sound_is_passed_over() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)

    stage.schedule([(START, "a cue of a later version")])
    card.play(200)

    assert not any(card.heard)


def test_cues_come_in_due_order_however_they_are_handed_over() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)

    stage.schedule([(START + 800 * MS, "go")])
    stage.schedule([(START + 200 * MS, "go")])
    card.play(1_500)

    assert len(card.onsets()) == 2


def test_a_mute_silences_cues_but_not_their_order() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    stage.set_gain(0.0)
    stage.schedule([(START + 200 * MS, "go"), (START + 800 * MS, "go")])

    card.play(500)
    stage.set_gain(1.0)
    card.play(1_000)

    assert card.onsets() == [frame_of(START + 800 * MS)]


def test_a_phrase_that_would_talk_over_a_count_in_is_left_out() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    stage.schedule([(START + 1_500 * MS, "count-in")])

    stage.say(START + 700 * MS, PHRASE)
    card.play(1_300)

    assert not any(card.heard)


def test_a_phrase_that_ends_before_the_count_in_is_heard() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    stage.schedule([(START + 1_500 * MS, "count-in")])

    stage.say(START + 400 * MS, PHRASE)
    card.play(3_000)

    assert len(card.onsets()) == 2


def test_a_count_in_that_comes_up_during_a_phrase_silences_it() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    stage.say(START + 100 * MS, PHRASE)
    card.play(300)

    due_ns = card.now_ns + 200 * MS
    stage.schedule([(due_ns, "count-in")])
    card.play(1_000)

    assert not any(card.heard[frame_of(due_ns) + 480 :])


def test_a_phrase_may_come_later_than_a_cue() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    card.play(1_000)

    stage.say(card.now_ns - SPEECH_LATE_NS, PHRASE)
    card.play(1_000)

    assert card.onsets() == [RATE]


def test_two_phrases_never_speak_at_once() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    card.play(1_000)

    stage.say(START + 2_000 * MS, array("h", [100] * RATE))
    stage.say(START + 2_000 * MS, array("h", [1_000] * RATE))
    card.play(4_000)

    assert set(card.heard) == {0, 1_000}


def test_a_phrase_that_was_cancelled_while_it_was_rendered_is_not_said() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)
    asked = stage.cancels

    stage.cancel()
    stage.say(START + 1_000 * MS, PHRASE, cancels=asked)
    card.play(3_000)

    assert set(card.heard) == {0}


def test_what_passes_while_there_is_no_device_is_forgotten_and_is_not_late() -> None:
    stage = CueScheduler(SOUNDS)
    stage.schedule([(START, "go"), (START + 1_000 * MS, "go")])

    stage.skip(START + 200 * MS)
    stage.skip(START + 300 * MS)

    assert (stage.dropped, stage.waiting) == (0, 1)


def test_it_tells_up_to_which_moment_cues_were_given_out() -> None:
    stage = CueScheduler(SOUNDS)
    card = Card(stage)

    card.play(1_000)

    assert stage.given_ns == card.now_ns - LEAD_NS


def test_a_library_without_a_stream_takes_sounds_when_they_are_due() -> None:
    stage = CueScheduler(SOUNDS)
    stage.set_gain(0.5)
    stage.schedule([(START, "go"), (START + 100 * MS, "go")])

    before = stage.take_due(START - MS)
    due = stage.take_due(START + MS)

    assert before == []
    assert due == [array("h", [500] * 480)]
    assert stage.due_in_ns(START + MS) == 99 * MS


def test_a_library_without_a_stream_talks_over_no_count_in_either() -> None:
    stage = CueScheduler(SOUNDS)
    stage.say(START, PHRASE)
    stage.schedule([(START + 500 * MS, "count-in")])

    assert stage.take_due(START + 10 * MS) == []
