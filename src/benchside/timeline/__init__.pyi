from .agenda import (
    Agenda as Agenda,
    AgendaSet as AgendaSet,
    agenda_of as agenda_of,
    is_open as is_open,
)
from .changes import (
    AgendaError as AgendaError,
    add_set as add_set,
    change_load as change_load,
    defer_exercise as defer_exercise,
    drop_set as drop_set,
    swap_exercise as swap_exercise,
    with_relative_loads as with_relative_loads,
)
from .compile import rest_between as rest_between, steps_of as steps_of
from .cueing import (
    BEGINS_PHASE as BEGINS_PHASE,
    COUNT_IN_S as COUNT_IN_S,
    LAST_REP_AHEAD_MS as LAST_REP_AHEAD_MS,
    count_in as count_in,
    cues_for as cues_for,
    is_cut_off as is_cut_off,
)
from .cues import TICKS as TICKS, Cue as Cue, CueKind as CueKind
from .estimate import (
    asks_reps as asks_reps,
    nominal_reps as nominal_reps,
    nominal_side_ms as nominal_side_ms,
)
from .schedule import (
    SESSION_DONE_AFTER_MS as SESSION_DONE_AFTER_MS,
    Schedule as Schedule,
    ScheduledStep as ScheduledStep,
    schedule_after as schedule_after,
    schedule_from as schedule_from,
    schedule_of as schedule_of,
)
from .set_id import SetId as SetId
from .steps import (
    PartRest as PartRest,
    Prepare as Prepare,
    Rest as Rest,
    Review as Review,
    Span as Span,
    Step as Step,
    StepKind as StepKind,
    Switch as Switch,
    TimedStep as TimedStep,
    Work as Work,
    kind_of as kind_of,
)
from .totals import (
    Totals as Totals,
    is_counted as is_counted,
    set_reps as set_reps,
    set_tut_ms as set_tut_ms,
    set_volume_kg as set_volume_kg,
    totals_of as totals_of,
)
