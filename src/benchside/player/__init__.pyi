from .announcing import announcements_in as announcements_in
from .awake import Hold as Hold, KeepAwake as KeepAwake, hold_with_wakepy as hold_with_wakepy
from .clock import SystemClock as SystemClock, now_ns as now_ns
from .hooks.file import load_hooks as load_hooks
from .hooks.process import ProcessRunner as ProcessRunner, find_program as find_program
from .hooks.sink import HookSink as HookSink
from .live import LedSession as LedSession, LiveSession as LiveSession
from .loop import SessionLoop as SessionLoop
from .memory import OfferView as OfferView, SetMemory as SetMemory
from .player import Player as Player
from .ports import (
    Clock as Clock,
    Journal as Journal,
    ScheduledCue as ScheduledCue,
    SoundState as SoundState,
    Speaker as Speaker,
    SpeakerStatus as SpeakerStatus,
)
from .recorder import SessionRecorder as SessionRecorder
from .resume import (
    InterruptedSession as InterruptedSession,
    SessionAside as SessionAside,
    restore as restore,
    told_damage as told_damage,
    told_unreadable as told_unreadable,
)
from .state import Answer as Answer, PlayerState as PlayerState
