"""The schedule: when each step begins if all goes as planned, and which cues are told.

An ideal athlete is led through the agenda, who ends each step that waits for a key when its
nominal time is over. Everything that tells the future of a session comes from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from benchside.timeline.compile import rest_between, steps_of
from benchside.timeline.cueing import cues_for, is_cut_off
from benchside.timeline.cues import Cue, CueKind
from benchside.timeline.steps import Prepare, Rest, Span, Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchside.session import PlannedSet
    from benchside.timeline.agenda import Agenda, AgendaSet
    from benchside.timeline.set_id import SetId
    from benchside.timeline.steps import TimedStep

SESSION_DONE_AFTER_MS: Final = 800
"""The end of the session is told this long after the end of its last set, to be heard apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledStep:
    """A step in its place. Times are milliseconds since the session began."""

    step: TimedStep
    planned: PlannedSet
    """What its set asks for; of a rest the set before it."""
    start_ms: int
    duration_ms: int
    is_cut: bool = False
    """The time cap of its block ends it."""

    @property
    def end_ms(self) -> int:
        """When the next step begins."""
        return self.start_ms + self.duration_ms

    @property
    def spans(self) -> tuple[Span, ...]:
        """Phases of its reps, since the session began; as many as it has time for."""
        return tuple(
            Span(span.rep, span.phase, self.start_ms + span.start_ms, self.start_ms + span.end_ms)
            for span in (self.step.spans if isinstance(self.step, Work) else ())
            if span.end_ms <= self.duration_ms
        )

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Its cues since the session began, in due order."""
        return tuple(cue.later(self.start_ms) for cue in _cues_within(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """A session laid out in time."""

    steps: tuple[ScheduledStep, ...]
    sets: tuple[AgendaSet, ...]
    """Those whose work is reached, in the order they are done."""
    end_ms: int
    """When the last set is over."""
    agenda: Agenda
    """With as many rounds as there is time for, and some to spare."""

    @property
    def cues(self) -> tuple[Cue, ...]:
        """Every cue of the session in due order, up to the one that ends it."""
        told = [cue for one in self.steps for cue in one.cues]
        return (*told, Cue(self.end_ms + SESSION_DONE_AFTER_MS, CueKind.SESSION_DONE))

    def at(self, moment_ms: int) -> ScheduledStep | None:
        """Return the step that is going on at a moment; None before the session and after it."""
        return next((one for one in self.steps if one.start_ms <= moment_ms < one.end_ms), None)


def schedule_of(agenda: Agenda) -> Schedule:
    """Lay out a whole session."""
    walk = _Walk(agenda, set())
    walk.lead(agenda.sets[0], None)
    return walk.schedule()


def schedule_after(
    agenda: Agenda, before: AgendaSet, *, done: Iterable[SetId], cap_left_ms: int | None = None
) -> Schedule:
    """Lay out what comes after a set, without the sets that are done, from moment 0 on.

    `cap_left_ms` is what is left of the time cap of its block; None where there is none.
    """
    walk = _Walk(agenda, set(done))
    walk.now_in(before, cap_left_ms)
    following = walk.agenda.next_after(before.id, walk.done)
    if following is not None:
        walk.lead(following, rest_between(before, following))
    return walk.schedule()


def schedule_from(
    agenda: Agenda, first: AgendaSet, *, done: Iterable[SetId], cap_left_ms: int | None = None
) -> Schedule:
    """Lay out a set and what comes after it, as `schedule_after` does."""
    walk = _Walk(agenda, set(done))
    walk.now_in(first, cap_left_ms)
    walk.lead(first, None)
    return walk.schedule()


@dataclass(slots=True)
class _Walk:
    """The way of the ideal athlete through an agenda."""

    agenda: Agenda
    done: set[SetId]
    steps: list[ScheduledStep] = field(default_factory=list)
    worked: list[AgendaSet] = field(default_factory=list)
    now_ms: int = 0
    _block: int | None = None
    """The block that the clock belongs to."""
    _clock_ms: int | None = None
    """When the first set of the block began; None before."""
    _cap_ms: int | None = None

    def now_in(self, one: AgendaSet, cap_left_ms: int | None) -> None:
        """Begin within a block, whose time cap has so much left."""
        if cap_left_ms is not None:
            self._block, self._clock_ms, self._cap_ms = one.id.block, 0, cap_left_ms

    def schedule(self) -> Schedule:
        """Return what was laid out."""
        return Schedule(
            steps=tuple(self.steps), sets=tuple(self.worked), end_ms=self.now_ms, agenda=self.agenda
        )

    def lead(self, first: AgendaSet, rest: Rest | None) -> None:
        """Go through a set and everything after it, with a rest before it or without."""
        following: AgendaSet | None = first
        while following is not None:
            before = following
            if rest is not None:
                before = self.agenda.at(rest.set)
                self._place(rest, before.planned)
            self._enter_block(following)
            if not self._is_capped:
                before = following
                self._set(following)
            if self._is_capped:
                self.agenda = self.agenda.closed(following.id.block)
                before = self.agenda.as_last_of_block(before)
                self._cap_ms = None
            following = self.agenda.next_after(before.id, self.done)
            rest = None if following is None else self._rest_before(before, following)

    def _rest_before(self, before: AgendaSet, following: AgendaSet) -> Rest | None:
        if before.id.block != following.id.block:
            self._cap_ms = None
        return rest_between(before, following)

    def _enter_block(self, one: AgendaSet) -> None:
        if one.id.block != self._block:
            self._block, self._clock_ms, self._cap_ms = one.id.block, None, None

    def _set(self, one: AgendaSet) -> None:
        self.agenda = self.agenda.reached(one.id)
        for step in steps_of(one):
            if self._is_capped:
                return
            if isinstance(step, Work):
                self._begin(one)
            self._place(step, one.planned)
        self.done.add(one.id)

    def _begin(self, one: AgendaSet) -> None:
        """Let the clock of the block begin with its first set."""
        if not self.worked or self.worked[-1].id != one.id:
            self.worked.append(one)
        if self._clock_ms is None:
            self._clock_ms = self.now_ms - self.agenda.due_on_clock_ms(one.id)
            cap_ms = self.agenda.block_of(one.id).time_cap_ms
            self._cap_ms = None if cap_ms is None else self._clock_ms + cap_ms

    @property
    def _is_capped(self) -> bool:
        return self._cap_ms is not None and self.now_ms >= self._cap_ms

    def _place(self, step: TimedStep, planned: PlannedSet) -> None:
        duration_ms = step.nominal_ms
        on_clock_ms = step.on_clock_ms if isinstance(step, Prepare | Rest) else None
        if on_clock_ms is not None and self._clock_ms is not None:
            duration_ms = max(self._clock_ms + on_clock_ms - self.now_ms, 0)
        is_cut = False
        if self._cap_ms is not None:
            ends_itself = isinstance(step, Work) and step.is_last
            ends_itself = ends_itself and step.duration_ms == step.nominal_ms
            over_ms = self.now_ms + duration_ms
            is_cut = over_ms > self._cap_ms or (over_ms == self._cap_ms and not ends_itself)
            duration_ms = min(duration_ms, self._cap_ms - self.now_ms)
        self.steps.append(
            ScheduledStep(
                step=step,
                planned=planned,
                start_ms=self.now_ms,
                duration_ms=duration_ms,
                is_cut=is_cut,
            )
        )
        self.now_ms += duration_ms


def _cues_within(one: ScheduledStep) -> Iterator[Cue]:
    """Yield the cues of a step that has come to last so long, from its start."""
    step, duration_ms = one.step, one.duration_ms
    is_on_clock = isinstance(step, Prepare | Rest) and step.on_clock_ms is not None
    cues = cues_for(step, duration_ms if is_on_clock else step.duration_ms)
    is_ended_by_key = isinstance(step, Work) and duration_ms != step.duration_ms and not one.is_cut
    cut_ms = duration_ms if one.is_cut else None
    for cue in cues:
        if is_cut_off(cue, cut_ms):
            continue
        if cue.at_ms < duration_ms or (cue.at_ms == duration_ms and not is_ended_by_key):
            yield cue
    if one.is_cut or (is_ended_by_key and isinstance(step, Work) and step.is_last):
        yield Cue(duration_ms, CueKind.SET_DONE)
