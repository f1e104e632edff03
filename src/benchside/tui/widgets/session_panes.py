"""Everything that the session's screen shows of a view, from the top line to the status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Vertical
from textual.content import Content

from benchside.log import last_words
from benchside.runner import AddTime, State
from benchside.tui import footer
from benchside.tui.keyed_app import with_keys
from benchside.tui.phase_clock import PhaseClock
from benchside.tui.pressing import acting
from benchside.tui.session_keys import TIME_STEP_MS
from benchside.tui.text.counting import counted_of
from benchside.tui.text.memory import RECORD, TODAY, session_rows
from benchside.tui.text.session import ADD_TIME, AFTER, NEXT, aside_of
from benchside.tui.widgets.activity_banner import ActivityBanner
from benchside.tui.widgets.coaching import Coaching
from benchside.tui.widgets.coming_next import ComingNext
from benchside.tui.widgets.glyphs import can_draw, size_of
from benchside.tui.widgets.last_card import LastCard
from benchside.tui.widgets.last_set_line import LastSetLine
from benchside.tui.widgets.memory_lines import MemoryLines
from benchside.tui.widgets.middle import Middle
from benchside.tui.widgets.next_card import NextCard
from benchside.tui.widgets.pacer import Pacer, PacerLook
from benchside.tui.widgets.phase_bar import PhaseBar
from benchside.tui.widgets.rep_counter import RepCounter
from benchside.tui.widgets.set_facts import SetFacts
from benchside.tui.widgets.set_title import SetTitle
from benchside.tui.widgets.small_clock import SmallClock
from benchside.tui.widgets.status_line import StatusLine
from benchside.tui.widgets.top_line import TopLine
from benchside.view import (
    PHASE_OF_ACTIVITY,
    TIMED_ACTIVITIES,
    Activity,
    activity_word,
    digits_text,
    hint_of,
    listed,
    place_of,
    word_for,
)

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from benchside.player import PlayerState, SetMemory
    from benchside.session import Wording
    from benchside.tui.rep_keys import RepKeys
    from benchside.tui.session_look import SessionLook
    from benchside.view import SetView, View

RESTING: Final = frozenset({Activity.REST, Activity.WAIT})
"""The time between two sets: what was done and what comes stand beside each other."""

_TIMED_BAND: Final = frozenset({*RESTING, Activity.PREPARE, Activity.SWITCH})
"""Their time stands in the band."""

_AT_WORK: Final = frozenset({*PHASE_OF_ACTIVITY, Activity.LIFT, Activity.SWITCH, *TIMED_ACTIVITIES})


class SessionPanes(Vertical):
    """Hands the pieces of a view to the widgets; equal ones stop there."""

    DEFAULT_CSS = """
    SessionPanes { height: 1fr; }
    """

    def __init__(self, look: SessionLook) -> None:
        super().__init__()
        self._look = look
        self._clock = PhaseClock()
        self._top = TopLine()
        self._title = SetTitle()
        self._pacer = Pacer(lambda: self._clock.now_ms, dots=look.dots)
        self._banner = ActivityBanner(self._pacer)
        self._bar = PhaseBar()
        self._middle = Middle()
        self._counter = RepCounter()
        self._facts = SetFacts()
        self._last_card = LastCard()
        self._next_card = NextCard()
        self._coaching = Coaching()
        self._next = ComingNext()
        self._memory = MemoryLines()
        self._last = LastSetLine()
        self._status = StatusLine()

    def compose(self) -> ComposeResult:
        """From the top: where, what, how, how many, what next."""
        yield self._top
        yield self._title
        yield self._banner
        yield self._bar
        with self._middle:
            yield self._counter
            yield self._facts
            yield self._last_card
            yield self._next_card
        yield SmallClock()
        with Vertical(id="foot"):  # what moves above it is painted without it
            yield self._coaching
            yield self._next
            yield self._memory
            yield self._last
            yield self._status

    def on_mount(self) -> None:
        """Take on what the athlete wants of the pacer and the words."""
        self._facts.wording = self._next_card.wording = self._look.wording
        self._pacer.look = PacerLook.FIGURE if self._look.has_figure else PacerLook.MARKER
        self._pacer.is_still = self._look.is_still
        self._pacer.set_class(not self._look.has_figure, "-marker")

    def show(self, view: View, reps: RepKeys) -> None:
        """Show a view, and what the digits mean now."""
        self._show_band(view)
        self._show_set(view)
        self._show_sets(view)
        self._show_last(view, reps)
        is_resting = view.mood in RESTING and view.state is not State.WORKING
        self.set_class(is_resting, "-resting")
        self.set_class(not is_resting, "-working")

    def show_machine(self, state: PlayerState) -> None:
        """Show what the log knows of the set, how the sound is, and what is not safe on disk."""
        self._show_memory(state.memory, has_card=not is_to_come(state.view))
        self._status.sound = state.sound
        self._status.is_muted = state.is_muted
        self._status.problem = state.problem
        self._status.volume = state.volume

    def _show_memory(self, memory: SetMemory | None, *, has_card: bool) -> None:
        """Show what the log knows of the set that is shown; in a rest it stands with the set."""
        self._memory.memory = memory
        self._memory.is_at_work = has_card
        rows = () if memory is None else session_rows(memory, is_at_work=False)
        self._next_card.memory = tuple(
            (label, with_keys(self.app, told) if label == TODAY else told)
            for label, told in rows
            if label != RECORD
        )
        last = None if memory is None else memory.last
        self._facts.last_time = "" if last is None else last_words(last)

    def show_answering(self, view: View, reps: RepKeys) -> None:
        """Show which of the numbers of the set before the keys tell now."""
        self._show_last(view, reps)

    def _show_band(self, view: View) -> None:
        """Show what changes with every phase."""
        wording = self._look.wording
        self._clock.follow(view.phase, view.bar)
        self._banner.word = activity_word(view, wording)
        self._banner.room_for = (
            longest_word(view.set, wording) if view.mood in PHASE_OF_ACTIVITY else ""
        )
        self._banner.light = view.mood, view.flash
        self._banner.hint = self._hint(view)
        self._banner.time = digits_text(view) if view.mood in _TIMED_BAND else ""
        self._banner.aside = self._aside_of(view)
        self._pacer.motion = view.set.motion
        self._pacer.phase = view.phase
        has_beat = view.mood in PHASE_OF_ACTIVITY or view.paused_mood in PHASE_OF_ACTIVITY
        self._pacer.set_class(not has_beat, "-idle")
        self._bar.mood = view.mood
        self._bar.part = view.bar

    def _aside_of(self, view: View) -> Content:
        """Return what the time is of, and the keys that change it, which can be clicked."""
        of = Content(aside_of(view))
        if not of or AddTime not in view.allowed or view.mood not in _TIMED_BAND:
            return of
        longer, shorter = (Content(with_keys(self.app, told)) for told in ADD_TIME)
        return Content.assemble(
            of,
            "\n",
            acting(longer, f"add_time({TIME_STEP_MS})"),
            acting(shorter, f"add_time({-TIME_STEP_MS})"),
        )

    def _hint(self, view: View) -> str:
        """Return what to do, and at work what the coach would say."""
        hint = hint_of(view, self._look.wording, go=with_keys(self.app, "{session.go}").upper())
        return listed((hint, view.coaching)) if view.mood in _AT_WORK else hint

    def _show_set(self, view: View) -> None:
        """Show what changes within a set."""
        self._middle.mood = view.mood
        self._title.card = view.set
        self._counter.counted = counted_of(view)
        self._facts.card = view.set
        self._facts.side = view.set.side if view.mood in _AT_WORK else ""
        self._next_card.card = view.set
        self._coaching.cue = "" if view.mood in _AT_WORK else view.coaching

    def _show_sets(self, view: View) -> None:
        """Show what changes from set to set."""
        self._top.session = view.session
        self._top.block = view.set.block
        self._top.round = place_of(view)
        self._top.elapsed_min = view.elapsed_s // 60
        self._top.remaining_min = -(-view.remaining_s // 60)
        self._top.sets = (view.sets_done, view.sets_total)
        self._next.card = view.next
        self._next.label = NEXT if view.mood in _AT_WORK else AFTER
        self._status.slept_s = view.slept_s

    def _show_last(self, view: View, reps: RepKeys) -> None:
        """Show the set before, and which of its numbers the keys tell."""
        self._last.last = self._last_card.last = view.last if view.mood not in _AT_WORK else None
        self._last.is_correctable = footer.is_correctable(view)
        side = reps.side_of(view.last) if view.last is not None else ""
        self._last.side = self._last_card.side = side
        self._last_card.is_rating = reps.is_rating
        self._last_card.set_class(self._last_card.last is None, "-empty")


def is_to_come(view: View) -> bool:
    """Return whether a set is about to begin, and its card does not stand on the screen."""
    return view.mood not in _AT_WORK and view.mood not in RESTING


def longest_word(card: SetView, wording: Wording) -> str:
    """Return the widest word that a set will show: its scale is that of all of them."""
    words = [word_for(activity, card, wording) for activity in PHASE_OF_ACTIVITY]
    return max(words, key=lambda word: size_of(word, 1)[0] if can_draw(word) else len(word))
