"""The server behind `benchside serve`: a page with a terminal in it, and a program for each tab.

textual-serve (an extra, imported only here) runs the program and carries its screen; the page, who
may ask for it, and how all of it ends are of this module. It promises that nothing is answered
that the guard refuses, and that no program outlives the server.
"""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from aiohttp import web
from textual_serve.server import Server

from benchside.web.tab import lead_tab

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from benchside.web.guard import Guard

MAX_TABS: Final = 8
"""Each tab is a program of some 60 MB; who opens more has a page that reloads itself."""

TAB_GRACE_S: Final = 1.0
"""So long a tab's program may take to say that it has ended, once the server is told to end."""

TAB_ATTEMPTS: Final = 3
"""So often a tab that does not end is told to; its program ends with its input in any case."""

PAGE: Final = Path(__file__).parent / "page"

_HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; font-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' {sockets}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""No other page may hold this one in a frame, and this one asks nobody else for anything."""


class BrowserServer:
    """Serves one command to browsers, as far as its guard lets them."""

    def __init__(self, command: Sequence[str], guard: Guard) -> None:
        self._guard = guard
        self._command = command
        self._textual = Server("")
        self._tabs: set[asyncio.Task[object]] = set()

    def application(self) -> web.Application:
        """Make the application: the page, its files and its sockets behind the guard."""
        application = web.Application(middlewares=[self._check])
        application.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", self._tab),
                web.get("/download/{key}", self._textual.handle_download),
                web.static("/page", PAGE),
                web.static("/static", self._textual.statics_path),
            ]
        )
        application.on_response_prepare.append(_add_headers)
        application.on_shutdown.append(self._end_tabs)
        return application

    async def run(self, host: str, port: int, tell: Callable[[int], None]) -> int:
        """Serve until a signal comes, and return its number; raises OSError if it cannot listen.

        `tell` is called with the port once there is an answer; port 0 takes a free one.
        """
        runner = web.AppRunner(self.application(), access_log=None, shutdown_timeout=TAB_GRACE_S)
        await runner.setup()
        try:
            await _listen(runner, host, port)
            stopped = _signalled()
            tell(int(runner.addresses[0][1]))
            return await stopped
        finally:
            await runner.cleanup()

    @web.middleware
    async def _check(
        self,
        request: web.Request,
        handler: Callable[[web.Request], Awaitable[web.StreamResponse]],
    ) -> web.StreamResponse:
        """Answer what the guard refuses with 403, and hand on everything else."""
        host, origin = request.headers.get("Host"), request.headers.get("Origin")
        refusal = self._guard.refusal(host, origin, is_socket=request.path == "/ws")
        if refusal:
            raise web.HTTPForbidden(text=f"{refusal}\n")
        cookie = f"benchside-{_port_of(request)}"  # the ports of a machine share its cookies
        asked = request.query.get("token")
        if not self._guard.has_token(request.cookies.get(cookie), asked):
            raise web.HTTPForbidden(text="open the address that benchside serve has printed\n")
        if request.path != "/" or not asked:
            return await handler(request)
        # Out of the address bar, and so out of the history and off the screen.
        response = web.HTTPSeeOther(request.rel_url.without_query_params("token"))
        response.set_cookie(cookie, asked, httponly=True, samesite="Lax")
        raise response

    async def _page(self, _request: web.Request) -> web.FileResponse:
        return web.FileResponse(PAGE / "index.html")

    async def _tab(self, request: web.Request) -> web.StreamResponse:
        """Run a program for one tab, until either of them ends."""
        task = asyncio.current_task()
        assert task is not None
        if len(self._tabs) >= MAX_TABS:
            raise web.HTTPServiceUnavailable(text=f"{MAX_TABS} tabs are open; close one\n")
        self._tabs.add(task)
        try:
            return await lead_tab(request, self._command, self._textual.download_manager)
        finally:
            self._tabs.discard(task)

    async def _end_tabs(self, _application: web.Application) -> None:
        """Have every tab's program quit; aiohttp alone would wait until the tabs are closed."""
        for _ in range(TAB_ATTEMPTS):
            if not self._tabs:
                return
            for task in self._tabs:
                task.cancel()
            await asyncio.wait(self._tabs, timeout=TAB_GRACE_S)


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    sockets = f"ws://{request.host} wss://{request.host}"
    for name, value in _HEADERS.items():
        response.headers[name] = value.format(sockets=sockets)


async def _listen(runner: web.AppRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:  # asyncio tells the address in the reason
        number = error.errno or 0
        reason = os.strerror(number) if number > 0 else str(error.strerror)
        raise OSError(number, reason, f"{host}:{port}") from None


def _port_of(request: web.Request) -> int:
    name = request.transport.get_extra_info("sockname") if request.transport else None
    return int(name[1]) if name else 0


def _signalled() -> asyncio.Future[int]:
    """Return what is done with the number of the signal that tells the server to end.

    Windows has ctrl-C only, which ends the loop by KeyboardInterrupt.
    """
    loop = asyncio.get_running_loop()
    stopped: asyncio.Future[int] = loop.create_future()

    def stop(number: int) -> None:
        if not stopped.done():
            stopped.set_result(number)

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:  # as nohup has it
            continue
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, stop, int(number))
    return stopped
