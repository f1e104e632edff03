"""Settings: read strictly, written whole, and never in the way of a session."""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from benchside.session.file.problems import Problem
from benchside.session.values.load import Unit
from benchside.settings import (
    Settings,
    load_settings,
    read_settings,
    save_settings,
    write_settings,
)

if TYPE_CHECKING:
    from pathlib import Path


def messages(text: str) -> list[str]:
    problems = read_settings(text, file="settings.toml")
    assert isinstance(problems, tuple)
    return [f"{problem.line}:{problem.column} {problem.message}" for problem in problems]


def test_an_empty_file_means_the_defaults() -> None:
    assert read_settings("", file="settings.toml") == Settings()


def test_every_setting_can_be_written_by_hand() -> None:
    text = """
        volume = 35
        mute = true
        sound = "bell"
        sounds = "gym"
        after_rest = "start"
        words = "textbook"
        figure = false
        reduced_motion = true
        voice = "de"
        unit = "lb"
        prepare = "5s"
        theme = "nord"
        athlete = "anna"
        tick = "always"
        keep_awake = false
        bluetooth = true

        [keys]
        "session.go" = "b"
    """

    settings = read_settings(text, file="settings.toml")

    assert isinstance(settings, Settings)
    assert dict(settings) == {
        "volume": 35,
        "mute": True,
        "sound": "bell",
        "sounds": "gym",
        "after_rest": "start",
        "words": "textbook",
        "figure": False,
        "reduced_motion": True,
        "voice": "de",
        "tick": "always",
        "unit": Unit.LB,
        "prepare_ms": 5_000,
        "theme": "nord",
        "athlete": "anna",
        "keep_awake": False,
        "bluetooth": True,
        "own_keys": {"session.go": "b"},
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("volum = 3", '1:1 unknown key "volum"; did you mean "volume"?'),
        ("volume = 101", "1:10 volume 101 is not a volume"),
        ("volume = true", "1:10 volume true is not a volume"),
        ("volume = 50.0", "1:10 volume 50.0 is not a volume"),
        ("mute = 1", "1:8 mute 1 is neither true nor false"),
        ('keep_awake = "yes"', '1:14 keep_awake "yes" is neither true nor false'),
        ('sound = "minaudio"', '1:9 sound "minaudio" is not known here'),
        ("sound = 3", "1:9 sound 3 is not known here"),
        ('sounds = "../../etc"', '1:10 sounds "../../etc" is not the name of a pack'),
        ('voice = "fr"', '1:9 voice "fr" is not known here'),
        ('tick = "on"', '1:8 tick "on" is not known here'),
        ("tick = false", "1:8 tick false is not known here"),
        ('unit = "KG"', '1:8 unit "KG" is not known here'),
        ('prepare = "soon"', '1:11 prepare "soon" is not a duration'),
        ("theme = 1", "1:9 theme 1 is not text"),
    ],
)
def test_a_wrong_setting_is_a_problem_at_its_place(text: str, message: str) -> None:
    assert messages(text) == [message]


def test_a_wrong_choice_is_answered_with_the_nearest_and_all_others() -> None:
    problems = read_settings('sound = "minaudio"', file="settings.toml")

    assert isinstance(problems, tuple)
    assert problems[0].hint == (
        'did you mean "miniaudio"? write "miniaudio", "simpleaudio", "bell" or "silent"'
    )


def test_a_wrong_tick_is_answered_with_what_there_is() -> None:
    problems = read_settings("tick = false", file="settings.toml")

    assert isinstance(problems, tuple)
    assert problems[0].hint == 'write "long", "off" or "always"'


def test_all_problems_of_a_file_are_told_in_one_go() -> None:
    assert len(messages("volume = 200\nmute = 1\nloud = true\n")) == 3


def test_a_file_that_is_no_toml_is_a_problem() -> None:
    assert len(messages("volume 80")) == 1


