"""What the chosen session of the library holds, or what is wrong with its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from benchside.tui.lines import MUTED, joined
from benchside.tui.text import IN_PLACE_OF_SHIPPED, broken, plain
from benchside.tui.text.library import NOT_READ_YET, last_done_line
from benchside.tui.widgets.block_table import BlockTable
from benchside.tui.widgets.memory_table import MemoryTable
from benchside.tui.widgets.rows import Rows
from benchside.view import counted, minutes_of, volume_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from textual.app import ComposeResult

    from benchside.library import Entry
    from benchside.log import Habits, SessionMemory
    from benchside.report import BlockOutline
    from benchside.session import Plan, Problem
    from benchside.timeline import Totals


class Preview(NamedTuple):
    """What is shown of a session."""

    plan: Plan
    totals: Totals
    blocks: tuple[BlockOutline, ...]
    last_done: str
    recall: Callable[[], SessionMemory]
    """Reads what the log knows of the session; it may take its time, and raise OSError."""
    about_file: str = ""
    """What is to be known of the file; empty where that is nothing."""


def preview_of(
    entry: Entry, habits: Habits | None, *, today: date, recall: Callable[[], SessionMemory]
) -> Preview | None:
    """Return what is shown of a session; None where it has problems."""
    agenda = entry.agenda()
    if agenda is None:
        return None
    from benchside.report import outline  # the names stand before these are loaded
    from benchside.timeline import schedule_of, totals_of

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
    from benchside.timeline import schedule_of, totals_of

    agenda = entry.agenda()
    return "" if agenda is None else minutes_of(totals_of(schedule_of(agenda)).duration_ms)


class EntryCard(VerticalScroll):
    """A page about a session; scrolls where it is longer than the screen."""

    DEFAULT_CSS = """
    EntryCard {
        padding: 1 3;
        #plan { width: 1fr; height: auto; }
        scrollbar-size-vertical: 1;
        &:focus { background-tint: $foreground 4%; }
        #heading { text-style: bold; }
        #about { color: $text-muted; margin-bottom: 1; }
        #facts { margin-bottom: 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._title = Rows(id="heading")
        self._about = Static(id="about")
        self._facts = Static(id="facts")
        self._blocks = BlockTable()
        self._memory = MemoryTable()

    def compose(self) -> ComposeResult:
        """Name, about, facts, blocks."""
        with Vertical(id="plan"):
            yield self._title
            yield self._about
            yield self._facts
            yield self._blocks
        yield self._memory

    def show_session(self, preview: Preview) -> None:
        """Show what a session holds."""
        self._title.update([plain(preview.plan.name)])
        self._about.update(plain(preview.plan.about))
        self._facts.update(_facts(preview))
        self._blocks.blocks = preview.blocks
        self._memory.begin(preview.recall)
        self.scroll_home(animate=False)

    def tell(self, about: str) -> None:
        """Say something below the name."""
        self._about.update(plain(about))

    def show_problems(self, name: str, problems: Sequence[Problem]) -> None:
        """Show what is wrong with a file."""
        self._title.update([plain(name)])
        self._about.update(Content.styled(broken(len(problems)), "bold $text-error"))
        self._facts.update(Content("\n\n").join(_problem(problem) for problem in problems))
        self._blocks.blocks = ()
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
