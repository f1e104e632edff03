"""Make every picture of the documents again: shipped sessions, led by a clock that stands still.

python scripts/make_screenshots.py [FOLDER]
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchside.log.record import encode_record
from benchside.tui.app import BenchsideApp
from benchside.tui.screens.library import LibraryScreen
from benchside.tui.screens.session import SessionScreen
from benchside.view.view import Activity
from scripts.animation import StillLoop, animated, running_loop
from scripts.picture import picture, read
from scripts.sample_log import half_a_year
from scripts.studio import (
    Studio,
    before_answer,
    in_count_in,
    in_hold,
    in_phase,
    in_rest,
    is_over,
    is_ready,
)

if TYPE_CHECKING:
    from scripts.picture import Shown
    from scripts.studio import Moment

SESSION: Final = "hip-thrust-strength"
SIZES: Final = ((80, 24), (120, 36), (200, 60))
THEMES: Final = ("dark", "light")
FRAME_MS: Final = 100
SHOWN_FIRST: Final = 6
"""The frame that is seen where nothing moves: on the way up, after the flash of the cue."""
WAITED_S: Final = 0.6
"""After a key, and before a picture: what comes from a thread is there by then."""

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

OWN = """\
name = "Hip thrust: after squats"
[[block]]
name = "Hip thrust"
  [[block.exercise]]
  name  = "Barbell hip thrust"
  ramp  = ["50% x 8", "75% x 4"]
  sets  = 3
  reps  = "10-15"
  load  = "60 kg"
  tempo = "2-1-X-1"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a picture shows."""

    moment: Moment | None = None
    """Of a session; None in the library."""
    keys: tuple[str, ...] = ()
    """Pressed before the picture is taken."""
    chosen: str = ""
    """The session that the library opens with; empty for what is due."""
    is_new: bool = False
    """Nobody has used the program before."""


SCENES: Final = {
    "welcome": Scene(is_new=True),
    "sessions": Scene(),
    "history": Scene(keys=("2",)),
    "settings": Scene(keys=("3",)),
    "broken": Scene(chosen="push-day"),
    "ready": Scene(moment=is_ready),
    "count-in": Scene(moment=in_count_in),
    "up": Scene(moment=in_phase(Activity.CONCENTRIC, 4)),
    "down": Scene(moment=in_phase(Activity.ECCENTRIC, 4)),
    "hold": Scene(moment=in_hold),
    "asked": Scene(moment=before_answer),
    "rest": Scene(moment=in_rest),
    "sets": Scene(moment=in_rest, keys=("l",)),
    "summary": Scene(moment=is_over, keys=("space",)),
    "help": Scene(moment=in_rest, keys=("question_mark",)),
}


class Camera:
    """Takes pictures of scenes; one home is new, the other has half a year of training."""

    def __init__(self, homes: Path) -> None:
        self._new, self._used = homes / "new", homes / "benchside"
        sessions = self._used / "sessions"
        sessions.mkdir(parents=True)
        (sessions / "after-squats.toml").write_text(OWN, encoding="utf-8")
        (sessions / "push-day.toml").write_text(BROKEN, encoding="utf-8")
        athlete = Studio(self._used).athletes.name
        lines = (json.dumps(encode_record(record)) for record in half_a_year(athlete))
        log = "".join(f"{line}\n" for line in lines)
        (self._used / "log.jsonl").write_text(log, encoding="utf-8")
        self._new.mkdir()

    async def take(self, scene: Scene, *, size: tuple[int, int], theme: str) -> str:
        """Return a picture of a scene."""
        home = self._new if scene.is_new else self._used
        studio = Studio(home, scene.moment, theme=f"benchside-{theme}")
        start = studio.shelf.find(SESSION) if scene.moment is not None else None
        app = BenchsideApp(studio, start=start, chosen=scene.chosen)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(WAITED_S)
            for key in scene.keys:
                await pilot.press(key)
                await pilot.pause(WAITED_S)
            if isinstance(app.screen, LibraryScreen):
                while not app.screen.knows_habits:
                    await pilot.pause(0.1)
            await pilot.pause(WAITED_S)
            return picture(seen(app))

    async def film(self, *, size: tuple[int, int], theme: str) -> str:
        """Return the third rep of the second working set, as it moves."""
        studio = Studio(self._used, in_count_in, theme=f"benchside-{theme}", is_moving=True)
        app = BenchsideApp(studio, start=studio.shelf.find(SESSION))
        frames = []
        async with app.run_test(size=size) as pilot:
            await pilot.pause(WAITED_S)
            screen, taking, time = app.screen, studio.taking, running_loop()
            assert isinstance(screen, SessionScreen)
            assert taking is not None
            time.stop_time()
            while (screen.view.rep or 0) < 4:
                taking.go_on(FRAME_MS)
                await time.pass_s(FRAME_MS / 1_000)
                await time.idle()
                if screen.view.rep == 3:
                    frames.append(seen(app, is_apart=True))
            time.let_time_go()
        frames = [*frames[SHOWN_FIRST:], *frames[:SHOWN_FIRST]]
        return animated(frames, frame_s=FRAME_MS / 1_000)


def seen(app: BenchsideApp, *, is_apart: bool = False) -> Shown:
    """Return what an app shows."""
    return read(app.export_screenshot(simplify=True), *app.size, is_apart=is_apart)


async def make(folder: Path, homes: Path) -> None:
    """Make every picture."""
    camera = Camera(homes)

    def save(name: str, drawn: str) -> None:
        path = folder / f"{name}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
        print(f"{path} {len(drawn) / 1_000:.0f} kB", flush=True)

    save("rep", await camera.film(size=(120, 36), theme="dark"))
    for name, scene in SCENES.items():
        for size in SIZES:
            for theme in THEMES:
                drawn = await camera.take(scene, size=size, theme=theme)
                save(f"screens/{name}-{size[0]}x{size[1]}-{theme}", drawn)


def main() -> None:
    """Make the pictures in the folder that is named, or in docs/pictures."""
    default = Path(__file__).parents[1] / "docs" / "pictures"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    with tempfile.TemporaryDirectory() as home, asyncio.Runner(loop_factory=StillLoop) as runner:
        os.environ["HOME"] = home  # so that no path of this machine is seen
        runner.run(make(folder, Path(home)))


if __name__ == "__main__":
    main()
