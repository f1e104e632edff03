"""What a wrong file gets: every problem in one go, each at its place."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from benchside.session.file.problems import Problem
from benchside.session.read import read

SHIPPED = sorted((Path(__file__).parents[2] / "sessions").glob("*.toml"))
VALUE = re.compile(
    r"""\b(?:name|about|goal|kind|type|reps|time|load|tempo|rest|sets|rounds|round_rest|prepare|"""
    r"""sides|cues|ramp|rpe|time_cap|every|switch|include)\s*=\s*("[^"\n]*"|\d+|\[[^\]{]*\])"""
)
"""A key of any table, with its value."""

HEAD = 'name = "Push"\n[[block]]\n[[block.exercise]]\nname = "Row"\n'


def problems(text: str, file: str = "push.toml") -> list[str]:
    return [str(problem) for problem in read(text, file=file).problems]


def line_before(match: re.Match[str]) -> str:
    """What stands on the line before a value."""
    return match.string[: match.start(1)].rpartition("\n")[2]


def firsts(text: str) -> list[str]:
    """The first line of each problem, without the file."""
    return [problem.splitlines()[0].removeprefix("push.toml:") for problem in problems(text)]


def test_a_problem_looks_as_the_contract_shows_it() -> None:
    text = "\n" * 11 + HEAD.replace("\n", " \n").replace(" \n", "\n")
    text = 'name = "Push"\n' + "\n" * 9 + HEAD.partition("\n")[2] + '  reps  = "5-x"\n  temp = 3\n'

    shown = "\n".join(problems(text, "sessions/push.toml"))

    assert shown == dedent(
        """\
        sessions/push.toml:14:11: reps "5-x" is not a rep target
           14 |   reps  = "5-x"
              |           ^^^^^ write 8, "5-8", "8+" or "max"
        sessions/push.toml:15:3: unknown key "temp"; did you mean "tempo"?
           15 |   temp = 3
              |   ^^^^"""
    )


def test_the_place_of_a_wrong_value_is_its_first_character() -> None:
    assert firsts(HEAD + "reps = 5\nrest   =  'soon'\n") == ['6:11: rest "soon" is not a rest']


def test_a_missing_key_is_placed_at_the_header_of_its_table() -> None:
    text = 'name = "A"\n[[block]]\n\n  [[block.exercise]]\n  reps = 5\n'

    assert firsts(text) == ['4:3: missing key "name"']


def test_a_missing_key_of_the_session_is_placed_at_line_one() -> None:
    assert firsts("goal = 'strength'\n[[block]]\n[[block.exercise]]\nname='A'\nreps=1\n") == [
        '1:1: missing key "name"'
    ]


def test_a_problem_in_an_inline_table_points_into_it() -> None:
    text = HEAD + "sets = [\n  { reps = 5 },\n  { reps = 5, load = '100 kgs' },\n]\n"

    assert firsts(text) == ['7:22: load "100 kgs" is not a load']


def test_a_problem_in_a_list_over_several_lines_points_to_its_entry() -> None:
    text = HEAD + 'reps = 5\ncues = [\n  "Ribs down",\n  7, # seven\n]\n'

    assert firsts(text) == ["8:3: cues 7 is not text"]


