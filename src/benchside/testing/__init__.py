"""Fakes of the ports, and builders of plans and records: for our tests and for yours.

Nothing here waits, and nothing touches a disk, a clock or a sound card.
"""

from benchside.testing.builders import a_block, a_plan, a_record, a_set, a_set_record, an_agenda
from benchside.testing.fakes import (
    A_MOMENT,
    FakeClock,
    MemoryJournal,
    MemoryLogbook,
    RecordingCommandRunner,
    RecordingSpeaker,
)
from benchside.testing.history import a_history

__all__ = [
    "A_MOMENT",
    "FakeClock",
    "MemoryJournal",
    "MemoryLogbook",
    "RecordingCommandRunner",
    "RecordingSpeaker",
    "a_block",
    "a_history",
    "a_plan",
    "a_record",
    "a_set",
    "a_set_record",
    "an_agenda",
]
