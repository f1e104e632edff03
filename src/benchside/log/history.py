"""What the log says about a session or an exercise: when it was last, and with which numbers.

Pure: it takes records, in any order, and knows nothing of files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.runner.results import SetStatus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from benchside.log.record import Record, SetRecord


def last_done(
    records: Iterable[Record],
    session: str,
    *,
    file: str | None = None,
    others: Collection[str] = (),
    is_only: bool = True,
) -> datetime | None:
    """When a session was last finished; None if it never was.

    Sessions are told apart by their `file`. A record whose file is none of the `others`, for it
    was renamed, moved or replaced by one's own since, belongs to the session of its name, if only
    one has that name. Without a `file` the name alone decides.
    """
    return max(
        (
            record.finished
            for record in records
            if (file is not None and record.session.file == file)
            or (is_only and record.session.name == session and record.session.file not in others)
        ),
        default=None,
    )


def last_done_each(records: Iterable[Record]) -> dict[str, datetime]:
    """When each session was last finished, by its name: `last_done` of all of them at once."""
    last: dict[str, datetime] = {}
    for record in records:
        name = record.session.name
        last[name] = max(record.finished, last.get(name, record.finished))
    return last


def last_sets(
    records: Iterable[Record], exercise: str, *, athlete: str | None = None
) -> tuple[SetRecord, ...]:
    """An exercise's sets of the last session that had any, ramp sets and skipped ones left out.

    `athlete` None means anybody's.
    """
    own = (record for record in records if athlete in (None, record.athlete))
    for record in sorted(own, key=lambda record: record.started, reverse=True):
        if found := tuple(one for one in record.sets if _counts(one, exercise)):
            return found
    return ()


def _counts(one: SetRecord, exercise: str) -> bool:
    is_skipped = one.status is SetStatus.SKIPPED
    return one.exercise.casefold() == exercise.casefold() and not (one.ramp or is_skipped)
