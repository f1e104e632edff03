"""Programs in Liftoscript: weeks, days, lines that hold for several or take from others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from benchside.library.convert import convert
from benchside.session.values.errors import InvalidValueError
from tests.library.convert.conversions import blocks_of, converted, lost

if TYPE_CHECKING:
    from benchside.library.convert import Conversion


def titles(conversion: Conversion) -> list[str]:
    return [session.title for session in conversion.sessions]


def days(conversion: Conversion) -> tuple[int, ...]:
    assert conversion.program is not None
    return conversion.program.days


def exercises(conversion: Conversion, session: int = 0) -> list[dict[str, Any]]:
    return [one for block in blocks_of(conversion, session) for one in block["exercise"]]


def sets(conversion: Conversion, session: int = 0) -> list[tuple[str, object, object]]:
    return [
        (one["name"], one.get("sets", 1), one.get("reps")) for one in exercises(conversion, session)
    ]


def schemes(conversion: Conversion) -> list[tuple[str, dict[str, Any]]]:
    assert conversion.program is not None
    return [(week.title, week.schemes) for week in conversion.program.weeks]


def weeks(first: str, *others: str) -> str:
    """A program of one day a week."""
    texts = enumerate((first, *others), 1)
    return "\n".join(f"# Week {number}\n## Day\n{text}" for number, text in texts)


def test_days_become_sessions_and_a_program_leads_from_one_to_the_next() -> None:
    conversion = converted("# Week 1\n## Push\nBench Press / 3x5\n## Pull\nRow / 3x5")

    assert titles(conversion) == ["Mine: Push", "Mine: Pull"]
    assert conversion.program is not None
    assert conversion.program.title == "Mine"
    assert days(conversion) == (0, 1)


def test_a_day_without_a_week_or_a_title_is_one() -> None:
    conversion = converted("##\nBench Press / 3x5\n##\nRow / 3x5")

    assert titles(conversion) == ["Mine: Day 1", "Mine: Day 2"]


def test_one_day_is_a_session_and_no_program() -> None:
    conversion = converted("Squat / 3x5")

    assert titles(conversion) == ["Mine"]
    assert conversion.program is None


def test_weeks_that_differ_in_their_sets_are_one_session_a_day_with_schemes() -> None:
    text = "Squat / {0} / 90s / warmup: none\nRow / 3x8 20kg / warmup: none\nDip / {0}"

    conversion = converted(weeks(*(text.format(sets) for sets in ("3x5 70%", "1x3+ 80%"))))

    assert titles(conversion) == ["Mine: Day"]
    assert exercises(conversion) == [
        {"name": "Squat", "sets": "main", "rest": "90s"},
        {"name": "Row", "sets": 3, "reps": 8, "load": "20 kg"},
        {"name": "Dip", "ramp": ["30% x 5", "50% x 5", "80% x 5"], "sets": "main"},
    ]
    assert conversion.sessions[0].tables["scheme"] == {"main": ["70% x 5"] * 3}
    assert schemes(conversion) == [
        ("Week 1", {"main": ["70% x 5"] * 3}),
        ("Week 2", {"main": ["80% x 3+"]}),
    ]


def test_schemes_have_names_of_their_own() -> None:
    text = "t1: Squat / 3x{0} 20kg\nt1: Row / 3x{0} 20kg\nname / 4x{0}\n5x5 / 5x{0} 60s|30s"
    other = "\n## B\nt2: Squat / 2x{0}"

    conversion = converted(weeks(*((text + other).format(number) for number in (1, 2))))

    [(_, first), (_, second)] = schemes(conversion)
    assert list(first) == ["t1", "main", "main-2", "squat"]
    assert second["t1"] == [{"reps": 2}] * 3
    assert second["main-2"] == [{"reps": 2}] * 5
    assert titles(conversion) == ["Mine: Day", "Mine: B"]
    assert days(conversion) == (0, 1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Squat / 3x5", "Squat / 3x5\nRow / 3x5"),
        ("Squat / 3x5", "Row / 3x5"),
        ("// Low\nSquat / 3x5", "// High\nSquat / 3x5"),
        ("Squat / 3x5 100kg", "Squat / 3x5 30kg"),
        ("Squat / 3x5 / superset: A\nRow / 3x5 / superset: A", "Squat / 3x5\nRow / 3x5"),
        ("Clean / 5x5 60s|0s auto", "Clean / 5x3 60s|0s auto"),
        ("Squat / 3x5\n## B\nRow / 3x5", "Squat / 3x5\n## C\nRow / 3x5"),
        ("Squat / 3x5\n## B\nRow / 3x5", "Squat / 3x5"),
    ],
    ids=["more", "others", "cues", "warm-ups", "superset", "clock", "titles", "days"],
)
def test_weeks_that_differ_in_more_have_sessions_of_their_own(first: str, second: str) -> None:
    conversion = converted(weeks(first, second))

    assert conversion.program is not None
    assert conversion.program.weeks == ()
    assert titles(conversion)[0].startswith("Mine, Week 1")
    assert len(days(conversion)) == (first + second).count("##") + 2


def test_days_that_go_on_from_week_to_week_are_one_session() -> None:
    conversion = converted(
        weeks("Squat / 3x5", "Squat / 3x5", "Row / 1x5", "Squat / 3x5").replace("## Day", "## A")
    )

    assert titles(conversion) == [
        "Mine, Week 1 to Week 2: A",
        "Mine, Week 3: A",
        "Mine, Week 4: A",
    ]
    assert days(conversion) == (0, 0, 1, 2)


def test_weeks_that_are_alike_stay_weeks() -> None:
    conversion = converted(weeks("Squat / 3x5", "Squat / 3x5"))

    assert titles(conversion) == ["Mine: Day"]
    assert days(conversion) == (0,)
    assert schemes(conversion) == [("Week 1", {}), ("Week 2", {})]


def test_a_line_is_repeated_in_its_weeks_but_for_those_that_have_their_own() -> None:
    conversion = converted(weeks("Squat[1-3] / 3x8", "Squat / 3x9", "", "Row / 3x5"))

    assert [sets(conversion, week) for week in range(4)] == [
        [("Squat", 3, 8)],
        [("Squat", 3, 9)],
        [("Squat", 3, 8)],
        [("Row", 3, 5)],
    ]


def test_exercises_stand_in_the_order_that_is_asked_for() -> None:
    text = weeks("Curl[3,1-2] / 3x5\nSquat[1,1-2] / 3x5\nRow[2] / 3x5", "Dip[2] / 3x5")

    conversion = converted(text)

    assert [name for name, _, _ in sets(conversion)] == ["Squat", "Row", "Curl"]
    assert [name for name, _, _ in sets(conversion, 1)] == ["Squat", "Dip", "Curl"]


def test_a_repeated_line_comes_before_the_line_in_its_place() -> None:
    conversion = converted(weeks("Squat[1-2] / 3x5\nCurl[1-2] / 3x5", "Row / 3x5\nDip / 3x5"))

    assert [name for name, _, _ in sets(conversion, 1)] == ["Squat", "Row", "Curl", "Dip"]


def test_sets_are_taken_from_another_line_of_the_week() -> None:
    conversion = converted(
        weeks(
            "Row / ...Squat\nSquat / 3x8 20kg 60s / superset: A",
            "Squat / 3x9\nRow / ...Squat / 30kg",
        )
    )

    row = {"name": "Row", "sets": 3, "reps": 8, "load": "20 kg", "rest": "60s"}
    assert exercises(conversion)[0] == {**row, "ramp": ["50% x 5", "80% x 5"]}
    assert exercises(conversion, 1)[1]["reps"] == 9
    assert exercises(conversion, 1)[1]["load"] == "30 kg"


def test_what_a_line_says_itself_holds_before_what_it_takes() -> None:
    conversion = converted(
        "main / used: none / 3x8 50% / 90s @7 60%\nSquat / ...main / 2x5 / 70% / warmup: none"
    )

    assert exercises(conversion) == [
        {"name": "Squat", "sets": 2, "reps": 5, "load": "70%", "rpe": 7, "rest": "90s"}
    ]


def test_a_template_is_done_by_nobody_but_those_who_take_it() -> None:
    conversion = converted(
        weeks(
            "t1 / used: none / 3x5 / 80% / warmup: none\nSquat[1-2] / ...t1",
            "t1 / 3x3 / 85%\nRow / 3x5",
        )
    )

    assert [exercises(conversion, week)[:1] for week in (0, 1)] == [
        [{"name": "Squat", "sets": 3, "reps": 5, "load": "80%"}],
        [{"name": "Squat", "sets": 3, "reps": 3, "load": "85%"}],
    ]


def test_another_week_and_day_can_be_named() -> None:
    conversion = converted(
        "# Week 1\n## A\nSquat / 3x1\n## B\nSquat / 3x2\nRow / ...Squat[1]\nDip / ...Squat[_:2]\n"
        "# Week 2\n## A\nSquat / 3x3\n## B\nRow / ...Squat[1:2]\nDip / ...Squat[1]"
    )

    reps = [[reps for _, _, reps in sets(conversion, day)] for day in range(4)]
    assert reps == [[1], [2, 1, 2], [3], [2, 3]]


def test_a_line_that_may_be_meant_twice_is_not_guessed() -> None:
    conversion = convert(
        "## A\nSquat / 3x1\n## B\nSquat / 3x2\n## C\nDip / 3x5\nRow / ...Squat", title="Mine"
    )

    assert lost(conversion) == [
        '7: Row: "...Squat" may mean line 2 and 4; say the week and day: ...Squat[1:2]'
    ]


@pytest.mark.parametrize(
    ("original", "taken"),
    [("Squat / ...Dip\nDip / 3x5", "Squat"), ("Squat | Lunge / 3x5", "Squat | Lunge")],
    ids=["taken itself", "movements to choose from"],
)
def test_sets_that_liftosaur_would_not_lend_are_not_taken(original: str, taken: str) -> None:
    conversion = converted(f"Deadlift / 1x5\n{original}\nRow / ...{taken}")

    told = "it needs sets of its own, and one movement"
    assert any(one.endswith(told) for one in lost(conversion))
    assert "Row" not in [name for name, _, _ in sets(conversion)]


def test_a_name_without_its_usual_equipment_means_the_same_exercise() -> None:
    conversion = converted("Squat, Barbell / 3x5\nRow / ...Squat\nDip / ...Squat, Barbell")

    assert [reps for _, _, reps in sets(conversion)] == [5, 5, 5]


def test_labels_tell_lines_of_one_name_apart() -> None:
    conversion = converted("t1: Squat / 3x5\nt2: Squat / 3x10\nt3: Row / ...t2: Squat")

    assert [reps for _, _, reps in sets(conversion)] == [5, 10, 10]
    assert [block["name"] for block in blocks_of(conversion)] == ["t1", "t2", "t3"]


def test_a_warm_up_is_declared_once() -> None:
    conversion = converted(
        weeks(
            "t / used: none / 3x5 100kg / warmup: 1x3 60%\nSquat / ...t\nRow / 3x5 50kg",
            "Row / 3x5 50kg / warmup: none\nt / 3x5 100kg\nSquat / ...t",
        )
    )

    ramps = [[one.get("ramp") for one in exercises(conversion, week)] for week in (0, 1)]
    assert ramps == [[["60% x 3"], None], [None, ["60% x 3"]]]


def test_a_description_goes_on_until_the_next_one() -> None:
    conversion = converted(
        weeks(
            "// Slowly.\nSquat / 3x1",
            "Squat / 3x2",
            "//\nSquat / 3x3",
            "Squat / 3x4",
        )
    )

    cues = [exercises(conversion, week)[0].get("cues") for week in range(4)]
    assert cues == [["Slowly."], ["Slowly."], None, None]


def test_a_description_is_taken_from_another_line() -> None:
    conversion = converted(
        "# Week 1\n## A\n// ...t1\nSquat / ...t1\n// One.\n\n// ! Two.\nt1 / used: none / 3x5\n"
        "## B\n// Three.\nRow / 3x5\n// ...Row\nCurl / 3x5\n"
        "# Week 2\n## A\n// ...Row[1:2]\nDip / 3x5\n## B\n// ...Dip[1]\nPlank / 3x5"
    )

    cues = [[one.get("cues") for one in exercises(conversion, day)] for day in range(4)]
    assert cues == [[["Two."]], [["Three."], ["Three."]], [["Three."]], [None]]
    assert lost(conversion) == [
        '5: Squat: another description, "One."',
        '19: the description "...Dip[1]" leads nowhere',
    ]


def test_what_is_told_of_a_day_is_what_its_session_is_about() -> None:
    text = "// Legs and\n// more.\n## Day\n// Low\nSquat / 3x5\n"

    conversion = converted(f"// **Volume**\n# Week 1\n{text}# Week 2\n## Day\nSquat / 3x3")

    assert conversion.sessions[0].tables["about"] == "Legs and more."
    assert exercises(conversion)[0]["cues"] == ["Low"]
    assert conversion.program is not None
    assert conversion.program.about == "Volume"


def test_what_is_told_of_several_weeks_stands_in_the_program_or_in_their_sessions() -> None:
    text = "// Hard.\n# One\n// Legs.\n## Day\nSquat / 3x5\n// Easy.\n# Two\n## Day\nSquat / {}"

    schemed, in_turn = converted(text.format("3x3")), converted(text.format("3x5\nRow / 3x5"))

    assert schemed.program is not None
    assert schemed.program.about == "One: Hard.\nTwo: Easy."
    assert in_turn.program is not None
    assert in_turn.program.about == ""
    abouts = [session.tables["about"] for session in in_turn.sessions]
    assert abouts == ["Hard.\nLegs.", "Easy.\nLegs."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Row / 3x5 20kg / progress: lp(5kg)", "Row / 3x5 20kg"),
        ("t / used: none / 3x5 / progress: lp(5kg)\nRow / ...t / 20kg", "Row / 3x5 20kg"),
    ],
)
def test_a_rule_holds_wherever_its_exercise_asks_for_the_same(first: str, second: str) -> None:
    conversion = converted(weeks(f"{first}\n## B\nRow / 3x5 20kg", f"Dip / 3x5\n{second}"))

    rows = [
        one
        for session in range(len(conversion.sessions))
        for one in exercises(conversion, session)
        if one["name"] == "Row"
    ]
    assert [one["progress"] for one in rows] == ["+5 kg"] * len(rows)
    assert len(rows) > 1
    assert lost(conversion) == []


@pytest.mark.parametrize(
    "second",
    [
        "Row / 3x3 20kg",
        "Row / 3x5 25kg",
        "Row / 3x5 20kg / progress: none",
        "t1: Row / 3x5 20kg",
        "Row / 3x5 20kg / progress: lp(10kg)",
    ],
)
def test_a_progression_is_told_where_its_exercise_asks_for_something_else(second: str) -> None:
    conversion = converted(weeks("Row / 3x5 20kg / progress: lp(5kg)", f"Dip / 3x5\n{second}"))

    assert lost(conversion)[0] == "3: Row: progress: lp(5kg)"
    assert "progress" not in exercises(conversion)[0]


def test_a_progression_that_nobody_takes_is_told() -> None:
    conversion = converted("t / used: none / 3x5 20kg / progress: lp(5kg)\nRow / 3x5")

    assert lost(conversion) == ["1: t: progress: lp(5kg)"]


def test_a_day_without_its_first_exercise_is_not_written_nor_the_program() -> None:
    conversion = converted("## A\nSquat / 3x5 fast\nRow / 3x5\n## B\nBench / 3x5\nCurl / 3x")

    assert titles(conversion) == ["Mine: B"]
    assert conversion.program is None
    assert [name for name, _, _ in sets(conversion)] == ["Bench"]
    assert lost(conversion)[0].startswith('2: the line "Squat / 3x5 fast": "fast"')
    assert lost(conversion)[1] == "2: A: not written, for its first exercise is left out"
    assert lost(conversion)[2].startswith('6: the line "Curl / 3x": "3x"')
    assert lost(conversion)[3] == "the program: it is not written without all of its days"


def test_a_repeated_line_that_cannot_be_said_is_missed_in_all_of_its_weeks() -> None:
    conversion = convert(weeks("Squat[1-2] / 3x5 fast\nRow[1-2] / 3x5", ""), title="Mine")

    assert conversion.sessions == ()
    assert lost(conversion)[1:] == [
        "3: Week 1, Day: not written, for its first exercise is left out",
        "3: Week 2, Day: not written, for its first exercise is left out",
    ]


def test_a_template_that_cannot_be_said_is_missed_by_those_who_take_it() -> None:
    conversion = convert("t1 / used: none / 3x5 fast\nSquat / ...t1", title="Mine")

    assert conversion.sessions == ()
    assert lost(conversion)[1] == (
        '2: Squat: "...t1" in line 1 has no sets to take; '
        "it needs sets of its own, and one movement"
    )


def test_a_day_without_exercises_is_told() -> None:
    conversion = converted("# Week 1\n## A\nSquat / 3x5\n## Rest\n## C\nRow / 3x5")

    assert titles(conversion) == ["Mine: A", "Mine: C"]
    assert days(conversion) == (0, 1)
    assert lost(conversion) == ["4: Week 1, Rest: it has no exercises"]


def test_of_a_page_only_the_fences_of_liftoscript_are_read() -> None:
    page = "# Title\nSquat / 9x9\n```liftoscript\n## A\nSquat / 3x5 / id: tags(1)\n```\nRow / 3x5"

    conversion = converted(page)

    assert sets(conversion) == [("Squat", 3, 5)]
    assert lost(conversion) == ["5: Squat: id: tags(1)"]


def test_a_program_that_the_app_has_exported_is_read_like_its_text() -> None:
    days = [
        {"name": "Push", "description": "Hard\nday", "exerciseText": "Dip / 3x5 / id: tags(1)"},
        {"name": "Pull", "exerciseText": "Row / 3x5"},
    ]
    planner = {"name": "Two days", "weeks": [{"name": "Week 1", "days": days}]}

    whole = converted(json.dumps({"program": {"planner": planner}, "version": "1"}))
    bare = converted(json.dumps({"planner": planner | {"name": " "}}))

    assert titles(whole) == ["Two days: Push", "Two days: Pull"]
    assert whole.sessions[0].tables["about"] == "Hard day"
    assert lost(whole) == ["Dip: id: tags(1)"]
    assert titles(bare) == ["Mine: Push", "Mine: Pull"]


@pytest.mark.parametrize(
    ("weeks", "message"),
    [
        ("3", "it is no interval list"),
        ("[]", "it has no exercises"),
        ("[3]", "it has no exercises"),
        ('[{"days": 3}]', "it has no exercises"),
    ],
)
def test_an_exported_program_without_a_day_says_so(weeks: str, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        convert(f'{{"planner": {{"weeks": {weeks}}}}}', title="Mine")


def test_an_exported_day_without_a_text_has_no_exercises() -> None:
    conversion = convert('{"planner": {"weeks": [{"days": [{"exerciseText": 3}]}]}}', title="Mine")

    assert conversion.sessions == ()
    assert lost(conversion) == ["the day: it has no exercises"]
