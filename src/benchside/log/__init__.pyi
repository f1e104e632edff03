from .adherence import Adherence as Adherence
from .answers import ExerciseTotals as ExerciseTotals, LoggedSession as LoggedSession
from .as_facts import fact_of_set as fact_of_set, facts_of as facts_of
from .aside import (
    ASIDE_FOLDER as ASIDE_FOLDER,
    journals_aside as journals_aside,
    remove_old as remove_old,
    take_back as take_back,
)
from .bests import (
    Bests as Bests,
    ExerciseSum as ExerciseSum,
    SessionBest as SessionBest,
    bests_of as bests_of,
)
from .bests_words import best_rows as best_rows
from .build import (
    EXACT_DECIMALS as EXACT_DECIMALS,
    build_record as build_record,
    set_record as set_record,
)
from .corrections import (
    CorrectionError as CorrectionError,
    correct_set as correct_set,
    read_correction as read_correction,
    set_of as set_of,
)
from .cycle import MaxRaise as MaxRaise, max_raises as max_raises
from .e1rm import e1rm_kg as e1rm_kg
from .editing import (
    ChangedMeanwhileError as ChangedMeanwhileError,
    LogChange as LogChange,
    LogEditor as LogEditor,
)
from .entries import (
    PLAUSIBLE_YEARS as PLAUSIBLE_YEARS,
    CommandEntry as CommandEntry,
    EndEntry as EndEntry,
    Header as Header,
    JournalEntry as JournalEntry,
    ResultEntry as ResultEntry,
    ReviewEntry as ReviewEntry,
    StepEntry as StepEntry,
    encode_entry as encode_entry,
)
from .facts import (
    SessionFact as SessionFact,
    SetFact as SetFact,
    exercise_key as exercise_key,
    with_exercises as with_exercises,
)
from .files import (
    conflict_copies as conflict_copies,
    index_file as index_file,
    log_files as log_files,
    own_file as own_file,
)
from .habits import (
    RECENT_TIME as RECENT_TIME,
    Habits as Habits,
    KnownSession as KnownSession,
    habits_of as habits_of,
)
from .history import History as History
from .index import LogIndex as LogIndex
from .index_rows import row_of as row_of
from .index_store import (
    IndexStore as IndexStore,
    connect_index as connect_index,
    create_tables as create_tables,
)
from .indexed_history import IndexedHistory as IndexedHistory
from .journal import (
    FileJournal as FileJournal,
    JournalInUse as JournalInUse,
    JournalLeftOver as JournalLeftOver,
    JournalReading as JournalReading,
    LateJournal as LateJournal,
    read_journal as read_journal,
    read_journal_aside as read_journal_aside,
)
from .last_time import (
    LastTime as LastTime,
    last_time_words as last_time_words,
    last_times as last_times,
    result_words as result_words,
    results_words as results_words,
    rpe_words as rpe_words,
    sets_words as sets_words,
)
from .lines import Place as Place
from .load_groups import (
    LoadOffer as LoadOffer,
    coming_sets as coming_sets,
    load_changes as load_changes,
)
from .logbook import FileLogbook as FileLogbook, UnknownRecordError as UnknownRecordError
from .memory_words import (
    goal_words as goal_words,
    last_words as last_words,
    proposal_words as proposal_words,
    review_words as review_words,
)
from .merge import MergeResult as MergeResult, merge as merge, tidy as tidy
from .muscles import MuscleLookup as MuscleLookup, lookup_in as lookup_in
from .newest import newest_history as newest_history
from .past import (
    MAX_WEEKS as MAX_WEEKS,
    ExercisePast as ExercisePast,
    ExerciseSession as ExerciseSession,
    PastTraining as PastTraining,
    SessionPast as SessionPast,
    read_exercise as read_exercise,
    read_past as read_past,
    read_session as read_session,
    read_weeks as read_weeks,
)
from .problems import LineProblem as LineProblem
from .program_days import (
    done_days as done_days,
    due_day as due_day,
    last_program as last_program,
    program_day as program_day,
)
from .progression import Proposal as Proposal
from .reading import (
    count_sessions as count_sessions,
    nothing_collected as nothing_collected,
    read_log as read_log,
)
from .recall import (
    NO_MEMORY as NO_MEMORY,
    ExerciseKey as ExerciseKey,
    SessionMemory as SessionMemory,
    key_of as key_of,
    recall as recall,
    telling_totals as telling_totals,
)
from .record import (
    Record as Record,
    SessionSource as SessionSource,
    SetRecord as SetRecord,
    digest_of as digest_of,
    encode_record as encode_record,
    record_id as record_id,
)
from .records import (
    PersonalRecord as PersonalRecord,
    RecordKind as RecordKind,
    best_of_each as best_of_each,
    records_of as records_of,
    records_since as records_since,
)
from .replay import ReplayResult as ReplayResult, replay as replay
from .review import SessionReview as SessionReview, review_of as review_of
from .selection import (
    LogFilter as LogFilter,
    names_meant as names_meant,
    nearest_name as nearest_name,
    read_day as read_day,
    read_filter as read_filter,
    the_athlete as the_athlete,
)
from .stats import LogStats as LogStats, stats_of as stats_of
from .this_week import ThisWeek as ThisWeek, this_week_of as this_week_of
from .top_set import TOP_SET_WEEKS as TOP_SET_WEEKS, TopSet as TopSet, top_set_of as top_set_of
from .totals import RecordSum as RecordSum, sum_of as sum_of
from .trends import (
    ExerciseTrend as ExerciseTrend,
    Measure as Measure,
    trends_of as trends_of,
    value_words as value_words,
    weekly_bests as weekly_bests,
)
from .weeks import (
    WEEK as WEEK,
    DayLevel as DayLevel,
    Streak as Streak,
    WeekSum as WeekSum,
    levels_of as levels_of,
    monday_of as monday_of,
    streak_of as streak_of,
)
from .words import (
    adherence_words as adherence_words,
    clock_words as clock_words,
    e1rm_words as e1rm_words,
    in_unit as in_unit,
    program_words as program_words,
    record_words as record_words,
    two_places as two_places,
)
