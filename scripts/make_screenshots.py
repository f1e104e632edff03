"""Make the pictures of docs/pictures again: a shipped session, led by a clock that stands still.

python scripts/make_screenshots.py [FOLDER]
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import tempfile
from functools import cached_property
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING

from benchside.app.history import LogHistory
from benchside.app.program import Program
from benchside.log.entries import Header
from benchside.log.record import encode
from benchside.player.loop import SessionLoop
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.runner.commands import Amend, Go
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.testing import FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker
from benchside.timeline.agenda import agenda_of
from benchside.tui.app import BenchsideApp
from benchside.tui.screens.summary import SummaryScreen
from benchside.view.view import Activity, View

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.sample_log import NOW, half_a_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.library.library import Entry
    from benchside.view.view import LastSetView

    Moment = Callable[[View], bool]

CELL_WIDTH = 12.2
"""Of a cell in an exported picture."""
TEXT = re.compile(r'(<text [^>]*?)x="([\d.]+)"([^>]*? )textLength="[\d.]+"([^>]*)>([^<]*)</text>')
SIZE = (120, 36)
SESSION = "hip-thrust-strength"
STEP_MS = 100
LIFT_MS = 30_000
"""How long a set at will takes."""

BROKEN = """\
name = "Push day"

[[block]]
name = "Press"

  [[block.exercise]]
  name  = "Bench press"
  sets  = 3
  reps  = "5-x"
  load  = "80"
  temp  = "3-1-X-0"
"""


class Studio(Program):
    """A program whose sessions stand still at a moment."""

    def __init__(self, home: Path, moment: Moment | None = None) -> None:
        super().__init__({"BENCHSIDE_HOME": str(home)})
        self._moment = moment

    @cached_property
    def history(self) -> LogHistory:
        """The log, seen on a day that stands still."""
        return LogHistory(
            self.memory,
            log=self.home.log,
            own_name=lambda: self.athletes.name,
            catalogue=lambda: self.shelf.exercises.catalogue,
            now=lambda: NOW,
        )

    @property
    def log_path(self) -> Path:
        """A path that is nobody's."""
        return Path("~/.local/share/benchside/log.jsonl")

    def play(self, entry: Entry) -> SessionLoop:
        """Lead a session to its moment and leave it there."""
        plan = entry.plan
        assert plan is not None
        clock = FakeClock()
        recorder = SessionRecorder(
            journal=MemoryJournal(),
            logbook=MemoryLogbook(),
            header=lambda started: Header(
                started=started,
                plan=plan,
                file=entry.path.name,
                digest="",
                athlete="me",
            ),
        )
        player = Player(
            Runner(agenda_of(plan)), clock=clock, speaker=RecordingSpeaker(clock), recorder=recorder
        )
        player.order(Go())
        if self._moment is not None:
            lead(player, clock, self._moment)
        return SessionLoop(player)


def lead(player: Player, clock: FakeClock, moment: Moment) -> None:
    """Let time pass until a moment has come, pressing the key where one is waited for."""
    lifting_ms = 0
    while not moment(player.tick().view):
        view = player.state.view
        lifting_ms = lifting_ms + STEP_MS if view.mood is Activity.LIFT else 0
        if view.mood is Activity.WAIT or lifting_ms >= LIFT_MS:
            player.order(Go())
        elif view.mood is Activity.REST and view.last is not None and view.last.is_assumed:
            player.order(Amend(view.last.id, reps=reps_of(view.last)))
        clock.advance(STEP_MS)


def reps_of(last: LastSetView) -> int | None:
    """What the athlete tells of a set: the reps that were counted, or a dozen."""
    if not last.counts_reps:
        return None
    return last.reps or 12


def in_a_rep(view: View) -> bool:
    """The fourth rep of the second working set, on its way up."""
    return (
        is_second_set(view) and view.mood is Activity.CONCENTRIC and view.rep == 4 and view.bar > 30
    )


def in_a_rest(view: View) -> bool:
    """In the middle of the rest before the third working set."""
    card = view.set
    is_third = card.number == 3 and not card.is_ramp and card.exercise == "Barbell hip thrust"
    return is_third and view.mood is Activity.REST and view.bar > 20


def is_second_set(view: View) -> bool:
    """The second working set of the main exercise."""
    card = view.set
    return card.number == 2 and not card.is_ramp and card.exercise == "Barbell hip thrust"


def is_over(view: View) -> bool:
    """All sets are over."""
    return view.state is State.REVIEWING


async def picture(path: Path, app: BenchsideApp, *, shows: Callable[[], bool], keys: int) -> None:
    """Press the down key some times, wait for what is to be seen, and save it."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.5)
        await pilot.press(*["down"] * keys)
        while not shows():
            await pilot.pause(0.1)
        await pilot.pause(0.5)
        save(path, app)


async def history_picture(path: Path, app: BenchsideApp) -> None:
    """Open the history, and save what is seen of it and of the exercise that was done last."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2")
        await pilot.pause(2)
        save(path, app)


def save(path: Path, app: BenchsideApp) -> None:
    """Save what is seen."""
    drawn = app.export_screenshot(title="Benchside", simplify=True)
    kept = drawn.replace("<svg ", '<svg xml:space="preserve" ', 1)  # or some drop leading spaces
    path.write_text(TEXT.sub(in_its_cells, kept), encoding="utf-8")
    print(path)


def in_its_cells(text: re.Match[str]) -> str:
    """Place braille and other signs of a text apart: their fonts differ in width."""
    start, x, middle, end, escaped = text.groups()
    shown = unescape(escaped)
    if not re.search("[\u2800-\u28ff]", shown):
        return text[0]
    return "".join(
        f'{start}x="{float(x) + CELL_WIDTH * piece.start():.1f}"{middle}'
        f'textLength="{CELL_WIDTH * len(piece[0]):.1f}"{end}>{escape(piece[0])}</text>'
        for piece in re.finditer("[\u2800-\u28ff]+|[^\xa0\u2800-\u28ff]+", shown)
    )


async def make(folder: Path, home: Path) -> None:
    """Make every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    library = BenchsideApp(Studio(home))
    names = [entry.name for entry in Studio(home).shelf.entries()]
    await picture(folder / "library.svg", library, shows=lambda: True, keys=names.index(SESSION))
    moments: dict[str, Moment] = {"session": in_a_rep, "rest": in_a_rest, "summary": is_over}
    for name, moment in moments.items():
        studio = Studio(home, moment)
        app = BenchsideApp(studio, start=studio.shelf.find(SESSION))
        await picture(
            folder / f"{name}.svg",
            app,
            shows=lambda app=app, name=name: (  # type: ignore[misc]
                (name == "summary") == isinstance(app.screen, SummaryScreen)
            ),
            keys=0,
        )
    lines = (json.dumps(encode(record)) for record in half_a_year("athlete"))
    (home / "log.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    await history_picture(folder / "history.svg", BenchsideApp(Studio(home)))
    (home / "log.jsonl").unlink()
    (home / "sessions").mkdir()
    (home / "sessions" / "push-day.toml").write_text(BROKEN, encoding="utf-8")
    await picture(folder / "broken.svg", BenchsideApp(Studio(home)), shows=lambda: True, keys=0)


def main() -> None:
    """Make the pictures in the folder that is named, or in docs/pictures."""
    default = Path(__file__).parents[1] / "docs" / "pictures"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    with tempfile.TemporaryDirectory() as home:
        asyncio.run(make(folder, Path(home)))


if __name__ == "__main__":
    main()
