"""The keys of the library that are about the athlete: who lifts, and with which training maxes."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Final

from textual.screen import Screen

from benchside.session import InvalidValueError
from benchside.tui.dialogs import open_dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchside.library import Entry
    from benchside.log import MaxRaise
    from benchside.tui.screens.question import Question
    from benchside.tui.services import AthleteName, Services

_KEYS: Final = "123456789abcdefghijklmnopqrstuvwxyz"
"""Of the athletes in their order; who has more chooses by arrows."""


class AthleteActions(Screen[None]):
    """Asks who lifts, and whether training maxes go up."""

    services: Services

    @property
    @abstractmethod
    def chosen(self) -> Entry | None:
        """The session that is chosen; None where there is none."""

    @abstractmethod
    def list_anew(self) -> None:
        """Show everything with the numbers of now."""

    async def action_athlete(self) -> None:
        """Ask who lifts."""
        labels = self.services.athletes.labels()
        question = athlete_question(labels)

        def answered(file: str | None) -> None:
            if file is not None and file not in [one.file for one in labels if one.is_chosen]:
                self._choose(file)

        from benchside.tui.screens.question import QuestionScreen

        await open_dialog(self, QuestionScreen(question), answered)

    async def action_raise_maxes(self) -> None:
        """Ask whether the cycle is done, and the training maxes of the session go up."""
        from benchside.log import max_raises

        entry = self.chosen
        raises = max_raises(entry.plan) if entry and entry.plan else ()
        if not raises:
            told = 'no exercise here has a training max that goes up, such as "+5 kg a cycle"'
            self.notify(told, markup=False)
            return

        def answered(is_done: bool | None) -> None:
            if is_done:
                self._raise(raises)

        from benchside.tui.screens.question import QuestionScreen

        await open_dialog(self, QuestionScreen(cycle_question(raises)), answered)

    def _choose(self, file: str) -> None:
        try:
            problems = self.services.athletes.choose(file)
        except OSError as error:
            self.notify(str(error), severity="error", markup=False)
            problems = ()
        for problem in problems:
            self.notify(problem.render(), severity="error", markup=False)
        self.list_anew()

    def _raise(self, raises: Sequence[MaxRaise]) -> None:
        maxes = {one.name: one.proposal.training_max for one in raises}
        try:
            self.services.athletes.keep_maxes(maxes)
        except OSError as error:
            self.notify(str(error), severity="error", markup=False)
        except InvalidValueError as wrong:
            self.notify(f"{wrong.message}; {wrong.expected}", severity="error", markup=False)
        self.list_anew()


def athlete_question(labels: Sequence[AthleteName]) -> Question[str]:
    """Ask who lifts; the one of now stands first and is the answer of escape."""
    from benchside.tui.screens.question import Choice, Question

    ordered = sorted(labels, key=lambda one: not one.is_chosen)
    keys = dict(zip((one.file for one in ordered), _KEYS, strict=False))
    return Question(
        "Who lifts?",
        "Each has numbers and a history of their own; a file in the folder of athletes is one.",
        tuple(
            Choice(
                keys.get(one.file, ""),
                one.name,
                f"{one.file}.toml" if one.file else "where nobody is named",
                answer=one.file,
            )
            for one in ordered
        ),
    )


def cycle_question(raises: Sequence[MaxRaise]) -> Question[bool]:
    """Ask whether the training maxes go up."""
    from benchside.session import format_mass  # not for the first frame
    from benchside.tui.dialog_keys import KEEP, RAISE
    from benchside.tui.screens.question import Choice, Question

    lines = [
        f"{one.name}: {format_mass(one.before)} → {format_mass(one.proposal.training_max)}"
        for one in raises
    ]
    return Question(
        "Is the last week of the cycle done?",
        "\n".join(lines),
        (
            Choice(KEEP, "Keep", "The training maxes stay as they are", answer=False),
            Choice(RAISE, "Raise", "They are written into your athlete's file", answer=True),
        ),
    )
