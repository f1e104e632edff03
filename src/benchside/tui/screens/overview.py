"""Today's sets, done and to come: to go to one, correct one, add, leave out, load otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from benchside.runner import Jump, Undo
from benchside.tui import footer, set_keys
from benchside.tui.dialogs import open_dialog
from benchside.tui.screens.planning import PlanningScreen
from benchside.tui.text import overview as text, plain
from benchside.tui.widgets.choice_list import ChoiceList
from benchside.tui.widgets.key_line import KeyLine
from benchside.view import SetStage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.app import ComposeResult

    from benchside.player import LiveSession
    from benchside.runner import ChangeLoad
    from benchside.timeline import SetId
    from benchside.view import OverviewSet

REFRESH_S = 0.5
"""How often it looks whether the session has gone on."""


class OverviewScreen(PlanningScreen[None]):
    """Lists the sets; the session goes on behind it."""

    CSS_PATH = "overview.tcss"
    BINDINGS: ClassVar = set_keys.OVERVIEW

    def __init__(self, session: LiveSession) -> None:
        super().__init__()
        self.session = session
        self._sets: tuple[OverviewSet, ...] = ()
        self._width = 0

    def compose(self) -> ComposeResult:
        """Yield a title, the list, what the signs mean, the keys."""
        yield Static(text.TITLE, id="title", markup=False)
        yield ChoiceList(id="sets")
        yield Static(text.LEGEND, id="legend", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the set that is going on or comes next."""
        self.look()
        now = next((one.id for one in self._sets if one.stage is SetStage.NOW), None)
        self._highlight(now)
        self.set_interval(REFRESH_S, self.look)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the columns out for the room that there is."""
        self._width = event.size.width
        self._list(self.meant)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Return whether a key does anything now."""
        return footer.is_legal(action, self.session.state.view)

    @property
    def chosen(self) -> OverviewSet | None:
        """The highlighted set; None where there is none."""
        place = self.query_one(OptionList).highlighted
        return None if place is None or place >= len(self._sets) else self._sets[place]

    @property
    def meant(self) -> SetId | None:
        """The highlighted set."""
        return None if self.chosen is None else self.chosen.id

    def look(self) -> None:
        """List the sets as they are now; the highlight stays on its set."""
        sets = tuple(self.session.sets.overview)
        if sets == self._sets:
            return
        chosen, self._sets = self.meant, sets
        self._list(chosen)
        self.refresh_bindings()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the clicked set."""
        event.stop()
        self.run_worker(self.action_choose())

    async def action_choose(self) -> None:
        """Go on with the set, or correct it where it is done."""
        from benchside.tui.screens.correct import CorrectScreen

        chosen = self.chosen
        if chosen is None:
            return
        if chosen.result is not None and chosen.stage is not SetStage.SKIPPED:
            await open_dialog(self, CorrectScreen(self.session, chosen.result))
        elif chosen.stage is SetStage.NOW:
            self.dismiss()
        else:
            self.bend(Jump(chosen.id))
            self.dismiss()

    def offered_loads(self) -> tuple[ChangeLoad, ...]:
        """Return what takes the load that is offered for the highlighted set's exercise."""
        memory = self.session.state.memory
        offers = memory.offers if memory else ()
        return tuple(
            command for one in offers if self.meant in one.sets for command in one.commands
        )

    def on_screen_resume(self) -> None:
        """Show what a dialog has changed."""
        if self.is_mounted:
            self.look()

    def action_undo(self) -> None:
        """Take the last key back."""
        self.session.press(Undo())
        self.look()

    def _list(self, chosen: SetId | None) -> None:
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(row) for row in _rows(self._sets, width=self._width)])
        self._highlight(chosen)

    def _highlight(self, set_id: SetId | None) -> None:
        places = [place for place, one in enumerate(self._sets) if one.id == set_id]
        self.query_one(OptionList).highlighted = places[0] if places else 0


def _rows(sets: Sequence[OverviewSet], *, width: int) -> Iterator[Content]:
    """Yield each set on a line, in columns; the exercise is named where it changes."""
    rows = [text.row_of(one) for one in sets]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(5)]
    room = max(width - sum(widths) - len("    ") * 3 + widths[1] - 4, 12)
    name = min(widths[1], room)
    before = ""
    for one, (mark, exercise, which, asked, done) in zip(sets, rows, strict=True):
        named = "" if exercise == before else exercise
        before = exercise
        line = f"{mark} {named[:name]:{name}}  {which:{widths[2]}}  {asked:{widths[3]}}  {done}"
        style = "bold" if one.stage is SetStage.NOW else ""
        yield Content.styled(str(plain(line.rstrip())), style)
