"""How much of published Liftoscript programs comes out right, by a second reader of the language.

    python benchmarks/import_accuracy.py FILE_OR_FOLDER... [--show]

A file is a program as text, or a page with one in a fence. Every exercise of every day is compared
with what stands in the session files that the importer would write: name, reps, load, RPE, rest and
length of each set, labels, warm-ups, superset, coaching cues. Prints right of all by program;
`--show` prints what differs. No program ships with the benchmark: they are other people's.
"""

from __future__ import annotations

import re
import sys
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from benchmarks.liftoscript_reader import DEFAULT_REST, GEAR, Lift, read_program  # noqa: E402
from benchside.library.convert import convert  # noqa: E402
from benchside.library.imports import imported_sessions  # noqa: E402
from benchside.session.values.errors import InvalidValueError  # noqa: E402
from benchside.session.values.load import format_amount  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.library.convert import Conversion

WarmUp: TypeAlias = tuple[int, str | None]
"""Reps and load."""

NOT_WARMED_UP = ("Ball Slams", "Battle Ropes", "Behind The Neck Press", "Bench Dip")
"""What Liftosaur gives no warm-ups unless they are declared."""

NOWHERE = Path("/nonexistent")
"""No name is taken there."""

MAX_SHOWN = 20


def hold_of(written: str) -> str:
    return f"{seconds(written.rstrip('+'))}s{'+' * written.endswith('+')}"


class Set(NamedTuple):
    """What a set asks for; None where nothing is said."""

    reps: str | None
    hold: str | None
    load: str | None
    rpe: float | None
    rest: int
    every: int | None
    """Seconds from the start of one set to the start of the next."""
    cues: str


class Exercise(NamedTuple):
    """An exercise of a day."""

    name: str
    superset: str
    sets: list[Set]
    warm_ups: list[list[WarmUp]]
    """Those that are right, or the one that is written."""


def seconds(written: str) -> int:
    match = re.fullmatch(r"(?:(\d+)m)?(?:(\d+)s)?", written)
    assert match is not None, written
    return int(match[1] or 0) * 60 + int(match[2] or 0)


def expected_day(day: list[Lift]) -> list[Exercise]:
    """What the second reader says of a day, each superset where its first exercise stands."""
    found: list[Exercise] = []
    first = {lift.superset: place for place, lift in reversed(list(enumerate(day)))}
    places = [first[lift.superset] if lift.superset else place for place, lift in enumerate(day)]
    for _, lift in sorted(zip(places, day, strict=True), key=lambda pair: pair[0]):
        note = " ".join(chosen_note(lift))
        members = sum(lift.superset == one.superset for one in day)
        found.append(
            Exercise(
                name=re.sub(rf"(?i),\s*({GEAR})$", r" (\1)", lift.name),
                superset=lift.superset if members > 1 else "",
                sets=[expected_set(asked, note) for asked in lift.sets],
                warm_ups=expected_warm_up(lift),
            )
        )
    return found


def expected_set(asked: dict[str, Any], note: str) -> Set:
    reps, hold = str(asked["reps"]), int(asked.get("hold", 0))
    rest = int(asked.get("rest", DEFAULT_REST))
    is_open = reps.endswith("+")
    on_the_clock = bool(hold) and "auto" in asked and reps != "1" and not is_open
    is_hold = bool(hold) and not on_the_clock
    return Set(
        reps=("max" if is_open else None if reps == "1" else reps) if is_hold else reps,
        hold=f"{hold}s{'+' * (asked['open'] and not is_open)}" if is_hold else None,
        load=asked.get("load"),
        rpe=asked.get("rpe"),
        rest=0 if on_the_clock else rest,
        every=hold + rest if on_the_clock else None,
        cues=words(f"{asked.get('label', '')} {note}"),
    )


def expected_warm_up(lift: Lift) -> list[list[WarmUp]]:
    """The warm-ups that are right: light loads leave out the first of those that go unsaid."""
    load = lift.sets[0].get("load")
    if lift.warm is not None:
        declared = [(reps, part_of(load, part)) for reps, part in lift.warm]
        return [[one for one in declared if one[1] is not None]]
    if (
        load is None
        or load.startswith("bodyweight")
        or lift.name.partition(",")[0] in NOT_WARMED_UP
    ):
        return [[]]
    whole: list[WarmUp] = [(5, part_of(load, part)) for part in ("30%", "50%", "80%")]
    return [whole] if load.endswith("%") else [whole[first:] for first in range(4)]


def part_of(load: str | None, part: str) -> str | None:
    """A part of a load as a load; a part that is none stays what it is."""
    if not part.endswith("%"):
        return re.sub(r"([\d.]+)(kg|lb)", r"\1 \2", part)
    if load is None or load.startswith("bodyweight"):
        return load
    amount, unit = re.findall(r"[\d.]+|[%a-z]+", load)
    percent = Decimal(part[:-1]) / 100
    space = "" if unit == "%" else " "
    return f"{format_amount(round(Decimal(amount) * percent, 3))}{space}{unit}"


def chosen_note(lift: Lift) -> list[str]:
    notes = [note for note in lift.notes if note.strip()]
    return ([note for note in notes if note.lstrip().startswith("!")] or notes)[:1]


def words(text: str) -> str:
    """The words of a text, without its marks and the addresses of its links."""
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    return " ".join(re.findall(r"\w+", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).lower()))


