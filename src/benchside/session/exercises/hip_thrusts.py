"""Hip thrusts and bridges. All begin with the concentric: from the floor upwards."""

from __future__ import annotations

from benchside.session.exercises.entry import CatalogueEntry, Equipment, Muscle, TimedWork
from benchside.session.values.tempo import StartsWith

HIP_THRUSTS = (
    CatalogueEntry(
        name="Barbell hip thrust",
        aliases=("Hip thrust", "Hip Thrust (Barbell)", "BB hip thrust", "Barbell thrust"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.BENCH),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS, Muscle.QUADRICEPS),
        cues=(
            "Push the floor away with your heels",
            "Shins vertical at the top",
            "Chin tucked, ribs down",
            "Knees out, in line with the toes",
        ),
    ),
    CatalogueEntry(
        name="Banded hip thrust",
        aliases=("Hip Thrust (Band)", "Band hip thrust", "Resistance band hip thrust"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BAND, Equipment.BENCH),
        muscles=(Muscle.GLUTES, Muscle.SIDE_GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "The band pulls hardest at the top: finish there",
            "Push your knees out against the band",
            "Ribs down, eyes to the front",
        ),
    ),
    CatalogueEntry(
        name="Bodyweight hip thrust",
        aliases=("Hip Thrust (Bodyweight)", "BW hip thrust", "Unloaded hip thrust"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT, Equipment.BENCH),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Rest the lower edge of your shoulder blades on the bench",
            "Squeeze until the hips are straight, no further",
            "Chin tucked all the way",
        ),
    ),
    CatalogueEntry(
        name="Single-leg hip thrust",
        aliases=("Single Leg Hip Thrust", "One-leg hip thrust", "Unilateral hip thrust"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT, Equipment.BENCH),
        muscles=(Muscle.GLUTES, Muscle.SIDE_GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Keep both hip bones level",
            "Foot a little nearer to the middle than for two legs",
            "Push through the whole heel",
            "Let the free knee stay bent above the hip",
        ),
    ),
    CatalogueEntry(
        name="B-stance hip thrust",
        aliases=(
            "Kickstand hip thrust",
            "Staggered-stance hip thrust",
            "B-Stance Hip Thrust (Barbell)",
        ),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.BENCH),
        muscles=(Muscle.GLUTES, Muscle.SIDE_GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "The front foot only balances: heel down, toes light",
            "Most of the work belongs to the near leg",
            "Hips square to the ceiling",
        ),
    ),
    CatalogueEntry(
        name="Smith machine hip thrust",
        aliases=("Hip Thrust (Smith Machine)", "Smith hip thrust"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.SMITH, Equipment.BENCH),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS, Muscle.QUADRICEPS),
        cues=(
            "Set the bar over the crease of the hips before you unlock it",
            "Shins vertical when the hips are straight",
            "Lower until the plates nearly touch, then drive",
        ),
    ),
    CatalogueEntry(
        name="Machine hip thrust",
        aliases=("Hip Thrust (Machine)", "Hip thrust machine", "Glute drive"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.MACHINE,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS, Muscle.QUADRICEPS),
        cues=(
            "Belt low, over the hips and not the belly",
            "Heels stay heavy on the plate",
            "Finish with the glutes, not by arching the back",
        ),
    ),
    CatalogueEntry(
        name="Paused hip thrust",
        aliases=("Pause hip thrust", "Paused barbell hip thrust", "Hip Thrust (Paused)"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.BENCH),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS, Muscle.QUADRICEPS),
        cues=(
            "Hold the top as if somebody pushed down on the bar",
            "Keep breathing, keep the ribs down",
            "The hips must not sink during the pause",
        ),
    ),
    CatalogueEntry(
        name="Dumbbell hip thrust",
        aliases=("Hip Thrust (Dumbbell)", "DB hip thrust"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.DUMBBELL, Equipment.BENCH),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Hold the dumbbell still in the crease of the hips",
            "Drive through the heels",
            "Straight line from knees to shoulders",
        ),
    ),
    CatalogueEntry(
        name="Hip thrust hold",
        aliases=("Isometric hip thrust", "Barbell hip thrust hold"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL, Equipment.BENCH),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Hips straight, then hold them there",
            "Breathe in small sips, ribs stay down",
            "Heels heavy, knees out",
        ),
        timed=TimedWork.HOLD,
    ),
    CatalogueEntry(
        name="Glute bridge",
        aliases=("Bridge", "Hip bridge", "Glute Bridge (Bodyweight)", "Bodyweight glute bridge"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Flatten the lower back before you lift",
            "Heels close enough to touch with your fingertips",
            "Stop where the hips are straight",
        ),
    ),
    CatalogueEntry(
        name="Banded glute bridge",
        aliases=("Glute Bridge (Band)", "Band glute bridge", "Mini-band glute bridge"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BAND,),
        muscles=(Muscle.GLUTES, Muscle.SIDE_GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Press out into the band from the first inch",
            "Ribs down, chin tucked",
            "Squeeze at the top and count it",
        ),
    ),
    CatalogueEntry(
        name="Barbell glute bridge",
        aliases=("Glute Bridge (Barbell)",),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BARBELL,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Pad the bar and keep it over the hips",
            "Short way, hard squeeze",
            "Let the plates settle before the next rep",
        ),
    ),
    CatalogueEntry(
        name="Single-leg glute bridge",
        aliases=("Single Leg Glute Bridge", "One-leg glute bridge"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.GLUTES, Muscle.SIDE_GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Hug the free knee to lock the lower back",
            "Hips level from start to finish",
            "Push through the heel, not the toes",
        ),
    ),
    CatalogueEntry(
        name="Glute bridge hold",
        aliases=("Isometric glute bridge", "Bridge hold"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Squeeze first, then lift",
            "Keep breathing behind the brace",
            "If the hamstrings cramp, bring the heels closer",
        ),
        timed=TimedWork.HOLD,
    ),
    CatalogueEntry(
        name="Frog pump",
        aliases=("Frog Pumps", "Frog pump (dumbbell)", "Dumbbell frog pump"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.GLUTES, Muscle.SIDE_GLUTES),
        cues=(
            "Soles together, knees wide, heels near the hips",
            "Press the outer edges of the feet together",
            "Quick and short, full squeeze on each",
        ),
    ),
)
