"""The settings: each with what it can be, kept as soon as it is changed, and tried at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.app import SuspendNotSupported
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from benchside.session import printable
from benchside.tui import keys
from benchside.tui.hearing import Hearing
from benchside.tui.keeping import keep_setting
from benchside.tui.keyed_app import take_keys, with_keys
from benchside.tui.setting_rows import default_of, setting_rows
from benchside.tui.tabs import TabScreen
from benchside.tui.text import plain
from benchside.tui.text.settings import (
    ABOUT,
    BANDS,
    COLUMNS,
    FILES,
    HEAR,
    KEYS,
    KEYS_BY_HAND,
    SCREEN,
    SOUND,
)
from benchside.tui.widgets.choice_row import ChoiceRow, ChoiceValue
from benchside.tui.widgets.key_line import KeyLine
from benchside.tui.widgets.labelled_rows import LabelledRows
from benchside.tui.widgets.tab_line import TabLine
from benchside.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import DescendantFocus
    from textual.screen import Screen
    from textual.widget import Widget

    from benchside.tui.services import Services
    from benchside.tui.setting_rows import SettingRow

OURS: Final = "benchside-"
"""How the names of our own themes begin; they stand first, without it."""


class SettingsScreen(TabScreen):
    """Lists every setting of the model; a new one is there by itself."""

    TAB = "settings"
    BINDINGS: ClassVar = keys.SETTINGS
    CSS_PATH = "settings.tcss"

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self._hearing = Hearing(self, self._tell)

    def compose(self) -> ComposeResult:
        """Yield a panel for each sort of settings, and one for the files."""
        yield TabLine(self.TAB, ABOUT)
        rows = setting_rows(self.services.settings, offered(self, self.services))
        panels = {title: self._panel(title, of_panel) for title, of_panel in rows.items()}
        with VerticalScroll(id="panels", can_focus=False), Horizontal(id="columns"):
            for titles in COLUMNS:
                yield Vertical(*(panels[title] for title in titles), classes="column")
        yield Static(id="about", markup=False)
        yield KeyLine(has_palette=True)
        yield TooSmall()

    def on_mount(self) -> None:
        """Begin with the first setting."""
        self.set_focus(self.query(ChoiceRow).first())

    def on_unmount(self) -> None:
        """Play nothing any more."""
        self.services.setup.stop()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what the chosen setting means."""
        if isinstance(event.widget, ChoiceRow):
            self._tell(with_keys(self.app, event.widget.about))

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        """Keep what was chosen."""
        self._change(event.row, event.value)

    def action_hear(self, what: str) -> None:
        """Play all cues, or one rep."""
        self._hearing.toggle(self.services.setup, one_rep=what == "rep")

    def action_default(self) -> None:
        """Give the chosen setting its default."""
        row = self.focused
        if isinstance(row, ChoiceRow) and row.setting != KEYS:
            self._change(row, default_of(row.setting))
        elif isinstance(row, ChoiceRow):
            self.notify(with_keys(self.app, KEYS_BY_HAND), markup=False)

    async def action_open(self) -> None:
        """Open the file of settings in the athlete's editor, then show what it says."""
        setup = self.services.setup
        try:
            with self.app.suspend():
                problem = setup.edit_settings()
        except SuspendNotSupported:
            path = printable(str(setup.places()["Settings"]))
            problem = f"this terminal cannot be lent to an editor; the file is {path}"
        if problem:
            self.notify(problem, severity="error", markup=False)
        if self.services.settings.theme in self.app.available_themes:
            self.app.theme = self.services.settings.theme
        take_keys(self.app, setup.own_keys())
        await self.recompose()
        self.on_mount()

    def _change(self, row: ChoiceRow, value: object) -> None:
        if row.setting == "athlete":
            self._choose_athlete(str(value))
        else:
            keep_setting(self, self.services, row.setting, value)
        self.call_later(self._show, row)  # a theme is kept when the app has taken it

    def _show(self, row: ChoiceRow) -> None:
        row.show(getattr(self.services.settings, row.setting))

    def _choose_athlete(self, file: str) -> None:
        try:
            problems = self.services.athletes.choose(file)
        except OSError as error:
            self.notify(error.strerror or str(error), severity="error", markup=False)
            return
        for problem in problems:
            self.notify(problem.render(), severity="error", markup=False)

    def _panel(self, title: str, rows: list[SettingRow]) -> Vertical:
        settings = self.services.settings
        made: list[Widget] = [choice_row(row, getattr(settings, row.name)) for row in rows]
        if title == SOUND:
            made.append(Static(with_keys(self.app, HEAR), classes="hint", markup=False))
        if title == SCREEN:
            made.append(Static(_preview(), classes="hint"))
        if title == FILES:
            made.append(_places(self.services))
        panel = Vertical(*made, classes="panel")
        panel.border_title = title
        return panel

    def _tell(self, about: str) -> None:
        self.query_one("#about", Static).update(plain(about))


def choice_row(row: SettingRow, value: object) -> ChoiceRow:
    """Make the row of a setting."""
    return ChoiceRow(row.name, row.label, row.values, value, about=row.about, is_level=row.is_level)


def offered(screen: Screen[Any], services: Services) -> dict[str, list[ChoiceValue]]:
    """Return the values that only this machine knows."""
    themes = sorted(screen.app.available_themes, key=lambda name: not name.startswith(OURS))
    return {
        "theme": [ChoiceValue(name, name.removeprefix(OURS)) for name in themes],
        "sounds": [ChoiceValue(name, name) for name in services.setup.packs()],
        "athlete": [ChoiceValue(one.file, one.name) for one in services.athletes.labels()],
    }


def _preview() -> Content:
    """Show the words of a session in the colours of their bands."""
    return Content("  ").join(
        Content.styled(f" {word} ", f"bold $on-{role} on $band-{role}") for role, word in BANDS
    )


def _places(services: Services) -> LabelledRows:
    """Return where the files are."""
    places = LabelledRows(classes="hint")
    home = str(Path.home())
    places.rows = tuple(
        (what, f"~{told[len(home) :]}" if (told := str(path)).startswith(home) else told)
        for what, path in services.setup.places().items()
    )
    return places
