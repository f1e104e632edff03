"""`benchside run`: leads through a session, on the screen or on plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from benchside.app import SoundOfRun
from benchside.cli.due import NEXT, check_program, find_or_due, program_option
from benchside.cli.exits import Exit
from benchside.cli.screens import open_screens
from benchside.cli.shared import (
    agenda_of,
    athlete_option,
    need_pack,
    need_terminal,
    open_bench,
    session_names,
)

RECALLED_WITHIN_S: Final = 2.0
"""For so long the first line waits for what the log knows; later it is told when it comes."""

if TYPE_CHECKING:
    from benchside.app import Program
    from benchside.library import Entry


@click.command("run")
@click.argument("session", required=False, shell_complete=session_names)
@click.option("--plain", is_flag=True, help="Line-by-line output, for screen readers.")
@click.option("--rehearse", is_flag=True, help="Practice run, 10x speed, nothing saved.")
@program_option
@athlete_option
@click.option("--volume", type=click.IntRange(0, 100), metavar="N", help="Of the cues, today.")
@click.option("--mute", is_flag=True, help="Start with the sound off, today.")
@click.option("--pack", metavar="NAME", help="The pack of cue sounds, today.")
@click.option("--resume", "answer", flag_value="resume", help="Go on with the interrupted session.")
@click.option(
    "--save-leftover", "answer", flag_value="save", help="Log what was done of it, as partial."
)
@click.option(
    "--discard-leftover",
    "answer",
    flag_value="discard",
    help="Give it up; it is kept aside for 30 days.",
)
def command(
    *,
    session: str | None,
    plain: bool,
    rehearse: bool,
    program: str | None,
    athlete: str,
    volume: int | None,
    mute: bool,
    pack: str | None,
    answer: str | None,
) -> int:
    """Lead through a session.

    SESSION is the name of a session of the library, the path of a file, or "next": the session
    that is due in the program, where no session of the library is called so. A session that was
    interrupted is asked about first; three options answer in advance. With --resume and no
    interrupted session those that were given up are listed, and SESSION names one to go on with.
    """
    _check_usage(session, answer, rehearse=rehearse)
    check_program(session, program)
    sound = SoundOfRun(volume=volume, is_muted=mute, pack=pack)
    bench = open_bench(athlete, rehearse=rehearse, sound=sound)
    if pack is not None:
        need_pack(pack, tuple(bench.setup.packs()))
    if answer in ("save", "discard"):
        from benchside.cli.interrupted import discard, save

        save(bench) if answer == "save" else discard(bench)
        if session is None:
            return Exit.FINE
    if answer == "resume":
        return _resume(bench, session, plain=plain)
    assert session is not None
    if session == NEXT:
        bench.unfinished.find()  # one that was over is logged by this, and may be the day before
    entry = find_or_due(bench, session, program)
    agenda_of(entry)
    return _on_lines(bench, entry) if plain else _on_screen(bench, entry)


def _check_usage(session: str | None, answer: str | None, *, rehearse: bool) -> None:
    if session is None and answer is None:
        raise click.UsageError("which session? see `benchside list`")
    if rehearse and answer is not None:
        raise click.UsageError("a rehearsal touches no interrupted session; leave one of them out")


def _resume(bench: Program, name: str | None, *, plain: bool) -> int:
    """Go on with the interrupted session, or with one that was given up and is named."""
    from benchside.cli.interrupted import find_aside, find_leftover, list_aside, resume
    from benchside.cli.plain_run import lead

    aside = None if name is None else find_aside(bench, name)
    if aside is None and find_leftover(bench) is None:
        list_aside(bench)
        return Exit.FINE
    if not plain:
        need_terminal(f"benchside run --resume{f' {name}' if name else ''} --plain")
    if aside is not None:
        bench.unfinished.take_back(aside)
    return lead(bench, resume(bench)) if plain else open_screens(bench, resumes=True)


def _on_screen(bench: Program, entry: Entry) -> int:
    need_terminal("benchside run --plain")
    return open_screens(bench, start=entry)


def _on_lines(bench: Program, entry: Entry) -> int:
    from benchside.cli.interrupted import ask
    from benchside.cli.plain_run import lead

    opened = ask(bench) or bench.play(entry)
    bench.memory.wait(RECALLED_WITHIN_S)
    return lead(bench, opened)
