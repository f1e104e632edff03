"""What the chosen session of the library holds, or what is wrong with its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from benchside.report import outline
from benchside.timeline import schedule_of, totals_of
from benchside.tui.lines import MUTED, joined
from benchside.tui.text import IN_PLACE_OF_SHIPPED, NO_SESSIONS, broken, plain
from benchside.tui.text.library import ABOUT_DAY_ONLY, NOT_READ_YET, last_done_line
from benchside.tui.widgets.block_table import BlockTable
from benchside.tui.widgets.memory_table import MemoryTable, memory_for_card
from benchside.tui.widgets.rows import Rows
from benchside.tui.widgets.too_small import is_roomy
from benchside.view import counted, minutes_of, volume_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget

    from benchside.library import Entry
    from benchside.log import Habits
    from benchside.report import BlockOutline
    from benchside.session import Plan, Problem
    from benchside.timeline import Totals
    from benchside.tui.services import Services
    from benchside.tui.widgets.memory_table import CardMemory


class Preview(NamedTuple):
    """What is shown of a session."""

    plan: Plan
    totals: Totals
    blocks: tuple[BlockOutline, ...]
    last_done: str
    recall: Callable[[], CardMemory]
    """Reads what the log knows of the session; it may take its time, and raise OSError."""
    about_file: str = ""
    """What is to be known of the file; empty where that is nothing."""


def preview_of(
    entry: Entry, habits: Habits | None, *, today: date, recall: Callable[[], CardMemory]
) -> Preview | None:
    """Return what is shown of a session; None where it has problems."""
    agenda = entry.agenda()
    if agenda is None:
        return None
    last = NOT_READ_YET
    if habits is not None:
        file = str(entry.path)
        times = habits.times_done(file)
        last = last_done_line(habits.last_done(file), times, today=today)
    return Preview(
        plan=agenda.plan,
        totals=totals_of(schedule_of(agenda)),
        blocks=outline(agenda),
        last_done=last,
        recall=recall,
        about_file=IN_PLACE_OF_SHIPPED if entry.is_in_place_of_shipped else "",
    )


def length_of(entry: Entry) -> str:
    """Return how long a session takes; empty where it has problems."""
    agenda = entry.agenda()
    return "" if agenda is None else minutes_of(totals_of(schedule_of(agenda)).duration_ms)


class EntryCard(VerticalScroll):
    """A page about a session; scrolls where it is longer than the screen."""

    DEFAULT_CSS = """
    EntryCard {
        padding: 1 3;
        #plan, #known { width: 1fr; height: auto; }
        scrollbar-size-vertical: 1;
        &:focus { background-tint: $foreground 4%; }
        #heading { text-style: bold; }
        #about { color: $text-muted; margin-bottom: 1; }
        #facts { margin-bottom: 1; }
    }
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._title = Rows(id="heading")
        self._about = Static(id="about")
        self._facts = Static(id="facts")
        self._blocks = BlockTable()
        self._memory = MemoryTable()
        self._plan = Vertical(id="plan")
        self._known = Vertical(id="known")
        self._chart: Widget | None = None

    def compose(self) -> ComposeResult:
        """Name, about, facts, blocks."""
        with self._plan:
            yield self._title
            yield self._about
            yield self._facts
            yield self._blocks
        with self._known:
            yield self._memory

    def on_resize(self) -> None:
        """Draw the line as high as there is room for now."""
        self.call_after_refresh(self._fit)

    def on_memory_table_recalled(self, message: MemoryTable.Recalled) -> None:
        """Draw how the main exercise goes."""
        message.stop()
        top = message.known.top_set
        if top is not None and self._chart is None:
            from benchside.tui.widgets.top_set_chart import TopSetChart  # not for the first frame

            self._chart = TopSetChart(top)
            self._chart.display = False
            self._known.mount(self._chart)
        self.call_after_refresh(self._fit)

    def show(self, entry: Entry | None, habits: Habits | None, *, is_day_only: bool) -> None:
        """Show a session, or what is wrong with its file; None where the list has none."""
        if entry is None:
            self._show_problems(NO_SESSIONS, ())
            return
        preview = preview_of(
            entry,
            habits,
            today=self._services.setup.today,
            recall=lambda: memory_for_card(self._services, entry),
        )
        if preview is not None:
            self._show_session(preview)
            return
        self._show_problems(entry.name, () if is_day_only else entry.problems)
        if is_day_only:
            self._about.update(plain(ABOUT_DAY_ONLY))

    def _show_session(self, preview: Preview) -> None:
        """Show what a session holds."""
        self._title.update([plain(preview.plan.name)])
        self._about.update(plain(preview.plan.about))
        self._facts.update(_facts(preview))
        self._blocks.blocks = preview.blocks
        self._draw_nothing()
        self._memory.begin(preview.recall)
        self.scroll_home(animate=False)

    def _fit(self) -> None:
        """Give the line what the rest of the page leaves free; it hides nothing."""
        if self._chart is None:
            return
        from benchside.tui.widgets.top_set_chart import LEAST_ROWS, MOST_ROWS

        is_beside = self._known.region.y == self._plan.region.y
        above = self._memory.outer_size.height + self._memory.styles.margin.height
        above += 0 if is_beside else self._plan.outer_size.height
        free = self.scrollable_content_region.height - above - self._chart.styles.margin.height
        self._chart.display = is_roomy(self.app.size) and free >= LEAST_ROWS
        self._chart.styles.height = min(free, MOST_ROWS) if self._chart.display else 0

    def _draw_nothing(self) -> None:
        if self._chart is not None:
            self._chart.remove()
            self._chart = None

    def _show_problems(self, name: str, problems: Sequence[Problem]) -> None:
        """Show what is wrong with a file."""
        self._title.update([plain(name)])
        self._about.update(Content.styled(broken(len(problems)), "bold $text-error"))
        self._facts.update(Content("\n\n").join(_problem(problem) for problem in problems))
        self._blocks.blocks = ()
        self._draw_nothing()
        self._memory.clear()
        self.scroll_home(animate=False)


def _problem(problem: Problem) -> Content:
    """Return what is wrong, the line it stands in with a caret below, and what to write instead."""
    place = problem.file if problem.line is None else f"line {problem.line}"
    rows = [Content.assemble(plain(place).stylize("bold"), ": ", plain(problem.message))]
    if problem.caret:
        rows.append(plain(f"  {problem.source_line}").stylize(MUTED))
        rows.append(Content.styled(f"  {problem.caret}", "$text-error"))
    if problem.hint:
        rows.append(plain(problem.hint).stylize("italic"))
    return Content("\n").join(rows)


def _facts(preview: Preview) -> Content:
    totals = preview.totals
    volume = volume_of(totals.volume_kg) if totals.volume_kg else ""
    goal = preview.plan.goal
    return Content("\n").join(
        [
            joined(
                [
                    Content.styled(f"about {minutes_of(totals.duration_ms)}", "bold"),
                    counted(totals.working_sets, "working set"),
                    volume,
                    goal or "",
                ]
            ),
            Content.assemble(("last done  ", MUTED), preview.last_done),
            *([Content.styled(preview.about_file, MUTED)] if preview.about_file else []),
        ]
    )
