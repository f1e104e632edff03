"""An exercise's line, section by section, with nothing taken from other lines yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from benchside.library.convert.liftosaur.lines import MAX_LINE, SCRIPT
from benchside.library.convert.liftosaur.movements import Head, Key, parse_head, parse_key
from benchside.library.convert.liftosaur.progressions import WrittenProgress, parse_progression
from benchside.library.convert.liftosaur.set_words import MAX_SETS, parse_sets
from benchside.library.convert.liftosaur.warm_ups import WarmUpSet, parse_warm_up
from benchside.session import InvalidValueError, quote_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchside.library.convert.conversion import Losses
    from benchside.library.convert.liftosaur.lines import Piece
    from benchside.library.convert.liftosaur.set_words import WrittenSets

MAX_SHOWN: Final = 60
"""Characters of a section that are told where it is left out."""

_PROPERTY = re.compile(r"([A-Za-z_][A-Za-z0-9_]*)\s*:(.*)", re.DOTALL)
_REUSE = re.compile(r"\.\.\.([^\[\]]*+)(?:\[\s*(_|[0-9]{1,4})\s*(?::\s*(_|[0-9]{1,4})\s*)?\])?")


_BODY = re.compile(
    r"\A ?if \( ?setIndex == 0 ?\) \{ ?"
    r"weights = bodyweight(?: ([+-]) (?:originalWeights|weights)(?:\[[^\[\]]*\])?)? ?\} ?\Z"
)
"""Liftosaur's ways to say that a weight is added to the body's, or taken off it."""


@dataclass(frozen=True, slots=True)
class SetVariation:
    """One of several schemes of sets."""

    line: int
    text: str
    sets: tuple[WrittenSets, ...]
    is_current: bool


@dataclass(frozen=True, slots=True)
class Reuse:
    """`...Squat[2:1]`: another line whose sets are taken."""

    text: str
    key: Key
    week: int | None = None
    """From 1; None for the week of the line that takes them."""
    day: int | None = None
    """From 1; None for any day of that week."""


@dataclass(slots=True)
class WrittenExercise:
    """A line of a program."""

    line: int
    head: Head
    variations: list[SetVariation] = field(default_factory=list)
    shared: list[WrittenSets] = field(default_factory=list)
    """Words that hold for all of its sets."""
    warm_up: tuple[WarmUpSet, ...] | None = None
    """None where the line does not say; empty for none."""
    superset: str = ""
    reuse: Reuse | None = None
    is_template: bool = False
    """Whether it is there only for other lines (`used: none`)."""
    progress: WrittenProgress | None = None
    stops_progress: bool = False
    """Whether no progression holds on this day (`progress: none`)."""
    has_script: bool = False
    """Whether a script may change its sets while they are done."""
    body_sign: str | None = None
    """What a script does with the loads before the first set: "+" adds them to the body's weight,
    "-" takes them off, "" puts it in their place; None without such a script."""

    @property
    def title(self) -> str:
        """The exercise's name in a session."""
        return self.head.movement.title


def parse_exercise(pieces: tuple[Piece, ...], losses: Losses) -> WrittenExercise:
    """Read an exercise; raises `InvalidValueError` where it would be another than the plan's."""
    length = sum(len(piece.text) for piece in pieces)
    if length > MAX_LINE:
        raise InvalidValueError(f"it has {length:,} characters", f"write {MAX_LINE:,} at most")
    (line, head), *sections = _sections(pieces)
    exercise = WrittenExercise(line, parse_head(head))
    if exercise.head.others:
        names = ", ".join(movement.title for movement in exercise.head.others)
        losses.add(f"{exercise.title}: the other movements to choose from: {names}", line)
    scripts = iter([script for piece in pieces for script in piece.scripts])
    for number, section in sections:
        within = list(islice(scripts, section.count(SCRIPT)))
        if section:
            _take(exercise, number, section, within, losses)
    _choose(exercise, losses)
    return exercise


def looks_like_template(pieces: tuple[Piece, ...]) -> bool:
    """Return whether a line that cannot be read is there only for others."""
    return any(re.search(r"\bused\s*:", piece.text) for piece in pieces)


