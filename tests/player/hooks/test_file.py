"""`hooks.toml`: what can be written in it, and what is wrong with one, at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchside.player.hooks.file import MAX_HOOKS, load_hooks, read_hooks
from benchside.player.hooks.occasions import Occasion

if TYPE_CHECKING:
    from pathlib import Path


def problems_of(text: str) -> list[str]:
    hooks, problems = read_hooks(text, file="hooks.toml")
    assert hooks == ()
    return [problem.render() for problem in problems]


def test_a_command_is_a_list_of_words_for_one_occasion_or_several() -> None:
    hooks, problems = read_hooks(
        """
        [[hook]]
        on  = "session-finished"
        run = ["/usr/bin/upload", "--to", "a b; rm -rf ~"]

        [[hook]]
        on      = ["rest-started", "set-started"]
        run     = ["~/bin/lights"]
        timeout = "2s"
        """,
        file="hooks.toml",
    )

    assert problems == ()
    assert [hook.on for hook in hooks] == [
        (Occasion.SESSION_FINISHED,),
        (Occasion.REST_STARTED, Occasion.SET_STARTED),
    ]
    assert [hook.run for hook in hooks] == [
        ("/usr/bin/upload", "--to", "a b; rm -rf ~"),
        ("~/bin/lights",),
    ]
    assert [hook.timeout_ms for hook in hooks] == [10_000, 2_000]


@pytest.mark.parametrize("text", ["", "# none yet\n", "hook = []\n", "\ufeff"])
def test_a_file_without_a_hook_has_none(text: str) -> None:
    assert read_hooks(text, file="hooks.toml") == ((), ())


def test_a_line_for_a_shell_is_refused_at_its_place() -> None:
    [problem] = problems_of('[[hook]]\non = "paused"\nrun = "notify-send pause"\n')

    assert problem == (
        'hooks.toml:3:7: run "notify-send pause" is not a list of words\n'
        '    3 | run = "notify-send pause"\n'
        '      |       ^^^^^^^^^^^^^^^^^^^ write ["notify-send", "Rest"]'
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('on = "set-finishd"', 'did you mean "set-finished"?'),
        ('on = ["paused", 3]', "on 3 is not known here"),
        ('onn = "paused"', 'unknown key "onn"; did you mean "on"?'),
        ("run = []", "run has 0 words"),
        ("run = 5", 'write ["notify-send", "Benchside"]'),
        ('run = ["./lights"]', '"./lights" depends on the folder that one stands in'),
        ('run = ["bin/lights"]', 'one that begins with "~/"'),
        ('run = ["lights", 3]', "run 3 is not text"),
        ('run = ["lights", "\\u0000"]', "holds a control character"),
        ('timeout = "2m"', 'timeout "2m" is not within a minute'),
        ('timeout = "0s"', 'timeout "0s" is not within a minute'),
        ("shell = true", 'unknown key "shell"'),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(line: str, told: str) -> None:
    lines = {"on": 'on = "paused"', "run": 'run = ["lights"]'}
    lines[line.split()[0]] = line

    problems = "\n".join(problems_of("\n".join(("[[hook]]", *lines.values()))))

    assert "hooks.toml:" in problems
    assert told in problems


def test_a_hook_that_is_no_table_is_told_how_to_write_one() -> None:
    assert "write [[hook]]" in "\n".join(problems_of("hook = 3\n"))


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    problems = problems_of(
        '[[hook]]\non = "pause"\nrun = []\n[[hook]]\nrun = ["a"]\n[hooks]\nx = 1\n'
    )

    assert len(problems) == 4


def test_more_hooks_than_anybody_writes_are_refused() -> None:
    one = '[[hook]]\non = "paused"\nrun = ["a"]\n'

    [problem] = problems_of(one * (MAX_HOOKS + 1))

    assert "stands there 101 times" in problem


def test_no_file_means_no_hooks(tmp_path: Path) -> None:
    assert load_hooks(tmp_path / "hooks.toml") == ((), ())


def test_a_file_that_cannot_be_read_is_told_and_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "hooks.toml"
    path.write_bytes(b"\xff")

    hooks, problems = load_hooks(path)

    assert hooks == ()
    assert "is not UTF-8 text" in problems[0].render()
