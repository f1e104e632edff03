from __future__ import annotations

from array import array
from itertools import pairwise

from hypothesis import given, strategies as st

from benchside.audio.mixer import FADE, KNEE, RAMP, TONE_LEVEL, Mixer, PlayingSound
from benchside.audio.samples import FULL_SCALE


def level(value: int, frames: int = 4_000) -> PlayingSound:
    return PlayingSound(array("h", [value] * frames))


def largest_step(block: array[int]) -> int:
    return max(abs(later - earlier) for earlier, later in pairwise(block))


def test_a_sound_begins_on_the_frame_it_was_placed_at() -> None:
    mixer = Mixer()

    block = mixer.pull(100, [(37, level(500, 10))])

    assert block == array("h", [0] * 37 + [500] * 10 + [0] * 53)


def test_a_sound_goes_on_in_the_next_block() -> None:
    mixer = Mixer()

    blocks = mixer.pull(100, [(90, level(500, 30))]) + mixer.pull(100)

    assert blocks == array("h", [0] * 90 + [500] * 30 + [0] * 80)
    assert mixer.is_silent


def test_overlapping_sounds_sum() -> None:
    mixer = Mixer()

    block = mixer.pull(30, [(0, level(500, 20)), (10, level(300, 20))])

    assert block == array("h", [500] * 10 + [800] * 10 + [300] * 10)


def test_many_loud_sounds_at_once_never_clip() -> None:
    mixer = Mixer()

    block = mixer.pull(100, [(0, level(KNEE)) for _ in range(8)])

    assert KNEE < max(block) <= FULL_SCALE


def test_a_louder_sum_stays_louder_above_the_knee() -> None:
    two, three = Mixer(), Mixer()

    quieter = two.pull(10, [(0, level(15_000)) for _ in range(2)])
    louder = three.pull(10, [(0, level(15_000)) for _ in range(3)])

    assert quieter[0] < louder[0]


def test_a_mute_does_not_click() -> None:
    mixer = Mixer()
    mixer.pull(100, [(0, level(20_000))])

    mixer.set_gain(0.0)
    block = mixer.pull(2 * RAMP)

    assert largest_step(block) <= 20_000 // RAMP + 1
    assert block[RAMP:] == array("h", [0] * RAMP)


def test_a_change_of_volume_in_silence_holds_from_the_first_frame_of_the_next_sound() -> None:
    mixer = Mixer()
    mixer.set_gain(0.5)
    mixer.pull(10)

    block = mixer.pull(10, [(0, level(1_000))])

    assert block[0] == 500


def test_a_cancelled_sound_dies_away_within_milliseconds_and_does_not_click() -> None:
    mixer = Mixer()
    mixer.pull(100, [(0, level(20_000))])

    mixer.fade_all()
    block = mixer.pull(FADE + 10)

    assert largest_step(block) <= 20_000 // FADE + 1
    assert block[FADE:] == array("h", [0] * 10)
    assert mixer.is_silent


def test_only_speech_gives_way_to_a_count_in() -> None:
    mixer = Mixer()
    mixer.pull(10, [(0, level(700)), (0, PlayingSound(array("h", [900] * 4_000), is_speech=True))])

    mixer.fade_speech()
    mixer.pull(FADE)

    assert mixer.pull(1)[0] == 700


def test_the_tone_for_bluetooth_is_never_zero_for_long_and_never_loud() -> None:
    mixer = Mixer(tone=True)

    tone = mixer.pull(48_000)

    assert max(tone) == TONE_LEVEL
    assert all(any(tone[at : at + 960]) for at in range(0, 48_000, 960))


def test_the_tone_goes_on_from_block_to_block_without_a_step() -> None:
    mixer = Mixer(tone=True)

    blocks = mixer.pull(1_111) + mixer.pull(2_222) + mixer.pull(3_333)

    assert largest_step(blocks) <= 1


def test_without_the_tone_silence_is_silent() -> None:
    assert not any(Mixer().pull(1_000))


@given(
    places=st.lists(st.tuples(st.integers(0, 400), st.integers(-FULL_SCALE, FULL_SCALE))),
    cuts=st.lists(st.integers(1, 300), min_size=1),
)
def test_how_a_device_cuts_the_stream_changes_no_sample(
    places: list[tuple[int, int]], cuts: list[int]
) -> None:
    frames = sum(cuts)
    whole = Mixer().pull(frames, [(at, level(v, 50)) for at, v in places if at < frames])

    mixer, start, pieces = Mixer(), 0, array("h")
    for cut in cuts:
        here = [(at - start, level(v, 50)) for at, v in places if start <= at < start + cut]
        pieces += mixer.pull(cut, here)
        start += cut

    assert pieces == whole
