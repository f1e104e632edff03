"""Presses and what else straightens the arms."""

from __future__ import annotations

from benchside.session.exercises.entry import CatalogueEntry, Equipment, Muscle
from benchside.session.values.tempo import StartsWith

PUSHES = (
    CatalogueEntry(
        name="Bench press",
        aliases=("Bench Press (Barbell)", "Barbell bench press", "Flat bench press"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.BENCH, Equipment.RACK),
        muscles=(Muscle.CHEST, Muscle.TRICEPS, Muscle.SHOULDERS),
        cues=(
            "Shoulder blades back and down, and keep them there",
            "Wrists above the elbows",
            "Touch the chest softly",
            "Push your feet into the floor",
        ),
    ),
    CatalogueEntry(
        name="Dumbbell bench press",
        aliases=("Bench Press (Dumbbell)", "DB bench press"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL, Equipment.BENCH),
        muscles=(Muscle.CHEST, Muscle.TRICEPS, Muscle.SHOULDERS),
        cues=(
            "Elbows a hand's breadth away from the ribs",
            "Lower until the stretch, not the shoulder, stops you",
        ),
    ),
    CatalogueEntry(
        name="Incline bench press",
        aliases=("Incline Bench Press (Barbell)", "Incline press"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.BENCH, Equipment.RACK),
        muscles=(Muscle.CHEST, Muscle.SHOULDERS, Muscle.TRICEPS),
        cues=(
            "Bar comes down to the upper chest",
            "Forearms stay vertical",
        ),
    ),
    CatalogueEntry(
        name="Incline dumbbell bench press",
        aliases=("Incline Bench Press (Dumbbell)", "Incline dumbbell press"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL, Equipment.BENCH),
        muscles=(Muscle.CHEST, Muscle.SHOULDERS, Muscle.TRICEPS),
        cues=(
            "Bench low: thirty degrees will do",
            "Elbows below the wrists all the way",
        ),
    ),
    CatalogueEntry(
        name="Close-grip bench press",
        aliases=("Bench Press - Close Grip (Barbell)", "Narrow-grip bench press"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.BENCH, Equipment.RACK),
        muscles=(Muscle.TRICEPS, Muscle.CHEST, Muscle.SHOULDERS),
        cues=(
            "Hands as wide as the shoulders, no closer",
            "Elbows brush the ribs",
        ),
    ),
    CatalogueEntry(
        name="Push-up",
        aliases=("Push Up", "Press-up", "Pushups"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.CHEST, Muscle.TRICEPS, Muscle.ABDOMINALS),
        cues=(
            "One straight line from head to heels",
            "Chest first to the floor, not the hips",
            "Push until the shoulder blades spread",
        ),
    ),
    CatalogueEntry(
        name="Overhead press",
        aliases=(
            "Overhead Press (Barbell)",
            "Military press",
            "Shoulder press",
            "Press",
            "Strict press",
        ),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.RACK),
        muscles=(Muscle.SHOULDERS, Muscle.TRICEPS, Muscle.ABDOMINALS),
        cues=(
            "Squeeze the glutes, ribs down",
            "Head out of the way, then back under the bar",
            "Bar ends above the middle of the foot",
        ),
    ),
    CatalogueEntry(
        name="Dumbbell shoulder press",
        aliases=("Shoulder Press (Dumbbell)", "Overhead Press (Dumbbell)", "DB shoulder press"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL,),
        muscles=(Muscle.SHOULDERS, Muscle.TRICEPS),
        cues=(
            "Elbows slightly in front of the body",
            "Press straight up without leaning back",
        ),
    ),
    CatalogueEntry(
        name="Dip",
        aliases=("Dips", "Triceps Dip", "Chest Dip", "Bar dip"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.CHEST, Muscle.TRICEPS, Muscle.SHOULDERS),
        cues=(
            "Shoulders away from the ears",
            "Only as deep as the shoulders like it",
        ),
    ),
    CatalogueEntry(
        name="Lateral raise",
        aliases=("Lateral Raise (Dumbbell)", "Side raise"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.DUMBBELL,),
        muscles=(Muscle.SHOULDERS,),
        cues=(
            "Reach for the walls, not for the ceiling",
            "Stop at shoulder height",
        ),
    ),
    CatalogueEntry(
        name="Triceps pushdown",
        aliases=("Triceps Pushdown (Cable)", "Cable pushdown", "Triceps Rope Pushdown"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.CABLE,),
        muscles=(Muscle.TRICEPS,),
        cues=(
            "Elbows pinned to your sides",
            "Straighten fully, let it up slowly",
        ),
    ),
)
