"""Small work for the glutes: bands, floor, cable. All begin with the concentric."""

from __future__ import annotations

from benchside.session.exercises.entry import CatalogueEntry, Equipment, Muscle, TimedWork
from benchside.session.values.tempo import StartsWith

GLUTES = (
    CatalogueEntry(
        name="Clamshell",
        aliases=("Clamshells", "Clam", "Banded clamshell", "Clamshell (Band)"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BAND,),
        muscles=(Muscle.SIDE_GLUTES, Muscle.GLUTES),
        cues=(
            "Feet stay together, the top knee opens",
            "Hips stacked: do not roll back",
            "Slow on the way down",
        ),
    ),
    CatalogueEntry(
        name="Lateral band walk",
        aliases=("Lateral Band Walks", "Band walk", "Crab walk", "Side-step with band", "X-walk"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BAND,),
        muscles=(Muscle.SIDE_GLUTES, Muscle.GLUTES),
        cues=(
            "Lead with the knee, not with the shoulder",
            "Toes forward, never let the band go slack",
            "Stay low, head on one height",
        ),
        timed=TimedWork.WALK,
    ),
    CatalogueEntry(
        name="Monster walk",
        aliases=("Monster walks", "Banded monster walk"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BAND,),
        muscles=(Muscle.SIDE_GLUTES, Muscle.GLUTES),
        cues=(
            "Feet wide as if on rails",
            "Knees over the toes at every step",
        ),
        timed=TimedWork.WALK,
    ),
    CatalogueEntry(
        name="Fire hydrant",
        aliases=("Fire Hydrants", "Banded fire hydrant"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.SIDE_GLUTES, Muscle.GLUTES),
        cues=(
            "Lift the knee to the side, the trunk stays still",
            "Push the floor away with both hands",
        ),
    ),
    CatalogueEntry(
        name="Quadruped kickback",
        aliases=("Donkey kick", "Donkey Kicks", "Glute Kickback on Floor", "Glute kickback"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Sole to the ceiling, knee stays bent",
            "Stop before the back begins to arch",
        ),
    ),
    CatalogueEntry(
        name="Cable kickback",
        aliases=("Glute Kickback (Machine)", "Cable glute kickback"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.CABLE,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Lean a little, then keep the trunk where it is",
            "Kick back and slightly out",
            "Fight the cable on the way home",
        ),
    ),
    CatalogueEntry(
        name="Side-lying leg raise",
        aliases=("Side-lying hip abduction", "Lying side leg raise"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.SIDE_GLUTES,),
        cues=(
            "Heel leads, toes point slightly down",
            "Leg in line with the trunk or a little behind",
        ),
    ),
    CatalogueEntry(
        name="Seated hip abduction",
        aliases=("Hip Abduction (Machine)", "Hip abduction", "Abductor machine"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.MACHINE,),
        muscles=(Muscle.SIDE_GLUTES, Muscle.GLUTES),
        cues=(
            "Open from the hips, feet stay quiet",
            "Hold the widest point for a breath",
        ),
    ),
    CatalogueEntry(
        name="Cable pull-through",
        aliases=("Cable Pull Through", "Pull-through"),
        starts_with=StartsWith.CONCENTRIC,
        equipment=(Equipment.CABLE,),
        muscles=(Muscle.GLUTES, Muscle.HAMSTRINGS),
        cues=(
            "Arms are ropes: the hips do the pulling",
            "Stand tall without leaning back",
        ),
    ),
)
