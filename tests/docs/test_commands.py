"""docs/commands.md names every command, option, exit status, word and key that there is."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest

from benchside.app.own_keys import keys_told
from benchside.cli import COMMANDS, main
from benchside.cli.command_line import program
from benchside.cli.exits import Exit
from benchside.doctor.examination import examine
from benchside.doctor.result import (
    CheckResult,
    CheckState,
    lines_of,
    result_as_json,
    summary_of,
)
from benchside.plain.typed import ARGUMENTS, WORDS
from benchside.player.hooks.file import read_hooks
from benchside.player.hooks.occasions import Occasion, message_of
from benchside.report.as_json import report_json
from benchside.report.report import report_on
from benchside.runner.commands import Go
from benchside.runner.events import SetFinished
from benchside.runner.runner import Runner
from benchside.settings import Settings, read_settings, write_settings
from benchside.testing import A_MOMENT, a_set, an_agenda
from benchside.tui.key_table import named_bindings
from benchside.tui.own_keys import read_own_keys
from tests.logged import write_sample

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def section(command: str) -> str:
    """What the page says under the head of a command; the whole page where it has no head."""
    _, head, rest = PAGE.partition(f"\n## {command}\n")
    return rest.partition("\n## ")[0] if head else PAGE


def nested_in(command: click.Command, context: click.Context) -> Iterator[click.Command]:
    """The commands of a group."""
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            nested = command.get_command(context, name)
            assert nested is not None
            yield nested


def options() -> Iterator[tuple[str, str]]:
    context = click.Context(program)
    for name in COMMANDS:
        command = program.get_command(context, name)
        assert command is not None
        for one in (command, *nested_in(command, context)):
            for parameter in one.params:
                if isinstance(parameter, click.Option):
                    yield name, max(parameter.opts, key=len)


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys_of(inner)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_on_the_page(command: str) -> None:
    assert f"`{command}" in PAGE


@pytest.mark.parametrize(("command", "option"), sorted(set(options())))
def test_every_option_is_told_with_its_command(command: str, option: str) -> None:
    assert option in section(command)


@pytest.mark.parametrize("status", [one for one in Exit if one < 128])
def test_every_exit_status_is_told(status: Exit) -> None:
    assert f"\n| {status.value} | " in PAGE


@pytest.mark.parametrize("word", [*WORDS, *ARGUMENTS])
def test_every_word_of_the_plain_lines_is_told(word: str) -> None:
    assert f"`{word}`" in section("run")


def test_every_key_of_the_timeline_is_told() -> None:
    report = report_on(an_agenda(a_set(reps=2, tempo="2-0-1-0", load="100 kg")))

    untold = {key for key in keys_of(report_json(report)) if f"`{key}`" not in section("show")}

    assert untold == set()


def test_the_settings_of_the_page_are_all_there_are_and_their_defaults() -> None:
    shown = section("Settings").partition("```toml\n")[2].partition("```")[0]

    assert read_settings(shown, file="settings.toml") == Settings()
    assert set(tomllib.loads(shown)) == set(tomllib.loads(write_settings(Settings())))


def test_the_example_of_own_keys_has_no_problem_and_says_what_the_keys_are() -> None:
    text = section("Settings").partition("### Keys of your own\n")[2]
    example = text.partition("```toml\n")[2].partition("```")[0]

    own = read_own_keys(example, file="settings.toml")

    assert own.problems == ()
    assert own.keys == {
        "session.go": ("b",),
        "session.pause": ("f5", "P"),
        "help": ("h", "question_mark"),
    }


def test_every_name_of_a_key_is_told() -> None:
    text = section("Settings").partition("### Keys of your own\n")[2]

    assert named_bindings()
    assert {name for name in named_bindings() if f"`{name}`" not in text} == set()


def test_the_examples_of_the_log_are_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BENCHSIDE_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    write_sample(tmp_path)
    blocks = re.findall(r"^```console\n(.*?)^```$", section("log"), re.MULTILINE | re.DOTALL)

    printed = []
    for command in re.findall(r"^\$ benchside (.*)$", "".join(blocks), re.MULTILINE):
        main(shlex.split(command), standalone_mode=False)
        printed.append(f"$ benchside {command}\n{capsys.readouterr().out}")

    assert "".join(printed) == "".join(blocks)


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("stats",),
        ("best", "hip"),
        ("last", "hip"),
        ("check",),
    ],
)
def test_every_key_of_the_answers_of_the_log_is_told(
    arguments: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BENCHSIDE_HOME", str(tmp_path))
    write_sample(tmp_path)
    with (tmp_path / "log.jsonl").open("a") as log:
        log.write("broken\n")

    main(("log", *arguments, "--json"), standalone_mode=False)
    answer = json.loads(capsys.readouterr().out)
    told = answer["records"] if arguments == ("show",) else answer

    keys = set(keys_of(told))
    assert keys
    assert {key for key in keys if f"`{key}`" not in section("log")} == set()


@pytest.mark.parametrize("occasion", Occasion)
def test_every_event_that_a_hook_can_wait_for_is_told(occasion: Occasion) -> None:
    assert f"`{occasion}`" in section("Hooks")


def test_the_hooks_of_the_page_can_be_written() -> None:
    shown = section("Hooks").partition("```toml\n")[2].partition("```")[0]

    hooks, problems = read_hooks(shown, file="hooks.toml")

    assert problems == ()
    assert [len(hook.on) for hook in hooks] == [2, 1]


def test_what_a_hook_is_told_is_on_the_page_key_by_key() -> None:
    agenda = an_agenda(a_set("Squat", prepare="0s", load="100 kg", rpe=8, tempo="2-1-X-1"))
    runner = Runner(agenda)
    runner.feed(Go(), 0)
    events = runner.advance(60_000)
    finished = next(event for event in events if isinstance(event, SetFinished))
    told = json.loads(
        message_of(Occasion.SET_FINISHED, finished, runner.run, moment=A_MOMENT, is_rehearsal=False)
    )
    shown = json.loads(section("Hooks").partition("```json\n")[2].partition("```")[0])

    assert list(shown) == list(told)
    assert list(shown["set"]) == list(told["set"])
    assert set(shown["result"]) <= set(told["result"])


def doctor_example() -> list[CheckResult]:
    """The checks of the page's example."""
    shown = section("doctor").partition("```text\n")[2].partition("```")[0].splitlines()
    results: list[CheckResult] = []
    for line in shown[:-1]:
        mark, name, text = line[:7].strip(), line[9:24].strip(), line[26:]
        if mark:
            results.append(CheckResult(name, CheckState(mark), text))
        else:
            results[-1] = replace(results[-1], hint=text.removeprefix("-> "))
    assert shown[-1] == summary_of(results)
    return results


def test_the_example_of_the_doctor_is_what_it_prints() -> None:
    shown = section("doctor").partition("```text\n")[2].partition("```")[0].splitlines()

    printed = [line for one in doctor_example() for line in lines_of(one, width=1_000)]

    assert printed == shown[:-1]


def test_the_example_of_the_doctor_has_every_check_in_its_order(
    tmp_path: Path,
) -> None:
    (tmp_path / "settings.toml").write_text('sound = "silent"\nkeep_awake = false\n')

    checks = list(examine({"BENCHSIDE_HOME": str(tmp_path)}, tell=None, own_keys=keys_told))

    assert [one.name for one in checks] == [one.name for one in doctor_example()]


@pytest.mark.parametrize("state", CheckState)
def test_every_mark_of_the_doctor_is_told(state: CheckState) -> None:
    assert f"\n| `{state}` | " in section("doctor")


@pytest.mark.parametrize("key", result_as_json(CheckResult("a", CheckState.OK, "b")))
def test_every_key_of_the_doctors_json_is_told(key: str) -> None:
    assert f"`{key}`" in section("doctor")
