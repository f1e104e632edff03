"""What changed from one view to the next, told in lines.

Pure. It tells what a listener cannot get from the cues: what comes, how much of it, and what was
done. Phases have their sounds and are not told; a line for each would talk over them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.runner.commands import (
    AddTime,
    Back,
    FinishEarly,
    Go,
    Pause,
    Skip,
)
from benchside.runner.machine import MOVES, State
from benchside.runner.view import TIMED_MOODS, Mood
from benchside.wording import announced, counted, set_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchside.runner.commands import Command
    from benchside.runner.view import LastSet, View

COUNT_IN_S: Final = 3
"""The last seconds of a count-in are told one by one."""

TOLD_EVERY_S: Final = 30
"""What is left of a rest or a hold is told at every multiple of this, and once at the end."""

LAST_CALL_S: Final = 10

_WORK: Final = frozenset(
    {
        Mood.ECCENTRIC,
        Mood.PAUSE_STRETCHED,
        Mood.CONCENTRIC,
        Mood.PAUSE_CONTRACTED,
        Mood.LIFT,
        *TIMED_MOODS,
    }
)
_RESTING: Final = frozenset({Mood.REST, Mood.WAIT})
_COUNTED_DOWN: Final = frozenset({Mood.REST, *TIMED_MOODS})

_KEYS: Final[Mapping[type[Command], str]] = {
    Go: "enter",
    Pause: "p",
    Skip: "skip",
    Back: "back",
    AddTime: "+ or -",
    FinishEarly: "finish",
}


def narrate(before: View | None, now: View) -> Iterator[str]:
    """Tell what is new, in the order in which it is to be heard."""
    if before is not None:
        yield from _done(before, now)
        if now.slept_s > before.slept_s:
            yield f"The laptop slept for {_spoken(now.slept_s)}."
    is_new = before is None or now.set.index != before.set.index
    if now.mood in _RESTING:
        yield from _beginning(before, now)
    if is_new:
        yield from _announced(before, now)
    if now.mood not in _RESTING:
        yield from _beginning(before, now)
    if before is not None:
        yield from _counted(before, now)


def where(view: View) -> str:
    """Tell where the session stands."""
    what = f"{view.set.exercise}, {set_of(view.set)}"
    at = f", {view.digits}{'' if view.counts_up else ' left'}" if view.digits else ""
    reps = f", {view.reps_done} of {view.reps_target} reps" if view.reps_done is not None else ""
    return (
        f"{view.mood.replace('-', ' ').capitalize()}{at}: {what}{reps}. "
        f"{view.sets_done} of {view.sets_total} sets, {_spoken(view.remaining_s)} left."
    )


def refused(view: View) -> str:
    """Tell that a word does nothing now, and which do."""
    moves = MOVES[view.state]
    words = [f"{word} ({moves[command]})" for command, word in _KEYS.items() if command in moves]
    return f"That does nothing now. What does: {', '.join(words)}." if words else "It is over."


def seconds_of(digits: str) -> int:
    """Read a view's clock back: `2:45` is 165; 0 where it shows nothing."""
    seconds = 0
    for part in digits.split(":") if digits else ():
        seconds = seconds * 60 + int(part)
    return seconds


def _done(before: View, now: View) -> Iterator[str]:
    """The set that has ended, or what is now known of it."""
    if now.last is None or now.last == before.last:
        return
    left_it = now.state is not State.WORKING or now.set.index != before.set.index
    if before.mood in _WORK and left_it:
        yield f"{_ended(before, now.last)} done{_result(now.last)}."
        if now.last.asks_reps and now.last.reps is None and now.status is None:
            yield 'How many reps? Write "reps" and the number.'
    else:
        yield f"Corrected, {now.last.exercise}{_result(now.last)}."


def _ended(before: View, last: LastSet) -> str:
    """Name the set that has ended; in rounds its number would only be that of the round."""
    return f"Set {last.number} of {last.of}" if before.round is None else last.exercise


