"""A tab: one program with its screen in a page, as long as both are there.

textual-serve starts the program and carries its screen. Beyond that a tab ends when its program
ends in whatever way, and takes no message that the page would not send.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual_serve.download_manager import DownloadManager

HEARTBEAT_S: Final = 15.0
"""A browser that does not answer for so long is gone, and its program with it."""

MAX_MESSAGE_BYTES: Final = 64 * 1024
"""Of one message from the page: a key has a few bytes, a pasted note some hundred."""

MAX_CELLS: Final = 1_000
"""Columns or lines of a screen; the widest there are have some 600."""

USUAL_SIZE: Final = (80, 24)


class TabProgram(AppService):
    """The program of a tab; when it ends, so does the tab."""

    async def run(self) -> None:
        """Carry the screen to the page until the program has ended, then close the page's socket.

        textual-serve closes it only where the program has said good-bye.
        """
        try:
            await super().run()
        finally:
            await self.remote_close()

    async def stop(self) -> None:
        """Tell the program to quit, wait until it has, and end its input for one that will not."""
        try:
            await super().stop()
        finally:
            self.stdin.close()


async def lead_tab(
    request: web.Request, command: Sequence[str], downloads: DownloadManager
) -> web.WebSocketResponse:
    """Run a command for a page until either of them ends; both have ended on return."""
    socket = web.WebSocketResponse(heartbeat=HEARTBEAT_S, max_msg_size=MAX_MESSAGE_BYTES)
    await socket.prepare(request)

    async def close() -> None:
        await socket.close()

    program = TabProgram(
        command_line(command),
        write_bytes=socket.send_bytes,
        write_str=socket.send_str,
        close=close,
        download_manager=downloads,
    )
    await program.start(*size_of(request.query))
    try:
        async for message in socket:
            if message.type is not WSMsgType.TEXT or not await _obey(program, message.data):
                break
    finally:
        await program.stop()
    return socket


async def _obey(program: AppService, text: str) -> bool:
    """Hand a message on to the program; return False for one that the page never sends."""
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return False
    match message:
        case ["stdin", str(keys)]:
            await program.send_bytes(keys.encode(errors="replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await program.set_terminal_size(_cells(width), _cells(height))
        case ["focus"]:
            await program.focus()
        case ["blur"]:
            await program.blur()
        case ["ping", str(sent)]:
            await program.remote_write_str(json.dumps(["pong", sent]))
        case _:
            return False
    return True


def size_of(query: Mapping[str, str]) -> tuple[int, int]:
    """Return columns and lines of the page's screen; what is no number has the usual size."""
    asked = (query.get("width", ""), query.get("height", ""))
    width, height = (
        _cells(int(one)) if one.isascii() and one.isdigit() and len(one) < 6 else usual
        for one, usual in zip(asked, USUAL_SIZE, strict=True)
    )
    return width, height


def command_line(command: Sequence[str]) -> str:
    """Write a command as one line, for textual-serve hands it to a shell; each word stays a word.

    On POSIX the shell becomes the program, so that nothing stands between it and its input.
    """
    if sys.platform == "win32":
        return subprocess.list2cmdline(command)
    return f"exec {shlex.join(command)}"


def _cells(number: int) -> int:
    return min(max(number, 1), MAX_CELLS)
