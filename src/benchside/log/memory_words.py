"""How last time, proposals and the review of a session are said, the same in every face.

Pure.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from benchside.log.last_time import last_time_words, sets_words
from benchside.log.words import adherence_words, record_words
from benchside.session import format_load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.log.last_time import LastTime
    from benchside.log.progression import Proposal
    from benchside.log.review import SessionReview

    Told: TypeAlias = tuple[str, str]
    """What a fact is about, and the fact."""


def last_words(last: LastTime) -> str:
    """Return the last time on one line, with its tempo where that was another: `8 8 @ 97.5 kg`."""
    if last.is_same_tempo:
        return last_time_words(last)
    return f"{last_time_words(last)}, {f'tempo {last.tempo}' if last.tempo else 'at will'}"


def proposal_words(proposal: Proposal) -> str:
    """Return what to lift, with its reason: `102.5 kg for 5 5 5: all 3 × 5 at 100 kg`."""
    return f"{goal_words(proposal)}: {proposal.reason}"


def goal_words(proposal: Proposal) -> str:
    """Return what to lift: `102.5 kg for 5 5 5`, without a load `9 9 8 reps`."""
    goals = " ".join(str(reps) for reps in proposal.reps if reps)
    if proposal.load is None:
        return f"{goals} reps" if goals else "as before"
    load = format_load(proposal.load)
    return f"{load} for {goals}" if goals else load


def review_words(review: SessionReview) -> Iterator[Told]:
    """Yield what a session came to: records, what is next, against last time and its plan."""
    for exercise, records in groupby(review.records, key=lambda one: one.by.exercise):
        yield "record", f"{exercise}: {'; '.join(map(record_words, records))}"
    for following in review.next_loads:
        yield "next time", f"{following.exercise} {proposal_words(following.proposal)}"
    for one in review.exercises:
        if one.last is not None:
            told = f"{one.exercise}: {sets_words(one.sets)}"
            yield "today", f"{told}; last time {last_words(one.last)}"
    plan = (f"{what} {told}" for what, told in adherence_words(review.adherence))
    yield "plan", " · ".join(plan)
