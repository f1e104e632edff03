"""Draw `docs/state-diagram.md` from the table of legal moves and from what the runner does.

Short sessions that hold every kind of step are led through; at every second each legal command
is tried, and where it leads is drawn. Nothing is drawn that was not seen, so the picture cannot
tell of a move that the runner does not make. Without arguments it writes the page.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchside.runner.commands import (
    Abandon,
    AddSet,
    AddTime,
    Amend,
    Away,
    Back,
    ChangeLoad,
    Close,
    Defer,
    DropSet,
    FinishEarly,
    Go,
    Jump,
    Note,
    NoteSession,
    Pause,
    Proceed,
    Redo,
    Skip,
    Slept,
    Swap,
    Undo,
)
from benchside.runner.machine import MOVES, Refused, State
from benchside.runner.runner import Runner
from benchside.session.read import read
from benchside.session.values.load import Label
from benchside.session.values.tempo import StartsWith
from benchside.timeline.agenda import agenda_of
from benchside.timeline.set_id import SetId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.runner.commands import Command

PAGE: Final = Path(__file__).parents[1] / "docs" / "state-diagram.md"

FIRST: Final = SetId(0, 0, 1)
SECOND: Final = SetId(0, 1, 1)

COMMANDS: Final[tuple[Command, ...]] = (
    Go(),
    Pause(),
    Skip(),
    Back(),
    AddTime(15_000),
    Amend(FIRST),
    Note(FIRST, "a note"),
    NoteSession("a note"),
    Jump(SECOND),
    Redo(),
    Defer(SECOND),
    AddSet(FIRST),
    DropSet(SECOND),
    ChangeLoad(SECOND, Label("band")),
    Swap(SECOND, "Frog pump", StartsWith.CONCENTRIC),
    Undo(),
    FinishEarly(),
    Close(),
    Abandon(),
    Proceed(),
    Slept(60_000),
    Away(60_000),
)

TIME: Final = "time"

SECOND_MS: Final = 1_000
LONGEST_S: Final = 180

SESSION: Final = """
name = "Every kind of step"

[[block]]
name = "Sets and rests"
prepare = "{prepare}"
switch = "3s"

  [[block.exercise]]
  name = "At will, then an open rest"
  reps = 5
  rest = "8s+"

  [[block.exercise]]
  name = "Tempo, then a rest"
  reps = 3
  tempo = "1-0-1-0"
  rest = "8s"

  [[block.exercise]]
  name = "Sides, then no rest"
  time = "5s"
  sides = ["left", "right"]
  rest = "0s"

[[block]]
name = "On the clock"
prepare = "{prepare}"
rounds = 2
every = "12s"

  [[block.exercise]]
  name = "Hold, then what is left"
  time = "5s"
  rest = "0s"

[[block]]
name = "Against a cap"
prepare = "{prepare}"
time_cap = "{cap}"

  [[block.exercise]]
  name = "Hold, then no rest"
  time = "5s"
  rest = "0s"

  [[block.exercise]]
  name = "Hold, then an open rest"
  time = "5s"
  rest = "5s+"

  [[block.exercise]]
  name = "Hold, then what follows the block"
  time = "5s"
  rest = "{rest}"
"""

END: Final = """
[[block]]
name = "The end"
prepare = "{prepare}"

  [[block.exercise]]
  name = "Hold, then the end"
  time = "5s"
"""

REPS_TO_TELL: Final = '  reps = "max"\n'

VARIANTS: Final = (
    ("7s", "8s", END),
    ("25s", "8s", END + REPS_TO_TELL),
    ("25s", "0s", END),
    ("25s", "0s", ""),
)
"""The time cap, the rest after its block, and what comes then."""

HEAD: Final = """\
# The states of a session

Drawn by `scripts/make_state_diagram.py` from the table of legal moves in `runner/machine.py` and
from what the runner does; a test keeps this page current. *time* is a change that comes by itself,
all others come from a command. A command that leaves the session in its state is not drawn, nor is
*undo*: it leads back to the state before the last command.
"""


def page() -> str:
    """Write the page: the diagram, then the table."""
    return f"{HEAD}\n```mermaid\n{diagram()}\n```\n\n## What each command does\n\n{table()}\n"


def diagram() -> str:
    """Draw every change of state that was seen, a line for each pair of states."""
    seen: dict[tuple[State, State], set[str]] = defaultdict(set)
    for session in sessions():
        for before, reason, after in changes(session):
            seen[before, after].add(reason)
    words = [TIME, *map(word, COMMANDS)]
    lines = [
        f"    {before} --> {after}: {', '.join(filter(seen[before, after].__contains__, words))}"
        for before in State
        for after in State
        if before is not after and (before, after) in seen
    ]
    return "\n".join(["stateDiagram-v2", "    [*] --> ready", *lines, "    finished --> [*]"])


def table() -> str:
    """Write the table of legal moves, in the words of the footer."""
    states = [state for state in State if MOVES[state]]
    lines = [f"| | {' | '.join(states)} |", f"|---|{'---|' * len(states)}"]
    for command in COMMANDS:
        cells = (MOVES[state].get(type(command), "") for state in states)
        lines.append(f"| **{word(command)}** | {' | '.join(cells)} |")
    return "\n".join(lines)


def word(command: Command) -> str:
    """Name a command in words: `FinishEarly` is "finish early"."""
    letters = (f" {one.lower()}" if one.isupper() else one for one in type(command).__name__)
    return "".join(letters).strip()


def sessions() -> Iterator[Runner]:
    """Make every variant of the session, with a count-in and without."""
    for prepare, (cap, rest, end) in product(("0s", "4s"), VARIANTS):
        text = (SESSION + end).format(prepare=prepare, cap=cap, rest=rest)
        plan = read(text, file="steps.toml").plan
        assert plan is not None
        yield Runner(agenda_of(plan))


def changes(runner: Runner) -> Iterator[tuple[State, str, State]]:
    """Lead a session to its end, press `go` wherever it waits, and try every command on the way."""
    for second in range(LONGEST_S):
        now_ms = second * SECOND_MS
        before = runner.state
        runner.advance(now_ms)
        yield before, TIME, runner.state
        yield from tried(runner)
        if runner.state is State.FINISHED:
            return
        for aside in (Pause(), Skip()):
            if (led := after(runner, aside)) is not None:
                yield from tried(led)
        if runner.cues_until(now_ms + LONGEST_S * SECOND_MS) == ():
            runner = after(runner, Go()) or runner


def tried(runner: Runner) -> Iterator[tuple[State, str, State]]:
    """Try every command where the session stands."""
    for command in COMMANDS:
        led = after(runner, command)
        if led is not None and not isinstance(command, Undo):
            yield runner.state, word(command), led.state


def after(runner: Runner, command: Command) -> Runner | None:
    """Carry a command out on a copy of the session; None if it is refused."""
    copied = copy.copy(runner)
    slept_ms = command.ms if isinstance(command, Slept) else 0
    try:
        copied.feed(command, runner.now_ms + slept_ms)
    except Refused:
        return None
    return copied


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(Path.cwd()) if PAGE.is_relative_to(Path.cwd()) else PAGE}")
