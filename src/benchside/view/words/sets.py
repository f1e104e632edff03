"""How sets are said: which one, what it asks for, with what, and what was done of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from benchside.session import (
    AS_MANY_AS_POSSIBLE,
    TEXTBOOK_WORDS,
    Phase,
    Wording,
    clock_text,
    format_amount,
    format_distance,
    format_duration,
    format_load,
    format_reps,
    format_tempo,
    target_text,
)
from benchside.view.words import counted, listed, spoken_length

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from benchside.session import Load, Mass, RepTarget, SetPart, SetTarget, Tempo
    from benchside.view.view import LastSetView, SetView

EACH_SIDE: Final = "each side"

_PHASES: Final = tuple(Phase)
"""In the order of a tempo."""


class NumberedSet(Protocol):
    """A set that is named by its number within its exercise."""

    @property
    def exercise(self) -> str:
        """Name of the exercise."""
        ...

    @property
    def number(self) -> int:
        """Counts from 1."""
        ...

    @property
    def of(self) -> int:
        """How many sets of its sort there are."""
        ...

    @property
    def is_ramp(self) -> bool:
        """Whether it is a ramp set."""
        ...


def set_of(one: NumberedSet) -> str:
    """Return which set: `set 2 of 5`, `ramp set 1 of 3`."""
    return f"{'ramp set' if one.is_ramp else 'set'} {one.number} of {one.of}"


def named_set(one: NumberedSet) -> str:
    """Return which set of which exercise: `Barbell hip thrust, set 2 of 5`."""
    return f"{one.exercise}, {set_of(one)}"


def target_of(target: SetTarget) -> str:
    """Return what a set asks for: `5-8 reps`, `as many reps as possible in 20s`, `30s`, `40 m`."""
    reps = target.reps
    is_told = target.distance or target.calories or target.open_time or target.parts
    if reps is None or is_told:
        return target_text(target)
    asked = reps_asked(reps)
    return asked if target.time_ms is None else f"{asked} in {format_duration(target.time_ms)}"


def part_text(part: SetPart) -> str:
    """Return what a part of a set asks for: `4 reps`, `as many reps as possible`, `7s`."""
    if part.time_ms is not None:
        return format_duration(part.time_ms)
    return "" if part.reps is None else reps_asked(part.reps)


def reps_asked(reps: RepTarget) -> str:
    """Return how many reps are asked for: `5-8 reps`, `as many reps as possible`."""
    if reps == AS_MANY_AS_POSSIBLE:
        return "as many reps as possible"
    return f"{format_reps(reps)} {'rep' if reps.high == 1 else 'reps'}"


def asked_of(card: SetView) -> str:
    """Return what a set asks for, of each side where it has sides: `5-8 reps`, `30s each side`."""
    target = target_of(card)
    return f"{target} {EACH_SIDE}" if card.side else target


def load_of(load: Load | None) -> str:
    """Return a load as it is written: `100 kg`; empty where there is none."""
    return "" if load is None else format_load(load)


def plates_of(plates: Sequence[Mass]) -> str:
    """Return what hangs on a bar: `25 + 15 kg each side`; empty where it is no bar."""
    if not plates:
        return ""
    sizes = " + ".join(format_amount(plate.amount) for plate in plates)
    return f"{sizes} {plates[0].unit} {EACH_SIDE}"


def rpe_of(rpe: Decimal | None) -> str:
    """Return how hard a set is to be, or was: `RPE 8.5`; empty where nobody says."""
    return "" if rpe is None else f"RPE {rpe_number(rpe)}"


def rpe_number(rpe: Decimal | None) -> str:
    """Return an RPE as a number, `8` or `8.5`; empty where nobody says."""
    return "" if rpe is None else format_amount(rpe)


def phase_seconds(tempo: Tempo) -> tuple[str, str, str, str]:
    """Return the four digits of a tempo, in its order: `2`, `1`, `X`, `1`."""
    concentric = "X" if tempo.is_explosive else str(tempo.concentric_ms // 1_000)
    return (
        str(tempo.eccentric_ms // 1_000),
        str(tempo.pause_stretched_ms // 1_000),
        concentric,
        str(tempo.pause_contracted_ms // 1_000),
    )


def phase_word(card: SetView, phase: Phase, wording: Wording = Wording.MOTION) -> str:
    """Return what a phase of a set is called, in capital letters: UP, PULL, HOLD."""
    words = TEXTBOOK_WORDS if wording is Wording.TEXTBOOK else card.words
    return words[_PHASES.index(phase)]


def lifted_phases(card: SetView) -> tuple[Phase, ...]:
    """Return the phases of a set that last, in the order in which they are lifted."""
    if card.tempo is None:
        return ()
    return tuple(phase for phase, ms in card.tempo.phases(card.starts_with) if ms)


def tempo_in_words(card: SetView, wording: Wording = Wording.MOTION) -> tuple[str, ...]:
    """Return the phases in the order they are lifted: `UP fast`, `HOLD 1`, `DOWN 2`, `WAIT 1`."""
    if card.tempo is None:
        return ()
    seconds = dict(zip(_PHASES, phase_seconds(card.tempo), strict=True))
    return tuple(
        f"{phase_word(card, phase, wording)} {_fast(seconds[phase])}"
        for phase in lifted_phases(card)
    )


def _fast(seconds: str) -> str:
    return "fast" if seconds == "X" else seconds


def announced(card: SetView, *, in_round: bool) -> str:
    """Return a set on one line: what, which, how many, with what; in rounds it has no number."""
    parts = (
        f"{card.exercise if in_round else named_set(card)}: {target_of(card)}",
        load_of(card.load),
        plates_of(card.plates),
        _tempo(card),
        rpe_of(card.rpe),
        f"{card.side} first" if card.side else "",
    )
    return listed(parts, ", ")


def _tempo(card: SetView) -> str:
    """Return a tempo to be listened to: `tempo up fast, hold 1, down 2, wait 1`."""
    return f"tempo {', '.join(tempo_in_words(card)).lower()}" if card.tempo else ""


def held_words(held_ms: Sequence[int], length: Callable[[int], str] = clock_text) -> str:
    """Return how long a set was held: `0:20`, `0:20 each side`, `0:20 and 0:15`."""
    times = [length(ms // 1_000) for ms in held_ms]
    if len(times) > 1 and len(set(times)) == 1:
        return f"{times[0]} {EACH_SIDE}"
    return " and ".join(times)


def work_of(last: LastSetView, length: Callable[[int], str] = clock_text) -> str:
    """Return what was done of a set without reps: `0:20`, `40 m in 0:20`, `15 calories in 1:02`."""
    amount = "" if last.calories is None else counted(last.calories, "calorie")
    if last.distance is not None:
        amount = format_distance(last.distance)
    time = held_words(last.held_ms, length)
    return f"{amount} in {time}" if amount and time else time


def spoken_work(last: LastSetView) -> str:
    """Return what was done of a set without reps, as it is said: `40 m in 20 seconds`."""
    return work_of(last, spoken_length)


def reps_of(reps: int | None, sides: Sequence[tuple[str, int | None]]) -> str:
    """Return the reps that are known: `8 reps`, `left 8, right 7 reps`; empty where none is."""
    if not sides:
        return "" if reps is None else counted(reps, "rep")
    told = ", ".join(f"{side} {of_side}" for side, of_side in sides if of_side is not None)
    return f"{told} reps" if told else ""


def written_tempo(tempo: Tempo | None) -> str:
    """Return a tempo as it is written: `2-1-X-1`; empty where there is none."""
    return "" if tempo is None else format_tempo(tempo)
