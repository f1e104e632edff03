"""Stretches and mobility drills for warm-ups and cool-downs."""

from __future__ import annotations

from benchside.session.exercises.entry import CatalogueEntry, Equipment, Muscle, TimedWork
from benchside.session.values.tempo import StartsWith

STRETCHES = (
    CatalogueEntry(
        name="Hip flexor stretch",
        aliases=("Half-kneeling hip flexor stretch", "Couch stretch", "Kneeling lunge stretch"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.HIP_FLEXORS, Muscle.QUADRICEPS),
        cues=(
            "Squeeze the glute of the kneeling leg",
            "Tuck the pelvis before you move forward",
        ),
        timed=TimedWork.STRETCH,
    ),
    CatalogueEntry(
        name="Figure-four stretch",
        aliases=("Figure 4 stretch", "Lying pigeon", "Supine pigeon stretch"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.GLUTES, Muscle.SIDE_GLUTES),
        cues=(
            "Ankle across the knee, pull the thigh closer",
            "Breathe out and let it come to you",
        ),
        timed=TimedWork.STRETCH,
    ),
    CatalogueEntry(
        name="Hamstring stretch",
        aliases=("Lying hamstring stretch", "Strap hamstring stretch"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.HAMSTRINGS,),
        cues=(
            "Knee soft, back of the thigh long",
            "Stop at the first clear pull",
        ),
        timed=TimedWork.STRETCH,
    ),
    CatalogueEntry(
        name="Adductor rock-back",
        aliases=("Adductor rock", "Half-kneeling adductor rock"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.ADDUCTORS,),
        cues=(
            "One leg out to the side, sit back towards the heel",
            "Back stays flat",
        ),
    ),
    CatalogueEntry(
        name="90/90 switch",
        aliases=("Ninety-ninety switch", "90/90 hip switch", "Shin box"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.GLUTES, Muscle.ADDUCTORS),
        cues=(
            "Turn from the hips, heels stay on the floor",
            "Use the hands for as long as you need them",
        ),
    ),
    CatalogueEntry(
        name="Cat-cow",
        aliases=("Cat camel", "Cat-camel"),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.LOWER_BACK, Muscle.ABDOMINALS),
        cues=(
            "One vertebra after the other",
            "Move with the breath, no forcing",
        ),
    ),
    CatalogueEntry(
        name="Child's pose",
        aliases=("Childs pose",),
        starts_with=StartsWith.ECCENTRIC,
        equipment=(Equipment.BODYWEIGHT,),
        muscles=(Muscle.LOWER_BACK, Muscle.LATS),
        cues=(
            "Hips towards the heels, arms long",
            "Breathe into the back",
        ),
        timed=TimedWork.STRETCH,
    ),
)
