"""A second reader of Liftoscript, written apart from the importer's, to measure that one with.

It knows what a published program needs and nothing else: no mistakes are told, a line that it does
not understand raises. It gives every exercise of every day with what is asked for.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

GEAR = (
    "barbell|cable|dumbbell|smith machine|band|kettlebell|bodyweight|leverage machine"
    "|medicine ball|ez bar|trap bar"
)
DEFAULT_REST = 180
WORDS = re.compile(
    r"(?P<n>\d+)\+?\s*x\s*(?P<reps>\d+(?:\s*-\s*\d+(?![\dkl]))?\+?)|(?P<hold>\d+)s(?P<open>\+)?\|(?P<then>\d+|\?)s?"
    r"|(?P<kg>[-+]?[\d.]+)\s*(?P<unit>kg|lb)\+?|(?P<share>[\d.]+)%\+?|@(?P<rpe>[\d.]*)\+?"
    r"|(?P<rest>\d+)s|\((?P<label>[^()]*)\)|(?P<ask>\?\+)|(?P<auto>auto)|(?P<skip>\s+)"
)


@dataclass
class Lift:
    """An exercise of a day."""

    name: str = ""
    label: str = ""
    key: str = ""
    at: int = 0
    order: int = 0
    again: list[int] = field(default_factory=list)
    copied: bool = False
    hidden: bool = False
    schemes: list[list[dict[str, Any]]] = field(default_factory=list)
    everywhere: dict[str, Any] = field(default_factory=dict)
    current: int = 0
    warm: list[tuple[int, str]] | None = None
    superset: str = ""
    like: tuple[str, int, int] | None = None
    notes: list[str] = field(default_factory=list)
    sets: list[dict[str, Any]] = field(default_factory=list)


def read_program(text: str) -> list[list[list[Lift]]]:
    """Read a program: weeks of days of exercises."""
    weeks: list[list[list[Lift]]] = []
    notes: list[str] = []
    for line in logical_lines(text):
        if re.match(r"##", line):
            weeks[-1].append([])
            notes = []
        elif line.startswith("#"):
            weeks.append([])
            notes = []
        elif line.startswith("//") and not line.startswith("///"):
            notes = [*(notes or [""])[:-1], f"{(notes or [''])[-1]}\n{line[2:]}"]
        elif not line or line.startswith("///"):
            notes = [*notes, ""] if notes else []
        else:
            lift = read_lift(line)
            lift.notes, notes = [note for note in notes if note or len(notes) == 1], []
            lift.at = sum(not other.hidden for other in weeks[-1][-1])
            weeks[-1][-1].append(lift)
    settle(weeks)
    return [[finish(day, week, weeks) for day in week] for week in weeks]


def logical_lines(text: str) -> list[str]:
    """Cut scripts, and join what a backslash or a script has broken."""
    if "```liftoscript" in text:
        text = "\n".join(re.findall(r"(?ms)^```liftoscript\n(.*?)^```", text))
    text = re.sub(r"(?s)\{~.*?~\}", "", re.sub(r"(?m)^(\s*//.*)$", protected, text))
    text = re.sub(r"\\[ \t]*\n", " ", text).replace("\x00", "{~")
    return [line.strip() for line in text.split("\n")]


def protected(comment: re.Match[str]) -> str:
    return comment[1].replace("{~", "\x00")


def read_lift(line: str) -> Lift:
    """Read one exercise."""
    head, *sections = line.split("/")
    lift = Lift()
    if match := re.search(r"\[([^\]]*)\]\s*$", head):
        head = head[: match.start()]
        for part in match[1].split(","):
            low, dash, high = part.partition("-")
            if dash and not lift.again:
                lift.again = list(range(int(low), int(high) + 1))
            elif not dash:
                lift.order = lift.order or int(low)
    names = [name.strip() for name in head.split("|")]
    chosen = next((name for name in names if name.startswith("!")), names[0]).strip("! ")
    lift.label, lift.name = label_and_name(names[0])[0], label_and_name(chosen)[1]
    lift.key = "|".join(name.strip("! ").lower() for name in names)
    for section in map(str.strip, sections):
        if section:
            read_section(lift, section)
    return lift


def label_and_name(text: str) -> tuple[str, str]:
    label, colon, name = text.strip("! ").partition(":")
    return (label.strip(), name.strip()) if colon else ("", label.strip())


def read_section(lift: Lift, section: str) -> None:
    key, _, value = section.partition(":")
    if section.startswith("..."):
        lift.like = reference(section)
    elif key.strip() == "warmup":
        lift.warm = [] if value.strip() in ("none", "") else read_warm_up(value)
    elif key.strip() == "superset":
        lift.superset = value.strip()
    elif key.strip() == "used":
        lift.hidden = True
    elif key.strip() not in ("progress", "update", "id"):
        read_sets(lift, section)


def reference(text: str) -> tuple[str, int, int]:
    """Read `...Squat[2:1]`: a name, a week and a day, 0 where they are not said."""
    match = re.fullmatch(r"\.\.\.([^\[]*?)\s*(?:\[(?:(_|\d+):)?(_|\d+)\])?", text.strip())
    if match is None:
        raise ValueError(text)
    week, day = (int((number or "0").replace("_", "0")) for number in match.groups()[1:])
    return match[1].lower(), week, day


def read_warm_up(text: str) -> list[tuple[int, str]]:
    sets: list[tuple[int, str]] = []
    for part in text.split(","):
        match = re.fullmatch(r"\s*(?:(\d+)\s*x\s*)?(\d+)\s*([\d.]+(?:%|lb|kg))?\s*", part)
        if match is None:
            raise ValueError(text)
        sets += [(int(match[2]), match[3] or "")] * int(match[1] or 1)
    return sets


def read_sets(lift: Lift, section: str) -> None:
    if section.startswith("!"):
        lift.current = len(lift.schemes)
    scheme: list[dict[str, Any]] = []
    for part in re.split(r",(?![^(]*\))", section.lstrip("! ")):
        words: dict[str, Any] = {}
        position = 0
        while position < len(part):
            match = WORDS.match(part, position)
            if match is None:
                raise ValueError(f"{part[position:]!r} in {section!r}")
            position = match.end()
            for name, word in match.groupdict().items():
                if word is not None:
                    words.setdefault(name, word)
        asked = as_asked(words)
        if "n" in asked:
            scheme.append(asked)
        else:
            lift.everywhere = {**asked, **lift.everywhere}
    if scheme:
        lift.schemes.append(scheme)


def as_asked(words: dict[str, Any]) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    if "n" in words:
        low, _, high = re.sub(r"\s", "", words["reps"]).partition("-")
        is_open = words["reps"].endswith("+")
        plain = low.rstrip("+") if not high or high.rstrip("+") == low else ""
        asked["n"] = int(words["n"])
        asked["reps"] = f"{low.rstrip('+')}+" if is_open else plain or f"{low}-{high}"
    if "kg" in words:
        amount = float(words["kg"])
        load = f"{abs(amount):g} {words['unit']}"
        asked["load"] = load if amount > 0 else f"bodyweight - {load}" if amount else "bodyweight"
    elif "share" in words:
        asked["load"] = f"{float(words['share']):g}%"
    if words.get("rpe") and 1 <= float(words["rpe"]) <= 10:
        asked["rpe"] = float(words["rpe"])
    if "rest" in words:
        asked["rest"] = int(words["rest"])
    if "hold" in words:
        asked["hold"] = int(words["hold"])
        asked["open"] = "open" in words
        asked.pop("rest", None)
        if words["then"] != "?":
            asked["rest"] = int(words["then"])
    if "auto" in words:
        asked["auto"] = True
    if words.get("label", "").strip():
        asked["label"] = words["label"].strip()
    return asked


def settle(weeks: list[list[list[Lift]]]) -> None:
    """Repeat lines in their weeks, and let notes, templates and warm-ups hold for all of them."""
    lifts = [lift for week in weeks for day in week for lift in day]
    templates = {lift.key for lift in lifts if lift.hidden}
    warm = {lift.key: lift.warm for lift in reversed(lifts) if lift.warm is not None}
    notes: dict[tuple[int, str], list[str]] = {}
    for number, week in enumerate(weeks, 1):
        for place, day in enumerate(week):
            for lift in day:
                lift.notes = lift.notes or notes.get((place, lift.key), [])
                notes[place, lift.key] = lift.notes
                for other in () if lift.copied else lift.again:
                    days = weeks[other - 1] if 1 <= other <= len(weeks) else []
                    goes = other != number and place < len(days)
                    if goes and all(lift.key != one.key for one in days[place]):
                        copy = deepcopy(lift)
                        copy.copied = True
                        days[place].append(copy)
    for lift in (lift for week in weeks for day in week for lift in day):
        lift.hidden = lift.key in templates
        lift.warm = warm.get(lift.key) if lift.warm is None else lift.warm


def finish(day: list[Lift], week: list[list[Lift]], weeks: list[list[list[Lift]]]) -> list[Lift]:
    """Return the exercises of a day with the sets that are done of them, in their order."""
    turn = sorted(day, key=lambda lift: (lift.at, not lift.copied))
    done = sorted((lift for lift in turn if not lift.hidden), key=lambda lift: lift.order)
    for lift in done:
        model = lift_like(lift, week, weeks)
        schemes = lift.schemes or model.schemes
        current = lift.current if lift.schemes else model.current
        for asked in schemes[current]:
            whole = {**model.everywhere, **asked, **lift.everywhere}
            if "load" in model.everywhere and "load" not in lift.everywhere:
                whole["load"] = weight_first(asked.get("load"), model.everywhere["load"])
            lift.sets += [whole] * asked["n"]
        lift.warm = model.warm if lift.warm is None else lift.warm
        if len(lift.notes) == 1 and lift.notes[0].strip().startswith("..."):
            found = models(reference(lift.notes[0]), week, weeks)
            lift.notes = found[0].notes if found else []
    return done


def weight_first(*loads: str | None) -> str | None:
    """The first of several loads; a weight goes before a percentage, whoever says it."""
    said = [load for load in loads if load]
    return next((load for load in said if not load.endswith("%")), said[0])


def lift_like(lift: Lift, week: list[list[Lift]], weeks: list[list[list[Lift]]]) -> Lift:
    """Find the exercise whose sets another one takes; an empty one where it takes none."""
    if lift.like is None:
        return Lift()
    [model] = models(lift.like, week, weeks)
    return model


def models(
    like: tuple[str, int, int], week: list[list[Lift]], weeks: list[list[list[Lift]]]
) -> list[Lift]:
    """Find the exercises of a name in a week, or on a day of it."""
    name, number, day = like
    days = weeks[number - 1] if number else week
    within = days[day - 1 : day] if day else days
    found = [one for other in within for one in other if one.key == name]
    gear = re.compile(rf",\s*(?:{GEAR})$")
    return found or [
        one for other in within for one in other if gear.sub("", one.key) == gear.sub("", name)
    ]
