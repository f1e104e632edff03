"""Compare our line chart with that of textual-plot: to import, and to draw again.

    python -m pip install --target FOLDER textual-plot      once, outside the program's own
    PYTHONPATH=FOLDER python benchmarks/charts.py

Both draw the same points in the same room, in turn, in one run. Prints processor time and the ratio
to ours. Without textual-plot only ours is measured.
"""

from __future__ import annotations

import asyncio
import importlib.util
import subprocess
import sys
from datetime import date, timedelta
from time import process_time
from typing import TYPE_CHECKING, Any, Final

from textual.app import App

from benchside.tui.widgets.chart import Chart, ChartLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widget import Widget

SIZE: Final = (120, 36)
SESSIONS: Final = (50, 200, 2_000)
ROUNDS: Final = 40
FIRST: Final = date(2026, 1, 12)

IMPORT: Final = (
    "import time, textual.app, textual.widget; before = time.process_time(); import {};"
    " print(time.process_time() - before)"
)

Points = list[tuple[float, float]]


def points(sessions: int) -> Points:
    """Two sessions a week that go up, with better and worse days."""
    start = FIRST.toordinal()
    return [(start + 3.5 * day, 100 + day / 10 + day * 7 % 5) for day in range(sessions)]


def ours(widget: Any, given: Points) -> None:
    """Draw with our chart."""
    last = FIRST + timedelta(days=given[-1][0] - FIRST.toordinal())
    widget.line = None
    widget.line = ChartLine(tuple(given), (FIRST, last), lambda value: f"{value:g}")


def theirs(widget: Any, given: Points) -> None:
    """Draw with textual-plot, in braille as ours."""
    from textual_plot import HiResMode  # type: ignore[import-not-found,unused-ignore]

    widget.clear()
    days, values = zip(*given, strict=True)
    widget.plot(list(days), list(values), hires_mode=HiResMode.BRAILLE)


async def redraw_s(make: Callable[[], Widget], draw: Callable[[Any, Points], None]) -> list[float]:
    """Return the processor time of drawing once more, for each number of sessions."""
    app: App[None] = App()
    times = []
    async with app.run_test(size=SIZE) as pilot:
        widget = make()
        await app.mount(widget)
        for sessions in SESSIONS:
            given = points(sessions)
            draw(widget, given)
            await pilot.pause(0.2)
            before = process_time()
            for _ in range(ROUNDS):
                draw(widget, given)
                await pilot.pause(0)
            times.append((process_time() - before) / ROUNDS)
    return times


def import_s(module: str) -> float:
    """Return the processor time of importing a module after Textual, the best of three."""
    command = [sys.executable, "-c", IMPORT.format(module)]
    runs = (subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(3))
    return min(float(run.stdout) for run in runs)


def report(name: str, base: list[float], times: list[float]) -> None:
    """Print a row."""
    cells = (f"{one * 1e3:7.1f} ms {one / own:5.2f}" for one, own in zip(times, base, strict=True))
    print(f"{name:14}" + "".join(cells))


def main() -> None:
    """Measure ours, and textual-plot where it is there."""
    print(f"{'':14}{'import':>16}" + "".join(f"{f'{one:,} points':>16}" for one in SESSIONS))
    base = [import_s("benchside.tui.widgets.chart"), *asyncio.run(redraw_s(Chart, ours))]
    report("ours", base, base)
    if importlib.util.find_spec("textual_plot") is None:
        print("textual-plot is not installed here; see the head of this file")
        return
    from textual_plot import PlotWidget  # type: ignore[import-not-found,unused-ignore]

    times = [import_s("textual_plot"), *asyncio.run(redraw_s(PlotWidget, theirs))]
    report("textual-plot", base, times)


if __name__ == "__main__":
    main()
