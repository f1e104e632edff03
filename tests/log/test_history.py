"""What the log says about sessions and exercises."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from benchside.log.history import last_done
from benchside.testing import A_MOMENT, a_record

if TYPE_CHECKING:
    from benchside.log.record import Record

DAY = timedelta(days=1)


def test_a_session_was_last_done_when_it_was_last_finished() -> None:
    records = [
        a_record(session="Legs", started=A_MOMENT + DAY, minutes=30),
        a_record(session="Legs", started=A_MOMENT),
        a_record(session="Arms", started=A_MOMENT + 2 * DAY),
    ]

    assert last_done(records, "Legs") == A_MOMENT + DAY + timedelta(minutes=30)
    assert last_done(records, "Back") is None


def done_in(file: str, session: str = "Legs", *, days: int = 0) -> Record:
    record = a_record(session=session, started=A_MOMENT + days * DAY)
    return replace(record, session=replace(record.session, file=file))


def test_two_sessions_of_one_title_were_each_last_done_when_their_own_file_was() -> None:
    records = [done_in("/monday.toml"), done_in("/friday.toml", days=4)]
    others = {"/friday.toml"}

    monday = last_done(records, "Legs", file="/monday.toml", others=others, is_only=False)
    tuesday = last_done(records, "Legs", file="/tuesday.toml", others=others, is_only=False)

    assert monday == records[0].finished
    assert tuesday is None


def test_a_session_whose_file_was_renamed_keeps_its_history() -> None:
    records = [done_in("/old-name.toml"), done_in("/arms.toml", "Arms", days=1)]

    assert last_done(records, "Legs", file="/legs.toml", others={"/arms.toml"}) == (
        records[0].finished
    )


def test_a_session_whose_title_was_changed_keeps_its_history() -> None:
    records = [done_in("/legs.toml", "Legs"), done_in("/legs.toml", "Heavy legs", days=1)]

    assert last_done(records, "Heavy legs", file="/legs.toml") == records[1].finished
    assert last_done(records[:1], "Heavy legs", file="/legs.toml") == records[0].finished
