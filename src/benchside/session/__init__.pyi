from .athlete.athlete import (
    DEFAULT_ATHLETE as DEFAULT_ATHLETE,
    Athlete as Athlete,
    read_athlete as read_athlete,
)
from .athlete.training_max import with_training_max as with_training_max
from .exercises.alternatives import alternatives_to as alternatives_to
from .exercises.catalogue import (
    SHIPPED_CATALOGUE as SHIPPED_CATALOGUE,
    Catalogue as Catalogue,
    ExercisesReading as ExercisesReading,
)
from .exercises.entry import (
    CatalogueEntry as CatalogueEntry,
    Category as Category,
    Motion as Motion,
    Muscle as Muscle,
    MusclesTrained as MusclesTrained,
    PhaseWords as PhaseWords,
)
from .exercises.own import read_exercises as read_exercises
from .exercises.timed_work import timed_work_of as timed_work_of
from .exercises.words import (
    TEXTBOOK_WORDS as TEXTBOOK_WORDS,
    Wording as Wording,
    words_of as words_of,
)
from .file.asked import SetEntry as SetEntry
from .file.fields import (
    DurationMs as DurationMs,
    Listed as Listed,
    Text as Text,
    UnitField as UnitField,
    word_of as word_of,
)
from .file.findings import At as At, KeyPath as KeyPath, KeyProblem as KeyProblem
from .file.positions import add_value as add_value, located as located, set_value as set_value
from .file.problems import Problem as Problem
from .file.schema import session_schema as session_schema
from .file.toml_text import (
    MAX_BYTES as MAX_BYTES,
    parsed_toml as parsed_toml,
    without_mark as without_mark,
)
from .file.validation import validated as validated
from .file.writer import SCHEMA_LINE as SCHEMA_LINE, write_session as write_session
from .plan.changes import (
    set_with_exercise as set_with_exercise,
    set_with_load as set_with_load,
    set_with_ramp_to as set_with_ramp_to,
)
from .plan.load_steps import (
    USUAL_GYM as USUAL_GYM,
    Gym as Gym,
    heavier as heavier,
    lighter as lighter,
)
from .plan.plan import (
    Plan as Plan,
    PlannedBlock as PlannedBlock,
    PlannedExercise as PlannedExercise,
    PlannedSet as PlannedSet,
    SetPart as SetPart,
)
from .plan.relative_loads import (
    HeaviestSets as HeaviestSets,
    lift_of as lift_of,
    with_load_from as with_load_from,
)
from .plan.target import SetTarget as SetTarget, target_text as target_text
from .program.model import TrainingProgram as TrainingProgram
from .program.next import (
    DoneDay as DoneDay,
    DueDay as DueDay,
    NextDay as NextDay,
    next_day as next_day,
)
from .program.read import (
    ProgramReading as ProgramReading,
    is_program as is_program,
    read_program as read_program,
)
from .program.rules import MAX_WEEKS as MAX_WEEKS
from .program.schema import program_schema as program_schema
from .read import Options as Options, Reading as Reading, read as read
from .values.answers import (
    MAX_NOTE as MAX_NOTE,
    read_load as read_load,
    read_note as read_note,
    read_reps as read_reps,
    read_rpe as read_rpe,
)
from .values.distance import Distance as Distance, format_distance as format_distance
from .values.errors import (
    InvalidValueError as InvalidValueError,
    choices as choices,
    closest as closest,
    is_control as is_control,
    is_safe as is_safe,
    printable as printable,
    quote_value as quote_value,
    without_controls as without_controls,
)
from .values.load import (
    KG_PER_LB as KG_PER_LB,
    Bodyweight as Bodyweight,
    Label as Label,
    Load as Load,
    Mass as Mass,
    Percent as Percent,
    Unit as Unit,
    Weight as Weight,
    format_amount as format_amount,
    format_load as format_load,
    format_mass as format_mass,
    load_kg as load_kg,
    parse_load as parse_load,
    parse_mass as parse_mass,
)
from .values.progress import (
    Progress as Progress,
    format_step as format_step,
    parse_progress as parse_progress,
)
from .values.relative_load import RelativeLoad as RelativeLoad
from .values.reps import (
    AS_MANY_AS_POSSIBLE as AS_MANY_AS_POSSIBLE,
    RepParts as RepParts,
    RepTarget as RepTarget,
    format_reps as format_reps,
    parse_asked_reps as parse_asked_reps,
    parse_reps as parse_reps,
)
from .values.rest import (
    RestWindow as RestWindow,
    format_rest as format_rest,
    parse_rest as parse_rest,
)
from .values.rpe import format_rpe as format_rpe, parse_rpe as parse_rpe
from .values.tempo import (
    Phase as Phase,
    StartsWith as StartsWith,
    Tempo as Tempo,
    format_tempo as format_tempo,
    parse_tempo as parse_tempo,
)
from .values.time_target import (
    TimeParts as TimeParts,
    TimeTarget as TimeTarget,
    format_time as format_time,
)
from .values.units import (
    MS_PER_SECOND as MS_PER_SECOND,
    clock_text as clock_text,
    format_duration as format_duration,
    parse_duration_ms as parse_duration_ms,
)
from .values.vocabulary import (
    BlockKind as BlockKind,
    Goal as Goal,
    SetType as SetType,
    Ticks as Ticks,
)
