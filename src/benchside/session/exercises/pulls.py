"""Rows, pull-ups and what else bends the arms. All begin with the concentric."""

from __future__ import annotations

from benchside.session.exercises.entry import CatalogueEntry, Equipment, Muscle
from benchside.session.values.tempo import StartsWith

PULLS = (
    CatalogueEntry(
        name="Barbell row",
        aliases=("Row", "Bent Over Row (Barbell)", "Bent-over row", "Pendlay row"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL,),
        muscles=(Muscle.UPPER_BACK, Muscle.LATS, Muscle.BICEPS),
        cues=(
            "Hinge, brace, and keep the trunk where it is",
            "Pull with the elbows, towards the navel",
            "Lower the bar, do not drop it",
        ),
    ),
    CatalogueEntry(
        name="Dumbbell row",
        aliases=("Dumbbell Row", "Bent Over Row (Dumbbell)", "One-arm row", "Single-arm row"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.DUMBBELL, Equipment.BENCH),
        muscles=(Muscle.LATS, Muscle.UPPER_BACK, Muscle.BICEPS),
        cues=(
            "Elbow travels to the hip pocket",
            "Shoulders level with the floor",
            "Let the shoulder blade slide forward at the bottom",
        ),
    ),
    CatalogueEntry(
        name="Cable row",
        aliases=("Seated Cable Row", "Seated row", "Seated Row (Machine)"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.CABLE,),
        muscles=(Muscle.UPPER_BACK, Muscle.LATS, Muscle.BICEPS),
        cues=(
            "Chest tall, no rocking",
            "Squeeze the shoulder blades before the arms give up",
        ),
    ),
    CatalogueEntry(
        name="Inverted row",
        aliases=("Bodyweight row", "Australian pull-up"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.RACK),
        muscles=(Muscle.UPPER_BACK, Muscle.LATS, Muscle.BICEPS),
        cues=(
            "Glutes tight, body in one line",
            "Chest to the bar, not chin to the bar",
        ),
    ),
    CatalogueEntry(
        name="Pull-up",
        aliases=("Pull Up", "Pullups", "Pull Up (Weighted)", "Pull Up (Band)", "Weighted pull-up"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.PULL_UP_BAR,),
        muscles=(Muscle.LATS, Muscle.UPPER_BACK, Muscle.BICEPS),
        cues=(
            "Pull the shoulders down before the elbows bend",
            "Drive the elbows towards the ribs",
            "Straight arms at the bottom of every rep",
        ),
    ),
    CatalogueEntry(
        name="Chin-up",
        aliases=("Chin Up", "Chin Up (Weighted)", "Chinups"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.PULL_UP_BAR,),
        muscles=(Muscle.LATS, Muscle.BICEPS, Muscle.UPPER_BACK),
        cues=(
            "Chest up towards the bar",
            "Legs quiet, ribs down",
        ),
    ),
    CatalogueEntry(
        name="Lat pulldown",
        aliases=("Lat Pulldown (Cable)", "Lat Pulldown (Machine)", "Pulldown"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.CABLE,),
        muscles=(Muscle.LATS, Muscle.UPPER_BACK, Muscle.BICEPS),
        cues=(
            "Bring the bar to the collarbones, not the neck",
            "Let the arms go all the way up again",
        ),
    ),
    CatalogueEntry(
        name="Face pull",
        aliases=("Face Pull (Cable)", "Band face pull"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.CABLE,),
        muscles=(Muscle.UPPER_BACK, Muscle.SHOULDERS),
        cues=(
            "Pull towards the eyebrows, thumbs point back",
            "Elbows stay as high as the shoulders",
        ),
    ),
    CatalogueEntry(
        name="Biceps curl",
        aliases=("Bicep Curl (Dumbbell)", "Curl", "Dumbbell curl"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.DUMBBELL,),
        muscles=(Muscle.BICEPS, Muscle.FOREARMS),
        cues=(
            "Elbows stay beside the ribs",
            "Straighten the arm fully on the way down",
        ),
    ),
    CatalogueEntry(
        name="Barbell curl",
        aliases=("Bicep Curl (Barbell)",),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL,),
        muscles=(Muscle.BICEPS, Muscle.FOREARMS),
        cues=(
            "Stand still: the elbows do the work",
            "Lower it slower than you lifted it",
        ),
    ),
)
