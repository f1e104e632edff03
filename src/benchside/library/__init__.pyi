from .convert import Conversion as Conversion, LeftOut as LeftOut, convert as convert
from .convert.liftosaur import convert_line as convert_line
from .editing import DeletedSession as DeletedSession, Edited as Edited, OwnSessions as OwnSessions
from .editor import edit_file as edit_file
from .imports import (
    PROGRAMS_FOLDER as PROGRAMS_FOLDER,
    ImportedProgram as ImportedProgram,
    ImportedSession as ImportedSession,
    imported_program as imported_program,
    imported_sessions as imported_sessions,
    keep_program as keep_program,
    read_plan as read_plan,
)
from .labels import (
    EntryLabel as EntryLabel,
    is_called as is_called,
    labelled as labelled,
    labels as labels,
)
from .library import Entry as Entry, Library as Library, is_written_as_path as is_written_as_path
from .new_files import (
    compose_session as compose_session,
    copy_session as copy_session,
    name_for as name_for,
    save_new as save_new,
)
from .own_exercises import load_exercises as load_exercises
from .programs import (
    ProgramEntry as ProgramEntry,
    ProgramFiles as ProgramFiles,
    ProgramLabel as ProgramLabel,
    problems_outside_programs as problems_outside_programs,
    program_labels as program_labels,
    program_problems as program_problems,
)
from .session_files import (
    FIRST_SESSION as FIRST_SESSION,
    neighbours as neighbours,
    session_files as session_files,
)
