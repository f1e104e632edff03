"""Which seconds of a phase are ticked is chosen once, for every set."""

from __future__ import annotations

from benchside.session.read import Options, read
from benchside.session.values.vocabulary import Ticks

TWO_BLOCKS = """
name = "Two blocks"
[[block]]
rounds = 2
  [[block.exercise]]
  name = "Clamshell"
  reps = 8
  tempo = "2-0-2-0"
[[block]]
  [[block.exercise]]
  name = "Back squat"
  ramp = ["50% x 5"]
  sets = 2
  reps = 5
  load = "80 kg"
"""


def ticks_of(options: Options) -> set[Ticks]:
    plan = read(TWO_BLOCKS, file="two.toml", options=options).plan
    assert plan is not None
    return {
        one.ticks for block in plan.blocks for exercise in block.exercises for one in exercise.sets
    }


def test_every_set_of_a_plan_ticks_as_was_chosen() -> None:
    assert ticks_of(Options()) == {Ticks.LONG}
    assert ticks_of(Options(ticks=Ticks.ALWAYS)) == {Ticks.ALWAYS}
    assert ticks_of(Options(ticks=Ticks.OFF)) == {Ticks.OFF}
