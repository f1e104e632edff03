from .athletes import UnknownAthlete as UnknownAthlete
from .due import (
    BrokenProgramError as BrokenProgramError,
    DueSession as DueSession,
    NoProgramError as NoProgramError,
    due_session as due_session,
)
from .listing import (
    ListedSession as ListedSession,
    fingerprint_of as fingerprint_of,
    keep_list as keep_list,
    kept_list as kept_list,
    list_sessions as list_sessions,
)
from .own_keys import keys_told as keys_told
from .program import Program as Program
from .right_settings import keep_right as keep_right
from .screens import run_screens as run_screens
from .shelf import UnknownSession as UnknownSession
from .sound_of_run import SoundOfRun as SoundOfRun
