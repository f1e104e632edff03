"""The question behind `q`: what becomes of a session that is ended before its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchside.runner.commands import Abandon, FinishEarly
from benchside.tui.screens.question import Choice, Question
from benchside.wording import counted

if TYPE_CHECKING:
    from benchside.runner.commands import Command
    from benchside.runner.view import View


def finish_question(view: View) -> Question[Command | None]:
    """Ask it; None for an answer means that the training goes on."""
    done = counted(view.sets_done, "set")
    keep_training: Choice[Command | None] = Choice("k", "Keep training", "Nothing is changed", None)
    surely: Question[Command | None] = Question(
        "Give up without saving?",
        f"{done} will be in no log, and cannot be brought back.",
        (keep_training, Choice("g", "Give up", f"Forget {done}", Abandon())),
    )
    return Question(
        "Finish here?",
        f"{done} of {view.sets_total} done.",
        (
            keep_training,
            Choice("f", "Finish", "Keep what was done, and log it", FinishEarly()),
            Choice("g", "Give up without saving", "Asks once more", Abandon(), surely),
        ),
    )
