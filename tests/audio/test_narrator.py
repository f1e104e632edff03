from __future__ import annotations

from benchside.audio.narrator import Narrator
from benchside.audio.voice import load_phrases
from benchside.player.ports import ScheduledCue
from benchside.testing.fakes import FakeClock, RecordingSpeaker
from benchside.timeline.cues import Cue, CueKind

SOON_NS = 9_000_000_000


def test_cues_that_have_a_phrase_are_spoken_after_their_sound() -> None:
    behind = RecordingSpeaker(FakeClock())
    narrator = Narrator(behind, load_phrases("en"))
    cues = [
        ScheduledCue(SOON_NS, Cue(0, CueKind.REP_DONE, 4)),
        ScheduledCue(SOON_NS, Cue(0, CueKind.ECCENTRIC)),
        ScheduledCue(SOON_NS + 1, Cue(1, CueKind.TEN_SECONDS)),
    ]

    narrator.schedule(cues)

    assert sorted(behind.cues) == sorted(cues)
    assert behind.phrases == [
        (SOON_NS + 300_000_000, "4"),
        (SOON_NS + 1 + 300_000_000, "Ten seconds"),
    ]


def test_last_rep_is_said_when_the_rep_has_begun() -> None:
    behind = RecordingSpeaker(FakeClock())

    Narrator(behind, load_phrases("en")).schedule(
        [ScheduledCue(SOON_NS, Cue(0, CueKind.LAST_REP, 8))]
    )

    assert behind.phrases == [(SOON_NS + 700_000_000, "Last rep")]
