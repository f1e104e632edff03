"""`benchside sound`: what sound there is, and every cue to listen to."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from benchside.cli.commands import CommandGroup
from benchside.cli.exits import Exit
from benchside.cli.output.lines import echo, print_json
from benchside.cli.shared import json_option, need_pack, open_bench
from benchside.view import counted

if TYPE_CHECKING:
    from benchside.audio import Sound
    from benchside.settings import Settings
    from benchside.timeline import CueKind


@click.group("sound", cls=CommandGroup, invoke_without_command=True)
@json_option
@click.pass_context
def command(context: click.Context, *, as_json: bool) -> None:
    """List sound devices and packs, and what the settings say of them."""
    if context.invoked_subcommand is not None:
        return
    from benchside.audio import list_sound

    bench = open_bench()
    sound = list_sound(bench.home)
    if as_json:
        print_json({"settings": str(bench.home.settings), **_as_json(bench.settings, sound)})
        return
    for line in (*_lines(bench.settings, sound), f"settings {bench.home.settings}"):
        echo(line)


@command.command("test")
@click.option("--pack", metavar="NAME", help="This pack instead of the one in the settings.")
def test(*, pack: str | None) -> int:
    """Play every cue with its name on the screen, then say which device played."""
    from benchside.audio import chosen_speaker, pack_names, play_all_cues
    from benchside.player import SoundState, SystemClock

    bench = open_bench()
    if pack is not None:
        need_pack(pack, pack_names(bench.home))
    changes = {"sounds": pack} if pack else {}
    settings = bench.settings.model_copy(update=changes)
    echo(f'the cues of "{settings.sounds}" by {settings.sound}:')
    speaker = chosen_speaker(settings, bench.home)
    try:
        status = play_all_cues(speaker, SystemClock(), wait=time.sleep, tell=_tell)
    finally:
        speaker.close()
    dropped = f", {counted(status.dropped, 'cue')} came too late" if status.dropped else ""
    detail = f" ({status.detail})" if status.detail else ""
    if status.state in (SoundState.ON, SoundState.MUTED):
        echo(f"played on {status.device or settings.sound}{dropped}{detail}")
        return Exit.FINE
    echo(f"nothing was heard: {status.state}{detail}", err=True)
    return Exit.FINE if status.state is SoundState.OFF else Exit.TROUBLE


def _tell(kind: CueKind) -> None:
    echo(f"  {kind}")


def _lines(settings: Settings, sound: Sound) -> list[str]:
    muted = ", muted" if settings.mute else ""
    devices = ", ".join(sound.devices.names) or "none was found"
    lines = [
        f"sound    {settings.sound}, volume {settings.volume}{muted}",
        f"voice    {settings.voice}",
        f"system   {sound.devices.system or 'none was found'}",
        f"devices  {devices}",
    ]
    for pack in sound.packs:
        title = pack.title if pack.title != pack.name else ""
        chosen = " (chosen)" if pack.name == settings.sounds else ""
        about = ", ".join(filter(None, (title, pack.about)))
        lines.append(f"pack     {pack.name}{chosen}{f': {about}' if about else ''}")
        lines += [f"         {problem}" for problem in pack.problems]
    return lines


def _as_json(settings: Settings, sound: Sound) -> dict[str, object]:
    return {
        "sound": settings.sound,
        "volume": settings.volume,
        "mute": settings.mute,
        "voice": settings.voice,
        "system": sound.devices.system,
        "devices": list(sound.devices.names),
        "packs": [
            {
                "name": pack.name,
                "title": pack.title,
                "about": pack.about,
                "is_chosen": pack.name == settings.sounds,
                "problems": list(pack.problems),
            }
            for pack in sound.packs
        ],
    }
