"""Leads a session on plain lines: reads what is typed, says what is new.

The same player and the same log as on the screen. A line that is typed acts at once. Lines that a
pipe or file brings in a bunch are taken one after the other: a `go` among them waits until the
session asks for a key, so that a prepared list of answers leads through a session.

The end of the input ends no session: it goes on by itself. Whatever would wait for a key begins
at once then, and sets that only a key ends last as long as they are estimated to. What nobody has
answered for is logged as assumed.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from benchside.plain.narration import narrate, where
from benchside.plain.planning import PlanChange
from benchside.plain.remembering import taken_line, tell_memory
from benchside.plain.replies import help_lines, sound_of, why_not
from benchside.plain.results import done_line, overview_line, which_line
from benchside.plain.typed import Correction, Order, note_on, understand
from benchside.plain.waiting import is_over_by_itself, waits_for_key
from benchside.player import Answer, SoundState
from benchside.runner import (
    AddSet,
    Amend,
    ChangeLoad,
    Close,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Jump,
    Note,
    NoteSession,
    Proceed,
    SessionStatus,
    State,
    Swap,
    Undo,
)
from benchside.session import InvalidValueError, printable
from benchside.view import announced, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchside.plain.keys import Keys
    from benchside.player import LedSession, PlayerState
    from benchside.runner import Command
    from benchside.view import LastSetView, View

TICK_S: Final = 0.05

TOO_SOON: Final = "Too soon, once more."

LAST_SOUND_S: Final = 1.5
"""The sound of the end comes and goes within it."""


class PlainSession:
    """A session being led on lines; `lead` returns when it is over or left."""

    def __init__(
        self, session: LedSession, keys: Keys, say: Callable[[str], None], *, is_typed: bool
    ) -> None:
        self._session = session
        self._keys = keys
        self._print = say
        self._is_typed = is_typed
        self._bunch: deque[str] = deque()
        self._told: PlayerState | None = None
        self._said = ""
        self._told_problem = ""
        self._told_sound = ""
        self._side_problems_told = 0
        self._is_alone = False
        self._asks_to_finish = False
        """The last word asked to finish."""

    @property
    def _view(self) -> View:
        return self._session.state.view

    def lead(self) -> bool:
        """Lead to the end; False if it was left before, to go on later."""
        while self._tell(self._session.state).status is None:
            for line in self._listen():
                if not self._act(line):
                    return False
                self._tell(self._session.state)
            if not self._keys.is_open and not self._bunch:
                self._go_on_alone()
        self._let_it_ring()
        return True

    def _let_it_ring(self) -> None:
        """Wait until the end has been heard, where there is sound."""
        state = self._session.state
        has_sound = state.sound.state is SoundState.ON
        if has_sound and state.view.status is not SessionStatus.ABANDONED:
            for _ in range(round(LAST_SOUND_S / TICK_S)):
                self._keys.idle(TICK_S)

    def _tell(self, state: PlayerState) -> View:
        view, before = state.view, self._told
        is_heard = state.sound.state is SoundState.ON and not state.is_muted
        for line in narrate(before.view if before else None, view, is_heard=is_heard):
            self._say(line)
        for line in tell_memory(before, state):
            self._say(line)
        self._told = state
        if state.problem != self._told_problem:
            self._told_problem = state.problem
            self._say(self._told_problem or "The session is safe on disk again.")
        if view.state is not State.WORKING:  # where nothing talks over the set
            self._tell_machine(state)
        return view

    def _tell_machine(self, state: PlayerState) -> None:
        """Tell what has become of the sound, and what went wrong beside the session."""
        sound = sound_of(state.sound)
        if sound != self._told_sound:
            self._told_sound = sound
            self._say(sound)
        self.tell_side_problems()

    def tell_side_problems(self) -> None:
        """Tell what went wrong beside the session and was not told yet, also after its end."""
        state = self._session.state
        for problem in state.side_problems[self._side_problems_told :]:
            self._say(f"{problem[:1].upper()}{problem[1:]}.")
        self._side_problems_told = len(state.side_problems)

    def _say(self, line: str) -> None:
        """Say a line; text from files commands no terminal."""
        self._print(printable(line))
        self._said = line

    def _say_once(self, line: str) -> None:
        """Say a line, unless it is what was said last."""
        if line != self._said:
            self._say(line)

    def _listen(self) -> list[str]:
        """Return the lines whose turn it is."""
        if not self._bunch:
            came = self._keys.wait(TICK_S)
            if self._is_typed or len(came) <= 1:
                return came
            self._bunch.extend(came)
        else:
            self._keys.idle(TICK_S)
        if not _is_go(self._bunch[0]):
            return [self._bunch.popleft()]
        if waits_for_key(self._view) and self._session.order(Go()) is Answer.DONE:
            self._bunch.popleft()
        return []

    def _act(self, line: str) -> bool:
        """Do what was typed; False if it is to leave."""
        try:
            meant = understand(line)
            if isinstance(meant, Order):
                return self._obey(meant)
            if not self._is_asked_about(meant):
                self._press(self._command(meant))
        except InvalidValueError as mistake:
            self._say(f"{mistake.message}; {mistake.expected}")
        return True

    def _is_asked_about(self, meant: Command | Correction | PlanChange) -> bool:
        """Ask before the session is ended early, where somebody types; a second word is sure."""
        is_finish = isinstance(meant, FinishEarly) and FinishEarly in self._view.allowed
        is_asked = is_finish and self._is_typed and not self._asks_to_finish
        self._asks_to_finish = is_asked
        if is_asked:
            done = counted(self._view.sets_done - self._view.sets_skipped, "set")
            self._say(f'{done} of {self._view.sets_total} done. Write "finish" again to end here.')
        return is_asked

    def _obey(self, order: Order) -> bool:
        """Do what is asked of the program; False if it is to leave."""
        match order:
            case Order.LEAVE:
                return False
            case Order.WHERE:
                self._say(where(self._view))
            case Order.SETS:
                for number, one in enumerate(self._session.sets.overview, start=1):
                    self._say(f"{number}: {overview_line(one)}")
            case Order.MUTE:
                is_muted = not self._session.state.is_muted
                self._session.mute(is_muted)
                self._say("Muted." if is_muted else "To be heard again.")
            case Order.TAKE:
                self._take()
            case Order.LOUDER | Order.QUIETER:
                self._session.change_volume(1 if order is Order.LOUDER else -1)
                self._say(f"Volume {self._session.state.volume:.0%}.")
            case Order.HELP:
                for told in help_lines():
                    self._say(told)
        return True

    def _take(self) -> None:
        """Take the loads that are offered; where all are taken, put the session's own back."""
        memory = self._session.state.memory
        for command in memory.take if memory else ():
            self._session.order(command)
        self._say(taken_line(self._session.state.memory))

    def _command(self, meant: Command | Correction | PlanChange) -> Command:
        """Return the command that is meant; raises `InvalidValueError`."""
        match meant:
            case Correction():
                return self._correcting(meant)
            case PlanChange():
                is_over = self._view.state is State.REVIEWING
                coming = None if is_over else self._view.set.id
                sets = self._session.sets
                return meant.command(coming, sets.overview, sets.agenda)
            case _:
                return meant

    def _correcting(self, correction: Correction) -> Command:
        """Return the command for the set that is meant; raises `InvalidValueError`."""
        if correction.place is None:
            if correction.field == "note":
                return note_on(self._view.note, correction.value)
            if self._view.last is None:
                raise InvalidValueError("no set is done yet", "correct one after it")
            return correction.command(self._view.last)
        sets = self._session.sets.overview
        result = sets[correction.place - 1].result if correction.place <= len(sets) else None
        if result is None:
            raise InvalidValueError(
                f"there is no set {correction.place} yet", '"sets" lists those there are'
            )
        return correction.command(result)

    def _press(self, command: Command) -> None:
        send = self._session.press if self._is_typed else self._session.order
        before = self._session.sets.recorded
        match send(command):
            case Answer.TOO_SOON:
                self._say_once(TOO_SOON)  # a key that is held comes thirty times a second
            case Answer.NOT_NOW:
                self._say(why_not(command, self._view, self._session.state.why_not))
            case Answer.DONE:
                self._confirm(command, before)

    def _confirm(self, command: Command, before: Sequence[LastSetView]) -> None:
        """Tell what has become of a set that was not worked just now."""
        sets = self._session.sets.recorded
        match command:
            case Amend(set_id):
                for one in sets:
                    if one.id == set_id:
                        self._say(f"Corrected, {done_line(one)}")
            case Note(set_id, text):
                card = self._view.note
                noted = card if card.id == set_id else next(s for s in sets if s.id == set_id)
                self._say(f"Noted, {which_line(noted)}: {text}")
            case NoteSession(text):
                self._say(f"Noted, the session: {text}")
            case Jump() | Defer() | AddSet() | DropSet() | ChangeLoad() | Swap():
                self._say(f"Next: {announced(self._view.set, in_round=False)}.")
            case Undo():
                self._say("Undone.")
                for one in sets:
                    if one not in before:
                        self._say(done_line(one))

    def _go_on_alone(self) -> None:
        if not self._is_alone:
            self._is_alone = True
            self._say("No more keys can come: the session goes on by itself.")
        if self._view.state is State.REVIEWING:
            self._session.order(Close())
        elif is_over_by_itself(self._view, self._session.sets.agenda):
            self._session.order(Proceed())


def _is_go(line: str) -> bool:
    try:
        return isinstance(understand(line), Go)
    except InvalidValueError:
        return False
