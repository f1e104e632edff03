"""The trunk: holds, anti-rotation, carries."""

from __future__ import annotations

from benchside.session.exercises.entry import CatalogueEntry, Equipment, Muscle, TimedWork
from benchside.session.values.tempo import StartsWith

TRUNK = (
    CatalogueEntry(
        name="Plank",
        aliases=("Front plank", "Forearm plank"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.ABDOMINALS, Muscle.OBLIQUES, Muscle.GLUTES),
        cues=(
            "Pull elbows and toes towards each other",
            "Glutes tight, belt buckle towards the chin",
            "Breathe out long",
        ),
        timed=TimedWork.HOLD,
    ),
    CatalogueEntry(
        name="Side plank",
        aliases=("Lateral plank",),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.OBLIQUES, Muscle.SIDE_GLUTES),
        cues=(
            "Elbow under the shoulder",
            "Push the lower hip away from the floor",
            "Head, hips and heels on one line",
        ),
        timed=TimedWork.HOLD,
    ),
    CatalogueEntry(
        name="Copenhagen plank",
        aliases=("Copenhagen side plank", "Adductor plank"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT, Equipment.BENCH),
        muscles=(Muscle.ADDUCTORS, Muscle.OBLIQUES),
        cues=(
            "Press the upper knee down into the bench",
            "Start with the knee on the bench, not the foot",
        ),
        timed=TimedWork.HOLD,
    ),
    CatalogueEntry(
        name="Hollow hold",
        aliases=("Hollow body hold", "Hollow rock"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.ABDOMINALS, Muscle.HIP_FLEXORS),
        cues=(
            "Lower back glued to the floor",
            "Bend the knees before the back lifts",
        ),
        timed=TimedWork.HOLD,
    ),
    CatalogueEntry(
        name="Bird dog",
        aliases=("Bird Dogs", "Bird-dog", "Quadruped arm and leg raise"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.LOWER_BACK, Muscle.GLUTES, Muscle.ABDOMINALS),
        cues=(
            "Long rather than high: reach for both walls",
            "Hips level, as if they carried a glass of water",
            "Move slower than you want to",
        ),
    ),
    CatalogueEntry(
        name="Dead bug",
        aliases=("Dead Bugs", "Deadbug"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.ABDOMINALS, Muscle.HIP_FLEXORS),
        cues=(
            "Breathe out as the leg goes away",
            "Only as far as the lower back stays down",
        ),
    ),
    CatalogueEntry(
        name="Pallof press",
        aliases=("Pallof Press (Cable)", "Anti-rotation press"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.CABLE,),
        muscles=(Muscle.OBLIQUES, Muscle.ABDOMINALS),
        cues=(
            "Hands straight out from the breastbone",
            "Nothing turns: not the hips, not the shoulders",
        ),
    ),
    CatalogueEntry(
        name="Hanging knee raise",
        aliases=("Hanging Knee Raises", "Knee raise"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.PULL_UP_BAR,),
        muscles=(Muscle.ABDOMINALS, Muscle.HIP_FLEXORS),
        cues=(
            "Curl the pelvis, do not only lift the knees",
            "Stop the swing before the next rep",
        ),
    ),
    CatalogueEntry(
        name="Mountain climber",
        aliases=("Mountain Climbers",),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.ABDOMINALS, Muscle.HIP_FLEXORS, Muscle.SHOULDERS),
        cues=(
            "Shoulders above the hands",
            "Hips low while the knees run",
        ),
    ),
    CatalogueEntry(
        name="Farmer's carry",
        aliases=("Farmers Walk", "Farmer's walk", "Farmer carry"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.KETTLEBELL,),
        muscles=(Muscle.FOREARMS, Muscle.UPPER_BACK, Muscle.OBLIQUES),
        cues=(
            "Tall, quiet, short steps",
            "Crush the handles",
        ),
        timed=TimedWork.WALK,
    ),
)