def test_a_comment_behind_a_value_does_not_draw_the_caret() -> None:
    text = HEAD + "reps = '5-x'   # a comment\nsets = [\n  { load = '9 kgs' }, # one\n] # two\n"

    assert firsts(text) == [
        '5:8: reps "5-x" is not a rep target',
        '7:12: load "9 kgs" is not a load',
    ]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_value_of_what_ships_is_found_where_it_stands(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    values = [match for match in VALUE.finditer(text) if "#" not in line_before(match)]

    for match in values:
        wrong = f"{text[: match.start(1)]}false{text[match.end(1) :]}"
        place = (text.count("\n", 0, match.start(1)) + 1, len(line_before(match)) + 1)

        found = read(wrong, file="a.toml", include=lambda _: text).problems

        assert place in [(each.line, each.column) for each in found], match[0]
    assert values


def test_a_missing_key_of_an_inline_table_points_to_the_table() -> None:
    text = HEAD + "sets = [{ reps = 5 },\n  { load = 'band' }]\n"

    assert firsts(text) == ['6:3: missing key "reps" or "time"']


def test_dotted_and_quoted_keys_have_their_places() -> None:
    text = 'name = "A"\ndefaults.rest = "soon"\n"defaults"."temp" = 3\n' + HEAD.partition("\n")[2]

    assert firsts(text + "reps = 1\n") == [
        '2:17: rest "soon" is not a rest',
        '3:12: unknown key "temp"; did you mean "tempo"?',
    ]


def test_columns_count_characters_and_not_bytes() -> None:
    text = HEAD + "sets = [{ reps = 5, cues = ['Hüfte – höher'], load = 3 }]\n"

    problem = read(text, file="push.toml").problems[0]

    assert (problem.line, problem.column) == (5, 54)
    assert problem.source_line[53] == "3"


def test_tabs_do_not_move_the_caret() -> None:
    text = HEAD + "\treps = 'x'\n"

    assert problems(text)[0].splitlines()[1:] == [
        "    5 |  reps = 'x'",
        '      |         ^^^ write 8, "5-8", "8+" or "max"',
    ]


def test_keys_that_exclude_each_other_are_reported_at_the_later_one() -> None:
    assert firsts(HEAD + 'time = "30s"\nreps = 5\n') == ["6:1: reps excludes time"]
    assert firsts(HEAD + 'reps = 5\ntime = "30s"\n') == ["6:1: time excludes reps"]


def test_all_problems_of_a_file_come_in_one_go_and_in_its_order() -> None:
    text = dedent(
        """\
        nme = "A"
        goal = "strenght"
        [[block]]
        kind = "warmup"
          [[block.exercise]]
          name = "Row"
          reps = "5-x"
          time = "30s"
          load = "100 kgs"
        [[block]]
        name = "Next"
          [[block.exercise]]
          name = "Plank"
          ramp = ["50% x 8"]
          load = "band"
          reps = 8
        """
    )

    assert firsts(text) == [
        '1:1: unknown key "nme"; did you mean "name"?',
        '2:8: goal "strenght" is not known here',
        '4:8: kind "warmup" is not known here',
        '7:10: reps "5-x" is not a rep target',
        "8:3: time excludes reps",
        '9:10: load "100 kgs" is not a load',
        "14:10: ramp has no weight to lead up to",
    ]


def test_a_misspelled_key_is_not_missing_as_well() -> None:
    assert firsts('nam = "A"\n[[blocks]]\n') == [
        '1:1: unknown key "nam"; did you mean "name"?',
        '2:3: unknown key "blocks"; did you mean "block"?',
    ]


@pytest.mark.parametrize(
    ("key", "meant"),
    [("weight", "load"), ("repetitions", "reps"), ("duration", "time"), ("pause", "rest")],
)
def test_the_words_of_other_programs_are_understood(key: str, meant: str) -> None:
    assert firsts(f"{HEAD}reps = 1\n{key} = 1\n") == [
        f'6:1: unknown key "{key}"; did you mean "{meant}"?'
    ]


def test_a_key_like_no_other_gets_the_known_ones() -> None:
    problem = read(HEAD + "reps = 1\nzzz = 1\n", file="push.toml").problems[0]

    assert problem.message == 'unknown key "zzz"'
    assert '"tempo"' in problem.hint


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("reps = 5-8\n", "1:8: not valid TOML: expected newline or end of document"),
        ("a = 1\na = 2\n", "2:1: not valid TOML: cannot overwrite a value"),
        ('name = "A\n', "1:8: not valid TOML: "),
        ("[[block]\n", "1:8: not valid TOML: expected ']]'"),
        ("rest = 3m # long\n", "1:8: not valid TOML: expected newline"),
    ],
)
def test_a_syntax_error_looks_like_any_other_problem(text: str, first: str) -> None:
    (problem,) = problems(text)

    assert problem.removeprefix("push.toml:").startswith(first)
    assert "|" in problem.splitlines()[1]
    assert "^" in problem.splitlines()[2]


def test_a_text_without_quotes_is_told_to_stand_in_quotes() -> None:
    assert 'write reps = "5-8"' in problems("reps = 5-8\n")[0]


def test_a_long_line_is_shown_around_its_problem() -> None:
    text = HEAD + "sets = [" + "{ reps = 5 }, " * 50 + "{ reps = 'x' }]\n"

    first, line, caret = problems(text)[0].splitlines()

    assert first == 'push.toml:5:718: reps "x" is not a rep target'
    assert len(line) < 180
    assert line[caret.index("^") :].startswith("'x'")


@pytest.mark.parametrize(
    "text", ['name = "\\u001b[31mred"\n', "name = '\x1b[31m'\n", "\x1b]0;x\x07"]
)
def test_no_control_character_reaches_the_screen(text: str) -> None:
    shown = "\n".join(problems(text + HEAD))

    assert shown
    assert not any(ord(character) < 32 for character in shown.replace("\n", ""))


def test_a_byte_order_mark_is_no_problem() -> None:
    assert problems("\ufeff" + HEAD + "reps = 5\r\n") == []


def test_problems_sort_by_file_line_and_column() -> None:
    places = [("b", 1, 1), ("a", 10, 1), ("a", 2, 9), ("a", 2, 1)]

    ordered = sorted(Problem(file=f, message="x", line=x, column=y) for f, x, y in places)

    assert [(p.file, p.line, p.column) for p in ordered] == sorted(places)


def test_a_hundred_mistakes_of_fifty_files_are_all_found() -> None:
    found = [
        (file, problem.line, problem.column)
        for file in range(50)
        for problem in read("\n" * file + HEAD + "reps = 'x'\nrst = 3\n", file=str(file)).problems
    ]

    assert found == [(n, n + line, column) for n in range(50) for line, column in ((5, 8), (6, 1))]


def test_a_load_of_four_hundred_digits_is_a_problem() -> None:
    text = (
        f'name = "A"\n[[block]]\n[[block.exercise]]\nname = "Squat"\nreps = 5\nload = {"9" * 400}\n'
    )

    assert firsts(text) == ["6:8: load a huge number is not a load"]
