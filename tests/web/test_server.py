"""The server as a browser finds it: what it answers, what it refuses, and how its tabs end."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeAlias

import pytest
from aiohttp import WSMsgType, WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer

from benchside.web.guard import Guard
from benchside.web.server import MAX_TABS, PAGE, BrowserServer
from tests.tui.idle import running_loop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from aiohttp import web


PATIENCE_S = 60.0
"""How long anything may take on a busy machine before the test gives up; nothing is measured."""

TOKEN = "a-token-of-some-length"

STILLBORN = """
import os, sys
from pathlib import Path
(Path(sys.argv[1]) / str(os.getpid())).touch()
"""
"""A program that ends before it has a screen; like the other one it leaves its number behind."""

PROGRAM = f"""{STILLBORN}
def send(text):
    os.write(1, b"D" + len(text).to_bytes(4, "big") + text)
os.write(1, b"__GANGLION__\\n")
send(b"drawn " + os.environ["TEXTUAL_DRIVER"].encode())
while data := os.read(0, 65536):
    if b"quit" in data:
        break
    if b"crash" in data:
        os._exit(1)
    send(data[5:])
"""
"""A program with a screen, as small as the server lets it be."""

Client: TypeAlias = "TestClient[web.Request, web.Application]"


@asynccontextmanager
async def a_client(
    tmp_path: Path, guard: Guard | None = None, *, program: str = PROGRAM
) -> AsyncIterator[Client]:
    """Start a server, and wait until all programs of its tabs have ended with it."""
    command = (sys.executable, "-c", program, str(tmp_path))
    application = BrowserServer(command, guard or Guard()).application()
    async with TestClient(TestServer(application)) as client:
        yield client
    async with asyncio.timeout(PATIENCE_S):
        while has_children():
            await asyncio.sleep(0)
    await running_loop().idle()  # it takes note of the last one


def has_children() -> bool:
    """Whether a program of a tab runs, even one that has not left its number behind yet.

    Before Python 3.12 a thread waits for the end of each, and tells the loop of it.
    """
    waits = any(one.name.startswith("asyncio-waitpid") for one in threading.enumerate())
    listed = subprocess.run(
        ["ps", "-o", "args=", "--ppid", str(os.getpid())],
        capture_output=True,
        check=False,
        text=True,
    )
    return waits or "os.getpid()" in listed.stdout  # as both programs have it


def programs_in(folder: Path) -> list[int]:
    """The numbers of all processes that were started for tabs."""
    return [int(path.name) for path in folder.iterdir()]


def origin_of(client: Client) -> dict[str, str]:
    return {"Origin": f"http://{client.host}:{client.port}"}


def is_running(pid: int) -> bool:
    return subprocess.run(["ps", "-p", str(pid)], capture_output=True, check=False).returncode == 0


async def test_the_page_has_a_title_and_the_width_of_its_screen(tmp_path: Path) -> None:
    async with a_client(tmp_path) as client, client.get("/") as answer:
        page = await answer.text()

    assert "<title>Benchside</title>" in page
    assert '<meta name="viewport" content="width=device-width' in page


@pytest.mark.parametrize("name", ["index.html", "page.css", "page.js"])
def test_the_page_asks_nothing_of_another_server(name: str) -> None:
    text = (PAGE / name).read_text(encoding="utf-8")

    assert not re.search(r"(https?:|wss?:|[\"'(])//", text)


async def test_everything_that_the_page_asks_for_is_there(tmp_path: Path) -> None:
    page = (PAGE / "index.html").read_text(encoding="utf-8")
    style = (PAGE / "page.css").read_text(encoding="utf-8")
    asked = re.findall(r'(?:src|href)="([^"]+/[^"]+)"', page)
    asked += [f"page/{path}" for path in re.findall(r'url\("([^"]+)"\)', style)]

    async with a_client(tmp_path) as client:
        found = {path: (await client.get(f"/{path}")).status for path in asked}

    assert len(found) == 6
    assert set(found.values()) == {200}


async def test_no_other_page_can_hold_this_one_in_a_frame(tmp_path: Path) -> None:
    async with a_client(tmp_path) as client, client.get("/") as answer:
        headers = answer.headers

    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ["/", "/ws", "/page/page.js", "/download/x", "/nothing"])
async def test_a_name_that_is_not_this_machines_is_refused_everywhere(
    path: str, tmp_path: Path
) -> None:
    async with (
        a_client(tmp_path) as client,
        client.get(path, headers={"Host": "evil.example"}) as answer,
    ):
        assert answer.status == 403
        assert "evil.example" in await answer.text()


@pytest.mark.parametrize("folder", ["/static", "/static/", "/static/js/", "/page/"])
async def test_no_folder_is_listed(folder: str, tmp_path: Path) -> None:
    async with a_client(tmp_path) as client, client.get(folder) as answer:
        assert answer.status in (403, 404)


@pytest.mark.parametrize(
    "path", ["/page/../server.py", "/page/%2e%2e/server.py", "/page//etc/passwd"]
)
async def test_no_path_leads_out_of_the_page(path: str, tmp_path: Path) -> None:
    async with a_client(tmp_path) as client, client.get(path) as answer:
        assert answer.status in (403, 404)


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:3000", "null", None])
async def test_a_page_of_somebody_elses_cannot_drive_the_program(
    origin: str | None, tmp_path: Path
) -> None:
    headers = {} if origin is None else {"Origin": origin}

    async with a_client(tmp_path) as client:
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect("/ws", headers=headers)

    assert refused.value.status == 403
    assert programs_in(tmp_path) == []


async def test_the_servers_own_page_draws_the_program_and_types_into_it(tmp_path: Path) -> None:
    async with a_client(tmp_path) as client:
        socket = await client.ws_connect("/ws", headers=origin_of(client))
        drawn = await socket.receive_bytes()
        await socket.send_json(["stdin", "hello"])
        answered = await socket.receive_bytes()
        await socket.close()

    assert drawn == b"drawn textual.drivers.web_driver:WebDriver"
    assert answered == b"hello"


async def test_the_address_with_the_token_opens_the_page_and_forgets_it(tmp_path: Path) -> None:
    async with a_client(tmp_path, Guard(token=TOKEN)) as client:
        first = await client.get(f"/?token={TOKEN}&fontsize=20", allow_redirects=False)
        then = await client.get(first.headers["Location"])
        socket = await client.ws_connect("/ws", headers=origin_of(client))
        drawn = await socket.receive_bytes()
        await socket.close()

    assert first.status == 303
    assert first.headers["Location"] == "/?fontsize=20"
    assert "HttpOnly" in first.headers["Set-Cookie"]
    assert then.status == 200
    assert drawn


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=another", "/static/js/textual.js"])
async def test_without_the_token_nothing_is_answered(path: str, tmp_path: Path) -> None:
    async with a_client(tmp_path, Guard(token=TOKEN)) as client, client.get(path) as answer:
        assert answer.status == 403
        assert TOKEN not in await answer.text()


async def test_without_the_token_no_program_is_started(tmp_path: Path) -> None:
    async with a_client(tmp_path, Guard(token=TOKEN)) as client:
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect("/ws", headers=origin_of(client))

    assert refused.value.status == 403
    assert programs_in(tmp_path) == []


async def test_the_programs_of_open_tabs_end_with_the_server(tmp_path: Path) -> None:
    async with a_client(tmp_path) as client:
        socket = await client.ws_connect("/ws", headers=origin_of(client))
        await socket.receive_bytes()
        (pid,) = programs_in(tmp_path)
        was_running = is_running(pid)

    assert was_running
    assert not is_running(pid)


async def test_a_page_that_reloads_itself_does_not_fill_the_machine(tmp_path: Path) -> None:
    async with a_client(tmp_path) as client:
        for _ in range(MAX_TABS):
            socket = await client.ws_connect("/ws", headers=origin_of(client))
            await socket.receive_bytes()
        with pytest.raises(WSServerHandshakeError) as refused:
            await client.ws_connect("/ws", headers=origin_of(client))

    assert refused.value.status == 503


async def test_a_program_that_ends_by_itself_ends_its_tab(tmp_path: Path) -> None:
    async with a_client(tmp_path) as client:
        socket = await client.ws_connect("/ws", headers=origin_of(client))
        await socket.receive_bytes()
        await socket.send_json(["stdin", "crash"])
        ended = await socket.receive()

    assert ended.type is WSMsgType.CLOSE


async def test_a_program_that_does_not_begin_ends_its_tab(tmp_path: Path) -> None:
    async with a_client(tmp_path, program=STILLBORN) as client:
        socket = await client.ws_connect("/ws", headers=origin_of(client))
        ended = await socket.receive()

    assert ended.type is WSMsgType.CLOSE


@pytest.mark.parametrize(
    "message", ["no json", "{}", "[]", '["stdin"]', '["resize", 3]', '["stdin", 7]', "[" * 60_000]
)
async def test_nonsense_on_a_socket_ends_that_tab_and_no_other(
    message: str, tmp_path: Path
) -> None:
    async with a_client(tmp_path) as client:
        healthy = await client.ws_connect("/ws", headers=origin_of(client))
        await healthy.receive_bytes()
        confused = await client.ws_connect("/ws", headers=origin_of(client))
        await confused.receive_bytes()
        await confused.send_str(message)
        ended = await confused.receive()
        await healthy.send_json(["stdin", "hello"])
        answered = await healthy.receive_bytes()
        await healthy.close()

    assert ended.type is WSMsgType.CLOSE
    assert answered == b"hello"


async def test_a_port_that_is_taken_is_told_with_its_place(tmp_path: Path) -> None:
    async with a_client(tmp_path) as client:
        assert client.port is not None
        with pytest.raises(OSError, match=f"in use: '127.0.0.1:{client.port}'"):
            await BrowserServer(("true",), Guard()).run("127.0.0.1", client.port, print)
