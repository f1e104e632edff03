"""Deadlifts, hinges and what straightens the hip from behind."""

from __future__ import annotations

from benchside.session.exercises.entry import CatalogueEntry, Equipment, Muscle
from benchside.session.values.tempo import StartsWith

HINGES = (
    CatalogueEntry(
        name="Deadlift",
        aliases=("Deadlift (Barbell)", "Conventional deadlift", "Barbell deadlift"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS, Muscle.LOWER_BACK, Muscle.UPPER_BACK),
        cues=(
            "Pull the slack out of the bar before it moves",
            "Push the floor away",
            "The bar stays on your legs",
            "Stand tall, do not lean back",
        ),
    ),
    CatalogueEntry(
        name="Sumo deadlift",
        aliases=("Sumo Deadlift (Barbell)", "Deadlift (Sumo)"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL,),
        muscles=(Muscle.GLUTES, Muscle.ADDUCTORS, Muscle.QUADRICEPS),
        cues=(
            "Spread the floor with your feet",
            "Hips close to the bar before you pull",
            "Patience off the floor",
        ),
    ),
    CatalogueEntry(
        name="Trap bar deadlift",
        aliases=("Deadlift (Trap bar)", "Hex bar deadlift"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.TRAP_BAR,),
        muscles=(Muscle.GLUTES, Muscle.QUADRICEPS, Muscle.HAMSTRINGS),
        cues=(
            "Hands in the middle of the handles",
            "Legs push, trunk stays in one piece",
        ),
    ),
    CatalogueEntry(
        name="Romanian deadlift",
        aliases=("Romanian Deadlift (Barbell)", "RDL", "Barbell RDL"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL,),
        muscles=(Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.LOWER_BACK),
        cues=(
            "Push the hips back as if closing a door",
            "Bar slides down the thighs",
            "Knees soft and still",
            "Turn round where the hamstrings say so",
        ),
    ),
    CatalogueEntry(
        name="Dumbbell Romanian deadlift",
        aliases=("Romanian Deadlift (Dumbbell)", "Dumbbell RDL", "DB RDL"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL,),
        muscles=(Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.LOWER_BACK),
        cues=(
            "Dumbbells close to the legs",
            "Long neck, flat back",
            "Hips back first, hips forward last",
        ),
    ),
    CatalogueEntry(
        name="Single-leg Romanian deadlift",
        aliases=("Single Leg Romanian Deadlift (Dumbbell)", "Single-leg RDL"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL,),
        muscles=(Muscle.HAMSTRINGS, Muscle.GLUTES, Muscle.SIDE_GLUTES),
        cues=(
            "Belt buckle faces the floor",
            "Reach far back with the free heel",
            "Slow enough to stay in balance",
        ),
    ),
    CatalogueEntry(
        name="B-stance Romanian deadlift",
        aliases=("Kickstand Romanian deadlift", "B-stance RDL", "Staggered-stance RDL"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.DUMBBELL,),
        muscles=(Muscle.HAMSTRINGS, Muscle.GLUTES),
        cues=(
            "Back foot only balances, on its toes",
            "Hips square as they travel back",
        ),
    ),
    CatalogueEntry(
        name="Good morning",
        aliases=("Good Morning (Barbell)",),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.RACK),
        muscles=(Muscle.HAMSTRINGS, Muscle.LOWER_BACK, Muscle.GLUTES),
        cues=(
            "Lock the bar into the upper back",
            "Bow from the hips, never from the spine",
        ),
    ),
    CatalogueEntry(
        name="Back extension",
        aliases=("Back Extension (Hyperextension)", "Hyperextension", "45-degree back extension"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.MACHINE,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS, Muscle.LOWER_BACK),
        cues=(
            "Pad just below the crease of the hips",
            "Press the hips into the pad to rise",
            "Stop when the body is straight",
        ),
    ),
    CatalogueEntry(
        name="Kettlebell swing",
        aliases=("Swing", "Russian kettlebell swing"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.KETTLEBELL,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS, Muscle.LOWER_BACK),
        cues=(
            "Throw it with the hips, the arms only hold on",
            "Stand like a plank at the top",
            "Let it fall until the forearms meet the hips",
        ),
    ),
    CatalogueEntry(
        name="Lying leg curl",
        aliases=("Lying Leg Curl (Machine)", "Leg curl", "Hamstring curl"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.MACHINE,),
        muscles=(Muscle.HAMSTRINGS,),
        cues=(
            "Hips press into the pad",
            "Three counts back down",
        ),
    ),
    CatalogueEntry(
        name="Seated leg curl",
        aliases=("Seated Leg Curl (Machine)",),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.MACHINE,),
        muscles=(Muscle.HAMSTRINGS,),
        cues=(
            "Thigh pad tight, so that nothing lifts",
            "Let the legs come all the way up again",
        ),
    ),
    CatalogueEntry(
        name="Nordic curl",
        aliases=("Nordic Hamstrings Curls", "Nordic hamstring curl"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.HAMSTRINGS,),
        cues=(
            "Knees to shoulders in one straight line",
            "Resist for as long as you can, then catch yourself",
        ),
    ),
)
