"""Whole programs: what is written is what a reader made apart from the importer says.

The programs of the folder are ours, in the constructs of published ones.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from benchmarks.import_accuracy import compared, is_right
from benchside.library.convert import convert
from benchside.library.imports import imported_program, imported_sessions
from benchside.session.program.read import read_program

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from benchside.session.file.problems import Problem

NOWHERE = Path("/nonexistent")
PROGRAMS = sorted((Path(__file__).parent / "programs").iterdir())


def problems_of(text: str) -> tuple[Problem, ...]:
    """What `check` would find in the files of a plan."""
    conversion = convert(text, title="Mine")
    sessions = imported_sessions(conversion, NOWHERE, lambda _: None)
    problems = tuple(one for session in sessions for one in session.draft.problems)
    program = imported_program(conversion, sessions, NOWHERE)
    if program is None:
        return problems
    texts = {session.name: session.draft.text for session in sessions}
    reading = read_program(program.text, file="mine.toml", include=texts.get, names=texts.keys)
    return problems + reading.problems


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.name)
def test_every_exercise_of_a_program_comes_out_as_a_second_reader_has_it(path: Path) -> None:
    pairs = compared(path.read_text(encoding="utf-8"))

    assert pairs
    assert problems_of(path.read_text(encoding="utf-8")) == ()
    assert [pair for pair in pairs if not is_right(*pair)] == []


NAMES = ("Squat", "Bench Press", "Deadlift", "Row, Cable", "t1: Press", "t2: Curl, Band", "Plank")
LOADS = ("", " 100kg", " 62.5%", " 45lb", " 0lb", " -10kg", " 80%+", " 20kg+")
REPS = ("3x5", "5x5+", "2x8-12", "1+x6-10+", "4x3 (Heavy)")
MORE = ("", " 90s", " @8", " @7.5+ 120s", " ?+")
WARM_UPS = ("", " / warmup: none", " / warmup: 1x5 20kg, 1x3 80%", " / warmup: 2x5 50%")
EVERYWHERE = ("", " / 75%", " / 50kg 60s", " / @9")
SCRIPT = " / progress: custom(x: 1) {~\n  if (a / b) { weights += 5lb }\n~}"
ENDS = (
    "",
    " / progress: lp(5lb)",
    SCRIPT,
    " / id: tags(1, 2)",
    " / superset: A",
    " \\\n  / id: tags(3)",
)
NOTES = ("", "// Slowly.\n", "// One.\n\n// ! Two\n// lines.\n", "///\n", "//\n", "// ...t9\n")


def _sets() -> SearchStrategy[str]:
    part = st.builds("{}{}{}".format, *map(st.sampled_from, (REPS, LOADS, MORE)))
    return st.lists(part, min_size=1, max_size=3).map(", ".join)


@st.composite
def _line(draw: st.DrawFn, name: str, weeks: int, *, is_template: bool = False) -> str:
    order = draw(st.sampled_from(("", "", "1,", "2,")))
    last = draw(st.integers(1, weeks))
    brackets = draw(st.sampled_from(("", "", f"[{order}1-{last}]")))
    own, taken = draw(_sets()), "...t9"
    sections = own if is_template else draw(st.sampled_from((own, own, f"{own} / {own}", taken)))
    if taken in sections and draw(st.booleans()):
        sections += f" / {own}"
    used = " / used: none" if is_template else ""
    warm_up = WARM_UPS[len(name) % len(WARM_UPS)]  # one an exercise, as Liftosaur asks for
    more = [draw(st.sampled_from(EVERYWHERE)), warm_up, draw(st.sampled_from(ENDS))]
    note = draw(st.sampled_from(NOTES[:-1] if is_template else NOTES))
    return f"{note}{name}{brackets}{used} / {sections}{''.join(more)}\n"


@st.composite
def programs(draw: st.DrawFn) -> str:
    """Programs as they may be written; the template of the first week is there in every one."""
    weeks = draw(st.integers(1, 3))
    text = ""
    for week in range(1, weeks + 1):
        text += f"# Week {week}\n## A\n"
        text += draw(_line("t9", 1, is_template=True))
        for day in ("", "## B\n"):
            names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
            text += day + "\n".join(draw(_line(name, weeks)) for name in names) + "\n"
    return text


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(programs())
def test_two_readers_of_a_program_understand_the_same(text: str) -> None:
    pairs = compared(text)

    assert problems_of(text) == ()
    assert [pair for pair in pairs if not is_right(*pair)] == []
