"""What is counted, as one statement to be read from the bench: REP 4 OF 5-8, 0:18 OF 0:30."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from benchside.session import AS_MANY_AS_POSSIBLE, clock_text, target_text
from benchside.view import Activity, asked_now, digits_text, rep_target, rep_target_now

if TYPE_CHECKING:
    from benchside.view import SetView, View

_AHEAD: Final = frozenset({Activity.READY, Activity.PREPARE, Activity.REST, Activity.WAIT})
"""The set is still to come: what it asks for stands where it will be counted."""


@dataclass(frozen=True, slots=True)
class RepBlocks:
    """The reps of a set as a row of blocks."""

    done: int
    is_under_way: bool
    """Whether a rep is going on."""
    low: int
    """Reps after which the set has its least; a mark stands there where more are asked for."""
    total: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that is counted, with what comes before and behind it."""

    label: str
    number: str
    tail: str
    widest: str
    """The widest number that will stand here during the set: the size is that of it."""
    blocks: RepBlocks | None = None

    @property
    def text(self) -> str:
        """The whole statement."""
        return " ".join(part for part in (self.label, self.number, self.tail) if part)


def counted_of(view: View) -> Counted:
    """Return what is counted now, or what the set that comes asks for."""
    activity = view.paused_mood or view.mood
    if activity is Activity.FINISHED:
        return Counted("", digits_text(view), "TOTAL", "00:00")
    if activity in _AHEAD or activity is Activity.SWITCH:
        return _asked(view.set)
    if view.rep is not None:
        return _reps(view, view.rep)
    return _time(view)


def _reps(view: View, rep: int) -> Counted:
    target = asked_now(view)
    if target is None or target == AS_MANY_AS_POSSIBLE:
        return Counted("REP", str(rep), "", "0" * max(len(str(rep)), 2))
    high = target.high or max(target.low, rep)
    blocks = RepBlocks(
        done=view.reps_done or 0,
        is_under_way=(view.reps_done or 0) < rep,
        low=target.low,
        total=high,
    )
    widest = "0" * len(str(high))
    return Counted("REP", str(rep), f"OF {rep_target_now(view)}", widest, blocks)


def _time(view: View) -> Counted:
    """Return a time to go, of how long it is; or a stopwatch beside what is asked for."""
    number = digits_text(view)
    widest = "0" * len(number.partition(":")[0]) + ":00"
    if view.counts_up:
        return Counted("", number, _reps_asked(view), widest)
    return Counted("", number, f"OF {clock_text(view.whole_s)}", widest)


def asked_large(card: SetView) -> str:
    """Return what a set asks for in a word or two to be drawn: `5-8 REPS`, `0:30`."""
    asked = _asked(card)
    return asked.text


def _asked(card: SetView) -> Counted:
    """Return what a set asks for: 5-8 REPS, 0:30, MAX IN 0:30."""
    if card.reps is None and card.time_ms is not None and not card.parts:
        time = clock_text(card.time_ms // 1_000)
        return Counted("", time, "EACH SIDE" if card.side else "", time)
    if card.reps is None or card.parts:
        target = target_text(card).upper()
        return Counted("", target, "REPS" if card.reps is not None else "", target)
    target = rep_target(card).upper()
    if card.time_ms is not None:
        return Counted("", target, f"IN {clock_text(card.time_ms // 1_000)}", target)
    return Counted("", target, _unit(card), target)


def _reps_asked(view: View) -> str:
    """Return what is asked for now beside a stopwatch: `9 REPS`, of a part its own; `40 M`."""
    asked = asked_now(view)
    if asked == AS_MANY_AS_POSSIBLE:
        return ""
    if asked is None:
        return target_text(view.set).upper()
    return f"{rep_target_now(view)} {'REP' if asked.high == 1 else 'REPS'}"


def _unit(card: SetView) -> str:
    return "REP" if card.reps is not None and card.reps.high == 1 else "REPS"
