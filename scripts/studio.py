"""The program as it stands before a camera: on a day and at moments that stand still."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchside.app.program import Program
from benchside.app.setup import Setup
from benchside.log.entries import Header
from benchside.player.loop import SessionLoop
from benchside.player.player import Player
from benchside.player.recorder import SessionRecorder
from benchside.runner.commands import Amend, Go
from benchside.runner.machine import State
from benchside.runner.runner import Runner
from benchside.testing import FakeClock, MemoryJournal, MemoryLogbook, RecordingSpeaker
from benchside.timeline.agenda import agenda_of
from benchside.view.view import Activity

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scripts.sample_log import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchside.library.library import Entry
    from benchside.settings import Settings
    from benchside.storage.paths import UserFolders
    from benchside.view.view import LastSetView, View

    Moment = Callable[[View], bool]

STEP_MS: Final = 100
LIFT_MS: Final = 30_000
"""How long a set at will takes."""
LIFTED: Final = "Barbell hip thrust"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """A session that stands at its moment, and the clock that moves it on."""

    loop: SessionLoop
    runner: Runner
    clock: FakeClock

    def go_on(self, ms: int) -> None:
        """Let time pass, and wait until the session has come up to it."""
        until_ms = self.runner.now_ms + ms
        self.clock.advance(ms)
        self.loop.mute(False)  # wakes the loop
        while self.runner.now_ms < until_ms:
            time.sleep(0.001)
        _ = self.loop.sets  # comes back when the screen has been told


class StudioSetup(Setup):
    """What is set up, on the day of the pictures and in their colours."""

    def __init__(self, home: UserFolders, settings: Callable[[], Settings]) -> None:
        super().__init__(home, settings, edited=lambda: None, today=lambda: NOW.date())
        self._of_picture = settings

    @property
    def theme(self) -> str:
        """Return the colours of the picture."""
        return self._of_picture().theme

    @property
    def log_path(self) -> Path:
        """Return a path that is nobody's."""
        return Path("~/.local/share/benchside/log.jsonl")


class Studio(Program):
    """A program whose sessions stand still at a moment."""

    def __init__(
        self, home: Path, moment: Moment | None = None, *, theme: str = "", is_moving: bool = False
    ) -> None:
        super().__init__({"BENCHSIDE_HOME": str(home)}, now=lambda: NOW)
        self._moment = moment
        self._theme = theme
        self._is_moving = is_moving
        self.taking: Taking | None = None
        """The session that was opened."""

    @cached_property
    def settings(self) -> Settings:
        """Of somebody whose figure stands where its phase leads, so that each picture is alike."""
        is_still = self._moment is not None and not self._is_moving
        changed = {"theme": self._theme or "benchside-dark", "reduced_motion": is_still}
        return super().settings.model_copy(update=changed)

    @cached_property
    def setup(self) -> Setup:
        """What is set up, on the day of the pictures."""
        return StudioSetup(self.home, lambda: self.settings)

    def play(self, entry: Entry) -> SessionLoop:
        """Lead a session to its moment and leave it there."""
        plan = entry.plan
        assert plan is not None
        clock = FakeClock(NOW)
        recorder = SessionRecorder(
            journal=MemoryJournal(),
            logbook=MemoryLogbook(),
            header=lambda started: Header(
                started=started,
                plan=plan,
                file=entry.path.name,
                digest="",
                athlete=self.athletes.name,
            ),
        )
        recall = self.memory.begin(plan, file=str(entry.path), athlete=self.athletes.name)
        self.memory.wait(30)
        runner = Runner(agenda_of(plan))
        player = Player(
            runner,
            clock=clock,
            speaker=RecordingSpeaker(clock),
            recorder=recorder,
            recall=recall,
            volume=self.settings.volume / 100,
        )
        if self._moment is not None:
            lead(player, clock, self._moment)
        self.taking = Taking(loop=SessionLoop(player), runner=runner, clock=clock)
        return self.taking.loop


def lead(player: Player, clock: FakeClock, moment: Moment) -> None:
    """Let time pass until a moment has come, pressing the key where one is waited for.

    What was done is answered for some seconds into each rest.
    """
    lifting_ms = 0
    while not moment(player.tick().view):
        view = player.state.view
        lifting_ms = lifting_ms + STEP_MS if view.mood is Activity.LIFT else 0
        if view.mood in (Activity.READY, Activity.WAIT) or lifting_ms >= LIFT_MS:
            player.order(Go())
        elif is_time_to_answer(view) and view.last is not None and view.last.is_assumed:
            player.order(Amend(view.last.id, reps=reps_of(view.last)))
        clock.advance(STEP_MS)


def is_time_to_answer(view: View) -> bool:
    """Return whether somebody who rests has had the time to put the bar down."""
    return view.mood is Activity.REST and view.bar > 15


def reps_of(last: LastSetView) -> int | None:
    """What the athlete tells of a set: the reps that were counted, or a dozen."""
    if not last.counts_reps:
        return None
    return last.reps or 12


def in_phase(mood: Activity, rep: int) -> Moment:
    """Return the moment in a rep of the second working set at which a phase is half over."""
    return lambda view: is_set(view, 2) and view.mood is mood and view.rep == rep and view.bar > 30


def in_rest(view: View) -> bool:
    """The middle of the rest before the third working set."""
    return is_set(view, 3) and view.mood is Activity.REST and view.bar > 20


def before_answer(view: View) -> bool:
    """The same rest, before anybody has said how many reps it were."""
    is_rest = is_set(view, 3) and view.mood is Activity.REST and view.bar > 5
    return is_rest and view.last is not None and view.last.is_assumed


def in_hold(view: View) -> bool:
    """A side plank, well under way."""
    return view.mood is Activity.HOLD and view.set.exercise == "Side plank" and view.bar > 30


def in_count_in(view: View) -> bool:
    """The count-in of the second working set."""
    return is_set(view, 2) and view.mood is Activity.PREPARE and view.bar > 30


def is_ready(view: View) -> bool:
    """The session is open, and nothing has begun."""
    return view.mood is Activity.READY


def is_over(view: View) -> bool:
    """All sets are over."""
    return view.state is State.REVIEWING


def is_set(view: View, number: int) -> bool:
    """Return whether a working set of the main exercise is shown."""
    card = view.set
    return card.number == number and not card.is_ramp and card.exercise == LIFTED
