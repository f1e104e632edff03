"""Several moments as one moving picture: what stays is drawn once, what changes comes and goes.

A browser plays it by its style sheet; whoever asks for less motion, or cannot play it, sees the
first moment.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from scripts.picture import framed
from tests.tui.idle import IdleLoop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scripts.picture import Shown


class StillLoop(IdleLoop):
    """An event loop whose time can be stopped: from then on it passes only by `pass_s`."""

    def __init__(self) -> None:
        super().__init__()
        self._stopped_s: float | None = None

    def time(self) -> float:
        """Seconds; where time is stopped those that were let pass."""
        if self._stopped_s is None:
            return super().time()
        return self._stopped_s + self._idle_selector.ahead_s

    def stop_time(self) -> None:
        """Let time pass only when it is told to."""
        self._stopped_s = super().time() - self._idle_selector.ahead_s

    def let_time_go(self) -> None:
        """Let time pass as usual again."""
        self._stopped_s = None


def running_loop() -> StillLoop:
    """Return the loop that pictures are taken on."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, StillLoop)
    return loop


def animated(frames: Sequence[Shown], *, frame_s: float) -> str:
    """Return a picture that shows the frames one after the other, again and again."""
    seen: dict[str, list[int]] = defaultdict(list)
    for number, frame in enumerate(frames):
        for item in frame.items:
            seen[item].append(number)
    groups: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for item, moments in seen.items():
        groups[tuple(moments)].append(item)
    always = tuple(range(len(frames)))
    body = ["".join(groups.pop(always, ()))]
    rules = []
    for name, (numbers, items) in enumerate(groups.items()):
        shown = "visible" if 0 in numbers else "hidden"
        body.append(f'<g id="f{name}" visibility="{shown}">{"".join(items)}</g>')
        steps = _steps(set(numbers), len(frames))
        rules.append(
            f"@keyframes f{name}{{{steps}}}"
            f"#f{name}{{animation:f{name} {len(frames) * frame_s:.2f}s step-end infinite}}"
        )
    style = f"@media(prefers-reduced-motion:no-preference){{{''.join(rules)}}}"
    return framed(frames[0], "".join(body), style)


def _steps(numbers: set[int], count: int) -> str:
    """Return the key frames at which something comes or goes."""
    states = [number in numbers for number in range(count)]
    changes = [0, *(at for at, (old, new) in enumerate(pairwise(states), 1) if old is not new)]
    return "".join(
        f"{100 * at / count:.4g}%{{visibility:{'visible' if states[at] else 'hidden'}}}"
        for at in changes
    )
