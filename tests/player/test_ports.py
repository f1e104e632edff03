"""One contract a port, kept by the real thing and by the fake that ships."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from benchside.log.journal import FileJournal
from benchside.log.logbook import FileLogbook
from benchside.player.clock import SystemClock
from benchside.player.ports import ScheduledCue, SoundState
from benchside.testing import FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker
from benchside.timeline.cues import Cue, CueKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from benchside.player.ports import Clock, Journal, Logbook, Speaker

SECOND_NS = 1_000_000_000


@dataclass(frozen=True)
class JournalUnderTest:
    journal: Journal
    line_count: Callable[[], int]


@dataclass(frozen=True)
class LogbookUnderTest:
    logbook: Logbook
    line_count: Callable[[], int]


def lines_in(path: Path) -> Callable[[], int]:
    return lambda: len(path.read_bytes().splitlines()) if path.exists() else 0


@pytest.fixture(params=["file", "memory"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[JournalUnderTest]:
    path = tmp_path / "journal.jsonl"
    memory = MemoryJournal()
    journal = FileJournal(path) if request.param == "file" else memory
    count = lines_in(path) if request.param == "file" else lambda: len(memory.lines)
    yield JournalUnderTest(journal, count)
    journal.close()


@pytest.fixture(params=["file", "memory"])
def logged(request: pytest.FixtureRequest, tmp_path: Path) -> LogbookUnderTest:
    if request.param == "file":
        path = tmp_path / "log.jsonl"
        return LogbookUnderTest(FileLogbook(path), lines_in(path))
    memory = MemoryLogbook()
    return LogbookUnderTest(memory, lambda: len(memory.lines))


@pytest.fixture(params=[SystemClock, FakeClock])
def clock(request: pytest.FixtureRequest) -> Clock:
    made: Clock = request.param()
    return made


def test_a_journal_holds_a_line_as_soon_as_it_is_written(kept: JournalUnderTest) -> None:
    kept.journal.write({"v": 1})
    after_one = kept.line_count()
    kept.journal.write({"at_ms": 0})

    assert (after_one, kept.line_count()) == (1, 2)


def test_a_journal_that_is_let_go_of_stays(kept: JournalUnderTest) -> None:
    kept.journal.write({"v": 1})

    kept.journal.close()
    kept.journal.close()

    assert kept.line_count() == 1


def test_a_discarded_journal_is_empty_and_may_be_let_go_of(kept: JournalUnderTest) -> None:
    kept.journal.write({"v": 1})

    kept.journal.discard()
    kept.journal.close()

    assert kept.line_count() == 0


def test_a_journal_refuses_what_no_line_can_hold(kept: JournalUnderTest) -> None:
    with pytest.raises(TypeError):
        kept.journal.write({"at_ms": object()})

    assert kept.line_count() == 0


def test_a_logbook_holds_a_session_once_however_often_it_is_told(logged: LogbookUnderTest) -> None:
    for name in ("monday", "tuesday", "monday"):
        logged.logbook.append({"v": 1, "id": name})

    assert logged.line_count() == 2


def test_a_logbook_does_not_take_sessions_without_an_id_for_one(logged: LogbookUnderTest) -> None:
    for _ in range(2):
        logged.logbook.append({"v": 1})

    assert logged.line_count() == 2


def test_a_clock_never_goes_back(clock: Clock) -> None:
    moments = [clock.now_ns() for _ in range(100)]

    assert moments == sorted(moments)


def test_a_clock_that_was_awake_has_not_slept(clock: Clock) -> None:
    before_ns = clock.slept_ns()

    assert abs(clock.slept_ns() - before_ns) < SECOND_NS


def test_a_clock_knows_its_zone(clock: Clock) -> None:
    assert clock.wall().utcoffset() is not None


def test_a_fake_clock_stands_still_while_the_laptop_sleeps() -> None:
    clock = FakeClock(now_ns=0)
    wall = clock.wall()

    clock.advance(2_000)
    clock.sleep(60_000)

    assert clock.now_ns() == 2 * SECOND_NS
    assert clock.slept_ns() == 60 * SECOND_NS
    assert (clock.wall() - wall).total_seconds() == 62


def test_a_recording_speaker_tells_what_would_have_been_heard() -> None:
    clock = FakeClock(now_ns=0)
    speaker = RecordingSpeaker(clock)
    first, second, third = (
        ScheduledCue(at_s * SECOND_NS, Cue(at_s * 1_000, CueKind.COUNT_IN)) for at_s in (1, 2, 3)
    )

    speaker.schedule([second, first])
    clock.advance(1_500)
    speaker.cancel()
    speaker.schedule([first, third])

    assert speaker.heard == (first,)
    assert speaker.cues == (first, third)
    assert speaker.status().dropped == 1


def test_a_recording_speaker_says_when_it_is_muted() -> None:
    speaker: Speaker = RecordingSpeaker(FakeClock())

    speaker.set_volume(0.5, muted=True)

    assert speaker.status().state is SoundState.MUTED
