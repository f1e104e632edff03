"""What changed from one view to the next, told in lines.

Pure. It tells what a listener cannot get from the cues: what comes, how much of it, and what was
done. Phases have their sounds and are not told; a line for each would talk over them. Reps and
seconds of a count-in are told only where no cue is heard.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from benchside.plain.results import ended_line, questions, which_set
from benchside.runner import (
    Back,
    SetStatus,
    State,
)
from benchside.view import (
    TIMED_ACTIVITIES,
    Activity,
    about,
    announced,
    counted,
    digits_text,
    named_set,
    part_of,
    passed_over,
    rep_target_now,
    spoken_length,
    word_for,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.view import CapClock, LastSetView, View

COUNT_IN_S: Final = 3
"""The last seconds of a count-in are told one by one."""

TOLD_EVERY_S: Final = 30
"""What is left of a rest or a hold is told at every multiple of this, and once at the end."""

LAST_CALL_S: Final = 10

_WORK: Final = frozenset(
    {
        Activity.ECCENTRIC,
        Activity.PAUSE_STRETCHED,
        Activity.CONCENTRIC,
        Activity.PAUSE_CONTRACTED,
        Activity.LIFT,
        *TIMED_ACTIVITIES,
    }
)
_RESTING: Final = frozenset({Activity.REST, Activity.WAIT})
_COUNTED_DOWN: Final = frozenset({Activity.REST, *TIMED_ACTIVITIES})


def narrate(before: View | None, now: View, *, is_heard: bool = False) -> Iterator[str]:
    """Return what is new, in the order in which it is to be heard.

    Where the cues are heard, they count: lines would come too late behind what is still spoken.
    """
    if before is not None:
        yield from _done(before, now, is_heard=is_heard)
        yield from _stopped_clock(before, now)
        if now.slept_s > before.slept_s:
            yield f"The laptop slept, or the program was stopped: {spoken_length(now.slept_s)}."
    is_new = before is None or now.set.id != before.set.id
    if now.mood in _RESTING:
        yield from _beginning(before, now, is_heard=is_heard)
    if is_new:
        yield from _announced(before, now)
    if now.mood not in _RESTING:
        yield from _beginning(before, now, is_heard=is_heard)
    if before is not None:
        yield from _counted(before, now, is_heard=is_heard)


def where(view: View) -> str:
    """Return where the session stands."""
    if view.state is State.REVIEWING:
        return _review(view)
    number = min(view.sets_done + 1, view.sets_total)
    left = about(view.remaining_s)
    done = f"Set {number} of {view.sets_total} in all"
    return f"{_now(view)}: {named_set(view.set)}. {done}. {left} to go."


def _now(view: View) -> str:
    """Return what is going on, with what is counted of it."""
    seconds = spoken_length(view.seconds or 0)
    match view.mood:
        case Activity.PREPARE:
            return f"Starts in {seconds}"
        case Activity.SWITCH:
            return f"Switch to {view.set.side}, starts in {seconds}"
        case Activity.REST:
            return f"Rest, {seconds} to go"
        case Activity.WAIT:
            return f"Rested for {seconds}, enter starts"
        case Activity.READY | Activity.PAUSED | Activity.FINISHED:
            return view.mood.value.capitalize()
        case _ if view.rep is not None:
            target = rep_target_now(view)
            return f"Rep {view.rep}" + (f" of {target}" if target else "")
        case _:
            word = word_for(view.mood, view.set).capitalize()
            return f"{word}, {seconds} {'so far' if view.counts_up else 'to go'}"


def _done(before: View, now: View, *, is_heard: bool) -> Iterator[str]:
    """Yield the set that has ended."""
    last = now.last
    if last is not None and _has_ended(before, last, now):
        if not is_heard:
            yield from _last_reps(before, last)
        yield ended_line(last, in_round=before.round is not None)
        yield from questions(last)
    elif now.sets_done > before.sets_done:
        yield f"{which_set(before.set)} skipped."


def _stopped_clock(before: View, now: View) -> Iterator[str]:
    """Yield how long a block with a time cap took, once it is over."""
    was = before.cap_clock
    if was is None or was.is_over:
        return
    clock = now.cap_clock
    if clock is None or (now.set.id.block != before.set.id.block and not clock.is_over):
        clock = _clock_at_the_end(before, was, now.last)
    if clock.is_over:
        length = spoken_length(clock.seconds)
        yield f"Time is up: {length}." if clock.is_up else f"Time: {length}."


def _clock_at_the_end(before: View, was: CapClock, last: LastSetView | None) -> CapClock:
    """Return where the clock of a block stopped that was left without a rest; as it was, if not.

    Before its cap, and without its last set done, a block is only left to come back to it.
    """
    is_done = last is not None and last.id == before.set.id and last.status is not SetStatus.CUT
    if is_done and last is not None and last.clock_ms is not None and before.rounds is not None:
        return replace(was, seconds=last.clock_ms // 1_000, is_over=True)
    is_up = was.seconds >= was.cap_s - 1
    return replace(was, seconds=was.cap_s, is_over=True) if is_up else was


def _has_ended(before: View, last: LastSetView, now: View) -> bool:
    """Return whether a set was worked until now; a correction or an undo ends none."""
    if now.sets_done < before.sets_done or last == before.last:
        return False
    if before.last is None or before.last.id != last.id:
        return True
    is_worked_again = before.mood in _WORK and before.set.id == last.id
    return is_worked_again and not (now.mood in _WORK and now.set.id == last.id)


def _last_reps(before: View, last: LastSetView) -> Iterator[str]:
    """Yield the reps that have ended together with their set."""
    if before.reps_done is None or before.set.id != last.id or last.reps is None:
        return
    for rep in range(before.reps_done + 1, last.reps + 1):
        yield str(rep)


def _beginning(before: View | None, now: View, *, is_heard: bool) -> Iterator[str]:
    """Yield what has begun with this view."""
    if before is not None and not _has_begun(before, now):
        return
    match now.mood:
        case Activity.READY:
            yield 'Press enter to begin; write "help" for more.'
        case Activity.REST:
            yield f"Rest {digits_text(now)}."
        case Activity.WAIT:
            yield "Rested. Press enter when you are ready."
        case Activity.PAUSED:
            yield "Paused. Press enter to go on."
        case Activity.SWITCH:
            yield f"Switch to {now.set.side}: {spoken_length(now.seconds or 0)}."
        case Activity.PREPARE:
            yield f"Get ready: {spoken_length(now.seconds or 0)}.{_coaching(now)}"
        case Activity.FINISHED if now.state is State.REVIEWING:
            yield _review(now)
        case Activity.FINISHED:
            return
        case Activity.LIFT:
            piece = "part" if now.part else "set"
            yield f"Go{_part(now)}. Press enter when the {piece} is done."
        case Activity.MAX:
            yield "Go. Count your reps."
        case _ if not is_heard or now.part:
            yield f"Go{_part(now)}."


def _part(now: View) -> str:
    """Return which part of a set begins: `: part 2 of 3, 4 reps`."""
    part = part_of(now)
    return f": {part[:1].lower()}{part[1:].replace(': ', ', ')}" if part else ""


def _review(now: View) -> str:
    """Return what is asked once the last set is over, or the session was finished early."""
    over = "All sets are over." if now.sets_done >= now.sets_total else "The session ends here."
    if now.sets_passed_over and Back in now.allowed:
        sets = passed_over(now.sets_passed_over)
        over = f'{sets}: write "back" to go there, or end here.'
    if not now.sets_assumed:
        return f'{over} Press enter to save; "sets" lists the sets.'
    are, them = ("is", "it") if now.sets_assumed == 1 else ("are", "them")
    return (
        f"{over} {counted(now.sets_assumed, 'set')} {are} not confirmed yet: press enter to "
        f'confirm {them} and save, write "close" to save without; "sets" lists the sets.'
    )


def _has_begun(before: View, now: View) -> bool:
    if now.mood in _WORK:
        is_same = (now.set.id, now.set.side) == (before.set.id, before.set.side)
        return not (before.mood in _WORK and is_same)
    return now.mood is not before.mood


def _coaching(view: View) -> str:
    return f" {view.coaching}." if view.coaching else ""


def _announced(before: View | None, now: View) -> Iterator[str]:
    """Yield the set that comes, with the block where that is new, and the round."""
    card = now.set
    if now.mood is Activity.FINISHED:
        return
    if before is None or card.id.block != before.set.id.block:
        yield f"Block: {card.block}.{_cap(now)}"
    following = "Next: " if now.mood in _RESTING else ""
    yield f"{_round(now)}{following}{announced(card, in_round=now.round is not None)}."


def _cap(now: View) -> str:
    """Return how a block with a time cap goes: ` For time, at most 12 minutes.`"""
    if now.set.time_cap_ms is None:
        return ""
    cap = spoken_length(now.set.time_cap_ms // 1_000)
    if now.rounds is None:
        return f" As many rounds as possible in {cap}."
    return f" {counted(now.rounds, 'round')} for time, at most {cap}."


def _round(view: View) -> str:
    if view.round is None:
        return ""
    of = f" of {view.rounds}" if view.rounds else ""
    return f"Round {view.round}{of}. "


def _counted(before: View, now: View, *, is_heard: bool) -> Iterator[str]:
    """Yield what is counted while it goes on: reps, seconds of the count-in, what is left."""
    is_rep = now.reps_done and now.reps_done != before.reps_done and now.set == before.set
    if is_rep and not is_heard:
        yield str(now.reps_done)
    if now.mood is not before.mood or now.counts_up:
        return
    left_s, before_s = now.seconds or 0, before.seconds or 0
    if not left_s or left_s >= before_s:
        return
    if now.mood in (Activity.PREPARE, Activity.SWITCH):
        if left_s <= COUNT_IN_S and not is_heard:
            yield f"{left_s}"
    elif now.mood in _COUNTED_DOWN and _is_told(before_s, left_s):
        yield f"{spoken_length(left_s)} left."


def _is_told(before_s: int, left_s: int) -> bool:
    """Return whether a moment to tell lies between: every half minute, and the last ten seconds."""
    if left_s <= LAST_CALL_S < before_s:
        return True
    return left_s > LAST_CALL_S and -(-before_s // TOLD_EVERY_S) > -(-left_s // TOLD_EVERY_S)
