from __future__ import annotations

from benchside.audio.samples import RATE
from benchside.audio.tie import AT_ONCE_NS, IN_REST_NS, SETTLING_NS, SLOWLY, StreamClock

BLOCK = 2_400
BLOCK_NS = 50_000_000
MS = 1_000_000
START = 7_000_000_000


def settled(tie: StreamClock, *, blocks: int = 60, is_resting: bool = False) -> int:
    """Let a device ask on time for three seconds; give the blocks it has taken."""
    for number in range(blocks):
        tie.note(START + number * BLOCK_NS, number * BLOCK, is_resting=is_resting)
    return blocks


def go_on(
    tie: StreamClock, number: int, late_ns: int, *, blocks: int = 60, is_resting: bool
) -> None:
    for later in range(number, number + blocks):
        tie.note(START + later * BLOCK_NS + late_ns, later * BLOCK, is_resting=is_resting)


def test_a_moment_falls_on_the_frame_that_the_device_takes_then() -> None:
    tie = StreamClock()

    settled(tie)

    assert tie.frame_at(START) == 0
    assert tie.frame_at(START + 1_000 * MS) == RATE


def test_a_device_that_asks_late_moves_nothing() -> None:
    tie = StreamClock()
    number = settled(tie)

    for later in range(number, number + 40):
        late_ns = later % 7 * 3 * MS
        tie.note(START + later * BLOCK_NS + late_ns, later * BLOCK, is_resting=True)

    assert tie.offset_ns == START


def test_a_stream_that_fills_its_buffer_first_is_followed_while_it_settles() -> None:
    tie = StreamClock()
    tie.note(START, 0, is_resting=False)

    tie.note(START + 10 * MS, BLOCK, is_resting=False)

    assert tie.offset_ns == START - 40 * MS
    assert 10 * MS < SETTLING_NS


def test_a_small_drift_waits_for_a_rest() -> None:
    tie = StreamClock()
    number = settled(tie)
    drift_ns = IN_REST_NS + MS

    go_on(tie, number, drift_ns, is_resting=False)
    assert tie.offset_ns == START

    go_on(tie, number + 60, drift_ns, blocks=1, is_resting=True)
    assert tie.offset_ns == START + drift_ns


def test_lost_frames_are_made_up_for_even_in_a_set() -> None:
    tie = StreamClock()
    number = settled(tie)

    go_on(tie, number, AT_ONCE_NS + MS, is_resting=False)

    assert tie.offset_ns == START + AT_ONCE_NS + MS


def test_after_a_frozen_server_the_first_block_is_right_again() -> None:
    tie = StreamClock()
    number = settled(tie)

    go_on(tie, number, 5_000 * MS, blocks=1, is_resting=False)

    assert tie.offset_ns == START + 5_000 * MS


def test_a_long_set_follows_a_card_that_goes_another_speed_without_a_jump() -> None:
    tie = StreamClock()
    moved, before = [], 0
    drift_ns = BLOCK_NS // 20_000  # fifty millionths, as cheap crystals have

    for number in range(10 * 60 * 20):
        asked_ns = START + number * (BLOCK_NS + drift_ns)
        tie.note(asked_ns, number * BLOCK, is_resting=False)
        moved.append(abs(tie.offset_ns - before) if before else 0)
        before = tie.offset_ns

    assert max(moved) <= BLOCK_NS // SLOWLY + drift_ns
    assert abs(tie.offset_ns - (START + number * drift_ns)) < 6 * MS
