"""Includes: the blocks of another session of the library."""

from __future__ import annotations

from benchside.session.read import Reading, read


def session(*includes: str, name: str = "S") -> str:
    blocks = "".join(f'[[block]]\ninclude = "{include}"\n' for include in includes)
    return f'name = "{name}"\n{blocks}'


LEAF = 'name = "Leaf"\ngoal = "activation"\n[defaults]\nload = "band"\n'
LEAF += '[[block]]\nname = "Warm"\n[[block.exercise]]\nname = "Clamshell"\nreps = 12\n'


def reading_of(text: str, library: dict[str, str], file: str = "/home/me/top.toml") -> Reading:
    return read(text, file=file, include=library.get)


def message_of(text: str, library: dict[str, str]) -> str:
    (problem,) = reading_of(text, library).problems
    return problem.message


def test_the_blocks_of_the_other_session_stand_in_their_place() -> None:
    own = '[[block]]\nname = "Own"\n[[block.exercise]]\nname = "Row"\nreps = 5\n'

    plan = reading_of(session("leaf") + own, {"leaf": LEAF}).plan

    assert plan
    assert [block.name for block in plan.blocks] == ["Warm", "Own"]


def test_an_included_session_means_what_it_means_alone() -> None:
    text = session("leaf").replace(
        "[[block]]", 'goal = "strength"\n[defaults]\nload = "9 kg"\n[[block]]'
    )

    included, alone = reading_of(text, {"leaf": LEAF}).plan, reading_of(LEAF, {}).plan

    assert included
    assert alone
    assert included.blocks == alone.blocks


def test_every_included_text_is_given_for_the_journal() -> None:
    library = {"b": session("leaf"), "leaf": LEAF}

    assert dict(reading_of(session("b", "leaf"), library).includes) == library


def test_a_circle_is_a_problem_that_names_its_members() -> None:
    library = {"b": session("c"), "c": session("top")}

    assert message_of(session("b"), library) == ('include "b" goes in a circle: top → b → c → top')
    assert message_of(session("top"), {}) == 'include "top" goes in a circle: top → top'
    assert message_of(session("b"), {"b": session("c"), "c": session("b")}) == (
        'include "b" goes in a circle: b → c → b'
    )


def test_a_session_that_is_not_there_is_a_problem() -> None:
    assert message_of(session("nope"), {}) == 'include "nope" is no session of the library'
    assert message_of(session("b"), {"b": session("nope")}) == (
        'include "b" includes "nope", which is no session of the library'
    )


def test_a_mistyped_session_gets_the_one_that_was_probably_meant() -> None:
    library = {"glute-activation": LEAF, "squats": LEAF}

    reading = read(session("glute-activaton"), file="a", include=library.get, names=library.keys)

    assert [problem.hint for problem in reading.problems] == ['did you mean "glute-activation"?']


def test_a_session_like_no_other_is_told_to_be_written_as_one_of_the_library() -> None:
    reading = read(session("zzz"), file="a", names=lambda: ["squats"])

    assert [problem.hint for problem in reading.problems] == ["write the name of one that is there"]


def test_an_included_session_with_problems_is_a_problem_where_it_is_included() -> None:
    broken = LEAF.replace("12", '"5-x"')

    (problem,) = reading_of(session("leaf"), {"leaf": broken}).problems

    assert problem.message == (
        'include "leaf" has a problem of its own: reps "5-x" is not a rep target'
    )
    assert (problem.line, problem.column) == (3, 11)


def test_the_bounds_hold_for_all_included_sessions_together() -> None:
    doubling = {f"s{i}": session(f"s{i + 1}", f"s{i + 1}") for i in range(15)} | {"s15": LEAF}
    endless = {f"s{i}": session(f"s{i + 1}") for i in range(40)} | {"s40": LEAF}

    assert message_of(doubling["s0"], doubling) == "the session is longer than 24 hours"
    assert "more than 16 sessions" in message_of(endless["s0"], endless)


def test_a_name_may_be_written_with_the_ending_of_its_file() -> None:
    assert reading_of(session("leaf.toml"), {"leaf": LEAF}).plan
