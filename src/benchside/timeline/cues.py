"""The cues: what is heard and seen at a moment.

This module names them; `compile` places them. A cue has one name everywhere: as a sound file, in
the output of `benchside show --json`, in the look of the screen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


class CueKind(StrEnum):
    """Every cue there is. The value is the name of its sound."""

    COUNT_IN = "count-in"
    """Three, two and one second before work begins."""
    GO = "go"
    """Work begins now."""
    ECCENTRIC = "eccentric"
    PAUSE_STRETCHED = "pause-stretched"
    CONCENTRIC = "concentric"
    EXPLOSIVE = "explosive"
    """The concentric of a tempo written with X."""
    PAUSE_CONTRACTED = "pause-contracted"
    TICK = "tick"
    """Another second of a pause is over."""
    TICK_ECCENTRIC = "tick-eccentric"
    TICK_CONCENTRIC = "tick-concentric"
    REP_DONE = "rep-done"
    """The concentric has ended: the rep counts. Where a pause follows, its cue tells that too."""
    LAST_REP = "last-rep"
    """The last rep begins in a moment."""
    HALFWAY = "halfway"
    """Half of a timed set is over."""
    TEN_SECONDS = "ten-seconds"
    """Ten seconds of a rest are left."""
    TIME_REACHED = "time-reached"
    """As long as was asked for has been held; whoever can goes on."""
    PART_DONE = "part-done"
    """A part of a set is done: a short rest, then the next part."""
    ROUND = "round"
    """Another round begins of so many rounds for time."""
    SET_DONE = "set-done"
    SWITCH = "switch"
    """The other side comes next."""
    REST_OVER = "rest-over"
    """Ready: the rest is over, or may be ended from now on."""
    SESSION_DONE = "session-done"


TICKS: Final = frozenset({CueKind.TICK, CueKind.TICK_ECCENTRIC, CueKind.TICK_CONCENTRIC})
"""Cues that tell the seconds of a phase, softly and by their pitch which one it is."""


@dataclass(frozen=True, slots=True, order=True)
class Cue:
    """A cue at its moment."""

    at_ms: int
    """From the start of the step, or of the session where a runner gives it out."""
    kind: CueKind
    count: int | None = None
    """The second that a count-in stands for, or the rep; None where nothing is counted."""
    left: int | None = None
    """Reps that are left after the one that is done; None where nobody knows, or none is done."""

    def later(self, ms: int) -> Cue:
        """Return the same cue so many milliseconds later."""
        return replace(self, at_ms=self.at_ms + ms)
