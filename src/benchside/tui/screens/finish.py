"""The question behind `q`: what becomes of a session that is ended before its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.runner import Abandon, FinishEarly
from benchside.tui.dialog_keys import DISCARD, FINISH, KEEP
from benchside.tui.screens.question import Choice, Question
from benchside.tui.text import KEPT_ASIDE
from benchside.view import counted

if TYPE_CHECKING:
    from benchside.runner import Command
    from benchside.view import View


def finish_question(view: View) -> Question[Command | None]:
    """Ask it; None for an answer means that the training goes on."""
    done = counted(view.sets_done - view.sets_skipped, "set")
    keep_training: Choice[Command | None] = Choice(KEEP, "Keep training", "Nothing changes", None)
    surely: Question[Command | None] = Question(
        f"Discard this session with its {done}?",
        KEPT_ASIDE,
        (keep_training, Choice(DISCARD, "Discard", "Do not log it", Abandon())),
    )
    return Question(
        "Finish here?",
        f"{view.sets_done} of {counted(view.sets_total, 'set')} done.",
        (
            keep_training,
            Choice(FINISH, "Finish", "Review what was done, and log it", FinishEarly()),
            Choice(DISCARD, "Discard this session", "Asks again", Abandon(), surely),
        ),
    )
