"""Keys that are held, and keys that were meant for what stood before."""

from __future__ import annotations

from benchside.tui.key_runs import FirstLook, KeyRuns


class Stopwatch:
    """Seconds that go only when they are told to."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s

    def wait(self, seconds: float) -> None:
        self.now_s += seconds


def test_a_key_that_is_held_has_come_since_it_was_pressed() -> None:
    time = Stopwatch()
    runs = KeyRuns(time)
    runs.began_s("x")
    time.wait(0.66)
    runs.began_s("x")
    time.wait(0.03)

    assert runs.began_s("x") == 100


def test_a_key_that_is_pressed_again_has_come_since_then() -> None:
    time = Stopwatch()
    runs = KeyRuns(time)
    runs.began_s("x")
    time.wait(1)

    assert runs.began_s("x") == 101


def test_every_key_has_a_run_of_its_own() -> None:
    time = Stopwatch()
    runs = KeyRuns(time)
    runs.began_s("x")
    time.wait(0.1)

    assert runs.began_s("y") == 100.1


def test_a_key_counts_at_once_where_nothing_new_has_come() -> None:
    assert FirstLook(Stopwatch()).is_over_for("go")


def test_a_key_does_not_answer_what_has_just_come() -> None:
    time = Stopwatch()
    look = FirstLook(time)
    look.begin()
    time.wait(0.5)

    assert not look.is_over_for("go")


def test_a_key_that_was_held_while_something_came_never_answers_it() -> None:
    time = Stopwatch()
    look = FirstLook(time)
    look.begin()
    time.wait(0.66)

    answers = []
    for _ in range(100):
        answers.append(look.is_over_for("go"))
        time.wait(0.03)

    assert not any(answers)


def test_who_presses_again_and_again_is_heard_soon() -> None:
    time = Stopwatch()
    look = FirstLook(time)
    look.begin()
    time.wait(0.5)
    look.is_over_for("go")
    time.wait(0.5)

    assert look.is_over_for("go")


def test_a_key_that_has_been_heard_can_be_pressed_as_fast_as_one_likes() -> None:
    time = Stopwatch()
    look = FirstLook(time)
    look.begin()
    time.wait(1)
    look.is_over_for("go")
    time.wait(0.05)

    assert look.is_over_for("go")
