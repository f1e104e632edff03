"""The words of the session: moods, cues, sets, and what the digits count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.player.ports import SoundState
from benchside.runner.results import SetStatus
from benchside.timeline.cues import CueKind
from benchside.tui.text import NOT_ENTERED, brief
from benchside.view.build import clock_text
from benchside.view.view import Activity
from benchside.view.words import counted, minutes_of, set_of, target_of, whole_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchside.view.view import LastSetView, NoteTarget, SetView, View

MOODS: Final[Mapping[Activity, str]] = {
    Activity.READY: "READY",
    Activity.PREPARE: "GET READY",
    Activity.ECCENTRIC: "ECCENTRIC",
    Activity.PAUSE_STRETCHED: "PAUSE",
    Activity.CONCENTRIC: "CONCENTRIC",
    Activity.PAUSE_CONTRACTED: "PAUSE",
    Activity.LIFT: "GO",
    Activity.WORK: "WORK",
    Activity.MAX: "MAX",
    Activity.HOLD: "HOLD",
    Activity.WALK: "WALK",
    Activity.STRETCH: "STRETCH",
    Activity.SWITCH: "SWITCH",
    Activity.REST: "REST",
    Activity.WAIT: "YOUR TURN",
    Activity.PAUSED: "PAUSED",
    Activity.FINISHED: "DONE",
}
"""The large word."""

_HINTS: Final[Mapping[Activity, str]] = {
    Activity.READY: "SPACE begins",
    Activity.PREPARE: "get into position",
    Activity.ECCENTRIC: "slowly back",
    Activity.PAUSE_STRETCHED: "stay stretched",
    Activity.CONCENTRIC: "drive",
    Activity.PAUSE_CONTRACTED: "squeeze",
    Activity.LIFT: "your pace · SPACE when you finish",
    Activity.WORK: "keep going",
    Activity.MAX: "count your reps",
    Activity.HOLD: "hold to zero",
    Activity.WALK: "keep walking",
    Activity.STRETCH: "breathe, and stay in it",
    Activity.SWITCH: "change sides",
    Activity.REST: "SPACE starts early",
    Activity.WAIT: "rested · SPACE when you are",
    Activity.FINISHED: "well done",
}

_INTERRUPTED: Final[Mapping[Activity, str]] = {
    Activity.PREPARE: "the count-in",
    Activity.ECCENTRIC: "the eccentric",
    Activity.CONCENTRIC: "the concentric",
    Activity.PAUSE_STRETCHED: "the pause",
    Activity.PAUSE_CONTRACTED: "the pause",
    Activity.HOLD: "the hold",
    Activity.WALK: "the walk",
    Activity.STRETCH: "the stretch",
    Activity.SWITCH: "the change of sides",
    Activity.REST: "the rest",
    Activity.WAIT: "the rest",
}
"""Where a pause stopped; any other mood is that of a set."""

CUES: Final[Mapping[CueKind, str]] = {
    CueKind.COUNT_IN: "READY",
    CueKind.GO: "GO",
    CueKind.ECCENTRIC: "ECCENTRIC",
    CueKind.PAUSE_STRETCHED: "PAUSE",
    CueKind.CONCENTRIC: "CONCENTRIC",
    CueKind.EXPLOSIVE: "EXPLODE",
    CueKind.PAUSE_CONTRACTED: "PAUSE",
    CueKind.REP_DONE: "REP",
    CueKind.LAST_REP: "LAST REP",
    CueKind.HALFWAY: "HALFWAY",
    CueKind.TEN_SECONDS: "TEN SECONDS",
    CueKind.TIME_REACHED: "THERE",
    CueKind.PART_DONE: "BREATHE",
    CueKind.ROUND: "NEXT ROUND",
    CueKind.SET_DONE: "SET DONE",
    CueKind.SWITCH: "SWITCH SIDES",
    CueKind.REST_OVER: "REST OVER",
    CueKind.SESSION_DONE: "SESSION DONE",
}
"""What a cue says to the eye."""
SOUNDS: Final[Mapping[SoundState, str]] = {
    SoundState.STARTING: "sound starting",
    SoundState.ON: "sound on",
    SoundState.MUTED: "muted",
    SoundState.NO_DEVICE: "no speaker: screen cues only",
    SoundState.LOST: "sound lost: screen cues only",
    SoundState.OFF: "silent",
}
"""The sound in the status line."""
HEADINGS: Final = {True: "", False: "NEXT"}
"""Above a set: nothing while it is going on."""

EACH_SIDE = "each side"
NEXT = "NEXT"
AFTER = "AFTER"
DONE_LAST = "LAST SET"
LAST_SET = "then you are done"
REPS_FIELD = "Reps"
LOAD_FIELD = "Load"
RPE_FIELD = "RPE"
CORRECT_KEYS = "↵ save · tab next · esc cancel"
OTHER_SETS_KEYS = "pgup pgdn other sets"
TOO_LATE = "this set cannot be changed any more; escape leaves it as it is"
NOTE_TITLE = "Note for this set"
NOTE_KEYS = "↵ save · esc cancel"
UNKNOWN_KEY = "that key does nothing here; ? shows the keys"


def hint(mood: Activity, tempo: str, interrupted: Activity | None) -> str:
    """The line below the large word."""
    if interrupted is not None:
        return f"paused in {_INTERRUPTED.get(interrupted, 'the set')} · SPACE goes on"
    if mood is Activity.CONCENTRIC and "X" in tempo.upper():
        return "fast!"
    return _HINTS.get(mood, "")


def in_short(card: SetView) -> tuple[str, ...]:
    """The parts of a line: `Barbell hip thrust`, `set 3 of 5`, `5-8 reps`, `100 kg`."""
    return card.exercise, set_of(card), asked_of(card), card.load


def round_of(view: View) -> str:
    """Which round: `Round 2 of 3`, `Round 4`; empty where there are none."""
    if view.round is None:
        return ""
    return f"Round {view.round}" + (f" of {view.rounds}" if view.rounds else "")


def per_side(card: SetView) -> str:
    """Plates: `25 + 15 + 2.5 per side`; empty where it does not apply."""
    return f"{card.plates} per side" if card.plates else ""


def asked_of(card: SetView) -> str:
    """What a set asks for: `5-8 reps`, `30s each side`."""
    return f"{target_of(card.target)} {EACH_SIDE}" if card.side else target_of(card.target)


def held(held_ms: Sequence[int]) -> str:
    """How long a set was held: `0:20`, `0:20 each side`, `0:20 and 0:15`."""
    times = [clock_text(ms // 1_000) for ms in held_ms]
    if len(times) > 1 and len(set(times)) == 1:
        return f"{times[0]} {EACH_SIDE}"
    return " and ".join(times)


def done_in_short(last: LastSetView) -> tuple[str, ...]:
    """The parts of a line: `8 reps @ 100 kg` or `0:30`, `RPE 8`, `set 2 of 5`, `Squat`, a note."""
    amount = _reps_in_short(last) if last.counts_reps else held(last.held_ms)
    load = f"@ {last.load}" if last.load else ""
    done = " ".join(part for part in (amount, load) if part)
    is_told = last.status not in (SetStatus.DONE, SetStatus.ASSUMED)
    kind = "ramp set" if last.is_ramp else "set"
    which = f"{kind} {last.number} of {last.of}{f', {last.status}' if is_told else ''}"
    return done, f"RPE {last.rpe}" if last.rpe else "", which, last.exercise, last.note


def _reps_in_short(last: LastSetView) -> str:
    """The reps of a set, of each side where it has sides; empty where it counts seconds."""
    if not last.counts_reps:
        return ""
    guess = "~" if last.is_assumed else ""
    if not last.sides:
        return guess + count_or_unknown(last.reps)
    sides = (f"{side} {NOT_ENTERED if reps is None else reps}" for side, reps in last.sides)
    return f"{guess}{', '.join(sides)} reps"


def how_to_correct(last: LastSetView, side: str) -> str:
    """Which keys correct a set, and the side that they mean; a question where reps are missing."""
    if not last.counts_reps:
        return "e edit"
    reps = f"reps ({side})" if side else "reps"
    if last.asks_reps and last.reps is None:
        return f"How many {reps}? type it"
    return f"↑↓ {reps} · e edit"


def count_or_unknown(reps: int | None) -> str:
    """Reps, or a dash where nobody entered them."""
    return f"{NOT_ENTERED} reps" if reps is None else counted(reps, "rep")


def rep_of(view: View) -> tuple[str, str]:
    """The rep as a large number with its caption; empty where nobody counts."""
    if view.rep is None:
        return "", ""
    target = view.reps_target
    if len(target) == 1:
        return f"{view.rep}/{target}", "reps"
    return str(view.rep), f"of {target} reps" if target else "rep"


def digits_of(view: View) -> tuple[str, str]:
    """The large digits with what they count; before the start the length of it all."""
    if view.mood is Activity.READY:
        return minutes_of(view.remaining_s * 1_000), "estimated"
    if view.mood is Activity.FINISHED:
        return view.digits, "total"
    if view.rep is not None:
        return view.digits, "seconds"
    return view.digits, "elapsed" if view.counts_up else "to go"


def counted_in_words(view: View) -> str:
    """What the large numbers tell, on one line: `4/8 reps · 1 s`, `2:45 to go`."""
    if view.rep is not None:
        return f"{' '.join(rep_of(view))} · {view.digits} s"
    number, caption = digits_of(view)
    return f"{number} s {caption}" if number.isdecimal() else f"{number} {caption}"


def time_of(view: View) -> str:
    """How far the session is: `16 min · 21 min to go · 7/14 sets`."""
    gone, left = view.elapsed_s // 60, -(-view.remaining_s // 60)
    sets = f"{view.sets_done}/{counted(view.sets_total, 'set')}"
    return f"{whole_minutes(gone)} · {whole_minutes(left)} to go · {sets}"


def which_set(last: LastSetView | NoteTarget) -> str:
    """Name a set: `Barbell hip thrust, set 2 of 5`."""
    kind = "ramp set" if last.is_ramp else "set"
    return f"{brief(last.exercise)}, {kind} {last.number} of {last.of}"
