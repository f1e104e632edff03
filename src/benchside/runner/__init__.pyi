from .commands import (
    Abandon as Abandon,
    AddSet as AddSet,
    AddTime as AddTime,
    Amend as Amend,
    Away as Away,
    Back as Back,
    ChangeLoad as ChangeLoad,
    Close as Close,
    Command as Command,
    Defer as Defer,
    DropSet as DropSet,
    FinishEarly as FinishEarly,
    Go as Go,
    Jump as Jump,
    Note as Note,
    NoteSession as NoteSession,
    Pause as Pause,
    Proceed as Proceed,
    Redo as Redo,
    Skip as Skip,
    Slept as Slept,
    Swap as Swap,
    Undo as Undo,
)
from .events import (
    CueReached as CueReached,
    CuesChanged as CuesChanged,
    Event as Event,
    ReviewStarted as ReviewStarted,
    SessionFinished as SessionFinished,
    SetFinished as SetFinished,
    SetWithdrawn as SetWithdrawn,
    StepStarted as StepStarted,
)
from .machine import MOVES as MOVES, Refused as Refused, State as State, TooSoon as TooSoon
from .moves import legal as legal
from .progress import completed_reps as completed_reps, span_at as span_at
from .results import (
    Outcome as Outcome,
    SessionStatus as SessionStatus,
    SetResult as SetResult,
    SetStatus as SetStatus,
    SideResult as SideResult,
    Tut as Tut,
)
from .runner import Runner as Runner
from .state import (
    RESUME_COUNTDOWN_MS as RESUME_COUNTDOWN_MS,
    RunState as RunState,
    cap_clock_ms as cap_clock_ms,
    note_to_come as note_to_come,
)
