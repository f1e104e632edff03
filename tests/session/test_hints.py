"""What to write instead leads to what was meant, and is itself right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from benchside.session.values.calories import parse_calories
from benchside.session.values.distance import parse_distance
from benchside.session.values.errors import InvalidValueError
from benchside.session.values.phase_words import parse_word
from benchside.session.values.ramp import parse_ramp
from benchside.session.values.relative_load import parse_written_load
from benchside.session.values.reps import parse_asked_reps
from benchside.session.values.rest import parse_rest
from benchside.session.values.rpe import parse_rir, parse_rpe
from benchside.session.values.set_line import parse_set_line
from benchside.session.values.tempo import parse_written_tempo
from benchside.session.values.time_target import parse_time
from benchside.session.values.units import parse_duration_ms
from tests.session.told import whole_reading

if TYPE_CHECKING:
    from collections.abc import Callable


def hint(parse: Callable[[object], object], written: object) -> str:
    with pytest.raises(InvalidValueError) as caught:
        parse(written)
    return caught.value.expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2-0-0.5-0", 'a phase lasts whole seconds: write "2-0-1-0", or "2-0-X-0" for explosive'),
        ("2-0-0,5-0", 'a phase lasts whole seconds: write "2-0-1-0", or "2-0-X-0" for explosive'),
        ("2-0-,5-0", 'a phase lasts whole seconds: write "2-0-1-0", or "2-0-X-0" for explosive'),
        ("2 0 0.5 0", 'a phase lasts whole seconds: write "2-0-1-0", or "2-0-X-0" for explosive'),
        ("2-0.5-1-0", 'a phase lasts whole seconds: write "2-1-1-0"'),
        ("3.1.X", 'write "3-1-X-0"'),
        ("3,1,1,0", 'write "3-1-1-0"'),
        ("3s-1s-1s-0s", 'write "3-1-1-0"'),
        ("3–1–1–0", 'write "3-1-1-0"'),
        ("a 3-0-1-0 tempo", 'write "3-0-1-0"'),
        ("4-2-1-1-0", 'write "3-1-X-0": eccentric, pause, concentric, pause in seconds'),
        ("2,0,0.5,0", 'a phase lasts whole seconds: write "2-0-1-0", or "2-0-X-0" for explosive'),
        ("3-1-100-0", 'write "3-1-X-0": eccentric, pause, concentric, pause in seconds'),
        ("1X-1-1-0", 'write "3-1-X-0": eccentric, pause, concentric, pause in seconds'),
    ],
)
def test_no_part_of_a_wrong_tempo_is_passed_over(written: str, expected: str) -> None:
    assert hint(parse_written_tempo, written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("8/8", 'write reps = 8 and sides = ["left", "right"]'),
        ("8 each", 'write reps = 8 and sides = ["left", "right"]'),
        ("10 per leg", 'write reps = 10 and sides = ["left", "right"]'),
        ("8 e/s", 'write reps = 8 and sides = ["left", "right"]'),
        (
            "8/6",
            'write sets = [{ reps = 8, sides = ["left"] }, { reps = 6, sides = ["right"] }]',
        ),
        ("3x8", "write sets = 3 and reps = 8"),
        ("3 x 8-12", 'write sets = 3 and reps = "8-12"'),
        ("5/3/1", "write sets = [{ reps = 5 }, { reps = 3 }, { reps = 1 }]"),
        ("21, 15, 9, 3", "write sets = [{ reps = 21 }, { reps = 15 }, { reps = 9 }, …]"),
        ([5, 5, 3], "write sets = [{ reps = 5 }, { reps = 5 }, { reps = 3 }]"),
        ("12 reps", "write 12"),
        (8.0, "write 8"),
        ("30s", 'write time = "30s"'),
        ("40 m", 'write distance = "40 m"'),
        ("15 cal", "write calories = 15"),
        ("to failure", 'write "max"'),
        ("2+2+", 'write "2+2+2" for one set of parts'),
        ("21-15-9", "write sets = [{ reps = 21 }, { reps = 15 }, { reps = 9 }]"),
        ("10 10 8", "write sets = [{ reps = 10 }, { reps = 10 }, { reps = 8 }]"),
        ("2.2.2", 'write "2+2+2" for one set of parts'),
        ("(3 + 3 + 3)", 'write "3+3+3"'),
        ("12+MAX+MAX", 'write "12+max+max"'),
        ("20/arm", 'write reps = 20 and sides = ["left", "right"]'),
    ],
)
def test_a_wrong_rep_target_leads_to_what_was_meant(written: object, expected: str) -> None:
    assert hint(parse_asked_reps, written) == expected


@pytest.mark.parametrize(
    ("parse", "written", "expected"),
    [
        (parse_rpe, "7-8", "write 1 to 10 in halves, such as 7.5"),
        (parse_rpe, "@8", "write 1 to 10 in halves, such as 8"),
        (parse_rpe, "hard", "write 1 to 10 in halves, such as 8 or 8.5"),
        (parse_rpe, "11-12", "write 1 to 10 in halves, such as 8 or 8.5"),
        (parse_rir, "1-2", "write 0 to 9 in halves, such as 1.5"),
        (parse_rir, 10, "write 0 to 9 in halves, such as 2 or 1.5"),
        (parse_written_load, 105, 'write "105 kg" or "105 lb"'),
        (parse_written_load, "105", 'write "105 kg" or "105 lb"'),
        (parse_written_load, "62,5", 'write "62.5 kg" or "62.5 lb"'),
        (parse_written_load, "-10", 'write "-10 kg" or "-10%"'),
        (parse_written_load, "-2,5", 'write "-2.5 kg" or "-2.5%"'),
        (parse_written_load, "-20 kilos", 'write "-20 kg"'),
        (parse_written_load, "-10 percent", 'write "-10%"'),
        (parse_written_load, "-0%", 'write "100%", or leave it out'),
        (parse_written_load, "-100%", 'write a change such as "-10%"'),
        (parse_time, "60-90s", 'write "60s-90s"'),
        (parse_time, "30+", 'write "30s+"'),
        (parse_time, "1-2 minutes", 'write "1m-2m"'),
        (parse_time, "6x7", 'write "6 x 7s"'),
        (parse_time, "7s+7s+7s", 'write "3 x 7s"'),
        (parse_time, "AMAP", 'write "max"'),
        (parse_time, "max hold", 'write "max"'),
        (parse_time, ">30s", 'write "30s+"'),
        (parse_time, "30s-max", 'write "30s+"'),
        (parse_time, "at least 20 sec", 'write "20s+"'),
        (parse_time, "90 sec hold", 'write "90s"'),
        (parse_time, "6x7/3", 'write time = "6 x 7s" and part_rest = "3s"'),
        (parse_time, "7s on 3s off x 6", 'write time = "6 x 7s" and part_rest = "3s"'),
        (parse_time, "30s each side", 'write time = "30s" and sides = ["left", "right"]'),
        (parse_written_load, "90% of top set", 'write "-10%"'),
        (
            parse_written_load,
            "50% bodyweight",
            'a share of the body\'s weight is not counted: write "bodyweight", or kilograms',
        ),
        (parse_written_load, "20kg each", 'write "2 x 20 kg"'),
        (parse_written_load, "20 kg per hand", 'write "2 x 20 kg"'),
        (parse_written_load, "2x20", 'write "2 x 20 kg" or "2 x 20 lb"'),
        (parse_distance, "4x500m", 'write sets = 4 and distance = "500 m"'),
        (parse_distance, "4 x 2", 'write sets = 4 and distance = "2 m"'),
        (parse_time, "8 reps", "write reps = 8"),
        (parse_rest, "none", 'write "0s"'),
        (parse_rest, "as needed", 'write "0s+"'),
        (parse_written_load, "20kg/hand", 'write "2 x 20 kg"'),
        (parse_distance, 500, 'write "500 m"'),
        (parse_distance, "500 meters", 'write "500 m"'),
        (parse_distance, "5k", 'write "5 km"'),
        (parse_distance, "2 miles", 'write "2 mi"'),
        (parse_distance, "1,000 m", 'write "1000 m"'),
        (parse_calories, "15 cal", "write 15"),
    ],
)
def test_other_wrong_values_do_too(
    parse: Callable[[object], object], written: object, expected: str
) -> None:
    assert hint(parse, written) == expected


@pytest.mark.parametrize("written", ["500m", "40m", "4 x 500m", "4x1 40m", "5 m"])
def test_a_line_does_not_guess_whether_metres_or_minutes_are_meant(written: str) -> None:
    assert hint(parse_set_line, written).startswith("metres or minutes? write { distance = ")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("5 x 100 kg", 'write "100 kg x 5"'),
        ("100 kgs x 5", 'write "100 kg x 5"'),
        ("100 x 5", 'write "100 kg x 5"'),
        ("5x5", 'write sets = 5 and reps = 5, or "5 kg x 5"'),
        ("5 @ 85%", 'write "85% x 5"'),
        ("100 kg for 5 reps", 'write "100 kg x 5"'),
        ("3x5 65%", 'write 3 times "65% x 5"'),
        ("65% x 5 @8", 'write { reps = 5, load = "65%", rpe = 8 }'),
        ("65% x 30s", 'write { load = "65%", time = "30s" }'),
        ("3 x 30s", 'write { time = "30s" }'),
        ("2 km", 'write { distance = "2 km" }'),
        ("5+", 'write { reps = "5+" }'),
        ("max", 'write { reps = "max" }'),
    ],
)
def test_what_a_line_cannot_say_stands_in_a_table(written: str, expected: str) -> None:
    assert hint(parse_set_line, written) == expected


PARSERS = [
    parse_asked_reps,
    parse_calories,
    parse_distance,
    parse_duration_ms,
    parse_ramp,
    parse_rest,
    parse_rir,
    parse_rpe,
    parse_set_line,
    parse_time,
    parse_word,
    parse_written_load,
    parse_written_tempo,
]
WRITTEN = (
    st.text("0123456789.,:+-–x%/@X ", max_size=12)
    | st.text("0123456789 kgsmhlbrpcdyi+-x%", max_size=12)
    | st.from_regex(r"[0-9]{1,3} ?[-+x/] ?[0-9]{1,3} ?(kg|s|m|reps|%)?", fullmatch=True)
    | st.integers(-10, 2_000)
    | st.floats(-10, 200)
)


@pytest.mark.parametrize("parse", PARSERS)
@given(written=WRITTEN)
@settings(deadline=None)
def test_a_value_is_right_or_what_is_to_be_written_instead_is(
    parse: Callable[[object], object], written: object
) -> None:
    try:
        parse(written)
    except InvalidValueError as mistake:
        if suggested := re.fullmatch(r'write "([^"]+)"', mistake.expected):
            parse(suggested[1])


@given(written=WRITTEN)
@settings(deadline=None)
def test_keys_that_are_to_be_written_instead_are_right_too(written: object) -> None:
    try:
        parse_asked_reps(written)
    except InvalidValueError as mistake:
        keys = mistake.expected.removeprefix("write ")
        if "…" not in keys and re.match(r"(?:sets|reps|time|distance|calories) = ", keys):
            lines = "\n".join(re.split(r" and (?=[a-z]+ = )", keys))
            text = f'name = "A"\n[[block]]\n[[block.exercise]]\nname = "B"\n{lines}\n'
            assert whole_reading(text).problems == (), keys


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ('rep_time = "0"', 'write a duration such as "45s"'),
        ('rep_time = "none"', 'write a duration such as "45s"'),
        ('rep_time = "2 sec"', 'write "2s"'),
        ('rep_time = "11m"', 'write seconds such as "2s"'),
        ('type = "recovery"', 'did you mean "easy"?'),
        ('type = "cool-down"', 'did you mean "easy"?'),
        ('sets = "4 x 10-12"', 'write sets = 4 and reps = "10-12"'),
        ('sets = "3-4"', "write the most that you do: sets = 4"),
        ('type = "top"', 'did you mean "working"?'),
        ('type = "back off"', 'did you mean "back-off"?'),
        (
            'words = ["up", "down"]',
            'write four words in the order of the tempo: ["down", "low", "up", "tall"]',
        ),
        ('part_rest = "none"', 'write "0s"'),
        ('progress = "2.5kg"', 'write "+2.5 kg"'),
    ],
)
def test_keys_of_a_file_lead_to_what_was_meant(keys: str, expected: str) -> None:
    text = f'name = "A"\n[[block]]\n[[block.exercise]]\nname = "B"\nreps = 5\n{keys}\n'

    assert [one.hint for one in whole_reading(text).problems] == [expected]


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("cals", "calories"),
        ("metres", "distance"),
        ("cluster_rest", "part_rest"),
        ("progression", "progress"),
        ("each_side", "sides"),
        ("work", "time"),
        ("rest_between", "part_rest"),
    ],
)
def test_other_words_for_new_keys_are_understood(key: str, meant: str) -> None:
    text = f'name = "A"\n[[block]]\n[[block.exercise]]\nname = "B"\n{key} = 5\n'

    messages = [one.message for one in whole_reading(text).problems]

    assert f'unknown key "{key}"; did you mean "{meant}"?' in messages


def test_sets_that_are_none_do_not_make_the_reps_missing_too() -> None:
    text = 'name = "A"\n[[block]]\n[[block.exercise]]\nname = "B"\nsets = [5, 5]\n'

    messages = [one.message for one in whole_reading(text).problems]

    assert messages == ["sets 5 is not a table"] * 2


@pytest.mark.parametrize(
    ("load", "hint"),
    [
        ("-20 kg", 'write "bodyweight - 20 kg", or a load in kg or lb before, such as "100 kg"'),
        ("-10%", 'write a load in kg or lb before, such as "100 kg"'),
    ],
)
def test_a_relative_load_without_a_set_before_it_leads_to_what_was_meant(
    load: str, hint: str
) -> None:
    text = (
        f'name = "A"\n[[block]]\n[[block.exercise]]\nname = "Pull-up"\nreps = 5\nload = "{load}"\n'
    )

    assert [one.hint for one in whole_reading(text).problems] == [hint]


@pytest.mark.parametrize("key", ["superset", "circuit"])
def test_a_block_that_is_called_a_superset_is_led_to_rounds(key: str) -> None:
    text = f'name = "A"\n[[block]]\n{key} = true\n[[block.exercise]]\nname = "B"\nreps = 5\n'

    messages = [one.message for one in whole_reading(text).problems]

    assert messages == [f'unknown key "{key}"; did you mean "rounds"?']
