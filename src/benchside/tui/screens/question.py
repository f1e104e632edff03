"""A question with a few answers; those that lose something are asked once more.

The second question cannot be answered by the key that led to it, nor by any key in its first half
second: it is read before it is answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Generic, TypeVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from benchside.tui.dialog_keys import BACK, CHOOSE, QUESTION
from benchside.tui.key_runs import KeyRuns, loop_time_s
from benchside.tui.keyed_app import acting_keys, key_of
from benchside.tui.layouts import latin
from benchside.tui.text import plain
from benchside.tui.widgets.choice_list import ChoiceList
from benchside.tui.widgets.key_line import bindings_of
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import Binding

T = TypeVar("T")

READ_FIRST_S: Final = 0.5
"""A second question takes no answer for so long."""


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """An answer that can be given."""

    key: str
    """The name of an action whose key gives it (`question.keep`), or the place in a numbered list.

    Empty where the list is longer than there are digits and letters.
    """
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
    BINDINGS: ClassVar = QUESTION

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
            yield ChoiceList(
                *(Option(_prompt(choice, self._shown(choice))) for choice in self.question.choices)
            )
        yield TooSmall()

    def on_key(self, event: events.Key) -> None:
        """Take the key of a choice; one that is held since before is no answer."""
        waits_for_key = self._keys.began_s(latin(event.character or "") or event.key) < (
            self._opened_s
        )
        for choice in self.question.choices:
            if self._is_of(choice, event):
                event.stop()
                if not waits_for_key:
                    self._answer(choice)
                return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Return whether a key does anything here."""
        return action != "answer" or parameters[0] in [one.key for one in self.question.choices]

    @property
    def told_bindings(self) -> list[Binding]:
        """The keys of this question: those of its answers, and what works in every one."""
        asked = {one.key for one in self.question.choices}
        return [
            binding
            for binding in bindings_of(self)
            if binding.id in asked or not binding.action.startswith("answer(")
        ]

    def action_answer(self, name: str) -> None:
        """Take the choice of a name."""
        for choice in self.question.choices:
            if choice.key == name:
                self._answer(choice)
                return

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

    def _is_of(self, choice: Choice[T], event: events.Key) -> bool:
        if _has_name(choice):
            return event.key in acting_keys(self.app, choice.key)
        return self._shown(choice) == latin(event.character or "") != ""

    def _shown(self, choice: Choice[T]) -> str:
        """Return the key that gives a choice; nothing where another action of ours has it."""
        if _has_name(choice):
            return key_of(self.app, choice.key)
        taken = acting_keys(self.app, CHOOSE) | acting_keys(self.app, BACK)
        return "" if choice.key in taken else choice.key

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


def _has_name(choice: Choice[T]) -> bool:
    return "." in choice.key


def _prompt(choice: Choice[T], key: str) -> Content:
    return Content.assemble(
        (f" {key or '…'} ", "bold $text-primary on $primary-muted"),
        ("  " + choice.label, "bold"),
        "\n     " + choice.what,
    )
