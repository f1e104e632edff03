"""How what is going on is said: the large word, the line below it, cues, and what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from benchside.session import Phase, Wording, clock_text, format_reps
from benchside.timeline import CueKind
from benchside.view.view import Activity
from benchside.view.words import counted, listed, minutes_of, whole_minutes
from benchside.view.words.sets import part_text, phase_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchside.session import RepTarget
    from benchside.view.view import SetView, View

PHASE_OF_ACTIVITY: Final[Mapping[Activity, Phase]] = {
    Activity.ECCENTRIC: Phase.ECCENTRIC,
    Activity.PAUSE_STRETCHED: Phase.PAUSE_STRETCHED,
    Activity.CONCENTRIC: Phase.CONCENTRIC,
    Activity.PAUSE_CONTRACTED: Phase.PAUSE_CONTRACTED,
}
"""The phase of a rep that an activity is."""

_WORDS: Final[Mapping[Activity, str]] = {
    Activity.READY: "READY",
    Activity.PREPARE: "GET READY",
    Activity.LIFT: "GO",
    Activity.WORK: "WORK",
    Activity.MAX: "MAX",
    Activity.HOLD: "HOLD",
    Activity.WALK: "WALK",
    Activity.STRETCH: "STRETCH",
    Activity.SWITCH: "SWITCH",
    Activity.REST: "REST",
    Activity.WAIT: "READY?",
    Activity.PAUSED: "PAUSED",
    Activity.FINISHED: "DONE",
}

_HINTS: Final[Mapping[Activity, str]] = {
    Activity.READY: "{go} begins",
    Activity.WORK: "keep going",
    Activity.MAX: "count your reps",
    Activity.HOLD: "hold to zero",
    Activity.WALK: "keep walking",
    Activity.STRETCH: "breathe, and stay in it",
    Activity.SWITCH: "change sides",
    Activity.REST: "{go} starts early",
    Activity.FINISHED: "well done",
}

_INTERRUPTED: Final[Mapping[Activity, str]] = {
    Activity.PREPARE: "the count-in",
    Activity.HOLD: "the hold",
    Activity.WALK: "the walk",
    Activity.STRETCH: "the stretch",
    Activity.SWITCH: "the change of sides",
    Activity.REST: "the rest",
    Activity.WAIT: "the rest",
}
"""Where a pause stopped; any other activity is that of a set."""

_STAYS: Final[Mapping[str, str]] = {
    "LOW": "stay low",
    "LONG": "stay long",
    "HANG": "hang",
    "SET": "set it down",
    "TALL": "stand tall",
}
"""What the word of a pause means, where it says more than to stay."""

_CUES: Final[Mapping[CueKind, str]] = {
    CueKind.COUNT_IN: "READY",
    CueKind.GO: "GO",
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

_SMALL_NUMBERS: Final = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten"),
)


def cue_word(cue: CueKind) -> str:
    """Return what a cue says to the eye; empty where the word of the phase says it."""
    return _CUES.get(cue, "")


def activity_word(view: View, wording: Wording = Wording.MOTION) -> str:
    """Return the large word for what is going on: UP, HOLD, UP! where it is explosive, REST."""
    return word_for(view.mood, view.set, wording)


def word_for(activity: Activity, card: SetView, wording: Wording = Wording.MOTION) -> str:
    """Return the large word for an activity within a set."""
    phase = PHASE_OF_ACTIVITY.get(activity)
    if phase is None:
        is_max = activity is Activity.LIFT and card.reps is not None and not card.reps.low
        return _WORDS[Activity.MAX if is_max else activity]
    is_fast = phase is Phase.CONCENTRIC and card.tempo is not None and card.tempo.is_explosive
    return phase_word(card, phase, wording) + ("!" if is_fast else "")


def hint_of(view: View, wording: Wording = Wording.MOTION, *, go: str = "SPACE") -> str:
    """Return the line below the large word; `go` is the key that goes on."""
    match view.mood:
        case Activity.PAUSED:
            where = _INTERRUPTED.get(view.paused_mood or Activity.PAUSED, "the set")
            return f"paused in {where} · {go} goes on"
        case Activity.PREPARE:
            return "get under the bar" if view.set.plates else "get into position"
        case Activity.WAIT:
            return f"rested · {go} when you are"
        case Activity.LIFT:
            pace = "your pace" if view.set.reps is None or view.set.reps.low else "count your reps"
            return f"{pace} · {go} when you finish"
        case _ if (phase := PHASE_OF_ACTIVITY.get(view.mood)) is not None:
            return _phase_hint(view.set, phase, wording)
        case _:
            return _HINTS[view.mood].format(go=go)


def _phase_hint(card: SetView, phase: Phase, wording: Wording) -> str:
    word = phase_word(card, phase, wording)
    if card.tempo is None:
        return ""
    if phase is Phase.CONCENTRIC and card.tempo.is_explosive:
        return "fast!"
    match phase:
        case Phase.PAUSE_CONTRACTED:
            return _STAYS.get(word, "squeeze")
        case Phase.PAUSE_STRETCHED:
            return _STAYS.get(word, "stay there")
        case _:
            ms = dict(card.tempo.phases(card.starts_with))[phase]
            return (
                f"{in_words(ms // 1_000)} {'second' if ms == 1_000 else 'seconds'} {word.lower()}"
            )


def in_words(number: int) -> str:
    """Return a small number as a word: `two`, `ten`, `11`."""
    return _SMALL_NUMBERS[number] if number < len(_SMALL_NUMBERS) else str(number)


def digits_text(view: View) -> str:
    """Return what is counted: `7` in a count-in or a phase, else a clock `2:45`; empty before."""
    if view.seconds is None:
        return ""
    activity = view.paused_mood or view.mood
    is_short = activity in (Activity.PREPARE, Activity.SWITCH) and view.seconds < 60
    return (
        str(view.seconds) if activity in PHASE_OF_ACTIVITY or is_short else clock_text(view.seconds)
    )


def rep_target(card: SetView) -> str:
    """Return how many reps a set asks for: `8`, `5-8`; empty where it asks for none."""
    return "" if card.reps is None else format_reps(card.reps)


def asked_now(view: View) -> RepTarget | None:
    """Return the reps of the part that is going on, or of the set; None where none are asked."""
    if view.part is None or not view.set.parts:
        return view.set.reps
    return view.set.parts[view.part - 1].reps


def rep_target_now(view: View) -> str:
    """Return how many reps are asked for now, of a set of parts by the part: `8`, `5-8`."""
    asked = asked_now(view)
    return "" if asked is None else format_reps(asked)


def rep_of(view: View) -> tuple[str, str]:
    """Return the rep as a number with what it is of: `4`, `of 5-8 reps`; empty without one."""
    if view.rep is None:
        return "", ""
    target = rep_target_now(view)
    return str(view.rep), f"of {target} reps" if target else "rep"


def digits_of(view: View) -> tuple[str, str]:
    """Return the large digits with what they count; before the start the length of it all."""
    if view.mood is Activity.READY:
        return minutes_of(view.remaining_s * 1_000), "estimated"
    if view.mood is Activity.FINISHED:
        return digits_text(view), "total"
    if view.rep is not None:
        return digits_text(view), "seconds"
    return digits_text(view), "elapsed" if view.counts_up else "to go"


def counted_in_words(view: View) -> str:
    """Return what is counted, on one line: `rep 4 of 5-8`, `2:45 to go`."""
    if view.rep is not None:
        target = rep_target_now(view)
        return f"rep {view.rep}" + (f" of {target}" if target else "")
    number, caption = digits_of(view)
    return f"{number} s {caption}" if number.isdecimal() else f"{number} {caption}"


def round_of(view: View) -> str:
    """Return which round: `Round 2 of 3`, `Round 4`; empty where there are none."""
    if view.round is None:
        return ""
    return f"Round {view.round}" + (f" of {view.rounds}" if view.rounds else "")


def part_of(view: View) -> str:
    """Return which part of its set: `Part 2 of 3: 4 reps`; empty where it has none."""
    parts = view.set.parts
    if view.part is None or not parts:
        return ""
    asked = part_text(parts[view.part - 1])
    return f"Part {view.part} of {len(parts)}: {asked}"


def cap_clock_of(view: View) -> str:
    """Return the clock of a block with a time cap: `4:12 of 10:00`; empty without one."""
    clock = view.cap_clock
    return "" if clock is None else f"{clock_text(clock.seconds)} of {clock_text(clock.cap_s)}"


def place_of(view: View) -> str:
    """Return where in its block and its set the session stands: `Round 2 of 3 · 4:12 of 10:00`."""
    return listed((round_of(view), part_of(view), cap_clock_of(view)))


def time_of(view: View) -> str:
    """Return how far the session is: `16 min · 21 min to go · 7/14 sets`."""
    gone, left = view.elapsed_s // 60, -(-view.remaining_s // 60)
    sets = f"{view.sets_done}/{counted(view.sets_total, 'set')}"
    return f"{whole_minutes(gone)} · {whole_minutes(left)} to go · {sets}"
