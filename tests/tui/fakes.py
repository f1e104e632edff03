"""A session that shows scripted views, and services without files."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchside.library.editing import DeletedSession, Edited
from benchside.library.labels import EntryLabel
from benchside.log.habits import Habits, KnownSession, habits_of
from benchside.log.recall import NO_MEMORY
from benchside.log.record import SessionSource
from benchside.player.ports import SoundState, SpeakerStatus
from benchside.player.state import Answer, PlayerState
from benchside.settings import Settings
from benchside.testing import a_history, a_record, an_agenda
from benchside.timeline.cues import CueKind
from benchside.tui.own_keys import read_own_keys
from benchside.view.session_sets import SessionSets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from benchside.library.library import Entry
    from benchside.log.recall import SessionMemory
    from benchside.log.record import Record
    from benchside.log.review import SessionReview
    from benchside.log.this_week import ThisWeek
    from benchside.log.top_set import TopSet
    from benchside.player.live import LiveSession
    from benchside.player.memory import SetMemory
    from benchside.runner.commands import Command
    from benchside.session.file.problems import Problem
    from benchside.session.plan.plan import Plan
    from benchside.session.values.load import Mass
    from benchside.tui.own_keys import OwnKeys
    from benchside.tui.services import PastSessions
    from benchside.view.view import View


@dataclass
class FakeSession:
    """Shows whatever `view` is set to, and keeps what it was told by keys and dialogs."""

    view: View
    sound: SpeakerStatus = field(default_factory=lambda: SpeakerStatus(SoundState.ON))
    muted: bool = False
    volume: float = 0.8
    problem: str = ""
    record: Record | None = None
    unsaved: Record | None = None
    memory: SetMemory | None = None
    review: SessionReview | None = None
    side_problems: tuple[str, ...] = ()
    told: list[Command] = field(default_factory=list)
    is_hushed: bool = False
    is_closed: bool = False
    _tell: Callable[[], None] | None = None

    @property
    def state(self) -> PlayerState:
        return PlayerState(
            view=self.view,
            sound=self.sound,
            is_muted=self.muted,
            volume=self.volume,
            problem=self.problem,
            why_not="",
            record=self.record,
            unsaved=self.unsaved,
            memory=self.memory,
            review=self.review,
            side_problems=self.side_problems,
        )

    def start(self, tell: Callable[[], None]) -> None:
        self._tell = tell

    def change(self, view: View) -> None:
        """Come to another view, and tell the screen."""
        self.view = view
        if self._tell is not None:
            self._tell()

    @property
    def sets(self) -> SessionSets:
        last = self.view.last
        return SessionSets(
            agenda=an_agenda(), recorded=() if last is None else (last,), overview=()
        )

    def press(self, command: Command) -> Answer:
        return self.order(command)

    def order(self, command: Command) -> Answer:
        if type(command) not in self.view.allowed:
            return Answer.NOT_NOW
        self.told.append(command)
        return Answer.DONE

    def mute(self, muted: bool) -> None:
        self.muted = muted

    def change_volume(self, steps: int) -> None:
        self.volume = round(self.volume + steps / 10, 2)

    def silence(self) -> None:
        self.is_hushed = True

    def close(self) -> None:
        self.is_closed = True


@dataclass
class FakeLeftover:
    """An interrupted session."""

    session: str
    started: datetime
    sets_done: int = 3
    sets_total: int = 14


@dataclass
class FakeOwnSessions:
    """Own sessions that are only asked for."""

    asked: list[str]
    path: Path = Path("own.toml")
    problems: tuple[Problem, ...] = ()
    refusal: OSError | None = None
    edited: Edited = field(default_factory=lambda: Edited(Path("own.toml")))

    def duplicate(self, entry: Entry, title: str) -> Path | tuple[Problem, ...]:
        self.asked.append(f"duplicate {entry.name} as {title}")
        if self.refusal is not None:
            raise self.refusal
        return self.problems or self.path

    def edit(self, entry: Entry) -> Edited:
        self.asked.append(f"edit {entry.name}")
        return self.edited

    def create(
        self, title: str, goal: str, exercises: Sequence[Mapping[str, Any]]
    ) -> Path | tuple[Problem, ...]:
        names = ", ".join(str(one["name"]) for one in exercises)
        self.asked.append(f"create {title} for {goal or 'nothing'}: {names}")
        if self.refusal is not None:
            raise self.refusal
        return self.problems or self.path

    def rename(self, entry: Entry, title: str) -> tuple[Problem, ...]:
        self.asked.append(f"rename {entry.name} to {title}")
        if self.refusal is not None:
            raise self.refusal
        return self.problems

    def delete(self, entry: Entry) -> DeletedSession:
        self.asked.append(f"delete {entry.name}")
        if self.refusal is not None:
            raise self.refusal
        return DeletedSession(entry.path, entry.path)

    def restore(self, deleted: DeletedSession) -> Path:
        self.asked.append(f"restore {deleted.path.stem}")
        if self.refusal is not None:
            raise self.refusal
        return deleted.path


@dataclass(frozen=True)
class FakeAthlete:
    """An athlete who can be chosen."""

    file: str
    name: str
    is_chosen: bool = False


@dataclass
class FakeAthletes:
    """Athletes without files."""

    names: list[FakeAthlete] = field(default_factory=lambda: [FakeAthlete("", "athlete", True)])
    problems: Sequence[Problem] = ()
    maxes: dict[str, Mass] = field(default_factory=dict)

    def labels(self) -> Sequence[FakeAthlete]:
        return self.names

    def choose(self, file: str) -> Sequence[Problem]:
        if not self.problems:
            self.names = [replace(one, is_chosen=one.file == file) for one in self.names]
        return self.problems

    def keep_maxes(self, maxes: Mapping[str, Mass]) -> None:
        self.maxes |= maxes


@dataclass
class FakeSetup:
    """A machine with three packs of sounds, that plays nothing."""

    asked: list[str]
    theme: str = ""
    log_path: Path = Path("log.jsonl")
    is_new: bool = False
    said: str = "played on the speakers"
    settings_text: str = ""
    """What the file of settings says, as far as the screens ask for it."""

    def own_keys(self) -> OwnKeys | None:
        return read_own_keys(self.settings_text, file="settings.toml")

    @property
    def today(self) -> date:
        return date(2026, 11, 26)

    def packs(self) -> Sequence[str]:
        return ("classic", "gym", "soft")

    def places(self) -> Mapping[str, Path]:
        return {"Log": Path("/home/lifter/log.jsonl"), "Settings": Path("/home/settings.toml")}

    def edit_settings(self) -> str:
        self.asked.append("edit settings")
        return ""

    def listen(self, tell: Callable[[CueKind], None], *, one_rep: bool) -> str:
        self.asked.append(f"hear {'a rep' if one_rep else 'all'}")
        tell(CueKind.CONCENTRIC)
        return self.said

    def stop(self) -> None:
        return


@dataclass
class FakePast:
    """What is known of how it goes, and no session."""

    top: TopSet | None = None
    """Of every session."""
    week: ThisWeek | None = None

    def top_set(self, plan: Plan) -> TopSet | None:  # noqa: ARG002 - the same of every session
        return self.top

    def this_week(self) -> ThisWeek | None:
        return self.week


@dataclass
class FakeServices:
    """A library in memory; what was asked for is kept."""

    session: LiveSession
    library: Sequence[Entry] = ()
    done: dict[str, Sequence[datetime]] = field(default_factory=dict)
    days_only: frozenset[str] = frozenset()
    """Names of sessions that a program gives their sets."""
    followed: Entry | None = None
    """What is due in the program that is trained."""
    interrupted: FakeLeftover | None = None
    saved: Record | None = None
    settings: Settings = field(default_factory=Settings)
    refusal: OSError | None = None
    """Raised where a session is to be opened."""
    unreadable_log: OSError | None = None
    """Raised where the log is asked."""
    cannot_save: OSError | None = None
    """Raised where settings are to be saved."""
    problems: Sequence[Problem] = ()
    """Folders of own sessions that cannot be read."""
    asked: list[str] = field(default_factory=list)
    played: list[Entry] = field(default_factory=list)
    saves: int = 0
    """How often settings were kept."""
    is_rehearsal: bool = False
    notices: list[str] = field(default_factory=list)
    memory: SessionMemory = NO_MEMORY
    athletes: FakeAthletes = field(default_factory=FakeAthletes)
    history: PastSessions | FakePast = field(default_factory=FakePast)
    """What was done; None where no test asks for it."""

    def __post_init__(self) -> None:
        self.own = FakeOwnSessions(self.asked)
        self.setup = FakeSetup(self.asked, self.settings.theme)

    def save_settings(self, settings: Settings) -> None:
        if self.cannot_save is not None:
            raise self.cannot_save
        self.settings = settings
        self.saves += 1

    def labels(self) -> Sequence[EntryLabel]:
        return [EntryLabel(entry.name, is_own=entry.is_own) for entry in self.library]

    def entries(self) -> Sequence[Entry]:
        return self.library

    def is_day_only(self, entry: Entry) -> bool:
        return entry.name in self.days_only

    def habits(self, entries: Sequence[Entry]) -> Habits:
        if self.unreadable_log is not None:
            raise self.unreadable_log
        known = [KnownSession(str(entry.path), entry.title) for entry in entries]
        records = [
            replace(
                a_record(started=ended - timedelta(minutes=45)),
                session=SessionSource(name=entry.title, file=str(entry.path)),
            )
            for entry in entries
            for ended in self.done.get(entry.name, ())
        ]
        return habits_of(a_history(*records), known, today=self.setup.today)

    def due(self) -> Entry | None:
        return self.followed

    def recall(self, entry: Entry) -> SessionMemory:  # noqa: ARG002 - the same of every session
        return self.memory

    def play(self, entry: Entry) -> LiveSession:
        self.asked.append(f"play {entry.name}")
        self.played.append(entry)
        if self.refusal is not None:
            raise self.refusal
        return self.session

    @property
    def shelf(self) -> FakeServices:
        return self

    @property
    def unfinished(self) -> FakeServices:
        return self

    def find(self) -> FakeLeftover | None:
        return self.interrupted

    def take_notices(self) -> Sequence[str]:
        notices, self.notices = self.notices, []
        return notices

    def resume(self, asked: FakeLeftover) -> LiveSession:
        self.asked.append(f"resume {asked.session}")
        return self.session

    def save(self, asked: FakeLeftover) -> Record:
        self.asked.append(f"save {asked.session}")
        assert self.saved is not None
        return self.saved

    def discard(self, asked: FakeLeftover) -> None:
        self.asked.append(f"discard {asked.session}")