def _sections(pieces: tuple[Piece, ...]) -> Iterator[tuple[int, str]]:
    """Cut a line at its slashes; a section has the number of the line that it begins on."""
    line, text = pieces[0].line, ""
    for piece in pieces:
        first, *others = piece.text.split("/")
        if not text.strip():
            line = piece.line
        text = f"{text} {first}"
        for other in others:
            yield line, text.strip()
            line, text = piece.line, other
    yield line, text.strip()


def _take(
    exercise: WrittenExercise, line: int, section: str, scripts: list[str], losses: Losses
) -> None:
    """Read one section of a line."""
    if section.startswith("..."):
        exercise.reuse = parse_reuse(section)
    elif match := _PROPERTY.fullmatch(section):
        _take_property(exercise, line, match, scripts, losses)
    else:
        _take_sets(exercise, line, section, losses)


def parse_reuse(text: str) -> Reuse:
    """Read `...Squat[2:1]`; raises `InvalidValueError` where it refers to nothing."""
    match = _REUSE.fullmatch(text.strip())
    if match is None or not match[1].strip():
        raise InvalidValueError(
            f"{quote_value(text)} is not understood", "another line is referred to as ...Squat[1:2]"
        )
    week, day = (None, match[2]) if match[3] is None else (match[2], match[3])
    return Reuse(text.strip(), parse_key(match[1]), _number(week), _number(day))


def _number(text: str | None) -> int | None:
    return None if text is None or text == "_" else int(text)


def _take_property(
    exercise: WrittenExercise,
    line: int,
    match: re.Match[str],
    scripts: list[str],
    losses: Losses,
) -> None:
    name, value = match[1].lower(), match[2].strip()
    match name:
        case "warmup":
            _take_warm_up(exercise, line, value, losses)
        case "superset":
            exercise.superset = value
        case "used":
            exercise.is_template = True
        case "progress" if value == "none":
            exercise.stops_progress = True
        case "update" if value == "none":
            pass
        case "update" if scripts and (body := _BODY.search(_code(scripts[0]))):
            exercise.body_sign = body[1] or ""
        case "update":
            exercise.has_script = True
            losses.add(f"{exercise.title}: {_shown(match[0])}: it may change sets on the day", line)
        case "progress":
            told = f"{exercise.title}: {_shown(match[0])}"
            exercise.progress = parse_progression(line, value, told=told)
        case "id":
            losses.add(f"{exercise.title}: {_shown(match[0])}", line)
        case _:
            losses.add(f'{exercise.title}: {_shown(match[0])}: there is no section "{name}"', line)


def _take_warm_up(exercise: WrittenExercise, line: int, value: str, losses: Losses) -> None:
    """Read the warm-up; one that cannot be read is told, and the sets stay what they are."""
    exercise.warm_up = exercise.warm_up or ()
    try:
        exercise.warm_up += parse_warm_up(value)
    except InvalidValueError as mistake:
        losses.add(f"{exercise.title}: the warm-up: {mistake.message}; {mistake.expected}", line)


def _code(script: str) -> str:
    """Return a script on one line, without its comments."""
    return " ".join(re.sub(r"//[^\n]*", "", script).split())


def _shown(section: str) -> str:
    text = " ".join(section.replace(SCRIPT, "{~ … ~}").split())
    return text if len(text) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"


def _take_sets(exercise: WrittenExercise, line: int, section: str, losses: Losses) -> None:
    is_current = section.startswith("!")
    text = section.removeprefix("!").strip()
    sets = parse_sets(text, line, lambda lost: losses.add(f"{exercise.title}: {lost}", line))
    counted = tuple(one for one in sets if one.count is not None)
    exercise.shared += [one for one in sets if one.count is None]
    if counted:
        exercise.variations.append(SetVariation(line, text, counted, is_current))
    if sum(one.count or 0 for one in counted) > MAX_SETS:
        raise InvalidValueError(f"it has more than {MAX_SETS} sets", "write fewer")


def _choose(exercise: WrittenExercise, losses: Losses) -> None:
    """Keep the current scheme of sets, the marked one or the first, and tell the others."""
    if len(exercise.variations) < 2:
        return
    chosen = next((one for one in exercise.variations if one.is_current), exercise.variations[0])
    for other in exercise.variations:
        if other is not chosen:
            losses.add(
                f"{exercise.title}: the other scheme of sets {quote_value(other.text)}; "
                f"the current one is {quote_value(chosen.text)}",
                other.line,
            )
    exercise.variations = [chosen]
