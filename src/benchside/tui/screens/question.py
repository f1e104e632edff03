"""A question with a few answers; those that lose something are asked once more.

The second question cannot be answered by the key that led to it, nor by any key in its first half
second: it is read before it is answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from benchside.tui.key_runs import KeyRuns, loop_time_s
from benchside.tui.layouts import latin
from benchside.tui.text import plain
from benchside.tui.widgets.choice_list import ChoiceList
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

T = TypeVar("T")

READ_FIRST_S: Final = 0.5
"""A second question takes no answer for so long."""


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """An answer that can be given."""

    key: str
    """One letter, which means the same in every question."""
    label: str
    what: str
    """What it does, on one line."""
    answer: T
    sure: Question[T] | None = None
    """Asked before the answer counts; None where it loses nothing."""


@dataclass(frozen=True, slots=True)
class Question(Generic[T]):
    """What is asked. The first choice loses nothing: a hasty key ends there."""

    title: str
    about: str
    choices: tuple[Choice[T], ...]
    can_escape: bool = True
    """Whether escape gives the first answer; otherwise it must be answered."""


class QuestionScreen(ModalScreen[T]):
    """Asks, and is dismissed with the answer."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar = [
        Binding("escape", "escape", "back", show=False),
        Binding("space", "choose", "choose", show=False),
    ]

    def __init__(
        self, question: Question[T], *, keys: KeyRuns | None = None, is_second: bool = False
    ) -> None:
        super().__init__()
        self.question = question
        self._keys = keys or KeyRuns()
        self._opened_s = loop_time_s()
        self._deaf_until_s = self._opened_s + (READ_FIRST_S if is_second else 0.0)

    def compose(self) -> ComposeResult:
        """Title, what it is about, the choices."""
        with Vertical(classes="dialog"):
            yield Static(plain(self.question.title), classes="title")
            yield Static(plain(self.question.about), classes="about")
            yield ChoiceList(*(Option(_prompt(choice)) for choice in self.question.choices))
        yield TooSmall()

    def on_key(self, event: events.Key) -> None:
        """Take the letter of a choice on any layout; one that is held since before is no answer."""
        letter = latin(event.character or "")
        waits_for_key = self._keys.began_s(letter) < self._opened_s
        for choice in self.question.choices:
            if letter == choice.key:
                event.stop()
                if not waits_for_key:
                    self._answer(choice)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the chosen one."""
        self._answer(self.question.choices[event.option_index])

    def action_choose(self) -> None:
        """Take the highlighted one."""
        self.query_one(OptionList).action_select()

    def action_escape(self) -> None:
        """Take the answer that loses nothing."""
        if self.question.can_escape:
            self._answer(self.question.choices[0])

    def _answer(self, choice: Choice[T]) -> None:
        if not self.is_active or loop_time_s() < self._deaf_until_s:
            return
        if choice.sure is None:
            self.dismiss(choice.answer)
        else:
            sure = QuestionScreen(choice.sure, keys=self._keys, is_second=True)
            self.app.push_screen(sure, self._answer_surely)

    def _answer_surely(self, answer: T | None) -> None:
        self.dismiss(answer)


def _prompt(choice: Choice[T]) -> Content:
    return Content.assemble(
        (f" {choice.key} ", "bold $text-primary on $primary-muted"),
        ("  " + choice.label, "bold"),
        "\n     " + choice.what,
    )
