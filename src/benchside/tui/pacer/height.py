"""How high the lifter is: from the phase that is going on and the time.

Height is 0 where the muscle is stretched and 1 where it is contracted. It only rises in a
concentric, only sinks in an eccentric, and rests in a pause.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from benchside.session import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

_PAUSES = {Phase.PAUSE_STRETCHED: 0.0, Phase.PAUSE_CONTRACTED: 1.0}


class PhaseSpan(Protocol):
    """A phase of a rep and when it begins and ends, in milliseconds of one clock."""

    @property
    def kind(self) -> Phase:
        """The phase."""
        ...

    @property
    def started_ms(self) -> int:
        """When it began."""
        ...

    @property
    def ends_ms(self) -> int:
        """When it is over."""
        ...

    @property
    def is_explosive(self) -> bool:
        """Whether it is lifted as fast as possible."""
        ...


def height_at(span: PhaseSpan, now_ms: float) -> float:
    """Return the height at a time; before the phase that of its start, after it that of its end."""
    if span.kind in _PAUSES:
        return _PAUSES[span.kind]
    length_ms = span.ends_ms - span.started_ms
    part = (now_ms - span.started_ms) / length_ms if length_ms > 0 else 1.0
    way = _easing(span)(max(0.0, min(1.0, part)))
    return way if span.kind is Phase.CONCENTRIC else 1 - way


def end_height(span: PhaseSpan) -> float:
    """Return the height to which a phase leads."""
    return height_at(span, span.ends_ms)


def is_moving(span: PhaseSpan, now_ms: float) -> bool:
    """Return whether the height still changes."""
    return span.kind not in _PAUSES and now_ms < span.ends_ms


def _easing(span: PhaseSpan) -> Callable[[float], float]:
    return _fast if span.is_explosive and span.kind is Phase.CONCENTRIC else _steady


def _steady(part: float) -> float:
    """Leave and arrive gently, and keep an even pace in between, so that it can be followed."""
    smooth = part * part * (3 - 2 * part)
    return (part + smooth) / 2


def _fast(part: float) -> float:
    """Leave at full speed and slow down: seven tenths of the way in a third of the time."""
    return 1 - (1 - part) ** 3
