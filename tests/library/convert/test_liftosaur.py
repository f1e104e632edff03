"""Lines in Liftoscript: what a session says of them, and what is left out with its line."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, strategies as st

from benchside.library.convert import convert
from benchside.library.convert.liftosaur import convert_liftosaur, convert_line
from benchside.session.values.errors import InvalidValueError
from tests.library.convert.conversions import blocks_of, converted, exercise, lost

RAMP = ["30% x 5", "50% x 5", "80% x 5"]
NAME = "Bench Press"


@pytest.mark.parametrize(
    ("line", "table"),
    [
        ("3x8", {"sets": 3, "reps": 8}),
        ("3x8-12", {"sets": 3, "reps": "8-12"}),
        ("3x8-8", {"sets": 3, "reps": 8}),
        ("3x8+", {"sets": 3, "reps": "8+"}),
        ("1x0+", {"reps": "max"}),
        ("3x8@8.5", {"sets": 3, "reps": 8, "rpe": 8.5}),
        ("3x8 60kg", {"ramp": RAMP[1:], "sets": 3, "reps": 8, "load": "60 kg"}),
        ("3x8 132.5lb", {"ramp": RAMP, "sets": 3, "reps": 8, "load": "132.5 lb"}),
        ("3x8 +60kg", {"ramp": RAMP[1:], "sets": 3, "reps": 8, "load": "60 kg"}),
        ("3x8 .5kg", {"sets": 3, "reps": 8, "load": "0.5 kg"}),
        ("3x8 80%", {"ramp": RAMP, "sets": 3, "reps": 8, "load": "80%"}),
        ("3x8 0lb", {"sets": 3, "reps": 8, "load": "bodyweight"}),
        ("3x8 -20kg", {"sets": 3, "reps": 8, "load": "bodyweight - 20 kg"}),
        ("3x8 / 90s 10kg", {"sets": 3, "reps": 8, "load": "10 kg", "rest": "90s"}),
        ("2x5, 1x5", {"sets": 3, "reps": 5}),
        ("3x5 / warmup: none", {"sets": 3, "reps": 5}),
        ("3x5, 60kg / warmup: none", {"sets": 3, "reps": 5, "load": "60 kg"}),
        ("3x1 60s|30s", {"sets": 3, "time": "60s", "rest": "30s"}),
        ("3x1 60s|?", {"sets": 3, "time": "60s"}),
        ("3x1 30s+|60s", {"sets": 3, "time": "30s+", "rest": "60s"}),
        ("8x1+ 20s|10s auto", {"sets": 8, "time": "20s", "reps": "max", "rest": "10s"}),
        ("3x45s", {"sets": 3, "time": "45s"}),
        ("3x8 (Slow)", {"sets": 3, "reps": 8, "cues": ["Slow"]}),
        ("3x8 / progress: none / update: none", {"sets": 3, "reps": 8}),
    ],
)
def test_a_line_becomes_an_exercise(line: str, table: dict[str, Any]) -> None:
    assert exercise(f"{NAME} / {line}") == {"name": NAME, **table}


def test_words_for_all_sets_go_before_those_of_one() -> None:
    table = exercise("Squat / 1x5 @8 90kg, 2x3 50% / 2m 100kg / warmup: none")

    assert table["load"] == "100 kg"
    assert table["rest"] == "120s"
    assert table["sets"] == [{"reps": 5, "rpe": 8}, {"reps": 3}, {"reps": 3}]


def test_a_weight_goes_before_a_percentage() -> None:
    conversion = converted("Squat / 3x5 80% 100kg / warmup: none")

    assert blocks_of(conversion)[0]["exercise"][0]["load"] == "100 kg"
    assert lost(conversion) == ['1: Squat: "80%": the weight holds']


def test_what_is_not_said_is_written_as_liftosaur_has_it() -> None:
    [session] = converted("Squat / 3x5 100kg").sessions

    assert session.tables["defaults"] == {"rest": "180s", "ramp_rest": "90s"}


@pytest.mark.parametrize(
    ("line", "ramp"),
    [
        ("Squat / 3x5 61kg", RAMP),
        ("Squat / 3x5 60kg", RAMP[1:]),
        ("Squat / 3x5 45kg", RAMP[2:]),
        ("Squat / 3x5 20kg", None),
        ("Deadlift / 3x5 150lb", RAMP[1:]),
        ("Deadlift / 3x5 95lb", None),
        ("Curl / 3x5 31kg", RAMP),
        ("Curl / 3x5 5kg", None),
        ("Bench Dip / 3x5 40kg", None),
        ("Squat / 3x5 @8", None),
    ],
)
def test_a_light_load_gets_fewer_of_the_warm_ups_that_go_unsaid(
    line: str, ramp: list[str] | None
) -> None:
    assert exercise(line).get("ramp") == ramp


def test_warm_ups_in_percent_are_a_ramp() -> None:
    table = exercise("Squat / 5x5 100kg / warmup: 2x5 50%, 3 80%")

    assert table["ramp"] == ["50% x 5", "50% x 5", "80% x 3"]


def test_warm_ups_with_a_weight_are_sets_of_their_own() -> None:
    table = exercise("Squat / 1x5 100kg / warmup: 1x5 20kg, 1x3 80%, 1x1 103%, 1x8")

    assert table["sets"] == [
        {"reps": 5, "load": "20 kg", "rest": "90s", "type": "warm-up"},
        {"reps": 3, "load": "80 kg", "rest": "90s", "type": "warm-up"},
        {"reps": 1, "load": "103 kg", "rest": "90s", "type": "warm-up"},
        {"reps": 8, "rest": "90s", "type": "warm-up"},
        {"reps": 5, "load": "100 kg"},
    ]


def test_equipment_is_a_part_of_the_name() -> None:
    assert exercise("Bench Press, Dumbbell / 3x5")["name"] == "Bench Press (Dumbbell)"
    assert exercise("Squat, with a pause / 3x5")["name"] == "Squat, with a pause"


def test_a_label_is_the_name_of_its_block() -> None:
    conversion = converted("t1-a: Squat / 3x5 20kg\nt1-a: Row / 3x5\nCurl / 3x5")

    first, second = blocks_of(conversion)
    assert first["name"] == "t1-a"
    assert [one["name"] for one in first["exercise"]] == ["Squat", "Row"]
    assert "name" not in second
    assert lost(conversion) == []


def test_a_line_goes_on_after_a_backslash() -> None:
    table = exercise("Squat / 3x5 \\\n  / 100kg \\\n  / warmup: none \\")

    assert table == {"name": "Squat", "sets": 3, "reps": 5, "load": "100 kg"}


def test_a_backslash_takes_in_no_heading_comment_or_empty_line() -> None:
    conversion = converted("# W\n## A\nSquat / 3x5 \\\n## B\n// Low\nRow / 3x5 \\\n\n/ 60kg")

    assert [one.title for one in conversion.sessions] == ["Mine: A", "Mine: B"]
    assert lost(conversion)[0].startswith('8: the line "/ 60kg": ')


def test_of_several_schemes_the_marked_one_holds_or_the_first() -> None:
    first = converted("Squat / 5x3 / 6x2 / 10x1 / 100kg")
    marked = converted("Squat / 3x8 / ! 4x8 / 5x8")

    assert blocks_of(first)[0]["exercise"] == [
        {"name": "Squat", "ramp": RAMP, "sets": 5, "reps": 3, "load": "100 kg"}
    ]
    assert lost(first) == [
        '1: Squat: the other scheme of sets "6x2"; the current one is "5x3"',
        '1: Squat: the other scheme of sets "10x1"; the current one is "5x3"',
    ]
    assert blocks_of(marked)[0]["exercise"] == [{"name": "Squat", "sets": 4, "reps": 8}]
    assert len(lost(marked)) == 2


def test_of_several_movements_the_marked_one_is_done() -> None:
    conversion = converted("Squat | ! Pistol Squat / 3x8")

    assert blocks_of(conversion)[0]["exercise"] == [{"name": "Pistol Squat", "sets": 3, "reps": 8}]
    assert lost(conversion) == ["1: Pistol Squat: the other movements to choose from: Squat"]


def test_of_two_rests_the_first_holds_as_in_liftosaur() -> None:
    conversion = converted("Squat / 3x8 100kg 90s 120s / warmup: none")

    [table] = blocks_of(conversion)[0]["exercise"]
    assert table == {"name": "Squat", "sets": 3, "reps": 8, "load": "100 kg", "rest": "90s"}
    assert lost(conversion) == ['1: Squat: "120s": of two that say the same the first holds']


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Row / 1x500m", '"1x500m" may be metres or minutes'),
        ("Farmer Carry / 4x1 40m", '"40m" may be metres or minutes'),
        ("Squat / 3x5 fast", '"fast" is not understood'),
        ("Squat / 3x5 100stone", '"100stone" is not understood'),
        ("Squat / 3x5 3x8", '"3x8" follows other sets'),
        ("Squat / 3x12-8", '"12-8" is a rep range that falls'),
        ("Squat / 3x0", "0 is not between 1 and 1,000"),
        ("Squat / 0x5", '"0x5" is not between 1 and 100 sets'),
        ("Squat / 999999x5", '"999999x5" is not between 1 and 100 sets'),
        ("Squat / 60x1, 60x2", "it has more than 100 sets"),
        ("Squat / 3x5 999%", '"999%" is not between 0 and 200%'),
        ("Squat / @8", "it has no sets"),
        ("Squat / ...Row", '"...Row" is no other exercise of week 1'),
        ("Squat / ...Squat", '"...Squat" is no other exercise of week 1'),
        ("Squat / ...", '"..." is not understood'),
        ("/ 3x5", '"" is no name of an exercise'),
        ("Squat[a-b] / 3x5", '"[a-b]" is not understood'),
        ("Squat[1-2,5-6] / 3x5", '"[1-2,5-6]" is not understood'),
        (f"Squat / {'3x5,' * 600} 3x5", "it has 2,412 characters"),
    ],
)
def test_a_line_that_would_come_out_otherwise_is_left_out_whole(line: str, reason: str) -> None:
    conversion = convert(line, title="Mine")

    [told] = lost(conversion)
    assert conversion.sessions == ()
    assert told.startswith("1: ")
    assert reason in told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Squat / 3x5 / progress: lp(5lb)", "Squat: progress: lp(5lb)"),
        (
            "Squat / 3x5 / progress: dp(5lb, 8, 12)",
            'Squat: progress: dp(5lb, 8, 12); the nearest is reps = "8-12" with progress = "+5 lb"',
        ),
        ("Squat / 3x5 / progress: sum(30, 5lb)", "Squat: progress: sum(30, 5lb)"),
        ("Squat / 3x5 / id: tags(1)", "Squat: id: tags(1)"),
        ("Squat / 3x5 / rest: 90s", 'Squat: rest: 90s: there is no section "rest"'),
        ("Squat[1-4] / 3x5", "Squat: it is repeated in week 2, and there are 1"),
        ("Squat / 3+x5", 'Squat: "+" of "3+x5": more sets than 3 are not asked for'),
        (
            "Squat / 3x5 100kg+",
            'Squat: "+" behind a weight asks for it: here every load can be corrected',
        ),
        ("Squat / 3x5 ?+", 'Squat: "?+" asks for the weight: here every load can be corrected'),
        ("Squat / 3x5-8+", 'Squat: the upper end of "3x5-8+": the set is open'),
        ("Squat / 3x5 @11", 'Squat: "@11": 11 is not an RPE'),
        ("Squat / 3x5 @7.3", 'Squat: "@7.3": 7.3 is not an RPE'),
        ("Squat / 3x5 / warmup: 1x5 50%", "Squat: warm-ups in percent of no load"),
        (
            "Squat / 3x5 / warmup: gently",
            'Squat: the warm-up: "gently" is no warm-up; '
            "a warm-up is written: 1x5 45lb, or 1x3 80%",
        ),
        (
            "Squat / 3x10 45s|15s",
            "Squat: the time of 45 s for a set of 10 reps: here a key ends it",
        ),
        (
            "Squat / 3x1+ 30s+|60s",
            'Squat: "+" of 30s+: here the set ends after 30 s',
        ),
        (
            "Squat / 3x5+ 20s|10s",
            "Squat: at least 5+: in a time it is as many as possible",
        ),
        (
            "Squat / 3x5 / update: custom() {~\n reps = 8 / 2\n~}",
            "Squat: update: custom() {~ … ~}: it may change sets on the day",
        ),
        ("Squat / 3x5\nnonsense", 'the line "nonsense": no exercise; one is written: Squat / 3x8'),
    ],
)
def test_what_a_session_cannot_say_is_told_with_its_line(line: str, told: str) -> None:
    assert f"{line.count('nonsense') + 1}: {told}" in lost(converted(line))


def test_an_rpe_that_is_asked_for_is_one_that_can_be_entered() -> None:
    conversion = converted("Squat / 3x5 @8+")

    assert blocks_of(conversion)[0]["exercise"] == [
        {"name": "Squat", "sets": 3, "reps": 5, "rpe": 8}
    ]
    assert lost(conversion) == [
        '1: Squat: "+" behind an RPE asks for it: here every set\'s RPE can be entered',
        "1: a set by RPE without a load: Liftosaur works a load and a warm-up out of the 1RM, "
        "here it has neither",
    ]


def test_a_comment_is_a_coaching_cue() -> None:
    table = exercise(
        "// Pause **2 seconds** at\n// the _bottom_, see [here](https://example.org).\n"
        "// * Knees out\n// 2. `Brace` once_more\nSquat / 3x5"
    )

    assert table["cues"] == [
        "Pause 2 seconds at the bottom, see here.",
        "Knees out",
        "Brace once_more",
    ]


def test_a_comment_that_refers_to_no_line_is_told() -> None:
    conversion = converted("// ...t1\nSquat / 3x5")

    assert blocks_of(conversion)[0]["exercise"] == [{"name": "Squat", "sets": 3, "reps": 5}]
    assert lost(conversion) == ['1: the description "...t1" leads nowhere']


def test_of_several_descriptions_the_marked_one_holds_or_the_first() -> None:
    text = "// First.\n\n// {}Second.\n/// Nobody reads this.\nSquat / 3x5"

    first, marked = converted(text.format("")), converted(text.format("! "))

    assert blocks_of(first)[0]["exercise"][0]["cues"] == ["First."]
    assert lost(first) == ['3: Squat: another description, "Second."']
    assert blocks_of(marked)[0]["exercise"][0]["cues"] == ["Second."]
    assert lost(marked) == ['1: Squat: another description, "First."']


@pytest.mark.parametrize(
    ("script", "load"),
    [
        ("weights = bodyweight - originalWeights[ns]", "bodyweight - 20 kg"),
        ("weights = bodyweight + originalWeights[ns]", "bodyweight + 20 kg"),
        ("weights = bodyweight // all of it", "bodyweight"),
    ],
)
def test_a_weight_beside_the_bodys_is_told_from_one_on_the_bar(script: str, load: str) -> None:
    line = f"Chin Up / 3x8 20kg / update: custom() {{~\n if (setIndex == 0) {{\n{script}\n}}\n~}}"

    conversion = converted(line)

    assert blocks_of(conversion)[0]["exercise"] == [
        {"name": "Chin Up", "sets": 3, "reps": 8, "load": load}
    ]
    assert lost(conversion) == []


def test_a_percentage_beside_the_bodys_weight_is_left_out() -> None:
    script = "{~ if (setIndex == 0) { weights = bodyweight + weights } ~}"

    conversion = convert(f"Chin Up / 3x8 80% / update: custom() {script}", title="Mine")

    assert 'a script puts "80%" beside the body\'s weight' in lost(conversion)[0]


def test_a_superset_is_a_circuit() -> None:
    conversion = converted("Row / 3x10 / superset: A\nCurl / 3x12 60s / superset: A\nSquat / 3x5")

    circuit, straight = blocks_of(conversion)
    assert circuit == {
        "name": "Superset A",
        "rounds": 3,
        "exercise": [
            {"name": "Row", "rest": "180s", "reps": 10},
            {"name": "Curl", "rest": "60s", "reps": 12},
        ],
    }
    assert [one["name"] for one in straight["exercise"]] == ["Squat"]


def test_who_has_fewer_sets_sits_the_last_rounds_of_a_superset_out() -> None:
    conversion = converted(
        "Row / 1x10, 1x8 / superset: A\nCurl / 3x12 60s / superset: A\nDip / 1x5 / superset: A"
    )

    assert blocks_of(conversion) == [
        {
            "name": "Superset A",
            "rounds": 3,
            "exercise": [
                {"name": "Row", "rest": "180s", "sets": [{"reps": 10}, {"reps": 8}]},
                {"name": "Curl", "rest": "60s", "reps": 12},
                {"name": "Dip", "rest": "180s", "reps": 5, "sets": 1},
            ],
        }
    ]
    assert lost(conversion) == []


def test_a_superset_of_one_round_takes_turns_once() -> None:
    conversion = converted("Row / 1x10 / superset: A\nCurl / 1x12 / superset: A")

    [block] = blocks_of(conversion)
    assert "rounds" not in block
    assert [one["name"] for one in block["exercise"]] == ["Row", "Curl"]


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("3x5 20kg / progress: lp(2.5kg)", "+2.5 kg"),
        ("3x5 20kg / progress: lp( 2.5kg , 1, 0 )", "+2.5 kg"),
        ("3x5 45lb / progress: lp(5lb, 1, 0, 0lb, 0, 0)", "+5 lb"),
        ("2x5, 1x5+ / 20kg / progress: lp(2.5kg)", "+2.5 kg"),
        ("3x8-12 20kg / progress: dp(2.5kg, 8, 12)", "+2.5 kg"),
        ("3x5 0kg / progress: lp(2.5kg)", "+2.5 kg"),
        ("3x5 -20kg / progress: lp(2.5kg)", "+2.5 kg"),
        ("3x5 20kg / progress: lp(2.5kg, 2)", None),
        ("3x5 20kg / progress: lp(2.5kg, 1, 0, 5kg, 3)", None),
        ("3x5 20kg / progress: lp(2.5kg, 1, 0, 10%, 3)", None),
        ("3x5 20kg / progress: lp(5%)", None),
        ("3x5 20kg / progress: lp(0kg)", None),
        ("3x5 20kg / progress: lp(-5kg)", None),
        ("3x5 20kg / progress: lp(5lb)", None),
        ("3x5 20kg, 1x5 10kg / progress: lp(2.5kg)", None),
        ("3x5 70% / progress: lp(2.5kg)", None),
        ("3x5 / progress: lp(2.5kg)", None),
        ("3x5 20kg @8 / progress: lp(2.5kg)", None),
        ("3x1 20kg 30s|60s / progress: lp(2.5kg)", None),
        ("3x8-12 20kg / progress: lp(2.5kg)", None),
        ("3x8 20kg / progress: dp(2.5kg, 8, 12)", None),
        ("3x10-12 20kg / progress: dp(2.5kg, 8, 12)", None),
        ("3x5 20kg / progress: sum(30, 2.5kg)", None),
        ("3x5 20kg / progress: lp(2.5kg) / update: custom() {~ reps = 5 ~}", None),
    ],
)
def test_a_progression_that_a_rule_says_is_taken_over_and_another_is_told(
    line: str, rule: str | None
) -> None:
    conversion = converted(f"Squat / {line} / warmup: none")

    [table] = blocks_of(conversion)[0]["exercise"]
    assert table.get("progress") == rule
    told = [one for one in lost(conversion) if "progress: " in one]
    assert len(told) == (rule is None)


def test_the_warm_ups_of_a_superset_come_before_it() -> None:
    conversion = converted("a: Row / 2x10 50% / superset: A\nb: Curl / 2x12 / superset: A")

    warm_up, circuit = blocks_of(conversion)
    assert warm_up["kind"] == "warm-up"
    [row] = warm_up["exercise"]
    assert [(one["reps"], one["load"]) for one in row["sets"]] == [
        (5, "15%"),
        (5, "25%"),
        (5, "40%"),
    ]
    assert row["type"] == "warm-up"
    assert circuit["rounds"] == 2
    assert lost(conversion) == ['1: Row: the label "a"', '2: Curl: the label "b"']


def test_a_label_that_all_of_a_superset_have_is_in_its_name() -> None:
    conversion = converted("t3: Row / 2x10 / superset: A\nt3: Curl / 2x12 / superset: A")

    assert blocks_of(conversion)[0]["name"] == "t3: Superset A"


def test_a_superset_of_one_is_none() -> None:
    assert exercise("Row / 3x10 / superset: A") == {"name": "Row", "sets": 3, "reps": 10}


def test_sets_that_begin_on_the_clock_are_an_emom() -> None:
    conversion = converted("Squat / 3x5\nClean / 5x5 20kg 60s|0s auto, 2x3 50s|10s auto, 1x8 90s")

    straight, *clock, last = blocks_of(conversion)
    assert [one["name"] for one in straight["exercise"]] == ["Squat"]
    assert clock == [
        {
            "rounds": rounds,
            "every": "60s",
            "exercise": [{"name": "Clean", "reps": reps, **load, "rest": "0s"}],
        }
        for rounds, reps, load in ((5, 5, {"load": "20 kg"}), (2, 3, {}))
    ]
    assert last == {"exercise": [{"name": "Clean", "reps": 8, "rest": "90s"}]}


def test_a_single_rep_without_a_rest_is_no_hold() -> None:
    conversion = converted("Clean / 10x1 60s|0s auto")

    assert blocks_of(conversion)[0] == {
        "rounds": 10,
        "every": "60s",
        "exercise": [{"name": "Clean", "reps": 1, "rest": "0s"}],
    }
    assert lost(conversion) == ["1: Clean: it is read as 1 rep every 60 s"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("what", 'the line "what"'),
        ("Row / 1x500m", '"1x500m" may be metres or minutes'),
        ("Carry / 4x1 40m", '"40m" may be metres or minutes'),
        ("Squat / 3x5 / superset: A", "Squat: superset: A"),
        ("Squat / 3x5 / ...Row", "Squat: ...Row"),
        ("main: Squat / 3x5", "Squat: label main"),
        ("Squat / 60kg", "it has no sets"),
    ],
)
def test_one_line_for_a_new_session_says_what_is_not_understood(line: str, told: str) -> None:
    _, left_out = convert_line(line)

    assert any(told in lost for lost in left_out)


def test_one_line_for_a_new_session_has_nothing_but_what_it_says() -> None:
    hold, _ = convert_line("Plank / 3x45s 60s")
    tempo, _ = convert_line("Squat / 3x5 3-1-X-0 bodyweight")
    heavy, left_out = convert_line("Squat / 5x5-8 100kg @8 3m / warmup: 1x8 50%, 1x3 80%")

    assert hold == {"name": "Plank", "sets": 3, "time": "45s", "rest": "60s"}
    assert tempo == {
        "name": "Squat",
        "sets": 3,
        "reps": 5,
        "load": "bodyweight",
        "tempo": "3-1-X-0",
    }
    assert heavy == {
        "name": "Squat",
        "ramp": ["50% x 8", "80% x 3"],
        "sets": 5,
        "reps": "5-8",
        "load": "100 kg",
        "rpe": 8,
        "rest": "180s",
    }
    assert left_out == ()


def test_a_text_without_exercises_is_no_plan() -> None:
    with pytest.raises(InvalidValueError, match="it has no exercises"):
        convert("// only a comment", title="Mine")


def test_a_script_without_an_end_is_a_mistake() -> None:
    with pytest.raises(InvalidValueError, match="the script in line 2 has no end"):
        convert("Squat / 3x5\nRow / 3x5 / progress: custom() {~\n if\nCurl / 3x5", title="Mine")


PIECES = st.sampled_from(
    [
        *"/:,x@%+-. \n#|![]\\()",
        *("3x5", "8-12", "60s|30s", "warmup:", "superset: A", "used: none", "progress: lp(5lb)"),
        *("kg", "lb", "Squat", "Row", "auto", "...", "...Squat", "[1-3]", "{~", "~}", "//", "!"),
        *("²", "9999999", "\n# W\n", "\n## D\n", "\n\n", "t1: ", "?+", "bodyweight"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_sessions_without_a_problem_or_a_mistake(text: str) -> None:
    try:
        conversion = converted(text)
    except InvalidValueError:
        return

    assert conversion.sessions or conversion.left_out


MEBIBYTE = 1 << 20


@pytest.mark.parametrize(
    "text",
    [
        "a" + "[" * MEBIBYTE,
        ("a,]" + "[" * 1990 + "/3x5\n") * 520,
        ("a/3x5 " + "(" * 1990 + "\n") * 520,
        "a/3x5\n{~" + "~{" * (MEBIBYTE // 2),
        "a/3x5/update: x() {~" + "x\n" * (MEBIBYTE // 2) + "~}",
        "a/3x5 \\\n" * (MEBIBYTE // 9),
        "//a\n" * (MEBIBYTE // 4) + "a/1x1",
        "//" + "a_" * (MEBIBYTE // 2) + "\na/1x1",
        "//" + "[](" * (MEBIBYTE // 3) + "\na/1x1",
        "a:" * (MEBIBYTE // 2),
        "9" * MEBIBYTE,
        ("a/" + ",".join(["100x1"] * 300) + "\n") * 500,
        ("a/3x5/superset:A\n") * 1900,
        ("a/3x5/superset:A\n") * 90,
        "a[1-1000]/1x1\n" * 1900,
    ],
    ids=lambda text: text[:12],
)
@pytest.mark.slow
def test_a_text_of_a_mebibyte_is_read_once_and_not_again_and_again(text: str) -> None:
    with suppress(InvalidValueError):
        convert_liftosaur(text, title="T")


def lines(count: int, line: str) -> str:
    """So many lines, each with an exercise of its own."""
    return "".join(f"a{number}{line}\n" for number in range(count))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (lines(2001, "/1x1"), "it has more than 2,000 exercises"),
        ("## Day\na/1x1\n" * 251, "it has more than 250 sessions"),
        (lines(102, "/50x1,49x2"), "it has more than 10,000 sets"),
        (
            "## Day\n" + lines(10, "[1-249]/1x1") + "# Week\n## Day\n" * 248,
            "it has more than 2,000 exercises",
        ),
    ],
    ids=["exercises", "sessions", "sets", "repeats"],
)
def test_a_program_of_more_than_a_year_is_refused(text: str, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        convert_liftosaur(text, title="T")