def _result(last: LastSet) -> str:
    amount = _held(last.held_ms) if last.reps is None else counted(last.reps, "rep")
    rpe = f"RPE {last.rpe}" if last.rpe else ""
    note = f"note: {last.note}" if last.note else ""
    told = ", ".join(part for part in (amount, last.load, rpe, note) if part)
    return f": {told}" if told else ""


def _held(held_ms: Sequence[int]) -> str:
    """How long a set was held: `20 seconds each side`; empty where the set goes by reps."""
    times = [_spoken(ms // 1_000) for ms in held_ms]
    if len(times) > 1 and len(set(times)) == 1:
        return f"{times[0]} each side"
    return " and ".join(times)


def _beginning(before: View | None, now: View) -> Iterator[str]:
    """What has begun with this view."""
    if before is not None and not _has_begun(before, now):
        return
    match now.mood:
        case Mood.READY:
            yield 'Press enter to begin; write "help" for more.'
        case Mood.REST:
            is_last = now.sets_done == now.sets_total
            yield f"The session ends in {now.digits}." if is_last else f"Rest {now.digits}."
        case Mood.WAIT:
            yield "Rested. Press enter when you are ready."
        case Mood.PAUSED:
            yield "Paused. Press enter to go on."
        case Mood.SWITCH:
            yield f"Switch to {now.set.side}: {now.digits} seconds."
        case Mood.PREPARE:
            yield f"Get ready: {now.digits} seconds.{_coaching(now)}"
        case Mood.FINISHED:
            return
        case Mood.LIFT:
            yield "Go. Press enter when the set is done."
        case Mood.MAX:
            yield "Go. Count your reps."
        case _:
            yield "Go."


def _has_begun(before: View, now: View) -> bool:
    if now.mood in _WORK:
        is_same = (now.set.index, now.set.side) == (before.set.index, before.set.side)
        return not (before.mood in _WORK and is_same)
    return now.mood is not before.mood


def _coaching(view: View) -> str:
    return f" {view.coaching}." if view.coaching else ""


def _announced(before: View | None, now: View) -> Iterator[str]:
    """The set that comes, with the block where that is new, and the round."""
    card = now.set
    if now.mood is Mood.FINISHED:
        return
    if before is None or card.block != before.set.block:
        yield f"Block: {card.block}."
    following = "Next: " if now.mood in _RESTING else ""
    yield f"{_round(now)}{following}{announced(card, in_round=now.round is not None)}."


def _round(view: View) -> str:
    if view.round is None:
        return ""
    of = f" of {view.rounds}" if view.rounds else ""
    return f"Round {view.round}{of}. "


def _counted(before: View, now: View) -> Iterator[str]:
    """What is counted while it goes on: reps, seconds of the count-in, what is left."""
    if now.reps_done and now.reps_done != before.reps_done and now.set == before.set:
        of = f" of {now.reps_target}" if now.reps_target[-1:].isdigit() else ""
        yield f"Rep {now.reps_done}{of}."
    if now.mood is not before.mood or now.counts_up:
        return
    left_s, before_s = seconds_of(now.digits), seconds_of(before.digits)
    if not left_s or left_s >= before_s:
        return
    if now.mood in (Mood.PREPARE, Mood.SWITCH) and left_s <= COUNT_IN_S:
        yield f"{left_s}"
    elif now.mood in _COUNTED_DOWN and _is_told(before_s, left_s):
        yield f"{_spoken(left_s)} left."


def _is_told(before_s: int, left_s: int) -> bool:
    """Whether a moment to tell lies between: every half minute, and the last ten seconds."""
    if left_s <= LAST_CALL_S < before_s:
        return True
    return left_s > LAST_CALL_S and -(-before_s // TOLD_EVERY_S) > -(-left_s // TOLD_EVERY_S)


def _spoken(seconds: int) -> str:
    """A length as it is said: `45 seconds`, `2 minutes 30 seconds`."""
    minutes, left = divmod(seconds, 60)
    parts = []
    if minutes:
        parts.append(f"{minutes} minute{'s' if minutes > 1 else ''}")
    if left or not minutes:
        parts.append(f"{left} second{'s' if left != 1 else ''}")
    return " ".join(parts)
