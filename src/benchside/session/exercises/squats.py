"""Squats, lunges and what bends the knee."""

from __future__ import annotations

from benchside.session.exercises.entry import CatalogueEntry, Equipment, Muscle
from benchside.session.values.tempo import StartsWith

SQUATS = (
    CatalogueEntry(
        name="Back squat",
        aliases=("Squat", "Squat (Barbell)", "Barbell squat", "Barbell back squat"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.RACK),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.ADDUCTORS),
        cues=(
            "Big breath, brace, then go down",
            "Knees travel over the toes",
            "Whole foot on the floor",
            "Hips and chest rise together",
        ),
    ),
    CatalogueEntry(
        name="Front squat",
        aliases=("Front Squat (Barbell)", "Barbell front squat"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.RACK),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.UPPER_BACK),
        cues=(
            "Elbows high from top to bottom",
            "Sit down between your hips",
            "Drive the upper back into the bar on the way up",
        ),
    ),
    CatalogueEntry(
        name="Paused squat",
        aliases=("Pause squat", "Pause Squat (Barbell)"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.RACK),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.ADDUCTORS),
        cues=(
            "Stay tight at the bottom, do not sit and rest",
            "No bounce: stand up from stillness",
        ),
    ),
    CatalogueEntry(
        name="Box squat",
        aliases=("Box Squat (Barbell)",),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.RACK, Equipment.BOX),
        muscles=(Muscle.GLUTES, Muscle.QUADRICEPS, Muscle.HAMSTRINGS),
        cues=(
            "Reach back for the box, touch it softly",
            "Stay braced while you sit",
        ),
    ),
    CatalogueEntry(
        name="Goblet squat",
        aliases=("Goblet Squat (Kettlebell)", "Goblet Squat (Dumbbell)", "Kettlebell goblet squat"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.KETTLEBELL,),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.ABDOMINALS),
        cues=(
            "Hold the weight against your breastbone",
            "Elbows pass inside the knees",
            "Tall chest, quiet heels",
        ),
    ),
    CatalogueEntry(
        name="Bodyweight squat",
        aliases=("Squat (Bodyweight)", "Air squat"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES),
        cues=(
            "As deep as the heels stay down",
            "Arms forward for balance",
            "Stand all the way up",
        ),
    ),
    CatalogueEntry(
        name="Squat jump",
        aliases=("Jump Squat", "Jumping squat"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.CALVES),
        cues=(
            "Land softly, heels last",
            "Knees stay over the toes on landing",
        ),
    ),
    CatalogueEntry(
        name="Split squat",
        aliases=("Split Squat (Dumbbell)", "Static lunge", "Dumbbell split squat"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL,),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.ADDUCTORS),
        cues=(
            "Straight down like a lift, not forward",
            "Front heel stays heavy",
            "Back knee ends just above the floor",
        ),
    ),
    CatalogueEntry(
        name="Bulgarian split squat",
        aliases=("Rear-foot-elevated split squat", "RFESS"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL, Equipment.BENCH),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES, Muscle.ADDUCTORS),
        cues=(
            "Nine tenths of the weight on the front foot",
            "Lean forward a little for the glutes",
            "Hips face the front",
        ),
    ),
    CatalogueEntry(
        name="Reverse lunge",
        aliases=("Reverse Lunge (Dumbbell)", "Backward lunge"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL,),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES),
        cues=(
            "Long step back, land on the ball of the foot",
            "Pull yourself up with the front leg",
        ),
    ),
    CatalogueEntry(
        name="Walking lunge",
        aliases=("Lunge", "Lunge (Dumbbell)", "Walking Lunge (Dumbbell)"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL,),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES),
        cues=(
            "Step as wide as your hips, as if on two rails",
            "Trunk tall, front heel down",
        ),
    ),
    CatalogueEntry(
        name="Step-up",
        aliases=("Step Up", "Dumbbell Step Up", "Box step-up"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.DUMBBELL, Equipment.BOX),
        muscles=(Muscle.GLUTES, Muscle.QUADRICEPS),
        cues=(
            "Do not push off with the lower foot",
            "Whole foot on the box",
            "Come down slowly",
        ),
    ),
    CatalogueEntry(
        name="Leg press",
        aliases=("Leg Press (Machine)", "Horizontal leg press"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.MACHINE,),
        muscles=(Muscle.QUADRICEPS, Muscle.GLUTES),
        cues=(
            "Lower back stays on the pad",
            "Do not slam the knees straight",
        ),
    ),
    CatalogueEntry(
        name="Leg extension",
        aliases=("Leg Extension (Machine)",),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.MACHINE,),
        muscles=(Muscle.QUADRICEPS,),
        cues=(
            "Hips stay in the seat",
            "Straighten fully, lower under control",
        ),
    ),
    CatalogueEntry(
        name="Calf raise",
        aliases=(
            "Standing Calf Raise",
            "Standing Calf Raise (Machine)",
            "Standing Calf Raise (Dumbbell)",
        ),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.CALVES,),
        cues=(
            "Roll up over the big toe",
            "Wait at the bottom: no bouncing",
        ),
    ),
)
