"""Whether the cues can be heard and spoken. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchside.doctor.result import CheckResult, fault, ok, warning
from benchside.player import SoundState

if TYPE_CHECKING:
    from benchside.player import SpeakerStatus
    from benchside.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundFacts:
    """What came of one cue."""

    status: SpeakerStatus
    """Of the speaker, after the cue was due."""
    system: str = ""
    """The sound system, such as PulseAudio; empty where there is none, or it plays no part."""
    pack_problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFacts:
    """What came of one phrase."""

    has_program: bool
    problem: str = ""
    """Why the phrase could not be rendered; empty where it was."""


def judge_sound(settings: Settings, facts: SoundFacts) -> CheckResult:
    """Return whether a cue was taken, by what, and what keeps it from being heard."""
    status = facts.status
    reason = f": {status.detail}" if status.detail else ""
    player = ", ".join(part for part in (facts.system or settings.sound, status.device) if part)
    match status.state:
        case SoundState.OFF:
            return ok("sound", 'silent, as the settings choose (sound = "silent")')
        case SoundState.NO_DEVICE:
            return fault(
                "sound",
                f"no device takes the cues{reason}",
                'connect one, or choose it in the settings of the system; "benchside sound" '
                "lists what there is. Sessions flash instead",
            )
        case SoundState.STARTING:
            return fault(
                "sound",
                f"{settings.sound} gave no answer{reason}",
                "the sound server of the system hangs; start it anew, or log in again",
            )
        case SoundState.LOST:
            return fault("sound", f"the speaker was lost{reason}", 'try "benchside sound test"')
        case SoundState.ON | SoundState.MUTED:
            return _judge_played(settings, facts, player)


def judge_voice(settings: Settings, facts: VoiceFacts) -> CheckResult:
    """Return whether phrases can be spoken, and whether they will be."""
    chosen = f"voice = {settings.voice!r}".replace("'", '"')
    if not settings.language:
        have = "a speech program is there" if facts.has_program else "there is no speech program"
        hint = "" if facts.has_program else "install espeak-ng to have cues spoken"
        if facts.problem:
            have = "the speech program gave no phrase"
        return ok("voice", f"off by the settings ({chosen}); {have}", hint)
    if not facts.has_program:
        return warning(
            "voice",
            f"nothing speaks ({chosen}): there is no speech program",
            "install espeak-ng; cues sound without it",
        )
    if facts.problem:
        problem = facts.problem.partition(" (")[0]  # the whole command line is of no help here
        return warning("voice", problem, "cues sound without it; try the speech program by hand")
    return ok("voice", f"a phrase was rendered ({chosen})")


def _judge_played(settings: Settings, facts: SoundFacts, player: str) -> CheckResult:
    status = facts.status
    if status.dropped:
        return warning(
            "sound",
            f"{player}: the cue came too late and was left out",
            'end what keeps the machine busy, then try "benchside sound test"',
        )
    if facts.pack_problems:
        return warning(
            "sound",
            f"{player} took a cue; {facts.pack_problems[0]}",
            f'mend the pack "{settings.sounds}": classic\'s sounds stand in',
        )
    if not settings.volume:
        return warning("sound", f"{player} took a cue, at volume 0", "choose a volume above 0")
    if settings.mute:
        hint = "a key turns it on in a session; mute = false begins with it"
        return ok("sound", f"{player} took a cue; sessions begin muted (mute = true)", hint)
    if settings.sound == "bell":
        return ok("sound", "the bell was rung; whether it is heard is up to the terminal")
    return ok("sound", f"{player} took a cue, at volume {settings.volume}")