@given(
    st.builds(
        lambda volume, prepare, theme: Settings(volume=volume, prepare=prepare, theme=theme),
        st.integers(0, 100),
        st.integers(0, 3_600),
        st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1),
    )
)
def test_what_is_written_is_read_back(settings: Settings) -> None:
    assert read_settings(write_settings(settings), file="settings.toml") == settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == (Settings(), ())


def test_saved_settings_are_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "home" / "settings.toml"
    settings = Settings(volume=10, unit=Unit.LB)

    save_settings(path, settings)

    assert load_settings(path) == (settings, ())


def test_what_somebody_wrote_into_the_settings_stays_when_one_of_them_changes(
    tmp_path: Path,
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("# quiet hours\nvolume = 30  # the neighbours\n", encoding="utf-8")

    save_settings(path, Settings(volume=40, theme="nord"))

    assert path.read_text(encoding="utf-8") == (
        '# quiet hours\nvolume = 40  # the neighbours\ntheme = "nord"\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        '"volume" = 30\n',
        "volume = 30\r\n# end",
        "'volume'=30 # a\ntheme = 'nord'",
        "# nothing but this",
    ],
)
def test_a_changed_setting_is_read_back_however_the_file_is_written(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(text.encode())

    save_settings(path, Settings(volume=40))

    assert load_settings(path) == (Settings(volume=40), ())


def test_a_broken_file_stops_nothing_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("volume = 'loud'\nmute = true\n", encoding="utf-8")

    settings, problems = load_settings(path)

    assert settings == Settings()
    assert [problem.file for problem in problems] == [str(path)]
    assert path.read_text(encoding="utf-8") == "volume = 'loud'\nmute = true\n"


def test_a_file_of_other_bytes_stops_nothing_either(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b'theme = "\xff"')

    settings, problems = load_settings(path)

    assert settings == Settings()
    assert len(problems) == 1


def test_a_broken_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("volume = 'loud'\n", encoding="utf-8")

    with pytest.raises(OSError, match="mend the file first"):
        save_settings(path, Settings(theme="nord"))

    assert path.read_text(encoding="utf-8") == "volume = 'loud'\n"


def test_every_setting_is_documented_where_it_is_declared() -> None:
    [settings] = ast.parse(textwrap.dedent(inspect.getsource(Settings))).body
    assert isinstance(settings, ast.ClassDef)
    parts = pairwise(settings.body)
    undocumented = [
        ast.unparse(part)
        for part, after in parts
        if isinstance(part, ast.AnnAssign) and not isinstance(after, ast.Expr)
    ]

    assert len(Settings.model_fields) > 0
    assert undocumented == []


def test_a_setting_that_is_kept_goes_before_the_table_of_keys_and_leaves_it_as_it_is(
    tmp_path: Path,
) -> None:
    path = tmp_path / "settings.toml"
    before = '# mine\nmute = true\n\n# my remote\n[keys]\n"session.go" = "b"  # big button\n'
    path.write_text(before, encoding="utf-8")
    settings, _ = load_settings(path)

    save_settings(path, settings.model_copy(update={"volume": 35}))

    table = before.partition("\n\n")[2]
    assert path.read_text(encoding="utf-8") == f"# mine\nmute = true\nvolume = 35\n\n{table}"
    assert load_settings(path)[0].own_keys == {"session.go": "b"}


def test_a_setting_is_kept_in_a_file_that_has_keys_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[keys]\nsession.go = "b"\n', encoding="utf-8")
    settings, _ = load_settings(path)

    save_settings(path, settings.model_copy(update={"volume": 35}))

    assert path.read_text(encoding="utf-8") == 'volume = 35\n[keys]\nsession.go = "b"\n'


def test_keys_that_are_no_table_are_told_with_the_other_settings() -> None:
    (problem,) = read_settings("keys = 5", file="settings.toml")

    assert isinstance(problem, Problem)
    assert (problem.message, problem.hint) == ("keys 5 is not a table", "write [keys]")
