"""A tab's program: started as it was written, in the size of its page."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchside.web.tab import MAX_CELLS, USUAL_SIZE, command_line, size_of


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        ("120", "36", (120, 36)),
        ("0", "36", (1, 36)),
        ("99999", "36", (MAX_CELLS, 36)),
        ("9" * 5_000, "-3", USUAL_SIZE),
        ("²", "١", USUAL_SIZE),
        ("", "2.5", USUAL_SIZE),
    ],
)
def test_a_page_says_how_large_its_screen_is(
    width: str, height: str, size: tuple[int, int]
) -> None:
    assert size_of({"width": width, "height": height}) == size


def test_a_page_that_says_nothing_has_a_screen_of_the_usual_size() -> None:
    assert size_of({}) == USUAL_SIZE


@pytest.mark.skipif(sys.platform == "win32", reason="cmd.exe reads a line in a way of its own")
@pytest.mark.parametrize(
    "word", ["a b", "$HOME", "`id`", "; id", "'", '"', "*", "&& id", "a\nb", ""]
)
def test_every_word_of_the_command_arrives_as_it_was_written(word: str) -> None:
    tell = "import sys; sys.stdout.write(sys.argv[1])"

    told = subprocess.run(
        command_line([sys.executable, "-c", tell, word]),
        shell=True,
        capture_output=True,
        check=True,
        text=True,
    )

    assert told.stdout == word
