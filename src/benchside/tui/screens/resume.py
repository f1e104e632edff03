"""The question on start when a session was interrupted: its journal stays until it is answered."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from benchside.tui.dialog_keys import DISCARD, FINISH, KEEP
from benchside.tui.screens.question import Choice, Question
from benchside.tui.text import KEPT_ASIDE, day_and_time
from benchside.view import counted

if TYPE_CHECKING:
    from benchside.tui.services import Leftover


class Resume(Enum):
    """What becomes of the interrupted session."""

    GO_ON = auto()
    SAVE = auto()
    DISCARD = auto()


def resume_question(leftover: Leftover) -> Question[Resume]:
    """Ask it; there is no way around an answer but leaving the program."""
    done = counted(leftover.sets_done, "set")
    keep_training = Choice(KEEP, "Keep training", "Go on where it stopped, paused", Resume.GO_ON)
    finish = Choice(FINISH, "Finish", f"Log {done} as a partial session", Resume.SAVE)
    surely = Question(
        f"Discard the interrupted session with its {done}?",
        KEPT_ASIDE,
        (keep_training, finish, Choice(DISCARD, "Discard", "Do not log it", Resume.DISCARD)),
        can_escape=False,
    )
    return Question(
        "A session was interrupted",
        f"{leftover.session}, "
        f"started {day_and_time(leftover.started)}, "
        f"{leftover.sets_done} of {counted(leftover.sets_total, 'set')} done",
        (keep_training, finish, Choice(DISCARD, "Discard", "Asks again", Resume.DISCARD, surely)),
        can_escape=False,
    )
