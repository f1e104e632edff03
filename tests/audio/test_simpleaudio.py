from __future__ import annotations

from benchside.audio.backends.simpleaudio_output import refusal


def test_the_original_is_refused_where_it_crashes() -> None:
    assert "crashes on Python 3.12" in refusal((3, 12), {"simpleaudio"})
    assert "crashes on Python 3.12" in refusal((3, 14), {"simpleaudio", "simpleaudio-patched"})


def test_the_original_is_taken_where_it_works() -> None:
    assert refusal((3, 11), {"simpleaudio"}) == ""


def test_the_patched_build_is_taken_everywhere() -> None:
    assert refusal((3, 11), {"simpleaudio-patched"}) == ""
    assert refusal((3, 14), {"simpleaudio-patched"}) == ""


def test_a_missing_library_is_told_with_what_to_do() -> None:
    assert "pip install" in refusal((3, 13), set())