def written_day(text: str, schemes: dict[str, list[Any]]) -> list[Exercise]:
    """What a session file says of a day, exercise by exercise, with the schemes of a week."""
    session = tomllib.loads(text)
    schemes = session.get("scheme", {}) | schemes
    found: dict[tuple[object, ...], Exercise] = {}
    warm_ups: dict[str, list[WarmUp]] = {}
    for number, block in enumerate(session["block"]):
        superset = block.get("name", "").partition("Superset ")[2]
        for place, table in enumerate(block["exercise"]):
            name = table["name"]
            entries = list(entries_of(table, block, session.get("defaults", {}), schemes))
            before = [entry for entry in entries if entry.get("type") == "warm-up"]
            if block.get("kind") == "warm-up":
                warm_ups[name] = [warm_up_of(entry) for entry in before]
                continue
            key = (superset, name) if superset else (number, place)
            if key not in found:
                warm_up = [warm_up_of(entry) for entry in before] or warm_ups.pop(name, [])
                working = next(entry for entry in entries if entry not in before)
                ramp = [ramp_entry(entry, working.get("load")) for entry in table.get("ramp", ())]
                found[key] = Exercise(name, superset, [], [ramp or warm_up])
            found[key].sets.extend(written_set(one) for one in entries if one not in before)
    return list(found.values())


def entries_of(
    table: dict[str, Any],
    block: dict[str, Any],
    defaults: dict[str, Any],
    schemes: dict[str, list[Any]],
) -> Iterator[dict[str, Any]]:
    """The sets of an exercise; a circuit has one a round, a name is that of a scheme."""
    sets = table.get("sets", block.get("rounds", 1))
    listed = [{}] * sets if isinstance(sets, int) else sets
    for entry in schemes[listed] if isinstance(listed, str) else listed:
        every = {"every": block["every"]} if "every" in block else {}
        yield {
            **defaults,
            **every,
            **table,
            **(one_line(entry) if isinstance(entry, str) else entry),
        }


def one_line(text: str) -> dict[str, Any]:
    load, reps = text.split(" x ")
    return {"load": load, "reps": reps}


def ramp_entry(text: str, load: str | None) -> WarmUp:
    percent, reps = text.split(" x ")
    return int(reps), part_of(load, percent)


def warm_up_of(entry: dict[str, Any]) -> WarmUp:
    return int(entry["reps"]), entry.get("load")


def written_set(entry: dict[str, Any]) -> Set:
    return Set(
        reps=str(entry["reps"]) if "reps" in entry else None,
        hold=hold_of(entry["time"]) if "time" in entry else None,
        load=entry.get("load"),
        rpe=entry.get("rpe"),
        rest=seconds(entry["rest"]),
        every=seconds(entry["every"]) if "every" in entry else None,
        cues=words(" ".join(entry.get("cues", ()))),
    )


def is_right(expected: Exercise, written: Exercise | None) -> bool:
    """Whether a written exercise is one of those that the plan may mean."""
    if written is None:
        return False
    same = (written.name, written.superset) == (expected.name, expected.superset)
    return same and written.sets == expected.sets and written.warm_ups[0] in expected.warm_ups


def days_of(conversion: Conversion, texts: list[str]) -> list[list[Exercise]]:
    """The days of a plan in turn, as the program leads through them week by week."""
    program = conversion.program
    if program is None:
        return [written_day(text, {}) for text in texts]
    weeks = [week.schemes for week in program.weeks] or [{}]
    return [written_day(texts[place], schemes) for schemes in weeks for place in program.days]


def compared(text: str) -> list[tuple[Exercise, Exercise | None]]:
    """Set every exercise-day of a program beside what is written of it; None where nothing is.

    Raises ValueError where the second reader does not understand the program.
    """
    expected = [expected_day(day) for week in read_program(text) for day in week if day]
    try:
        conversion = convert(text, title="Program")
    except InvalidValueError:
        return [(exercise, None) for day in expected for exercise in day]
    drafts = [one.draft for one in imported_sessions(conversion, NOWHERE, lambda _: None)]
    is_whole = not any(draft.problems for draft in drafts)
    written = days_of(conversion, [draft.text for draft in drafts]) if is_whole else []
    if len(written) != len(expected):
        written = [[] for _ in expected]
    pairs: list[tuple[Exercise, Exercise | None]] = []
    for day, found in zip(expected, written, strict=True):
        pairs += zip(day, found if len(found) == len(day) else [None] * len(day), strict=True)
    return pairs


def measure(path: Path, *, show: bool) -> tuple[int, int]:
    """Compare one program; returns exercise-days that are right, and all of them."""
    pairs = compared(path.read_text(encoding="utf-8"))
    wrong = [(exercise, one) for exercise, one in pairs if not is_right(exercise, one)]
    for exercise, one in wrong[:MAX_SHOWN] if show else ():
        print(f"  expected {exercise}\n  written  {one}")
    return len(pairs) - len(wrong), len(pairs)


def main(arguments: list[str]) -> None:
    """Measure every program of the files and folders."""
    paths = [Path(argument) for argument in arguments if argument != "--show"]
    files = [
        file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path])
    ]
    if not files:
        raise SystemExit(__doc__)
    right = total = 0
    for file in files:
        try:
            good, every = measure(file, show="--show" in arguments)
        except (ValueError, IndexError) as mistake:
            print(f"        not measured  {file.name}: {mistake}")
            continue
        print(f"{good:6} of {every:6}  {file.name}")
        right, total = right + good, total + every
    print(f"{right:6} of {total:6}  exercise-days are right: {100 * right / max(total, 1):.1f} %")


if __name__ == "__main__":
    main(sys.argv[1:])
