"""The words of what the log knows: on the card, beside the session, and in the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.log import last_words, proposal_words, record_words, review_words
from benchside.session import format_load
from benchside.tui.text import short_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from benchside.log import SessionMemory, SessionReview
    from benchside.player import SetMemory

LAST_TIME: Final = "LAST TIME"
TODAY: Final = "TODAY"
RECORD: Final = "RECORD"
NOTHING_OFFERED: Final = "no other load is offered now"
SESSION_NOTE_TITLE: Final = "Note for this session"


def session_rows(memory: SetMemory, *, is_at_work: bool) -> Iterator[tuple[str, str]]:
    """Yield what is told beside a set, each with its label; in a set only what is new."""
    if memory.new_records:
        yield RECORD, " · ".join(map(record_words, memory.new_records))
    if is_at_work:
        return
    if memory.last is not None:
        note = f' · "{memory.last.note}"' if memory.last.note else ""
        yield LAST_TIME, f"{last_words(memory.last)}{note}"
    if memory.proposal is not None:
        yield TODAY, f"{_how_to_take(memory)}{proposal_words(memory.proposal)}"


def card_rows(memory: SessionMemory, *, today: date) -> Iterator[tuple[str, str, str]]:
    """Yield the exercises of a session: the name, what was done last, what is proposed or noted."""
    for (_, tempo), one in memory.exercises.items():
        offers = [
            offer
            for offer in memory.offers
            if (offer.group.exercise, offer.group.goal.tempo) == (one.exercise, tempo)
        ]
        if one.last is None:
            continue
        yield one.exercise, last_words(one.last), short_day(one.last.date, today).lstrip()
        if one.last.note:
            yield "", f'"{one.last.note}"', ""
        for offer in offers:
            yield "", f"→ {proposal_words(offer.proposal)}", ""


def summary_rows(review: SessionReview, note: str) -> Iterator[tuple[str, str]]:
    """Yield what a session came to, each with its label, the most telling first."""
    if note:
        yield "note", note
    yield from review_words(review)


def _how_to_take(memory: SetMemory) -> str:
    """Return which key takes the load that is proposed, before it is cut off by a narrow screen."""
    offer = memory.offer
    if offer is None:
        return ""
    if not offer.is_taken:
        return "{plan.take_loads} takes "
    if not offer.written:
        return "taken: "
    return f"taken ({{plan.take_loads}} puts {format_load(offer.written)} back): "
