"""Every row of the tables of values: how it is written, what it means, its one form."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings, strategies as st

from benchside.session.values.calories import parse_calories
from benchside.session.values.distance import format_distance, parse_distance
from benchside.session.values.errors import InvalidValueError
from benchside.session.values.load import (
    Bodyweight,
    Label,
    Mass,
    Percent,
    Unit,
    Weight,
    format_load,
    load_kg,
    parse_load,
)
from benchside.session.values.phase_words import parse_word
from benchside.session.values.ramp import RampEntry, format_ramp, parse_ramp
from benchside.session.values.relative_load import format_written_load, parse_written_load
from benchside.session.values.reps import (
    AS_MANY_AS_POSSIBLE,
    RepParts,
    RepTarget,
    format_reps,
    parse_asked_reps,
    parse_reps,
)
from benchside.session.values.rest import RestWindow, format_rest, parse_rest
from benchside.session.values.rpe import format_rpe, parse_rir, parse_rpe, rpe_of_rir
from benchside.session.values.set_line import MAX_LINE, parse_set_line
from benchside.session.values.tempo import Tempo, format_tempo, parse_tempo, parse_written_tempo
from benchside.session.values.time_target import (
    MAX_TIME,
    TimeParts,
    TimeTarget,
    format_time,
    parse_time,
)
from benchside.session.values.units import MAX_DURATION_MS, format_duration, parse_duration_ms

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("written", "ms", "form"),
    [
        ("90s", 90_000, "1m30s"),
        ("1m30s", 90_000, "1m30s"),
        ("2m", 120_000, "2m"),
        ("1:30", 90_000, "1m30s"),
        (90, 90_000, "1m30s"),
        (0.5, 500, "0.5s"),
        (0, 0, "0s"),
        ("0s", 0, "0s"),
        ("1.25s", 1_250, "1.25s"),
        ("1h", 3_600_000, "1h"),
        ("1:00:05", 3_605_000, "1h5s"),
        ("24h", MAX_DURATION_MS, "24h"),
    ],
)
def test_a_duration_is_read_and_has_one_form(written: object, ms: int, form: str) -> None:
    assert parse_duration_ms(written) == ms
    assert format_duration(ms) == form


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("90 sec", 'write "1m30s"'),
        ("2 minutes", 'write "2m"'),
        ("90", 'write "1m30s"'),
        ("soon", 'write "90s", "1m30s", "1:30" or 90 for seconds'),
        ("", 'write "90s", "1m30s", "1:30" or 90 for seconds'),
        ("1:75", 'write "90s", "1m30s", "1:30" or 90 for seconds'),
        (True, 'write "90s", "1m30s", "1:30" or 90 for seconds'),
        (-5, 'write "0s" to "24h", such as "90s"'),
        ("25h", 'write "0s" to "24h", such as "90s"'),
        (10**400, 'write "0s" to "24h", such as "90s"'),
        (float("nan"), 'write "90s", "1m30s", "1:30" or 90 for seconds'),
        (float("inf"), 'write "90s", "1m30s", "1:30" or 90 for seconds'),
        (0.0001, 'write "90s", "1m30s", "1:30" or 90 for seconds'),
    ],
)
def test_what_is_no_duration_gets_the_nearest_form(written: object, expected: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_duration_ms(written)

    assert caught.value.expected == expected


@pytest.mark.parametrize(
    ("written", "rest", "form"),
    [
        ("3m", RestWindow(180_000, 180_000), "3m"),
        (90, RestWindow(90_000, 90_000), "1m30s"),
        ("3m+", RestWindow(180_000, None), "3m+"),
        ("2m-3m", RestWindow(120_000, 180_000), "2m-3m"),
        ("90s - 2m", RestWindow(90_000, 120_000), "1m30s-2m"),
        ("0s", RestWindow(0, 0), "0s"),
    ],
)
def test_a_rest_is_read_and_has_one_form(written: object, rest: RestWindow, form: str) -> None:
    assert parse_rest(written) == rest
    assert format_rest(rest) == form


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3 mins", 'write "3m"'),
        ("2-3m", 'write "2m-3m"'),
        ("3m-2m", 'write "2m-3m"'),
        ("+", 'write a duration such as "3m", or "3m+", or "2m-3m"'),
        ("long", 'write a duration such as "3m", or "3m+", or "2m-3m"'),
        (False, 'write a duration such as "3m", or "3m+", or "2m-3m"'),
    ],
)
def test_what_is_no_rest_gets_the_nearest_form(written: object, expected: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_rest(written)

    assert caught.value.expected == expected


def kg(amount: str) -> Mass:
    return Mass(Decimal(amount), Unit.KG)


@pytest.mark.parametrize(
    ("written", "load", "form", "total_kg"),
    [
        ("100 kg", Weight(kg("100")), "100 kg", "100"),
        ("102.50kg", Weight(kg("102.5")), "102.5 kg", "102.5"),
        ("225 lb", Weight(Mass(Decimal(225), Unit.LB)), "225 lb", "102.05828325"),
        ("2 x 24 kg", Weight(kg("24"), 2), "2 x 24 kg", "48"),
        ("2x24kg", Weight(kg("24"), 2), "2 x 24 kg", "48"),
        ("2 × 24 kg", Weight(kg("24"), 2), "2 x 24 kg", "48"),
        ("80%", Percent(Decimal(80)), "80%", None),
        ("82.5 %", Percent(Decimal("82.5")), "82.5%", None),
        ("bodyweight", Bodyweight(), "bodyweight", None),
        ("Bodyweight+10kg", Bodyweight(kg("10")), "bodyweight + 10 kg", "10"),
        ("bw + 10kg", Bodyweight(kg("10")), "bodyweight + 10 kg", "10"),
        ("Body Weight", Bodyweight(), "bodyweight", None),
        ("body-weight+2.5 kg", Bodyweight(kg("2.5")), "bodyweight + 2.5 kg", "2.5"),
        ("bodyweight - 20 kg", Bodyweight(kg("-20")), "bodyweight - 20 kg", "-20"),
        ("BW−20kg", Bodyweight(kg("-20")), "bodyweight - 20 kg", "-20"),
        ("６０ kg", Weight(kg("60")), "60 kg", "60"),
        ("60\u00a0kg", Weight(kg("60")), "60 kg", "60"),
        ("60\u200b kg", Weight(kg("60")), "60 kg", "60"),
        ("٦٠٫٥ kg", Weight(kg("60.5")), "60.5 kg", "60.5"),
        ("60 кг", Weight(kg("60")), "60 kg", "60"),
        ("60㎏", Weight(kg("60")), "60 kg", "60"),
        ("２×２４ｋｇ", Weight(kg("24"), 2), "2 x 24 kg", "48"),
        ("80％", Percent(Decimal(80)), "80%", None),
        ("band", Label("band"), "band", None),
        ("band 2", Label("band 2"), "band 2", None),
        ("band #3", Label("band #3"), "band #3", None),
        ("резинка 2", Label("резинка 2"), "резинка 2", None),
        ("  red   band ", Label("red band"), "red band", None),
    ],
)
def test_a_load_is_read_and_has_one_form(
    written: str, load: Any, form: str, total_kg: str | None
) -> None:
    assert parse_load(written) == load
    assert format_load(load) == form
    assert load_kg(load) == (None if total_kg is None else Decimal(total_kg))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("100 kgs", 'write "100 kg"'),
        ("100", 'write "100 kg" or "100 lb"'),
        (100, 'write "100 kg" or "100 lb"'),
        ("102,5 kg", 'write "102.5 kg"'),
        ("225 pounds", 'write "225 lb"'),
        ("2 * 24 kg", 'write "2 x 24 kg"'),
        ("80 percent", 'write "80%"'),
        ("bodyweight + 5 kgs", 'write "bodyweight + 5 kg"'),
        ("bw + 10", 'write "bodyweight + 10 kg"'),
        ("bodyweight - 20kg assisted", 'write "bodyweight - 20 kg"'),
        ("barbell 60 kg", 'write "60 kg", or a label without a weight'),
        ("band (10 lbs)", 'write "10 lb", or a label without a weight'),
        ("60公斤", 'write "60 kg"'),
        ("резинка 15 кг", 'write "15 kg", or a label without a weight'),
        ("0 kg", 'write "bodyweight", or leave it out'),
        ("300%", 'write "80%"'),
    ],
)
def test_a_number_that_is_no_load_is_no_label_either(written: object, expected: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_load(written)

    assert caught.value.expected == expected


@pytest.mark.parametrize(
    "written", ["", "  ", "-20 kg", "+5 kg", "band\x1b[2J", "六十公斤", "kg 60", "½ kg", True, None]
)
def test_what_is_no_load_is_refused(written: object) -> None:
    with pytest.raises(InvalidValueError):
        parse_load(written)


@pytest.mark.parametrize(
    ("written", "tempo", "form"),
    [
        ("3-1-X-0", Tempo(3_000, 1_000, 1_000, 0, is_explosive=True), "3-1-X-0"),
        ("31X0", Tempo(3_000, 1_000, 1_000, 0, is_explosive=True), "3-1-X-0"),
        ("3 1 X 0", Tempo(3_000, 1_000, 1_000, 0, is_explosive=True), "3-1-X-0"),
        ("3/1/X/0", Tempo(3_000, 1_000, 1_000, 0, is_explosive=True), "3-1-X-0"),
        ("@31X0", Tempo(3_000, 1_000, 1_000, 0, is_explosive=True), "3-1-X-0"),
        ("31x0", Tempo(3_000, 1_000, 1_000, 0, is_explosive=True), "3-1-X-0"),
        ("311", Tempo(3_000, 1_000, 1_000, 0), "3-1-1-0"),
        ("3-1-1", Tempo(3_000, 1_000, 1_000, 0), "3-1-1-0"),
        ("10-0-2-0", Tempo(10_000, 0, 2_000, 0), "10-0-2-0"),
    ],
)
def test_a_tempo_is_read_and_has_one_form(written: str, tempo: Tempo, form: str) -> None:
    assert parse_tempo(written) == tempo
    assert format_tempo(tempo) == form


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("X110", 'X stands only for the concentric, the third: write "3-1-X-0"'),
        ("3-1/X-0", 'write "3-1-X-0"'),
        ("3 - 1 - 1 - 0", 'write "3-1-1-0"'),
        (3110, 'write "3110"'),
        ("0-0-0-0", 'write "3-1-X-0": eccentric, pause, concentric, pause in seconds'),
        ("slow", 'write "3-1-X-0": eccentric, pause, concentric, pause in seconds'),
        (True, 'write "3-1-X-0": eccentric, pause, concentric, pause in seconds'),
    ],
)
def test_what_is_no_tempo_gets_the_nearest_form(written: object, expected: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_tempo(written)

    assert caught.value.expected == expected


@pytest.mark.parametrize(
    ("written", "target", "form"),
    [
        (8, RepTarget(8, 8), "8"),
        ("5-8", RepTarget(5, 8), "5-8"),
        ("8+", RepTarget(8, None), "8+"),
        ("max", AS_MANY_AS_POSSIBLE, "max"),
    ],
)
def test_a_rep_target_is_read_and_has_one_form(
    written: object, target: RepTarget, form: str
) -> None:
    assert parse_reps(written) == target
    assert format_reps(target) == form


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("5-x", 'write 8, "5-8", "8+" or "max"'),
        ("8-5", 'write "5-8"'),
        ("5 to 8", 'write "5-8"'),
        ("5–8", 'write "5-8"'),
        ("AMRAP", 'write "max"'),
        (True, 'write 8, "5-8", "8+" or "max"'),
        (0, 'write 8, "5-8", "8+" or "max"'),
        (1_000_000_000, 'write 8, "5-8", "8+" or "max"'),
        (8.0, "write 8"),
    ],
)
def test_what_is_no_rep_target_gets_the_nearest_form(written: object, expected: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_reps(written)

    assert caught.value.expected == expected


def test_a_ramp_set_is_percent_and_reps() -> None:
    assert parse_ramp("50% x 8") == parse_ramp("50 %x8") == RampEntry(Decimal(50), 8)
    assert format_ramp(RampEntry(Decimal(50), 8)) == "50% x 8"


@pytest.mark.parametrize("written", ["100% x 5", "0% x 5", "50% x 0", "50%", 50, None])
def test_a_ramp_set_is_below_the_working_load(written: object) -> None:
    with pytest.raises(InvalidValueError):
        parse_ramp(written)


@pytest.mark.parametrize(("written", "form"), [(8, 8), (8.5, 8.5), (10, 10), (9.0, 9)])
def test_an_rpe_goes_in_halves(written: float, form: float) -> None:
    assert format_rpe(parse_rpe(written)) == form


def test_an_rpe_that_is_none_is_told_the_range_that_is_read() -> None:
    with pytest.raises(InvalidValueError) as caught:
        parse_rpe(11)

    assert caught.value.expected == "write 1 to 10 in halves, such as 8 or 8.5"
    assert parse_rpe(1) == 1


@pytest.mark.parametrize("written", [0, 11, 8.3, "8", True, float("nan"), 10**400])
def test_what_is_no_rpe_is_refused(written: object) -> None:
    with pytest.raises(InvalidValueError):
        parse_rpe(written)


@pytest.mark.parametrize(
    ("written", "asked", "form"),
    [
        ("2+2+2", RepParts((RepTarget(2, 2),) * 3), "2+2+2"),
        ("15 + 4 + 4", RepParts((RepTarget(15, 15), RepTarget(4, 4), RepTarget(4, 4))), "15+4+4"),
        ("12-15+max", RepParts((RepTarget(12, 15), AS_MANY_AS_POSSIBLE)), "12-15+max"),
        ("8+", RepTarget(8, None), "8+"),
    ],
)
def test_parts_of_a_set_are_joined_by_a_plus_with_something_behind_it(
    written: str, asked: RepTarget | RepParts, form: str
) -> None:
    assert parse_asked_reps(written) == asked
    assert format_reps(asked) == form


@pytest.mark.parametrize(
    ("written", "total"),
    [("2+2+2", "6"), ("12-15+4", "16-19"), ("max+max", "max"), ("8+max", "8+")],
)
def test_parts_make_one_target_together(written: str, total: str) -> None:
    asked = parse_asked_reps(written)

    assert isinstance(asked, RepParts)
    assert format_reps(asked.total) == total


@pytest.mark.parametrize("written", ["2+0", "+2", "8++", "500+501", "1" + "+1" * 100, "8-5+2"])
def test_parts_that_are_none_are_refused(written: str) -> None:
    with pytest.raises(InvalidValueError):
        parse_asked_reps(written)


@pytest.mark.parametrize(
    ("written", "time", "form"),
    [
        ("45s", TimeTarget(45_000, 45_000), "45s"),
        (45, TimeTarget(45_000, 45_000), "45s"),
        ("30s+", TimeTarget(30_000, None), "30s+"),
        ("60s-90s", TimeTarget(60_000, 90_000), "1m-1m30s"),
        ("60s - 60s", TimeTarget(60_000, 60_000), "1m"),
        ("max", MAX_TIME, "max"),
        ("6 x 7s", TimeParts(6, 7_000), "6 x 7s"),
        ("6×7s", TimeParts(6, 7_000), "6 x 7s"),
        ("3 x 1:30", TimeParts(3, 90_000), "3 x 1m30s"),
    ],
)
def test_a_time_is_read_and_has_one_form(
    written: object, time: TimeTarget | TimeParts, form: str
) -> None:
    assert parse_time(written) == time
    assert format_time(time) == form
    assert parse_time(form) == time


@pytest.mark.parametrize(
    "written",
    ["0s", "0s+", "1 x 7s", "0 x 7s", "101 x 1s", "100 x 15m", "7s+7s", "90s-60s", "", None],
)
def test_a_time_of_nothing_or_of_too_much_is_refused(written: object) -> None:
    with pytest.raises(InvalidValueError):
        parse_time(written)


@pytest.mark.parametrize(
    ("written", "form", "metres"),
    [
        ("40 m", "40 m", "40"),
        ("40m", "40 m", "40"),
        ("2.50 km", "2.5 km", "2500"),
        ("60 yd", "60 yd", "54.864"),
        ("1 mi", "1 mi", "1609.344"),
        ("４０ m", "40 m", "40"),
        ("2 км", "2 km", "2000"),
    ],
)
def test_a_distance_is_read_and_has_one_form(written: str, form: str, metres: str) -> None:
    distance = parse_distance(written)

    assert format_distance(distance) == form
    assert distance.metres == Decimal(metres)


@pytest.mark.parametrize("written", ["40", 40, "0 m", "1001 km", "40 ft", "", True, "m 40"])
def test_what_is_no_distance_is_refused(written: object) -> None:
    with pytest.raises(InvalidValueError):
        parse_distance(written)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("-10%", "-10%"),
        ("− 10 %", "-10%"),
        ("+2.50%", "+2.5%"),
        ("-20kg", "-20 kg"),
        ("+ 5 lb", "+5 lb"),
        ("None", "none"),
        ("bw-20kg", "bodyweight - 20 kg"),
        ("100kg", "100 kg"),
    ],
)
def test_a_load_of_a_file_has_one_form(written: str, form: str) -> None:
    assert format_written_load(parse_written_load(written)) == form
    assert parse_written_load(form) == parse_written_load(written)


def test_a_load_of_today_is_no_change_and_none_is_a_label_there() -> None:
    with pytest.raises(InvalidValueError):
        parse_load("-10%")

    assert parse_load("none") == Label("none")


@pytest.mark.parametrize(("written", "rpe"), [(2, 8), (0, 10), (1.5, 8.5), (9, 1)])
def test_reps_in_reserve_are_an_rpe(written: float, rpe: float) -> None:
    assert rpe_of_rir(parse_rir(written)) == Decimal(str(rpe))


@pytest.mark.parametrize("written", [0, 10_001, 1.5, "15", True, None, 10**400])
def test_what_is_no_number_of_calories_is_refused(written: object) -> None:
    with pytest.raises(InvalidValueError):
        parse_calories(written)


@pytest.mark.parametrize("written", ["", " ", "x" * 9, "a\x1b[2Jb", "push up", 3, None])
def test_what_is_no_word_for_a_phase_is_refused(written: object) -> None:
    with pytest.raises(InvalidValueError):
        parse_word(written)


def test_a_line_longer_than_any_set_is_refused() -> None:
    label = "b" * (MAX_LINE - len(" x 5"))

    assert parse_set_line(f"{label} x 5").load == Label(label)
    with pytest.raises(InvalidValueError, match="is not a set"):
        parse_set_line(f"{label}b x 5")


PARSERS = [
    parse_asked_reps,
    parse_calories,
    parse_distance,
    parse_duration_ms,
    parse_load,
    parse_ramp,
    parse_reps,
    parse_rest,
    parse_rir,
    parse_rpe,
    parse_set_line,
    parse_tempo,
    parse_time,
    parse_word,
    parse_written_load,
    parse_written_tempo,
]


@pytest.mark.parametrize("parse", PARSERS)
@given(
    written=st.text()
    | st.text("0123456789.,:+-x%kglbsmhX@/ ")
    | st.integers()
    | st.floats()
    | st.booleans()
    | st.lists(st.integers())
)
@settings(deadline=None)
def test_any_value_is_read_or_a_mistake(parse: Callable[[object], object], written: object) -> None:
    mistakes = []
    try:
        parse(written)
    except InvalidValueError as mistake:
        mistakes.append(mistake)

    assert all(mistake.message and mistake.expected for mistake in mistakes)
