"""docs/importing.md keeps its word: its plans become its files, and it names what is told."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import tomli_w

from benchside.library.convert import convert
from benchside.library.convert.interval_timer import FIRST_COUNT_IN_S
from benchside.library.convert.liftosaur.lines import MAX_LINE
from benchside.library.convert.liftosaur.set_keys import REST_S, WARM_UP_REST_S
from benchside.library.convert.liftosaur.set_words import MAX_SETS
from benchside.library.convert.rest_names import is_rest
from benchside.library.imports import imported_program, imported_sessions
from benchside.session.read import read

PAGE = (Path(__file__).parents[2] / "docs" / "importing.md").read_text(encoding="utf-8")
NOWHERE = Path("/nonexistent")


def fenced(kind: str) -> list[str]:
    return re.findall(rf"(?ms)^```{kind}\n(.*?)^```$", PAGE)


PLANS = [*fenced("liftoscript"), *fenced("json")]
PAIRS = list(zip(PLANS, fenced("toml session"), strict=True))


@pytest.mark.parametrize(
    ("plan", "session"),
    list(zip(PLANS, fenced("toml session"), strict=True)),
    ids=["program", "list"],
)
def test_a_plan_of_the_page_becomes_its_session(plan: str, session: str) -> None:
    [found] = convert(plan, title="wave").sessions

    expected = read(session, file="page.toml")
    assert expected.problems == ()
    assert read(tomli_w.dumps(found.tables), file="page.toml").session == expected.session


def test_a_plan_of_the_page_becomes_its_program() -> None:
    conversion = convert(PLANS[0], title="wave")

    sessions = imported_sessions(conversion, NOWHERE, lambda _: None)
    program = imported_program(conversion, sessions, NOWHERE)

    assert program is not None
    [expected] = fenced("toml program")
    assert tomllib.loads(program.text) == tomllib.loads(expected)


def test_what_is_left_out_of_a_plan_of_the_page_is_what_it_tells() -> None:
    [lost] = convert(PLANS[0], title="wave").left_out

    assert fenced("text") == [f"wave.txt:{lost.lines[0]}: {lost.text}\n"]


def test_the_numbers_of_the_page_are_those_of_the_importer() -> None:
    assert f"{REST_S} s where nothing is said" in PAGE
    assert f"{WARM_UP_REST_S} s between them" in PAGE
    assert f"more than {MAX_LINE:,} characters or {MAX_SETS} sets" in PAGE
    assert FIRST_COUNT_IN_S == 10
    assert "the ten seconds before the first one" in PAGE


def test_the_rests_of_the_page_are_rests() -> None:
    told = re.findall(
        r'"([^"]+)"', PAGE.partition("A rest is known by its name")[2].partition("- ")[0]
    )

    assert told
    assert [name for name in told if not is_rest(name)] == ["Active rest"]


def test_the_page_has_a_row_for_every_construct() -> None:
    words = ("60kg", "0lb", "@8", "90s", "(Heavy)", "[1-4]", "...Squat", "used: none", "warmup:")
    more = ("superset: A", "// Chest up", "// ...t1", "///", "auto", "t1: Squat", "Smith Machine")

    table = PAGE.partition("### What a line says")[2].partition("###")[0]
    assert [word for word in (*words, *more) if word not in table] == []
