"""What the log knows, told beside the session on plain lines. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.log import goal_words, last_words, proposal_words, record_words
from benchside.runner import State
from benchside.session import format_load
from benchside.view import Activity, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.player import OfferView, PlayerState, SetMemory

_OVER: Final = frozenset({State.REVIEWING, State.FINISHED})


def tell_memory(before: PlayerState | None, now: PlayerState) -> Iterator[str]:
    """Return what is new of what the log knows, after what is new of the session."""
    memory = now.memory
    if memory is None:
        return
    known = None if before is None else before.memory
    yield from _records(known, memory)
    if now.view.state in _OVER:
        return
    is_new = before is None or known is None or known.exercise != memory.exercise
    is_later_round = (now.view.round or 1) > 1
    if (is_new and not is_later_round) or _was_over(before):
        yield from _about_exercise(memory)
    if known is None and now.view.mood is Activity.READY:
        yield from _other_offers(memory)


def taken_line(memory: SetMemory | None) -> str:
    """Return what has become of the offers once they were taken, or put back."""
    offers = memory.offers if memory else ()
    taken = [f"{one.exercise} {goal_words(one.proposal)}" for one in offers if one.is_taken]
    if taken:
        return f"Taken: {', '.join(taken)}."
    back = [f"{one.exercise} {format_load(one.written)}" for one in offers if one.written]
    return f"As the session has it: {', '.join(back)}." if back else "Nothing is offered now."


def _was_over(before: PlayerState | None) -> bool:
    return before is not None and before.view.state in _OVER


def _records(known: SetMemory | None, memory: SetMemory) -> Iterator[str]:
    told = () if known is None else known.records
    for one in memory.records:
        if one not in told:
            yield f"Record, {one.by.exercise}: {record_words(one)}."


def _about_exercise(memory: SetMemory) -> Iterator[str]:
    """Return what is to be known before the first set of an exercise."""
    if memory.last is not None:
        yield f"Last time: {last_words(memory.last)}."
        if memory.last.note:
            yield f"Note of last time: {memory.last.note}"
    if memory.proposal is not None:
        yield f"Today: {proposal_words(memory.proposal)}.{_how_to_take(memory.offer)}"


def _how_to_take(offer: OfferView | None) -> str:
    if offer is None or offer.is_taken:
        return ""
    return ' Write "take" to take it.'


def _other_offers(memory: SetMemory) -> Iterator[str]:
    """Tell at the start that more is offered for what comes later."""
    others = [one for one in memory.offers if one is not memory.offer]
    if others:
        loads = ", ".join(f"{one.exercise} {goal_words(one.proposal)}" for one in others)
        yield f'{counted(len(others), "more load")} offered: {loads}. "take" takes all.'
