from .overview import OverviewSet as OverviewSet, SetStage as SetStage
from .session_sets import SessionSets as SessionSets, sets_of as sets_of
from .sets import note_on as note_on, set_view as set_view
from .title import title_of as title_of
from .view import (
    BAR_PARTS as BAR_PARTS,
    TIMED_ACTIVITIES as TIMED_ACTIVITIES,
    Activity as Activity,
    CapClock as CapClock,
    LastSetView as LastSetView,
    NoteTarget as NoteTarget,
    PhaseWindow as PhaseWindow,
    SetView as SetView,
    View as View,
)
from .viewer import Viewer as Viewer
from .words import (
    about as about,
    counted as counted,
    listed as listed,
    minutes_of as minutes_of,
    passed_over as passed_over,
    spoken_length as spoken_length,
    volume_of as volume_of,
    whole_minutes as whole_minutes,
)
from .words.activities import (
    PHASE_OF_ACTIVITY as PHASE_OF_ACTIVITY,
    activity_word as activity_word,
    asked_now as asked_now,
    counted_in_words as counted_in_words,
    cue_word as cue_word,
    digits_of as digits_of,
    digits_text as digits_text,
    hint_of as hint_of,
    part_of as part_of,
    place_of as place_of,
    rep_of as rep_of,
    rep_target as rep_target,
    rep_target_now as rep_target_now,
    time_of as time_of,
    word_for as word_for,
)
from .words.blocks import rests_of as rests_of, shape_of as shape_of
from .words.sets import (
    EACH_SIDE as EACH_SIDE,
    announced as announced,
    asked_of as asked_of,
    held_words as held_words,
    load_of as load_of,
    named_set as named_set,
    plates_of as plates_of,
    reps_of as reps_of,
    rpe_number as rpe_number,
    rpe_of as rpe_of,
    set_of as set_of,
    spoken_work as spoken_work,
    tempo_in_words as tempo_in_words,
    work_of as work_of,
    written_tempo as written_tempo,
)
